"""What one report more takes in a large store: python tools/bench_copies.py [uneven] [CLAIMS...]

To link a million claims takes long, and what is measured here does not depend on how they came
to be linked. A server keeps its connections, `collect` opens one for each transaction; both are
measured. So a store of 10,000 linked claims (25 days of `bench_linking`) is multiplied in
SQLite, each copy in a year of its own with ids of its own: rows, keys and indexes are as many
and as large as in a store that was linked. The copies' audit log and campaigns are left out. With
`uneven` few towns have most claims, and what is added are reports about the first, which has 60
claims a day, taken out of all its days.
"""

import resource
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from bench_linking import ONE_BY_ONE, records
from sqlalchemy import Table

from aftermath.model import Record
from aftermath.pipeline.linking import link_waiting
from aftermath.store import open_store
from aftermath.store.tables import claims, compared, filed, incidents, reports, texts, tolls

BASE = 10_000
YEAR = 2000
"""In which the claims of `bench_linking` begin."""

ID_BEGINS = ("r0", "c0", "i-")
"""With which its ids of reports and claims begin, and those of incidents."""

NAMED = ("reports.id", "claims.id", "claims.report", "claims.knot", "claims.incident", "incidents.id")
COUNTED = (
    "reports.number",
    "claims.number",
    "compared.claim",
    "filed.claim",
    "incidents.number",
    "tolls.incident",
    "texts.rowid",
)
DAYS = ("compared.day", "filed.first", "filed.last", "incidents.oldest", "incidents.newest")
TOLD = ("reports.record", "claims.published", "claims.claim", "incidents.first", "incidents.last", "incidents.incident")
"""Columns that are another in every copy; in those of `TOLD` ids and years are exchanged in a text."""


def multiply(file: Path, copies: range) -> None:
    """Add these copies of the base, counted from 1."""
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        for number in copies:
            days = (date(YEAR + number, 1, 1) - date(YEAR, 1, 1)).days
            given = {"up": number * 2 * BASE, "base": 2 * BASE, "name": f"k{number}", "days": days}
            for table in (reports, claims, compared, filed, incidents, tolls, texts):
                connection.execute(_copied(table, number), given)


def _copied(table: Table, number: int) -> str:
    columns = [str(column) for column in table.columns]
    values = ", ".join(_value(column, number) for column in columns)
    counted = next(column for column in columns if column in COUNTED)
    names = ", ".join(column.name for column in table.columns)
    return f"INSERT INTO {table.name} ({names}) SELECT {values} FROM {table.name} WHERE {counted} <= :base"


def _value(column: str, number: int) -> str:
    if column in NAMED:
        return f":name || {column}"
    if column in COUNTED or column in DAYS:
        return f"{column} + :{'up' if column in COUNTED else 'days'}"
    if column in TOLD:
        for old, new in ((f"{YEAR}-", f"{YEAR + number}-"), *((f'"{id_}', f'"k{number}{id_}') for id_ in ID_BEGINS)):
            column = f"replace({column}, '{old}', '{new}')"
    return column


def measure(sizes: list[int], *, uneven: bool = False) -> Iterator[str]:
    """A row at each size, the store growing from one to the next."""
    wanted = 2 * ONE_BY_ONE * len(sizes)
    made = list(records(BASE + wanted, uneven=uneven))
    more = _busy(made, wanted) if uneven else made[BASE:]
    names = {record.report.id for record in more}
    base = [record for record in made if record.report.id not in names]
    coming = iter(more)
    copies = 1
    with TemporaryDirectory() as folder:
        file = Path(folder) / "store.sqlite"
        with open_store(file, create=True) as store:
            store.keep(base)
            link_waiting(store)
        for size in sizes:
            multiply(file, range(copies, size // BASE))
            copies = max(copies, size // BASE)
            for pooled in (False, True):
                yield one_row(file, list(islice(coming, ONE_BY_ONE)), pooled=pooled)


def _busy(made: list[Record], wanted: int) -> list[Record]:
    """So many reports about the town that is told of most, from all its days."""
    towns = [record.claims[0].where[0].text for record in made]
    (busiest, number), *_ = Counter(towns).most_common(1)
    about = [record for record, town in zip(made, towns, strict=True) if town == busiest]
    return about[:: number // wanted][:wanted]


def one_row(file: Path, more: list[Record], *, pooled: bool) -> str:
    """Milliseconds for one report more, kept and linked by itself: the middle and the longest."""
    wall, processor = [], []
    with open_store(file, pooled=pooled) as store:
        size = store.size()
        for record in more:
            clock, busy = perf_counter(), process_time()
            store.keep([record])
            link_waiting(store)
            wall.append(1000 * (perf_counter() - clock))
            processor.append(1000 * (process_time() - busy))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{size[1]:9,} claims  {size[2]:8,} incidents  {file.stat().st_size / 2**30:5.2f} GiB  "
        f"one more {'by a server' if pooled else 'by collect'} {median(wall):5.0f} ms, at most {max(wall):5.0f} ms; "
        f"of the processor {median(processor):5.0f} ms, at most {max(processor):5.0f} ms  {memory:6.0f} MiB"
    )


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[1:] if word.isdecimal()] or [10_000, 100_000, 300_000, 1_000_000]
    for row in measure(asked, uneven="uneven" in sys.argv):
        print(row, flush=True)
