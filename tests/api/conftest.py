"""A record to serve: the labelled set of linking, kept and linked once; and empty stores, on both databases."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from aftermath.api import ServeSettings, create_app
from aftermath.pipeline.linking import link_waiting
from aftermath.store import Store, open_store
from linking_keys import keyed

PREFIX = "/api/v1"


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
        opened.keep(keyed().records)
        link_waiting(opened)
        yield opened


@pytest.fixture(scope="session")
def client(store: Store) -> TestClient:
    app = create_app(store, ServeSettings())
    return TestClient(app, base_url=f"http://localhost{PREFIX}", raise_server_exceptions=False)
