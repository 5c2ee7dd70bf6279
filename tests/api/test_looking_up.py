"""What words may mean, looked up, and given as the value of a correction that keeps them."""

from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient

from aftermath.api import ServeSettings, create_app
from aftermath.pipeline.linking import link_waiting
from aftermath.store import Store, open_store
from link.making import claim, place, record, words

TEXT = "Planes hit Idlib and Tripoli last Friday, residents said."
PUBLISHED = date(2019, 3, 13)  # a Wednesday


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with open_store(tmp_path_factory.mktemp("look") / "s.sqlite", create=True) as opened:
        found = claim(
            "r:1",
            event="air_strike",
            when=None,
            where=(place("Homs", 34.73, 36.72, country="SY"),),
            quotes=(words(TEXT),),
        )
        opened.keep([record("r", found, text=TEXT, published=PUBLISHED)])
        link_waiting(opened)
        yield opened


@pytest.fixture(scope="module")
def client(store: Store) -> TestClient:
    made = TestClient(create_app(store, ServeSettings()), base_url="http://localhost/api/v1")
    made.headers["X-CSRF-Token"] = made.get("/session").json()["csrf"]
    return made


def places(client: TestClient, **asked: Any) -> list[dict[str, Any]]:
    return client.get("/gazetteer", params=asked).raise_for_status().json()["data"]  # type: ignore[no-any-return]


def test_places_near_the_reports_own_come_first(client: TestClient) -> None:
    near, large = places(client, q="Tripoli", report="r")[0], places(client, q="Tripoli")[0]
    assert (near["value"]["country"], large["value"]["country"]) == ("LB", "LY")
    assert near["km"] < 100
    assert large["km"] is None
    assert near["value"]["admin"][0] == "Lebanon"


def test_a_place_spelled_otherwise_is_found(client: TestClient) -> None:
    assert any(one["value"]["name"] == "Idlib" and one["likeness"] < 100 for one in places(client, q="Edleb"))
    assert places(client, q="Xyzzyqwv") == []
    assert places(client, q="?!") == []


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ({"q": "last Friday", "report": "r"}, "2019-03-08", "2019-03-08"),
        ({"q": "from 2 to 4 March 2019"}, "2019-03-02", "2019-03-04"),
        ({"q": "yesterday", "published": "2024-03-01"}, "2024-02-29", "2024-02-29"),
        ({"q": "yesterday"}, None, None),
    ],
)
def test_days_are_counted_from_the_reports_date(client: TestClient, asked: Any, start: Any, end: Any) -> None:
    (found,) = client.get("/days", params=asked).raise_for_status().json()["data"]
    assert (found["value"]["start"], found["value"]["end"]) == (start, end)
    assert found["text"] == asked["q"]


def test_words_that_name_no_day_give_none(client: TestClient) -> None:
    assert client.get("/days", params={"q": "the market", "report": "r"}).json()["data"] == []
    assert client.get("/days", params={"q": "Friday", "report": "nothing"}).status_code == 404


def correct(client: TestClient, slot: str, text: str, value: Any) -> Any:
    (listed,) = client.get("/incidents").json()["data"]
    seen = client.get(f"/incidents/{listed['id']}").json()
    start = TEXT.index(text)
    asked = {"verdict": "correct", "reason": "misread", "incident": seen["id"], "version": seen["version"]}
    asked |= {"claim": "r:1", "slot": slot, "span": [start, start + len(text)], "value": value}
    return client.post("/judgements", json=asked)


def test_what_is_looked_up_is_what_a_correction_takes(client: TestClient, store: Store) -> None:
    chosen = places(client, q="Idlib", report="r")[0]["value"]
    (day,) = client.get("/days", params={"q": "last Friday", "report": "r"}).json()["data"]
    assert correct(client, "where", "Idlib", chosen).status_code == 201
    assert correct(client, "when", "last Friday", day["value"]).status_code == 201
    (seen,) = client.get("/claims").json()["data"]
    (where,) = seen["where"]
    assert (where["text"], where["id"], where["lat"]) == ("Idlib", chosen["id"], chosen["lat"])
    assert (seen["when"]["text"], seen["when"]["start"]) == ("last Friday", "2019-03-08")
    (listed,) = client.get("/incidents", params={"event_date": "2019-03-08", "iso": "SYR"}).json()["data"]
    assert listed["place"] == "Idlib"
    assert [(one.slot, one.reason) for one in store.judgements()] == [("where", "misread"), ("when", "misread")]
    assert all("span" in one.value for one in store.judgements())


def test_they_are_for_analysts(store: Store) -> None:
    public = TestClient(create_app(store, ServeSettings(mode="public")), base_url="http://localhost/api/v1")
    assert public.get("/gazetteer", params={"q": "Idlib", "report": "r"}).status_code == 403
    assert public.get("/days", params={"q": "Friday", "report": "r"}).status_code == 403
