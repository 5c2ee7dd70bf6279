"""Unrest: protests and who puts them down, arrests and those behind bars, wars and uprisings dated in passing."""

import pytest
from reading import claims, only

from aftermath.extract.layout.war import is_of_unrest
from aftermath.lang import parse
from aftermath.model import Claim

CLASHES = "Clashes with police went on."
"""A sentence that lets those near it be read."""
FILLER = " The council met in the town hall to talk of schools, roads, water, budgets and the coming season." * 30


def told(text: str) -> list[Claim]:
    """What a sentence tells behind one that only opens it to the reader."""
    return [c for c in claims(f"{CLASHES} {text}") if not c.quotes[0].text.startswith("Clashes with")]


def parties(words: tuple[object, ...]) -> list[str]:
    """The words of a claim's attackers or targets."""
    return [w.text for w in words]  # type: ignore[attr-defined]


def harm(claim: Claim) -> list[tuple[str, str, int | None]]:
    """A claim's tolls, as kind, group and least number."""
    return [(h.kind, h.who, h.low) for h in claim.harm]


def test_a_long_report_of_protests_and_those_held_for_them_is_one_of_conflict() -> None:
    text = "Protesters marched in Lusaka. Police arrested nine of the protesters and detained a lawmaker."
    assert is_of_unrest(parse(text))
    assert not is_of_unrest(parse(text + FILLER))
    assert not is_of_unrest(parse("Parents protested against the new timetable, and a second protest is planned."))


KEPT = [
    ("Dozens of people remained behind bars in Belarus.", [("arrested", "people", 24)], []),
    ("His son and two former ministers are now in prison in Kampala.", None, ["His son", "two former ministers"]),
    ("Thousands of people are in jail in Myanmar since the coup.", [("arrested", "people", 2000)], []),
    ("Four students were put behind bars in Hanoi on Monday.", [("arrested", "students", 4)], ["Four students"]),
]


@pytest.mark.parametrize(("text", "tolls", "who"), KEPT)
def test_those_in_jail_were_arrested(
    text: str, tolls: list[tuple[str, str, int | None]] | None, who: list[str]
) -> None:
    (claim,) = told(text)
    assert (claim.event, claim.stance, claim.attackers) == ("arrest", "asserted", ())
    assert tolls is None or harm(claim) == tolls
    assert parties(claim.targets) == who


def test_who_lives_in_a_jail_is_not_arrested_by_the_way() -> None:
    assert [c.event for c in told("The prisoners in Evin prison sang on Sunday.")] == []


def test_those_arrested_and_those_of_them_still_held_are_one_account() -> None:
    (claim,) = told("More than 200 of the 450 people who were detained in Almaty remain in custody.")
    assert claim.event == "arrest"
    assert sorted(harm(claim)) == [("arrested", "people", 201), ("arrested", "people", 450)]


def test_a_court_that_has_people_kept_in_custody_did_so() -> None:
    (claim,) = told("A judge in Harare ordered on Tuesday that six students should stay in jail.")
    assert (claim.event, claim.stance, harm(claim)) == ("arrest", "asserted", [("arrested", "students", 6)])


def test_a_lead_that_says_dozens_is_told_again_with_the_number() -> None:
    (claim,) = told(
        "Dozens of deputies were detained in Lusaka on Monday. At least 40 deputies were detained in Lusaka on Monday."
    )
    assert harm(claim) == [("arrested", "deputies", 40)]


def test_a_network_may_be_arrested_and_nobody_arms_an_arrest() -> None:
    (claim,) = told("Police arrested a network of spies in Tabriz on charges of buying rifles.")
    assert (claim.event, parties(claim.targets), claim.weapons) == ("arrest", ["a network of spies"], ())


PUT_DOWN = [
    ("Police broke up a rally in Harare on Monday.", ["Police"], ["a rally"]),
    ("The opposition protests in Minsk were crushed by police.", ["police"], ["The opposition protests"]),
    ("Riot police beat dozens of demonstrators in Yerevan on Friday.", ["Riot police"], ["demonstrators"]),
    ("Guards with dogs pushed back against demonstrators in Tbilisi.", ["Guards"], ["demonstrators"]),
]


@pytest.mark.parametrize(("text", "who", "whom"), PUT_DOWN)
def test_who_puts_a_protest_down_did_it_to_those_who_protest(text: str, who: list[str], whom: list[str]) -> None:
    (claim,) = told(text)
    assert (claim.event, parties(claim.attackers), parties(claim.targets)) == ("protest", who, whom)


def test_crowds_chant_and_lawmakers_take_out_a_march() -> None:
    claim = only("A large crowd chanted slogans outside the base in Agadez on Sunday.")
    assert (claim.event, parties(claim.attackers)) == ("protest", ["A large crowd"])
    (claim,) = told("Villagers took out a march from the mosque to the court in Thatta on Monday.")
    assert (claim.event, parties(claim.attackers)) == ("protest", ["Villagers"])


def test_strikes_beside_protests_are_of_workers() -> None:
    assert [c.event for c in told("Miners held strikes and rallies in Jos on Monday.")] in ([], ["protest"])
    assert [c.event for c in told("A wave of protests and strikes swept Sri Lanka in April.")] == ["protest"]
    assert "air_strike" in [c.event for c in told("Air strikes hit Idlib on Monday.")]


def test_people_who_died_in_the_violence_of_protests_were_killed() -> None:
    (claim,) = told("Twelve protesters and three policemen were killed in the violence in Conakry.")
    assert claim.event == "killing"
    assert parties(claim.targets) == ["Twelve protesters", "three policemen"]


