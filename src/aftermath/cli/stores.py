"""Options of the commands that work on a store."""

from pathlib import Path
from typing import Annotated

import typer

StoreFile = Annotated[Path, typer.Option("--store", help="The store, one file; `collect` makes it.")]
By = Annotated[str, typer.Option(help="Your name; it is kept with the judgement.")]
Reason = Annotated[str, typer.Option(help="Why; it is kept with the judgement.")]

STORE = Path("aftermath.sqlite")
"""Where the store lies if nothing else is said."""
