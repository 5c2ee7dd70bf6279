"""Whose word it is: no speaker's charge, denial or target is given to another, and no denial is turned round."""

import pytest
from reading import claims, only

Told = tuple[str, list[str], list[str]]


def told(text: str) -> list[Told]:
    return [(c.stance, [p.text for p in c.attackers], [s.text for s in c.sources]) for c in claims(text)]


CHARGED = [
    (
        "More than 20 people were killed in a village near Djibo. Residents blamed the killings on soldiers.",
        "Residents",
    ),
    ("A councillor was shot in Kirkuk. Activists blamed his death on soldiers.", "Activists"),
]


@pytest.mark.parametrize(("text", "speaker"), CHARGED)
def test_whom_somebody_blames_is_his_word_alone(text: str, speaker: str) -> None:
    assert told(text) == [("asserted", [], []), ("asserted", ["soldiers"], [speaker])]


FALSE = [
    "The junta, in a statement, said reports that singers had been killed in Hpakant were rumours.",
    "The ministry said that claims that civilians had been bombed in Taiz were baseless.",
    "A spokesman said the report that rebels had seized Bunia was a lie.",
    "Naypyidaw called the claim that its troops had burned villages in Rakhine a fabrication.",
]


@pytest.mark.parametrize("text", FALSE)
def test_reports_that_are_said_to_be_false_are_denied(text: str) -> None:
    assert only(text).stance == "denied"


def test_who_is_cut_off_by_an_aside_denies_it_himself() -> None:
    found = told(
        "A missile hit a station in Kramatorsk, killing 52 people. Governor Pavlo Kyrylenko said Russian troops had"
        " fired it. Moscow, saying that its forces no longer used the missile, denied carrying out the strike."
    )
    assert found[-1] == ("denied", ["Moscow"], ["Moscow"])


def test_what_another_says_he_struck_is_another_account() -> None:
    own, army = claims(
        "Nineteen people died after a US air strike hit a hospital in Kunduz on Saturday. The US military said its"
        " aircraft had carried out a strike against insurgents."
    )
    assert [[t.text for t in c.targets] for c in (own, army)] == [["a hospital"], ["insurgents"]]


def test_what_is_demanded_is_nobodys_deed() -> None:
    claim = only("Some 30 gunmen, who demanded that Russian troops leave Chechnya, had seized the school on Wednesday.")
    assert [p.text for p in claim.attackers] == ["Some 30 gunmen"]


def test_gas_that_is_stored_was_not_used() -> None:
    claim = only("Planes hit a rebel warehouse near Idlib in which toxic substances were stored, officials said.")
    assert (claim.event, claim.weapons) == ("air_strike", ())


def test_a_figure_takes_no_attacker_from_the_other_sides_charge() -> None:
    *_, wounded = claims(
        "An air strike killed 17 people in Omdurman. An army spokesman said the paramilitaries had shelled the district"
        " with mortars. A committee put the number of wounded at 11."
    )
    assert (wounded.attackers, [h.low for h in wounded.harm]) == ((), [11])


COUNTED = [
    ("A judge, his driver and a bodyguard were shot dead in Mosul.", [(1, None), (1, None), (1, None)]),
    ("Armed men killed 12 farmers in Zamfara. Of those killed, four were teenagers.", [(12, None), (4, 0)]),
    ("Police in Beirut arrested nine suspects, seven Syrians and two Lebanese.", [(9, None), (7, 0), (2, 0)]),
    ("The rebels attacked a base in Harasta. There was no word of casualties.", []),
    ("A shell hit a market in Omdurman. Of the 46 people who died, 11 were women.", [(46, None), (11, 0)]),
]


@pytest.mark.parametrize(("text", "harm"), COUNTED)
def test_nobody_of_a_list_or_a_breakdown_is_lost(text: str, harm: list[tuple[int, int | None]]) -> None:
    assert [(h.low, h.part_of) for h in only(text).harm] == harm


def test_soldiers_from_a_group_are_not_the_states() -> None:
    claim = only("Six men of the Free Syrian Army stormed a post in Homs.")
    assert [p.actor.name for p in claim.attackers if p.actor] == ["Free Syrian Army"]


DENIED = [
    ("Prosecutors said no civilians had been shot by government forces in Andijan.", ["government forces"]),
    ("The army said no civilians were killed by its troops in Andijan.", ["its troops"]),
]


