"""Varied training text stays well formed: whole columns, one tree, names that keep their words."""

import importlib
import random

import pytest

augment = importlib.import_module("augment")
corpus = importlib.import_module("corpus")

SENTENCE = corpus.Sentence(
    doc="own",
    words=tuple("“ Rebels , he said , took the town of Old Hill . ”".split()),
    spaces=(False, True, True, True, False, True, True, True, True, True, True, False, False, True),
    tags=tuple("PUNCT NOUN PUNCT PRON VERB PUNCT VERB DET NOUN ADP PROPN PROPN PUNCT PUNCT".split()),
    lemmas=tuple("“ rebel , he say , take the town of Old Hill . ”".split()),
    heads=(6, 6, 4, 4, 6, 4, 6, 8, 6, 10, 8, 10, 6, 6),
    labels=tuple("punct nsubj punct nsubj parataxis punct root det obj case nmod flat punct punct".split()),
    feats=("",) * 14,
)
PASSAGE = corpus.Passage(
    report="own",
    words=tuple("Ann Lee went to Paris with the UN .".split()),
    names=((0, 2, "PERSON"), (4, 5, "LOCATION"), (7, 8, "ORGANIZATION")),
)


@pytest.mark.parametrize("seed", range(60))
def test_a_varied_sentence_is_one_tree(seed: int) -> None:
    rng = random.Random(seed)
    varied = augment.dateline(augment.vary(SENTENCE, rng), rng)
    sizes = {len(varied.words), len(varied.spaces), len(varied.tags), len(varied.lemmas)}
    assert sizes | {len(varied.heads), len(varied.labels), len(varied.feats)} == {len(varied)}
    roots = [i for i, head in enumerate(varied.heads) if head == i]
    assert [varied.labels[i] for i in roots] == ["root"]
    for start in range(len(varied)):
        at, steps = start, 0
        while varied.heads[at] != at:
            at, steps = varied.heads[at], steps + 1
            assert steps <= len(varied)
    took = next(i for i in roots)
    assert varied.words[took].lower() == "took"
    town = next(i for i, word in enumerate(varied.words) if word.lower() == "town")
    assert varied.heads[town] == took


@pytest.mark.parametrize("seed", range(20))
def test_names_keep_their_places(seed: int) -> None:
    varied = augment.rename(PASSAGE, random.Random(seed))
    kinds = [kind for _, _, kind in varied.names]
    assert kinds == ["PERSON", "LOCATION", "ORGANIZATION"]
    start, end, _ = varied.names[2]
    assert varied.words[start:end] == ("UN",)
    assert varied.words[varied.names[0][1]] == "went"
    assert varied.words[varied.names[1][0] - 1] == "to"


def test_dropping_a_word_keeps_what_hangs_on_another() -> None:
    bare = augment.drop(SENTENCE, {2, 5})
    assert bare.words == tuple("“ Rebels he said took the town of Old Hill . ”".split())
    assert [bare.words[head] for head in bare.heads] == [
        "took", "took", "said", "took", "took", "town", "took", "Old", "town", "Old", "took", "took",
    ]  # fmt: skip


def test_a_word_with_dependents_is_never_dropped() -> None:
    assert augment.drop(SENTENCE, {6}) == SENTENCE


@pytest.mark.parametrize("seed", range(10))
def test_cases_change_for_whole_stretches(seed: int) -> None:
    recased = list(augment.recase([SENTENCE] * 5, random.Random(seed)))
    assert len({sentence.words for sentence in recased}) == 1
