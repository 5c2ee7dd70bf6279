import pytest

from aftermath.evaluate.agreement import agreed, content_words, distance_km, same_spot, same_wording, sort_out
from aftermath.evaluate.answer import Answer, Spot, answer

TEXT = "Residents said Russian planes hit a prison in Idlib city on Wednesday."


def claim(**slots: object) -> Answer:
    return answer({"event": "air_strike", "scope": "incident", "stance": "asserted", **slots}, TEXT)


@pytest.mark.parametrize(
    ("gold", "read", "same"),
    [
        ("Russian planes", "Russian planes", True),
        ("Russian planes", "Russian plane", True),  # a plural -s is no difference
        ("Russian planes", "planes", True),  # one holds the other
        ("the Syrian army", "its army", True),
        ("Russian planes", "Syrian planes", False),  # one word of three in common
        ("a civilian prison", "the civilian prison in Idlib", True),
        ("the", "the", False),  # nothing left to compare
        ("", "army", False),
        ("press", "pres", False),  # -ss is no plural
    ],
)
def test_wordings(gold: str, read: str, same: bool) -> None:
    assert same_wording(gold, read) is same


def test_content_words() -> None:
    assert content_words("At least 10 of the civilians") == {"10", "civilian"}


def test_distance() -> None:
    idlib, aleppo = Spot("", 35.93, 36.63), Spot("", 36.20, 37.16)
    assert distance_km(idlib, aleppo) == pytest.approx(56.4, abs=0.5)
    assert distance_km(idlib, idlib) == 0


def test_distance_needs_points() -> None:
    with pytest.raises(ValueError, match="coordinates"):
        distance_km(Spot("a", None, None), Spot("b", 1.0, 1.0))


@pytest.mark.parametrize(
    ("gold", "read", "same"),
    [
        (Spot("Idlib", 35.93, 36.63), Spot("elsewhere", 35.95, 36.65), True),  # words do not count where points are
        (Spot("Idlib", 35.93, 36.63), Spot("Idlib", 36.20, 37.16), False),
        (Spot("Idlib", 35.93, 36.63), Spot("Idlib", None, None), False),
        (Spot("the front", None, None), Spot("the front line", 1.0, 1.0), True),
        (Spot("the front", None, None), Spot("the rear", None, None), False),
    ],
)
def test_places(gold: Spot, read: Spot, same: bool) -> None:
    assert same_spot(gold, read) is same


def test_each_filler_pairs_once() -> None:
    gold, read = claim(attackers=["planes", "Russian planes"]), claim(attackers=["planes"])
    assert sort_out(gold, read, "attackers") == (1, ["Russian planes"], [])


def test_harm_is_compared_without_its_people() -> None:
    gold = claim(harm=[{"kind": "killed", "who": "civilians", "low": 10, "high": None}])
    read = claim(harm=[{"kind": "killed", "who": "people", "low": 10, "high": None, "text": "10", "span": [0, 2]}])
    other = claim(harm=[{"kind": "killed", "who": "civilians", "low": 10, "high": 10}])
    assert agreed(gold, read, "harm") == 1
    assert agreed(gold, other, "harm") == 0


def test_both_bounds_of_days_count() -> None:
    gold = claim(when={"text": "Wednesday", "start": "2019-03-13", "end": "2019-03-13"})
    longer = claim(when={"text": "Wednesday", "start": "2019-03-13", "end": "2019-03-14"})
    assert agreed(gold, gold, "when") == 1
    assert agreed(gold, longer, "when") == 0


def test_strings_and_objects_read_alike() -> None:
    words = claim(sources=["Residents"], quotes=["Residents said"])
    spans = claim(
        sources=[{"text": "Residents", "span": [0, 9], "kind": "resident"}],
        quotes=[{"text": "Residents said", "span": [0, 14]}],
    )
    assert words == spans
    assert words.stretches == ((0, 14),)


def test_a_span_that_lies_gives_way_to_the_words() -> None:
    assert claim(quotes=[{"text": "Idlib city", "span": [0, 10]}]).stretches == ((46, 56),)
    assert claim(quotes=["not in the report"]).stretches == ()
