"""Which sentence of a report is its headline: its title, or what opens it without full stop or before its dateline."""

from aftermath.extract.layout.dateline import DATELINE, LONGEST
from aftermath.model import Parse, Sentence

OPENING = 4
"""Sentences among which the title can stand: a date of publication or an author may come before it."""
HEADING = 20
"""Tokens of a headline at most, where a dateline behind it is the only sign of it."""
_ENDS = frozenset({".", "!", "?", "”", '"', ":"})
_TRIMMED = " .!?"


def headline(parse: Parse, title: str = "") -> int:
    """The index of the sentence that is the report's headline, -1 where it opens without one."""
    for sent in parse.sentences[:OPENING] if title else ():
        words = parse.text[parse.starts[sent.start] : parse.ends[sent.end - 1]]
        if words.strip(_TRIMMED) == title.strip(_TRIMMED):
            return sent.index
    first = next(iter(parse.sentences), None)
    if first is None or first.end >= len(parse):
        return -1
    short = parse[first.end - 1].text not in _ENDS
    return 0 if short or _before_dateline(parse, first) else -1


def _before_dateline(parse: Parse, first: Sentence) -> bool:
    """Whether a dateline stands behind the first sentence: lines run into one ("12 Die in Blast. KABUL -- A")."""
    behind = parse.starts[first.end]
    return first.end - first.start <= HEADING and DATELINE.match(parse.text[behind : behind + LONGEST]) is not None
