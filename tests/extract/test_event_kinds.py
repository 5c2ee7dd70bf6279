"""What an event is called: by who fires and with what, and for a toll alone by the passage or by its own words."""

import pytest
from reading import claims, only

KINDS = [
    ("Army helicopters opened fire on a crowd in Nyala on Monday, killing six people.", "air_strike"),
    ("Helicopters shot at people in the Shirabad district on Monday.", "air_strike"),
    ("Ethiopian troops, supported by drones, shelled Adwa on Monday.", "shelling"),
    ("The Guards fired 12 ballistic missiles and dozens of drones at a base near Erbil on Monday.", "shelling"),
    ("A coalition raid on Sanaa killed six people on Monday.", "air_strike"),
    ("Coalition troops killed four militants in a raid in Kunar on Monday.", "armed_clash"),
    ("The armed forces bombed rebel camps near La Uribe on Monday.", "air_strike"),
    ("Six people were killed when the Ansari district was targeted with explosive barrels on Monday.", "air_strike"),
    ("Taliban fighters drove a truck filled with explosives into a police post in Helmand.", "suicide_bombing"),
    ("A man rammed a car packed with explosives into a bus at Lethpora, killing 40 policemen.", "suicide_bombing"),
    ("A truck packed with explosives burst through the gate of a barracks in Argun.", "suicide_bombing"),
    ("A boy died when his belt went off at a checkpoint in Saada on Friday.", "suicide_bombing"),
]
TOLLS = [
    (
        "Two drones struck a depot near Taiz on Monday. A bulldozer ran over a mine on the road to Mocha: three died.",
        ["air_strike", "explosion"],
    ),
    (
        "Rockets fell on Donetsk on Monday.\n\nOfficials spoke of a fire at a market.\n\n"
        "The ministry said that 40 of its soldiers were killed near Bakhmut on Wednesday.",
        ["shelling", "armed_clash"],
    ),
    (
        "Air strikes hit Pauk on Sunday.\n\nNobody was allowed in.\n\nNine people were killed in Gangaw on Tuesday.",
        ["air_strike", "killing"],
    ),
    (
        "Mortars fell on Abu Salim on Monday. The health ministry said 56 people were killed in the past 24 hours.",
        ["shelling", "armed_clash"],
    ),
    ("Mortars fell on Abu Salim on Monday. The health ministry said 56 people were killed.", ["shelling"]),
    (
        "A man was beaten to death in Najaf on Thursday, hours after a car bomb killed nine people in Sadr City.",
        ["killing", "explosion"],
    ),
]


@pytest.mark.parametrize(("text", "event"), KINDS)
def test_kind_by_means_and_doer(text: str, event: str) -> None:
    assert only(text).event == event


@pytest.mark.parametrize(("text", "events"), TOLLS)
def test_kind_of_a_toll_alone(text: str, events: list[str]) -> None:
    assert sorted({claim.event for claim in claims(text)}) == sorted(events)


def test_whom_kidnappers_release_was_held() -> None:
    assert [c.event for c in claims("Kidnappers released 28 schoolchildren in Kaduna.")] == ["escape"]


def test_nobody_hurt_and_nothing_told_is_no_claim() -> None:
    assert claims("Masked men robbed a bank in Malmo on Monday. No one was hurt.") == ()
