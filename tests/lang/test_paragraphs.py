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
