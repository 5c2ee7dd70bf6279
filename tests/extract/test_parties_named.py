"""Who did it, whom it hit and who says so, as papers and digests word it: labels, ranks, lists, passers-by."""

import pytest
from reading import claims

from aftermath.model import Claim


def texts(claim: Claim, slot: str) -> list[str]:
    """The words of a slot's fillers."""
    return [filler.text for filler in getattr(claim, slot)]


def slot(text: str, name: str) -> list[list[str]]:
    """The words of that slot in each claim of a text."""
    return [texts(c, name) for c in claims(text)]


LABELLED = [
    ("Reuters: Gunmen killed four soldiers in Sirte on Monday.", "Reuters"),
    ("State TV: rebels shelled a school in Aden on Monday, killing three.", "State TV"),
    ("Sudan Doctors Network: Shelling kills ten in Omdurman.", "Sudan Doctors Network"),
    ("Witnesses: Soldiers opened fire on protesters in Conakry.", "Witnesses"),
]


@pytest.mark.parametrize(("text", "speaker"), LABELLED)
def test_who_stands_before_a_colon_says_what_follows(text: str, speaker: str) -> None:
    assert slot(text, "sources") == [[speaker]]


def test_a_paper_before_a_colon_vouches_for_its_paragraph_but_not_for_remarks() -> None:
    text = (
        "Reuters: Gunmen killed a judge in Derna. Rebels shelled Sabha on Friday, killing two. (Rebels held Sirte too.)"
    )
    assert slot(text, "sources")[:2] == [["Reuters"], ["Reuters"]]


@pytest.mark.parametrize("place", ["Kabul", "Hama", "Mali", "UPDATE"])
def test_a_place_before_a_colon_says_nothing(place: str) -> None:
    assert slot(f"{place}: A bomb killed three policemen on Monday.", "sources") == [[]]


def test_a_dateline_before_a_colon_fights_nobody() -> None:
    assert slot("GOMA/KINSHASA: Rival militias fought in Ituri on Monday, killing two.", "attackers") == [
        ["Rival militias"]
    ]


def test_a_body_speaks_by_its_name_where_a_comma_sets_it_off() -> None:
    said = "said 12 people were killed in Bago."
    assert slot(f"A rights group, the Burma Freedom Network, {said}", "sources") == [["the Burma Freedom Network"]]
    assert slot(f"The state news agency SANA {said}", "sources") == [["The state news agency SANA"]]


def test_reports_of_nobody_are_the_word_of_who_cites_them() -> None:
    said = "showed three people had died in Kunduz."
    assert slot(f"The coalition said initial reports {said}", "sources") == [["The coalition"]]
    assert slot(f"The mayor said Red Cross reports {said}", "sources") == [["Red Cross reports"]]


def test_it_said_is_the_word_of_the_body_before_but_not_of_whom_a_quotation_is_about() -> None:
    text = "The military junta has shot four miners in Hpakant on Monday, it said in a statement."
    assert slot(text, "sources") == [["The military junta"]]
    text = 'The UN spoke of gas. "The government is using chemical weapons against civilians," it said.'
    assert all("The government" not in found for found in slot(text, "sources"))


def test_who_speaks_right_behind_was_neither_hit_nor_did_it() -> None:
    for claim in claims("Lagos protests: dozens shot dead, say rights groups"):
        assert not [*claim.attackers, *claim.targets]


RANKED = [
    ("The raid was the latest by Ethiopia against Somali fighters in Gedo.", "Ethiopia", "Somali fighters"),
    ("The kidnapping was the second in a month by gunmen in Kaduna.", "gunmen", None),
    ("Monday's attack was the deadliest by Boko Haram on the town of Damboa since 2015.", "Boko Haram", "the town of"),
]


@pytest.mark.parametrize(("text", "doer", "hit"), RANKED)
def test_a_ranked_event_has_its_doer_behind_the_rank(text: str, doer: str, hit: str | None) -> None:
    (claim,) = claims(text)
    assert texts(claim, "attackers") == [doer]
    assert hit is None or texts(claim, "targets")[0].startswith(hit)


def test_fighting_is_between_those_whom_the_sentence_goes_on_to_name() -> None:
    text = "The clashes in Abyei were between Misseriya youths and Dinka herders and left 20 dead."
    assert slot(text, "attackers") == [["Misseriya youths", "Dinka herders"]]


