"""A team's desk: signing in, roles, tokens, lock-out, headers, and what the audit log hears."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from aftermath.api import ServeSettings, create_app
from aftermath.api.passwords import hashed, secret
from aftermath.api.rates import address_of
from aftermath.model import Misuse
from aftermath.pipeline.linking import link_waiting
from aftermath.store import Store, chain, open_store
from aftermath.store.accounts import FAILURES, ROLES, Account, add_account, change_password
from aftermath.store.tokens import Grant, add_token
from link.making import claim, record, source

PASSWORD = "correct horse battery"
SETTINGS = ServeSettings(mode="team")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("team") / "s.sqlite", create=True) as opened:
        words = "Amina Barzani, a resident,"
        opened.keep(
            [record("r", claim("r:1", words, sources=(source("Amina Barzani", "resident"),)), text=words, outlet="x")]
        )
        link_waiting(opened)
        for role in ROLES:
            add_account(opened, Account(name=role, role=role, password=hashed(PASSWORD)))
        yield opened


def desk(store: Store, settings: ServeSettings = SETTINGS) -> TestClient:
    return TestClient(create_app(store, settings), base_url="http://localhost/api/v1", raise_server_exceptions=False)


def signed_in(store: Store, name: str) -> TestClient:
    client = desk(store)
    answered = client.post("/session", json={"name": name, "password": PASSWORD})
    assert answered.status_code == 200, answered.text
    client.headers["X-CSRF-Token"] = answered.json()["csrf"]
    return client


def audit(store: Store) -> list[tuple[str, str]]:
    with store.database.reading() as connection:
        return [tuple(row) for row in connection.execute(text("SELECT actor, action FROM audit ORDER BY number"))]


def test_nobody_reads_without_signing_in(store: Store) -> None:
    client = desk(store)
    paths = create_app(store, SETTINGS).openapi()["paths"]
    for path, methods in paths.items():
        for method, described in methods.items():
            if not path.endswith("/session"):
                asked = {"q": "x"} if any(p["name"] == "q" for p in described.get("parameters", ())) else {}
                answered = client.request(method, path.removeprefix("/api/v1").replace("{name}", "r"), params=asked)
                assert answered.status_code in (401, 422), f"{method} {path}: {answered.status_code}"
                assert "Amina" not in answered.text
    assert client.get("/session").json()["user"] is None


def test_the_cookie_is_for_no_script_and_no_other_site(store: Store) -> None:
    answered = desk(store).post("/session", json={"name": "viewer", "password": PASSWORD})
    cookie = answered.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    secure = desk(store, replace(SETTINGS, secure=True)).post("/session", json={"name": "viewer", "password": PASSWORD})
    assert secure.headers["set-cookie"].startswith("__Host-aftermath=")
    assert "Secure" in secure.headers["set-cookie"]


SAY: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("/judgements", {"verdict": "comment", "reason": "x", "incident": "i-"}, "analyst"),
    ("/judgements", {"verdict": "grade", "value": "fair", "reason": "x", "incident": "i-"}, "reviewer"),
    ("/judgements", {"verdict": "add", "reason": "x", "report": "r"}, "reviewer"),
    ("/reports?keep=false", {"url": "http://127.0.0.1/"}, "analyst"),
)


@pytest.mark.parametrize(("path", "asked", "needs"), SAY)
@pytest.mark.parametrize("role", ROLES)
def test_roles(store: Store, role: str, path: str, asked: dict[str, Any], needs: str) -> None:
    status = signed_in(store, role).post(path, json=asked).status_code
    assert (status == 403) == (ROLES.index(role) < ROLES.index(needs))


def test_viewers_read_the_released_copy_and_others_are_noted(store: Store) -> None:
    assert "Amina" not in signed_in(store, "viewer").get("/reports/r").text
    assert "Amina" in signed_in(store, "analyst").get("/reports/r").text
    assert ("analyst", "read restricted") in audit(store)
    before = len(audit(store))
    reader = signed_in(store, "reviewer")
    reader.get("/claims")
    reader.get("/download")
    assert audit(store)[before + 1 :] == [("reviewer", "read restricted"), ("reviewer", "downloaded")]
    assert ("viewer", "read restricted") not in audit(store)


RESTRICTED = {
    "/incidents": "incidents listed",
    "/queue": "incidents listed",
    "/search?q=barzani": "incidents listed",
    "/points": "points of a map",
    "/reports": "reports listed",
    "/sources": "table of sources",
    "/places": "table of places",
}


@pytest.mark.parametrize(("path", "what"), RESTRICTED.items())
def test_lists_with_what_is_restricted_are_noted(hushed: Store, path: str, what: str) -> None:
    before = len(noted(hushed))
    analyst, viewer = signed_in(hushed, "analyst"), signed_in(hushed, "viewer")
    for client in (viewer, analyst, analyst):
        assert client.get(path).status_code == 200
    told = noted(hushed)[before:]
    assert ("analyst", what) in told
    assert {actor for actor, _ in told} == {"analyst"}
    if what != "reports listed":
        assert told.count(("analyst", what)) == 1  # the second look comes soon after the first


@pytest.fixture(scope="module")
def hushed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An abduction, told by a witness who is named."""
    words = "Amina Barzani, a resident,"
    with open_store(tmp_path_factory.mktemp("hushed") / "s.sqlite", create=True) as opened:
        told = claim("r:1", words, event="abduction", sources=(source("Amina Barzani", "resident"),))
        opened.keep([record("r", told, text=words, outlet="x")])
        link_waiting(opened)
        for role in ("viewer", "analyst"):
            add_account(opened, Account(name=role, role=role, password=hashed(PASSWORD)))
        yield opened


