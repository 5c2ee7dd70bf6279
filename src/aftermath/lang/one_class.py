"""One class for one name within a report.

A tagger that sees sentence by sentence calls "Kiplagat" a person here and a place there. A
report hardly ever means two things by one name, so the class it gives most holds for all;
a surname goes with the full name. Takes and gives names; spans stay as they are.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from aftermath.model.parse import Name

SETTLED = frozenset({"PERSON", "LOCATION", "ORGANIZATION", "FACILITY"})
"""Classes among which a vote is held; dates, sums and nationalities are told by their form."""


def one_class(names: Sequence[Name], form: Callable[[int], str]) -> list[Name]:
    """Names with the class that the report gives most to their form; `form` gives a token's text.

    The last word of a person's full name votes for that person too. Where two classes have as
    many votes, each name keeps its own.
    """
    votes: dict[str, Counter[str]] = {}
    for name in names:
        if name.kind in SETTLED:
            votes.setdefault(_words(name, form), Counter())[name.kind] += 1
            if name.kind == "PERSON" and name.end - name.start > 1:
                votes.setdefault(form(name.end - 1), Counter())[name.kind] += 1
    return [_voted(name, votes.get(_words(name, form), Counter())) for name in names]


def _words(name: Name, form: Callable[[int], str]) -> str:
    return " ".join(form(i) for i in range(name.start, name.end))


def _voted(name: Name, votes: Counter[str]) -> Name:
    if name.kind not in SETTLED or not votes:
        return name
    best = max(votes.values())
    winners = [kind for kind, count in votes.items() if count == best]
    return Name(start=name.start, end=name.end, kind=winners[0]) if len(winners) == 1 else name