def test_the_dead_of_both_sides_are_no_third_side() -> None:
    text = "A week of fighting between marines and bandits in Jolo ended with three marines and eight bandits dead."
    assert slot(text, "attackers") == [["marines", "bandits"]]


def test_rival_groups_clash_whatever_they_are() -> None:
    text = "Rival families clashed over a well near Wau on Monday, and two people were killed."
    assert slot(text, "attackers") == [["Rival families"]]


def test_a_nation_before_a_battle_is_no_side_of_it() -> None:
    assert slot("Forty people died in a Chechen battle on Monday.", "attackers") == [[]]
    assert slot("Houthi clashes near Marib killed 30 people on Monday.", "attackers") == [["Houthi"]]


def test_whose_work_it_is_and_who_admits_it() -> None:
    assert slot("The shelling was the work of government troops, the rebels said.", "attackers") == [
        ["government troops"]
    ]
    assert slot("The Saudis admitted bombing the funeral.", "attackers") == [["The Saudis"]]
    assert slot("Rebels seized the base. The army admitted losing it.", "attackers")[0] == ["Rebels"]


def test_the_agent_behind_a_list_of_victims_did_it() -> None:
    text = (
        "Teachers demonstrated in Cali on Monday over the killing of a headmaster, Juan Rojas and three of his pupils,"
        " by gunmen from Tumaco."
    )
    protest, killing = claims(text)
    assert texts(protest, "attackers") == ["Teachers"]
    assert texts(killing, "attackers") == ["gunmen"]
    assert "his pupils" in texts(killing, "targets")


def test_it_is_the_gunboat_and_no_state_of_a_sentence_before() -> None:
    text = (
        "Kenya had told the Ugandans. In March, after a Somali gunboat shelled the port, killing nine dockers, when it"
        " opened fire, the president complained."
    )
    assert {doer for found in slot(text, "attackers") for doer in found} == {"a Somali gunboat"}


def test_he_who_blew_himself_up_is_nobody_who_tells_it() -> None:
    text = (
        "Two policemen were among the dead, said Karim Khan, the police chief of Quetta."
        ' "The officers asked him to stop. He refused, and then he blew himself up," Mr. Khan said.'
    )
    assert all("Khan" not in doer for found in slot(text, "attackers") for doer in found)


def test_those_who_were_sentenced_before_did_not_do_what_they_were_sentenced_to() -> None:
    text = "Captured by Turkish forces in Afrin, the fighters were accused of killing two policemen."
    arrest, killing = claims(text)
    assert texts(arrest, "attackers") == ["Turkish forces"]
    assert texts(killing, "attackers") == ["the fighters"]
    assert (arrest.stance, killing.stance) == ("asserted", "unconfirmed")


def test_people_known_by_number_only_set_upon_others() -> None:
    text = "Four people in a pickup opened fire on a funeral in Celaya, killing seven."
    assert slot(text, "attackers") == [["Four people"]]
    assert slot("80 people shot dead in Andijan on Friday.", "attackers") == [[]]


NAMED = [
    ("The other two beheaded were Ali Hassan and Omar Saleh.", ["Ali Hassan", "Omar Saleh"]),
    ("One of those killed was a journalist, Ana Lopez.", ["Ana Lopez"]),
    ("Among the dead was the district governor, Abdul Karim.", ["Abdul Karim"]),
]


@pytest.mark.parametrize(("text", "hit"), NAMED)
def test_the_dead_are_who_they_are_said_to_have_been(text: str, hit: list[str]) -> None:
    assert slot(text, "targets") == [hit]


def test_police_who_name_the_dead_are_not_dead() -> None:
    assert claims("Police named the dead as Sean Brown, 41, a father of four.") == ()


def test_fighters_of_a_bare_number_are_hit() -> None:
    text = "A raid by militants near Mopti left nine dead on Tuesday, among them five Malian soldiers."
    assert slot(text, "targets") == [["five Malian soldiers"]]
    assert slot("There were heavy casualties among the marines in Hue.", "targets") == [["the marines"]]


