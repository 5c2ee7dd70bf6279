"""The items of one feed that was read: which are asked for, and what became of each.

Takes what acquisition found in the feed and what the store knows of its items. Gives, while
they are read and kept, what is to be remembered of each, and in the end the run's figures.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from aftermath import acquire
from aftermath.acquire.draft import lost
from aftermath.acquire.feed import Entry
from aftermath.acquire.manners import LaterError, Manners
from aftermath.acquire.poll import Polled, Taken, taken
from aftermath.model import Problem, Record, Report
from aftermath.model.feed import CUT_OFF, Failure, FeedItem, FeedRun
from aftermath.store import Store

TRIES = 5
"""How often an item is asked for; at the last, its summary in the feed will do."""


@dataclass(slots=True)
class Visit:
    """The items of one feed on their way: which are asked for, and what became of each."""

    polled: Polled
    settings: acquire.Settings
    manners: Manners
    known: dict[str, FeedItem] = field(default_factory=dict)
    outcomes: tuple[FeedItem, ...] = ()
    wait: float = 0.0
    _names: dict[str, str] = field(default_factory=dict)
    _causes: dict[str, str] = field(default_factory=dict)
    _settled: set[str] = field(default_factory=set)
    _later: list[Failure] = field(default_factory=list)

    @property
    def fresh(self) -> list[Entry]:
        """Entries that are to be asked for, those that failed before after the others."""
        left = [entry for entry in self.polled.entries if not self._is_done(entry)]
        return sorted(left, key=self._tries)

    def _is_done(self, entry: Entry) -> bool:
        known = self.known.get(entry.digest)
        return known is not None and (bool(known.report) or known.tries >= TRIES)

    def _tries(self, entry: Entry) -> int:
        return self.known[entry.digest].tries if entry.digest in self.known else 0

    def items(self) -> Iterator[Report | Problem]:
        """What the fresh entries give; those for which it is not the time are only noted."""
        for entry in self.fresh:
            last = self._tries(entry) == TRIES - 1
            try:
                got = taken(entry, self.polled, self.settings, self.manners, last=last)
            except LaterError as later:
                self._later.append(Failure(item=entry.draft.name, cause=str(later)))
                self.wait = max(self.wait, later.seconds)
                continue
            except Exception as error:  # noqa: BLE001 - one bad page never stops a run
                got = Taken(item=lost(entry.draft.name, f"{type(error).__name__}: {error}"), settled=False)
            item = got.item
            self._names[entry.digest] = item.id if isinstance(item, Report) else item.report
            if isinstance(item, Problem) and got.settled:
                self._settled.add(entry.digest)
            yield item

    def watched(self, records: Iterable[Record]) -> Iterator[Record]:
        """The records, each that was lost remembered with its cause."""
        for record in records:
            if fatal := [problem.message for problem in record.problems if problem.fatal]:
                self._causes[record.report.id] = fatal[0]
            yield record

    def became(self, records: Iterable[Record]) -> tuple[FeedItem, ...]:
        """The items that became the reports of these records."""
        reports = {record.report.id for record in records}
        return tuple(FeedItem(digest=d, report=name) for d, name in self._names.items() if name in reports)

    def closed(self, run: FeedRun, store: Store, new: int) -> FeedRun:
        """The run with what became of the items."""
        kept = store.kept(list(set(self._names.values())))
        names = {entry.digest: entry.draft.name for entry in self.polled.entries}
        outcomes, failures = [], []
        for digest, name in self._names.items():
            if name in kept:
                outcomes.append(FeedItem(digest=digest, report=name))
            elif name in self._causes:
                item = self._failed(digest, self._causes[name])
                outcomes.append(item)
                given_up = item.tries >= TRIES
                failures.append(Failure(item=names[digest], cause=item.cause, tries=item.tries, given_up=given_up))
        self.outcomes = tuple(outcomes)
        unreached = len(self.fresh) - len(outcomes) - len(self._later)
        return replace(
            run,
            status=self._status(new, failures, unreached),
            new=new,
            known=len(names) - new - len(failures) - len(self._later) - unreached,
            failed=len(failures),
            waiting=len(self._later) + unreached,
            sha256=self.polled.raw.sha256,
            error=CUT_OFF if unreached else "",
            note="; ".join(self._notes()),
            failures=(*failures, *self._later),
        )

    def _failed(self, digest: str, cause: str) -> FeedItem:
        before = self.known.get(digest, FeedItem(digest=digest)).tries
        return FeedItem(digest=digest, tries=TRIES if digest in self._settled else before + 1, cause=cause)

    def _status(self, new: int, failures: list[Failure], unreached: int) -> str:
        if unreached:
            return "interrupted"
        if self._later or any(not failure.given_up for failure in failures):
            return "partial"
        return "new" if new else "nothing new"

    def _notes(self) -> Iterator[str]:
        yield from (problem.message for problem in self.polled.problems)
        if self.polled.moved:
            yield f"its address moved for good to {self.polled.moved}: add that, and remove this one"
