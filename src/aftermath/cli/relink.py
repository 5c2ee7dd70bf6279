"""`aftermath relink`: all claims of a store linked anew."""

from __future__ import annotations

from typing import Annotated

import typer

from aftermath.cli.stores import STORE, StoreFile


def relink(
    store: StoreFile = STORE,
    forget: Annotated[
        bool, typer.Option("--forget", help="Throw all incidents away first: where some of them were damaged.")
    ] = False,
) -> None:
    """Link all claims of a store anew by this version of the linker; people's judgements hold."""
    from aftermath.cli.watch import telling
    from aftermath.cli.who import whoever
    from aftermath.pipeline.linker_version import linker_version
    from aftermath.pipeline.linking import relink as link_anew
    from aftermath.store import open_store

    with open_store(store) as opened, telling() as tell:
        before, name = opened.linker(), opened.name
        done = link_anew(opened, whoever(), forget=forget, tell=tell)
    was = f", which {before or 'an older version'} had linked" if before not in {linker_version(), None} else ""
    typer.echo(f"{name}: {done.reports:,} reports{was}, linked anew by {linker_version()}")
    if before is None:
        typer.echo(f"incidents: {done.new:,}; nothing was linked before")
        return
    typer.echo(f"incidents: {done.same:,} as before, {done.changed:,} changed, {done.new:,} new, {done.gone:,} gone")
