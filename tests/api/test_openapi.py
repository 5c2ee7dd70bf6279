"""Odd requests against all that OpenAPI promises: no failure of the server, every error a problem."""

from pathlib import Path

import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy

from aftermath.api import ServeSettings, create_app
from aftermath.pipeline.linking import link_waiting
from aftermath.store import open_store
from aftermath.store.accounts import Account, add_account, open_session
from aftermath.store.seconding import let_grades_take
from aftermath.store.tokens import tokens_of
from linking_keys import keyed

PREFIX = "/api/v1"
RUNS = settings(max_examples=15, derandomize=True, suppress_health_check=list(HealthCheck), database=None)


def test_nothing_odd_breaks_it(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.sqlite", create=True) as store:
        store.keep(keyed().records[:20])
        link_waiting(store)
        app = create_app(store, ServeSettings(requests_a_minute=10**6, hosts=("testserver",)))
        schema = schemathesis.openapi.from_asgi(f"{PREFIX}/openapi.json", app).exclude(path_regex="events")
        operations = [found.ok() for found in schema.get_all_operations()]
        assert len(operations) > 15
        for operation in operations:
            _try(operation.as_strategy(), {"X-CSRF-Token": app.state.desk.csrf})


def test_nothing_odd_breaks_what_is_for_a_team(tmp_path: Path) -> None:
    settings = ServeSettings(mode="team", requests_a_minute=10**6, hosts=("testserver",))
    with open_store(tmp_path / "s.sqlite", create=True) as store:
        store.keep(keyed().records[:5])
        let_grades_take(store, two=True, by="ana")
        link_waiting(store)
        add_account(store, Account(name="ana", role="admin", password="unused"))
        open_session(store, "ana", "key", "csrf")
        app = create_app(store, settings)
        schema = schemathesis.openapi.from_asgi(f"{PREFIX}/openapi.json", app).include(
            path_regex="accounts|tokens|judgements"
        )
        operations = [found.ok() for found in schema.get_all_operations()]
        assert len(operations) == len(
            ("list", "judge", "tokens", "make", "revoke", "accounts", "add", "change", "remove")
        )
        for operation in operations:
            _try(operation.as_strategy(), {"X-CSRF-Token": "csrf", "Cookie": "aftermath=key"})
        assert tokens_of(store, "ana")  # it was let in


def _try(cases: SearchStrategy[schemathesis.Case], headers: dict[str, str]) -> None:
    @RUNS
    @given(cases)
    def answers_well(case: schemathesis.Case) -> None:
        answered = case.call(headers=headers)
        assert answered.status_code < 500, f"{case.method} {case.path}: {answered.text}"
        if answered.status_code >= 400:
            assert answered.headers["content-type"] == ["application/problem+json"]
            assert answered.json()["status"] == answered.status_code

    answers_well()


def test_every_endpoint_is_in_the_reference(client: TestClient) -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "api.md").read_text("utf-8")
    for path, methods in client.get("/openapi.json").json()["paths"].items():
        for method in methods:
            shown = f"{method.upper()} {path.removeprefix(PREFIX).replace('{name}', '{id}')}"
            assert f"`{shown}" in page, f"{shown} is not in docs/reference/api.md"
