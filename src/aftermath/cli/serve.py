"""`aftermath serve`: the record for a browser and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from aftermath.cli.options import Home
from aftermath.cli.stores import STORE, ArchiveFolder, StoreFile

if TYPE_CHECKING:
    import socket

    from aftermath.api.settings import ServeSettings
    from aftermath.store import Store

PORT = 8350


def serve(
    store: StoreFile = STORE,
    archive: ArchiveFolder = None,
    host: Annotated[
        str, typer.Option(help="Address to listen on; others than this machine's take --team or --public.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on; 0 takes a free one.")] = PORT,
    team: Annotated[bool, typer.Option("--team", help="People sign in with accounts; see `aftermath users`.")] = False,
    public: Annotated[
        bool, typer.Option("--public", help="Everybody may read what is released, and nobody writes.")
    ] = False,
    name: Annotated[
        list[str] | None, typer.Option(help="A name under which browsers reach it, such as desk.example.org.")
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="With --team: cookies without HTTPS, on a network you trust.")
    ] = False,
    tiles: Annotated[
        str, typer.Option(help="Address of an online map style, instead of the map that is shipped.")
    ] = "",
    rate: Annotated[
        int, typer.Option(help="Requests a minute from one address; more where all come through a proxy.")
    ] = 1200,
    two_person_grades: Annotated[
        bool | None,
        typer.Option(
            "--two-person-grades/--one-person-grades",
            help="With --team, from now on: a grade counts when another person seconded it, or at once.",
        ),
    ] = None,
    home: Home = None,
) -> None:
    """Serve a store: the browser app, and the API under /api/v1. Ctrl-C ends it."""
    import socket

    from aftermath.api.settings import LOOPBACK, ServeSettings
    from aftermath.cli.home import use_home
    from aftermath.cli.links import warn_of_links
    from aftermath.cli.who import whoever
    from aftermath.model import Misuse
    from aftermath.pipeline.linking import link_waiting
    from aftermath.store import open_store
    from aftermath.store.seconding import let_grades_take

    if team and public:
        raise Misuse("give either --team or --public")
    if host not in LOOPBACK and not team and not public:
        raise Misuse(f"--host {host} opens the record to others: give --team or --public with it")
    if two_person_grades is not None and not team:
        raise Misuse("how many people a grade takes is for a team: give --team with it")
    use_home(home)
    settings = ServeSettings(
        mode="team" if team else "public" if public else "local",
        user=whoever(),
        hosts=(*LOOPBACK, host, *(name or ())),
        tiles=tiles,
        requests_a_minute=rate,
        secure=team and not plain and host not in LOOPBACK,
    )
    with open_store(store, archive=archive, pooled=True) as opened, socket.create_server((host, port)) as listening:
        if two_person_grades is not None:
            let_grades_take(opened, two=two_person_grades, by=settings.user)
        link_waiting(opened)  # all of it, after an update that changed the tables
        warn_of_links(opened)
        typer.echo(f"{opened.name} at {address(host, listening)}  (Ctrl-C ends it)")
        run(opened, settings, listening)


def address(host: str, listening: socket.socket) -> str:
    """What to open in a browser."""
    return f"http://{host}:{listening.getsockname()[1]}/"


def run(store: Store, settings: ServeSettings, listening: socket.socket) -> None:
    """Serve until Ctrl-C."""
    import uvicorn

    from aftermath.api import create_app

    # Access is not logged: addresses hold what people look for. Browsers hold a stream of events open for as long
    # as they show the app: they are not waited for.
    config = uvicorn.Config(
        create_app(store, settings),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    uvicorn.Server(config).run(sockets=[listening])
