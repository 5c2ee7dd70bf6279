import os
import signal
import time
from collections.abc import Iterator

import pytest

from aftermath.pipeline.workers import AHEAD, Crew


def squared(number: int) -> int:
    time.sleep(0.02 if number % 3 == 0 else 0)  # so that later items are done before earlier ones
    return number * number


def deadly(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 5:
        os._exit(7)
    return number


def lost(number: int, reason: str) -> str | int:
    return f"{number}: {reason}"


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_order_is_that_of_the_items(jobs: int) -> None:
    crew: Crew[int, int | str] = Crew(squared, lost, jobs)
    assert list(crew.results(range(30))) == [number * number for number in range(30)]


def test_no_items() -> None:
    assert list(Crew(squared, lost, 3).results([])) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_killed_worker_loses_one_item(jobs: int) -> None:
    found = list(Crew(deadly, lost, jobs).results(range(9)))
    assert found[3] == "3: its worker process was killed by SIGKILL"
    assert found[5] == "5: its worker process ended with exit code 7"
    assert [found[i] for i in (0, 1, 2, 4, 6, 7, 8)] == [0, 1, 2, 4, 6, 7, 8]


def test_items_are_taken_as_results_are() -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = Crew(squared, lost, 2).results(items())
    assert next(results) == 0
    assert len(taken) <= AHEAD * 2 + 1
    results.close()  # type: ignore[attr-defined]


def test_workers_leave_when_results_are_closed() -> None:
    crew: Crew[int, int | str] = Crew(squared, lost, 2)
    results = crew.results(range(100))
    next(results)
    processes = [worker.process for worker in crew._workers]
    assert any(process.is_alive() for process in processes)
    results.close()  # type: ignore[attr-defined]
    assert not any(process.is_alive() for process in processes)


def test_an_error_among_the_items_reaches_the_caller() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise RuntimeError("the source broke")

    with pytest.raises(RuntimeError, match="the source broke"):
        list(Crew(squared, lost, 2).results(items()))