HIT = [
    ("A lorry bomb went off near a busy mosque in Kandahar on Monday, wounding 12 people.", ["a busy mosque"]),
    ("A bomb blew up close to a convoy of the governor in Zabul on Monday.", ["a convoy of the governor"]),
    ("Two car bombs went off near the Peace Hotel in Bossaso on Monday, killing 12 people.", []),
    ("A mine exploded as an army patrol was passing in Kidal on Monday, killing two soldiers.", ["an army patrol"]),
    ("Insurgents fired on a helicopter over Ramadi, forcing it to land.", ["a helicopter"]),
    ("Chad lost two tanks to hostile fire near Faya on Monday.", ["two tanks"]),
    ("The rebels' ambush of the convoy left 11 dead in Beni.", ["the convoy"]),
    ("Soldiers shot several of the marchers in Bamako.", ["the marchers"]),
    ("The massacre at Kibeho in 1995 is still remembered.", []),
    ("A church massacre in Nyange left 2,000 Tutsis dead in 1994.", ["2,000 Tutsis"]),
    ("An air raid killed her predecessor, Ana Ruiz, near Perquin in 1989.", ["Ana Ruiz"]),
    ("The regime launched a crackdown on its critics in 1988.", ["its critics"]),
]


@pytest.mark.parametrize(("text", "hit"), HIT)
def test_what_an_event_hit(text: str, hit: list[str]) -> None:
    assert slot(text, "targets") == [hit]


def test_him_whom_they_kidnapped_may_be_a_member_of_a_party() -> None:
    text = "Gunmen shot dead a member of the Congress Party after abducting him in Imphal."
    assert slot(text, "targets") == [["a member of the Congress Party"], ["a member of the Congress Party"]]


CLEARED = [
    "Mr Haradinaj was acquitted of torturing and killing Serb civilians in western Kosovo in 1998.",
    "A court cleared the general of ordering the massacre of 40 villagers in Accomarca.",
    "The tribunal acquitted Naser Oric of the murder of two Serb prisoners in Srebrenica.",
]


@pytest.mark.parametrize("text", CLEARED)
def test_who_was_acquitted_did_not_do_it(text: str) -> None:
    assert slot(text, "attackers") == [[]]


def test_who_was_convicted_did_it() -> None:
    text = "A jury convicted two soldiers of the murder of a student in Bogota."
    assert slot(text, "attackers") == [["two soldiers"]]


def test_they_are_those_who_were_counted_before() -> None:
    text = "Dozens of students, armed with clubs, attacked a paper in Abidjan. They beat up a guard and set it on fire."
    assert {doer for found in slot(text, "attackers") for doer in found} == {"students"}


def test_whom_shot_dead_has_behind_it_was_shot() -> None:
    text = (
        "Suspected Tiger gunmen on a motorcycle shot dead Foreign Minister Kadirgamar at his home, the military said."
    )
    (claim,) = claims(text)
    assert texts(claim, "attackers") == ["Suspected Tiger gunmen"]
    assert texts(claim, "targets") == ["Foreign Minister Kadirgamar"]
    assert [(h.kind, h.low) for h in claim.harm] == [("killed", 1)]


def test_others_beside_a_name_are_counted_for_themselves() -> None:
    (claim,) = claims("An air strike killed Hamas leader Abdel Aziz Rantisi and two of his bodyguards in Gaza City.")
    assert texts(claim, "targets") == ["Abdel Aziz Rantisi", "his bodyguards"]
    assert [h.low for h in claim.harm] == [1, 2]


ARMS = [
    ("Militiamen armed with AK-47s shot at a bus near Bossangoa, killing two.", ["AK-47s"]),
    ("Gunmen fired Kalashnikovs and RPGs at a checkpoint in Kunduz.", ["Kalashnikovs", "RPGs"]),
    ("An S-300 missile hit a farm near Zaporizhzhia.", ["S-300 missile"]),
    ("Mobs armed with swords and iron rods attacked Muslim homes in Ahmedabad.", ["swords", "iron rods"]),
]


@pytest.mark.parametrize(("text", "arms"), ARMS)
def test_with_what(text: str, arms: list[str]) -> None:
    assert slot(text, "weapons") == [arms]


def test_a_cease_fire_is_declared_by_who_declares_it() -> None:
    text = "Violence fell after the rebel leader Riek Machar declared a cease-fire in August."
    (claim,) = claims(text)
    assert [a.split()[-1] for a in texts(claim, "attackers")] == ["Machar"]
    assert claim.sources == ()


NOBODY = [
    "Neither the army nor the rebels have claimed the bombing of the bridge at Gore.",
    "A policeman was killed by a bomb that a colleague had been trying to defuse in Lashkar Gah.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_said_to_have_done_it(text: str) -> None:
    assert not any(slot(text, "attackers"))
