"""Read the treebank and the names corpus into one plain form that both candidates train on.

Takes CoNLL-U files and BIO-labelled token files (gzipped); gives `Sentence`s and `Passage`s.
It neither augments (see `augment.py`) nor knows any training library.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
TREEBANK = SHARED / "treebank"
NAMES = SHARED / "ner"

# The nine classes of Worldwide English Newswire, in the spelling that `Parse` uses.
NAME_LABELS = {
    "Person": "PERSON",
    "Location": "LOCATION",
    "Organization": "ORGANIZATION",
    "NORP": "NORP",
    "Facility": "FACILITY",
    "Date": "DATE",
    "Money": "MONEY",
    "Misc": "MISC",
    "Product": "PRODUCT",
}

FEATURES = frozenset({"Degree", "Mood", "Number", "Person", "Tense", "VerbForm", "Voice"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One treebank sentence, a column each; `heads` count from 0 and a root is its own head."""

    doc: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    tags: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    labels: tuple[str, ...]
    feats: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One paragraph of news with its names as (first token, token after the last, label)."""

    report: str
    words: tuple[str, ...]
    names: tuple[tuple[int, int, str], ...]


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a gzipped CoNLL-U file; contractions come apart into their words."""
    doc, rows, joined = "", [], {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in map(str.rstrip, lines):
            if line.startswith("# newdoc"):
                doc = line.split("=", 1)[1].strip()
            elif line.startswith("#"):
                continue
            elif line:
                columns = line.split("\t")
                if "-" in columns[0]:
                    first, last = columns[0].split("-")
                    joined[int(first), int(last)] = "SpaceAfter=No" not in columns[9]
                elif "." not in columns[0]:
                    rows.append(columns)
            elif rows:
                yield _sentence(doc, rows, joined)
                rows, joined = [], {}


def _sentence(doc: str, rows: list[list[str]], joined: dict[tuple[int, int], bool]) -> Sentence:
    spaces = ["SpaceAfter=No" not in row[9] for row in rows]
    for (first, last), space in joined.items():
        spaces[first - 1 : last] = [False] * (last - first) + [space]
    heads = [int(row[6]) - 1 for row in rows]
    return Sentence(
        doc=doc,
        words=tuple(row[1] for row in rows),
        spaces=tuple(spaces),
        tags=tuple(row[3] for row in rows),
        lemmas=tuple(row[2] for row in rows),
        heads=tuple(i if head < 0 else head for i, head in enumerate(heads)),
        labels=tuple(_label(row[7]) for row in rows),
        feats=tuple(_feats(row[5]) for row in rows),
    )


def _feats(feats: str) -> str:
    """Keep the features that a form shows, leaving those that lemma and tag already tell."""
    return "|".join(f for f in feats.split("|") if f.partition("=")[0] in FEATURES)


def _label(label: str) -> str:
    """Fold the few labels of older releases into today's (12 tokens in 400,000)."""
    return {
        "obl:npmod": "obl:unmarked",
        "obl:tmod": "obl:unmarked",
        "nmod:npmod": "nmod:unmarked",
    }.get(label, label)


def read_passages(path: Path) -> Iterator[Passage]:
    """Yield the paragraphs of a names file, leaving out the report names and addresses."""
    report, words, tags = "", [], []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            columns = line.rstrip("\n").split("\t")
            word = columns[0].strip()
            if word.startswith("-DOCSTART-"):
                report = word.removeprefix("-DOCSTART-").strip()
            elif word and not word.startswith("http"):
                # A handful of lines are space-separated; their label is the last column.
                words.append(word.split()[0])
                tags.append(columns[-1].split()[-1] if len(columns) > 1 else "O")
            elif not word and words:
                yield Passage(report=report, words=tuple(words), names=_names(tags))
                words, tags = [], []


def _names(tags: list[str]) -> tuple[tuple[int, int, str], ...]:
    """Join B-/I- labels to spans; an I- with no name before it opens one."""
    names: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        if tag == "O" or tag[2:] not in NAME_LABELS:
            continue
        label = NAME_LABELS[tag[2:]]
        if tag[0] == "I" and names and names[-1][1:] == (i, label):
            names[-1] = (names[-1][0], i + 1, label)
        else:
            names.append((i, i + 1, label))
    return tuple(names)
