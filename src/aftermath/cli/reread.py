"""`aftermath reread`: what an older reader read, read again."""

from __future__ import annotations

from typing import Annotated

import typer

from aftermath.cli.options import Home, Jobs, Pipeline
from aftermath.cli.stores import STORE, StoreFile


def reread(
    store: StoreFile = STORE,
    everything: Annotated[bool, typer.Option("--all", help="Also what this version of the reader read.")] = False,
    jobs: Jobs = 1,
    pipeline: Pipeline = "",
    home: Home = None,
) -> None:
    """Read kept reports again with a newer reader; older readings and people's judgements stay."""
    from aftermath.cli.links import warn_of_links
    from aftermath.cli.settings import settings
    from aftermath.cli.watch import Watch, telling
    from aftermath.cli.who import whoever
    from aftermath.pipeline import read_reports
    from aftermath.pipeline.reader_version import reader_version
    from aftermath.pipeline.rereading import reread as read_again
    from aftermath.store import open_store

    watch = Watch(quiet=False)
    asked = settings(pipeline=pipeline, home=home)
    reader = reader_version(pipeline)
    with open_store(store) as opened, telling() as tell:
        warn_of_links(opened)
        done = read_again(
            opened,
            reader,
            lambda items: watch.over(read_reports(items, asked, jobs, tell)),
            everything=everything,
            by=whoever(),
            tell=tell,
        )
    typer.echo(f"{done.reports:,} reports read by {reader}, {done.changed:,} of them otherwise, {done.lost:,} lost")
    for judgement, gone in done.bereft:
        typer.echo(
            f"no longer finds its claims: {judgement.verdict} by {judgement.by} ({judgement.reason}): {', '.join(gone)}"
        )
    if watch.interrupted:
        raise typer.Exit(130)
    if done.lost:
        raise typer.Exit(1)
