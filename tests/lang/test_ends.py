"""Sentence ends in a run: the encoder's score as corrected, and what holds whatever the scores are."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from aftermath.lang.ends import RULED_OUT, Run, doubtful, features, layer, sentences
from aftermath.lang.english import run_of
from aftermath.lang.tokenize import tokenize


def run(text: str) -> Run:
    return run_of(text, tokenize(text))


def scores(words: Run, ends: dict[int, float]) -> np.ndarray:
    """Scores that rule every place out but these."""
    given = np.full(len(words.words), -9.0, dtype=np.float32)
    for i, score in ends.items():
        given[i] = score
    return given


def test_spaces_are_those_of_the_text() -> None:
    assert run('He left ("now").').spaces == [True, True, False, False, False, False, False, True]


def test_marks_that_touch_are_not_parted_where_the_encoder_is_in_doubt() -> None:
    words = run("We are glad to have you all here today :-) see you")
    face = words.words.index(":")
    assert list(sentences(words, scores(words, {face: 0.3}), [])) == [(0, len(words.words))]


def test_what_the_encoder_is_sure_of_stands() -> None:
    words = run("Two dead in Homs The army denied it")
    assert list(sentences(words, scores(words, {3: 9.0}), [])) == [(0, 4), (4, 8)]


def test_a_name_is_never_divided() -> None:
    words = run("They fled to St. Petersburg on Monday")
    found = list(sentences(words, scores(words, {3: 9.0}), [(3, 5, "LOCATION")]))
    assert found == [(0, len(words.words))]


def test_a_closing_mark_goes_with_what_it_closes() -> None:
    words = run('" We left . " He stayed here')
    assert next(sentences(words, scores(words, {3: 9.0}), [])) == (0, 5)


def test_every_place_that_is_weighed_has_one_row_as_wide_as_the_layer() -> None:
    words = run("He said: (yes) “go” … and 20 left; nobody knew. why")
    given = scores(words, {2: RULED_OUT + 1})
    at = doubtful(words, given[:-1])
    assert at == [2, words.words.index("…"), words.words.index(".")]
    assert features(words, given[:-1], at).shape == (3, layer().hidden.shape[1])


@given(st.lists(st.sampled_from(["Rebels", "fled", ".", '"', ")", ":", "20", "—"]), min_size=1), st.data())
def test_sentences_cover_the_run_in_order(words: list[str], data: st.DataObject) -> None:
    size = len(words)
    given = np.array(data.draw(st.lists(st.floats(-20, 20), min_size=size, max_size=size)), dtype=np.float32)
    spaces = data.draw(st.lists(st.booleans(), min_size=size, max_size=size))
    found = list(sentences(Run(words=words, spaces=spaces), given, []))
    assert [start for start, _ in found] == [0, *(end for _, end in found)][:-1]
    assert found[-1][1] == size
    assert all(start < end for start, end in found)


def test_one_word_is_one_sentence() -> None:
    words = run("Rebels")
    assert list(sentences(words, scores(words, {}), [])) == [(0, 1)]
