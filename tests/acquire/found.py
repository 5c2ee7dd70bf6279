"""Our own report text, and what tests say about what acquisition found."""

from collections.abc import Callable

from aftermath.model import Problem, Report

Read = Callable[..., list[Report | Problem]]

TEXT = (
    "QARYA, May 5 (Wire) - Ten people were killed when an air strike hit the town of Qarya on Wednesday, "
    "residents said, in what they called the worst attack since the siege began.\n\n"
    "The army denied that it had carried out the strike. A spokesman said that only fighters who had "
    "attacked a checkpoint were hit, and that the operation was over.\n"
)


def report(found: list[Report | Problem]) -> Report:
    """The one report found."""
    assert len(found) == 1
    assert isinstance(found[0], Report)
    return found[0]


def problem(found: list[Report | Problem]) -> Problem:
    """The one fatal problem found."""
    assert len(found) == 1
    assert isinstance(found[0], Problem)
    assert found[0].fatal
    assert found[0].stage == "acquire"
    return found[0]


def notes(report: Report) -> str:
    """What a report's own problems say, as one text."""
    assert not any(problem.fatal for problem in report.problems)
    return "\n".join(problem.message for problem in report.problems)
