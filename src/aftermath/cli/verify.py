"""`aftermath verify`: whether a store and its archive are as they were left."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aftermath.cli.stores import STORE, ArchiveFolder, StoreFile

if TYPE_CHECKING:
    from aftermath.store import Store


def verify(
    store: StoreFile = STORE,
    archive: ArchiveFolder = None,
    timestamp: Annotated[
        str, typer.Option(help="Where no fault is found, have this authority (a URL, RFC 3161) date the audit log.")
    ] = "",
    tsa_roots: Annotated[
        Path | None, typer.Option(help="Certificates (PEM) by which to check the signatures of timestamps.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a finding a line as JSON.")] = False,
) -> None:
    """Check archived bytes, hashes, the words of every claim, and the audit log; exit 1 where something is wrong."""
    from aftermath.model import Misuse
    from aftermath.pipeline.timestamping import timestamp as date_log
    from aftermath.store import open_store

    wrong = 0
    with open_store(store, archive=archive) as opened:
        if opened.archive is None:
            raise Misuse(f"{opened.name} is on a server: say with --archive in which folder the reports' bytes are")
        for found in opened.verify(tsa_roots):
            wrong += not found.is_note
            typer.echo(json.dumps(asdict(found)) if as_json else f"{found.about}: {found.says}")
        if not as_json:
            typer.echo(_summary(opened, wrong))
        if timestamp and not wrong:
            kept = date_log(opened, timestamp)
            if not as_json:
                typer.echo(f"timestamp kept: {kept}")
    if wrong:
        raise typer.Exit(1)


def _summary(store: Store, wrong: int) -> str:
    head = store.head()
    last = f"the audit log's {head.number:,} entries end in {head.hash}" if head else "the audit log is empty"
    return f"{store.name}: {store.size()[0]:,} reports, {wrong:,} faults; {last}"
