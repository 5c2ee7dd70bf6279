"""Who is meant: the register of armed actors and of sources, and the users' additions to it.

The shipped tables lie in `tables/`; a user's own are copied into the user's data folder by
`add` and read by every later `open_register`. What they say stands in front of what is
shipped, so an analyst can also correct an entry.
"""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aftermath.model import Misuse
from aftermath.resolve.actor.entry import KINDS, Entry, shipped_entries, user_entries
from aftermath.resolve.actor.register import Register
from aftermath.resolve.gazetteer import home

__all__ = [
    "KINDS",
    "Entry",
    "Register",
    "Table",
    "add",
    "find",
    "listing",
    "open_register",
    "remove",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of the register: its name, how many actors and sources it holds, whether it is a user's."""

    name: str
    actors: int
    sources: int
    own: bool


def folder() -> Path:
    """Where users' tables lie; it need not exist yet."""
    return home.folder().parent / "actors"


def open_register(paths: Sequence[Path] = ()) -> Register:
    """The register of the given tables, the user's own, and the shipped ones, in that order.

    `Misuse` names file and row where a table is wrong.
    """
    own = [entry for path in (*paths, *_own_tables()) for entry in user_entries(path)]
    return Register((*own, *shipped_entries()))


def add(path: Path) -> Table:
    """Add a user's table for good; one of the same file name is replaced.

    `Misuse`, naming file and row, where it is wrong; then nothing is changed.
    """
    entries = user_entries(path)
    target = folder() / f"{path.stem}.tsv"
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    shutil.copyfile(path, part)
    part.replace(target)  # the old table stays whole until the new one is
    return _table(target.name, entries, own=True)


def remove(name: str) -> None:
    """Take a user's table out of the register; `Misuse` where there is none of that name."""
    target = folder() / f"{name.removesuffix('.tsv')}.tsv"
    if not target.is_file():
        known = ", ".join(path.stem for path in _own_tables()) or "none"
        raise Misuse(f"{name}: no such table of actors; added so far: {known}")
    target.unlink()


def listing() -> tuple[Table, ...]:
    """The tables of the register, the user's own first."""
    own = [_table(path.name, user_entries(path), own=True) for path in _own_tables()]
    by_table: dict[str, list[Entry]] = {}
    for entry in shipped_entries():
        by_table.setdefault(entry.table, []).append(entry)
    return (*own, *(_table(name, entries, own=False) for name, entries in by_table.items()))


def find(name: str) -> tuple[Entry, ...]:
    """The entries that bear a name or id, then those whose names hold the words."""
    return open_register().find(name)


def _own_tables() -> list[Path]:
    return sorted(folder().glob("*.tsv"))


def _table(name: str, entries: Sequence[Entry], *, own: bool) -> Table:
    sources = sum(entry.is_source for entry in entries)
    return Table(name=name, actors=len(entries) - sources, sources=sources, own=own)
