"""The order of the stages: the only place in which they are put together.

Takes a report, gives a record. What a stage needs at run time (models, gazetteer, register)
is held by a `Reader`, loaded once and used for many reports.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from time import process_time

from aftermath import extract, lang
from aftermath.model import AftermathError, Claim, Problem, Record, Report
from aftermath.pipeline.settings import Settings
from aftermath.resolve import actor, gazetteer, place, quantity, time

Tell = Callable[[str, int], None]
"""Told what is being done and how many things are done so far."""


class Reader:
    """The stages with what they need, for reports one after the other."""

    def __init__(self, settings: Settings, tell: Tell | None = None) -> None:
        """Nothing is loaded yet; `tell` hears of work that takes long, the first time."""
        self.settings = settings
        self._tell = tell
        self.clock = Clock()

    def __reduce__(self) -> tuple[type["Reader"], tuple[Settings]]:
        """Travel to another process as settings: models are loaded there."""
        return Reader, (self.settings,)

    @cached_property
    def gazetteer(self) -> gazetteer.Gazetteer:
        """Places by name; of the thread that first asked for it."""
        return gazetteer.open_gazetteer(progress=self._tell)

    @cached_property
    def _register(self) -> actor.Register:
        return actor.open_register()

    def prepare(self, *, fork: bool = False) -> None:
        """Load everything now; with `fork`, leave out what a forked process must open itself."""
        lang.load(self.settings.pipeline)
        _ = self._register, self.gazetteer  # compiles the gazetteer the first time
        if fork:
            # An SQLite connection must not be carried into another process.
            self.gazetteer.close()
            del self.gazetteer

    def read(self, report: Report) -> Record:
        """The record of one report; a stage that fails loses the report, not the run."""
        try:
            claims = self._claims(report)
        except AftermathError:
            raise  # a broken installation: every report would fail alike
        except Exception as error:  # noqa: BLE001 - one bad report never stops a run
            return lost(report, self.clock.stage, f"{type(error).__name__}: {error}")
        return Record(report=report, claims=claims, problems=report.problems)

    def _claims(self, report: Report) -> tuple[Claim, ...]:
        with self.clock("lang"):
            parse = lang.parse(report.text, title=report.title, pipeline=self.settings.pipeline)
        with self.clock("time"):
            times = time.times(parse, report.published)
        with self.clock("place"):
            places = place.places(parse, self.gazetteer)
        with self.clock("quantity"):
            quantities = quantity.quantities(parse)
        with self.clock("extract"):
            return extract.claims(
                report, parse, times=times, places=places, quantities=quantities, register=self._register
            )


class Clock:
    """Which stage runs, and how much of the processor's time each has taken in all."""

    def __init__(self) -> None:
        self.stage = ""
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Count the time of one stage."""
        self.stage = stage
        start = process_time()
        yield
        self.seconds[stage] = self.seconds.get(stage, 0.0) + process_time() - start


def lost(report: Report, stage: str, message: str) -> Record:
    """The record of a report from which nothing could be read."""
    problem = Problem(report=report.id, stage=stage, message=message, fatal=True)
    return Record(report=report, claims=(), problems=(*report.problems, problem))
