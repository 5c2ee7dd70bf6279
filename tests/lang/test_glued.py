"""Lines of a page that scraping stuck together come apart, and names stay whole."""

import pytest

from aftermath.lang import parse
from aftermath.lang.paragraphs import paragraphs


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Roadside bomb kills general in SudanThe blast struck a convoy.", "The blast struck a convoy."),
        ("Five die in blasts in YemenSANAA, Yemen, Oct. 3 (Agency) - Five people died.", "SANAA"),
        ("The valley is full of fightersUkraine’s army left it in May.", "Ukraine’s army left it in May."),
        ("Rebels claim attackMore than ten soldiers died in Mali.", "More than ten soldiers died in Mali."),
        ("Shelling in DonetskAt least six people were hurt.", "At least six people were hurt."),
    ],
)
def test_a_lost_line_break_parts_two_lines(text: str, second: str) -> None:
    parts = cut(text)
    assert len(parts) == 2
    assert parts[1].startswith(second)


@pytest.mark.parametrize(
    "text",
    [
        "A video on YouTube and LinkedIn shows McDonald and the iPhone of an AlJazeera crew.",
        "Footage by WikiLeaks, DeepState and FoxNews was checked by MacArthur.",
        "See https://example.org/newsThe or @warReports or #breakingNews or photo.exampleThe here.",
        "The PhD student from DeSoto met the WhatsApp group.",
        "The StratCom centre and the AirForce spoke of the OpenStreetMap.",
    ],
)
def test_names_with_a_capital_inside_stay_whole(text: str) -> None:
    assert cut(text) == [text]


def test_the_words_of_both_lines_are_tokens() -> None:
    read = parse("Drone kills two in SudanThe drone hit a market in Nyala.")
    assert [read.text[slice(*span)] for span in zip(read.starts, read.ends, strict=True)][4:6] == ["Sudan", "The"]
