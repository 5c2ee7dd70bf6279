"""`aftermath show`: one incident on one page."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from aftermath.cli.stores import STORE, StoreFile


def show(
    incident: Annotated[str, typer.Argument(help="Its id, or the letters with which it begins.")],
    store: StoreFile = STORE,
) -> None:
    """Show an incident: every value with who says so and in which words, and why claims were linked."""
    from rich.console import Console

    from aftermath.cli.incident_page import rendered
    from aftermath.cli.links import link_first
    from aftermath.pipeline.judging import page
    from aftermath.store import open_store

    with open_store(store) as opened:
        link_first(opened)
        shown = page(opened, incident)
    Console(width=None if sys.stdout.isatty() else 100).print(rendered(shown))
