"""Many items through worker processes, the results in the order of the items.

Takes items and a function, gives one result an item. Each worker has one item at a time, so
when a worker is killed the item it had is known: it is reported lost, a new worker takes
the place, and the rest goes on. No more than a few items a worker are held at once.
"""

import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 4
"""Items a worker that may be read ahead of the one that is waited for; bounds memory."""

STOP_SECONDS = 2.0
"""How long a worker may take to leave before it is ended."""


@dataclass
class _Worker(Generic[T]):
    process: BaseProcess
    connection: Connection
    index: int = -1
    item: T | None = None


@dataclass
class Crew(Generic[T, R]):
    """Worker processes that run `work`; `lost` gives the result of an item whose worker died."""

    work: Callable[[T], R]
    lost: Callable[[T, str], R]
    jobs: int
    _workers: list[_Worker[T]] = field(default_factory=list)

    def results(self, items: Iterable[T]) -> Iterator[R]:
        """One result an item, in the order of the items; workers end when it is closed."""
        waiting = enumerate(items)
        done: dict[int, R] = {}
        given = following = 0
        try:
            while True:
                given = self._hand_out(waiting, given, following + AHEAD * self.jobs)
                if not self._busy() and following not in done:
                    return
                while following not in done:
                    self._collect(done)
                    given = self._hand_out(waiting, given, following + AHEAD * self.jobs)
                yield done.pop(following)
                following += 1
        finally:
            self._dismiss()

    def _busy(self) -> list[_Worker[T]]:
        return [worker for worker in self._workers if worker.index >= 0]

    def _hand_out(self, waiting: Iterator[tuple[int, T]], given: int, limit: int) -> int:
        """Give items to idle workers, hiring up to `jobs`; return how many were given so far."""
        while given < limit and len(self._busy()) < self.jobs:
            index, item = next(waiting, (-1, None))
            if item is None:
                break
            self._give(index, item)
            given = index + 1
        return given

    def _give(self, index: int, item: T) -> None:
        worker = next((idle for idle in self._workers if idle.index < 0), None) or self._hire()
        try:
            worker.connection.send(item)
        except (BrokenPipeError, ConnectionResetError):
            # It died while idle: the item is not to blame.
            self._workers.remove(worker)
            worker = self._hire()
            worker.connection.send(item)
        worker.index, worker.item = index, item

    def _collect(self, done: dict[int, R]) -> None:
        """Wait for at least one worker and take what is ready."""
        busy = {worker.connection: worker for worker in self._busy()}
        for ready in wait(list(busy)):
            worker = busy[ready]  # type: ignore[index]
            done[worker.index] = self._result(worker)
            worker.index, worker.item = -1, None

    def _result(self, worker: _Worker[T]) -> R:
        try:
            result: R = worker.connection.recv()
        except (EOFError, ConnectionResetError):
            self._workers.remove(worker)
            worker.process.join(STOP_SECONDS)
            assert worker.item is not None  # noqa: S101 - only busy workers are waited for
            return self.lost(worker.item, _death(worker.process.exitcode))
        return result

    def _hire(self) -> _Worker[T]:
        ours, theirs = multiprocessing.Pipe()
        if "fork" in multiprocessing.get_all_start_methods():
            # A forked child holds copies of our ends; it must close them, or nobody sees us go.
            inherited = [ours, *(worker.connection for worker in self._workers)]
            make: type[BaseProcess] = multiprocessing.get_context("fork").Process
        else:
            inherited, make = [], multiprocessing.get_context("spawn").Process
        process = make(target=_serve, args=(theirs, self.work, inherited), daemon=True)
        process.start()
        theirs.close()
        worker: _Worker[T] = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _dismiss(self) -> None:
        for worker in self._workers:
            worker.connection.close()
        for worker in self._workers:
            if worker.index >= 0:
                worker.process.terminate()
            worker.process.join(STOP_SECONDS)
            if worker.process.is_alive():
                worker.process.kill()
        self._workers.clear()


def _serve(connection: Connection, work: Callable[[T], R], inherited: list[Connection]) -> None:
    """A worker's life: take an item, send its result, until the other side closes."""
    # Ctrl-C reaches the whole group; the parent decides when workers end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in inherited:
        other.close()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            connection.send(work(connection.recv()))


def _death(exitcode: int | None) -> str:
    if exitcode is not None and exitcode < 0:
        return f"its worker process was killed by {signal.Signals(-exitcode).name}"
    return f"its worker process ended with exit code {exitcode}"
