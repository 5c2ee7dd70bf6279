"""Set the quality floors where the reading stands now, rounded down to two decimals.

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
HEAD = """\
# The least F1 that a change may leave on the dev gold: aftermath evaluate GOLD_DIR --floors quality/floors.toml
# Rewritten by tools/floors.py; a floor only rises, unless it is lowered on purpose.
"""


def main() -> None:
    """Measure, and write floors that are no lower than they were."""
    gold = load_gold(Path(sys.argv[1]))
    table = measure(mark_all(gold, read_gold(gold, Settings())))
    standing = {"headline": table.headline} | {slot: row.f1 for slot, row in table.rows.items()}
    before = load_floors(FILE).least if FILE.exists() and "--lower" not in sys.argv else {}
    floors = {row: max(floor(f1 * 100) / 100, before.get(row, 0.0)) for row, f1 in standing.items()}
    lines = [f"{row} = {least:.2f}" for row, least in floors.items()]
    text = f'{HEAD}gold = "{gold_hash(gold)}"\npart = "all"\n\n[floors]\n'
    FILE.write_text(text + "\n".join(lines) + "\n", "utf-8")
    print(text + "\n".join(lines))


if __name__ == "__main__":
    main()
