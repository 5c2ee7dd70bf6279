"""Gold reports read now, as any user would read them: by `read_sources` on their files."""

from collections.abc import Sequence

from aftermath.evaluate.gold import GoldReport
from aftermath.evaluate.predictions import Predictions
from aftermath.export.form import record_form
from aftermath.model import Problem
from aftermath.pipeline import Settings, read_sources


def read_gold(gold: Sequence[GoldReport], settings: Settings, jobs: int = 1) -> tuple[Predictions, tuple[Problem, ...]]:
    """The claims read from each gold report, in the public form, and what lost a report."""
    records = list(read_sources([str(report.file) for report in gold], settings, jobs))
    fatal = tuple(problem for record in records for problem in record.problems if problem.fatal)
    return {record.report.id: record_form(record)["claims"] for record in records}, fatal
