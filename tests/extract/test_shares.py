"""Numbers that stand with a place each in one list are an account for each place."""

import pytest
from reading import claims

LISTS: list[tuple[str, list[tuple[str, int]]]] = [
    ("Six people were killed in Homs, four in Hama and two in Deraa.", [("Homs", 6), ("Hama", 4), ("Deraa", 2)]),
    ("Nine people were killed in Tikrit, and five more in Samarra.", [("Tikrit", 9), ("Samarra", 5)]),
    ("Army drones killed 12 people in Sagaing and 8 in Chin state.", [("Sagaing", 12), ("Chin state", 8)]),
    ("Soldiers shot dead three men in Segou and two others in Mopti.", [("Segou", 3), ("Mopti", 2)]),
    (
        "At least 20 people were killed: 12 in Goma, five in Sake and three in Rutshuru.",
        [("Goma", 12), ("Sake", 5), ("Rutshuru", 3)],
    ),
]


@pytest.mark.parametrize(("text", "read"), LISTS)
def test_each_place_has_its_own_dead(text: str, read: list[tuple[str, int]]) -> None:
    told = claims(text)
    assert [(c.where[0].text, *(h.low for h in c.harm)) for c in told] == read


def test_the_arms_and_the_doer_are_those_of_the_whole() -> None:
    _, there = claims("Rebel shelling killed five people in Taiz, three in Marib.")
    assert (there.event, [p.text for p in there.attackers]) == ("shelling", ["Rebel"])


def test_the_wounded_of_a_second_place_are_not_dead() -> None:
    told = claims("Shelling killed 12 people in Sagaing and eight in Falam were wounded.")
    assert ("killed", 8) not in [(h.kind, h.low) for c in told for h in c.harm]