@pytest.mark.parametrize(("text", "doers"), DENIED)
def test_nobody_shot_by_soldiers_is_a_denial(text: str, doers: list[str]) -> None:
    assert (only(text).stance, [p.text for p in only(text).attackers]) == ("denied", doers)


CALLED = [
    ("Eight people died on a Gaza beach on Friday in what Hamas called an Israeli shelling.", ["Hamas"]),
    ("Ten people were killed in what the ministry described as a rebel attack in Baidoa.", ["the ministry"]),
]


@pytest.mark.parametrize(("text", "sources"), CALLED)
def test_what_somebody_calls_it_is_his_word(text: str, sources: list[str]) -> None:
    assert [s.text for s in only(text).sources] == sources


def test_the_dead_of_one_side_attacked_nobody() -> None:
    assert only("At least 14 soldiers were killed in fighting in Bakhmut on Sunday.").attackers == ()
    both = only("Three soldiers and five rebels were killed in fighting near Sake on Sunday.")
    assert [p.text for p in both.attackers] == ["Three soldiers", "five rebels"]


def test_who_withdrew_after_days_of_fighting_fought() -> None:
    *_, clash = claims("Georgian troops withdrew from Tskhinvali after two days of fighting with Russian forces.")
    assert {p.text for p in clash.attackers} == {"Georgian troops", "Russian forces"}


def test_who_denies_another_charge_denies_no_strike() -> None:
    struck = only(
        "A drone strike killed ten people in Wad Banda. The UN accused the UAE of arming the paramilitaries."
        " Abu Dhabi denied it."
    )
    assert struck.stance == "asserted"


def test_a_capital_that_wants_something_is_no_place_of_shelling() -> None:
    claim = only("The military said Russia had shelled a jail, adding that Moscow wanted to hide torture of prisoners.")
    assert claim.where == ()


def test_who_is_accused_of_an_attack_is_called_without_it() -> None:
    found = claims(
        "Guards opened fire in Baghdad, killing 11. The minister accused the guards of cold-blooded killing."
    )
    assert [p.text for p in found[-1].attackers] == ["the guards"]


@pytest.mark.parametrize("soldiers", ["Soldiers who had deserted from the army", "Defecting soldiers"])
def test_deserters_are_not_the_army(soldiers: str) -> None:
    claim = only(f"{soldiers} attacked a checkpoint in Homs.")
    assert [p.actor.name for p in claim.attackers if p.actor] == ["Rebels (Syria)"]


def test_a_branch_of_a_group_that_owns_up_did_it() -> None:
    own = claims(
        "Gunmen killed 81 villagers in Gubio, Borno. The Islamic State's West Africa branch later said it had carried"
        " out the attack, killing 60."
    )[-1]
    assert [p.text for p in own.attackers] == ["The Islamic State's West Africa branch"]


def test_an_air_force_base_flies_nowhere() -> None:
    assert only("Rebels fired rockets at an air force intelligence base in Harasta.").event == "shelling"


def test_a_relative_clause_lays_to_a_state_what_its_troops_do() -> None:
    claim = claims("Israel, whose troops besiege the camps of Chatila, denied any responsibility.")[0]
    assert [p.text for p in claim.attackers] == ["Israel"]


def test_who_answers_a_gas_attack_used_no_gas() -> None:
    struck, gassed = claims(
        "The United States, Britain and France fired 105 missiles at three sites in Syria on Saturday in response to a"
        " suspected poison gas attack in Douma that killed dozens of people."
    )
    assert (struck.event, [w.text for w in struck.weapons]) == ("shelling", ["missiles"])
    assert (gassed.event, gassed.attackers) == ("chemical_attack", ())


def test_a_car_bombing_that_jets_answer_is_no_air_strike() -> None:
    found = claims("Turkish jets bombed Afrin in retaliation for a car bombing in Azaz that killed nine people.")
    assert [c.event for c in found] == ["air_strike", "explosion"]


def test_its_jets_are_no_persons() -> None:
    *_, done = claims(
        "President Hollande said France would step up its strikes in Syria and Iraq, where its jets had bombed Mosul."
    )
    assert [p.actor.name for p in done.attackers if p.actor] == ["Military Forces of France"]


def test_those_whom_rebels_killed_are_not_the_president_they_fight() -> None:
    *_, killed = claims(
        "Rebels fighting President Laurent Kabila said they had killed 60 Angolan soldiers near Matadi."
    )
    assert [t.text for t in killed.targets] == ["60 Angolan soldiers"]