def noted(store: Store) -> list[tuple[str, str]]:
    with store.database.reading() as connection:
        return [(e.actor, e.subject) for e in chain.entries(connection) if e.action == "read restricted"]


def test_a_session_without_its_token_writes_nothing(store: Store) -> None:
    client = signed_in(store, "admin")
    client.headers.pop("X-CSRF-Token")
    assert client.post("/judgements", json={"verdict": "comment", "reason": "x"}).status_code == 403


def test_signing_out_ends_the_session_on_the_server(store: Store) -> None:
    client = signed_in(store, "viewer")
    cookies = dict(client.cookies)
    assert client.delete("/session").status_code == 204
    again = desk(store)
    again.cookies.update(cookies)
    assert again.get("/incidents").status_code == 401


def test_too_many_failures_lock_the_account(store: Store) -> None:
    add_account(store, Account(name="ana", role="viewer", password=hashed(PASSWORD)))
    client = desk(store)
    for _ in range(FAILURES):
        assert client.post("/session", json={"name": "ana", "password": "wrong"}).status_code == 401
    assert client.post("/session", json={"name": "ana", "password": PASSWORD}).status_code == 429
    assert audit(store).count(("ana", "failed to sign in")) == FAILURES
    change_password(store, "ana", hashed(PASSWORD))
    assert client.post("/session", json={"name": "ana", "password": PASSWORD}).status_code == 200


def test_a_lock_does_not_tell_which_names_exist(store: Store) -> None:
    add_account(store, Account(name="ben", role="viewer", password=hashed(PASSWORD)))
    client = desk(store)
    answers: dict[str, list[tuple[int, str]]] = {}
    for name in ("ben", "nobody"):
        tried = [client.post("/session", json={"name": name, "password": "wrong"}) for _ in range(FAILURES + 2)]
        answers[name] = [(one.status_code, one.json()["detail"]) for one in tried]
    assert answers["ben"] == answers["nobody"]
    assert [status for status, _ in answers["ben"]] == [401] * FAILURES + [429] * 2


def test_addresses_of_one_network_are_counted_together() -> None:
    addresses = ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "::ffff:192.0.2.7", "192.0.2.7", "2001:db8:1:3::1", "test")
    counted = [address_of({"client": (address, 1)}) for address in addresses]
    assert counted[0] == counted[1] != counted[4]
    assert counted[2] == counted[3]
    assert counted[5] == "test"


def test_tokens_sign_programs_in(store: Store) -> None:
    made = secret()
    add_token(store, "reviewer", made, Grant(label="script"))
    client = desk(store)
    client.headers["Authorization"] = f"Bearer {made}"
    assert client.get("/incidents").status_code == 200
    said = client.post("/judgements", json={"verdict": "comment", "reason": "x", "incident": "i-", "version": "old"})
    assert said.status_code == 412  # let in, and told that it is stale
    client.headers["Authorization"] = "Bearer guess"
    assert client.get("/incidents").status_code == 401


