"""Set the quality floors just below where the reading stands now.

    python tools/floors.py GOLD_DIR        rewrite quality/floors.toml

A floor only rises; `--lower` lets it fall, which is to be done on purpose, in a commit of its
own that says why.
"""

import sys
from math import floor
from pathlib import Path

from aftermath.evaluate import gold_hash, load_floors, load_gold, mark_all, measure
from aftermath.evaluate.reading import read_gold
from aftermath.pipeline import Settings

FILE = Path(__file__).parents[1] / "quality" / "floors.toml"
SLACK = 0.01
"""Two claims of 351 read otherwise move a slot's F1 by about this much: no fall yet."""

TOO_FEW = {"count"}
"""The dev gold has 15 counts; one of them moves F1 by 0.05."""

HEAD = """\
# The least F1 that a change may leave on the dev gold: aftermath evaluate GOLD_DIR --floors quality/floors.toml
# Rewritten by tools/floors.py; a floor only rises, unless it is lowered on purpose.
"""


def main() -> None:
    """Measure, and write floors that are no lower than they were."""
    gold = load_gold(Path(sys.argv[1]))
    claims, lost = read_gold(gold, Settings())
    if lost:
        sys.exit(f"floors stay as they are, reports were lost: {lost}")
    table = measure(mark_all(gold, claims))
    standing = {"headline": table.headline} | {slot: row.f1 for slot, row in table.rows.items()}
    before = load_floors(FILE).least if FILE.exists() and "--lower" not in sys.argv else {}
    floors = {row: max(_below(f1), before.get(row, 0.0)) for row, f1 in standing.items() if row not in TOO_FEW}
    lines = [f"{row} = {least:.2f}" for row, least in floors.items()]
    text = f'{HEAD}gold = "{gold_hash(gold)}"\npart = "all"\n\n[floors]\n'
    FILE.write_text(text + "\n".join(lines) + "\n", "utf-8")
    print(text + "\n".join(lines))


def _below(f1: float) -> float:
    return floor((f1 - SLACK) * 100) / 100


if __name__ == "__main__":
    main()
