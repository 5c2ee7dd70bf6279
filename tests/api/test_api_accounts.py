"""Accounts looked after by an admin over HTTP: who may, what ends with what, and what the audit log hears of it."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from aftermath.api import ServeSettings, create_app
from aftermath.api.passwords import hashed, secret
from aftermath.store import Store, chain
from aftermath.store.accounts import FAILURES, Account, account_of, add_account
from aftermath.store.tokens import Grant, add_token

PASSWORD = "correct horse battery"
ROLES = {"ana": "admin", "adam": "admin", "rea": "reviewer", "vera": "viewer"}
ASKED: tuple[tuple[str, str, dict[str, Any] | None], ...] = (
    ("GET", "/accounts", None),
    ("POST", "/accounts", {"name": "new", "role": "viewer"}),
    ("PATCH", "/accounts/vera", {"role": "admin"}),
    ("DELETE", "/accounts/vera", None),
)


@pytest.fixture
def team(new_store: Store) -> Store:
    kept = hashed(PASSWORD)
    for name, role in ROLES.items():
        add_account(new_store, Account(name=name, role=role, password=kept))
    return new_store


def desk(store: Store, **settings: Any) -> TestClient:
    app = create_app(store, ServeSettings(**({"mode": "team"} | settings)))
    return TestClient(app, base_url="http://localhost/api/v1", raise_server_exceptions=False)


def sign_in(client: TestClient, name: str, password: str = PASSWORD) -> int:
    answered = client.post("/session", json={"name": name, "password": password})
    if answered.status_code == 200:
        client.headers["X-CSRF-Token"] = answered.json()["csrf"]
    return answered.status_code


def signed_in(store: Store, name: str) -> TestClient:
    client = desk(store)
    assert sign_in(client, name) == 200
    return client


def deeds(store: Store) -> list[tuple[str, str, str]]:
    with store.database.reading() as connection:
        return [(entry.actor, entry.action, entry.subject) for entry in chain.entries(connection)]


@pytest.mark.parametrize(("method", "path", "body"), ASKED)
def test_nobody_but_an_admin_with_a_session(team: Store, method: str, path: str, body: dict[str, Any] | None) -> None:
    made = secret()
    add_token(team, "ana", made, Grant())
    by_token = desk(team)
    by_token.headers["Authorization"] = f"Bearer {made}"
    for client in (desk(team, mode="public"), desk(team, mode="local"), signed_in(team, "rea"), by_token):
        assert client.request(method, path, json=body).status_code == 403
    assert desk(team).request(method, path, json=body).status_code == 401
    forged = signed_in(team, "ana")
    forged.headers["X-CSRF-Token"] = "guess"
    assert forged.request(method, path, json=body).status_code == (200 if method == "GET" else 403)
    assert {name: account_of(team, name).role for name in ROLES} == ROLES  # type: ignore[union-attr]


def test_an_account_is_added_with_a_password_that_is_shown_once(team: Store) -> None:
    ana = signed_in(team, "ana")
    answered = ana.post("/accounts", json={"name": " Omar  Bey ", "role": "analyst"})
    assert answered.status_code == 201
    made = answered.json()
    assert {"name": "Omar Bey", "role": "analyst", "locked": None}.items() <= made.items()
    assert made["password"] not in ana.get("/accounts").text
    assert sign_in(desk(team), "Omar Bey", made["password"]) == 200
    assert ("ana", "added an account", "Omar Bey") in deeds(team)
    assert ana.post("/accounts", json={"name": "Omar Bey", "role": "viewer"}).status_code == 400
    assert ana.post("/accounts", json={"name": "x", "role": "owner"}).status_code == 400
    assert ana.post("/accounts", json={"name": "rule", "role": "viewer"}).status_code == 400


def test_another_role_ends_what_was_open(team: Store) -> None:
    ana, rea = signed_in(team, "ana"), signed_in(team, "rea")
    assert ana.patch("/accounts/rea", json={"role": "viewer"}).json()["role"] == "viewer"
    assert rea.get("/incidents").status_code == 401
    assert sign_in(rea, "rea") == 200
    assert rea.get("/judgements").status_code == 403
    assert ("ana", "changed a role", "rea") in deeds(team)


def test_who_is_locked_is_out_until_unlocked(team: Store) -> None:
    ana, rea, made = signed_in(team, "ana"), signed_in(team, "rea"), secret()
    add_token(team, "rea", made, Grant())
    assert ana.patch("/accounts/rea", json={"locked": True}).json()["locked"] == "person"
    assert rea.get("/incidents").status_code == 401
    assert desk(team).get("/incidents", headers={"Authorization": f"Bearer {made}"}).status_code == 401
    # Whoever tries learns no more than of a name that nobody has.
    tried = [[desk(team).post("/session", json={"name": n, "password": PASSWORD}).json()] for n in ("rea", "nobody")]
    assert tried[0] == tried[1]
    assert ana.patch("/accounts/rea", json={"role": "analyst"}).json()["locked"] == "person"
    assert ana.patch("/accounts/rea", json={"locked": False}).json()["locked"] is None
    assert sign_in(desk(team), "rea") == 200
    assert {("ana", "locked an account", "rea"), ("ana", "unlocked an account", "rea")} <= set(deeds(team))


def test_who_failed_too_often_is_unlocked(team: Store) -> None:
    ana, other = signed_in(team, "ana"), desk(team)
    for _ in range(FAILURES):
        sign_in(other, "rea", "wrong")
    assert sign_in(other, "rea") == 429
    locked = {form["name"]: form["locked"] for form in ana.get("/accounts").json()["data"]}
    assert locked == {"adam": None, "ana": None, "rea": "failures", "vera": None}
    ana.patch("/accounts/rea", json={"locked": False})
    assert sign_in(other, "rea") == 200


def test_another_password(team: Store) -> None:
    ana = signed_in(team, "ana")
    made = ana.patch("/accounts/rea", json={"new_password": True}).json()["password"]
    assert sign_in(desk(team), "rea") == 401
    assert sign_in(desk(team), "rea", made) == 200
    assert ("ana", "changed a password", "rea") in deeds(team)


def test_who_is_removed_is_out(team: Store) -> None:
    ana, rea = signed_in(team, "ana"), signed_in(team, "rea")
    assert ana.delete("/accounts/rea").status_code == 204
    assert rea.get("/incidents").status_code == 401
    assert ana.delete("/accounts/rea").status_code == 404
    assert ("ana", "removed an account", "rea") in deeds(team)


def test_the_name_of_who_was_removed_is_nobody_elses(team: Store) -> None:
    ana = signed_in(team, "ana")
    ana.delete("/accounts/rea")
    answered = ana.post("/accounts", json={"name": "rea", "role": "viewer"})
    assert (answered.status_code, "rea was removed" in answered.json()["detail"]) == (400, True)


@pytest.mark.parametrize("body", [{"role": "viewer"}, {"locked": True}, {"new_password": True}, None])
def test_nobody_changes_their_own(team: Store, body: dict[str, Any] | None) -> None:
    ana = signed_in(team, "ana")
    answered = ana.patch("/accounts/ana", json=body) if body else ana.delete("/accounts/ana")
    assert answered.status_code == 400
    assert "another admin" in answered.json()["detail"]
    assert ana.get("/accounts").status_code == 200


@pytest.mark.parametrize("body", [{}, {"role": None}, {"new_password": False}, {"role": "viewer", "locked": True}])
def test_one_thing_is_changed_at_a_time(team: Store, body: dict[str, Any]) -> None:
    answered = signed_in(team, "ana").patch("/accounts/rea", json=body)
    assert answered.status_code == 400
    assert "give one of" in answered.json()["detail"]


def test_no_password_comes_into_the_log(team: Store) -> None:
    made = signed_in(team, "ana").post("/accounts", json={"name": "omar", "role": "viewer"}).json()["password"]
    with team.database.reading() as connection:
        assert not [entry for entry in chain.entries(connection) if made in repr(entry)]


def test_names_that_no_database_holds(team: Store) -> None:
    assert desk(team).post("/session", json={"name": "a\0b", "password": PASSWORD}).status_code < 500
    ana = signed_in(team, "ana")
    assert ana.post("/accounts", json={"name": "a\0b", "role": "viewer"}).status_code == 400
    assert ana.patch("/accounts/a%00b", json={"locked": True}).status_code in (400, 404)
    assert ana.delete("/accounts/a%00b").status_code in (400, 404)
    assert ana.delete("/accounts/a/b").status_code == 404


def test_everybody_changes_their_own_password(team: Store) -> None:
    rea, other, made = signed_in(team, "rea"), signed_in(team, "rea"), secret()
    add_token(team, "rea", made, Grant())
    wrong = rea.post("/session/password", json={"old": "guess", "new": "another horse battery"})
    assert (wrong.status_code, wrong.json()["reason_code"]) == (400, "account.old")
    short = rea.post("/session/password", json={"old": PASSWORD, "new": "short"})
    assert (short.status_code, short.json()["reason_code"]) == (400, "account.password")
    answered = rea.post("/session/password", json={"old": PASSWORD, "new": "another horse battery"})
    assert answered.status_code == 200
    assert "password" not in answered.text
    assert rea.get("/incidents").status_code == 200  # a session with the new one began
    assert other.get("/incidents").status_code == 401
    assert desk(team).get("/incidents", headers={"Authorization": f"Bearer {made}"}).status_code == 401
    assert sign_in(desk(team), "rea") == 401
    assert sign_in(desk(team), "rea", "another horse battery") == 200
    assert ("rea", "changed a password", "rea") in deeds(team)


def test_guessing_the_old_password_locks(team: Store) -> None:
    rea = signed_in(team, "rea")
    guess = {"old": "guess", "new": "another horse battery"}
    assert [rea.post("/session/password", json=guess).status_code for _ in range(FAILURES + 1)] == [400] * FAILURES + [
        429
    ]
    assert rea.post("/session/password", json=guess | {"old": PASSWORD}).status_code == 429
    forged = signed_in(team, "vera")
    forged.headers["X-CSRF-Token"] = "guess"
    assert forged.post("/session/password", json=guess | {"old": PASSWORD}).status_code == 403
