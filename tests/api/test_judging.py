"""Judging over HTTP: what is kept, who may, and that nothing is lost when two judge at once."""

from collections.abc import Callable
from threading import Thread
from typing import Any

import pytest
from fastapi.testclient import TestClient

from aftermath.api import ServeSettings, create_app
from aftermath.pipeline.linking import link_waiting
from aftermath.store import Store
from link.making import claim, harm, record, source

TEXT = "Shells hit the place. Nine people were killed in the market, residents said on Tuesday."
Judge = Callable[..., Any]


@pytest.fixture
def store(new_store: Store) -> Store:
    new_store.keep(
        [
            record("r", claim("r:1", harm=(harm("killed", "people", 5, 5),)), outlet="x", text=TEXT),
            record("s", claim("s:1", "Another account", sources=(source("residents"),)), outlet="y", text=TEXT),
            record("t", claim("t:1", event="abduction", where=()), outlet="z", text=TEXT),
        ]
    )
    link_waiting(new_store)
    return new_store


@pytest.fixture
def client(store: Store) -> TestClient:
    made = TestClient(create_app(store, ServeSettings()), base_url="http://localhost/api/v1")
    made.headers["X-CSRF-Token"] = made.get("/session").json()["csrf"]
    return made


def incident_of(client: TestClient, name: str) -> dict[str, Any]:
    (found,) = client.get("/claims", params={"report": name.split(":", maxsplit=1)[0]}).json()["data"]
    return client.get(f"/incidents/{found['incident']}").json()  # type: ignore[no-any-return]


def judge(client: TestClient, name: str, verdict: str, **more: Any) -> Any:
    seen = incident_of(client, name)
    asked = {"verdict": verdict, "reason": "because", "incident": seen["id"], "version": seen["version"]} | more
    return client.post("/judgements", json=asked)


def test_split_and_undo(client: TestClient) -> None:
    assert [c["id"] for c in incident_of(client, "r:1")["claims"]] == ["r:1", "s:1"]
    made = judge(client, "r:1", "split", claims=["s:1"])
    assert made.status_code == 201, made.text
    assert [c["id"] for c in incident_of(client, "r:1")["claims"]] == ["r:1"]
    undone = client.post("/judgements", json={"verdict": "undo", "reason": "no", "judgement": made.json()["id"]})
    assert undone.status_code == 201
    assert [c["id"] for c in incident_of(client, "r:1")["claims"]] == ["r:1", "s:1"]


def test_merge_and_move(client: TestClient) -> None:
    other = incident_of(client, "t:1")["id"]
    assert judge(client, "r:1", "merge", other=other).status_code == 201
    assert len(incident_of(client, "t:1")["claims"]) == 3
    assert judge(client, "r:1", "split", claims=["t:1"]).status_code == 201
    assert judge(client, "r:1", "move", claims=["s:1"], other=incident_of(client, "t:1")["id"]).status_code == 201
    assert {c["id"] for c in incident_of(client, "t:1")["claims"]} == {"s:1", "t:1"}


def test_grade_comment_status_assign(client: TestClient) -> None:
    for verdict, value in (("grade", "fair"), ("comment", None), ("status", "needs_help"), ("assign", "Ana")):
        assert judge(client, "r:1", verdict, value=value).status_code == 201
    found = incident_of(client, "r:1")
    assert (found["grade"]["grade"], found["grade"]["by"]) == ("fair", "local")
    assert (found["desk"]["status"], found["desk"]["assigned"]) == ("needs_help", "Ana")
    assert [comment["reason"] for comment in found["desk"]["comments"]] == ["because"]
    (queued,) = client.get("/queue", params={"status": "needs_help"}).json()["data"]
    assert queued["id"] == found["id"]
    assert {form["id"] for form in client.get("/queue").json()["data"]} == {incident_of(client, "t:1")["id"]}


def test_a_corrected_value_reaches_the_incident_and_can_be_undone(client: TestClient) -> None:
    start = TEXT.index("Nine")
    value = {"kind": "killed", "who": "people", "low": 9, "high": 9}
    made = judge(client, "r:1", "correct", claim="r:1", slot="harm", span=[start, start + 4], value=value)
    assert made.status_code == 201, made.text
    found = incident_of(client, "r:1")
    assert found["fatalities"]["best"] == 9
    (corrected,) = [c for c in found["claims"] if c["id"] == "r:1"]
    assert corrected["harm"][0]["text"] == "Nine"
    assert "corrected by local" in corrected["why"]["harm"]
    assert client.get("/reports/r").json()["claims"][0]["harm"][0]["low"] == 9
    client.post("/judgements", json={"verdict": "undo", "reason": "no", "judgement": made.json()["id"]})
    assert incident_of(client, "r:1")["fatalities"]["best"] == 5


def test_a_missed_claim_is_added(client: TestClient) -> None:
    asked = {"verdict": "add", "reason": "missed", "report": "t", "span": [0, 20], "value": {"event": "shelling"}}
    assert client.post("/judgements", json=asked).status_code == 201
    added = client.get("/reports/t").json()["claims"][1]
    assert added["quotes"] == [{"text": TEXT[:20], "span": [0, 20]}]
    assert client.get(f"/incidents/{added['incident']}").status_code == 200


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"verdict": "bless"}, "it is one of"),
        ({"verdict": "split", "claims": ["t:1"]}, "of the incident"),
        ({"verdict": "split", "claims": ["r:1", "s:1"]}, "at least one"),
        ({"verdict": "grade", "value": "true"}, "grades are"),
        ({"verdict": "correct", "claim": "r:1", "slot": "harm", "value": {"kind": "killed", "low": 9}}, "its words"),
        ({"verdict": "correct", "claim": "r:1", "slot": "id", "span": [0, 5], "value": {}}, "it is one of"),
        ({"verdict": "status", "value": "done"}, "it is one of"),
    ],
)
def test_what_cannot_be_is_refused_in_words(client: TestClient, asked: dict[str, Any], words: str) -> None:
    answered = judge(client, "r:1", **asked)
    assert answered.status_code == 400
    assert words in answered.json()["detail"]


def test_a_stale_view_keeps_nothing(client: TestClient, store: Store) -> None:
    seen = incident_of(client, "r:1")
    assert judge(client, "r:1", "comment").status_code == 201
    asked = {"verdict": "grade", "value": "fair", "reason": "x", "incident": seen["id"], "version": seen["version"]}
    assert client.post("/judgements", json=asked).status_code == 412
    assert len(store.judgements()) == 1


def test_of_two_at_once_one_is_told_and_none_is_lost(client: TestClient, store: Store) -> None:
    answers: list[int] = []

    def edit(number: int) -> None:
        while True:
            answered = judge(client, "r:1", "comment", reason=f"comment {number}")
            answers.append(answered.status_code)
            if answered.status_code != 412:
                return

    threads = [Thread(target=edit, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers.count(201) == 8
    assert set(answers) <= {201, 412}
    assert {judgement.reason for judgement in store.judgements()} == {f"comment {number}" for number in range(8)}


def test_writing_needs_the_token_and_the_own_page(client: TestClient) -> None:
    asked = {"verdict": "comment", "reason": "x"}
    assert client.post("/judgements", json=asked, headers={"X-CSRF-Token": "guess"}).status_code == 403
    assert client.post("/judgements", json=asked, headers={"Origin": "http://evil.example"}).status_code == 403
    assert client.get("/incidents", headers={"Host": "evil.example"}).status_code == 421
