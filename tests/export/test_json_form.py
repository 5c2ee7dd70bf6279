import json
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker
from records import BARE, LOST, RECORD, records

from aftermath.export import FORMATS, claim_form, record_form, schema
from aftermath.model import EVENTS, Record, Report
from aftermath.model.codes import HARM_KINDS, SCOPES, SOURCE_KINDS, STANCES

VALIDATOR = Draft202012Validator(schema(), format_checker=FormatChecker())


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


@settings(max_examples=30)
@given(records)
def test_every_record_conforms_and_survives_a_line(record: Record) -> None:
    line = "".join(FORMATS["jsonl"]([record]))
    assert line.endswith("\n")
    assert len(line.splitlines()) == 1
    read_back = json.loads(line.encode())
    VALIDATOR.validate(read_back)
    assert read_back == json.loads(json.dumps(record_form(record)))


@pytest.mark.parametrize("record", [RECORD, LOST])
def test_made_by_hand_conforms(record: Record) -> None:
    VALIDATOR.validate(record_form(record))


def test_the_form_of_the_design() -> None:
    form = record_form(RECORD)
    assert [*form] == [
        "id",
        "title",
        "outlet",
        "author",
        "url",
        "published",
        "language",
        "sha256",
        "text",
        "claims",
        "problems",
    ]
    claim = form["claims"][0]
    assert [*claim] == (
        "id event scope stance sources when where attackers targets weapons count harm quotes inferred why".split()
    )
    assert claim["sources"] == [{"text": "Residents", "span": [0, 9], "kind": "resident", "actor": None}]
    assert claim["when"]["start"] == claim["when"]["end"] == "2019-03-13"
    assert claim["where"][0]["admin"] == ["Syria", "Idlib"]
    assert claim["attackers"][0]["actor"]["name"] == "Military Forces of Russia"
    assert claim["harm"][1]["part_of"] == 0


def test_empty_slots_are_empty_lists_or_null() -> None:
    claim = claim_form(BARE)
    assert [slot for slot, value in claim.items() if value == []] == [
        "sources",
        "where",
        "attackers",
        "targets",
        "weapons",
        "harm",
    ]
    assert [slot for slot, value in claim.items() if value is None] == ["when", "count"]


def test_spans_point_into_the_text() -> None:
    form = record_form(RECORD)

    def check(value: Any) -> int:
        if isinstance(value, list):
            return sum(map(check, value))
        if not isinstance(value, dict):
            return 0
        here = 0
        if "span" in value:
            start, end = value["span"]
            assert form["text"][start:end] == value["text"]
            here = 1
        return here + sum(map(check, value.values()))

    assert check(form["claims"]) > 10


def test_the_schema_names_the_codes_of_the_model() -> None:
    defs = schema()["$defs"]
    claim = defs["claim"]["properties"]
    assert claim["event"]["enum"] == list(EVENTS)
    assert claim["scope"]["enum"] == list(SCOPES)
    assert claim["stance"]["enum"] == list(STANCES)
    assert defs["harm"]["properties"]["kind"]["enum"] == list(HARM_KINDS)
    assert defs["source"]["properties"]["kind"]["enum"] == list(SOURCE_KINDS)


def test_every_key_is_explained() -> None:
    def keys(part: dict[str, Any]) -> list[str]:
        return [
            key
            for key, value in part.get("properties", {}).items()
            if "description" not in value and "$ref" not in value
        ]

    assert [key for part in (schema(), *schema()["$defs"].values()) for key in keys(part)] == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda form: form.pop("sha256"),
        lambda form: form.update(mood="sad"),
        lambda form: form.update(published="14 March"),
        lambda form: form["claims"][0].update(event="quarrel"),
        lambda form: form["claims"][0].update(quotes=[]),
        lambda form: form["claims"][0]["where"][0].update(lat=135.9),
        lambda form: form["claims"][0]["harm"][0].update(low=-1),
        lambda form: form["claims"][0]["quotes"][0].update(span=[1]),
    ],
)
def test_what_does_not_conform_is_refused(spoil: Any) -> None:
    form = record_form(RECORD)
    spoil(form)
    assert not VALIDATOR.is_valid(form)


def test_half_a_surrogate_pair_can_be_written() -> None:
    broken = Record(report=Report(id="x", text="a\ud800b\u2028c\x85d"), claims=())
    line = "".join(FORMATS["jsonl"]([broken]))
    assert len(line.splitlines()) == 1
    assert json.loads(line.encode("utf-8"))["text"] == broken.report.text
