"""`aftermath evaluate`: how well reports are read, against gold files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aftermath.cli.options import Home, Jobs, Pipeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aftermath.evaluate import ErrorCount, Fall, GoldReport, Marked, Table
    from aftermath.evaluate.predictions import Predictions
    from aftermath.model import Problem


def evaluate(
    gold_dir: Annotated[Path, typer.Argument(help="Folder of gold files, one JSON file a report.")],
    part: Annotated[str, typer.Option(help="all, work, or held: the third kept aside, by hash of the ids.")] = "all",
    predictions: Annotated[
        Path | None, typer.Option(help="JSON lines of `aftermath read` to measure, instead of reading now.")
    ] = None,
    report: Annotated[str, typer.Option(help="Show one report's claims: matched, missed, extra.")] = "",
    errors: Annotated[int, typer.Option(min=0, help="Show this many of the commonest errors.")] = 0,
    floors: Annotated[Path | None, typer.Option(help="TOML file of floors; exit 1 where a figure fell below.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the table as JSON.")] = False,
    jobs: Jobs = 1,
    pipeline: Pipeline = "",
    home: Home = None,
) -> None:
    """Measure reading against an analyst's gold files, slot by slot."""
    from aftermath import evaluate as measures

    limits = measures.load_floors(floors) if floors else None
    gold = measures.load_gold(gold_dir)
    if limits:
        measures.require_gold(limits, gold)
        part = limits.part
    chosen = measures.part_of(gold, part)
    if report:
        chosen = measures.only(chosen, report)
    claims, lost = (measures.load_predictions(predictions), ()) if predictions else _read(chosen, jobs, pipeline, home)
    marked = measures.mark_all(chosen, claims)
    _warn_unpredicted(measures.unpredicted(chosen, claims), len(chosen))
    table = measures.measure(marked)
    if report:
        typer.echo(_report_view(marked[0]))
    elif as_json:
        typer.echo(json.dumps(measures.table_form(table), indent=1))
    else:
        typer.echo(_table_view(table, len(chosen), part))
    if errors:
        typer.echo(_errors_view(measures.commonest_errors(marked, errors)))
    falls = measures.fallen(table, limits) if limits else []
    _tell(falls, lost)
    if falls or lost:
        raise typer.Exit(1)


def _read(
    chosen: list[GoldReport], jobs: int, pipeline: str, home: Path | None
) -> tuple[Predictions, tuple[Problem, ...]]:
    from aftermath.cli.settings import settings
    from aftermath.evaluate.reading import read_gold

    return read_gold(chosen, settings(pipeline=pipeline, home=home), jobs)


def _warn_unpredicted(missing: list[str], total: int) -> None:
    if missing:
        typer.echo(f"no predictions for {len(missing)} of {total} reports: {', '.join(missing[:5])}", err=True)


def _table_view(table: Table, reports: int, part: str) -> str:
    lines = [f"{'slot':12} {'P':>6} {'R':>6} {'F1':>6} {'right':>6} {'read':>6} {'gold':>6}"]
    lines += [
        f"{slot:12} {row.precision:6.3f} {row.recall:6.3f} {row.f1:6.3f} {row.right:6} {row.read:6} {row.gold:6}"
        for slot, row in table.rows.items()
    ]
    return "\n".join([*lines, f"{'headline':12} {'':13} {table.headline:6.3f}   {reports} reports, part {part}"])


def _report_view(marked: Marked) -> str:
    from aftermath.evaluate import findings

    lines = []
    for claim in findings(marked):
        lines.append(f"{claim.verdict.upper():8}{claim.event} | {' … '.join(claim.quotes)[:150]}")
        for slot in claim.slots:
            lines += [f"          {slot.slot:10} gold  {filler}" for filler in slot.missed]
            lines += [f"          {slot.slot:10} read  {filler}" for filler in slot.extra]
    return "\n".join(lines)


def _errors_view(errors: list[ErrorCount]) -> str:
    lines = [f"{error.count:4}  {error.slot:10} {error.error:34} {error.example}" for error in errors]
    return "\n".join(["", "commonest errors (count, slot, error, first example)", *lines])


def _tell(falls: Sequence[Fall], lost: Sequence[Problem]) -> None:
    from aftermath.export.phrases import problem_line

    for fall in falls:
        typer.echo(f"below its floor: {fall.row} {fall.f1:.3f}, floor {fall.floor:.3f}", err=True)
    for problem in lost:
        typer.echo(f"lost: {problem_line(problem)}", err=True)
