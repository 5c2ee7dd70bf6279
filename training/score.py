"""Score a pipeline on the treebank and the names corpus, with gold tokens given.

`python score.py` scores the shipped pipeline; `--cnn DIR` a trained CNN candidate; `--dev`
on the dev parts, by which trainings are chosen, instead of those never looked at.
Prints UPOS, UAS and LAS (all tokens, sentences given one at a time), names F1 (exact span
and class; paragraphs given as runs, cut where `segments` cuts; one class for one name within
a report, as in every parse) and sentence-split F1
(reports given whole, as plain text, with our own tokens).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby
from pathlib import Path
from typing import TypeVar

from corpus import NAMES, TREEBANK, Passage, Sentence, read_passages, read_sentences
from newsprint import joined

from aftermath.lang.ends import Run
from aftermath.lang.english import fitting, run_of
from aftermath.lang.one_class import one_class
from aftermath.lang.paragraphs import paragraphs
from aftermath.lang.segments import segments
from aftermath.lang.tokenize import tokenize
from aftermath.model.parse import Name
from aftermath.model.words import Span

# The three classes that the floor is about.
MAIN = frozenset({"PERSON", "LOCATION", "ORGANIZATION"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a pipeline makes of a list of words: columns, and the ends of its sentences."""

    tags: list[str]
    heads: list[int]
    labels: list[str]
    ends: list[int]
    names: list[tuple[int, int, str]]


Reader = Callable[[list[Run]], Iterable[Reading]]


def syntax(read: Reader, sentences: list[Sentence]) -> dict[str, float]:
    """UPOS, UAS and LAS in per cent of all words; a wrongly split sentence costs its heads."""
    words = tags = heads = labels = 0
    for gold, found in zip(
        sentences, read([Run(words=list(s.words), spaces=list(s.spaces)) for s in sentences]), strict=True
    ):
        for i in range(len(gold)):
            words += 1
            tags += gold.tags[i] == found.tags[i]
            if gold.heads[i] == found.heads[i]:
                heads += 1
                labels += gold.labels[i] == found.labels[i]
    return {"UPOS": 100 * tags / words, "UAS": 100 * heads / words, "LAS": 100 * labels / words}


Found = tuple[int, int, int, str]
"""A name: its passage, first token, token after the last, class."""


T = TypeVar("T")


def f1(gold: set[T], found: set[T]) -> float:
    """Harmonic mean of precision and recall, in per cent."""
    return 200 * len(gold & found) / (len(gold) + len(found)) if gold or found else 100.0


def names(read: Reader, passages: list[Passage]) -> dict[str, float]:
    """Names F1 over the three main classes, over all nine, and a class."""
    gold: set[Found] = set()
    found: set[Found] = set()
    runs, places = [], []
    for i, passage in enumerate(passages):
        gold |= {(i, *name) for name in passage.names}
        text, spans = joined(passage)
        at = 0
        for run in segments(text, spans):
            runs.append(run_of(text, run))
            places.append((i, at))
            at += len(run)
    for (i, at), reading in zip(places, read(runs), strict=True):
        found |= {(i, at + start, at + end, kind) for start, end, kind in reading.names}
    found = settled(passages, found)
    kinds = sorted({name[3] for name in gold})
    figures = {
        "names": f1({n for n in gold if n[3] in MAIN}, {n for n in found if n[3] in MAIN}),
        "names, all": f1(gold, found),
    }
    return figures | {kind: f1({n for n in gold if n[3] == kind}, {n for n in found if n[3] == kind}) for kind in kinds}


def settled(passages: list[Passage], found: set[Found]) -> set[Found]:
    """Found names with one class for one form within a report, as every parse has them."""
    reports: dict[str, list[int]] = {}
    for i, passage in enumerate(passages):
        reports.setdefault(passage.report, []).append(i)
    out: set[Found] = set()
    for numbers in reports.values():
        words = [word for i in numbers for word in passages[i].words]
        bases = dict(zip(numbers, accumulate((len(passages[i].words) for i in numbers), initial=0), strict=False))
        here = sorted(name for name in found if name[0] in bases)
        given = [Name(start=bases[i] + start, end=bases[i] + end, kind=kind) for i, start, end, kind in here]
        kinds = [name.kind for name in one_class(given, words.__getitem__)]
        out |= {(i, start, end, kind) for (i, start, end, _), kind in zip(here, kinds, strict=True)}
    return out


Page = tuple[str, str, list[tuple[int, int]]]
"""A report: its name, its text, and where its sentences stand in the text."""


