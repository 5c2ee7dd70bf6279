"""What a person sees of a run while it runs: progress, problems, and how it ended."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from aftermath.export.phrases import problem_line
from aftermath.model import Record


class Watch:
    """Counts records as they pass, and says on standard error what goes wrong.

    `quiet` where the sheet shows problems itself. Progress is shown only where standard error
    is a terminal and nothing else is written to it.
    """

    def __init__(self, *, quiet: bool) -> None:
        self.quiet = quiet
        self.reports = self.claims = self.doubted = self.lost = 0
        self.interrupted = False

    def over(self, records: Iterable[Record]) -> Iterator[Record]:
        """The records, each counted; Ctrl-C ends them, so that what is open can be closed."""
        with self._progress() as tell:
            try:
                for record in records:
                    self._count(record)
                    tell(f"{self.reports:,} reports, {self.claims:,} claims, {self.lost:,} lost")
                    yield record
            except KeyboardInterrupt:
                self.interrupted = True

    def _count(self, record: Record) -> None:
        self.reports += 1
        self.claims += len(record.claims)
        self.doubted += sum(claim.stance in {"denied", "unconfirmed"} for claim in record.claims)
        self.lost += any(problem.fatal for problem in record.problems)
        if not self.quiet:
            for problem in record.problems:
                sys.stderr.write(f"aftermath: {problem_line(problem)}\n")

    @contextmanager
    def _progress(self) -> Iterator[Callable[[str], None]]:
        if self.quiet or not sys.stderr.isatty():
            yield lambda _: None
            return
        from rich.console import Console
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn(), BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            # How many reports a folder, feed or archive holds is known only when it is read.
            task = bar.add_task("reading", total=None)
            yield lambda words: bar.update(task, description=words)


class Teller:
    """Says on standard error how far work is that takes long: in place on a terminal, else once."""

    def __init__(self) -> None:
        self._said = ""

    def __call__(self, what: str, done: int) -> None:
        """Tell that `done` things are done of `what`."""
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{what}: {done:,}")
            sys.stderr.flush()
        elif what != self._said:
            sys.stderr.write(f"{what}\n")
        self._said = what

    def close(self) -> None:
        """Leave the line."""
        if self._said and sys.stderr.isatty():
            sys.stderr.write("\r\x1b[K")


@contextmanager
def telling() -> Iterator[Teller]:
    """A teller for the time of one piece of work."""
    teller = Teller()
    try:
        yield teller
    finally:
        teller.close()
