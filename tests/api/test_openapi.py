"""Odd requests against all that OpenAPI promises: no failure of the server, every error a problem."""

from pathlib import Path

import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy

from aftermath.api import ServeSettings, create_app
from aftermath.pipeline.linking import link_waiting
from aftermath.store import open_store
from linking_keys import keyed

PREFIX = "/api/v1"
RUNS = settings(
    max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None
)


def test_nothing_odd_breaks_it(tmp_path: Path) -> None:
    with open_store(tmp_path / "s.sqlite", create=True) as store:
        store.keep(keyed().records[:20])
        link_waiting(store)
        app = create_app(store, ServeSettings(requests_a_minute=10**6, hosts=("testserver",)))
        schema = schemathesis.openapi.from_asgi(f"{PREFIX}/openapi.json", app).exclude(path_regex="events")
        operations = [found.ok() for found in schema.get_all_operations()]
        assert len(operations) > 15
        for operation in operations:
            _try(operation.as_strategy(), app.state.desk.csrf)


def _try(cases: SearchStrategy[schemathesis.Case], csrf: str) -> None:
    @RUNS
    @given(cases)
    def answers_well(case: schemathesis.Case) -> None:
        answered = case.call(headers={"X-CSRF-Token": csrf})
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
