"""`aftermath explain`: why each claim was read as it was."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from aftermath.cli.options import Home, Pipeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aftermath.model import Claim, Record


def explain(
    report: Annotated[str, typer.Argument(help="A file or URL with one or more reports.")],
    claim: Annotated[str, typer.Argument(help="A claim's number on the sheet, or its id.")] = "",
    published: Annotated[str, typer.Option(help="Date of the report, such as 2019-03-14, over what it says.")] = "",
    pipeline: Pipeline = "",
    home: Home = None,
) -> None:
    """Show, slot by slot, the words and rules that each claim rests on."""
    from rich.console import Console

    from aftermath.cli.explanation import explanation
    from aftermath.cli.settings import settings
    from aftermath.cli.watch import telling
    from aftermath.pipeline import read_sources

    console = Console(width=None if sys.stdout.isatty() else 100)
    with telling() as tell:
        records = list(read_sources([report], settings(published=published, pipeline=pipeline, home=home), tell=tell))
    shown = _chosen(records, claim)
    for record, number, one in shown:
        console.print(explanation(record, number, one))
    if any(problem.fatal for record in records for problem in record.problems):
        _tell_problems(records)
        raise typer.Exit(1)


def _chosen(records: Sequence[Record], asked: str) -> list[tuple[Record, int, Claim]]:
    """The claims to explain: all, or the one of that number or id; raises `Misuse` where there is none."""
    from aftermath.model import Misuse

    claims = [(record, i, claim) for record in records for i, claim in enumerate(record.claims, 1)]
    found = [entry for entry in claims if asked in {"", str(entry[1]), entry[2].id}]
    if asked and not found:
        raise Misuse(
            f"no claim {asked!r}: the report has {len(claims)}, numbered from 1 as `aftermath read` shows them"
        )
    return found


def _tell_problems(records: Sequence[Record]) -> None:
    from aftermath.export.phrases import problem_line

    for record in records:
        for problem in record.problems:
            typer.echo(f"aftermath: {problem_line(problem)}", err=True)
