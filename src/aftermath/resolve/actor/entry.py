"""Entries of the register: groups, states and sources, as their tables have them.

A user's table has the columns of `tables/groups_*.tsv` (only `id`, `name` and `kind` must be
filled) or those of `tables/sources.tsv`. What is wrong with a row is said with the file and
the line.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from aftermath.model import Misuse
from aftermath.model.codes import SOURCE_KINDS
from aftermath.resolve.sheet import from_file, shipped

KINDS = (
    "state forces",
    "rebel group",
    "political militia",
    "identity militia",
    "rioters",
    "protesters",
    "civilians",
    "external/other",
)
"""ACLED's inter codes 1 to 8 in words."""

GROUP_TABLES = ("groups_middle_east.tsv", "groups_africa.tsv", "groups_asia.tsv", "groups_europe_americas.tsv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A known actor or source: its names, where and when it acts, what it belongs to.

    `kind` is one of `KINDS` for actors and one of the model's kinds of source for sources,
    for which `is_source` is true. `start` is the first day, `end` the last; None where not
    known. `parent` and `members` are ids. `table` is the file it stands in.
    """

    id: str
    name: str
    kind: str
    names: tuple[str, ...]
    countries: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    parent: str = ""
    members: tuple[str, ...] = ()
    standing: str = ""
    is_source: bool = False
    table: str = ""

    def active(self, on: date) -> bool:
        """Whether a day lies within the years known."""
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)


@cache
def shipped_entries() -> tuple[Entry, ...]:
    """All groups and sources that come with the package."""
    found = [_entry(row, name) for name in GROUP_TABLES for row in shipped(name)]
    return (*found, *(_entry(row, "sources.tsv") for row in shipped("sources.tsv")))


def user_entries(path: Path) -> tuple[Entry, ...]:
    """The entries of a user's table; `Misuse` naming file and line where a row is wrong."""
    entries = []
    seen: dict[str, int] = {}
    for line, row in from_file(path):
        where = f"{path}, line {line}"
        fault = _fault(row)
        if fault:
            raise Misuse(f"{where}: {fault}")
        if row["id"] in seen:
            raise Misuse(f"{where}: the id {row['id']!r} stands in line {seen[row['id']]} already")
        seen[row["id"]] = line
        entries.append(_entry(row, str(path)))
    if not entries:
        raise Misuse(f"{path}: no rows; the first line names the columns, the rows follow, cells parted by tabs")
    return tuple(entries)


_COLUMNS = frozenset("id name kind countries from to parent members also standing".split())


def _fault(row: Mapping[str, str]) -> str | None:
    """What is wrong with a row, or None."""
    if unknown := sorted(set(row) - _COLUMNS):
        return f"no such column: {', '.join(unknown)}; there are {', '.join(sorted(_COLUMNS))}"
    for column in ("id", "name", "kind"):
        if not row.get(column):
            return f"{column!r} is empty"
    if "standing" in row and row["kind"] not in SOURCE_KINDS:
        return f"{row['kind']!r} is no kind of source; there are {', '.join(SOURCE_KINDS)}"
    if "standing" not in row and row["kind"] not in KINDS:
        return f"{row['kind']!r} is no kind of actor; there are {', '.join(KINDS)}"
    for code in row.get("countries", "").split():
        if not re.fullmatch(r"[A-Z]{2}", code):
            return f"{code!r} is no country code; write two capitals as in ISO 3166, parted by spaces"
    for column in ("from", "to"):
        if row.get(column) and _day(row[column]) is None:
            return f"{row[column]!r} under {column!r} is no year (2014) or day (2014-06-29)"
    return None


def _entry(row: Mapping[str, str], table: str) -> Entry:
    last = _day(row.get("to", ""))
    if last and len(row["to"]) == 4:
        last = date(last.year, 12, 31)  # "to 2017" is to the end of that year
    return Entry(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        names=_names(row["name"], row.get("also", "").split("|")),
        countries=tuple(row.get("countries", "").split()),
        start=_day(row.get("from", "")),
        end=last,
        parent=row.get("parent", ""),
        members=tuple(row.get("members", "").split()),
        standing=row.get("standing", ""),
        is_source="standing" in row,
        table=table,
    )


def _names(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """The names of an entry, without what only tells it apart ("(Libya)"), and none twice."""
    plain = re.sub(r" \([^)]*\)$", "", name)
    return tuple(dict.fromkeys(n.strip().removeprefix("the ") for n in (name, plain, *others) if n.strip()))


def _day(cell: str) -> date | None:
    if re.fullmatch(r"\d{4}", cell):
        return date(int(cell), 1, 1)
    try:
        return date.fromisoformat(cell) if cell else None
    except ValueError:
        return None
