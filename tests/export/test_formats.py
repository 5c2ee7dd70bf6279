import csv
import json
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from records import BARE, CLAIM, LOST, RECORD, REPORT, UNPLACED, records

from aftermath.export import FORMATS
from aftermath.export.html import html_table
from aftermath.export.phrases import harm_phrase
from aftermath.export.row import columns
from aftermath.export.toll import toll
from aftermath.model import Harm, PlaceMention, Record, Report


def rows(*read: Record) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO("".join(FORMATS["csv"](read)), newline="")))


def test_csv_has_a_row_a_claim() -> None:
    found = rows(RECORD, LOST)
    assert [row["claim_id"] for row in found] == ["c1", "c2", "c3"]
    first = found[0]
    assert (first["report_id"], first["outlet"], first["published"]) == ("r1", "Sample Wire", "2019-03-14")
    assert (first["event"], first["acled_sub_event_type"], first["stance"]) == (
        "air_strike",
        "Air/drone strike",
        "asserted",
    )
    assert (first["date_start"], first["date_precision"]) == ("2019-03-13", "day")
    assert (first["place"], first["latitude"], first["admin"]) == ("Idlib", "35.93", "Syria > Idlib")
    assert (first["attackers"], first["attacker_names"]) == ("Russian planes", "Military Forces of Russia")
    assert (first["killed_low"], first["killed_high"], first["injured_low"]) == ("10", "10", "")
    assert first["inferred"] == "when: carried from the sentence before"


def test_csv_leaves_empty_what_is_not_known() -> None:
    bare, unplaced = rows(RECORD)[1:]
    assert (bare["sources"], bare["date_start"], bare["latitude"], bare["killed_low"]) == ("", "", "", "")
    assert (unplaced["place"], unplaced["latitude"], unplaced["place_precision"]) == ("a market", "", "unknown")


def test_csv_without_claims_is_its_header() -> None:
    assert "".join(FORMATS["csv"]([LOST])) == ",".join(columns()) + "\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_csv_never_starts_a_formula(start: str) -> None:
    hostile = Record(report=Report(id=f"{start}cmd|' /C calc'!A0", text=""), claims=(BARE,))
    assert rows(hostile)[0]["report_id"] == f"'{start}cmd|' /C calc'!A0"


@settings(max_examples=30)
@given(st.lists(records, max_size=3))
def test_csv_reads_back_whatever_is_in_it(read: list[Record]) -> None:
    found = rows(*read)
    assert len(found) == sum(len(record.claims) for record in read)
    assert all(None not in row and None not in row.values() for row in found)


def test_geojson_loses_no_claim() -> None:
    collection = json.loads("".join(FORMATS["geojson"]([RECORD, LOST])))
    assert collection["type"] == "FeatureCollection"
    assert [feature["id"] for feature in collection["features"]] == ["c1", "c2", "c3"]
    assert [feature["geometry"] for feature in collection["features"]] == [
        {"type": "Point", "coordinates": [36.63, 35.93]},
        None,
        None,
    ]
    assert tuple(collection["features"][0]["properties"]) == columns()


def test_geojson_several_places() -> None:
    from dataclasses import replace

    place = CLAIM.where[0]
    north = PlaceMention(text="a market", span=(34, 42), place=replace(place.place, lat=36.2, lon=37.16))
    unplaced = UNPLACED.where[0]
    claim = replace(CLAIM, where=(place, unplaced, north))
    collection = json.loads("".join(FORMATS["geojson"]([Record(report=REPORT, claims=(claim,))])))
    assert collection["features"][0]["geometry"] == {
        "type": "MultiPoint",
        "coordinates": [[36.63, 35.93], [37.16, 36.2]],
    }


@settings(max_examples=30)
@given(st.lists(records, max_size=3))
def test_geojson_and_json_are_json(read: list[Record]) -> None:
    features = json.loads("".join(FORMATS["geojson"](read)))["features"]
    assert len(features) == sum(len(record.claims) for record in read)
    assert all(isinstance(value, str | int | float | None) for f in features for value in f["properties"].values())
    assert [report["id"] for report in json.loads("".join(FORMATS["json"](read)))] == [
        record.report.id for record in read
    ]


@pytest.mark.parametrize("fmt", sorted(FORMATS))
@settings(max_examples=30)
@given(read=st.lists(records, max_size=3))
def test_every_piece_is_whole_lines(fmt: str, read: list[Record]) -> None:
    assert all(piece.endswith("\n") for piece in FORMATS[fmt](read))


def harm(low: int | None, high: int | None, part_of: int | None = None, kind: str = "killed") -> Harm:
    return Harm(text="", span=(0, 0), kind=kind, who="people", low=low, high=high, part_of=part_of)


@pytest.mark.parametrize(
    ("entries", "bounds"),
    [
        ([], (None, None)),
        ([harm(10, 10), harm(3, 3, part_of=0)], (10, 10)),  # a part is in its whole
        ([harm(3, 3), harm(2, 2)], (5, 5)),
        ([harm(3, 3), harm(2, None)], (5, None)),
        ([harm(None, 20)], (None, 20)),
        ([harm(None, None)], (None, None)),
        ([harm(0, 0)], (0, 0)),
        ([harm(4, 4, kind="injured")], (None, None)),
    ],
)
def test_tolls(entries: list[Harm], bounds: tuple[int | None, int | None]) -> None:
    assert toll(entries, "killed") == bounds


def test_html_escapes_what_the_report_says() -> None:
    hostile = Record(report=Report(id="x", text="", title="<script>alert(1)</script>"), claims=RECORD.claims)
    page = html_table(hostile)
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert page.count("<tr>") == 1 + len(RECORD.claims)
    assert "<b>DENIED</b>" in page


def test_a_group_of_one_is_one() -> None:
    harm = Harm(text="a woman", span=(0, 7), kind="killed", who="women", low=1, high=1)
    assert harm_phrase(harm) == "killed 1 woman"
