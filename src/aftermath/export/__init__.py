"""Records handed on: a module a format.

Each format is a function from records to pieces of text that end with whole lines, so that
what was written before an interruption can be read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from aftermath.export.csv_table import csv_table
from aftermath.export.form import claim_form, head_form, problem_form, record_form
from aftermath.export.geojson import geojson
from aftermath.export.json_array import json_array
from aftermath.export.jsonl import jsonl
from aftermath.export.schema import schema, schema_text
from aftermath.model import Record

Writer = Callable[[Iterable[Record]], Iterator[str]]

FORMATS: Mapping[str, Writer] = {"jsonl": jsonl, "json": json_array, "csv": csv_table, "geojson": geojson}
"""The formats by name; a file's suffix names its format too."""

__all__ = ["FORMATS", "Writer", "claim_form", "head_form", "problem_form", "record_form", "schema", "schema_text"]
