"""The shipped English pipeline: tokens, sure sentence ends, gate, encoder, trees, names."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from aftermath.lang import encoder
from aftermath.lang.columns import Sent, to_parse, unparsed
from aftermath.lang.decode import best_names, best_tree
from aftermath.lang.gate import passes
from aftermath.lang.paragraphs import paragraphs
from aftermath.lang.segments import segments
from aftermath.lang.tokenize import tokenize
from aftermath.model.parse import Parse
from aftermath.model.words import Span


def load() -> None:
    """Open the encoder and read its tables, so that processes forked later share them."""
    encoder.session()
    encoder.classes()


def parse(text: str, *, gate: bool) -> Parse:
    """Parse `text`; with `gate`, runs that cannot carry a claim keep tokens alone."""
    runs: list[tuple[int, list[Span], list[str]]] = []
    for number, (start, end) in enumerate(paragraphs(text)):
        for tokens in segments(text, tokenize(text, start, end)):
            runs += [(number, part, [text[a:b] for a, b in part]) for part in _fitting(text, tokens)]
    wanted = passes([words for _, _, words in runs]) if gate else [True] * len(runs)
    read = iter(read_words([words for keep, (_, _, words) in zip(wanted, runs, strict=True) if keep]))
    sents: list[Sent] = []
    for keep, (number, spans, _) in zip(wanted, runs, strict=True):
        sents += _placed(next(read), number, spans) if keep else [unparsed(spans, number)]
    return to_parse(text, sents)


def _fitting(text: str, tokens: list[Span]) -> Iterator[list[Span]]:
    """Cut a run that is longer than the encoder reads; hardly any is."""
    start = taken = 0
    for i, (first, last) in enumerate(tokens):
        count = encoder.piece_count(text[first:last])
        if taken + count > encoder.MOST_PIECES:
            yield tokens[start:i]
            start, taken = i, 0
        taken += count
    if tokens[start:]:
        yield tokens[start:]


def _placed(sents: list[Sent], paragraph: int, spans: list[Span]) -> Iterator[Sent]:
    """Put a run's sentences where they stand in the text."""
    at = 0
    for sent in sents:
        size = len(sent.pos)
        yield Sent(
            spans=spans[at : at + size],
            pos=sent.pos,
            heads=sent.heads,
            deps=sent.deps,
            paragraph=paragraph,
            names=sent.names,
            feats=sent.feats,
        )
        at += size


def read_words(runs: list[list[str]]) -> Iterator[list[Sent]]:
    """Read runs of words: for each its sentences, without places in a text."""
    for scores in encoder.score(runs):
        yield list(_sentences(scores))


def _sentences(scores: encoder.Scores) -> Iterator[Sent]:
    """Divide a run where the encoder sees a sentence end, and build each sentence's tree."""
    classes = encoder.classes()
    size = len(scores.tags)
    tags = [classes.tags[i] for i in scores.tags.argmax(1)]
    feats = [classes.feats[i] for i in scores.feats.argmax(1)]
    names = best_names(scores.names, classes.names)
    ends = [int(i) + 1 for i in np.flatnonzero(scores.ends[:-1] > 0)]
    # A name is never divided: a doubtful end inside one ("St. | Petersburg") is no end.
    ends = [end for end in ends if not any(a < end < b for a, b, _ in names)]
    for start, end in zip([0, *ends], [*ends, size], strict=True):
        heads = best_tree(scores.arcs[start:end, start:end])
        vectors = np.maximum(scores.dependents[start:end] + scores.heads[start:end][heads], 0)
        labels = vectors @ classes.relate.T + classes.relate_bias
        yield Sent(
            spans=[],
            pos=tags[start:end],
            heads=heads,
            deps=_labelled(labels, heads, classes.labels),
            paragraph=0,
            names=[(a - start, b - start, kind) for a, b, kind in names if start <= a < end],
            feats=feats[start:end],
        )


def _labelled(scores: NDArray[np.float32], heads: list[int], names: list[str]) -> list[str]:
    """The best relation of each word: "root" for the root, and for no other."""
    root = names.index("root")
    scores = scores.copy()
    scores[:, root] = -np.inf
    best = [names[i] for i in scores.argmax(1)]
    return ["root" if head == i else label for i, (head, label) in enumerate(zip(heads, best, strict=True))]
