"""`aftermath feed`: feeds that are asked again and again for new reports."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from aftermath.cli.options import Home, Pipeline
from aftermath.cli.stores import STORE, ArchiveFolder, StoreFile

feed = typer.Typer(
    name="feed", help="RSS and Atom feeds that are asked again and again for new reports.", no_args_is_help=True
)

Name = Annotated[str, typer.Argument(help="The feed's name, as `feed list` gives it.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON lines on a terminal too; elsewhere always.")]


@feed.command()
def add(
    url: Annotated[str, typer.Argument(help="The feed's address.")],
    name: Annotated[str, typer.Option(help="What to call it; else its host.")] = "",
    every: Annotated[str, typer.Option(help="How often to ask it at most: 30m, 6h, 1d.")] = "30m",
    store: StoreFile = STORE,
) -> None:
    """Put a feed on the list; nothing is fetched before `aftermath feed run`."""
    from aftermath.cli.feed_page import seconds_of
    from aftermath.cli.who import whoever
    from aftermath.store import open_store
    from aftermath.store.feeds import add_feed

    with open_store(store, create=True) as opened:
        made = add_feed(opened, url, name=name, every=seconds_of(every), by=whoever())
    typer.echo(f"{made.name} is on the list, to be asked every {every}: aftermath feed run")


@feed.command(name="list")
def list_(store: StoreFile = STORE, as_json: AsJson = False) -> None:
    """List the feeds: when each was asked last, what came of it, and when it is due."""
    from aftermath.cli.feed_page import feed_form, feed_table, show
    from aftermath.store import open_store
    from aftermath.store.feed_runs import last_runs
    from aftermath.store.feeds import all_feeds

    with open_store(store) as opened:
        feeds, last = all_feeds(opened), last_runs(opened)
    if not feeds:
        typer.echo("no feed is on the list: aftermath feed add URL", err=True)
    elif as_json or not sys.stdout.isatty():
        show([feed_form(each, last.get(each.number)) for each in feeds])
    else:
        show(feed_table([(each, last.get(each.number)) for each in feeds]))


@feed.command()
def remove(name: Name, store: StoreFile = STORE) -> None:
    """Take a feed off the list; the reports it brought stay, and so does the record of its runs."""
    from aftermath.cli.who import whoever
    from aftermath.store import open_store
    from aftermath.store.feeds import remove_feed

    with open_store(store) as opened:
        remove_feed(opened, name, by=whoever())
    typer.echo(f"{name} is off the list")


@feed.command()
def runs(
    name: Annotated[str, typer.Argument(help="Only those of this feed.")] = "",
    limit: Annotated[int, typer.Option(min=1, help="The most to list.")] = 20,
    store: StoreFile = STORE,
    as_json: AsJson = False,
) -> None:
    """List the last runs, the newest first; exit 1 where there is none."""
    from aftermath.cli.feed_page import run_form, run_table, show
    from aftermath.store import open_store
    from aftermath.store.feed_runs import runs_of

    with open_store(store) as opened:
        found = runs_of(opened, name, limit)
    if not found:
        typer.echo(f"no run of {name or 'a feed'} is recorded", err=True)
        raise typer.Exit(1)
    show(list(map(run_form, found)) if as_json or not sys.stdout.isatty() else run_table(found))


@feed.command()
def run(
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME...]", help="Only these, due or not.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="All on the list, due or not.")] = False,
    loop: Annotated[bool, typer.Option("--loop", help="Go on until Ctrl-C, each feed when it is due.")] = False,
    pause: Annotated[float, typer.Option(min=0, help="Seconds between two requests to one server.")] = 1.0,
    store: StoreFile = STORE,
    archive: ArchiveFolder = None,
    pipeline: Pipeline = "",
    home: Home = None,
    as_json: AsJson = False,
) -> None:
    """Ask the feeds that are due, read what is new into the store, and link it.

    With cron or a systemd timer instead of --loop: */5 * * * * aftermath feed run --store FILE.
    Feeds that are not due are left alone, and two runs at once do not get in each other's way:
    the second stops.
    """
    from aftermath.cli.feed_rounds import Rounds
    from aftermath.cli.settings import settings
    from aftermath.store import open_store

    asked = settings(pipeline=pipeline, home=home)
    with open_store(store, archive=archive) as opened:
        rounds = Rounds(store=opened, settings=asked, pause=pause, as_json=as_json or not sys.stdout.isatty())
        rounds.first(names or [], everything=everything)
        if loop:
            rounds.rest()
    if rounds.code:
        raise typer.Exit(rounds.code)
