"""The commands by name. Imports here are light: `--help` must not load a model."""

from typing import Annotated

import typer

from aftermath.cli.actors import actors
from aftermath.cli.collect import collect
from aftermath.cli.demo import demo
from aftermath.cli.evaluate import evaluate
from aftermath.cli.explain import explain
from aftermath.cli.feed import feed
from aftermath.cli.gazetteer import gazetteer
from aftermath.cli.incidents import incidents
from aftermath.cli.judge import judge
from aftermath.cli.read import read
from aftermath.cli.relink import relink
from aftermath.cli.reread import reread
from aftermath.cli.schema import schema
from aftermath.cli.serve import serve
from aftermath.cli.show import show
from aftermath.cli.users import users
from aftermath.cli.verify import verify

app = typer.Typer(
    name="aftermath",
    help="Read reports of armed conflict and record who says what happened.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _tell_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"aftermath {version('aftermath')}")
        raise typer.Exit


@app.callback()
def _aftermath(
    _: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Read reports of armed conflict and record who says what happened."""


for command in (demo, read, explain, collect, reread, relink, incidents, show, serve, verify, schema, evaluate):
    app.command()(command)
app.add_typer(feed)
app.add_typer(judge)
app.add_typer(users)
app.add_typer(gazetteer)
app.add_typer(actors)
