"""Every sentence by which the reading gives a reason for a value, and by which reports fail, has a code."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from tests.browser.demo import reports

from aftermath import acquire
from aftermath.api.forms import claim_reasons
from aftermath.export import claim_form
from aftermath.export.reasons import PROBLEMS, READINGS, steps_told, told
from aftermath.extract.actors import attackers, hit
from aftermath.extract.context import scope
from aftermath.pipeline.settings import Settings
from aftermath.pipeline.stages import Reader
from aftermath.resolve.sheet import shipped

SAID: tuple[tuple[str, str, list[str], list[dict[str, Any]]], ...] = (
    (READINGS, "the report's day", ["time.report_day"], [{}]),
    (READINGS, "the day before the report's", ["time.day_before"], [{}]),
    (READINGS, "3 weeks up to the report's day", ["time.up_to"], [{"n": 3, "unit": "week"}]),
    (
        READINGS,
        "“Sarmin” is Sarmin (town, Idlib, Syria); "
        "chosen over 5 or more other places of that name as the likeliest by size",
        ["place.named", "place.chosen_size"],
        [{"words": "Sarmin", "name": "Sarmin", "kind": "town", "areas": "Idlib, Syria"}, {"n": "5+"}],
    ),
    (
        READINGS,
        "a date in figures, read day first; month first would be a date too",
        ["time.figures_day_first"],
        [{}],
    ),
    (
        READINGS,
        "carried from «shells hit; nobody knows whose»",
        ["carried.from"],
        [{"said": "shells hit; nobody knows whose"}],
    ),
    (READINGS, "Its day is told. Harm is told with it.", ["scope.day", "scope.harm"], [{}, {}]),
    (PROBLEMS, "the server answered 404 Not Found", ["fetch.answered"], [{"n": 404, "phrase": "Not Found"}]),
)


@pytest.mark.parametrize(("table", "sentence", "codes", "values"), SAID)
def test_codes_and_values(table: str, sentence: str, codes: list[str], values: list[dict[str, Any]]) -> None:
    steps = steps_told(sentence, table)
    assert [step["reason_code"] for step in steps] == codes
    assert [step["reason_values"] for step in steps] == values


def test_a_reason_within_a_reason() -> None:
    found = told("since the last such day up to the report's: it ranks an event, and is not its time", READINGS)
    assert found["reason_code"] == "time.ranks"
    assert found["reason_values"]["why"]["reason_code"] == "time.last_such"


def rules() -> Iterator[str]:
    """What the rules say of themselves."""
    for rule in (*attackers.RULES, *attackers.LAST, *hit.RULES, *hit.LAST, *(sign for sign, _ in scope.SIGNS)):
        yield rule.__doc__ or ""


@pytest.mark.parametrize("sentence", list(rules()))
def test_no_rule_lacks_a_code(sentence: str) -> None:
    assert told(sentence, READINGS)["reason_code"], "put it into export/readings.tsv"


def standings() -> set[str]:
    """Where the register says that sources stand: words of a table, which have no codes."""
    return {row["standing"] for row in shipped("sources.tsv")}


def test_no_reason_of_read_reports_lacks_a_code() -> None:
    reader, uncoded, coded = Reader(Settings()), set(), set()
    for given in reports()[::5]:
        published = date.fromisoformat(given["published"])
        record = reader.read(acquire.report_from_text(given["text"], published=published))
        for claim in record.claims:
            for steps in claim_reasons(claim_form(claim)).values():
                uncoded |= {step["says"] for step in steps if not step["reason_code"]}
                coded |= {step["reason_code"] for step in steps}
    assert len(coded) > 50
    assert uncoded - standings() == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "read.empty"), ("Diez personas murieron en un ataque aéreo contra la ciudad.", "read.language")],
)
def test_what_cannot_be_read_has_a_code(text: str, code: str) -> None:
    with pytest.raises(Exception, match=":") as raised:
        acquire.report_from_text(text)
    assert told(str(raised.value).partition(": ")[2], PROBLEMS)["reason_code"] == code


def test_a_report_without_a_date_has_a_code() -> None:
    (problem,) = acquire.report_from_text("Shells hit the town on Friday and killed four people.").problems
    assert told(problem.message, PROBLEMS)["reason_code"] == "read.no_date"
