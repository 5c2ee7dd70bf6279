"""`aftermath read`: reports in, a record out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from aftermath.cli.options import Home, Jobs, Pipeline


def read(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Text, HTML, JSON, feed or WARC file, a folder of them, a URL, or - for standard input.",
        ),
    ],
    fmt: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            help="sheet, jsonl, json, csv or geojson; else by --out's suffix, else sheet "
            "on a terminal and jsonl in a pipe.",
        ),
    ] = "",
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Write to this file.")] = None,
    published: Annotated[str, typer.Option(help="Date of the reports, such as 2019-03-14, over what they say.")] = "",
    jobs: Jobs = 1,
    pipeline: Pipeline = "",
    home: Home = None,
) -> None:
    """Read reports and write who says what happened."""
    from aftermath.cli.output import SHEET, chosen_format, keep_apart, write
    from aftermath.cli.settings import settings
    from aftermath.cli.watch import Watch, telling
    from aftermath.pipeline import read_sources

    keep_apart(sources, out)
    chosen = chosen_format(fmt, out, sys.stdout.isatty())
    watch = Watch(quiet=chosen == SHEET and out is None)
    with telling() as tell:
        records = read_sources(sources, settings(published=published, pipeline=pipeline, home=home), jobs, tell)
    write(watch.over(records), chosen, out)
    if watch.interrupted:
        raise typer.Exit(130)
    if watch.lost:
        raise typer.Exit(1)
