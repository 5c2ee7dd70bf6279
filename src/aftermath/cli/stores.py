"""Options of the commands that work on a store."""

from typing import Annotated

import typer

StoreFile = Annotated[
    str, typer.Option("--store", help="The store: a file, or postgresql://USER@HOST/DATABASE; `collect` makes it.")
]
By = Annotated[str, typer.Option(help="Your name; it is kept with the judgement.")]
Reason = Annotated[str, typer.Option(help="Why; it is kept with the judgement.")]

STORE = "aftermath.sqlite"
"""Where the store lies if nothing else is said."""
