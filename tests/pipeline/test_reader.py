import multiprocessing
import pickle
from collections.abc import Iterator
from typing import Any

import pytest

from aftermath import acquire, extract
from aftermath.model import Claim, Parse, Problem, Report
from aftermath.model.errors import UnsuitablePipeline
from aftermath.pipeline import Reader, Settings, read_reports, read_sources

BAD = Report(id="bad", text="A report that breaks a stage.")
GOOD = Report(id="good", text="Planes bombed Idlib on Monday, residents said.")


@pytest.fixture
def broken_extract(monkeypatch: pytest.MonkeyPatch) -> None:
    real = extract.claims

    def claims(report: Report, parse: Parse, **found: Any) -> tuple[Claim, ...]:
        if report.id == "bad":
            raise KeyError("no such row")
        return real(report, parse, **found)

    monkeypatch.setattr(extract, "claims", claims)


@pytest.mark.usefixtures("broken_extract")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_failing_stage_loses_one_report(jobs: int) -> None:
    first, second, third = read_reports([GOOD, BAD, GOOD], Settings(), jobs)
    assert second.problems == (Problem(report="bad", stage="extract", message="KeyError: 'no such row'", fatal=True),)
    assert second.claims == ()
    assert first == third
    assert first.claims


def test_a_source_that_fails_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(source: str, settings: object) -> Iterator[Report]:
        yield GOOD
        raise RuntimeError("the disk went away")

    monkeypatch.setattr(acquire, "acquire", broken)
    first, second = read_sources(["folder"], Settings())
    assert first.claims
    assert second.problems == (
        Problem(report="folder", stage="acquire", message="RuntimeError: the disk went away", fatal=True),
    )


def test_workers_that_start_anew_read_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    by_fork = list(read_reports([GOOD, BAD], Settings(), jobs=2))
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert list(read_reports([GOOD, BAD], Settings(), jobs=2)) == by_fork


def test_what_could_not_be_acquired_keeps_its_place() -> None:
    problem = Problem(report="x", stage="acquire", message="empty", fatal=True)
    records = list(read_reports([problem, GOOD, problem], Settings(), jobs=2))
    assert [record.report.id for record in records] == ["x", "good", "x"]
    assert records[0].problems == (problem,)


def test_problems_of_acquiring_are_kept() -> None:
    odd = Problem(report="good", stage="acquire", message="no date was found")
    (record,) = read_reports([Report(id="good", text=GOOD.text, problems=(odd,))], Settings())
    assert record.problems == (odd,)


def test_an_absent_pipeline_stops_the_run() -> None:
    with pytest.raises(UnsuitablePipeline, match="no_such_pipeline"):
        read_reports([GOOD], Settings(pipeline="no_such_pipeline"))


def test_a_reader_travels_as_its_settings() -> None:
    reader = pickle.loads(pickle.dumps(Reader(Settings())))
    assert reader.read(GOOD) == Reader(Settings()).read(GOOD)


def test_the_clock_knows_every_stage() -> None:
    reader = Reader(Settings())
    reader.read(GOOD)
    assert list(reader.clock.seconds) == ["lang", "time", "place", "quantity", "extract"]
    assert all(seconds > 0 for seconds in reader.clock.seconds.values())
