"""What a rule hides is told by no public endpoint, filter, export or error."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

from aftermath.api import ServeSettings, create_app
from aftermath.api.passwords import secret
from aftermath.export import FORMATS
from aftermath.model import Place, PlaceMention, Source, Time, TimeMention, Words
from aftermath.pipeline.judging import Ground, grade
from aftermath.pipeline.linking import link_waiting
from aftermath.store import Query, Store, open_store
from aftermath.store.accounts import Account, add_account
from aftermath.store.tokens import Grant, add_token
from link.making import claim, record

LONG_AGO = date(2020, 3, 2)
TEXT = (
    "Amina Barzani, a resident, told the agency that shells hit the Sarmin market on Monday and killed nine. "
    "Barzani fled later. Gunmen took two men from the hamlet of Tell Qasab on Monday, a monitor said. "
    "Hundreds escaped through the Wadi Zarqa last night, aid workers said."
)
HIDDEN = ("Amina", "Barzani", "Tell Qasab", "Qasab", "35.7771", "Wadi Zarqa", "Zarqa")


def words(text: str) -> Words:
    start = TEXT.index(text)
    return Words(text=text, span=(start, start + len(text)))


def at(text: str, day: date) -> TimeMention:
    found = words(text)
    return TimeMention(text=text, span=found.span, time=Time(start=day, end=day, precision="day"))


def place(name: str, lat: float, lon: float) -> PlaceMention:
    found = words(name)
    where = Place(name=name, lat=lat, lon=lon, precision="town", radius_km=2, admin=("Syria", "Idlib"), country="SY")
    return PlaceMention(text=name, span=found.span, place=where)


def told(name: str, kind: str) -> Source:
    return Source(text=name, span=words(name).span, kind=kind)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    shells = claim(
        "mixed:1",
        sources=(told("Amina Barzani", "resident"),),
        when=at("Monday", LONG_AGO),
        where=(place("Sarmin", 35.9, 36.7),),
        quotes=(words(TEXT[: TEXT.index(" Barzani fled")]),),
        why={"sources": "“Amina Barzani” speaks"},
        inferred={"when": "carried from «Amina Barzani, a resident»"},
    )
    taken = claim(
        "mixed:2",
        event="abduction",
        when=at("Monday", LONG_AGO),
        where=(place("Tell Qasab", 35.7771, 36.1),),
        quotes=(words("Gunmen took two men from the hamlet of Tell Qasab on Monday"),),
        sources=(told("a monitor", "monitor"),),
    )
    fled = claim(
        "late:1",
        event="escape",
        when=at("last night", date.today() - timedelta(days=1)),
        where=(place("Wadi Zarqa", 35.1, 36.2),),
        quotes=(words("Hundreds escaped through the Wadi Zarqa last night"),),
        sources=(),
    )
    with open_store(tmp_path_factory.mktemp("public") / "s.sqlite", create=True) as opened:
        opened.keep(
            [
                record("mixed", shells, taken, text=TEXT, outlet="Agency", published=LONG_AGO),
                record("late", fled, text=TEXT, outlet="Other", published=date.today()),
                record(
                    "interview-amina-barzani",
                    claim(
                        "interview-amina-barzani:1",
                        sources=(told("Amina Barzani", "resident"),),
                        where=(),
                        when=None,
                        quotes=(words("Barzani fled later"),),
                    ),
                    text=TEXT,
                    outlet="Third",
                    published=LONG_AGO,
                ),
            ]
        )
        link_waiting(opened)
        named = next(i for i in opened.incidents(Query()) if "mixed:1" in i.claims)
        grade(opened, named.id, "fair", Ground(by="Ana", reason="Amina Barzani is trusted"))
        yield opened


@pytest.fixture(scope="module")
def public(store: Store) -> TestClient:
    app = create_app(store, ServeSettings(mode="public", requests_a_minute=10**6))
    return TestClient(app, base_url="http://localhost", raise_server_exceptions=False)


@pytest.fixture(scope="module", params=["public", "viewer"])
def outsider(request: pytest.FixtureRequest, store: Store, public: TestClient) -> TestClient:
    """Whoever may read only what is released: everybody, or a viewer of a team."""
    if request.param == "public":
        return public
    add_account(store, Account(name="Vera", role="viewer", password="unused"))
    add_token(store, "Vera", token := secret(), Grant())
    app = create_app(store, ServeSettings(mode="team", token_requests_a_minute=10**6, requests_a_minute=10**6))
    headers = {"Authorization": f"Bearer {token}"}
    return TestClient(app, base_url="http://localhost", headers=headers, raise_server_exceptions=False)


VALUES = {"integer": ("1",), "number": ("1000",), "boolean": ("true",), "string": ("2020-03-02", "market")}
"""What is asked of a parameter, by its type."""


def addresses(client: TestClient, store: Store) -> Iterator[str]:
    """Every way to ask: each endpoint of OpenAPI with each parameter, with the ids of what is hidden too."""
    reports = ["mixed", "late", "interview-amina-barzani"]
    names = [*reports, *(incident.id for incident in store.incidents(Query()))]
    for path, methods in client.get("/api/v1/openapi.json").json()["paths"].items():
        if "get" not in methods:
            continue
        for name in names if "{name}" in path else [""]:
            base = path.replace("{name}", name)
            assert "{" not in base, f"{path}: say here what to ask it for"
            yield f"{base}?once=true&q=market"
            for parameter in methods["get"].get("parameters", []):
                if parameter["in"] == "query":
                    for value in values(parameter["schema"]):
                        yield f"{base}?once=true&q=market&{parameter['name']}={value}"
            yield from (f"{base}?once=true&q=market&report={report}" for report in reports)
    for shape in FORMATS:
        yield f"/api/v1/download?format={shape}"


def values(schema: dict[str, Any]) -> tuple[str, ...]:
    options = (schema, *schema.get("anyOf", ()))
    return next(VALUES[option["type"]] for option in options if option.get("type") in VALUES)


def test_no_answer_tells_what_is_hidden(outsider: TestClient, store: Store) -> None:
    asked = list(addresses(outsider, store))
    answers = {address: outsider.get(address) for address in asked}
    told = {urlsplit(address).path for address, answered in answers.items() if answered.status_code == 200}
    for address, answered in answers.items():
        assert answered.status_code < 500, address
        for hidden in HIDDEN:
            assert hidden.lower() not in answered.text.lower(), f"{address} tells {hidden}"
    closed = {urlsplit(address).path for address in asked} - told
    openly = {path for path in closed if not any(name in path for name in ("late", "amina", "/i-", "mixed"))}
    assert openly <= {f"/api/v1/{path}" for path in ("judgements", "tokens", "gazetteer", "days")}, "asked in vain"


@pytest.mark.parametrize("field", ["q", "place", "source", "actor"])
@pytest.mark.parametrize("hidden", ["Amina", "Barzani", "Qasab", "Zarqa"])
def test_no_search_tells_what_is_hidden_by_finding_it(public: TestClient, field: str, hidden: str) -> None:
    assert public.get("/api/v1/incidents", params={field: hidden}).json()["data"] == []
    assert public.get("/api/v1/reports", params={"q": hidden}).json()["data"] == []


def test_what_is_hidden_is_there_for_the_desk(store: Store) -> None:
    private = TestClient(create_app(store, ServeSettings()), base_url="http://localhost/api/v1")
    every = "".join(private.get(f"/reports/{name}").text for name in ("mixed", "late"))
    assert all(hidden in every for hidden in HIDDEN)


def test_what_is_shown_stays_true(public: TestClient) -> None:
    report = public.get("/api/v1/reports/mixed").json()
    assert len(report["text"]) == len(TEXT)
    first, second = report["claims"]
    for one in (first, second):
        for quote in one["quotes"]:
            start, end = quote["span"]
            assert report["text"][start:end] == quote["text"]
    assert "shells hit the Sarmin market" in first["quotes"][0]["text"]
    assert first["sources"][0]["kind"] == "resident"
    (area,) = second["where"]
    assert (area["name"], area["precision"], area["radius_km"]) == ("Idlib", "region", 25)


def test_what_is_withheld_is_not_there(public: TestClient) -> None:
    for name in ("late", "interview-amina-barzani"):
        assert public.get(f"/api/v1/reports/{name}").status_code == 404
    assert {form["event"] for form in public.get("/api/v1/incidents").json()["data"]} == {"shelling", "abduction"}


def test_nobody_writes(public: TestClient) -> None:
    for path, methods in public.get("/api/v1/openapi.json").json()["paths"].items():
        for method in set(methods) - {"get"}:
            answered = public.request(method, path, content=json.dumps({}))
            assert answered.status_code in (403, 422), f"{method} {path}"
    assert public.get("/api/v1/judgements").status_code == 403


def test_the_copy_follows_the_record_and_is_thrown_away(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aftermath.api.released.LOOKED", 0.0)
    app = create_app(store, ServeSettings(mode="public"))
    with TestClient(app, base_url="http://localhost/api/v1") as client:
        for name in ("n1", "n2", "n3"):
            store.keep([record(name, claim(f"{name}:1", quotes=(words("shells hit"),)), text=TEXT, outlet=name)])
            link_waiting(store)
            assert client.get(f"/reports/{name}").status_code == 200
        folder = app.state.desk.released.copy().file.parent
        assert len(list(folder.glob("*.sqlite"))) == 2
    assert not folder.exists()