def test_secrets_are_kept_as_hashes_only(store: Store) -> None:
    made = secret()
    add_token(store, "viewer", made, Grant(label="script"))
    client = signed_in(store, "viewer")
    files = store.file.parent.glob(f"{store.file.name}*")  # type: ignore[union-attr]
    held = b"".join(file.read_bytes() for file in files)
    for hidden in (PASSWORD, made, client.cookies["aftermath"]):
        assert hidden.encode() not in held
    assert b"$argon2id$" in held


def test_a_password_is_never_repeated(store: Store) -> None:
    answered = desk(store).post("/session", json={"name": "", "password": "hunter2hunter2"})
    assert answered.status_code == 422
    assert "hunter2" not in answered.text


def test_rates(store: Store) -> None:
    client = desk(store, replace(SETTINGS, requests_a_minute=3))
    assert [client.get("/session").status_code for _ in range(4)] == [200, 200, 200, 429]
    slow = desk(store, replace(SETTINGS, sign_ins_a_minute=2))
    wrong = {"name": "nobody", "password": "wrong"}
    assert [slow.post("/session", json=wrong).status_code for _ in range(3)] == [401, 401, 429]


@pytest.mark.parametrize("path", ["/api/v1/incidents", "/api/v1/nothing", "/", "/assets/../../pyproject.toml"])
def test_headers_stand_on_every_answer(store: Store, path: str) -> None:
    answered = desk(store).get(f"http://localhost{path}")
    policy = answered.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe-eval" not in policy
    assert answered.headers["x-content-type-options"] == "nosniff"
    assert "hatchling" not in answered.text


def test_an_online_map_opens_its_own_host_alone(store: Store) -> None:
    style = "https://tiles.example.org:8443/styles/plain.json?key=a"
    client = desk(store, replace(SETTINGS, tiles=style))
    answered = client.get("/session")
    assert answered.json()["tiles"] == style
    policy = dict(part.split(" ", 1) for part in answered.headers["content-security-policy"].split("; "))
    opened = {name: set(value.split()) for name, value in policy.items() if "tiles" in value}
    assert set(opened) == {"img-src", "connect-src", "font-src"}
    assert all("https://tiles.example.org:8443" in value for value in opened.values())
    shut = desk(store).get("/session").headers["content-security-policy"]
    assert shut == answered.headers["content-security-policy"].replace(" https://tiles.example.org:8443", "")


@pytest.mark.parametrize(
    "tiles", ["http://tiles.example.org/a", "https://a b/", "https://a;script-src */", "//x/y", "x"]
)
def test_an_odd_map_is_refused(tiles: str) -> None:
    with pytest.raises(Misuse, match="map style"):
        ServeSettings(tiles=tiles)


def test_bodies_have_a_limit(store: Store) -> None:
    client = signed_in(store, "admin")
    small = TestClient(create_app(store, replace(SETTINGS, max_upload=1000)), base_url="http://localhost/api/v1")
    small.cookies.update(dict(client.cookies))
    small.headers["X-CSRF-Token"] = client.headers["X-CSRF-Token"]
    assert small.post("/reports", json={"text": "x" * 2000}).status_code == 413
    assert small.post("/reports", content=(b"x" * 500 for _ in range(4))).status_code == 413


def test_who_assigns_to_whom(store: Store) -> None:
    people = signed_in(store, "analyst").get("/people").json()["data"]
    assert {"name": "reviewer", "role": "reviewer"} in people
    assert "viewer" not in {one["name"] for one in people}
    assert signed_in(store, "viewer").get("/people").status_code == 403

    def assign(by: str, to: Any) -> int:
        client = signed_in(store, by)
        (summary,) = client.get("/incidents").json()["data"]
        version = client.get(f"/incidents/{summary['id']}").json()["version"]
        asked = {"verdict": "assign", "value": to, "reason": "x", "incident": summary["id"], "version": version}
        return client.post("/judgements", json=asked).status_code

    for by, to, status in (
        ("analyst", "analyst", 201),
        ("analyst", "", 201),
        ("analyst", "reviewer", 403),
        ("reviewer", "analyst", 201),
        ("reviewer", "viewer", 400),
        ("reviewer", "nobody", 400),
        ("reviewer", ["analyst"], 400),
    ):
        assert assign(by, to) == status, (by, to)
