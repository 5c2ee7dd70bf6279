"""What the acquisition tests share: report texts of our own, and a way to read bytes from a file."""

from pathlib import Path

import pytest
from found import Read

from aftermath.acquire import Settings, acquire
from aftermath.model import Problem, Report


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """A function that writes bytes to a file of the given name and acquires it."""

    def write_and_read(raw: bytes, name: str = "report.txt", **settings: object) -> list[Report | Problem]:
        path = tmp_path / name
        path.write_bytes(raw)
        return list(acquire(path, Settings(**settings)))  # type: ignore[arg-type]

    return write_and_read
