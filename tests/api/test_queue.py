"""The queue of review: full pages of one status, in order of harm, dispute and doubt, and what makes doubtful."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from aftermath.api import ServeSettings, create_app
from aftermath.model.incident import DOUBTS
from aftermath.pipeline.linking import link_waiting
from aftermath.store import Store
from link.making import claim, harm, place, record

MANY = 30
EVERY_THIRD = 3


@pytest.fixture
def client(new_store: Store) -> TestClient:
    """Thirty incidents far apart; of one nothing is sure, of one accounts differ."""
    sure = [
        record(f"r{n}", claim(f"r{n}:1", where=(place(f"Town {n}", -40.0 + n * 2, 20.0),)), outlet=f"o{n}")
        for n in range(MANY - 2)
    ]
    there = (place("Saravena", 60.0, 90.0),)
    killed = [claim(f"{n}:1", f"Account {n}", where=there, harm=(harm("killed", "people", n, n),)) for n in (9, 5)]
    new_store.keep(
        [
            *sure,
            *(record(f"d{n}", one, outlet=f"p{n}") for n, one in enumerate(killed)),
            record("vague", claim("vague:1", stance="unconfirmed", where=(), when=None), published=None),
        ]
    )
    link_waiting(new_store)
    made = TestClient(create_app(new_store, ServeSettings()), base_url="http://localhost/api/v1")
    made.headers["X-CSRF-Token"] = made.get("/session").json()["csrf"]
    return made


def pages(client: TestClient, **asked: Any) -> Iterator[list[dict[str, Any]]]:
    cursor: str | None = ""
    while cursor is not None:
        answered = client.get("/queue", params=asked | {"cursor": cursor}).raise_for_status().json()
        yield answered["data"]
        cursor = answered["next"]


def test_pages_are_full_whatever_lies_between(client: TestClient) -> None:
    every = [form["id"] for form in client.get("/incidents", params={"limit": 100}).json()["data"]]
    assert len(every) == MANY
    for name in every[::EVERY_THIRD]:
        version = client.get(f"/incidents/{name}").json()["version"]
        said = {"verdict": "status", "value": "confirmed", "reason": "x", "incident": name, "version": version}
        assert client.post("/judgements", json=said).status_code == 201
    left = [name for number, name in enumerate(every) if number % EVERY_THIRD]
    listed = list(pages(client, limit=7))
    assert [len(page) for page in listed] == [7, 7, 6]
    assert [form["id"] for page in listed for form in page] == left
    assert client.get("/queue").json()["total"] == len(left)
    assert [form["id"] for (form,) in pages(client, limit=1, status="confirmed")] == every[::EVERY_THIRD]


def test_who_it_is_assigned_to(client: TestClient) -> None:
    name = client.get("/queue").json()["data"][3]["id"]
    said = {"verdict": "assign", "value": "Ana", "reason": "x", "incident": name}
    said["version"] = client.get(f"/incidents/{name}").json()["version"]
    assert client.post("/judgements", json=said).status_code == 201
    assert [form["id"] for page in pages(client, assigned="Ana", limit=1) for form in page] == [name]


FIRST: tuple[tuple[str, Callable[[dict[str, Any]], Any]], ...] = (
    ("deadliest", lambda form: form["fatalities"]["best"] if form["fatalities"] else -1),
    ("disputed", lambda form: len(form["contested"])),
    ("doubtful", lambda form: len(form["doubts"])),
)


@pytest.mark.parametrize(("order", "priority"), FIRST)
def test_what_comes_first(client: TestClient, order: str, priority: Callable[[dict[str, Any]], int]) -> None:
    listed = [priority(form) for page in pages(client, order=order, limit=7) for form in page]
    assert len(listed) == MANY
    assert listed == sorted(listed, reverse=True)
    assert listed[0] > listed[-1]


def test_doubts_are_told_in_words(client: TestClient) -> None:
    form = client.get("/queue", params={"order": "doubtful"}).json()["data"][0]
    assert form["doubts"] == ["unconfirmed", "alone", "unplaced", "undated"]
    whole = client.get(f"/incidents/{form['id']}").json()
    assert whole["doubts"] == [{"code": code, "says": DOUBTS[code]} for code in form["doubts"]]
