"""The built wheel, installed where nothing else is, works without a network."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from commands import REPORTS

ROOT = Path(__file__).parents[2]

NO_NETWORK = """
import socket

def refused(*_):
    raise OSError("this test has no network")

socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refused
"""


def run(*command: str | Path, **environment: str) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [*map(str, command)], env=clean | environment, capture_output=True, text=True, timeout=1200, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of a new environment that holds the wheel and what it asks for."""
    place = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "venv", place / "venv")
    pip = place / "venv" / "bin" / "pip"
    run(pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", place, ROOT)
    (wheel,) = place.glob("*.whl")
    run(pip, "install", "--quiet", wheel)
    return place / "venv" / "bin"


@pytest.mark.slow
def test_it_works_offline(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(NO_NETWORK)
    alone = {"PYTHONPATH": str(tmp_path), "HOME": str(tmp_path / "home"), "AFTERMATH_HOME": str(tmp_path / "data")}
    assert "DENIED" in run(installed / "aftermath", "demo", **alone)
    report = json.loads(run(installed / "aftermath", "read", REPORTS / "kharkiv.txt", **alone))
    assert report["claims"]
    assert "$defs" in json.loads(run(installed / "aftermath", "schema", **alone))


@pytest.mark.slow
def test_it_asks_for_nothing_huge(installed: Path) -> None:
    names = {package["name"].lower() for package in json.loads(run(installed / "pip", "list", "--format", "json"))}
    assert "aftermath" in names
    assert not names & {"torch", "tensorflow", "transformers"}
    assert not names & {"pytest", "hypothesis", "mypy", "ruff"}