def test_a_protest_that_only_left_people_dead_is_their_killing() -> None:
    found = told("Nationwide protests over fuel prices in 2019 left 300 people dead.")
    assert [(c.event, harm(c)) for c in found] == [("killing", [("killed", "people", 300)])]


def test_people_left_injured_are_not_driven_out() -> None:
    claim = only("Residents clashed with police in Arequipa, leaving eight people injured.")
    assert (claim.event, harm(claim)) == ("protest", [("injured", "people", 8)])


def test_a_protest_next_month_has_not_happened() -> None:
    found = told("The ministry warned shopkeepers of violence during the miners' protests next month.")
    assert "protest" not in [c.event for c in found]
    assert [c.event for c in told("Miners are planning a string of rallies in Jos.")] == []


def test_who_does_not_link_arrests_with_a_protest_denies_no_arrest() -> None:
    assert told("The governor would not connect the arrests with the sit-in.") == []


WARS = [
    ("Salt has been scarce in Tigray since a bitter war with Eritrea last May.", ["Eritrea"]),
    (
        "The president has been under pressure since Armenia's defeat by Azerbaijan in a six-week war last autumn.",
        ["Armenia", "Azerbaijan"],
    ),
]


@pytest.mark.parametrize(("text", "sides"), WARS)
def test_a_war_named_with_its_day_and_its_sides_is_told(text: str, sides: list[str]) -> None:
    (claim,) = told(text)
    assert (claim.event, claim.scope, parties(claim.attackers)) == ("armed_clash", "campaign", sides)
    assert claim.when is not None


def test_a_war_with_no_day_or_no_side_only_dates_something() -> None:
    assert told("It was the worst flood since the war.") == []
    assert told("Farming has changed since a bitter war with Eritrea.") == []


def test_an_uprising_that_toppled_somebody_is_a_protest() -> None:
    (claim,) = told("The 2011 uprisings overthrew three presidents.")
    assert (claim.event, claim.scope) == ("protest", "campaign")


def test_many_who_are_forced_into_exile_are_displaced_and_one_ruler_is_not() -> None:
    (claim,) = told("The regime forced opposition leaders into exile.")
    assert (claim.event, parties(claim.attackers)) == ("displacement", ["The regime"])
    assert told("The junta forced President Diallo into exile.") == []


def test_hundreds_of_deaths_are_a_toll_and_no_count() -> None:
    found = told("The crackdown in Sudan brought hundreds of deaths.")
    assert [(harm(c), c.count) for c in found] == [([("killed", "people", 200)], None)]


def test_who_is_then_taken_to_hospital_is_hurt_once() -> None:
    found = claims("A policeman was wounded in a shootout in Kano. He was taken to hospital.")
    assert len(found) == 1
    assert harm(found[0]) == [("injured", "police", 1)]


def test_the_included_are_arrested_too() -> None:
    (claim,) = told(
        "The regime is detaining thousands of people in Baku, including journalists and members of a union."
    )
    assert "journalists" in parties(claim.targets)


def test_us_may_be_captured() -> None:
    (claim,) = told("Militiamen captured about 40 of us in Sabha, the migrant said.")
    assert (claim.event, parties(claim.attackers), harm(claim)) == (
        "abduction",
        ["Militiamen"],
        [("abducted", "people", 40)],
    )


def test_a_crowd_set_upon_is_a_killing_where_people_died() -> None:
    (claim,) = told("Police broke up the rally in Lome on Monday, killing two people.")
    assert (claim.event, parties(claim.attackers), harm(claim)) == ("killing", ["Police"], [("killed", "people", 2)])
    (claim,) = told("Police charged the crowd with batons in Dakar on Friday and wounded 10 people.")
    assert (claim.event, parties(claim.targets), harm(claim)) == ("protest", ["the crowd"], [("injured", "people", 10)])


def test_live_rounds_against_protesters_are_used_on_a_crowd() -> None:
    (claim,) = told("Activists say police used live ammunition against demonstrators in Conakry on Monday.")
    assert (claim.event, parties(claim.attackers)) == ("protest", ["police"])


def test_who_is_shot_in_the_back_fought_nobody() -> None:
    (claim,) = told("A teacher was shot in the back by police during a march in Oaxaca on Monday.")
    assert (claim.event, parties(claim.attackers), parties(claim.targets)) == ("killing", ["police"], ["A teacher"])


def test_burning_tyres_are_no_destruction() -> None:
    (claim,) = told("Farmers blocked highways around Lima with rocks and burning tyres on Wednesday.")
    assert (claim.event, parties(claim.attackers)) == ("protest", ["Farmers"])


def test_unions_and_movements_take_to_the_streets() -> None:
    (claim,) = told("Unions organised a march in Oaxaca on Friday.")
    assert (claim.event, parties(claim.attackers)) == ("protest", ["Unions"])
    (claim,) = told("The Oromo movement held weekly protests in Addis Ababa from 2014 to 2018.")
    assert (claim.event, parties(claim.attackers)) == ("protest", ["The Oromo movement"])


def test_unrest_that_is_only_ranked_is_no_protest_of_its_own() -> None:
    found = told("Police fired on a crowd in Thala in the deadliest unrest that the country has seen.")
    assert "protest" not in [c.event for c in found]


def test_who_was_going_to_turn_out_fled_nowhere() -> None:
    assert claims("Thousands of people were going to turn out in Minsk, and the rulers became afraid.") == ()


def test_people_who_demonstrate_are_beaten_at_a_protest() -> None:
    found = claims("Police beat people who were demonstrating peacefully in Minsk on Sunday.")
    assert {c.event for c in found} == {"protest"}
