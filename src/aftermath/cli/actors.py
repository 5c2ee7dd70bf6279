"""`aftermath actors`: the register of armed actors and of sources."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from aftermath.cli.options import Home

actors = typer.Typer(name="actors", help="Add, list, find and remove known actors and sources.", no_args_is_help=True)


@actors.command()
def add(
    file: Annotated[Path, typer.Argument(help="Table of actors or of sources, tab-separated, columns named first.")],
    home: Home = None,
) -> None:
    """Add a table of actors; adding it again replaces it."""
    from aftermath.cli.home import use_home
    from aftermath.resolve import actor

    use_home(home)
    table = actor.add(file)
    typer.echo(f"added {table.name}: {table.actors:,} actors, {table.sources:,} sources")


@actors.command(name="list")
def listing(home: Home = None) -> None:
    """List the tables in use, yours first."""
    from aftermath.cli.home import use_home
    from aftermath.resolve import actor

    use_home(home)
    for table in actor.listing():
        whose = "yours" if table.own else "shipped"
        typer.echo(f"{table.name:30} {table.actors:>6,} actors {table.sources:>6,} sources  {whose}")


@actors.command()
def find(name: Annotated[str, typer.Argument(help="A name, part of one, or an id.")], home: Home = None) -> None:
    """Find actors and sources by name; exit 1 where there is none."""
    from aftermath.cli.home import use_home
    from aftermath.resolve import actor

    use_home(home)
    found = actor.find(name)
    for entry in found:
        years = f"{entry.start.year if entry.start else ''}–{entry.end.year if entry.end else ''}"
        others = ", ".join(name for name in entry.names if name != entry.name)
        typer.echo(f"{entry.id:22} {entry.name} ({entry.kind}; {' '.join(entry.countries)}; {years})  {others}")
    if not found:
        typer.echo(f"no actor of the name {name}", err=True)
        raise typer.Exit(1)


@actors.command()
def remove(
    table: Annotated[str, typer.Argument(help="Name of a table as `actors list` shows it.")], home: Home = None
) -> None:
    """Remove a table that was added."""
    from aftermath.cli.home import use_home
    from aftermath.resolve import actor

    use_home(home)
    actor.remove(table)
    typer.echo(f"removed {table}")
