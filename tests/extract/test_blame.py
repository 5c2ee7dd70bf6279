"""Whom somebody charges, and that what is answered did happen."""

import pytest
from reading import claims, only

CHARGED = [
    ("Kyiv pointed the finger at Moscow for the strike on Kramatorsk that killed 50 people.", ["Moscow"]),
    ("Residents pointed fingers at the army for the strike on the market in Togoga.", ["the army"]),
    ("The opposition placed responsibility for the massacre in Houla on the army.", ["the army"]),
    ("Kyiv held Moscow responsible for Friday's strike on Kramatorsk.", ["Moscow"]),
    (
        "According to Khamis Abakar, the governor, RSF fighters and allied militias were committing genocide.",
        ["RSF fighters", "allied militias"],
    ),
    (
        "According to a lawyer, soldiers at a roadblock fired on cars that were carrying mourners, and killed seven.",
        ["soldiers"],
    ),
]


@pytest.mark.parametrize(("text", "attackers"), CHARGED)
def test_who_is_charged(text: str, attackers: list[str]) -> None:
    claim = only(text)
    assert [a.text for a in claim.attackers] == attackers
    assert not set(attackers) & {t.text for t in claim.targets}


HAPPENED = [
    "Officials were quick to answer for the bombing in Baghdad that killed 32 people.",
    "The army vowed to avenge the ambush that killed nine of its men near Goma.",
]


@pytest.mark.parametrize("text", HAPPENED)
def test_a_bombing_that_killed_did_happen(text: str) -> None:
    assert [c.stance for c in claims(text)] == ["asserted"]


BOTH_BLAMED = [
    "Kyiv blamed separatists for the shelling of Avdiivka. The separatists said Ukrainian forces had fired on "
    "the town. Forty people were wounded.",
    "A market in Taiz was shelled. The government blamed the Houthis. At least nine people were killed.",
]


@pytest.mark.parametrize("text", BOTH_BLAMED)
def test_a_toll_is_laid_to_nobody_whom_one_party_alone_blames(text: str) -> None:
    (toll,) = [c for c in claims(text) if c.harm]
    assert (toll.attackers, toll.sources) == ((), ())
