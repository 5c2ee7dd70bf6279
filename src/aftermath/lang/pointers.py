"""Lines that point to another story: "Read more: Car bomb kills 30", "RELATED | Army shells market".

Takes the words of a line or sentence, says whether they only lead elsewhere. What such a line tells is another
report's, whose day and source are not known here. The words that open one stand in `en/pointers.tsv`.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

MARKS = frozenset({":", "|", "-", "--", "–", "—", ">", ">>", "»", "›"})
LONGEST = 25
"""Words that such a line has at most: a headline, and what opens it."""


@cache
def _openers() -> dict[tuple[str, ...], bool]:
    """The words that open such a line, and whether a mark must follow."""
    lines = (files(__package__) / "en" / "pointers.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith(("#", "words\t")))
    return {tuple(words.split()): mark == "needed" for words, mark in rows}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(opener[0] for opener in _openers())


def points_elsewhere(words: Sequence[str]) -> bool:
    """Whether these are the headline of another story that the page links to."""
    if len(words) > LONGEST or words[0].lower() not in _first_words():
        return False
    lower = [word.lower().replace("’", "'") for word in words]
    return any(
        tuple(lower[: len(opener)]) == opener and (not needs_mark or set(lower[len(opener) :][:1]) & MARKS)
        for opener, needs_mark in _openers().items()
    )
