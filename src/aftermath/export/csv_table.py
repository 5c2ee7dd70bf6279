"""CSV: one row a claim, UTF-8, comma-separated, with a header (RFC 4180).

The columns are those of `row`. A cell that a spreadsheet would run as a formula is written
with an apostrophe before it, because reports are written by strangers.
"""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from aftermath.export.row import Value, columns, row
from aftermath.model import Record

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_table(records: Iterable[Record]) -> Iterator[str]:
    """The header, then for each record its claims' rows in one piece."""
    yield _lines([list(columns())])
    for record in records:
        if record.claims:
            yield _lines([[_cell(value) for value in row(record, claim).values()] for claim in record.claims])


def _cell(value: Value) -> Value:
    """The value, or harmless words for one that a spreadsheet would take for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


def _lines(rows: list[list[Value]]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
