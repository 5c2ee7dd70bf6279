"""How times and quantities do on the shared gold and on the dates of the names corpus; floors hold them.

Run with -s to see the figures. Skipped where the shared folder is not beside the project.
"""

import gzip
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.resolve.tokens import parse_of

from aftermath.acquire.dateline import report_date
from aftermath.model import TimeMention
from aftermath.resolve.quantity import quantities, read
from aftermath.resolve.time import times

SHARED = Path(__file__).parents[2].parent / "shared"
GOLD = SHARED / "gold" / "dev"
NAMES = SHARED / "ner" / "newswire-dev.tsv.gz"

# Just under what was measured when this was written; raise them with the rules, never lower them for a change.
FLOOR_WHEN = 0.84
FLOOR_NUMBER = 0.97
FLOOR_DATES = 0.94


def gold_reports() -> list[dict]:  # type: ignore[type-arg]
    if not GOLD.is_dir():
        pytest.skip(f"the gold reports are not at {GOLD}")
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json"))]


def day_of(text: str, published: date) -> date:
    """The report's date, as acquisition finds it."""
    return report_date(text, published).value or published


def touching(text: str, words: str, mentions: tuple[TimeMention, ...]) -> Iterator[TimeMention]:
    spots = [m.span() for m in re.finditer(re.escape(words), text)]
    return (m for m in mentions if any(m.span[0] < end and start < m.span[1] for start, end in spots))


def test_days_of_the_gold() -> None:
    right = count = 0
    for report in gold_reports():
        text = report["text"]
        found = times(parse_of(text), day_of(text, date.fromisoformat(report["published"])))
        for claim in report["claims"]:
            when = claim["when"]
            if when and when["start"]:
                count += 1
                days = {(str(m.time.start), str(m.time.end)) for m in touching(text, when["text"], found)}
                right += (when["start"], when["end"]) in days
    print(f"\ndays of gold claims, words given: {right} of {count} = {right / count:.3f}")
    assert right / count >= FLOOR_WHEN


def test_numbers_of_the_gold() -> None:
    right = count = 0
    for report in gold_reports():
        for claim in report["claims"]:
            for item in [*claim["harm"], *([claim["count"]] if claim["count"] else [])]:
                words = item["text"]
                if item["low"] is None and item["high"] is None:
                    continue
                if not re.search(
                    r"\d|\b(?:an?|one|two|three|four|five|six|dozens?|hundreds?|thousands?)\b", words, re.IGNORECASE
                ):
                    continue
                count += 1
                right += read(words) == (item["low"], item["high"])
    print(f"\nnumbers of the gold, words given: {right} of {count} = {right / count:.3f}")
    assert right / count >= FLOOR_NUMBER


def test_quantities_and_times_of_the_gold_are_apart() -> None:
    for report in gold_reports():
        parse = parse_of(report["text"])
        dated = [m.span for m in times(parse, date.fromisoformat(report["published"]))]
        for quantity in quantities(parse):
            start, end = quantity.span
            assert not any(s < end and start < e for s, e in dated), (report["id"], quantity.text)


def test_dates_of_the_names_corpus_are_found() -> None:
    if not NAMES.is_file():
        pytest.skip(f"the names corpus is not at {NAMES}")
    hit = count = 0
    for text, dates in corpus():
        found = [m.span for m in times(parse_of(text), date(2020, 1, 1))]
        count += len(dates)
        hit += sum(any(s < end and start < e for s, e in found) for start, end in dates)
    print(f"\ndates of the names corpus found: {hit} of {count} = {hit / count:.3f}")
    assert hit / count >= FLOOR_DATES


def corpus() -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Texts with the places of their dates."""
    text = ""
    dates: list[tuple[int, int]] = []
    with gzip.open(NAMES, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if line.startswith("-DOCSTART-") and text:
                yield text, dates
                text, dates = "", []
            elif cells[-1] in ("B-Date", "I-Date"):
                if cells[-1] == "B-Date":
                    dates.append((len(text), 0))
                dates[-1] = (dates[-1][0], len(text) + len(cells[0]))
            text += (cells[0] if len(cells) > 1 else "\n") + " " * (len(cells) > 1)
    yield text, dates
