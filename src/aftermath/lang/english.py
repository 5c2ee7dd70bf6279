"""The shipped English pipeline: tokens, sure sentence ends, gate, encoder, trees, names."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from aftermath.lang import encoder
from aftermath.lang.acronyms import heard
from aftermath.lang.columns import Sent, to_parse, unparsed
from aftermath.lang.decode import best_names, best_tree
from aftermath.lang.ends import Run, layer, sentences
from aftermath.lang.gate import passes
from aftermath.lang.paragraphs import paragraphs
from aftermath.lang.segments import segments
from aftermath.lang.tokenize import tokenize
from aftermath.model.parse import Parse
from aftermath.model.words import Span

# Rows multiplied at a time. OpenBLAS spreads products of more than 262,144 steps (20 rows of
# 256 by 51) over all cores, whose waiting costs a third of the speed.
ROWS = 20


def load() -> None:
    """Open the encoder and read its tables, so that processes forked later share them."""
    encoder.session()
    encoder.classes()
    layer()


def parse(text: str, *, title: str, gate: bool) -> Parse:
    """Parse `text`; with `gate`, runs that cannot carry a claim keep tokens alone."""
    runs: list[tuple[int, list[Span], Run]] = []
    for number, (start, end) in enumerate(paragraphs(text, title)):
        for tokens in segments(text, tokenize(text, start, end)):
            runs += [(number, part, run_of(text, part)) for part in fitting(text, tokens)]
    wanted = passes([run.words for _, _, run in runs]) if gate else [True] * len(runs)
    read = iter(read_runs([run for keep, (_, _, run) in zip(wanted, runs, strict=True) if keep]))
    sents: list[Sent] = []
    for keep, (number, spans, _) in zip(wanted, runs, strict=True):
        sents += _placed(next(read), number, spans) if keep else [unparsed(spans, number)]
    return to_parse(text, sents)


def run_of(text: str, spans: list[Span]) -> Run:
    """The words at these places as the encoder is given them, and whether a space follows each."""
    starts = [start for start, _ in spans[1:]] + [-1]
    return Run(
        words=heard([text[a:b] for a, b in spans]),
        spaces=[end != following for (_, end), following in zip(spans, starts, strict=True)],
    )


def fitting(text: str, tokens: list[Span]) -> Iterator[list[Span]]:
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


def read_runs(runs: list[Run]) -> Iterator[list[Sent]]:
    """Read runs of words: for each its sentences, without places in a text."""
    for run, scores in zip(runs, encoder.score([run.words for run in runs]), strict=True):
        yield list(_sentences(run, scores))


def _sentences(run: Run, scores: encoder.Scores) -> Iterator[Sent]:
    """Divide a run where sentences end, and build each sentence's tree."""
    classes = encoder.classes()
    tags = [classes.tags[i] for i in scores.tags.argmax(1)]
    feats = [classes.feats[i] for i in scores.feats.argmax(1)]
    names = best_names(scores.names, classes.names)
    for start, end in sentences(run, scores.ends, names):
        heads = best_tree(scores.arcs[start:end, start:end])
        labels = _relations(scores.dependents[start:end] + scores.heads[start:end][heads], classes)
        yield Sent(
            spans=[],
            pos=tags[start:end],
            heads=heads,
            deps=_labelled(labels, heads, classes.labels),
            paragraph=0,
            names=[(a - start, b - start, kind) for a, b, kind in names if start <= a < end],
            feats=feats[start:end],
        )


def _relations(vectors: NDArray[np.float32], classes: encoder.Classes) -> NDArray[np.float32]:
    """Score the relations (word, relation) of words to their heads from the sums of their vectors."""
    active = np.maximum(vectors, 0)
    parts = [active[i : i + ROWS] @ classes.relate.T for i in range(0, len(active), ROWS)]
    return np.concatenate(parts) + classes.relate_bias


def _labelled(scores: NDArray[np.float32], heads: list[int], names: list[str]) -> list[str]:
    """The best relation of each word: "root" for the root, and for no other."""
    root = names.index("root")
    scores = scores.copy()
    scores[:, root] = -np.inf
    best = [names[i] for i in scores.argmax(1)]
    return ["root" if head == i else label for i, (head, label) in enumerate(zip(heads, best, strict=True))]
