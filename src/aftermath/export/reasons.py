"""The reasons that rules give, as codes with values beside the English sentence.

Takes a sentence, gives it with its code and values by the table beside this module, so that a
reader of another language can be told the same. A sentence that is no rule's, such as a
person's own reason, has no code: it is shown as it was written.
"""

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from aftermath.model import EVENTS
from aftermath.model.codes import HARM_KINDS

_SLOT = re.compile(r"\\\{(\w+):(\w+)\\\}")
_COUNTED = re.compile(r"(?P<says>.+) \((?P<counts>[+-]\d+\.\d)\)")


def told(sentence: str) -> dict[str, Any]:
    """A sentence with `reason_code` and `reason_values`, None and {} where it is no rule's."""
    for code, pattern, kinds in _table():
        if found := pattern.fullmatch(sentence):
            values = {name: _value(kinds[name], text) for name, text in found.groupdict().items()}
            return {"says": sentence, "reason_code": code, "reason_values": values}
    return {"says": sentence, "reason_code": None, "reason_values": {}}


def steps_told(sentences: str) -> list[dict[str, Any]]:
    """Each step of a reason that has several, with semicolons between."""
    return [told(sentence) for sentence in sentences.split("; ") if sentence]


def counted_told(sentences: str) -> list[dict[str, Any]]:
    """Each finding of a link, with what it counts; None where the reason is no sum."""
    found = []
    for sentence in filter(None, sentences.split("; ")):
        counted = _COUNTED.fullmatch(sentence)
        counts = float(counted["counts"]) if counted else None
        found.append(told(counted["says"] if counted else sentence) | {"counts": counts})
    return found


def _value(kind: str, text: str) -> str | int:
    if kind == "event":
        return _labels()[text]
    return int(text) if kind == "number" else text


@cache
def _table() -> tuple[tuple[str, re.Pattern[str], Mapping[str, str]], ...]:
    """Codes with the patterns of their sentences and the kinds of their values, in the table's order."""
    lines = (files("aftermath.export") / "reasons.tsv").read_text("utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(_row(row["code"], row["says"]) for row in rows)


def _row(code: str, says: str) -> tuple[str, re.Pattern[str], Mapping[str, str]]:
    kinds: dict[str, str] = dict(_SLOT.findall(re.escape(says)))
    pattern = _SLOT.sub(lambda slot: f"(?P<{slot[1]}>{_forms()[slot[2]]})", re.escape(says))
    return code, re.compile(pattern, re.DOTALL), kinds


@cache
def _forms() -> dict[str, str]:
    """What a value of each kind looks like in a sentence."""
    labels = sorted(_labels(), key=len, reverse=True)
    codes = (*HARM_KINDS, "civilians", "fighters")
    return {"number": r"-?\d+", "event": "|".join(map(re.escape, labels)), "code": "|".join(codes), "text": ".+?"}


@cache
def _labels() -> dict[str, str]:
    return {event.label: event.code for event in EVENTS.values()}
