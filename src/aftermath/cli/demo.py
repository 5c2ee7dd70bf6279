"""`aftermath demo`: what the tool does, shown on reports that ship with it."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import typer

from aftermath.cli.options import Home

INTRODUCTION = """\
Four reports follow, in the manner of the wires: from Syria, Ukraine, Sudan and Congo. They
are invented, and so is what they tell. For each, Aftermath lists its claims: what is said to
have happened, when, where, by whom, with what harm, who says so, and in which words. Accounts
that contradict each other stay side by side. Nothing is fetched from a network.
"""

SHOWN = ("idlib", "kharkiv", "darfur", "kivu")

NEXT = """\
What to do next:
  aftermath read report.txt                    your own report: text, HTML, JSON, a URL, a feed, a WARC
  aftermath read reports/ --out claims.csv     a folder of them, as a table
  aftermath explain report.txt 1               why the first claim was read as it was
  aftermath --help                             all commands
"""


def demo(home: Home = None) -> None:
    """Read four invented reports that ship with Aftermath and show the claims."""
    from importlib.resources import as_file, files

    from aftermath.cli.output import write
    from aftermath.cli.settings import settings
    from aftermath.cli.watch import Watch, telling
    from aftermath.pipeline import read_sources

    typer.echo(INTRODUCTION)
    sys.stdout.flush()
    with as_file(files("aftermath.cli") / "demo_reports") as folder:
        with telling() as tell:
            reports = [str(folder / f"{name}.txt") for name in SHOWN]
            records = read_sources(reports, settings(home=home), tell=tell)
        watch = Watch(quiet=True)
        write(watch.over(records), "sheet", None)
    typer.echo(f"{watch.reports} reports, {watch.claims} claims, {watch.doubted} of them denied or unconfirmed.\n")
    typer.echo(NEXT)
    _show(_kept(SHOWN, home))


def _kept(names: tuple[str, ...], home: Path | None) -> Path:
    """The store of the demo's record, beside the user's gazetteers; made the first time."""
    from importlib.resources import as_file, files

    from aftermath.cli.settings import settings
    from aftermath.pipeline import read_reports
    from aftermath.pipeline.collect import collect
    from aftermath.resolve.gazetteer.home import folder
    from aftermath.store import open_store

    asked = settings(home=home)
    store = folder().parent / "demo" / "demo.sqlite"
    store.parent.mkdir(parents=True, exist_ok=True)
    with as_file(files("aftermath.cli") / "demo_reports") as reports, open_store(store, create=True) as opened:
        named = [str(reports / f"{name}.txt") for name in names]
        collect(named, opened, asked, lambda items: read_reports(items, asked), by="demo")
    return store


def _show(store: Path) -> None:
    """Serve the demo's record on a terminal; elsewhere say how to."""
    import socket

    from aftermath.cli.serve import PORT, address, run

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        typer.echo(f"The record of these reports in a browser, at http://127.0.0.1:{PORT}/ :")
        typer.echo(f"  aftermath serve --store {shlex.quote(str(store))}")
        return
    from aftermath.api import ServeSettings
    from aftermath.cli.who import whoever
    from aftermath.store import open_store

    with open_store(store) as opened, socket.create_server(("127.0.0.1", 0)) as listening:
        typer.echo(f"The record of these reports in a browser: {address('127.0.0.1', listening)}  (Ctrl-C ends it)")
        run(opened, ServeSettings(user=whoever()), listening)
