"""Whatever an analyst reads that rules hide from the public is in the audit log: every path that there is."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from aftermath.api import ServeSettings, create_app
from aftermath.api.audit import OF_NO_RECORD
from aftermath.api.people import Anyone, Shelf
from aftermath.pipeline.judging import Ground, grade
from aftermath.pipeline.linking import link_waiting
from aftermath.store import Query, Store, chain, open_store
from aftermath.store.accounts import Account, add_account
from aftermath.store.tokens import Grant, add_token
from link.making import DAY, claim, record, source, when

PREFIX = "/api/v1"
WORDS = "Amina Barzani, a resident,"
PATHS = sorted(
    path.removeprefix(PREFIX)
    for path, methods in create_app(None, ServeSettings()).openapi()["paths"].items()  # type: ignore[arg-type]
    if "get" in methods
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An abduction, told by a witness who is named, and graded by Ana."""
    with open_store(tmp_path_factory.mktemp("audited") / "s.sqlite", create=True) as opened:
        told = claim("r:1", WORDS, event="abduction", sources=(source("Amina Barzani", "resident"),))
        near = claim("s:1", "Taken", event="abduction", when=when(DAY + timedelta(days=3)))
        opened.keep([record("r", told, text=WORDS, outlet="x"), record("s", near, text=WORDS, outlet="y")])
        link_waiting(opened)
        incident = opened.incidents(Query())[0]
        grade(opened, incident.id, "fair", Ground(by="Ana", reason="Amina was heard"))
        for role in ("viewer", "analyst"):
            add_account(opened, Account(name=role, role=role, password="unused"))
            add_token(opened, role, f"token of {role}", Grant())
        yield opened


def asked_by(app: FastAPI, role: str) -> TestClient:
    headers = {"Authorization": f"Bearer token of {role}"}
    return TestClient(app, base_url=f"http://localhost{PREFIX}", headers=headers, raise_server_exceptions=False)


@pytest.fixture
def app(store: Store) -> FastAPI:
    return create_app(store, ServeSettings(mode="team"))


def noted(store: Store) -> list[tuple[str, str]]:
    with store.database.reading() as connection:
        entries = chain.entries(connection)
        return [(e.actor, e.action) for e in entries if e.action in ("read restricted", "downloaded")]


ASKED = {
    "/search": {"q": "barzani"},
    "/gazetteer": {"q": "Idlib", "report": "r"},
    "/days": {"q": "Monday"},
    "/events": {"once": "1"},
}


def ask(client: TestClient, path: str, incident: str) -> str:
    name = incident if path.startswith("/incidents") else "r"
    answered = client.get(path.replace("{name}", name), params=ASKED.get(path, {}))
    assert answered.status_code in (200, 403), answered.text  # tokens are for who signed in with a password
    return answered.text if answered.status_code == 200 else ""


@pytest.mark.parametrize("path", PATHS)
def test_every_reading_by_an_analyst_is_noted(app: FastAPI, store: Store, path: str) -> None:
    before = len(noted(store))
    text = ask(asked_by(app, "analyst"), path, store.incidents(Query())[0].id)
    told = noted(store)[before:]
    if path in OF_NO_RECORD:
        assert not told
        assert "Amina" not in text
    else:
        assert text
        assert told
        assert {actor for actor, _ in told} == {"analyst"}


@pytest.mark.parametrize("path", PATHS)
def test_nothing_that_a_viewer_reads_is_restricted(app: FastAPI, store: Store, path: str) -> None:
    before = len(noted(store))
    viewer = asked_by(app, "viewer")
    assert "Amina" not in ask(viewer, path, viewer.get("/incidents").json()["data"][0]["id"])
    assert noted(store)[before:] == []


def test_a_route_that_says_nothing_is_noted(app: FastAPI, store: Store) -> None:
    @app.get(f"{PREFIX}/forgetful")
    def forgetful(shelf: Shelf, caller: Anyone) -> str:
        return f"{shelf.name} {caller.name}"

    app.router.routes.insert(0, app.router.routes.pop())  # before the pages of the browser app
    before = len(noted(store))
    assert asked_by(app, "analyst").get("/forgetful").status_code == 200
    assert noted(store)[before:] == [("analyst", "read restricted")]


def test_what_is_answered_from_memory_is_noted_too(app: FastAPI, store: Store) -> None:
    client, before = asked_by(app, "analyst"), len(noted(store))
    first = client.get("/reports/r")
    again = client.get("/reports/r", headers={"If-None-Match": first.headers["etag"]})
    assert (first.status_code, again.status_code) == (200, 304)
    assert len(noted(store)) == before + 2


def test_one_person_at_their_own_desk_is_not_noted(store: Store) -> None:
    before = len(noted(store))
    client = TestClient(create_app(store, ServeSettings()), base_url=f"http://localhost{PREFIX}")
    assert "Amina" in client.get("/reports/r").text
    assert len(noted(store)) == before
