"""Who did it, to whom and on whose word, by shapes of plain copy: courts, charges, "they", lists of names, speakers."""

import pytest
from reading import claims, only

from aftermath.model import Claim


def doers(claim: Claim) -> list[str]:
    """Who did it by a claim."""
    return [a.text for a in claim.attackers]


def hit(claim: Claim) -> list[str]:
    """Who or what was hit by a claim."""
    return [t.text for t in claim.targets]


def said(claim: Claim) -> list[str]:
    """On whose word a claim rests."""
    return [s.text for s in claim.sources]


FOR_IT = [
    (
        "A court in Kampala sentenced two constables to life in prison for murdering a hawker in Gulu in 2016.",
        ["two constables"],
    ),
    ("Judges convicted the colonel of ordering the massacre of 90 villagers in Dos Erres in 1982.", ["the colonel"]),
    ("The bishop condemned the gendarmes for killing nine marchers in Lome on Monday.", ["the gendarmes"]),
    ("The president praised troops for killing 30 rebels in Bosso on Sunday.", ["troops"]),
    ("The jury acquitted two guards of shooting dead four inmates in Lima in 1986.", []),
]


@pytest.mark.parametrize(("text", "who"), FOR_IT)
def test_who_is_punished_or_praised_for_a_deed_did_it_and_no_court(text: str, who: list[str]) -> None:
    (claim,) = claims(text)
    assert doers(claim) == who


CHARGED = [
    ("A witness in the trial of Dominic Ongwen for a 2004 massacre in Lukodi has died.", ["Dominic Ongwen"]),
    ("The warlord is wanted for the massacre of 60 herders in Bossangoa in 2014.", ["The warlord"]),
    ("The general is on trial for the killing of 200 villagers in Beni in 2001.", ["The general"]),
    ("A former governor went on trial in Bern for the massacre of 50 Tutsis in Kibuye.", ["A former governor"]),
]


@pytest.mark.parametrize(("text", "who"), CHARGED)
def test_who_is_only_charged_is_named_and_it_is_unconfirmed(text: str, who: list[str]) -> None:
    claim = only(text)
    assert (doers(claim), claim.stance) == (who, "unconfirmed")


def test_a_part_in_a_killing_is_charged_too() -> None:
    arrest, killing = claims("Two guards were arrested in Minna for their alleged role in the killing of a driver.")
    assert (doers(arrest), doers(killing), killing.stance) == ([], ["Two guards"], "unconfirmed")


def test_men_charged_with_a_bombing_are_no_air_force() -> None:
    claim = only("Prosecutors indicted three Syrians over the bombing of a disco in Vienna in 1987.")
    assert (claim.event, doers(claim)) == ("explosion", ["three Syrians"])


def test_who_was_sacked_or_seen_is_not_who_was_killed() -> None:
    assert hit(only("The chief was sacked after the killing of two drivers by officers in Kitwe.")) == ["two drivers"]
    assert not hit(only("Police sought two men seen near the depot before the blast in Jos that killed nine people."))


BLAMED = [
    "The killing of six traders near Butembo, which villagers blamed on rebels, drew an outcry.",
    "A bomb hit a bus in Butembo, killing two. Nobody claimed the blast, which villagers blamed on rebels.",
    "The bombing, which villagers attributed to rebels, killed 11 people in Butembo on Tuesday.",
    "The blast, which villagers pinned on rebels, killed 11 people in Butembo on Tuesday.",
]


@pytest.mark.parametrize("text", BLAMED)
def test_what_somebody_blames_on_rebels_is_his_word_and_not_the_reports(text: str) -> None:
    own, charge = claims(text)
    assert (doers(own), said(own)) == ([], [])
    assert (doers(charge), said(charge)) == (["rebels"], ["villagers"])


def test_it_is_blamed_on_whom_stands_behind() -> None:
    claim = only("Six rangers died in Virunga on Sunday, officials said, blaming it on Mai-Mai fighters.")
    assert doers(claim) == ["Mai-Mai fighters"]
    assert doers(only("The raid, blamed on bandits, killed 12 people in Dikwa on Saturday.")) == ["bandits"]


SIDES = [
    ("Fighting between the army and the SPLM-N killed 30 people in Kauda on Friday.", 2),
    ("Fighting between government and opposition forces left 50 dead in Wau on Friday.", 2),
    ("Two army deserters died when they clashed with soldiers in Hakha on Saturday.", 2),
    ("Several battles of the Spanish Civil War were fought near Teruel.", 0),
]


@pytest.mark.parametrize(("text", "sides"), SIDES)
def test_both_sides_of_a_clash_are_named_and_no_nation_for_its_civil_war(text: str, sides: int) -> None:
    assert len(doers(claims(text)[0])) == sides


def test_answering_fire_is_of_those_who_were_stoned() -> None:
    *_, killing = claims(
        "Youths threw stones at guards, who responded with live rounds, killing two in Sfax on Friday."
    )
    assert doers(killing) == ["guards"]


def test_what_is_done_while_people_sleep_is_done_by_those_who_came() -> None:
    *_, killing = claims(
        "Fighting went on. Militiamen stormed the camp in Kalma while people slept and killed six of them."
    )
    assert doers(killing) == ["Militiamen"]


def test_who_was_shot_in_an_incident_by_marines_was_shot_by_them() -> None:
    assert doers(only("Three guards were killed in a mistaken-identity incident by marines near Marjah.")) == [
        "marines"
    ]


