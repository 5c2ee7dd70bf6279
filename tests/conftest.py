"""What all tests share: a home of their own, and the shared gold where it is present."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GOLD = ROOT.parent / "shared" / "gold"


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
