"""Who died later of what was done to him is among the dead of that event, and counted once."""

import pytest
from reading import claims, only

DIED = [
    ("A grenade wounded a policeman in Quetta on Friday. He died of his injuries on Sunday.", [("killed", 1)]),
    (
        "A mine wounded four soldiers in Kidal on Friday. One of them died of his wounds on Sunday, the army said.",
        [("injured", 4), ("killed", 1)],
    ),
    ("A sniper shot a reporter in Taiz on Friday. She died the next day.", [("killed", 1)]),
    ("The mayor was taken to hospital in Taiz on Friday, where he died of gunshot wounds.", [("killed", 1)]),
    (
        "Gunmen opened fire on the mayor in Taiz on Friday, hitting him in the chest. He was rushed to hospital,"
        " where he died.",
        [("killed", 1)],
    ),
    (
        "Three men were taken to hospital in Aden on Friday, where two died after the blast.",
        [("injured", 3), ("killed", 2)],
    ),
]


@pytest.mark.parametrize(("text", "harm"), DIED)
def test_a_death_of_wounds_is_of_the_event_that_gave_them(text: str, harm: list[tuple[str, int]]) -> None:
    claim = only(text)
    assert [(h.kind, h.low) for h in claim.harm] == harm
    assert claim.when is not None
    assert claim.when.text == "on Friday"


def test_some_of_the_dead_are_part_of_them() -> None:
    (claim,) = claims("Nine people were killed by bombs in Belfast on Friday. Six of them died at a bus station.")
    assert [(h.low, h.part_of) for h in claim.harm] == [(9, None), (6, 0)]


def test_who_died_of_age_was_not_killed() -> None:
    assert not claims("A former minister died of burns at 84 in Cairo. He had been ill.")


def test_parts_go_on_pointing_at_their_whole() -> None:
    (claim,) = claims(
        "A mine hurt a driver and killed six soldiers, two of them officers, in Kidal on Friday. He died of his wounds."
    )
    assert [(h.kind, h.low, h.part_of) for h in claim.harm] == [
        ("killed", 6, None),
        ("killed", 2, 0),
        ("killed", 1, None),
    ]
