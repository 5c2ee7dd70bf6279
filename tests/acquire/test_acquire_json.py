"""JSON objects, lists and lines, and what is wrong with them."""

import json
from datetime import date

import pytest
from found import TEXT, Read, notes, problem, report

from aftermath.model import Problem, Report

GOLD = {
    "id": "wire-7",
    "title": "Air strike kills ten",
    "outlet": "The Wire",
    "published": "2021-05-05",
    "text": TEXT,
    "claims": [],
}


def packed(*values: object, sep: str = "") -> bytes:
    return sep.join(json.dumps(value) for value in values).encode()


def test_a_gold_file_keeps_its_id_and_its_text_to_the_letter(read: Read) -> None:
    text = "A line.\r\nThe army  said “no”.\r\n" + TEXT
    found = report(read(packed({**GOLD, "text": text}), "g.json"))
    assert (found.id, found.title, found.outlet, found.text) == ("wire-7", "Air strike kills ten", "The Wire", text)
    assert found.published == date(2021, 5, 5)
    assert found.problems == ()


@pytest.mark.parametrize(
    ("name", "sep"), [("a.json", None), ("a.jsonl", "\n"), ("a.txt", "\n"), ("a.ndjson", "\r\n\n")]
)
def test_many_reports_in_one_file(read: Read, name: str, sep: str | None) -> None:
    values = [{**GOLD, "id": f"r{i}"} for i in range(3)]
    raw = packed(values) if sep is None else packed(*values, sep=sep)
    found = read(raw, name)
    assert [each.id for each in found if isinstance(each, Report)] == ["r0", "r1", "r2"]


def test_reports_without_an_id_get_different_ones(read: Read) -> None:
    found = read(packed([{"text": TEXT}, {"text": TEXT}]), "a.json")
    assert len({each.id for each in found if isinstance(each, Report)}) == 2


def test_one_bad_line_does_not_stop_the_others(read: Read) -> None:
    raw = packed(GOLD) + b"\n{broken\n[]\n" + packed({**GOLD, "id": 9})
    first, broken, shape, last = read(raw, "a.jsonl")
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert last.id == "9"
    assert isinstance(broken, Problem)
    assert isinstance(shape, Problem)
    assert broken.report.endswith("line 2")
    assert "found a list" in shape.message


def test_a_line_beyond_the_limit_is_passed_over(read: Read) -> None:
    raw = packed({"text": "a" * 5000}) + b"\n" + packed(GOLD)
    first, second = read(raw, "a.jsonl", max_page=2000)
    assert isinstance(first, Problem)
    assert "longer than 0.002 MB" in first.message
    assert isinstance(second, Report)


@pytest.mark.parametrize(
    ("raw", "cause"),
    [
        (b'{"text": "cut', "not JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b"[]", "empty"),
        (b"3", "found a number"),
        (b"null", "found null"),
        (b'{"body": "Ten were killed."}', "'body'"),
        (b"{}", "the keys none"),
        (b'{"text": ["a"]}', "no string"),
        (b'{"text": ""}', "empty"),
        (b'{"text": null}', "no string"),
        (b'{"text": 1' + b"0" * 5000 + b"}", "not JSON"),
    ],
)
def test_json_of_the_wrong_shape_is_a_problem(read: Read, raw: bytes, cause: str) -> None:
    assert cause in problem(read(raw, "a.json")).message


@pytest.mark.parametrize(
    ("extra", "note"),
    [
        ({"published": "yesterday"}, "no date"),
        ({"published": 20210505}, "no date"),
        ({"published": "2021-02-31"}, "no date"),
        ({"publishd": "2021-05-05"}, "is 'published' meant?"),
        ({"title": ["x"]}, "title is a list"),
        ({"text": TEXT + "\ud800"}, "half character"),
        ({"text": TEXT + "\x00"}, "null byte"),
    ],
)
def test_odd_values_are_noted_and_the_report_read(read: Read, extra: dict[str, object], note: str) -> None:
    found = report(read(packed({"text": TEXT, **extra}), "a.json"))
    assert note in notes(found)
    assert len(found.text) == len(str(extra.get("text", TEXT)))
    found.text.encode()


def test_keys_of_others_are_left_alone(read: Read) -> None:
    found = report(read(packed({**GOLD, "section": "World", "tags": [1], "claims": [{}]}), "a.json"))
    assert found.problems == ()


@pytest.mark.parametrize("value", [None, "", "2021-05-05T23:00:00+02:00", "5 May 2021", "May 5, 2021"])
def test_forms_of_a_date(read: Read, value: str | None) -> None:
    text = TEXT.partition(" - ")[2]
    found = report(read(packed({"text": text, "published": value}), "a.json"))
    assert found.published == (date(2021, 5, 5) if value else None)


def test_a_bracket_does_not_make_a_text_json(read: Read) -> None:
    for start in ("[Wire] ", "{Correction} "):
        assert report(read((start + TEXT).encode())).text == start + TEXT


def test_json_in_utf_16_is_read(read: Read) -> None:
    assert report(read(packed(GOLD).decode().encode("utf-16"), "a.json")).id == "wire-7"
