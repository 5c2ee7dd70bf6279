"""Kept reports read again by a newer reader: stored texts in, newer claims into the store, linked anew.

Texts are not acquired again: spans stay true. A report that the newer reader loses keeps the
reading it has. Resumable as `collect` is: what was read again is not read again.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aftermath.model import Report
from aftermath.model.judgement import Judgement
from aftermath.pipeline.collect import BATCH, Read, batches
from aftermath.pipeline.linking import Tell, link_waiting, silent
from aftermath.store import Keeping, Store


@dataclass(slots=True)
class Reread:
    """How many reports were read again, how many of them otherwise, and how many lost.

    `bereft` are judgements with those of their claims that no reading finds any more.
    """

    reports: int = 0
    changed: int = 0
    lost: int = 0
    bereft: tuple[tuple[Judgement, tuple[str, ...]], ...] = ()


def reread(  # noqa: PLR0913 - as `collect`
    store: Store, reader: str, read: Read, *, everything: bool = False, by: str = "aftermath", tell: Tell = silent
) -> Reread:
    """Read again what another version than `reader` read, or everything, and link anew."""
    done = Reread()
    keeping = Keeping(by=by, reader=reader)
    for batch in batches(read(_reports(store, store.outdated(None if everything else reader)))):
        good = [record for record in batch if not any(problem.fatal for problem in record.problems)]
        done.reports += len(batch)
        done.lost += len(batch) - len(good)
        done.changed += store.reread(good, keeping)
    link_waiting(store, tell=tell)
    done.bereft = store.bereft()
    return done


def _reports(store: Store, names: list[str]) -> Iterator[Report]:
    for start in range(0, len(names), BATCH):
        yield from (record.report for record in store.records(names[start : start + BATCH]))
