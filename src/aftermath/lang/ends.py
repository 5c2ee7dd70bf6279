"""Where sentences end within a run of words: the encoder's score, weighed with what it does not see.

The encoder reads words without the spaces between them, without the direction of quotes and without counting; a small
layer (`en/ends.json`, 1,489 weights) corrects its score by the marks, spellings and spaces about a place. Takes
a run of words with its spaces, the encoder's scores and the names found; gives the sentences. It never joins what
`segments` has cut. The weights are made by `training/ends.py`.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from aftermath.lang.segments import BEGINNERS, CLOSERS, ENDS
from aftermath.lang.wordpiece import SHAPES, shape_of
from aftermath.model.words import Span

Floats = NDArray[np.float32]

# The score over which a word ends a sentence: even odds.
SURE_END = 0.0
# Places that the encoder rules out are not weighed again, unless a full stop stands there.
RULED_OUT = -6.0
# A name is never divided: a doubtful end inside one ("St. | Petersburg") is none.
NEVER = -100.0
MARKS = (".", "?", "!", ":", ";", ",", "-", "—", '"', "'", "(", ")", "...", "[", "]", "*")
OPENING, CLOSING = frozenset({"“", "``", "«"}), frozenset({"”", "''", "»"})
_PLAIN = {
    **dict.fromkeys(OPENING | CLOSING | {"„"}, '"'),
    **dict.fromkeys("‘’", "'"),
    **dict.fromkeys(("–", "--"), "—"),
    "…": "...",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words that stand side by side, and of each whether a space follows it."""

    words: list[str]
    spaces: list[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Two layers of weights: features to hidden units, hidden units to one score."""

    hidden: Floats
    hidden_bias: Floats
    out: Floats
    out_bias: float

    def correct(self, features: Floats) -> Floats:
        """What to add to the encoder's score at each place (place, feature)."""
        active = np.maximum(features @ self.hidden.T + self.hidden_bias, 0)
        return np.asarray(active @ self.out + self.out_bias, dtype=np.float32)


@lru_cache(maxsize=1)
def layer() -> Layer:
    """Read the weights once a process."""
    given = json.loads((files(__package__) / "en" / "ends.json").read_text(encoding="utf-8"))
    return Layer(
        hidden=np.array(given["hidden"], dtype=np.float32),
        hidden_bias=np.array(given["hidden_bias"], dtype=np.float32),
        out=np.array(given["out"], dtype=np.float32),
        out_bias=given["out_bias"],
    )


def sentences(run: Run, scores: Floats, names: list[tuple[int, int, str]]) -> Iterator[Span]:
    """The sentences of a run as first word and word after the last.

    A closing mark goes with what it closes, and marks alone are no sentence.
    """
    words = run.words
    start = 0
    for seen in np.flatnonzero(_weighed(run, scores, names) > SURE_END):
        end = int(seen) + 1
        if end <= start:
            continue
        while end < len(words) and _closes(words[end], words[start:end]):
            end += 1
        if any(word[0].isalnum() for word in words[end:]):
            yield start, end
            start = end
    yield start, len(words)


def _weighed(run: Run, scores: Floats, names: list[tuple[int, int, str]]) -> Floats:
    """The score of an end after each word but the last."""
    scores = scores[:-1].copy()
    for first, last, _ in names:
        scores[first : last - 1] = NEVER
    at = doubtful(run, scores)
    if at:
        scores[at] += layer().correct(features(run, scores, at))
    return scores


def doubtful(run: Run, scores: Floats) -> list[int]:
    """The places that are weighed: all that the encoder does not rule out, and full stops."""
    return [i for i, s in enumerate(scores.tolist()) if s > RULED_OUT or (s > NEVER and run.words[i] in ENDS)]


def features(run: Run, scores: Floats, at: list[int]) -> Floats:
    """What is seen of each of these places (place, feature)."""
    words = run.words
    plain = [_PLAIN.get(word, word) for word in words]
    odd = plain.count('"') % 2
    rows, wanted, seen = [], set(at), scores.tolist()
    last = brackets = 0
    quoted = False
    for i, word in enumerate(words[: at[-1] + 1]):
        if plain[i] == '"':
            quoted = word in OPENING or (not quoted and word not in CLOSING)
        brackets = max(0, brackets + (word in "([") - (word in ")]"))
        if i in wanted:
            told = (
                seen[i] / 5,
                seen[i] > 0,
                run.spaces[i],
                quoted,
                odd,
                brackets > 0,
                min(i - last, 40) / 20,
                i - last <= 2,
                i < 8,
                len(words) - i < 6,
                words[i + 1] in BEGINNERS,
                words[i + 1][0].isdigit(),
                word.isdigit(),
                len(word) == 1,
                i > 0 and words[i - 1] in ENDS,
                any(mark in (":", ";") for mark in plain[last:i]),
            )
            rows.append([*map(float, told), *_about(words, plain, i)])
        if seen[i] > SURE_END:
            last = i + 1
    return np.array(rows, dtype=np.float32)


def _about(words: list[str], plain: list[str], i: int) -> list[float]:
    """The marks at a place and to both sides of it, the spelling of its word and of the two that follow."""
    shown = [0.0] * (3 * len(MARKS) + 3 * len(SHAPES))
    for k, j in enumerate((i - 1, i, i + 1)):
        if j >= 0 and plain[j] in MARKS:
            shown[k * len(MARKS) + MARKS.index(plain[j])] = 1.0
    for k, j in enumerate((i, i + 1, i + 2)):
        if j < len(words):
            shown[(3 * len(MARKS)) + k * len(SHAPES) + shape_of(words[j])] = 1.0
    return shown


def _closes(mark: str, before: list[str]) -> bool:
    """Whether a mark closes what the sentence before it opened."""
    if mark in ('"', "'"):
        return before.count(mark) % 2 == 1
    return mark in CLOSERS
