"""One JSON document: an array of reports in the public form, a report a line."""

from collections.abc import Iterable, Iterator
from typing import Any

from aftermath.export.form import record_form
from aftermath.export.json_text import json_text
from aftermath.model import Record


def json_array(records: Iterable[Record]) -> Iterator[str]:
    """The array, line by line; closed however many records come."""
    yield "[\n"
    yield from lines_of(record_form(record) for record in records)
    yield "]\n"


def lines_of(values: Iterable[Any]) -> Iterator[str]:
    """The values of an array, each on a line of its own, with commas between them.

    Every piece is a whole line, so a value waits until it is known whether another follows.
    """
    waiting = ""
    for value in values:
        if waiting:
            yield f"{waiting},\n"
        waiting = json_text(value)
    if waiting:
        yield f"{waiting}\n"
