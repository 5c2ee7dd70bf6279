"""The commands by name. Imports here are light: `--help` must not load a model."""

import typer

from aftermath.cli.evaluate import evaluate
from aftermath.cli.explain import explain
from aftermath.cli.read import read
from aftermath.cli.schema import schema

app = typer.Typer(
    name="aftermath",
    help="Read reports of armed conflict and record who says what happened.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _aftermath() -> None:
    """Read reports of armed conflict and record who says what happened."""


for command in (read, explain, schema, evaluate):
    app.command()(command)
