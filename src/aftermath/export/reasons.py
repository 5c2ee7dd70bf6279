"""The sentences that rules give, as codes with values beside the English.

Takes a sentence, gives it with its code and values by one of the tables beside this module, so that
a reader of another language can be told the same: `reasons.tsv` of incidents, `readings.tsv` of
single values, `problems.tsv` of what went wrong. A sentence that is no rule's, such as a person's
own reason, has no code: it is shown as it was written.
"""

import csv
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from aftermath.model import EVENTS
from aftermath.model.codes import HARM_KINDS

REASONS, READINGS, PROBLEMS = "reasons", "readings", "problems"

_SLOT = re.compile(r"\\\{(\w+):(\w+)\\\}")
_COUNTED = re.compile(r"(?P<says>.+) \((?P<counts>[+-]\d+\.\d)\)")
_BETWEEN = re.compile(r"(?<=\.) (?=[A-Z])")
"""Between two rules of which each says itself in a sentence."""

REMEMBERED = 20_000
"""Sentences of which the code is remembered: reports use the same few again and again."""


def told(sentence: str, table: str = REASONS) -> dict[str, Any]:
    """A sentence with `reason_code` and `reason_values`, None and {} where it is no rule's."""
    code, values = _found(sentence, table)
    return {"says": sentence, "reason_code": code, "reason_values": dict(values)}


def steps_told(sentences: str, table: str = REASONS) -> list[dict[str, Any]]:
    """Each step of a reason that has several, with semicolons between, or a rule's sentence after another's."""
    if table != REASONS and (whole := told(sentences, table))["reason_code"]:
        return [whole]
    steps = [told(sentence, table) for sentence in sentences.split("; ") if sentence]
    return [part for step in steps for part in ([step] if step["reason_code"] else _parts(step, table))]


def counted_told(sentences: str) -> list[dict[str, Any]]:
    """Each finding of a link, with what it counts; None where the reason is no sum."""
    found = []
    for sentence in filter(None, sentences.split("; ")):
        counted = _COUNTED.fullmatch(sentence)
        counts = float(counted["counts"]) if counted else None
        found.append(told(counted["says"] if counted else sentence) | {"counts": counts})
    return found


def _parts(step: dict[str, Any], table: str) -> list[dict[str, Any]]:
    """The sentences of a step, where each has a code; else the step as it is."""
    parts = [told(part, table) for part in _BETWEEN.split(step["says"])]
    return parts if all(part["reason_code"] for part in parts) else [step]


@lru_cache(REMEMBERED)
def _found(sentence: str, table: str) -> tuple[str | None, Mapping[str, Any]]:
    for code, pattern, kinds in _table(table):
        if found := pattern.fullmatch(sentence):
            return code, {name: _value(kinds[name], text, table) for name, text in found.groupdict().items()}
    return None, {}


def _value(kind: str, text: str, table: str) -> Any:
    match kind:
        case "event":
            return _labels()[text]
        case "number":
            return float(text) if "." in text else int(text)
        case "others":
            number = text.split(maxsplit=1)[0]
            return f"{number}+" if " or more " in text else int(number)
        case "reason":
            return told(text, table)
        case _:
            return text


@cache
def _table(name: str) -> tuple[tuple[str, re.Pattern[str], Mapping[str, str]], ...]:
    """Codes with the patterns of their sentences and the kinds of their values, in the table's order."""
    lines = (files("aftermath.export") / f"{name}.tsv").read_text("utf-8").splitlines()
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
    return {
        "number": r"-?\d+(?:\.\d+)?",
        "event": "|".join(map(re.escape, labels)),
        "code": "|".join((*HARM_KINDS, "civilians", "fighters")),
        "text": ".+?",
        "words": "(?:(?!; ).)+?",
        "reason": "(?:(?!; ).)+",
        "unit": "minute|hour|day|night|week|fortnight|weekend|month|year|decade",
        "which": "last|this|next|past|previous|coming|same",
        "lead": "since|after|following",
        "kind": "town|site|spot|district|province|region|country",
        "others": r"\d+(?: or more)? other places?",
        "row": r"[\w-]+\.tsv[^()]*",
    }


@cache
def _labels() -> dict[str, str]:
    return {event.label: event.code for event in EVENTS.values()}
