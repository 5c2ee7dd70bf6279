"""Runs are cut where a sentence ends for certain, and left whole where that is open."""

import pytest

from aftermath.lang.segments import segments
from aftermath.lang.tokenize import tokenize


@pytest.mark.parametrize(
    "text",
    [
        "Rebels fled. | The army came.",
        "“We left.” | They stayed.",
        "“We left.” he said.",
        '"Go!" | "No."',
        "He lives in the U.S. Army base.",
        "He lives in the U.S. | The army left.",
        "It began at 4 p.m. | They fled.",
        "He spoke for Gen. The Duc Nguyen.",
        "P.S. I saw it.",
        "U.S. And Allies Meet",
        "Gen. Smith died. | Lt. Col. Jones lived.",
        "It was 3.5 km. | Ten died.",
        "(He did not.) | She did.",
        "He was born (c. 1818) in Durban. | He died.",
        "Was it a bomb? | Nobody knew.",
        "It hit Homs.| The army denied it.",
        "the army left. the rebels came.",
        "A headline with no end",
        "It had two aims. | 1. The rebels wanted the dam. | 2. They wanted the road.",
        "In all it killed 20. | The army denied it.",
        "Ten died … | The rest fled.",
        "They waited ... and waited.",
        "He left in 1805. [17] | She stayed. [2][3] | Nobody knows why.",
    ],
)
def test_cuts_stand_where_marked(text: str) -> None:
    plain = text.replace(" | ", " ").replace("|", "")
    plain = plain.replace("Homs. The", "Homs.The")
    runs = segments(plain, tokenize(plain))
    found = [plain[run[0][0] : run[-1][1]] for run in runs]
    assert found == [part.strip() for part in text.split("|")]


def test_runs_hold_every_token_in_order() -> None:
    text = "One. Two? “Three!” Four"
    tokens = tokenize(text)
    assert [span for run in segments(text, tokens) for span in run] == tokens
