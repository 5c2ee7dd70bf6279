"""Read claims to be measured: from a file of JSON lines, or read now by the pipeline.

Gives, for each report's id, its claims as JSON, which is the public form: what is measured
is what users get.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from aftermath.evaluate.answer import answer
from aftermath.evaluate.gold import GoldReport
from aftermath.evaluate.measure import Marked, mark
from aftermath.model import Misuse

Predictions = Mapping[str, Sequence[Mapping[str, Any]]]


def load_predictions(file: Path) -> Predictions:
    """The claims of each report of a JSON lines file; raises `Misuse` where a line is malformed."""
    claims = {}
    for number, line in enumerate(_lines(file), 1):
        if line.strip():
            try:
                row = json.loads(line)
                claims[row["id"]] = row["claims"]
            except (ValueError, KeyError, TypeError) as error:
                raise Misuse(f"{file}, line {number}: not a report's claims as JSON ({error})") from error
    return claims


def _lines(file: Path) -> list[str]:
    try:
        # Not splitlines(): a report's text may hold U+2028 and its like inside a JSON string.
        return file.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise Misuse(f"{file} cannot be read: {error}") from error


def mark_all(gold: Iterable[GoldReport], predictions: Predictions) -> list[Marked]:
    """Every gold report marked; a report without predictions counts as read without a claim."""
    return [mark(report.id, report.answers, _answers(report, predictions)) for report in gold]


def _answers(report: GoldReport, predictions: Predictions) -> list[Any]:
    text = report.report.text
    return [answer(claim, text) for claim in predictions.get(report.id, ())]


def unpredicted(gold: Iterable[GoldReport], predictions: Predictions) -> list[str]:
    """Ids of gold reports for which there are no predictions."""
    return [report.id for report in gold if report.id not in predictions]
