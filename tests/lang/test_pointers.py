"""Lines that lead to other stories are not read; sentences that begin with the same words are."""

import pytest

import aftermath
from aftermath.lang.pointers import points_elsewhere
from aftermath.lang.tokenize import tokenize


def words(line: str) -> list[str]:
    return [line[start:end] for start, end in tokenize(line)]


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Car bomb kills 30 in Mogadishu",
        "Read more Car bomb kills 30 in Mogadishu",
        "RELATED: Army shells Omdurman market, 12 dead",
        "ALSO READ | Army shells Omdurman market, 12 dead",
        "See also – Fighters behead 11 in Cabo Delgado",
        "Don’t miss: Drone hits refinery near Ryazan",
        "WATCH: Moment missile hits hospital in Kharkiv",
        "Related Stories Car bomb kills 30 in Mogadishu",
    ],
)
def test_a_link_to_another_story_is_known(line: str) -> None:
    assert points_elsewhere(words(line))


@pytest.mark.parametrize(
    "line",
    [
        "Related attacks killed 30 people in Mogadishu on Friday.",
        "Watch towers were shelled near Metula, the army said.",
        "Listen to the villagers: soldiers burned 40 houses, they say.",
        "Read out by a judge, the charges name nine officers.",
        "See also what happened in Buni Yadi, where 59 boys were shot.",
    ],
)
def test_a_sentence_that_begins_alike_is_none(line: str) -> None:
    assert not points_elsewhere(words(line))


def test_what_another_story_tells_is_no_claim_of_this_one() -> None:
    text = (
        "A missile hit a hospital in Mariupol on Wednesday, wounding at least 17 people, officials said.\n"
        "Related: Ukraine says 1,200 civilians killed in Mariupol siege\n"
        "Police closed the road to the port."
    )
    claims = aftermath.read(text, published="2022-03-10").claims
    assert [harm.low for claim in claims for harm in claim.harm] == [17]
