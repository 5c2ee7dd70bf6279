"""A reader for tests that is quick: it finds one claim in each report."""

from collections.abc import Iterable, Iterator

from aftermath.model import Claim, Problem, Record, Report
from aftermath.model.words import words_at
from link.making import claim


def reading(reports: Iterable[Report | Problem]) -> Iterator[Record]:
    """One claim a report, in the words with which it begins; problems are lost reports."""
    for item in reports:
        if isinstance(item, Problem):
            yield Record(report=Report(id=item.report, text=""), claims=(), problems=(item,))
        else:
            yield Record(report=item, claims=(claimed(item),))


def claimed(report: Report) -> Claim:
    words = words_at(report.text, 0, 20)
    return claim(f"{report.id}:1", quotes=(words,), when=None, where=())
