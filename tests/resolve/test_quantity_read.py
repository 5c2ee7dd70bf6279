"""Words of number and the numbers they allow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftermath.model import Misuse
from aftermath.resolve.quantity import read

GUIDE = {
    "10": (10, 10),
    "at least 10": (10, None),
    "At least ten mourners": (10, None),
    "no fewer than seven": (7, None),
    "a minimum of 30": (30, None),
    "20 or more": (20, None),
    "100+": (100, None),
    "up to 20": (None, 20),
    "as many as 20 shells": (None, 20),
    "at most six": (None, 6),
    "fewer than 50": (None, 49),
    "more than 70": (71, None),
    "well over 200": (201, None),
    "passed 5,400": (5401, None),
    "some 20": (20, 20),
    "about 4,000 villagers": (4000, 4000),
    "nearly 300": (300, 300),
    "an estimated 3,000": (3000, 3000),
    "close to fifty": (50, 50),
    "20 or so": (20, 20),
    "40-odd fighters": (40, 40),
    "another 15": (15, 15),
    "a total of 137": (137, 137),
    "between 5 and 8": (5, 8),
    "5 to 8": (5, 8),
    "5-8 farmers": (5, 8),
    "from 20 to 30 thousand": (20_000, 30_000),
    "two to three hundred": (200, 300),
    "five or six": (5, 6),
    "at least 10 to 12": (10, None),
    "dozens": (24, None),
    "dozens more": (24, None),
    "scores of worshippers": (40, None),
    "hundreds": (200, None),
    "thousands": (2000, None),
    "tens of thousands": (20_000, None),
    "hundreds of thousands": (200_000, None),
    "several": (3, None),
    "a number of mortar rounds": (3, None),
    "several hundred": (300, None),
    "a few dozen": (36, None),
    "a dozen": (12, 12),
    "half a dozen": (6, 6),
    "more than two dozen": (25, None),
    "forty five": (45, 45),
    "one hundred and twenty-five": (125, 125),
    "two thousand five hundred": (2500, 2500),
    "1.2 million": (1_200_000, 1_200_000),
    "three lakh": (300_000, 300_000),
    "half a million": (500_000, 500_000),
    "many": (None, None),
    "countless": (None, None),
    "an unknown number of hostages": (None, None),
    "a man": (1, 1),
    "a 45-year-old fisherman": (1, 1),
    "his bodyguard": (1, 1),
    "the mayor": (1, 1),
    "Governor Ilyas Daud": (1, 1),
    "a family": (None, None),
    "a family of five": (5, 5),
    "both brothers": (2, 2),
    "a couple": (2, 2),
    "a father and two sons": (3, 3),
    "five soldiers, two policemen and a civilian": (8, 8),
    "a nurse and her three patients": (4, 4),
    "a priest and children": (1, None),
    "10 civilians and soldiers": (10, 10),
    "10 people, three of them children": (10, 10),
    "14 people including two nuns": (14, 14),
    "three herders were killed and 10 wounded": (3, 3),
    "no": (0, 0),
    "no casualties": (0, 0),
    "nobody": (0, 0),
    "none": (0, 0),
    "the killing of a bus driver": (1, 1),
    "villagers": None,
    "Ardit Hoxha, 24": (1, 1),
    "27-year-old Leyla Demir": (1, 1),
    "two 12-year-old boys": (2, 2),
    "twin blasts": (2, 2),
    "1.5mn people": (1_500_000, 1_500_000),
    "aged 12": None,
    "the northern front": None,
}


@pytest.mark.parametrize(("words", "allowed"), GUIDE.items())
def test_guide(words: str, allowed: tuple[int | None, int | None] | None) -> None:
    assert read(words) == allowed


@pytest.mark.parametrize(
    ("words", "allowed"),
    {
        "tens": (10, None),
        "dozens": (12, None),
        "hundreds of militiamen": (100, None),
        "at least dozens": (12, None),
        "17": (17, 17),
        "several": (3, None),
    }.items(),
)
def test_acled(words: str, allowed: tuple[int | None, int | None]) -> None:
    assert read(words, "acled") == allowed


def test_unknown_convention_is_misuse() -> None:
    with pytest.raises(Misuse, match="guide or acled"):
        read("ten", "ucdp")


@given(st.integers(1, 999_999))
def test_figures_mean_themselves(number: int) -> None:
    assert read(f"{number:,}") == (number, number)
    assert read(f"at least {number:,} people") == (number, None)
    assert read(f"more than {number:,} people") == (number + 1, None)
    assert read(f"up to {number:,} people") == (None, number)


_ONES = "one two three four five six seven eight nine".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


@given(st.integers(1, 9), st.integers(2, 9), st.integers(1, 9), st.sampled_from(["-", " "]))
def test_number_words_add_up(hundreds: int, tens: int, ones: int, link: str) -> None:
    words = f"{_ONES[hundreds - 1]} hundred and {_TENS[tens - 2]}{link}{_ONES[ones - 1]}"
    number = hundreds * 100 + tens * 10 + ones
    assert read(words) == (number, number)
    assert read(f"{words} thousand") == (number * 1000, number * 1000)


@given(st.integers(1, 900), st.integers(1, 90), st.sampled_from(["{} to {}", "between {} and {}", "{}-{}", "{}–{}"]))
def test_ranges(low: int, more: int, form: str) -> None:
    assert read(form.format(low, low + more)) == (low, low + more)


@given(st.text(max_size=60))
def test_any_text_gives_bounds_or_none(words: str) -> None:
    allowed = read(words)
    if allowed and allowed[0] is not None and allowed[1] is not None:
        assert 0 <= allowed[0] <= allowed[1]
