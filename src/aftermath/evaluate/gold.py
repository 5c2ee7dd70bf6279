"""Gold reports: what an analyst records from a report, kept in a folder of JSON files.

Takes a folder in the form of the gold guide, gives `GoldReport`s in the order of their
file names, the work and the held part, and a hash of the whole that floors are tied to.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from aftermath.evaluate.answer import Answer, answer
from aftermath.model import Misuse, Report

PARTS = ("all", "work", "held")
HELD_SHARE = 3
"""One report in this many is held: measured, never looked at while working."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldReport:
    """A report, the file it lies in, and the claims that an analyst recorded from it."""

    file: Path
    report: Report
    claims: tuple[Mapping[str, Any], ...]

    @property
    def id(self) -> str:
        """The report's id."""
        return self.report.id

    @property
    def answers(self) -> list[Answer]:
        """The analyst's claims in comparable form."""
        return [answer(claim, self.report.text) for claim in self.claims]


def load_gold(folder: Path) -> list[GoldReport]:
    """The gold reports of a folder; raises `Misuse` where there is none or one is malformed."""
    if not folder.is_dir():
        raise Misuse(f"{folder} is not a folder of gold files")
    reports = [_load(file) for file in sorted(folder.glob("*.json"))]
    if not reports:
        raise Misuse(f"{folder} holds no gold files (*.json)")
    return reports


def _load(file: Path) -> GoldReport:
    try:
        raw = json.loads(file.read_text("utf-8"))
        return GoldReport(file=file, report=_report(raw), claims=tuple(raw["claims"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Misuse(f"{file} is no gold file: {type(error).__name__}: {error}") from error


def _report(raw: Mapping[str, Any]) -> Report:
    published = raw.get("published")
    return Report(
        id=raw["id"],
        text=raw["text"],
        title=raw.get("title") or "",
        outlet=raw.get("outlet") or "",
        published=date.fromisoformat(published) if published else None,
        sha256=sha256(raw["text"].encode()).hexdigest(),
    )


def part_of(reports: Sequence[GoldReport], part: str) -> list[GoldReport]:
    """All reports, or the part for work, or the part held aside.

    Held are the reports whose ids have the lowest SHA-256, a third of them: a choice that
    nobody made and everybody can repeat.
    """
    if part not in PARTS:
        raise Misuse(f"no part {part!r}; parts are {', '.join(PARTS)}")
    ranked = sorted((report.id for report in reports), key=lambda name: sha256(name.encode()).hexdigest())
    held = set(ranked[: len(ranked) // HELD_SHARE])
    return [report for report in reports if part == "all" or (report.id in held) == (part == "held")]


def gold_hash(reports: Sequence[GoldReport]) -> str:
    """SHA-256 over ids, texts and claims: changes whenever the yardstick does."""
    whole = [[report.id, report.report.text, report.claims] for report in reports]
    return sha256(json.dumps(whole, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def only(reports: Sequence[GoldReport], name: str) -> list[GoldReport]:
    """The one report of that id; raises `Misuse` where there is none."""
    found = [report for report in reports if report.id == name]
    if not found:
        raise Misuse(f"no gold report {name!r} in this part; there are {', '.join(r.id for r in reports[:5])} …")
    return found
