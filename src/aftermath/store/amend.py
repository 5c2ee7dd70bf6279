"""Records as people corrected them: values given other words, claims added that reading missed.

Takes a record as read and the judgements that amend it, gives the record that linking, lists
and exports see. What lies in `reports` is never changed: without the judgements it is as it was.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, get_type_hints

from sqlalchemy import Connection, select

from aftermath.model import Claim, Record
from aftermath.model.judgement import Judgement
from aftermath.store.form import from_text
from aftermath.store.shelf import CHUNK, chunks
from aftermath.store.tables import amendments, judgements

AMENDING = ("correct", "add")


def value_of(slot: str, text: str) -> Any:
    """The value of a claim's slot from its JSON text."""
    return from_text(get_type_hints(Claim)[slot], text)


def amended(record: Record, people: Sequence[Judgement]) -> Record:
    """The record with what stands of people's corrections and additions, in their order."""
    gone = {judgement.withdraws for judgement in people if judgement.verdict == "withdraw"}
    claims = {claim.id: claim for claim in record.claims}
    for judgement in people:
        if judgement.id in gone:
            continue
        if judgement.verdict == "add":
            claim = from_text(Claim, judgement.value)
            claims[claim.id] = claim
        elif judgement.verdict == "correct" and judgement.claims[0] in claims:
            claim = claims[judgement.claims[0]]
            why = {**claim.why, judgement.slot: f"corrected by {judgement.by}: {judgement.reason}"}
            inferred = {slot: whence for slot, whence in claim.inferred.items() if slot != judgement.slot}
            value = value_of(judgement.slot, judgement.value)
            claims[claim.id] = replace(claim, **{judgement.slot: value, "why": why, "inferred": inferred})
    return replace(record, claims=tuple(claims.values()))


def amendments_of(connection: Connection, reports: Iterable[str]) -> dict[str, list[Judgement]]:
    """The judgements that amend these reports, in their order."""
    found: dict[str, list[Judgement]] = {}
    chosen = select(amendments.c.report, judgements.c.judgement).join(
        judgements, judgements.c.number == amendments.c.judgement
    )
    for some in chunks(sorted(set(reports)), CHUNK):
        rows = connection.execute(chosen.where(amendments.c.report.in_(some)).order_by(judgements.c.number))
        for row in rows:
            found.setdefault(row.report, []).append(from_text(Judgement, row.judgement))
    return found


def as_amended(connection: Connection, records: Iterable[Record]) -> Iterator[Record]:
    """The records as people corrected them."""
    held = list(records)
    people = amendments_of(connection, (record.report.id for record in held))
    return (amended(r, people[r.report.id]) if r.report.id in people else r for r in held)
