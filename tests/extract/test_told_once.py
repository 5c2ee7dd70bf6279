"""One event told in two words is one claim; what only points at an event makes none."""

import pytest
from reading import claims

ONCE = [
    ("Soldiers stormed the village of Kiwanja on Friday and led away nine men.", ["armed_clash", "arrest"]),
    ("The Taliban announced a three-day truce on Monday after fighting in Kunduz.", ["agreement", "armed_clash"]),
    ("In a raid near Bago on Sunday, residents said, soldiers shot dead two farmers.", ["killing"]),
    (
        "In Aleppo, six people were killed and nine hurt on Saturday when jets bombed a tent in Bab al-Nayrab.",
        ["air_strike"],
    ),
    ('"Planes bombed Halabja in March," said a commander, who put the number of dead at 5,000.', ["air_strike"]),
    ("Gunmen shot two teachers in Gao on Monday and fled towards the border.", ["killing"]),
    ("Soldiers dropped their arms and fled into the hills near Sevare.", ["territory_taken"]),
    ("The government sent troops into Hama on Sunday.", ["territory_taken"]),
    ("The rebels have agreed to a truce in Hodeidah.", ["agreement"]),
    ("Rebels shelled Taiz on Monday. At least 17 people died there.", ["shelling"]),
]
NOT_TOLD = [
    "Soldiers fired into the air in Cairo on Friday.",
    "The clinic treats families displaced from Hodeida by the war.",
    "Civilian deaths in Helmand fell by 15 percent in the first half of the year.",
    "The army was not aware of any shelling in the area of Bakhmut, a spokesman said.",
    "Fighters rejected the truce on Monday.",
    "The armed strike that the rebels called for Monday emptied the streets of Quibdo.",
]


@pytest.mark.parametrize(("text", "events"), ONCE)
def test_an_event_is_told_once(text: str, events: list[str]) -> None:
    assert [claim.event for claim in claims(text)] == events


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_is_only_spoken_of_is_no_claim(text: str) -> None:
    assert not claims(text)


def test_a_speaker_is_not_displaced_in_his_own_report() -> None:
    text = "A nurse who crossed into Chad on Friday said soldiers shot dead four of the wounded in Geneina."
    assert [claim.event for claim in claims(text)] == ["killing"]


def test_the_wounded_that_a_clinic_takes_in_are_not_displaced() -> None:
    found = claims("Two clinics have taken in 360 wounded since the shelling of Saturday, the group said.")
    assert "displacement" not in {claim.event for claim in found}


def test_people_are_held_in_the_kind_of_their_event() -> None:
    (held,) = [c for c in claims("Soldiers entered Katyr-Yurt and led away 20 men.") if c.event == "arrest"]
    assert [(harm.kind, harm.low) for harm in held.harm] == [("arrested", 20)]


def test_another_is_one_more_person() -> None:
    (claim,) = claims("One man was shot dead in Gao on Monday and another was wounded.")
    assert [(harm.kind, harm.low) for harm in claim.harm] == [("killed", 1), ("injured", 1)]


def test_what_must_follow_leaves_the_event_told() -> None:
    (claim,) = claims("The shelling of the hospital in Kharkiv on Monday must not go unpunished, the minister said.")
    assert claim.stance == "asserted"


def test_aid_that_is_not_let_in_is_a_siege() -> None:
    text = "The army besieged Madaya in July. No food has been allowed into the town since January, the U.N. said."
    assert "siege" in {claim.event for claim in claims(text) if "January" in claim.quotes[-1].text}


def test_unrest_that_began_is_a_protest() -> None:
    (claim,) = claims("The unrest began on Monday in Wad Madani.")
    assert (claim.event, [p.text for p in claim.where]) == ("protest", ["Wad Madani"])
