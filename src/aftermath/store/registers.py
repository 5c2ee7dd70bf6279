"""Tables of who and where: sources, actors and places with what they said or saw.

Takes a store, gives rows. All of it is counted over what is kept, whenever it is asked for.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from aftermath.model.incident import Incident
from aftermath.store import tables
from aftermath.store.form import from_text
from aftermath.store.reports import records_in
from aftermath.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A source, an actor or a place; `agreed` and `differed` count incidents, for sources alone.

    A source agreed where others told of the same incident and it stands in no contradiction,
    and differed where it stands in one.
    """

    id: str
    name: str
    kind: str
    claims: int
    incidents: int
    agreed: int = 0
    differed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Registers:
    """The three tables, those with most claims first."""

    sources: tuple[Row, ...]
    actors: tuple[Row, ...]
    places: tuple[Row, ...]


def registers(store: Store) -> Registers:
    """The tables of what a store holds now."""
    with store.database.reading() as connection:
        forms = connection.scalars(select(tables.incidents.c.incident))
        incidents = [from_text(Incident, form) for form in forms]
        of_claim = {name: incident.id for incident in incidents for name in incident.claims}
        actors: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for record in records_in(connection, select(tables.reports)):
            for claim in record.claims:
                named = [*(party.actor for party in claim.attackers), *(source.actor for source in claim.sources)]
                for actor in {(a.id, a.name, a.kind) for a in named if a}:
                    actors[actor].append(claim.id)
    rows = (_row(id_, name, kind, names, of_claim) for (id_, name, kind), names in actors.items())
    return Registers(sources=_sources(incidents), actors=_sorted(rows), places=_places(incidents))


def _row(id_: str, name: str, kind: str, names: list[str], of_claim: dict[str, str]) -> Row:
    incidents = {of_claim[claim] for claim in names if claim in of_claim}
    return Row(id=id_, name=name, kind=kind, claims=len(names), incidents=len(incidents))


def _sources(incidents: list[Incident]) -> tuple[Row, ...]:
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    names: dict[tuple[str, str], str] = {}
    for incident in incidents:
        in_dispute = {c for dispute in incident.contradictions for p in dispute.positions for c in p.claims}
        for voice in incident.voices:
            key = (voice.name.lower(), voice.kind)
            names.setdefault(key, voice.name)
            differs = bool(in_dispute & set(voice.claims))
            agrees = not differs and len(incident.voices) > 1
            counts[key].update(claims=len(voice.claims), incidents=1, agreed=int(agrees), differed=int(differs))
    return _sorted(
        Row(
            id=f"{kind}:{lower}",
            name=names[lower, kind],
            kind=kind,
            claims=found["claims"],
            incidents=found["incidents"],
            agreed=found["agreed"],
            differed=found["differed"],
        )
        for (lower, kind), found in counts.items()
    )


def _places(incidents: list[Incident]) -> tuple[Row, ...]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    named: dict[str, tuple[str, str]] = {}
    for incident in incidents:
        if place := incident.place:
            key = place.id or ", ".join((place.name, *reversed(place.admin)))
            named.setdefault(key, (", ".join(dict.fromkeys((place.name, *reversed(place.admin)))), place.precision))
            counts[key].update(claims=len(incident.claims), incidents=1)
    return _sorted(
        Row(id=key, name=named[key][0], kind=named[key][1], claims=found["claims"], incidents=found["incidents"])
        for key, found in counts.items()
    )


def _sorted(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: (-row.claims, row.id)))
