"""Word pieces: typography makes no difference, capitals do."""

import pytest

from aftermath.lang.wordpiece import SHAPES, UNKNOWN, pieces_of, shape_of, vocabulary


@pytest.mark.parametrize(
    ("form", "like"),
    [("“", '"'), ("’s", "'s"), ("–", "-"), ("Damascus", "damascus"), ("Kraków", "krakow"), ("!!!", "!"), ("…", ".")],
)
def test_forms_that_read_alike(form: str, like: str) -> None:
    assert pieces_of(form) == pieces_of(like)


def test_an_unlisted_word_comes_apart() -> None:
    pieces = {number: piece for piece, number in vocabulary().items()}
    parts = [pieces[number] for number in pieces_of("Druzhkivka")]
    assert parts[0] + "".join(part.removeprefix("##") for part in parts[1:]) == "druzhkivka"


@pytest.mark.parametrize("form", ["حلب", "x" * 70])
def test_what_cannot_be_read_is_one_unknown_piece(form: str) -> None:
    assert pieces_of(form) == (vocabulary()[UNKNOWN],)


@pytest.mark.parametrize(
    ("form", "shape"),
    [
        ("army", "lower"),
        ("Army", "Title"),
        ("UN", "UPPER"),
        ("A", "Initial"),
        ("iPhone", "miXed"),
        ("1,200", "number"),
        ("T-72", "with digits"),
        ("—", "mark"),
    ],
)
def test_spelling_class(form: str, shape: str) -> None:
    assert SHAPES[shape_of(form)] == shape
