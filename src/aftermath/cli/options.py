"""Options that several commands share, so that they are spelled and explained alike."""

from pathlib import Path
from typing import Annotated

import typer

Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes to read with.")]
Pipeline = Annotated[
    str,
    typer.Option(help="An installed spaCy pipeline with Universal Dependencies labels, instead of the shipped one."),
]
Home = Annotated[
    Path | None,
    typer.Option(help="Folder for your gazetteers and actor tables; else $AFTERMATH_HOME, else the data folder."),
]
