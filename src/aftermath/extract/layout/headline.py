"""Which sentence of a report is its headline: its title, or a first paragraph without a full stop."""

from aftermath.model import Parse

OPENING = 4
"""Sentences among which the title can stand: a date of publication or an author may come before it."""
_ENDS = frozenset({".", "!", "?", "”", '"', ":"})
_TRIMMED = " .!?"


def headline(parse: Parse, title: str = "") -> int:
    """The index of the sentence that is the report's headline, -1 where it opens without one."""
    for sent in parse.sentences[:OPENING] if title else ():
        words = parse.text[parse.starts[sent.start] : parse.ends[sent.end - 1]]
        if words.strip(_TRIMMED) == title.strip(_TRIMMED):
            return sent.index
    first = next(iter(parse.sentences), None)
    short = first is not None and first.end < len(parse) and parse[first.end - 1].text not in _ENDS
    return 0 if short else -1
