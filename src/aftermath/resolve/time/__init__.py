"""The time expressions of a report, and the days they mean.

Our own rules find the expressions (`dates`, `months`, `named`, `near`, `lengths`) and work out their
days (`find`). Two that make one are joined ("dawn on Wednesday": `join`; "from Monday to
Thursday": `stretch`), and the words before them bend them ("since", "until": `lead`). No date is ever
searched for outside of the rules, so "May" the verb, "Sunday Times" and ages make no dates.

What is relative needs the report's date; without it such expressions are found, with no
days. Hours are not kept: a clock time gives the day it falls on, with precision "hour".
"""

from datetime import date

from aftermath.model import Parse, TimeMention
from aftermath.resolve.time.find import pieces_of
from aftermath.resolve.time.join import with_clocks
from aftermath.resolve.time.lead import mention_of
from aftermath.resolve.time.stretch import ended, ranges, runs

__all__ = ["times"]


def times(parse: Parse, published: date | None) -> tuple[TimeMention, ...]:
    """All time expressions of a report in order, none overlapping, seen from its date."""
    text = parse.text
    pieces = with_clocks(text, list(pieces_of(parse, published)), published)
    pieces = ranges(text, ended(text, runs(text, pieces)))
    mentions: list[TimeMention] = []
    for piece in pieces:
        mentions.append(mention_of(text, piece, published, mentions))
    return tuple(mentions)
