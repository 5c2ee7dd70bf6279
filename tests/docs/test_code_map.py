"""The map of the code names every module of reading in its folder, and none that is gone."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXTRACT = ROOT / "src" / "aftermath" / "extract"
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")


def test_every_module_of_extract_is_on_the_map() -> None:
    start = PAGE.index("| folder of `extract/` | question | modules |")
    rows = PAGE[start : PAGE.index("\n\n", start)].splitlines()[2:]
    mapped = {}
    for row in rows:
        folder, _, modules = row.strip("|").split("|")
        mapped[folder.strip(" `/")] = set(re.findall(r"`([a-z_]+)`", modules))
    folders = {f.parent for f in EXTRACT.glob("*/__init__.py")}
    assert mapped == {f.name: {m.stem for m in f.glob("*.py")} - {"__init__"} for f in folders}
