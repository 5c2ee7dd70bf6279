"""A gazetteer for all tests, and a home of its own for tests that add to one."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from aftermath.resolve.gazetteer import Gazetteer, home, open_gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    """The default gazetteer, compiled once into the tests' home and kept there."""
    opened = open_gazetteer()
    yield opened
    opened.close()


@pytest.fixture
def own_home(tmp_path: Path, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a gazetteer to which a test may add; the default file is linked, not compiled again."""
    (default,) = gazetteer.files
    monkeypatch.setenv("AFTERMATH_HOME", str(tmp_path / "home"))
    folder = home.folder()
    folder.mkdir(parents=True)
    os.link(default.path, folder / default.path.name)
    return folder
