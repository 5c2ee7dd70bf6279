"""People's judgements in the tables: rows are added, never changed."""

from sqlalchemy import Connection, insert, select

from aftermath.model import Misuse
from aftermath.model.judgement import Judgement
from aftermath.store import chain
from aftermath.store.form import from_text, to_text
from aftermath.store.shelf import CHUNK, chunks
from aftermath.store.tables import claims, judged, judgements, waiting


def judge(connection: Connection, judgement: Judgement) -> None:
    """Add a person's judgement; `Misuse` where it is a rule's or names claims that no incident has."""
    if not judgement.is_human:
        raise Misuse("a judgement to be kept needs the name of the person who made it")
    named = judgement.named
    known = {
        name
        for some in chunks(named, CHUNK)
        for name in connection.scalars(select(claims.c.id).where(claims.c.id.in_(some)))
    }
    if unknown := sorted(set(named) - known):
        raise Misuse(f"no such claim: {', '.join(unknown)}")
    form = to_text(judgement)
    number = connection.scalar(insert(judgements).values(judgement=form).returning(judgements.c.number))
    connection.execute(insert(judged), [{"claim": claim, "judgement": number} for claim in named])
    connection.execute(insert(waiting).values(judgement=number, published=""))
    chain.append(connection, [chain.Deed(actor=judgement.by, action="judgement", subject=str(number), payload=form)])


def all_judgements(connection: Connection) -> list[Judgement]:
    """People's judgements in the order in which they were made."""
    rows = connection.scalars(select(judgements.c.judgement).order_by(judgements.c.number))
    return [from_text(Judgement, form) for form in rows]
