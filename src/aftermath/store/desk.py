"""Judgements appended so that nothing is lost when two people work at once.

A person judges an incident as they saw it: the judgement is kept only if the incident still
has the version that they saw, which is looked up in the transaction that adds the judgement.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import JSON, Connection, cast, func, insert, select

from aftermath.model import Misuse
from aftermath.model.judgement import Judgement
from aftermath.store import chain
from aftermath.store.amend import AMENDING
from aftermath.store.form import from_text, to_text
from aftermath.store.shelf import CHUNK, chunks
from aftermath.store.store import Store
from aftermath.store.tables import amendments, claims, incidents, judged, judgements, waiting


def versions(store: Store, names: Sequence[str]) -> dict[str, str]:
    """The versions of incidents: another whenever one, or what people said of it, changed."""
    with store.database.reading() as connection:
        return _versions(connection, names)


def _versions(connection: Connection, names: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    last = select(func.max(judged.c.judgement)).join(claims, claims.c.id == judged.c.claim)
    for some in chunks(sorted(set(names)), CHUNK):
        said = last.where(claims.c.incident == incidents.c.id).scalar_subquery()
        for row in connection.execute(
            select(incidents.c.id, incidents.c.incident, said.label("said")).where(incidents.c.id.in_(some))
        ):
            found[row.id] = sha256(f"{row.said or 0} {row.incident}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return found


def append(store: Store, judgement: Judgement, report: str, seen: Mapping[str, str]) -> list[str]:
    """Add a judgement if the incidents seen have these versions still; gives those that have others.

    `report` is the one whose record it amends, "" for others. Nothing is added where any differs.
    """
    with store.database.writing() as connection:
        now = _versions(connection, list(seen))
        if changed := [name for name, version in seen.items() if now.get(name) != version]:
            return changed
        _check(connection, judgement)
        form = to_text(judgement)
        number = connection.scalar(insert(judgements).values(judgement=form).returning(judgements.c.number))
        rows = [{"claim": claim, "judgement": number} for claim in judgement.named]
        if rows:
            connection.execute(insert(judged), rows)
        if report:
            connection.execute(insert(amendments).values(report=report, judgement=number))
            connection.execute(insert(waiting).values(report=report, published=""))
        connection.execute(insert(waiting).values(judgement=number, published=""))
        chain.append(
            connection, [chain.Deed(actor=judgement.by, action="judgement", subject=str(number), payload=form)]
        )
    return []


def _check(connection: Connection, judgement: Judgement) -> None:
    if not judgement.is_human:
        raise Misuse("a judgement to be kept needs the name of the person who made it")
    named = judgement.named if judgement.verdict != "add" else ()
    known = set(connection.scalars(select(claims.c.id).where(claims.c.id.in_(named))))
    if unknown := sorted(set(named) - known):
        raise Misuse(f"no such claim: {', '.join(unknown)}")


def amended_by(store: Store, name: str) -> str:
    """The report that a judgement amends, "" where none."""
    chosen = select(judgements.c.judgement, amendments.c.report).join(
        amendments, amendments.c.judgement == judgements.c.number
    )
    with store.database.reading() as connection:
        for row in connection.execute(chosen):
            judgement = from_text(Judgement, row.judgement)
            if judgement.id == name and judgement.verdict in AMENDING:
                return str(row.report)
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Which judgements are asked for: of a verdict, by a person, about an incident; "" asks nothing."""

    verdict: str = ""
    by: str = ""
    incident: str = ""


def judgements_page(store: Store, saying: Saying, before: int | None, limit: int) -> list[tuple[int, Judgement]]:
    """Judgements with their numbers, the last first."""
    chosen = select(judgements).order_by(judgements.c.number.desc()).limit(limit)
    if before is not None:
        chosen = chosen.where(judgements.c.number < before)
    for name in ("verdict", "by"):
        if wanted := getattr(saying, name):
            chosen = chosen.where(_told(store, name) == wanted)
    if saying.incident:
        about = select(judged.c.judgement).join(claims, claims.c.id == judged.c.claim)
        chosen = chosen.where(judgements.c.number.in_(about.where(claims.c.incident == saying.incident)))
    with store.database.reading() as connection:
        return [(row.number, from_text(Judgement, row.judgement)) for row in connection.execute(chosen)]


def _told(store: Store, name: str) -> Any:
    """What the JSON text of a judgement has under a name."""
    if store.database.on_server:
        return func.json_extract_path_text(cast(judgements.c.judgement, JSON), name)
    return func.json_extract(judgements.c.judgement, f"$.{name}")