MARCHING = [
    "The government had banned rallies. Some 30 lawyers were detained in Harare after they staged a protest march.",
    "The government had banned rallies. Lawyers left the court in Harare. Later they held a protest march.",
]


@pytest.mark.parametrize("text", MARCHING)
def test_they_who_march_are_the_people_told_of_last(text: str) -> None:
    *_, march = claims(text)
    assert march.event == "protest"
    assert "awyers" in doers(march)[0]


def test_who_comes_out_against_a_junta_protests() -> None:
    assert doers(only("Hundreds of nurses came out against the junta in Dawei on Sunday.")) == ["nurses"]


def test_police_who_charge_at_a_crowd_say_nothing() -> None:
    found = claims("Police charged at demonstrators in Batumi on Friday, dragging several of them away.")
    assert all(not c.sources for c in found)


KILLINGS = [
    ("A sergeant's killing by smugglers in Zuwara on Sunday set off protests.", ["smugglers"], ["A sergeant"]),
    (
        "The arrest by security forces of a Tuareg activist in Kidal was condemned.",
        ["security forces"],
        ["a Tuareg activist"],
    ),
    ("The police's killing of a student in Enugu on Monday drew condemnation.", ["The police"], ["a student"]),
]


@pytest.mark.parametrize(("text", "who", "whom"), KILLINGS)
def test_whose_killing_it_is_and_whom_it_is_of(text: str, who: list[str], whom: list[str]) -> None:
    claim = claims(text)[0]
    assert (doers(claim), hit(claim)) == (who, whom)
    assert all(h.who != "police" for h in claim.harm)


NAMES = [
    ("Hadi, 8, Samir, 10 and Lina, 12, were killed when a shell hit a house in Taiz.", ["Hadi", "Samir", "Lina"]),
    ("Gunmen kidnapped two nurses, Ana Ruiz and Eva Gil, near Apure on Friday.", ["Ana Ruiz", "Eva Gil"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_every_name_of_a_list_is_a_victim_and_no_age(text: str, names: list[str]) -> None:
    (claim,) = claims(text)
    assert set(names) <= set(hit(claim))
    assert all((h.low or 0) < 8 for h in claim.harm)


def test_he_may_be_named_behind_his_clause_or_as_one_of_the_dead() -> None:
    assert hit(only("Before he was killed by rebels, the mayor of Dori had received threats.")) == ["the mayor of Dori"]
    last = claims("One of the dead was a priest, Father Luis Ortega. The agency said he was killed by guerrillas.")[-1]
    assert hit(last) == ["Father Luis Ortega"]


def test_the_family_of_a_boy_was_not_shot() -> None:
    claim = only("The family of a boy shot dead by a sniper in Taiz on Monday said he had been fetching water.")
    assert "family" not in [h.who for h in claim.harm]


def test_a_reply_has_no_targets_of_its_own() -> None:
    _, reply = claims("Shells hit a clinic in Sloviansk on Monday, killing two. The army denied it.")
    assert (reply.stance, hit(reply), [h.low for h in reply.harm]) == ("denied", [], [2])


def test_relatives_deny_what_the_dead_are_charged_with() -> None:
    found = claims(
        "Two brothers were shot dead by troops at a roadblock near Jenin. The army said they had drawn knives. Their"
        " father denied it."
    )
    assert all(c.stance != "denied" for c in found)


SPEAKERS = [
    ("Some 4,000 have been killed by the army, says the Prisoners' Aid Association, and 900 held.", "Association"),
    ("The navy sank a dhow off Aden, the news agency Saba quoted the ministry as saying.", "ministry"),
    ("Amnesty was able to confirm the deaths of 12 people in Ituri in May.", "Amnesty"),
    ("Four militants were killed in Hit, according to a statement released by the agency of Iraq.", "agency of Iraq"),
    ("Figures compiled by the UN show that 300 civilians were killed in Herat last year.", "UN"),
    ("The Doctors' Network, in a statement, accused the militia of killing 18 civilians in Gezira.", "Network"),
]


@pytest.mark.parametrize(("text", "who"), SPEAKERS)
def test_who_speaks_stands_between_commas_or_behind_his_paper(text: str, who: str) -> None:
    claim = claims(text)[0]
    assert [who in s for s in said(claim)] == [True]
    assert all("Association" not in d for d in doers(claim))


def test_a_quotation_of_several_sentences_has_one_speaker() -> None:
    found = claims(
        'Ibrahim Salem keeps a list of the dead. "This man was shot by soldiers in Sirte. That man was killed by a'
        ' mine," he says.'
    )
    assert [said(c) for c in found] == [["Ibrahim Salem"]] * 2


def test_who_is_cited_or_named_in_apposition_speaks_on() -> None:
    *_, burnt = claims(
        "Eleven were found shot, according to a resident. He said soldiers had burned 20 houses in Kone."
    )
    assert said(burnt) == ["a resident"]
    *_, last = claims(
        "Mayor Ali Hassan said 40 people had fled Kutum. One of them, Zahra Idris, said she had hidden in a well. She"
        " said gunmen had shot her neighbour."
    )
    assert said(last) == ["Zahra Idris"]


def test_who_is_sentenced_to_death_for_a_bombing_did_it_and_who_is_hanged_for_it_is_charged() -> None:
    claim = only("A court in Homel sentenced two men to death for the bombing of a metro station in 2011.")
    assert (doers(claim), claim.stance) == (["two men"], "asserted")
    _, murder = claims("Three Kurds were hanged in Tehran on Sunday for the murder of two guards in Marivan.")
    assert (doers(murder), murder.stance) == (["Three Kurds"], "unconfirmed")
