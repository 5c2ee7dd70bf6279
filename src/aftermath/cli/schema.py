"""`aftermath schema`: the form of the JSON output."""

import typer


def schema() -> None:
    """Print the JSON Schema of a report as `read` writes it."""
    from aftermath.export.schema import schema_text

    typer.echo(schema_text(), nl=False)
