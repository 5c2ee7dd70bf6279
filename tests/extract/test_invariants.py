"""What holds for every claim, whatever the passage: over all case files, words are the report's to the letter."""

from collections.abc import Iterator
from functools import cache

import pytest

from aftermath import read
from aftermath.model import Claim, Record, Words
from case_format import TREES, load

CASES = load(TREES[0])


@cache
def record(text: str) -> Record:
    return read(text, published=None)


def all_words(claim: Claim) -> Iterator[Words]:
    yield from (*claim.sources, *claim.where, *claim.attackers, *claim.targets, *claim.weapons, *claim.harm)
    yield from claim.quotes
    yield from (w for w in (claim.when, claim.count) if w is not None)


@pytest.mark.parametrize("text", [case.text for case in CASES], ids=[case.path.stem for case in CASES])
def test_words_are_the_reports(text: str) -> None:
    for claim in record(text).claims:
        assert claim.quotes
        for words in all_words(claim):
            start, end = words.span
            assert record(text).report.text[start:end] == words.text


def test_ids_are_distinct() -> None:
    for case in CASES:
        ids = [claim.id for claim in record(case.text).claims]
        assert len(ids) == len(set(ids))


def test_reading_twice_gives_the_same() -> None:
    for case in CASES[:10]:
        assert read(case.text, published=case.published) == read(case.text, published=case.published)
