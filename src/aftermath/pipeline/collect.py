"""Reports collected into a store and linked: acquire, read, store, link.

Takes sources and an open store, gives what came of it. A report that is kept already is not
read again, so a run that was cut off goes on where it stopped, and the same run twice
changes nothing. Reports are kept in small batches, each whole or not at all.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

from aftermath.model import Problem, Record, Report
from aftermath.pipeline.archiving import Arrivals
from aftermath.pipeline.linking import Tell, link_waiting, silent
from aftermath.pipeline.reader_version import reader_version
from aftermath.pipeline.run import acquired
from aftermath.pipeline.settings import Settings
from aftermath.store import Keeping, Store

BATCH = 20
"""Reports kept at once: what a killed run has to read again, at most."""

Read = Callable[[Iterable[Report | Problem]], Iterator[Record]]
"""How reports are read: `run.read_reports` with its settings, and with whatever watches it."""

T = TypeVar("T")


@dataclass(slots=True)
class Collected:
    """How many reports were new, kept before, or lost, what the store holds now, and what of it linking added.

    `merged` is by how much claims grew more than incidents: so many came to lie in one with others.
    """

    new: int = 0
    known: int = 0
    lost: int = 0
    relinked: bool = False
    reports: int = 0
    claims: int = 0
    incidents: int = 0
    new_claims: int = 0
    merged: int = 0


def collect(  # noqa: PLR0913 - what a run is made of, who asks for it and how they hear of it
    sources: Iterable[str], store: Store, settings: Settings, read: Read, *, by: str = "aftermath", tell: Tell = silent
) -> Collected:
    """Read what is new in the sources into the store, and link all it holds; `by` is who does, for the audit log.

    `tell` hears how far linking is, which takes long where much is new.
    """
    arrivals = Arrivals(store)
    keeping = Keeping(by=by, reader=reader_version(settings.pipeline))
    items = acquired(sources, settings, arrivals.note, store.own)
    done = take_in(items, store, arrivals, read, lambda _: keeping)
    _, claims, incidents = store.size()
    done.relinked = link_waiting(store, tell=tell).any
    done.reports, done.claims, done.incidents = store.size()
    done.new_claims = done.claims - claims
    done.merged = done.new_claims - (done.incidents - incidents)
    return done


def take_in(
    items: Iterable[Report | Problem],
    store: Store,
    arrivals: Arrivals,
    read: Read,
    keeping: Callable[[list[Record]], Keeping],
) -> Collected:
    """Keep what is new among acquired items, in batches; `keeping` says of each how, but for where its bytes lie."""
    done = Collected()
    for batch in batches(read(_fresh(items, store, arrivals, done))):
        good = [record for record in batch if not any(problem.fatal for problem in record.problems)]
        done.lost += len(batch) - len(good)
        done.new += store.keep(good, replace(keeping(good), held=arrivals.of(good)))
    return done


def _fresh(
    items: Iterable[Report | Problem], store: Store, arrivals: Arrivals, done: Collected
) -> Iterator[Report | Problem]:
    """What is not kept yet, its bytes archived; a report of a kept one's id with other bytes is a problem."""
    for batch in batches(items):
        kept = store.kept([item.id for item in batch if isinstance(item, Report)])
        arrivals.archive(item for item in batch if isinstance(item, Report) and item.id not in kept)
        for item in batch:
            if isinstance(item, Problem) and Path(item.report).resolve() in store.own:
                continue  # it may lie in the folder that is read
            if isinstance(item, Report) and item.id in kept:
                done.known += 1
                if kept[item.id] != item.sha256:
                    yield _changed(item)
            else:
                yield item


def batches(items: Iterable[T]) -> Iterator[list[T]]:
    """The items in lists of at most `BATCH`."""
    rest = iter(items)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _changed(report: Report) -> Problem:
    message = "the store has another text under this id, and keeps it: give this one an id of its own"
    return Problem(report=report.id, stage="store", message=message, fatal=True)
