"""The JSON Schema (2020-12) of a read report, as shipped in `schema.json`."""

import json
from importlib.resources import files
from typing import Any


def schema() -> dict[str, Any]:
    """The schema that every report written as JSON conforms to."""
    shipped: dict[str, Any] = json.loads(schema_text())
    return shipped


def schema_text() -> str:
    """The schema as it is printed."""
    return files("aftermath.export").joinpath("schema.json").read_text("utf-8")
