"""Claims in the tables as linking asks for them: by key and days, by knot, by who judged them.

Takes a connection in a transaction, gives `Account`s and `Judgement`s; `link.pieces` says what
for. It writes nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, select

from aftermath.model import Claim
from aftermath.model.filing import Account, Hanging, Sought
from aftermath.model.judgement import Judgement
from aftermath.store import sums
from aftermath.store.form import from_text
from aftermath.store.tables import claims, compared, filed, judged, judgements

CHUNK = 500
"""Parameters of one statement; SQLite's oldest limit is 999."""

T = TypeVar("T")

_SEEK = select(filed.c.claim).where(
    filed.c.key == bindparam("key"),
    filed.c.first >= bindparam("earliest"),
    filed.c.first <= bindparam("last"),
    filed.c.last >= bindparam("first"),
    filed.c.lat + filed.c.tall >= bindparam("south"),
    filed.c.lat - filed.c.tall <= bindparam("north"),
    filed.c.lon + filed.c.broad >= bindparam("west"),
    filed.c.lon - filed.c.broad <= bindparam("east"),
)
"""Claims that fit a `Sought`, by its fields' names; one statement, made once."""


class Shelf:
    """The claims linked so far. Those given once are kept at hand: pieces that follow ask for them again.

    `linker` is the version of who asks, "" where none links: sums that another found are left out.
    """

    def __init__(self, connection: Connection, at_hand: dict[str, Account] | None = None) -> None:
        self._connection = connection
        self._at_hand = {} if at_hand is None else at_hand
        self.linker = ""

    def meeting(self, wanted: Sequence[Sought], reports: Iterable[str]) -> list[Account]:
        """Claims filed where they are sought, and all of these reports."""
        numbers: set[int] = set()
        for sought in wanted:
            numbers.update(self._connection.scalars(_SEEK, asdict(sought)).all())
        for some in chunks(sorted(set(reports)), CHUNK):
            numbers.update(self._connection.scalars(select(claims.c.number).where(claims.c.report.in_(some))))
        return self._accounts(claims.c.number, numbers)

    def hanging(self, names: Iterable[str]) -> Hanging:
        """All claims of the knots of these, with the sums among them; of one that is not kept, none."""
        labels: set[str] = set()
        for some in chunks(sorted(set(names)), CHUNK):
            labels.update(self._connection.scalars(select(claims.c.knot).where(claims.c.id.in_(some))))
        rows = [row for some in chunks(sorted(labels), CHUNK) for row in self._connection.execute(_hanging(some))]
        is_known = all(row.linker == self.linker for row in rows)
        one, other, total = sums.among([(row.number, row.sums) for row in rows] if is_known else [])
        return Hanging(
            ids=[row.id for row in rows],
            days=[row.day for row in rows],
            incidents=[row.incident for row in rows],
            knots=[row.knot for row in rows],
            one=one,
            other=other,
            total=total,
            is_known=is_known,
        )

    def judged(self, names: Iterable[str]) -> list[Judgement]:
        """People's judgements that name one of these, in their order."""
        numbers: set[int] = set()
        for some in chunks(sorted(set(names)), CHUNK):
            numbers.update(self._connection.scalars(select(judged.c.judgement).where(judged.c.claim.in_(some))))
        found: list[Judgement] = []
        for numbered in chunks(sorted(numbers), CHUNK):
            chosen = select(judgements.c.judgement).where(judgements.c.number.in_(numbered))
            forms = self._connection.scalars(chosen.order_by(judgements.c.number))
            found += [from_text(Judgement, form) for form in forms]
        return found

    def accounts(self, names: Iterable[str]) -> list[Account]:
        """These claims, of those that were linked."""
        return self._accounts(claims.c.id, set(names))

    def of_reports(self, reports: Iterable[str]) -> list[Account]:
        """The claims of these reports that were linked."""
        return self._accounts(claims.c.report, set(reports))

    def _accounts(self, column: ColumnElement[Any], values: Iterable[Any]) -> list[Account]:
        found: list[Account] = []
        for some in chunks(sorted(values), CHUNK):
            names = self._connection.scalars(select(claims.c.id).where(column.in_(some))).all()
            missing = [name for name in names if name not in self._at_hand]
            for wanted in chunks(missing, CHUNK):
                for row in self._connection.execute(_wanted(wanted)):
                    self._at_hand[row.id] = _account(row)
            found += [self._at_hand[name] for name in names]
        return found


def _wanted(names: Sequence[str]) -> Select[Any]:
    chosen = select(claims.c.id, claims.c.report, claims.c.newsroom, claims.c.published, claims.c.claim)
    return chosen.where(claims.c.id.in_(names))


def _hanging(knots: Sequence[str]) -> Select[Any]:
    columns = (claims.c.number, claims.c.id, claims.c.incident, claims.c.knot)
    found = (compared.c.linker, compared.c.day, compared.c.sums)
    return select(*columns, *found).select_from(claims.outerjoin(compared)).where(claims.c.knot.in_(knots))


def _account(row: Row[Any]) -> Account:
    return Account(claim=from_text(Claim, row.claim), report=row.report, newsroom=row.newsroom, published=row.published)


def chunks(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """The items in parts of at most that size."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
