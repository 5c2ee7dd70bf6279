"""Floors under the measured quality of places; docs/quality-places.md has the figures."""

from pathlib import Path

import pytest

from aftermath.evaluate.toponyms import Score, lgl, main, score_gold, score_lgl
from aftermath.model import Misuse
from aftermath.resolve import gazetteer as gaz
from aftermath.resolve.gazetteer import Gazetteer

SHARED = Path(__file__).parents[2].parent / "shared"


def shared(path: str) -> Path:
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"needs ../shared/{path} beside the project")
    return found


def test_lgl(gazetteer: Gazetteer) -> None:
    score = score_lgl(lgl(shared("geoparse/lgl.xml.gz")), gazetteer)
    assert score.number == 4462
    assert score.right / score.number >= 0.85
    assert score.held / score.number >= 0.92


@pytest.mark.slow
@pytest.mark.usefixtures("own_home")
def test_gold_places(dev_gold: Path) -> None:
    gaz.add(shared("gazetteer/syr_pplp_unocha.csv"))
    opened = gaz.open_gazetteer()
    scores = score_gold(dev_gold, opened)
    opened.close()
    assert all(score.right / score.held >= 0.82 for score in scores)
    assert sum(s.right for s in scores) / sum(s.held for s in scores) >= 0.88


def test_scores_say_what_they_count() -> None:
    score = Score(number=10, held=8, right=6, baseline=5, median_km=2.5, seconds=2.0)
    assert "within 161 km: 0.6000, of those the gazetteer holds 0.7500; ceiling 0.8000" in score.lines(161.0)
    assert "5 toponyms/s" in score.lines(161.0)


def test_a_folder_without_reports_is_named(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="holds no gold reports"):
        main([str(tmp_path)])
    with pytest.raises(Misuse, match="name one corpus"):
        main([])
