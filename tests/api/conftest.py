"""A record to serve: the labelled set of linking, kept and linked once; and empty stores, on both databases."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from aftermath.api import ServeSettings, create_app
from aftermath.pipeline.linking import link_waiting
from aftermath.store import Store, open_store
from link.making import claim, place, record
from linking_keys import keyed

PREFIX = "/api/v1"
TEXT = "Shells hit the place."

AREAS = [
    record(f"of-{code}", claim(f"of-{code}:1", where=(place(town, lat, lon, country=code, admin=areas),)), text=TEXT)
    for code, town, lat, lon, areas in (
        ("SD", "Um Ruwaba", 12.9, 31.2, ("Sudan", "North Kordofan")),
        ("SS", "Malakal", 9.5, 31.7, ("South Sudan", "Upper Nile")),
        ("SY", "Sarmin", 35.9, 36.7, ("Syria", "Idlib")),
    )
]
"""The labelled set says neither country nor area."""


@pytest.fixture
def new_store(new_address: Callable[[], str], tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with open_store(new_address(), create=True, archive=tmp_path / "archive") as opened:
        yield opened


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("api")
    on_server = request.param == "postgresql"
    address = request.getfixturevalue("server").new_database() if on_server else folder / "record.sqlite"
    with open_store(address, create=True, archive=folder / "archive") as opened:
        opened.keep([*keyed().records, *AREAS])
        link_waiting(opened)
        yield opened


@pytest.fixture(scope="session")
def client(store: Store) -> TestClient:
    app = create_app(store, ServeSettings())
    return TestClient(app, base_url=f"http://localhost{PREFIX}", raise_server_exceptions=False)
