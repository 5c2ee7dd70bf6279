"""Reports that somebody adds at a desk: read one after the other, kept with their bytes, and linked.

The reader's models and gazetteer live in one thread of their own: they are loaded when the
first report comes, and an SQLite connection must stay in the thread that opened it.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import TypeVar

from aftermath.model import Problem, Record, Report
from aftermath.pipeline.archiving import Arrivals
from aftermath.pipeline.linking import link_waiting
from aftermath.pipeline.reader_version import reader_version
from aftermath.pipeline.settings import Settings
from aftermath.pipeline.stages import Reader
from aftermath.store import Keeping, Store

CHANGED = "the store has another text under this id, and keeps it: give this one an id of its own"
AGAIN = "the store has this report already, and what is known of it stays as it is there"


T = TypeVar("T")


class Adding:
    """A reader that many callers share; reports wait for their turn."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._reader = Reader(settings)
        self._thread = ThreadPoolExecutor(1, "aftermath-reader")
        self._keeping = Lock()

    def close(self) -> None:
        """Let the thread end."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def read(self, report: Report) -> Record:
        """The record of a report, when its turn has come."""
        return self._thread.submit(self._reader.read, report).result()

    def ask(self, question: Callable[[Reader], T]) -> T:
        """What somebody asks of the reader, when its turn has come."""
        return self._thread.submit(question, self._reader).result()

    def keep(self, store: Store, records: Sequence[Record], arrivals: Arrivals, by: str) -> list[Problem]:
        """Keep what is new with its bytes, and link it; what was kept before is a problem, worse with other bytes."""
        with self._keeping:
            kept = store.kept([record.report.id for record in records])
            fresh = [record for record in records if record.report.id not in kept]
            arrivals.archive(record.report for record in fresh)
            keeping = Keeping(by=by, reader=reader_version(self._settings.pipeline), held=arrivals.of(fresh))
            store.keep(fresh, keeping)
            link_waiting(store)
        return [_kept_before(r.report, kept[r.report.id]) for r in records if r.report.id in kept]


def _kept_before(report: Report, sha256: str) -> Problem:
    """What is told of a report whose id the store has: whether with the same bytes or, which is worse, with others."""
    same = report.sha256 == sha256
    return Problem(report=report.id, stage="store", message=AGAIN if same else CHANGED, fatal=not same)
