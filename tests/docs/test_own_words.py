"""What the project contains, its authors wrote: no example, passage or page repeats a report of the shared gold."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUN = 9
"""Words in a row that are no accident; names of bodies and stock phrases are shorter."""
WRITTEN = ("src/aftermath/**/*.py", "src/aftermath/**/*.tsv", "tests/**/*.py", "tests/**/*.txt", "docs/**/*.md")


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9']+", text.lower())
    return (tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def test_nothing_is_copied_from_the_gold(dev_gold: Path) -> None:
    reports = (json.loads(file.read_text("utf-8"))["text"] for file in sorted(dev_gold.glob("*.json")))
    theirs = {run for report in reports for run in _runs(report)}
    assert theirs
    ours = (
        (file, line) for glob in WRITTEN for file in ROOT.glob(glob) for line in file.read_text("utf-8").splitlines()
    )
    assert [f"{file.relative_to(ROOT)}: {line[:80]}" for file, line in ours if not theirs.isdisjoint(_runs(line))] == []
