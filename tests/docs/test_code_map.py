"""The map of the code names every module of reading, and none that is gone."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
THE_WHOLE = {"__init__", "claims", "draft"}
"""What asks all questions, and what they fill in."""


def test_every_module_of_extract_is_on_the_map() -> None:
    start = PAGE.index("| question | modules of `extract/` |")
    table = PAGE[start : PAGE.index("\n\n", start)]
    modules = {f.stem for f in (ROOT / "src" / "aftermath" / "extract").glob("*.py")}
    assert set(re.findall(r"`([a-z_]+)`", table)) == modules - THE_WHOLE
