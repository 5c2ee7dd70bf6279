"""What the project contains, its authors wrote: no example, passage or page repeats a report that was read for it."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from printed_keys import PRINTED, SHARED, load

ROOT = Path(__file__).parents[2]
RUN = 9
"""Words in a row that are no accident; names of bodies and stock phrases are shorter."""
WRITTEN = ("src/aftermath/**/*.py", "src/aftermath/**/*.tsv", "tests/**/*.py", "tests/**/*.txt", "docs/**/*.md")


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9']+", text.lower())
    return (tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def _copied(reports: Iterable[str]) -> list[str]:
    """The lines of ours that repeat a run of theirs."""
    theirs = {run for report in reports for run in _runs(report)}
    assert theirs
    ours = (
        (file, line) for glob in WRITTEN for file in ROOT.glob(glob) for line in file.read_text("utf-8").splitlines()
    )
    return [f"{file.relative_to(ROOT)}: {line[:80]}" for file, line in ours if not theirs.isdisjoint(_runs(line))]


def test_nothing_is_copied_from_the_gold(dev_gold: Path) -> None:
    assert _copied(json.loads(file.read_text("utf-8"))["text"] for file in sorted(dev_gold.glob("*.json"))) == []


@pytest.mark.skipif(not SHARED.exists(), reason=f"the shared corpora are not at {SHARED}")
def test_nothing_is_copied_from_printed_reports() -> None:
    assert _copied(case.text for tree in PRINTED for case in load(tree)) == []
