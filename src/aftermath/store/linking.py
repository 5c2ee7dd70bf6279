"""What linking changes in the tables: claims filed, knots and incidents put in the place of others.

Takes a `Change`, writes what differs from what lies there. An incident that is as it was is
not touched.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import JSON, Connection, Table, bindparam, cast, delete, func, insert, select, update

from aftermath.model import Record
from aftermath.model.filing import Account, Change, Filed, Fresh, Made
from aftermath.model.judgement import Judgement
from aftermath.store import chain
from aftermath.store.form import from_text, to_text
from aftermath.store.reports import records_in
from aftermath.store.rows import campaign_rows, incident_row, text_row, toll_rows
from aftermath.store.shelf import CHUNK, Shelf, chunks
from aftermath.store.sums import packed
from aftermath.store.tables import (
    audit,
    campaigns,
    claims,
    compared,
    filed,
    incidents,
    judgements,
    reports,
    texts,
    tolls,
    waiting,
)

LINKED = "linked"
"""The action by which the audit log tells of a version of the linker: the first, and each that linked all anew."""


FILED = tuple(field.name for field in fields(Filed))


class Linking(Shelf):
    """A transaction in which a piece is linked: what waits, what it may meet, and what comes of it."""

    def __init__(self, connection: Connection, at_hand: dict[str, Account] | None = None) -> None:
        super().__init__(connection, at_hand)
        self._taken: list[int] = []
        self.left = False

    def begin(self, linker: str) -> None:
        """Say who links; remembered where nothing is linked: in a new store, and where a step let all wait."""
        self.linker = linker
        if linker_of(self._connection) is None and _last_linker(self._connection) != linker:
            _enter(self._connection, linker, "aftermath")

    def take(self, most: int) -> tuple[list[Record], list[Judgement]]:
        """The next reports and judgements that wait, of about so many claims; with `change` they wait no more.

        They come by day of publication. `left` says whether others wait after them.
        """
        chosen = select(waiting.c.number, waiting.c.report, waiting.c.judgement)
        rows = self._connection.execute(chosen.order_by(waiting.c.published, waiting.c.number).limit(most + 1)).all()
        records: list[Record] = []
        given: list[Judgement] = []
        self._taken = []
        for some in chunks(rows[:most], CHUNK):
            records += self._records([row.report for row in some if row.report])
            given += self._judgements([row.judgement for row in some if row.judgement is not None])
            self._taken += [row.number for row in some]
            if sum(len(record.claims) for record in records) >= most:
                break
        self.left = len(rows) > len(self._taken)
        return records, given

    def _records(self, names: Sequence[str]) -> list[Record]:
        return list(records_in(self._connection, select(reports).where(reports.c.id.in_(names)))) if names else []

    def _judgements(self, numbers: Sequence[int]) -> list[Judgement]:
        chosen = select(judgements.c.judgement).where(judgements.c.number.in_(numbers)).order_by(judgements.c.number)
        return [from_text(Judgement, form) for form in self._connection.scalars(chosen)] if numbers else []

    def change(self, change: Change) -> tuple[int, int]:
        """Write it down; returns how many incidents are new or changed, and how many are no more."""
        before = self._before({*change.knots, *change.gone})
        for name in change.gone:
            self._at_hand.pop(name, None)
        self._drop_claims([before[name].number for name in sorted(change.gone) if name in before])
        remade = {*change.gone, *(account.claim.id for one in change.made for account in one.accounts)}
        written, dropped = self._put_incidents(change.made, {before[name].incident for name in before.keys() & remade})
        self._put_claims(change, before)
        for some in chunks(self._taken, CHUNK):
            self._connection.execute(delete(waiting).where(waiting.c.number.in_(some)))
        return written, dropped

    def _before(self, names: Iterable[str]) -> dict[str, Any]:
        """The claims that were linked before, with their knots and incidents."""
        columns = (claims.c.id, claims.c.number, claims.c.knot, claims.c.incident)
        return {
            row.id: row
            for some in chunks(sorted(names), CHUNK)
            for row in self._connection.execute(select(*columns).where(claims.c.id.in_(some)))
        }

    def _drop_claims(self, numbers: Sequence[int]) -> None:
        for some in chunks(numbers, CHUNK):
            self._connection.execute(delete(filed).where(filed.c.claim.in_(some)))
            self._connection.execute(delete(compared).where(compared.c.claim.in_(some)))
            self._connection.execute(delete(claims).where(claims.c.number.in_(some)))

    def _put_incidents(self, made: Sequence[Made], before: set[str]) -> tuple[int, int]:
        """Put incidents in the place of those before; one that is as it was stays."""
        new = {one.incident.id: one for one in made}
        old = {
            row.id: row
            for some in chunks(sorted(before | new.keys()), CHUNK)
            for row in self._connection.execute(select(incidents).where(incidents.c.id.in_(some)))
        }
        forms = {name: incident_row(one) for name, one in new.items()}
        same = {n for n in new if n in old and all(getattr(old[n], key) == value for key, value in forms[n].items())}
        for some in chunks([row.number for name, row in old.items() if name not in same], CHUNK):
            for column in (texts.c.rowid, tolls.c.incident, campaigns.c.incident, incidents.c.number):
                self._connection.execute(delete(column.table).where(column.in_(some)))
        changed = [name for name in new if name not in same]
        numbered = dict(enumerate(changed, _next(self._connection, incidents)))
        self._insert(incidents, ({"number": number} | forms[name] for number, name in numbered.items()))
        self._insert(texts, ({"rowid": number} | text_row(new[name]) for number, name in numbered.items()))
        self._insert(tolls, (row for number, name in numbered.items() for row in toll_rows(number, new[name].incident)))
        self._insert(campaigns, (row for number, name in numbered.items() for row in campaign_rows(number, new[name])))
        return len(changed), len(old.keys() - new.keys())

    def _put_claims(self, change: Change, before: Mapping[str, Any]) -> None:
        """File the new claims, and tell the known ones their knot and incident where it is another."""
        incident_of = {account.claim.id: one.incident.id for one in change.made for account in one.accounts}
        fresh = list(enumerate(change.fresh, _next(self._connection, claims)))
        rows = (
            {
                "number": number,
                "id": account.claim.id,
                "report": account.report,
                "newsroom": account.newsroom,
                "published": account.published,
                "knot": change.knots[account.claim.id],
                "incident": incident_of[account.claim.id],
                "claim": to_text(account.claim),
            }
            for number, account in ((number, one.account) for number, one in fresh)
        )
        self._insert(claims, rows)
        keys = ((number, part, key) for number, one in fresh for part, key in enumerate(one.keys))
        self._insert(filed, ({"claim": number, "part": part} | _columns(key) for number, part, key in keys))
        self._put_sums(fresh)
        moved = [
            {"its": row.number, "to_knot": knot, "to_incident": incident}
            for name, row in before.items()
            if name in change.knots and name not in change.gone
            for knot, incident in [(change.knots[name], incident_of.get(name, row.incident))]
            if (row.knot, row.incident) != (knot, incident)
        ]
        if moved:
            told = update(claims).where(claims.c.number == bindparam("its"))
            told = told.values(knot=bindparam("to_knot"), incident=bindparam("to_incident"))
            self._connection.execute(told, moved)

    def _put_sums(self, fresh: Sequence[tuple[int, Fresh]]) -> None:
        """Remember the sums of new claims with those before them."""
        number_of = {one.account.claim.id: number for number, one in fresh}
        others = {name for _, one in fresh for name in one.sums or ()} - number_of.keys()
        for some in chunks(sorted(others), CHUNK):
            found = self._connection.execute(select(claims.c.id, claims.c.number).where(claims.c.id.in_(some)))
            number_of.update((row.id, row.number) for row in found)
        rows = (
            {
                "claim": number,
                "linker": self.linker,
                "day": one.day,
                "sums": packed(number, {number_of[name]: total for name, total in one.sums.items()}),
            }
            for number, one in fresh
            if one.sums is not None
        )
        self._insert(compared, rows)

    def _insert(self, table: Table, rows: Iterable[dict[str, Any]]) -> None:
        held = list(rows)
        for some in chunks(held, CHUNK):
            self._connection.execute(insert(table), some)


def _columns(key: Filed) -> dict[str, Any]:
    """A key's fields by name; `asdict` would copy each value, which counts where there are millions."""
    return {name: getattr(key, name) for name in FILED}


