"""A record to serve: the labelled set of linking, kept and linked once."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from aftermath.api import ServeSettings, create_app
from aftermath.pipeline.linking import link_waiting
from aftermath.store import Store, open_store
from linking_keys import keyed

PREFIX = "/api/v1"


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("api") / "record.sqlite", create=True) as opened:
        opened.keep(keyed().records)
        link_waiting(opened)
        yield opened


@pytest.fixture(scope="session")
def client(store: Store) -> TestClient:
    app = create_app(store, ServeSettings())
    return TestClient(app, base_url=f"http://localhost{PREFIX}", raise_server_exceptions=False)
