"""Quality floors: figures below which a change may not let the reading fall.

Takes a TOML file and a measured table, gives the floors that fell. A floor counts only for
the gold it was set on, which the file names by hash; another gold is `Misuse`, not a pass.

    part = "all"
    gold = "<SHA-256 of the gold>"

    [floors]
    headline = 0.42
    claim = 0.60
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from aftermath.evaluate.gold import PARTS, GoldReport, gold_hash
from aftermath.evaluate.measure import ROWS, Table
from aftermath.model import Misuse

EXACT = 1e-9
"""Floors are compared with what is printed, three decimals, so rounding is no fall."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """The gold that floors were set on, its part, and the least F1 of each row."""

    gold: str
    part: str
    least: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Fall:
    """A row that stands below its floor."""

    row: str
    floor: float
    f1: float


def load_floors(file: Path) -> Floors:
    """The floors of a file; raises `Misuse` where it is absent, malformed or names unknown rows."""
    try:
        raw = tomllib.loads(file.read_text("utf-8"))
        floors = Floors(gold=raw["gold"], part=raw["part"], least=dict(raw["floors"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Misuse(f"{file} is no file of floors: {type(error).__name__}: {error}") from error
    unknown = set(floors.least) - {"headline", *ROWS}
    if unknown or floors.part not in PARTS or not floors.least:
        raise Misuse(f"{file}: unknown part or rows, or none: {floors.part}, {', '.join(sorted(unknown))}")
    return floors


def fallen(table: Table, floors: Floors) -> list[Fall]:
    """The rows whose F1, to three decimals, stands below its floor."""
    standing = {"headline": table.headline} | {slot: row.f1 for slot, row in table.rows.items()}
    return [
        Fall(row, floor, standing[row])
        for row, floor in floors.least.items()
        if round(standing[row], 3) < floor - EXACT
    ]


def require_gold(floors: Floors, gold: Sequence[GoldReport]) -> None:
    """Raise `Misuse` unless the floors were set on this gold."""
    if gold_hash(gold) != floors.gold:
        raise Misuse(f"the floors were set on other gold: {floors.gold[:12]}…, this is {gold_hash(gold)[:12]}…")
