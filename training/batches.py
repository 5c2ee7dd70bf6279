"""Turn sentences and passages into padded batches of word pieces for the joint model."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import torch
from augment import recase, vary, vary_passage
from corpus import Passage, Sentence
from headlines import with_headlines
from torch import Tensor

from aftermath.lang.segments import BEGINNERS, CLOSERS, ENDS, LAST, OPENERS
from aftermath.lang.wordpiece import END, START, pieces_of, shape_of, vocabulary

NONE = -100  # what torch's cross-entropy leaves out
MOST_WORDS = 120  # in a run of joined sentences
VARIED = 0.5  # share of texts that are varied
LONGEST = 220  # pieces; longer passages are cut, longer sentences of the treebank are lists


@dataclass(frozen=True, slots=True, kw_only=True)
class Classes:
    """The classes of every head, in the order of their numbers."""

    tags: tuple[str, ...]
    feats: tuple[str, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Item:
    """One stretch of text as numbers; columns that its corpus does not annotate are empty."""

    ids: list[int]
    shapes: list[int]
    first: list[int]
    tags: list[int] = field(default_factory=list)
    feats: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    names: list[int] = field(default_factory=list)


def item_of(words: Sequence[str]) -> Item:
    """Number the pieces of `words`, between the encoder's marks of start and end."""
    known = vocabulary()
    ids, shapes, first = [known[START]], [0], []
    for word in words:
        first.append(len(ids))
        pieces = pieces_of(word)
        ids += pieces
        shapes += [shape_of(word)] * len(pieces)
    return Item(ids=[*ids, known[END]], shapes=[*shapes, 0], first=first)


def classes_of(sentences: Sequence[Sentence], passages: Sequence[Passage]) -> Classes:
    """Collect the classes; feature bundles seen under ten times count as none."""
    feats: dict[str, int] = {}
    for sentence in sentences:
        for bundle in sentence.feats:
            feats[bundle] = feats.get(bundle, 0) + 1
    kinds = sorted({kind for passage in passages for *_, kind in passage.names})
    return Classes(
        tags=tuple(sorted({tag for s in sentences for tag in s.tags})),
        feats=("", *sorted(b for b, count in feats.items() if b and count >= 10)),
        labels=tuple(sorted({label for s in sentences for label in s.labels})),
        names=("O", *(f"{mark}-{kind}" for kind in kinds for mark in "BI")),
    )


def parsed_item(run: Sequence[Sentence], classes: Classes) -> Item:
    """Sentences that stand side by side, with everything but names."""
    item = item_of([word for sentence in run for word in sentence.words])
    base = 0
    for sentence in run:
        item.tags += [classes.tags.index(tag) for tag in sentence.tags]
        item.feats += [classes.feats.index(b) if b in classes.feats else 0 for b in sentence.feats]
        item.ends += [0] * (len(sentence) - 1) + [1]
        item.heads += [base + head for head in sentence.heads]
        item.labels += [classes.labels.index(label) for label in sentence.labels]
        base += len(sentence)
    return item


def named_item(passage: Passage, classes: Classes) -> Item:
    """A paragraph of news with its names."""
    item = item_of(passage.words)
    item.names = [0] * len(passage.words)
    for start, end, kind in passage.names:
        inside = classes.names.index(f"I-{kind}")
        item.names[start:end] = [inside - 1] + [inside] * (end - start - 1)
    return item


def runs(sentences: Sequence[Sentence], rng: random.Random) -> Iterator[list[Sentence]]:
    """Join sentences to what the run-time's splitter would hand on undivided.

    Where it would cut, they mostly stay apart; where it would not (a headline, no capital,
    no full stop) they mostly stay together, so that the model learns to divide them.
    """
    run: list[Sentence] = []
    for sentence in sentences:
        if run:
            chance = 0.08 if is_sure_end(run[-1], sentence) else 0.75
            size = sum(map(len, run)) + len(sentence)
            if run[-1].doc != sentence.doc or size > MOST_WORDS or rng.random() > chance:
                yield run
                run = []
        run.append(sentence)
    if run:
        yield run


def is_sure_end(sentence: Sentence, following: Sentence) -> bool:
    """Whether `segments` cuts between the two."""
    last = next((word for word in reversed(sentence.words) if word not in CLOSERS), "")
    if LAST.fullmatch(last) and following.words[0] in BEGINNERS:
        return True
    first = following.words[0][0]
    return last in ENDS and (first.isupper() or first.isdigit() or first in OPENERS)


def blocks(passage: Passage, rng: random.Random) -> Iterator[Passage]:
    """Cut a paragraph after full stops, into single sentences as often as into stretches of two or three."""
    start, limit = 0, rng.choice((1, 1, 20, 45))
    for i, word in enumerate(passage.words):
        last = i + 1 == len(passage.words)
        ended = word in (".", "?", "!") and i - start >= limit
        if last or ended:
            yield Passage(
                report=passage.report,
                words=passage.words[start : i + 1],
                names=tuple((a - start, b - start, kind) for a, b, kind in passage.names if start <= a and b <= i + 1),
            )
            start = i + 1


def epoch(
    sentences: Sequence[Sentence],
    passages: Sequence[Passage],
    classes: Classes,
    rng: random.Random,
    *,
    headlines: float = 0.0,
) -> list[Item]:
    """One round's items: every sentence and every paragraph of news once, about half of them varied."""
    if headlines:
        sentences = list(with_headlines(sentences, rng, headlines))
    varied = [vary(s, rng) if rng.random() < VARIED else s for s in sentences]
    varied = list(recase(varied, rng))
    items = [parsed_item(run, classes) for run in runs(varied, rng)]
    for passage in passages:
        for block in blocks(passage, rng):
            whole = vary_passage(block, rng) if rng.random() < VARIED else block
            items.append(named_item(whole, classes))
    return [item for item in items if len(item.ids) <= LONGEST]


def batches(items: list[Item], size: int, rng: random.Random) -> Iterator[list[Item]]:
    """Group items of like length and kind to about `size` pieces a batch, in random order."""
    groups: list[list[Item]] = []
    for kind in (True, False):
        group: list[Item] = []
        chosen = [item for item in items if bool(item.names) == kind]
        for item in sorted(chosen, key=lambda item: len(item.ids) + rng.random()):
            if group and (len(group) + 1) * len(item.ids) > size:
                groups.append(group)
                group = []
            group.append(item)
        groups.append(group)
    rng.shuffle(groups)
    yield from (group for group in groups if group)


def padded(rows: list[list[int]], fill: int) -> Tensor:
    """Rows of one length, as a tensor."""
    width = max(map(len, rows))
    return torch.tensor([row + [fill] * (width - len(row)) for row in rows])
