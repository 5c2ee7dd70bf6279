"""A run of collect that is killed loses and doubles nothing, on SQLite and on PostgreSQL."""

import sys
from pathlib import Path

import pytest

import postgres

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
from kill_collect import Place, survives


@pytest.mark.slow
def test_killed_runs_lose_and_double_nothing(tmp_path: Path) -> None:
    assert survives(4, 100, Place(tmp_path))


@pytest.mark.slow
@pytest.mark.skipif(postgres.binaries() is None, reason=postgres.NEEDS)
def test_killed_runs_lose_and_double_nothing_on_postgresql(tmp_path: Path) -> None:
    with postgres.Server() as server:
        assert survives(4, 100, Place(tmp_path, server.new_database))
