"""`aftermath incidents`: the incidents of a store, looked for in many ways."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from aftermath.cli.stores import STORE, StoreFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aftermath.model.incident import Incident


def incidents(
    store: StoreFile = STORE,
    since: Annotated[str, typer.Option(help="Not before this day, such as 2019-03-14.")] = "",
    until: Annotated[str, typer.Option(help="Not after this day.")] = "",
    event: Annotated[str, typer.Option(help="Event code, such as air_strike.")] = "",
    scope: Annotated[str, typer.Option(help="incident or campaign.")] = "",
    grade: Annotated[str, typer.Option(help="confirmed, fair, weak, contested or discounted.")] = "",
    harm: Annotated[str, typer.Option(help="KIND or KIND:LEAST, such as injured:10, by the best figure.")] = "",
    killed: Annotated[int | None, typer.Option(help="At least so many killed, by the best figure.")] = None,
    contested: Annotated[bool, typer.Option("--contested", help="Only those on which accounts differ.")] = False,
    near: Annotated[str, typer.Option(help="LAT,LON,KM: within so many kilometres of a point.")] = "",
    box: Annotated[str, typer.Option(help="SOUTH,WEST,NORTH,EAST: within these degrees.")] = "",
    place: Annotated[str, typer.Option(help="Words in the names of places and of the areas they lie in.")] = "",
    actor: Annotated[str, typer.Option(help="Words in the names of attackers and of parties that speak.")] = "",
    source: Annotated[str, typer.Option(help="Words in the names of who says so, or of an outlet.")] = "",
    words: Annotated[str, typer.Option(help="Words in any of these names or in the words of claims.")] = "",
    order: Annotated[str, typer.Option(help="oldest, newest, deadliest, disputed or doubtful.")] = "oldest",
    limit: Annotated[int | None, typer.Option(help="The most to list.")] = None,
    after: Annotated[str, typer.Option(help="Go on after a page: the cursor that it ended with.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="JSON lines on a terminal too; elsewhere always.")] = False,
) -> None:
    """List incidents that all options fit: a table on a terminal, else JSON lines; exit 1 where there is none."""
    from aftermath.cli.links import link_first
    from aftermath.pipeline.linking import find
    from aftermath.pipeline.reading import as_day
    from aftermath.store import Query, open_store

    kind, least = _harm(harm)
    query = Query(
        since=as_day(since or None, "--since"),
        until=as_day(until or None, "--until"),
        events=(event,) if _one_of(event, "event") else (),
        scope=_one_of(scope, "scope"),
        grade=_one_of(grade, "grade"),
        harm=kind,
        least=least,
        killed=killed,
        contested=contested,
        near=_numbers("near", near, "latitude, longitude and kilometres, such as 13.2,30.2,25", 3),
        box=_numbers("box", box, "south, west, north and east, such as 12.5,29.5,14,31", 4),
        place=place,
        actor=actor,
        source=source,
        words=words,
        order=order,
        limit=limit,
        after=after,
    )
    with open_store(store) as opened:
        link_first(opened)
        found = find(opened, query)
    _print(found, as_json=as_json or not sys.stdout.isatty())
    if not found:
        typer.echo("no incident is of that kind", err=True)
        raise typer.Exit(1)
    if limit and len(found) == limit:
        typer.echo(f"more may follow: --after {query.cursor(found[-1])}", err=True)


def _print(found: Sequence[Incident], *, as_json: bool) -> None:
    from rich.console import Console

    from aftermath.cli.incident_page import listing
    from aftermath.cli.output import until_closed
    from aftermath.store.form import to_text

    if not as_json:
        Console().print(listing(found))
        return
    with until_closed():
        for incident in found:
            sys.stdout.write(to_text(incident) + "\n")
        sys.stdout.flush()


def _harm(asked: str) -> tuple[str, int]:
    """A kind of harm and the least number of it."""
    from aftermath.model import HARM_KINDS, Misuse

    kind, _, least = asked.partition(":")
    if asked and (kind not in HARM_KINDS or not (least or "1").isdecimal()):
        raise Misuse(f"--harm {asked}: give one of {', '.join(HARM_KINDS)}, and how many, such as injured:10")
    return kind, int(least or 1)


def _one_of(asked: str, what: str) -> str:
    """The value asked for, which must be one that incidents can have."""
    from aftermath.model import EVENTS, Misuse
    from aftermath.model.codes import SCOPES
    from aftermath.model.incident import GRADES

    known = {"event": tuple(EVENTS), "scope": SCOPES, "grade": GRADES}[what]
    if asked and asked not in known:
        raise Misuse(f"--{what} {asked}: it is one of {', '.join(known)}")
    return asked


def _numbers(option: str, asked: str, what: str, count: int) -> Any:
    """Numbers with commas between them, None where none are given."""
    from aftermath.model import Misuse

    if not asked:
        return None
    try:
        found = tuple(map(float, asked.split(",")))
    except ValueError:
        found = ()
    if len(found) != count:
        raise Misuse(f"--{option} {asked}: give {what}")
    return found
