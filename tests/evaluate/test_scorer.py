"""The measure agrees with the gold guide's own scorer, on predictions wrong in many ways."""

import copy
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from aftermath.evaluate import GoldReport, load_gold, load_predictions, mark_all, measure

SHARED = Path(__file__).parents[3] / "shared" / "gold"
needs_gold = pytest.mark.skipif(not (SHARED / "score.py").exists(), reason="needs ../shared/gold beside the project")


def spoilt(report: GoldReport, fillers: dict[str, list[Any]], rng: random.Random) -> list[dict[str, Any]]:
    """A report's claims with some left out, doubled or filled with what belongs elsewhere."""
    claims = [copy.deepcopy(dict(claim)) for claim in report.claims if rng.random() > 0.2]
    for claim in claims:
        for slot in claim:
            if rng.random() < 0.2:
                claim[slot] = rng.choice(fillers[slot])
        if rng.random() < 0.1:
            claim["stance"] = "planned"
    claims += [claim for claim in claims if rng.random() < 0.2]
    rng.shuffle(claims)
    return claims


@needs_gold
@pytest.mark.parametrize("seed", range(4))
def test_agrees_with_the_scorer(tmp_path: Path, seed: int) -> None:
    gold, rng = load_gold(SHARED / "dev"), random.Random(seed)
    fillers: dict[str, list[Any]] = {}
    for report in gold:
        for claim in report.claims:
            for slot, value in claim.items():
                fillers.setdefault(slot, []).append(value)
    file = tmp_path / "read.jsonl"
    rows = [{"id": report.id, "claims": spoilt(report, fillers, rng)} for report in gold]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    command = [sys.executable, str(SHARED / "score.py"), str(SHARED / "dev"), str(file), "--json"]
    theirs = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    ours = measure(mark_all(gold, load_predictions(file)))
    assert ours.headline == pytest.approx(theirs["headline"]["f1"], abs=1e-12)
    assert ours.headline < 1
    for slot, row in ours.rows.items():
        assert (row.right, row.read, row.gold) == tuple(theirs[slot][key] for key in ("right", "predicted", "gold")), (
            slot
        )
