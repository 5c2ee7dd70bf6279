"""What it was done with: things made into bombs, measures of explosives, blows."""

import pytest
from reading import claims, only

WEAPONS = [
    (
        "A truck loaded with explosives blew up at a junction in Mogadishu.",
        "explosion",
        ["truck loaded with explosives"],
    ),
    ("Two suicide car bombs killed seven people in Mosul.", "suicide_bombing", ["suicide car bombs"]),
    ("Some 200 kilos of explosives destroyed a bridge near Kasaba.", "explosion", ["kilos of explosives"]),
    ("Helicopters dropped explosive barrels on Daraya, killing five people.", "air_strike", ["explosive barrels"]),
    ("Attackers wielding axes hacked three herders to death near Jos.", "killing", ["axes"]),
    ("Police beat demonstrators with batons in Harare, injuring 20.", "protest", ["batons"]),
    (
        "A local man rammed a car packed with explosives into a bus in Lethpora, killing 40 policemen.",
        "suicide_bombing",
        ["car packed with explosives"],
    ),
    ("Troops destroyed two vehicles equipped with machine guns near Bir al-Abd.", "destruction", []),
]


@pytest.mark.parametrize(("text", "event", "weapons"), WEAPONS)
def test_with_what(text: str, event: str, weapons: list[str]) -> None:
    assert [(c.event, [w.text for w in c.weapons]) for c in claims(text)] == [(event, weapons)]


def test_a_weight_is_no_number_of_strikes() -> None:
    (claim,) = claims("Some 200 kilos of explosives destroyed a bridge near Kasaba.")
    assert claim.count is None


COUPLES = [
    ("A glide bomb hit a house in Kupiansk, killing an elderly couple.", [2]),
    ("Gunmen shot dead a couple in Quetta.", [2]),
    ("A young couple and their infant were killed by a missile in Rafah.", [2, 1]),
]


@pytest.mark.parametrize(("text", "killed"), COUPLES)
def test_a_couple_are_two(text: str, killed: list[int]) -> None:
    assert [h.low for c in claims(text) for h in c.harm if h.kind == "killed"] == killed


def test_drones_that_a_side_launches_are_a_strike() -> None:
    claim = only("Russia launched 36 drones at Odesa overnight, the governor said.")
    assert (claim.event, [p.text for p in claim.attackers]) == ("air_strike", ["Russia"])
    assert claims("Iran launched a new drone on Monday, state media said.") == ()
