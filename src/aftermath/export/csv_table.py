"""CSV: one row a claim, UTF-8, comma-separated, with a header (RFC 4180).

The columns are those of `row`. Every row is one line: line breaks within words become
spaces. A cell that a spreadsheet would run as a formula is written with an apostrophe before
it, because reports are written by strangers.
"""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from aftermath.export.phrases import clean
from aftermath.export.row import Value, columns, row
from aftermath.model import Record

FORMULA_STARTS = ("=", "+", "-", "@")


def csv_table(records: Iterable[Record]) -> Iterator[str]:
    """The header, then for each record its claims' rows in one piece."""
    yield _lines([list(columns())])
    for record in records:
        if record.claims:
            yield _lines([[_cell(value) for value in row(record, claim).values()] for claim in record.claims])


def _cell(value: Value) -> Value:
    """The value; words on one line, and harmless where a spreadsheet would take them for a formula."""
    if not isinstance(value, str):
        return value
    words = clean(value)
    return f"'{words}" if words.startswith(FORMULA_STARTS) else words


def _lines(rows: list[list[Value]]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
