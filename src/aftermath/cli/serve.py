"""`aftermath serve`: the record for a browser and for programs."""

from __future__ import annotations

from typing import Annotated

import typer

from aftermath.cli.stores import STORE, StoreFile


def serve(
    store: StoreFile = STORE,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on; 0 takes a free one.")] = 8350,
) -> None:
    """Serve a store: the browser app, and the API under /api/v1. Ctrl-C ends it."""
    import socket

    import uvicorn

    from aftermath.api import ServeSettings, create_app
    from aftermath.store import open_store

    with open_store(store) as opened, socket.create_server((host, port)) as listening:
        app = create_app(opened, ServeSettings())
        typer.echo(f"{store} at http://{host}:{listening.getsockname()[1]}/  (Ctrl-C ends it)")
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
        server.run(sockets=[listening])
