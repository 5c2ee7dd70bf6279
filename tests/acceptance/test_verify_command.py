"""Verifying and reading again on the command line."""

import json
import sqlite3
from pathlib import Path

import pytest
from commands import run


@pytest.fixture
def store(tmp_path: Path) -> Path:
    text = "Shells hit a market in El Obeid, Sudan, on Tuesday, killing nine people, residents said."
    (tmp_path / "r.json").write_text(json.dumps({"id": "r", "published": "2024-06-12", "text": text}), "utf-8")
    done = run("collect", tmp_path / "r.json", "--store", tmp_path / "s.sqlite")
    assert done.returncode == 0, done.stderr
    return tmp_path / "s.sqlite"


def test_verify(store: Path) -> None:
    done = run("verify", "--store", store)
    assert done.returncode == 0, done.stderr
    assert "1 reports, 0 faults; the audit log's 2 entries end in " in done.stdout
    (archived,) = (store.parent / "s-archive").iterdir()
    archived.write_bytes(archived.read_bytes()[:-1])
    done = run("verify", "--store", store, "--json")
    assert done.returncode == 1
    (found,) = map(json.loads, done.stdout.splitlines())
    assert found["about"] == "archive, bytes of report r"
    assert "the file ends before them" in found["says"]
    assert found["is_note"] is False


def test_reread(store: Path) -> None:
    assert "0 reports read by" in run("reread", "--store", store).stdout
    with sqlite3.connect(store) as connection:
        connection.execute("UPDATE reports SET reader = 'older'")
    assert "1 reports read by" in run("reread", "--store", store).stdout
    assert "0 of them otherwise" in run("reread", "--store", store, "--all").stdout
    assert run("verify", "--store", store).returncode == 0


def test_an_archive_must_be_named_for_a_server(tmp_path: Path) -> None:
    done = run("collect", tmp_path, "--store", "postgresql://ana@127.0.0.1:9/none")
    assert done.returncode == 2
    assert "connection" in done.stderr
    assert not list(tmp_path.iterdir())
