"""Personal API tokens over HTTP: shown once, kept as hashes, ended by date or hand, never more than their owner."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient

from aftermath.api import ServeSettings, create_app
from aftermath.api.passwords import hashed, secret
from aftermath.pipeline.linking import link_waiting
from aftermath.store import Store, chain
from aftermath.store.accounts import Account, add_account, now
from aftermath.store.tokens import MOST, Grant, add_token
from link.making import claim, record

PASSWORD = "correct horse battery"
SETTINGS = ServeSettings(mode="team")
COMMENT = {"verdict": "comment", "reason": "x", "incident": "i-", "version": "old"}


@pytest.fixture
def filled(new_store: Store) -> Store:
    new_store.keep([record("r", claim("r:1"), text="Shells hit the place, in El Obeid.")])
    link_waiting(new_store)
    for name in ("ana", "ben"):
        add_account(new_store, Account(name=name, role="reviewer", password=hashed(PASSWORD)))
    return new_store


def signed_in(store: Store, name: str) -> TestClient:
    client = TestClient(create_app(store, SETTINGS), base_url="http://localhost/api/v1")
    client.headers["X-CSRF-Token"] = client.post("/session", json={"name": name, "password": PASSWORD}).json()["csrf"]
    return client


def bearer(store: Store, token: str, settings: ServeSettings = SETTINGS) -> TestClient:
    headers = {"Authorization": f"Bearer {token}"}
    return TestClient(create_app(store, settings), base_url="http://localhost/api/v1", headers=headers)


def made(client: TestClient, **asked: Any) -> dict[str, Any]:
    answered = client.post("/tokens", json={"name": "nightly"} | asked)
    assert answered.status_code == 201, answered.text
    return answered.json()  # type: ignore[no-any-return]


def test_a_token_is_shown_once_used_listed_and_revoked(filled: Store) -> None:
    ana = signed_in(filled, "ana")
    token = made(ana, days=30)
    program = bearer(filled, token["token"])
    assert program.get("/incidents").status_code == 200
    assert program.post("/judgements", json=COMMENT).status_code == 412  # let in without CSRF, and told it is stale
    listed = ana.get("/tokens")
    assert token["token"] not in listed.text
    assert [form["name"] for form in listed.json()["data"]] == ["nightly"]
    assert ana.delete(f"/tokens/{token['id']}").status_code == 204
    assert program.get("/incidents").status_code == 401
    assert ana.get("/tokens").json()["data"] == []
    with filled.database.reading() as connection:
        told = [(e.actor, e.action, e.subject) for e in chain.entries(connection) if "token" in e.action]
        assert not [e for e in chain.entries(connection) if token["token"] in repr(e)]
    assert told == [("ana", "made a token", token["id"]), ("ana", "revoked a token", token["id"])]


def test_a_token_may_do_no_more_than_it_was_made_for_nor_than_its_owner(filled: Store) -> None:
    small = bearer(filled, made(signed_in(filled, "ana"), role="viewer")["token"])
    assert small.get("/incidents").status_code == 200
    assert small.post("/judgements", json=COMMENT).status_code == 403
    large = bearer(filled, made(signed_in(filled, "ana"), role="admin")["token"])
    assert large.get("/session").json()["user"]["role"] == "reviewer"


def test_a_token_ends_and_belongs_to_one(filled: Store) -> None:
    ana, old = signed_in(filled, "ana"), secret()
    add_token(filled, "ana", old, Grant(label="old", ends=now() - timedelta(seconds=1)))
    assert bearer(filled, old).get("/incidents").status_code == 401
    (mine,) = ana.get("/tokens").json()["data"]
    assert signed_in(filled, "ben").delete(f"/tokens/{mine['id']}").status_code == 404


def test_a_token_makes_and_shows_no_tokens(filled: Store) -> None:
    program = bearer(filled, made(signed_in(filled, "ana"))["token"])
    assert program.get("/tokens").status_code == 403
    assert program.post("/tokens", json={"name": "more"}).status_code == 403
    ana = signed_in(filled, "ana")
    ana.headers.pop("X-CSRF-Token")
    assert ana.post("/tokens", json={"name": "forged"}).status_code == 403


@pytest.mark.parametrize("mode", ["local", "public"])
def test_there_are_none_without_accounts(filled: Store, mode: str) -> None:
    client = TestClient(create_app(filled, replace(SETTINGS, mode=mode)), base_url="http://localhost/api/v1")
    assert client.get("/tokens").status_code == 403


@pytest.mark.parametrize("asked", [{"days": 0}, {"days": 400}, {"name": ""}, {"role": "king"}])
def test_odd_ones_are_refused(filled: Store, asked: dict[str, Any]) -> None:
    assert signed_in(filled, "ana").post("/tokens", json={"name": "x"} | asked).status_code in (400, 422)


def test_rates_and_numbers(filled: Store) -> None:
    ana = signed_in(filled, "ana")
    client = bearer(filled, made(ana)["token"], replace(SETTINGS, token_requests_a_minute=2))
    assert [client.get("/incidents").status_code for _ in range(3)] == [200, 200, 429]
    for _ in range(MOST - 1):
        made(ana)
    assert ana.post("/tokens", json={"name": "one more"}).status_code == 400
