"""Measures: how well reports are read, against what analysts recorded from them.

`load_gold` and `load_predictions` read files; `mark_all` pairs claims; `measure` gives the
table, `findings` one report slot by slot, `commonest_errors` the list to work from,
`fallen` the floors that do not hold.
"""

from aftermath.evaluate.findings import ClaimFinding, ErrorCount, SlotFinding, commonest_errors, findings
from aftermath.evaluate.floors import Fall, Floors, fallen, load_floors, require_gold
from aftermath.evaluate.gold import PARTS, GoldReport, gold_hash, load_gold, only, part_of
from aftermath.evaluate.measure import HEADLINE, Marked, Row, Table, mark, measure, table_form
from aftermath.evaluate.predictions import load_predictions, mark_all, unpredicted

__all__ = [
    "HEADLINE",
    "PARTS",
    "ClaimFinding",
    "ErrorCount",
    "Fall",
    "Floors",
    "GoldReport",
    "Marked",
    "Row",
    "SlotFinding",
    "Table",
    "commonest_errors",
    "fallen",
    "findings",
    "gold_hash",
    "load_floors",
    "load_gold",
    "load_predictions",
    "mark",
    "mark_all",
    "measure",
    "only",
    "part_of",
    "require_gold",
    "table_form",
    "unpredicted",
]
