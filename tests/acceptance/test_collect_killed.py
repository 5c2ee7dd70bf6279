"""A run of collect that is killed loses and doubles nothing."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
from kill_collect import survives


@pytest.mark.slow
def test_killed_runs_lose_and_double_nothing(tmp_path: Path) -> None:
    assert survives(4, 100, tmp_path)
