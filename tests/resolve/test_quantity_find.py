"""The number expressions of a report: which count, and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolve.tokens import parse_of

from aftermath.resolve.quantity import quantities

COUNTED = {
    "At least 14 miners died and dozens more were hurt.": ["At least 14", "dozens"],
    "The shells killed two women and as many as nine children.": ["two", "as many as nine"],
    "An estimated 3,000 fled; between 20 and 30 did not.": ["An estimated 3,000", "between 20 and 30"],
    "More than 1900 people were displaced in 1998.": ["More than 1900"],
    "Well over a hundred rockets fell.": ["Well over a hundred"],
    "There were no casualties among the 2 crews.": ["no", "2"],
    "A number of drones hit; the number of dead is not known.": ["A number"],
    "Nearly two dozen of the 60 or so rebels gave up.": ["Nearly two dozen", "60 or so"],
    "Gunmen took 2 M-60 machineguns and 20 revolvers.": ["2", "20"],
    "One of the drivers was freed.": ["One"],
    "Several thousand Tamils fled, many on foot.": ["Several thousand", "many"],
    "Seven\nvillagers were shot.": ["Seven"],
    "A family of five and a crew of 12 died.": ["five", "12"],
    "The war, in which more than 70,000 died, and a raid in which six officers fell.": ["more than 70,000", "six"],
}

NOT_COUNTED = [
    "It happened on 12 July 2014, at 5 p.m. and again at 0630 GMT.",
    "On July 12, 2014 and 2014-07-13 and 13/07/2014 it rained.",
    "In 2016 and since 1998, as in the 1980s, he was in his 30s.",
    "Yusuf Adan, 41, and the boy (aged 12) and a 9-year-old girl.",
    "About 20 per cent, or 20%, or 3.5 percentage points.",
    "It cost $500, US$ 20, 300 euros and 5 dollars.",
    "It lies 5 km away, 10-12 miles off; a 250kg bomb of 122mm, 3 metres long.",
    "A T-72, an S-300, Su-25s, an AK-47, a Mi-24 and the BM-21.",
    "Resolution 2254, Article 5, Highway 1, Unit 731 and Chapter 7.",
    "The 3rd battalion, the 1st and 22nd divisions, and M23.",
    "Call +964 770 123 4567 or 07701234567.",
    "No one spoke; they shot one another one day; this one too.",
    "The fighting took three days, two weeks, 48 hours and a second.",
    "Two-thirds of a three-storey block; a 10-day siege.",
    "World War Two ended; Phase Two began.",
    "A boy of 14, a young woman of twenty and a mother of four stood there.",
    "They waited two more years and three full days.",
    "In the fiscal year 2022-2023 and in 2014-16.",
    "7. The seventh item\n8. The eighth",
    "It cost $ 14 million, 30 yuan and Rs 500.",
    "Her helper, 39, came with the driver, 58.",
    "A mother of three.",
]


@pytest.mark.parametrize(("text", "words"), COUNTED.items())
def test_counted(text: str, words: list[str]) -> None:
    assert [q.text for q in quantities(parse_of(text))] == words


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_not_counted(text: str) -> None:
    assert [q.text for q in quantities(parse_of(text))] == []


def test_bounds() -> None:
    found = quantities(parse_of("At least 14 died, up to 30 were hurt, no civilians fled, many waited."))
    assert [(q.low, q.high) for q in found] == [(14, None), (None, 30), (0, 0), (None, None)]


_PIECES = st.sampled_from(
    [
        "at least ",
        "12",
        "-",
        " ",
        "1,200",
        "more than ",
        "dozens",
        "of ",
        "five",
        " and ",
        "hundred",
        "\n",
        "km",
        ".",
        "é",
    ]
)


@given(st.lists(_PIECES | st.text(max_size=6), max_size=25).map("".join))
def test_spans_are_exact_in_order_and_apart(text: str) -> None:
    last = 0
    for quantity in quantities(parse_of(text)):
        start, end = quantity.span
        assert text[start:end] == quantity.text
        assert last <= start < end
        assert quantity.text.strip() == quantity.text
        last = end
