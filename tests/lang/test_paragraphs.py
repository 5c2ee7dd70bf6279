"""Line breaks end paragraphs, except where they only wrap lines."""

import pytest

from aftermath.lang.paragraphs import paragraphs

WRAPPED = (
    "The army said on Monday that it had driven the rebels from three\n"
    "villages near the border after a week of fighting in which at least\n"
    "forty soldiers and an unknown number of insurgents lost their lives\n"
    "in the hills.\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n", []),
        ("One.", ["One."]),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("Headline\nFirst line.\nSecond line.", ["Headline", "First line.", "Second line."]),
        ("One. \r\n \r\n Two.\r\nThree.", ["One.", "Two.", "Three."]),
        ("One.\u2029Two.", ["One.", "Two."]),
        (
            "A bomb went off.==Background==A truce held. == Aftermath ==\nIt ended.",
            ["A bomb went off.", "==Background==", "A truce held.", "== Aftermath ==", "It ended."],
        ),
        ("The line a == b and c == d is code.", ["The line a == b and c == d is code."]),
        (WRAPPED, [WRAPPED.strip()]),
        ("Title\n\n" + WRAPPED + "\nEnd.", ["Title", WRAPPED.strip(), "End."]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in paragraphs(text)] == expected


def test_lines_of_a_form_are_lines() -> None:
    text = (
        "Location: the market of Zalingei, Central Darfur, Sudan\n"
        "Casualties: 13 traders and 4 children killed; 20 wounded\n"
        "Summary: gunmen on motorbikes opened fire on a crowd at the"
    )
    assert len(paragraphs(text)) == 3


TITLE = "Nine dead as rebels attack city in the north"
OPENED = [
    (f"{TITLE} AFP Friday 6 May 2016 At least nine men were shot.", ["AFP Friday 6 May 2016", "At least"]),
    (f"{TITLE}. At least nine men were shot.", ["At least"]),
    (f"{TITLE} At least nine men were shot.", ["At least"]),
    (f"{TITLE}\n\nAt least nine men were shot.", ["At least"]),
]


@pytest.mark.parametrize(("text", "behind"), OPENED)
def test_a_title_is_a_line(text: str, behind: list[str]) -> None:
    first, *others = [text[start:end] for start, end in paragraphs(text, TITLE)]
    assert first.rstrip(".") == TITLE
    assert [other.startswith(start) for other, start in zip(others, behind, strict=True)] == [True] * len(behind)


NOT_OPENED = [
    f"{TITLE} of the country, residents said.",
    "The paper wrote on Monday that nine were dead as rebels attacked.",
    "March 5, 2016, was the day on which it began.",
]


@pytest.mark.parametrize("text", NOT_OPENED)
def test_words_of_a_title_within_a_sentence_part_nothing(text: str) -> None:
    assert paragraphs(text, TITLE) == [(0, len(text))]


def test_a_short_title_can_be_the_first_words() -> None:
    text = "Rebels attack Aleppo Friday prayers ended in bloodshed."
    assert paragraphs(text, "Rebels attack Aleppo") == [(0, len(text))]


STAMPS = [
    ("18 November 2016 6 citizens were killed.", "6 citizens were killed."),
    ("Posted on May 6 2016 by Ali Haddad Gas was dropped on a town.", "Gas was dropped on a town."),
    ("Friday 6 May 2016 20:14 Activists said so.", "Activists said so."),
    ("01-10-2014 Car bombs killed 32.", "Car bombs killed 32."),
]


@pytest.mark.parametrize(("text", "behind"), STAMPS)
def test_a_date_of_publication_is_a_line(text: str, behind: str) -> None:
    assert [text[start:end] for start, end in paragraphs(text)][1:] == [behind]
