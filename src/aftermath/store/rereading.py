"""Newer readings of kept reports in the place of older ones, which stay as superseded versions.

A claim that a newer reader finds again is a new version of the same claim, and keeps its id:
so incidents keep theirs, and what people judged holds. It is found again by its id, or by the
same words on the same event, or by the same words alone where no other claim has them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from aftermath.model import Claim, Record
from aftermath.model.judgement import Judgement
from aftermath.store import chain
from aftermath.store.form import from_text, to_text
from aftermath.store.judgements import all_judgements
from aftermath.store.reports import CHUNK, Keeping, holdings, payload_of, waiting_row
from aftermath.store.tables import claims, reports, superseded, waiting

KEYS: tuple[Callable[[Claim], Any], ...] = (
    lambda claim: claim.id,
    lambda claim: (claim.event, tuple(words.span for words in claim.quotes)),
    lambda claim: tuple(words.span for words in claim.quotes),
)
"""By what a claim is found again, the surest first."""


def same_claims(old: Sequence[Claim], new: Sequence[Claim]) -> dict[str, str]:
    """The id of the old claim by that of the new one that is the same, where there is one."""
    found: dict[str, str] = {}
    for key in KEYS:
        left = [claim for claim in old if claim.id not in found.values()]
        right = [claim for claim in new if claim.id not in found]
        often = [Counter(map(key, left)), Counter(map(key, right))]
        of_key = {key(claim): claim.id for claim in left}
        alone = (claim for claim in right if all(count[key(claim)] == 1 for count in often))
        found.update((claim.id, of_key[key(claim)]) for claim in alone)
    return found


def again(old: Record, new: Record) -> Record:
    """The new reading, its claims that are found again with the ids that they had."""
    same = same_claims(old.claims, new.claims)
    return replace(new, claims=tuple(replace(claim, id=same.get(claim.id, claim.id)) for claim in new.claims))


def outdated(connection: Connection, reader: str | None) -> list[str]:
    """The reports that another version of the reader read; all where None is given."""
    chosen = select(reports.c.id).order_by(reports.c.number)
    return list(connection.scalars(chosen if reader is None else chosen.where(reports.c.reader != reader)))


def put(connection: Connection, records: Iterable[Record], keeping: Keeping) -> int:
    """Put readings in the place of those before; returns how many read anything otherwise."""
    changed, deeds = 0, []
    for record in records:
        row = connection.execute(select(reports).where(reports.c.id == record.report.id)).one()
        form = to_text(again(from_text(Record, row.record), record))
        if form != row.record:
            changed += 1
            before = {"report": row.id, "reader": row.reader, "record": row.record}
            connection.execute(insert(superseded).values(before | {"until": datetime.now(UTC).isoformat()}))
            connection.execute(insert(waiting).values(waiting_row(record)))
        told = update(reports).where(reports.c.id == row.id)
        connection.execute(told.values(record=form, reader=keeping.reader))
        payload = payload_of(form, holdings(connection, [row.sha256]).get(row.sha256))
        deeds.append(chain.Deed(actor=keeping.by, action="reread", subject=row.id, payload=payload))
    chain.append(connection, deeds)
    return changed


def bereft(connection: Connection) -> Iterator[tuple[Judgement, tuple[str, ...]]]:
    """Judgements that name claims which no reading finds any more, with those claims."""
    for judgement in all_judgements(connection):
        named = list(dict.fromkeys((*judgement.claims, *judgement.together, *judgement.apart)))
        there: set[str] = set()
        for start in range(0, len(named), CHUNK):
            chosen = select(claims.c.id).where(claims.c.id.in_(named[start : start + CHUNK]))
            there.update(connection.scalars(chosen))
        if gone := tuple(name for name in named if name not in there):
            yield judgement, gone
