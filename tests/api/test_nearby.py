"""Incidents near another, nearest or likest first, with the linker's own sentences; and claims moved between them."""

from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient

from aftermath.api import ServeSettings, create_app
from aftermath.link import compare
from aftermath.pipeline.linking import link_waiting
from aftermath.pipeline.nearby import BAR
from aftermath.store import Store
from link.making import DAY, claim, place, record, told, when

RECORDS = [
    record("own", claim("own:1", "Shells hit the cattle market")),
    record("near", claim("near:1", "Gunmen took two men", event="abduction", where=(place("Kazgeil", 13.1, 30.2),))),
    record("late", claim("late:1", "Shells hit a market", when=when(DAY + timedelta(days=4)))),
    record("far", claim("far:1", "Shells hit the port", where=(place("Khartoum", 15.6, 32.5),))),
    record("nowhere", claim("nowhere:1", "Something was hit", where=(), when=None), published=None),
]


@pytest.fixture
def client(new_store: Store) -> TestClient:
    new_store.keep(RECORDS)
    link_waiting(new_store)
    made = TestClient(create_app(new_store, ServeSettings()), base_url="http://localhost/api/v1")
    made.headers["X-CSRF-Token"] = made.get("/session").json()["csrf"]
    return made


def incident_of(client: TestClient, report: str) -> dict[str, Any]:
    (found,) = client.get("/claims", params={"report": report}).json()["data"]
    return client.get(f"/incidents/{found['incident']}").json()  # type: ignore[no-any-return]


def near(client: TestClient, report: str, **asked: Any) -> dict[str, Any]:
    answered = client.get(f"/incidents/{incident_of(client, report)['id']}/nearby", params=asked)
    assert answered.status_code == 200, answered.text
    return answered.json()  # type: ignore[no-any-return]


def test_near_ones_with_how_far_and_how_like(client: TestClient) -> None:
    found = near(client, "own")
    assert [(form["id"], form["days"]) for form in found["data"]] == [
        (incident_of(client, "late")["id"], 4),
        (incident_of(client, "near")["id"], 0),
    ]
    assert [form["km"] for form in found["data"]] == [0.0, 9.2]
    assert found["bar"] == BAR
    assert near(client, "own", km=5)["data"] == found["data"][:1]
    assert near(client, "own", days=2)["data"] == found["data"][1:]
    assert len(near(client, "own", km=1000)["data"]) == 3


def test_likeness_is_the_linkers_own(client: TestClient) -> None:
    tellings = {telling.id: telling for telling in told(*RECORDS)}
    for form in near(client, "own", order="likest")["data"]:
        likeness = form["likeness"]
        compared = compare(*(tellings[name] for name in likeness["claims"]))
        assert [reason["says"] for reason in likeness["why"]] == [found.text for found, _ in compared.findings]
        assert (likeness["total"], likeness["barred"]) == (round(compared.total, 2), compared.is_barred)


def test_what_has_neither_place_nor_day_is_near_to_none(client: TestClient) -> None:
    assert near(client, "nowhere")["data"] == []
    assert client.get("/incidents/i-none/nearby").status_code == 404


def test_a_claim_is_moved_to_what_is_near(client: TestClient) -> None:
    own, other = incident_of(client, "own"), incident_of(client, "late")
    asked = {"verdict": "merge", "reason": "x", "incident": own["id"], "version": own["version"], "other": other["id"]}
    assert client.post("/judgements", json=asked).status_code == 201
    both, target = incident_of(client, "own"), incident_of(client, "near")
    seen = {"incident": both["id"], "version": both["version"], "other": target["id"], "claims": ["late:1"]}
    assert client.post("/judgements", json={"verdict": "move", "reason": "it is theirs"} | seen).status_code == 201
    assert {c["id"] for c in incident_of(client, "near")["claims"]} == {"near:1", "late:1"}
    assert [c["id"] for c in incident_of(client, "own")["claims"]] == ["own:1"]
