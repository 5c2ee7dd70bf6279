"""`aftermath collect`: reports into a store, merged into incidents."""

from __future__ import annotations

from typing import Annotated

import typer

from aftermath.cli.options import Home, Jobs, Pipeline
from aftermath.cli.stores import STORE, ArchiveFolder, StoreFile


def collect(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="What `read` takes.")],
    store: StoreFile = STORE,
    archive: ArchiveFolder = None,
    published: Annotated[str, typer.Option(help="Date of the reports, such as 2019-03-14, over what they say.")] = "",
    jobs: Jobs = 1,
    pipeline: Pipeline = "",
    home: Home = None,
) -> None:
    """Read new reports into a store and merge their claims into incidents."""
    from aftermath.cli.links import warn_of_links
    from aftermath.cli.settings import settings
    from aftermath.cli.watch import Watch, telling
    from aftermath.cli.who import whoever
    from aftermath.pipeline import read_reports
    from aftermath.pipeline.collect import collect as collected
    from aftermath.store import open_store

    watch = Watch(quiet=False)
    asked = settings(published=published, pipeline=pipeline, home=home)
    with open_store(store, create=True, archive=archive) as opened, telling() as tell:
        name = opened.name
        warn_of_links(opened)
        done = collected(
            sources,
            opened,
            asked,
            lambda items: watch.over(read_reports(items, asked, jobs, tell)),
            by=whoever(),
            tell=tell,
        )
    typer.echo(f"{done.new:,} reports new, {done.known:,} known, {done.lost:,} lost")
    linked = f"{done.new_claims:,} claims new, {done.merged:,} merged" if done.relinked else "nothing to link"
    typer.echo(f"{name}: {done.reports:,} reports, {done.claims:,} claims, {done.incidents:,} incidents ({linked})")
    if watch.interrupted:
        raise typer.Exit(130)
    if done.lost:
        raise typer.Exit(1)
