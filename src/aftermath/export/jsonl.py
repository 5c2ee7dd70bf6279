"""JSON lines: one report a line, in the public form."""

from collections.abc import Iterable, Iterator

from aftermath.export.form import record_form
from aftermath.export.json_text import json_text
from aftermath.model import Record


def jsonl(records: Iterable[Record]) -> Iterator[str]:
    """A line for each record, as it comes."""
    return (json_text(record_form(record)) + "\n" for record in records)
