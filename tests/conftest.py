"""What all tests share: a home of their own, and the shared gold where it is present."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import postgres

ROOT = Path(__file__).parents[1]
GOLD = ROOT.parent / "shared" / "gold"
# No example of a property is timed: a busy machine is no fault of what is tested.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    """Keep the tests away from the user's gazetteers; the default one is compiled once and kept."""
    cache = config.cache
    assert cache is not None
    os.environ["AFTERMATH_HOME"] = str(cache.mkdir("aftermath-home"))


@pytest.fixture
def dev_gold() -> Path:
    """The dev gold, which lies beside the project and is no part of it."""
    folder = GOLD / "dev"
    if not folder.is_dir():
        pytest.skip("needs ../shared/gold/dev beside the project")
    return folder


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