def test_officials_who_show_reporters_a_hospital_hurt_nobody() -> None:
    claim = only(
        "Libyan officials took reporters to a hospital where they said were bodies of civilians killed in raids."
    )
    assert claim.attackers == ()


@pytest.mark.parametrize("soldiers", ["Tutsi soldiers", "Tamil soldiers", "Kurdish soldiers"])
def test_soldiers_of_a_people_are_not_the_army_of_where_they_are(soldiers: str) -> None:
    claim = only(f"More than 60 people were massacred by {soldiers} in Goma, residents said.")
    assert [p.actor for p in claim.attackers] == [None]


def test_who_says_that_jihadists_were_behind_it_is_the_source_of_that() -> None:
    (claim,) = claims(
        "A convoy of the UN was ambushed in Mali on Friday. Jihadists were behind the attack, police said."
    )
    assert ([p.text for p in claim.attackers], [s.text for s in claim.sources]) == (["Jihadists"], ["police"])


def test_another_figure_for_the_dead_is_of_the_event_that_had_dead() -> None:
    *_, later = claims(
        "An Israeli air strike killed at least 54 civilians in Qana. Israel said that Hezbollah had fired rockets from"
        " the village. Human Rights Watch put the dead at 28."
    )
    assert (later.event, later.weapons, [h.low for h in later.harm]) == ("air_strike", (), [28])


@pytest.mark.parametrize("words", ['"pure invention"', "a lie", "nonsense"])
def test_a_report_that_is_called_so_is_denied(words: str) -> None:
    told_, denied = claims(
        f"Residents said 600 people were massacred in Kasika. A spokesman called the report {words}."
    )
    assert (told_.stance, denied.stance, [s.text for s in denied.sources]) == ("asserted", "denied", ["A spokesman"])


def test_terrorists_who_targeted_with_shells_the_cities_were_not_hit() -> None:
    claim = only("The terrorist organizations struck with rocket shells the towns of Damascus and Aleppo.")
    assert [p.text for p in claim.attackers] == ["The terrorist organizations"]
    assert [p.text for p in only("Police targeted with petrol bombs in Belfast on Friday night.").attackers] == []


def test_a_clause_of_time_still_has_its_doers() -> None:
    *_, taken = claims("Clashes have gone on since Islamist militants seized the town of Jaar in May.")
    assert [p.text for p in taken.attackers] == ["Islamist militants"]


UNDONE = [
    "The rebels failed to take Taiz, the army said.",
    "The army neither confirmed nor denied that its jets had hit the market in Taiz.",
    "The army declined to comment on reports that it shelled Taiz.",
    "The army stopped short of admitting that it bombed the market in Taiz.",
    "Far from killing civilians in Taiz, the army protected them, a spokesman said.",
]


@pytest.mark.parametrize("text", UNDONE)
def test_what_came_to_nothing_or_was_left_unsaid_is_not_asserted(text: str) -> None:
    assert claims(text) == ()


CONTRARY = [
    ("It is not the case that rebels captured Taiz, the governor said.", ["the governor"]),
    ("The army dismissed as rumours reports that rebels had seized Taiz.", ["The army"]),
]


@pytest.mark.parametrize(("text", "sources"), CONTRARY)
def test_what_is_not_the_case_is_denied(text: str, sources: list[str]) -> None:
    assert (only(text).stance, [s.text for s in only(text).sources]) == ("denied", sources)


def test_not_its_troops_did_it() -> None:
    claim = only("The army said that it was the rebels, not its troops, who shelled Taiz.")
    assert [p.text for p in claim.attackers] == ["the rebels"]


def test_a_patrol_that_passes_a_bomb_killed_nobody() -> None:
    claim = only("The explosion happened as an army patrol passed through Maiduguri, killing three civilians.")
    assert (claim.attackers, [h.low for h in claim.harm]) == ((), [3])


def test_who_is_blamed_by_nobody_named_is_not_known_to_have_done_it() -> None:
    claim = claims("The rebel commander blamed for the massacre in Bentiu was arrested in Uganda.")[0]
    assert (claim.stance, claim.sources) == ("unconfirmed", ())


@pytest.mark.parametrize("doers", ["Jets of unknown origin", "Unidentified aircraft"])
def test_what_nobody_knows_is_nobodys(doers: str) -> None:
    assert [p.actor for p in only(f"{doers} bombed a weapons depot in Darnah.").attackers] == [None]
