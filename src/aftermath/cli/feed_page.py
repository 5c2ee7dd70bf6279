"""Feeds and their runs as a person or a program reads them."""

from __future__ import annotations

import re
import sys
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from aftermath.export.phrases import clean
from aftermath.model import Misuse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.table import Table

    from aftermath.model.feed import Feed, FeedRun

UNITS = {"d": 86_400, "h": 3_600, "m": 60}
LONGEST = 366 * UNITS["d"]


def seconds_of(words: str) -> int:
    """The seconds in a length of time such as 30m, 6h or 1d."""
    found = re.fullmatch(r"([1-9][0-9]{0,5})([mhd])", words.strip())
    seconds = int(found[1]) * UNITS[found[2]] if found else 0
    if not 0 < seconds <= LONGEST:
        raise Misuse(f"--every {words}: give minutes, hours or days, such as 30m, 6h or 1d")
    return seconds


def words_of(seconds: int) -> str:
    """A length of time in the largest unit that it is whole in."""
    return next(f"{seconds // size}{unit}" for unit, size in (*UNITS.items(), ("s", 1)) if seconds % size == 0)


def feed_form(feed: Feed, last: FeedRun | None) -> dict[str, Any]:
    """A feed with its last run as JSON."""
    return {
        "name": feed.name,
        "url": feed.url,
        "every": words_of(feed.every),
        "added": _iso(feed.added),
        "added_by": feed.added_by,
        "due": _iso(feed.due),
        "patience": _iso(feed.patience),
        "misses": feed.misses,
        "last": run_form(last) if last else None,
    }


def run_form(run: FeedRun) -> dict[str, Any]:
    """A run as JSON."""
    form = asdict(run)
    return {**form, "started": _iso(run.started), "finished": _iso(run.finished)}


def run_line(run: FeedRun) -> str:
    """A run in a line, and one more for what only waits."""
    counted = ", ".join(_counts(run)) or run.status
    said = "; ".join(filter(None, (run.error, run.note)))
    line = f"{run.feed}: {run.status if run.error else counted} ({run.bytes:,} bytes)" + (f": {said}" if said else "")
    if waits := [failure for failure in run.failures if not failure.tries]:
        line += f"; {len(waits):,} left for the next run, since {waits[0].cause}"
    return clean(line)


def feed_table(feeds: Sequence[tuple[Feed, FeedRun | None]]) -> Table:
    """Feeds as a table; times are UTC."""
    table = _table("feed", "every", "last run (UTC)", "result", "due (UTC)")
    for feed, last in feeds:
        due = f"{feed.due:%Y-%m-%d %H:%M}" if feed.due else "never: it is gone"
        started = f"{last.started:%Y-%m-%d %H:%M}" if last else ""
        _add(table, f"{feed.name}\n{feed.url}", words_of(feed.every), started, _result(last) if last else "", due)
    return table


def run_table(runs: Sequence[FeedRun]) -> Table:
    """Runs as a table."""
    table = _table("started (UTC)", "feed", "result", "bytes")
    for run in runs:
        items = "".join(f"\n{_failure(failure)}" for failure in run.failures)
        _add(table, f"{run.started:%Y-%m-%d %H:%M:%S}", run.feed, _result(run) + items, f"{run.bytes:,}")
    return table


def show(what: Table | Sequence[dict[str, Any]]) -> None:
    """Print a table, or forms a line each."""
    from rich.console import Console

    from aftermath.cli.output import until_closed
    from aftermath.export.json_text import json_text

    if not isinstance(what, list):
        Console().print(what)
        return
    with until_closed():
        for form in what:
            sys.stdout.write(json_text(form) + "\n")
        sys.stdout.flush()


def _table(*columns: str) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap="UTC" in column or column in {"every", "bytes"})
    return table


def _add(table: Table, *cells: str) -> None:
    """A row of words from anywhere, which are no markup."""
    from rich.text import Text

    table.add_row(*(Text("\n".join(map(clean, cell.split("\n")))) for cell in cells))


def _result(run: FeedRun) -> str:
    status = () if run.status == "new" else (run.status,)
    return "\n".join(filter(None, (", ".join((*status, *_counts(run))), run.error, run.note)))


def _counts(run: FeedRun) -> list[str]:
    counts = {"new": run.new, "known": run.known, "failed": run.failed, "waiting": run.waiting}
    return [f"{count:,} {what}" for what, count in counts.items() if count]


def _failure(failure: Any) -> str:
    tried = f"try {failure.tries}" if failure.tries else "waits"
    return f"- {failure.item}: {failure.cause} ({'given up' if failure.given_up else tried})"


def _iso(moment: datetime | None) -> str | None:
    return f"{moment.isoformat(timespec='seconds')}Z" if moment else None
