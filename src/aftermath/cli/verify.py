"""`aftermath verify`: whether a store and its archive are as they were left."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from aftermath.cli.stores import STORE, ArchiveFolder, StoreFile


def verify(
    store: StoreFile = STORE,
    archive: ArchiveFolder = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a finding a line as JSON.")] = False,
) -> None:
    """Check archived bytes, hashes, the words of every claim, and the audit log; exit 1 where something is wrong."""
    from aftermath.model import Misuse
    from aftermath.store import open_store

    wrong = 0
    with open_store(store, archive=archive) as opened:
        if opened.archive is None:
            raise Misuse(f"{opened.name} is on a server: say with --archive in which folder the reports' bytes are")
        for found in opened.verify():
            wrong += not found.is_note
            typer.echo(json.dumps(asdict(found)) if as_json else f"{found.about}: {found.says}")
        head, reports = opened.head(), opened.size()[0]
        name = opened.name
    if not as_json:
        last = f"the audit log's {head.number:,} entries end in {head.hash}" if head else "the audit log is empty"
        typer.echo(f"{name}: {reports:,} reports, {wrong:,} faults; {last}")
    if wrong:
        raise typer.Exit(1)
