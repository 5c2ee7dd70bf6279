"""Options of the commands that work on a store."""

from pathlib import Path
from typing import Annotated

import typer

StoreFile = Annotated[
    str, typer.Option("--store", help="The store: a file, or postgresql://USER@HOST/DATABASE; `collect` makes it.")
]
ArchiveFolder = Annotated[
    Path | None,
    typer.Option("--archive", help="Folder of the bytes as they came; beside a store in a file unless said."),
]
By = Annotated[str, typer.Option(help="Your name; it is kept with the judgement.")]
Reason = Annotated[str, typer.Option(help="Why; it is kept with the judgement.")]

STORE = "aftermath.sqlite"
"""Where the store lies if nothing else is said."""
