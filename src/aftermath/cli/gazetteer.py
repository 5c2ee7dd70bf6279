"""`aftermath gazetteer`: the places that names are looked up in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from aftermath.cli.options import Home

gazetteer = typer.Typer(
    name="gazetteer", help="Add, list, find and remove places that names are looked up in.", no_args_is_help=True
)


@gazetteer.command()
def add(
    file: Annotated[Path, typer.Argument(help="GeoNames dump (XX.txt, XX.zip, allCountries.zip) or OCHA/HDX table.")],
    kind: Annotated[str, typer.Option(help="geonames, names or ocha; else told from the file.")] = "",
    home: Home = None,
) -> None:
    """Add a table of places; adding it again replaces it."""
    from aftermath.cli.home import use_home
    from aftermath.cli.watch import telling
    from aftermath.resolve.gazetteer import commands

    use_home(home)
    with telling() as progress:
        source = commands.add(file, kind or None, progress)
    typer.echo(f"added {source.name}: {source.places:,} places from {source.origin}")


@gazetteer.command(name="list")
def listing(home: Home = None) -> None:
    """List the tables in use, in the order in which they are looked up."""
    from aftermath.cli.home import use_home
    from aftermath.resolve.gazetteer import commands

    use_home(home)
    for source in commands.listing():
        typer.echo(f"{source.name:20} {source.places:>10,} places  {source.size / 1e6:7.1f} MB  {source.origin}")


@gazetteer.command()
def find(
    name: Annotated[str, typer.Argument(help="A place's name, in any usual spelling.")], home: Home = None
) -> None:
    """Find the places of a name, the largest first; exit 1 where there is none."""
    from aftermath.cli.home import use_home
    from aftermath.resolve.gazetteer import commands

    use_home(home)
    found = commands.find(name)
    for entry, areas in found:
        within = ", ".join(reversed(areas))
        people = f"{entry.population:>10,}" if entry.population else f"{'':10}"
        typer.echo(f"{entry.lat:9.4f} {entry.lon:9.4f} {people}  {entry.level:8} {entry.name}, {within}  {entry.ref}")
    if not found:
        typer.echo(f"no place of the name {name}", err=True)
        raise typer.Exit(1)


@gazetteer.command()
def remove(
    source: Annotated[str, typer.Argument(help="Name of a table as `gazetteer list` shows it.")], home: Home = None
) -> None:
    """Remove a table that was added."""
    from aftermath.cli.home import use_home
    from aftermath.resolve.gazetteer import commands

    use_home(home)
    commands.remove(source)
    typer.echo(f"removed {source}")