def forget(connection: Connection) -> None:
    """Throw away all that linking made, and let every report wait, so that it is made anew."""
    for table in (texts, tolls, campaigns, incidents, filed, compared, claims):
        connection.execute(delete(table))


def let_all_wait(connection: Connection, linker: str, by: str) -> None:
    """Let every report wait for linking, by this version of the linker, and remember that."""
    connection.execute(delete(waiting).where(waiting.c.report.is_not(None)))
    published = func.coalesce(_published(connection), "")
    every = select(published, reports.c.id).order_by(reports.c.number)
    connection.execute(insert(waiting).from_select(["published", "report"], every))
    _enter(connection, linker, by)


def linker_of(connection: Connection) -> str | None:
    """The version of the linker that linked first or last anew, "" if that was before versions were kept.

    None where nothing is linked.
    """
    if connection.scalar(select(claims.c.number).limit(1)) is None:
        return None
    return _last_linker(connection) or ""


def waiting_reports(connection: Connection) -> int:
    """How many reports wait for linking."""
    return connection.scalar(select(func.count()).select_from(waiting).where(waiting.c.report.is_not(None))) or 0


def _last_linker(connection: Connection) -> str | None:
    last = select(audit.c.subject).where(audit.c.action == LINKED).order_by(audit.c.number.desc()).limit(1)
    found: str | None = connection.scalar(last)
    return found


def _enter(connection: Connection, linker: str, by: str) -> None:
    chain.append(connection, [chain.Deed(actor=by, action=LINKED, subject=linker, payload="")])


def _published(connection: Connection) -> Any:
    if connection.dialect.name == "sqlite":
        return func.json_extract(reports.c.record, "$.report.published")
    return func.json_extract_path_text(cast(reports.c.record, JSON), "report", "published")


def _next(connection: Connection, table: Table) -> int:
    """A number not given yet; only one writes at a time."""
    return (connection.scalar(select(func.max(table.c.number))) or 0) + 1
