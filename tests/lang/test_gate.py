"""The gate holds back what cannot carry a claim, and nothing that might."""

import pytest

from aftermath.lang.gate import group_of, passes

QUIET = "He likes tea .".split()


@pytest.mark.parametrize(
    "sentence",
    [
        "Five people died when the roof of the school fell in .",
        "Warplanes hit the market .",
        "The two sides agreed on a truce .",
        "Soldiers took the town .",
        "Villagers were rounded up .",
        "AN ARMY PATROL CAME UNDER FIRE .",
        "The rebels freed 12 hostages .",
    ],
)
def test_what_is_read(sentence: str) -> None:
    assert passes([sentence.split()]) == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "Shares in the bank rose by four per cent .",
        "She has written three novels and lives in Paris .",
        "The film opens on Friday .",
    ],
)
def test_what_is_held_back(sentence: str) -> None:
    assert passes([sentence.split(), *[QUIET] * 3])[0] is False


def test_in_a_post_a_weak_word_will_do() -> None:
    assert passes(["Tanks rolled into the city .".split(), QUIET]) == [True, False]


def test_a_weak_word_is_read_near_a_strong_one_alone() -> None:
    tail = "Four of them were women .".split()
    strong = "A bomb exploded .".split()
    assert passes([tail, *[QUIET] * 3])[0] is False
    assert passes([QUIET, QUIET, strong, QUIET, tail]) == [True, True, True, False, True]
    assert passes([QUIET, QUIET, tail, QUIET, QUIET, QUIET, strong]) == [True, True, *[False] * 4, True]


def test_the_lead_is_read_where_anything_strong_follows() -> None:
    assert passes([QUIET] * 4) == [False] * 4
    assert passes([QUIET] * 9 + ["Shells fell .".split()])[:3] == [True, True, False]


@pytest.mark.parametrize(
    ("word", "group"), [("shelling", "!"), ("Bombed", "!"), ("shellfish", ""), ("17", "number"), ("tea", "")]
)
def test_groups(word: str, group: str) -> None:
    assert group_of(word) == group
