"""What is read over HTTP is what the store holds, page by page, under the field's names."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from anyascii import anyascii
from fastapi.testclient import TestClient

from aftermath.api import ServeSettings, create_app
from aftermath.model import EVENTS
from aftermath.store import Query, Store

PREFIX = "/api/v1"
WORDS = {"place": "sarmin", "q": "killed"}


def pages(client: TestClient, path: str, **asked: Any) -> Iterator[dict[str, Any]]:
    cursor: str | None = ""
    while cursor is not None:
        answered = client.get(path, params=asked | {"cursor": cursor}).raise_for_status().json()
        yield from answered["data"]
        cursor = answered["next"]


def test_pages_hold_every_incident_once(client: TestClient, store: Store) -> None:
    listed = [form["id"] for form in pages(client, "/incidents", limit=7)]
    assert sorted(listed) == sorted(incident.id for incident in store.incidents(Query()))
    days = [form["start"] for form in pages(client, "/incidents", limit=7) if form["start"]]
    assert days == sorted(days, reverse=True)


def test_every_claim_and_report_is_listed_once(client: TestClient, store: Store) -> None:
    reports, claims, _ = store.size()
    assert len({form["id"] for form in pages(client, "/reports", limit=20)}) == reports
    listed = [form["id"] for form in pages(client, "/claims", limit=50)]
    assert len(listed) == len(set(listed)) == claims


def test_words_stand_in_the_text(client: TestClient) -> None:
    for summary in pages(client, "/reports", limit=50):
        report = client.get(f"/reports/{summary['id']}").json()
        for claim in report["claims"]:
            assert claim["incident"]
            for quote in claim["quotes"]:
                start, end = quote["span"]
                assert report["text"][start:end] == quote["text"]


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ({"event": "air_strike|shelling"}, lambda i: i["event"] in {"air_strike", "shelling"}),
        ({"sub_event_type": "Abduction/forced disappearance"}, lambda i: i["event"] == "abduction"),
        ({"TypeOfViolence": "3"}, lambda i: EVENTS[i["event"]].ucdp == 3),
        ({"fatalities": 5}, lambda i: i["fatalities"]["best"] >= 5),
        ({"contested": True}, lambda i: bool(i["contested"])),
        ({"bbox": "20,0,45,20"}, lambda i: 20 <= i["lon"] <= 45 and 0 <= i["lat"] <= 20),
        ({"grade": "fair"}, lambda i: i["grade"] == "fair"),
        ({"event_type": "Violence against civilians"}, lambda i: i["event"] in {"killing", "abduction", "attack"}),
        ({"country": "Sudan|Syria"}, lambda i: i["country"] in {"SD", "SY"}),
        ({"iso": "729"}, lambda i: i["country"] == "SD"),
        ({"Country": "625,652"}, lambda i: i["country"] in {"SD", "SY"}),
        ({"Geography": "0 20,20 45"}, lambda i: 20 <= i["lon"] <= 45 and 0 <= i["lat"] <= 20),
        ({"iso": "syr|SD"}, lambda i: i["country"] in {"SD", "SY"}),
        ({"admin1": "north kordofan"}, lambda i: "North Kordofan" in i["admin"]),
    ],
)
def test_filters(client: TestClient, asked: dict[str, Any], holds: Any) -> None:
    every = {form["id"]: form for form in pages(client, "/incidents", limit=100)}
    found = list(pages(client, "/incidents", limit=100, **asked))
    assert found
    assert all(holds(form) for form in found)
    if not {"bbox", "Geography", "fatalities"} & set(asked):
        assert {form["id"] for form in found} == {name for name, form in every.items() if holds(form)}


@pytest.mark.parametrize("asked", [{"iso": "SDN"}, {"event_type": "Battles"}, {"admin1": "Idlib"}])
def test_every_list_has_the_same_filters(client: TestClient, asked: dict[str, str]) -> None:
    found = {form["id"] for form in pages(client, "/incidents", limit=100, **asked)}
    assert found
    assert set(client.get("/points", params=asked | {"format": "columns"}).json()["id"]) <= found
    claims = list(pages(client, "/claims", limit=100, **asked))
    assert {claim["incident"] for claim in claims} == found
    taken = client.get("/download", params=asked | {"format": "jsonl"}).text.splitlines()
    reports = {form["id"] for form in pages(client, "/reports", limit=100, **asked)}
    assert reports == {claim["report"]["id"] for claim in claims}
    assert {claim["id"] for line in taken for claim in json.loads(line)["claims"]} == {claim["id"] for claim in claims}
    counted = client.get("/statistics", params=asked | {"by": "country"}).json()["data"]
    assert sum(row["incidents"] for row in counted) == len(found)


def test_reports_are_found_by_the_beginnings_of_their_words(client: TestClient) -> None:
    texts = {form["id"]: client.get(f"/reports/{form['id']}").json() for form in pages(client, "/reports", limit=100)}
    for asked in ("drone market", "SHELL", "killed in the"):
        found = {form["id"] for form in pages(client, "/reports", limit=7, q=asked)}
        wanted = {name for name, form in texts.items() if all(begins(form, word) for word in asked.lower().split())}
        assert found == wanted
        assert wanted


def begins(report: dict[str, Any], word: str) -> bool:
    told = " ".join(report[name] or "" for name in ("title", "outlet", "author", "url", "id", "text"))
    return any(one.startswith(word) for one in re.findall("[a-z0-9]+", anyascii(told).lower()))


@pytest.mark.parametrize("names", [("place", "q"), ("q", "place")])
def test_filters_by_words_narrow_together(client: TestClient, names: tuple[str, str]) -> None:
    def found(path: str, *wanted: str) -> set[str]:
        asked = {name: WORDS[name] for name in wanted}
        return {form["id"] for form in pages(client, path, limit=100, **asked)}

    assert found("/incidents", *names) == found("/incidents", names[0]) & found("/incidents", names[1])
    assert len(found("/incidents", "place")) != len(found("/incidents", "q"))  # else either alone would do
    assert found("/reports", *names) <= found("/reports", "q")


def test_days_as_acled_and_ucdp_name_them(client: TestClient) -> None:
    day = next(pages(client, "/incidents"))["start"]
    one = client.get("/incidents", params={"event_date": day}).json()
    other = client.get("/incidents", params={"StartDate": day, "EndDate": day}).json()
    assert one == other
    assert one["data"]


def test_points_and_counts_agree(client: TestClient, store: Store) -> None:
    features = client.get("/points").json()["features"]
    columns = client.get("/points", params={"format": "columns"}).json()
    assert [feature["properties"]["id"] for feature in features] == columns["id"]
    counted = client.get("/statistics", params={"by": "event"}).json()["data"]
    assert sum(row["incidents"] for row in counted) == store.size()[2]


def test_fields_are_sparse(client: TestClient) -> None:
    (form,) = client.get("/incidents", params={"limit": 1, "fields": "grade,nonsense"}).json()["data"]
    assert set(form) == {"id", "grade"}


def test_what_is_known_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/incidents")
    again = client.get("/incidents", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/points").headers["content-encoding"] == "gzip"


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/incidents/i-nothing", 404, "no incident"),
        ("/reports/nothing", 404, "no report"),
        ("/nowhere", 404, "there is no"),
        ("/incidents?event=murder", 400, "it is one of"),
        ("/incidents?event_date=soon", 400, "2019-03-14"),
        ("/incidents?cursor=zz", 400, "cursor"),
        ("/incidents?limit=100000", 400, "at most"),
        ("/incidents?fatalities=many", 422, "integer"),
        ("/incidents?bbox=1,2", 400, "4 numbers"),
        ("/incidents?countries=Sudan", 400, "`country` may be meant"),
        ("/incidents?event_date_where=BETWEEN", 400, "no parameter is called 'event_date_where'"),
        ("/reports/r?x=1", 400, "there are none here"),
        ("/claims?order=newest", 400, "no parameter is called 'order'"),
        ("/incidents?Country=7", 400, "625 for Sudan"),
        ("/incidents?Country=Sudan", 400, "`country` takes names"),
        ("/incidents?Geography=1,2", 400, "4 numbers"),
        ("/incidents?Geography=1 2,3 4&bbox=1,2,3,4", 400, "either"),
        ("/judgements?verdict=bless", 400, "it is one of"),
        ("/incidents?country=Sudann", 400, "no country is known as Sudann"),
        ("/incidents?event_type=War", 400, "it is one of Explosions/Remote violence"),
        ("/points?admin1=!", 400, "letters"),
        ("/reports?q=!", 400, "letters"),
    ],
)
def test_errors_are_problems(client: TestClient, path: str, status: int, words: str) -> None:
    answered = client.get(path)
    assert answered.status_code == status
    assert answered.headers["content-type"] == "application/problem+json"
    assert words in answered.json()["detail"]


def test_a_map_says_what_it_leaves_out(store: Store) -> None:
    small = TestClient(create_app(store, ServeSettings(max_points=3)), base_url=f"http://localhost{PREFIX}")
    every = len(
        TestClient(create_app(store, ServeSettings()), base_url=f"http://localhost{PREFIX}")
        .get("/points")
        .json()["features"]
    )
    assert small.get("/points").json()["left_out"] == every - 3
    columns = small.get("/points", params={"format": "columns"}).json()
    assert (len(columns["id"]), columns["left_out"]) == (3, every - 3)
    assert "left_out" not in small.get("/points", params={"country": "Syria"}).json()


def test_every_list_has_sparse_fields_and_a_limit(client: TestClient) -> None:
    described = client.get("/openapi.json").json()["paths"]
    for path, methods in described.items():
        names = {one["name"] for one in methods.get("get", {}).get("parameters", ())}
        if "cursor" in names:
            assert {"limit", "fields"} <= names, path


@pytest.mark.parametrize(
    "path",
    ["/incidents?q=%00", "/reports?q=%00", "/incidents/%00", "/reports/%00", "/claims?report=%00", "/sources?q=%00"],
)
def test_a_null_character_is_no_failure_of_the_server(client: TestClient, path: str) -> None:
    assert client.get(path).status_code < 500