def pages(sentences: list[Sentence], *, lines: bool) -> Iterator[Page]:
    """The reports of the treebank as text.

    It does not keep its line breaks. With `lines`, one stands after every sentence that
    ends without a mark (headline, date, caption), as on the page; otherwise nowhere.
    """
    for name, report in groupby(sentences, key=lambda s: s.doc):
        text, gold = "", []
        for sentence in report:
            start = len(text)
            for word, space in zip(sentence.words, sentence.spaces, strict=True):
                text += word + " " * space
            text = text.rstrip()
            gold.append((start, len(text)))
            text += "\n" if lines and text[-1].isalnum() else " "
        yield name, text, gold


def runs_of(text: str) -> list[tuple[Run, list[Span]]]:
    """The runs that the pipeline reads a text in, and where their words stand."""
    cut = (spans for start, end in paragraphs(text) for spans in segments(text, tokenize(text, start, end)))
    return [(run_of(text, spans), spans) for whole in cut for spans in fitting(text, whole)]


def splits(read: Reader, sentences: list[Sentence], *, lines: bool) -> float:
    """Sentence-split F1 (both ends exact, in characters) over whole reports, in per cent."""
    gold, found = set(), set()
    for i, (_, text, ends) in enumerate(pages(sentences, lines=lines)):
        gold |= {(i, *span) for span in ends}
        runs = runs_of(text)
        for (_, spans), reading in zip(runs, read([run for run, _ in runs]), strict=True):
            at = 0
            for end in reading.ends:
                found.add((i, spans[at][0], spans[end - 1][1]))
                at = end
    return f1(gold, found)


def cnn_reader(path: Path) -> Reader:
    """Read with a trained spaCy pipeline."""
    import spacy
    from spacy.tokens import Doc

    nlp = spacy.load(path)

    def read(runs: list[Run]) -> Iterable[Reading]:
        for doc in nlp.pipe(Doc(nlp.vocab, words=run.words) for run in runs):
            yield Reading(
                tags=[token.tag_ for token in doc],
                heads=[token.head.i for token in doc],
                labels=["root" if token.dep_ == "ROOT" else token.dep_ for token in doc],
                ends=[span.end for span in doc.sents],
                names=[(ent.start, ent.end, ent.label_) for ent in doc.ents],
            )

    return read


def shipped_reader() -> Reader:
    """Read with the pipeline that the package ships."""
    from aftermath.lang.english import read_runs

    def read(runs: list[Run]) -> Iterable[Reading]:
        for sents in read_runs(runs):
            tags, heads, labels, ends, found = [], [], [], [], []
            for sent in sents:
                base = len(tags)
                tags += sent.pos
                heads += [base + head for head in sent.heads]
                labels += sent.deps
                found += [(base + start, base + end, kind) for start, end, kind in sent.names]
                ends.append(len(tags))
            yield Reading(tags=tags, heads=heads, labels=labels, ends=ends, names=found)

    return read


def score_dev(read: Reader) -> None:
    """The figures by which a training is chosen."""
    dev = list(read_sentences(TREEBANK / "en-dev.conllu.gz"))
    print("dev", " ".join(f"{name} {value:.2f}" for name, value in syntax(read, dev).items()))
    gum = [s for s in dev if s.doc.startswith("GUM")]
    print("GUM dev, sentence splits F1", " ".join(f"{splits(read, gum, lines=lines):.2f}" for lines in (True, False)))
    figures = names(read, list(read_passages(NAMES / "newswire-dev.tsv.gz")))
    print("newswire dev F1", " ".join(f"{name} {value:.2f}" for name, value in figures.items()))


def score_test(read: Reader) -> None:
    """The figures of the documentation."""
    test = list(read_sentences(TREEBANK / "en-test.conllu.gz"))
    gum = [s for s in test if s.doc.startswith("GUM")]
    news = [s for s in gum if s.doc.startswith("GUM_news")]
    for title, sentences in (
        ("PUD", list(read_sentences(TREEBANK / "en-pud-test.conllu.gz"))),
        ("EWT and GUM test", test),
        ("GUM news test", news),
    ):
        figures = syntax(read, sentences)
        print(title, " ".join(f"{name} {value:.1f}" for name, value in figures.items()))
    for title, sentences in (("GUM news test", news), ("GUM test", gum), ("EWT and GUM test", test)):
        with_lines, without = (splits(read, sentences, lines=lines) for lines in (True, False))
        print(f"{title}, sentence splits F1 {with_lines:.1f}, without line breaks {without:.1f}")
    figures = names(read, list(read_passages(NAMES / "newswire-test.tsv.gz")))
    print("newswire test F1", " ".join(f"{name} {value:.1f}" for name, value in figures.items()))


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cnn", type=Path)
    parser.add_argument("--dev", action="store_true")
    args = parser.parse_args()
    read = cnn_reader(args.cnn) if args.cnn else shipped_reader()
    (score_dev if args.dev else score_test)(read)


if __name__ == "__main__":
    main()
