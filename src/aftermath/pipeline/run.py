"""Many reports read, in this process or in several, their records in the reports' order."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from aftermath import acquire
from aftermath.model import Problem, Record, Report
from aftermath.model.raw import Raw
from aftermath.pipeline.settings import Settings
from aftermath.pipeline.stages import Reader, Tell, lost
from aftermath.pipeline.workers import Crew


def read_sources(
    sources: Iterable[str], settings: Settings, jobs: int = 1, tell: Tell | None = None
) -> Iterator[Record]:
    """The record of every report of every source; what could not be acquired is a lost record."""
    return read_reports(acquired(sources, settings), settings, jobs, tell)


def read_reports(
    reports: Iterable[Report | Problem], settings: Settings, jobs: int = 1, tell: Tell | None = None
) -> Iterator[Record]:
    """The records of reports, in their order, read by `jobs` processes.

    Models are loaded before this returns, so that processes forked later share them.
    """
    reader = Reader(settings, tell)
    reader.prepare(fork=jobs > 1)
    if jobs <= 1:
        return (_read(reader, report) for report in reports)
    return Crew(partial(_read, reader), _worker_lost, jobs).results(reports)


def _read(reader: Reader, item: Report | Problem) -> Record:
    if isinstance(item, Problem):
        return Record(report=Report(id=item.report, text="", language=""), claims=(), problems=(item,))
    return reader.read(item)


def _worker_lost(item: Report | Problem, reason: str) -> Record:
    report = item if isinstance(item, Report) else Report(id=item.report, text="", language="")
    return lost(report, "worker", reason)


def acquired(
    sources: Iterable[str],
    settings: Settings,
    keep: Callable[[Report, Raw], None] | None = None,
    passed_over: frozenset[Path] = frozenset(),
) -> Iterator[Report | Problem]:
    """Every report of every source; a source on which acquiring itself fails is a problem.

    `keep` and `passed_over` are those of `acquire.Settings`.
    """
    given = acquire.Settings(published=settings.published, keep=keep, passed_over=passed_over)
    for source in sources:
        try:
            yield from acquire.acquire(source, given)
        except Exception as error:  # noqa: BLE001 - one bad source never stops a run
            message = f"{type(error).__name__}: {error}"
            yield Problem(report=source, stage="acquire", message=message, fatal=True)
