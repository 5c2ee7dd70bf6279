"""What a rule hides is told by no public endpoint, filter, export or error."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

import anyio
import pytest
from fastapi.testclient import TestClient

from aftermath.api import ServeSettings, create_app
from aftermath.api.events import _said
from aftermath.api.passwords import secret
from aftermath.api.people import PUBLIC
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
        why={"sources": "“Amina Barzani” speaks", "where": "12 km from Idlib"},
        inferred={"when": "carried from «Amina Barzani, a resident»"},
    )
    taken = claim(
        "mixed:2",
        event="abduction",
        why={"where": "the one 12 km from Idlib"},
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
        known = {one["name"]: one["schema"] for one in methods["get"].get("parameters", []) if one["in"] == "query"}
        always = "&".join(part for part in ("once=true", "q=market") if part.partition("=")[0] in known)
        for name in names if "{name}" in path else [""]:
            base = f"{path.replace('{name}', name)}?{always}"
            assert "{" not in base, f"{path}: say here what to ask it for"
            yield base
            for parameter, schema in known.items():
                yield from (f"{base}&{parameter}={value}" for value in values(schema))
            if "report" in known:
                yield from (f"{base}&report={report}" for report in reports)
            if parts := set(known) & {"Geography", "bbox", "near"}:  # about the very places that are hidden
                here = {
                    "Geography": "35.77 36.09,35.78 36.11",
                    "bbox": "36.09,35.77,36.11,35.78",
                    "near": "35.7771,36.1,1",
                }
                yield from (f"{base}&{part}={here[part]}" for part in sorted(parts))
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
    for_the_team = ("judgements", "people", "accounts", "tokens", "gazetteer", "days")
    assert openly <= {f"/api/v1/{path}" for path in for_the_team}, "asked in vain"


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


def test_ids_and_hashes_tell_nothing_of_a_guess(public: TestClient, store: Store) -> None:
    """A claim's id and a report's hash are made of words that are hidden: a guess could be tried against them."""
    hidden = {"mixed:1", *(i.id for i in store.incidents(Query()) if i.claims[0] == "mixed:1")}
    assert len(hidden) == 2
    report = public.get("/api/v1/reports/mixed").json()
    assert report["sha256"] == ""
    assert [claim["id"] == name for claim, name in zip(report["claims"], ("mixed:1", "mixed:2"), strict=True)] == [
        False,
        True,
    ]
    for path in ("/api/v1/incidents", "/api/v1/claims", "/api/v1/points", "/api/v1/download?format=jsonl"):
        text = public.get(path).text
        assert not [name for name in hidden if f'"{name}"' in text], path
    for one_claim in report["claims"]:
        whole = public.get(f"/api/v1/incidents/{one_claim['incident']}").json()
        assert one_claim["id"] in [one["id"] for one in whole["claims"]]
        assert {name for voice in whole["voices"] for name in voice["claims"]} <= {one["id"] for one in whole["claims"]}


def test_why_a_hidden_place_was_found_is_not_told(public: TestClient) -> None:
    taken = public.get("/api/v1/reports/mixed").json()["claims"][1]
    assert taken["event"] == "abduction"
    assert "where" not in taken["why"]


def test_what_is_new_is_told_of_the_copy_in_use(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aftermath.api.released.LOOKED", 0.0)
    monkeypatch.setattr("aftermath.api.events.EVERY", 0.05)
    app = create_app(store, ServeSettings(mode="public"))
    desk = app.state.desk

    async def heard() -> list[str]:
        stream, told = _said(PUBLIC, desk), []
        for number in range(4):  # the copy that it began with is gone after two more
            told.append((await anext(stream)).splitlines()[0])
            store.keep([record(f"e{number}", claim(f"e{number}:1"), text=TEXT, outlet=f"e{number}")])
            link_waiting(store)
        await stream.aclose()
        return told

    assert anyio.run(heard) == ["event: state", *["event: new"] * 3]


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
