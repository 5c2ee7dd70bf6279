"""Every test of the store runs on SQLite and on PostgreSQL."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import postgres
from aftermath.store import Store, open_store


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    if postgres.binaries() is None:
        pytest.skip(postgres.NEEDS)
    with postgres.Server() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def new_address(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Gives the addresses of stores that are not there yet."""
    if request.param == "postgresql":
        running: postgres.Server = request.getfixturevalue("server")
        return running.new_database
    numbers = iter(range(1000))
    return lambda: str(tmp_path / f"my store? {next(numbers)}.sqlite")


@pytest.fixture
def address(new_address: Callable[[], str]) -> str:
    return new_address()


@pytest.fixture
def store(address: str, tmp_path: Path) -> Iterator[Store]:
    with open_store(address, create=True, archive=tmp_path / "archive") as opened:
        yield opened
