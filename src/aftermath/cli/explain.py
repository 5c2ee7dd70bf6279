"""`aftermath explain`: why each claim was read as it was."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aftermath.cli.options import Home, Pipeline
from aftermath.cli.stores import STORE, StoreFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aftermath.model import Claim, Record


def explain(
    report: Annotated[str, typer.Argument(help="A file or URL with one or more reports, or an incident's id.")],
    claim: Annotated[str, typer.Argument(help="A claim's number on the sheet, or its id.")] = "",
    published: Annotated[str, typer.Option(help="Date of the report, such as 2019-03-14, over what it says.")] = "",
    pipeline: Pipeline = "",
    home: Home = None,
    store: StoreFile = STORE,
) -> None:
    """Show, slot by slot, the words and rules that each claim rests on; of an incident, why its claims are linked."""
    if report.startswith("i-") and not Path(report).exists():
        _explain_incident(report, store)
        return
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


def _explain_incident(name: str, store: str) -> None:
    """Print the links of an incident's claims with every finding and what it counts, and what was kept apart."""
    from aftermath.cli.links import link_first
    from aftermath.pipeline.judging import reasons
    from aftermath.store import open_store

    with open_store(store) as opened:
        link_first(opened)
        incident, found = reasons(opened, name)
    order = {claim: i for i, claim in enumerate(incident.claims, 1)}
    typer.echo(f"{incident.id}: {len(order)} claims, founded by claim 1, {incident.claims[0]}")
    for reason in found:
        named = (reason.one, reason.other)
        one, other = (f"claim {order[name]}" if name in order else f"{name} of another incident" for name in named)
        typer.echo(f"\n{one} and {other}: {reason.verdict}, {reason.total:+.1f} where {reason.bar} links")
        for text, counts in reason.findings:
            typer.echo(f"  {counts:+.2f}  {text}")


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
