"""Every test of the store runs on SQLite and on PostgreSQL."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from aftermath.store import Store, open_store


@pytest.fixture
def address(new_address: Callable[[], str]) -> str:
    return new_address()


@pytest.fixture
def store(address: str, tmp_path: Path) -> Iterator[Store]:
    with open_store(address, create=True, archive=tmp_path / "archive") as opened:
        yield opened
