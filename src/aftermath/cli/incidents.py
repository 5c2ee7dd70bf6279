"""`aftermath incidents`: the incidents of a store, looked for in many ways."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from aftermath.cli.stores import STORE, StoreFile


def incidents(
    store: StoreFile = STORE,
    since: Annotated[str, typer.Option(help="Not before this day, such as 2019-03-14.")] = "",
    until: Annotated[str, typer.Option(help="Not after this day.")] = "",
    event: Annotated[str, typer.Option(help="Event code, such as air_strike.")] = "",
    scope: Annotated[str, typer.Option(help="incident or campaign.")] = "",
    grade: Annotated[str, typer.Option(help="confirmed, fair, weak, contested or discounted.")] = "",
    killed: Annotated[int | None, typer.Option(help="At least so many killed, by the best figure.")] = None,
    contested: Annotated[bool, typer.Option("--contested", help="Only those on which accounts differ.")] = False,
    near: Annotated[str, typer.Option(help="LAT,LON,KM: within so many kilometres of a point.")] = "",
    words: Annotated[str, typer.Option(help="Words in the names of places or of who says so.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print an incident a line as JSON.")] = False,
) -> None:
    """List incidents by day; exit 1 where there is none."""
    from rich.console import Console

    from aftermath.cli.incident_page import listing
    from aftermath.pipeline.reading import as_day
    from aftermath.store import Query, open_store
    from aftermath.store.form import to_text

    query = Query(
        since=as_day(since or None),
        until=as_day(until or None),
        event=_one_of(event, "event"),
        scope=_one_of(scope, "scope"),
        grade=_one_of(grade, "grade"),
        killed=killed,
        contested=contested,
        near=_near(near),
        words=words,
    )
    with open_store(store) as opened:
        found = opened.incidents(query)
    if as_json:
        for incident in found:
            typer.echo(to_text(incident))
    elif found:
        Console(width=None if sys.stdout.isatty() else 140).print(listing(found))
    if not found:
        typer.echo("no incident is of that kind", err=True)
        raise typer.Exit(1)


def _one_of(asked: str, what: str) -> str:
    """The value asked for, which must be one that incidents can have."""
    from aftermath.model import EVENTS, Misuse
    from aftermath.model.codes import SCOPES
    from aftermath.model.incident import GRADES

    known = {"event": tuple(EVENTS), "scope": SCOPES, "grade": GRADES}[what]
    if asked and asked not in known:
        raise Misuse(f"--{what} {asked}: it is one of {', '.join(known)}")
    return asked


def _near(asked: str) -> tuple[float, float, float] | None:
    from aftermath.model import Misuse

    if not asked:
        return None
    try:
        lat, lon, km = map(float, asked.split(","))
    except ValueError as error:
        raise Misuse(f"--near {asked}: give latitude, longitude and kilometres, such as 13.2,30.2,25") from error
    return lat, lon, km
