"""Incidents looked at and judged by people: store and link put together.

A person names incidents and the claims in them by number, as `show` numbers them; what is
kept is a judgement about claims, which holds whatever becomes of the incidents.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from aftermath.link import Links, judgements, link, tellings
from aftermath.model import Claim, Misuse, Report
from aftermath.model.incident import Incident
from aftermath.model.judgement import Judgement
from aftermath.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Who judges, and why."""

    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An incident with what it rests on: each claim's report, and why the claim was linked.

    `why` has the reasons by claim; the founding claim and one that stands alone have none.
    """

    incident: Incident
    claims: tuple[tuple[Report, Claim], ...]
    why: dict[str, str]
    people: tuple[Judgement, ...]


def page(store: Store, name: str) -> Page:
    """The incident of an id, or of the letters it begins with."""
    incident, records = store.incident(name)
    by_id = {claim.id: (record.report, claim) for record in records for claim in record.claims}
    links = Links()
    links.add(told for record in records for told in tellings(record) if told.id in incident.claims)
    of_it = set(incident.claims)
    reasons = {judgement.claims[0]: judgement.reason for judgement in judgements(links) if judgement.verdict == "link"}
    return Page(
        incident=incident,
        claims=tuple(by_id[claim] for claim in incident.claims),
        why=reasons,
        people=tuple(j for j in store.judgements() if of_it & {*j.claims, *j.together, *j.apart}),
    )


def merge(store: Store, one: str, other: str, ground: Ground) -> Judgement:
    """Put two incidents together."""
    first, second = store.incident(one)[0], store.incident(other)[0]
    if first.id == second.id:
        raise Misuse(f"{one} and {other} are one incident already")
    return _judged(
        store,
        Judgement(verdict="merge", claims=first.claims, together=second.claims, reason=ground.reason, by=ground.by),
    )


def split(store: Store, name: str, numbers: Sequence[int], ground: Ground) -> Judgement:
    """Take claims out of an incident, to be one of their own."""
    incident = store.incident(name)[0]
    out = _numbered(incident, numbers)
    rest = tuple(claim for claim in incident.claims if claim not in out)
    if not rest:
        raise Misuse("that would take all claims out; leave at least one")
    return _judged(store, Judgement(verdict="split", claims=out, apart=rest, reason=ground.reason, by=ground.by))


def move(store: Store, name: str, numbers: Sequence[int], other: str, ground: Ground) -> Judgement:
    """Take claims out of an incident into another."""
    incident, target = store.incident(name)[0], store.incident(other)[0]
    if incident.id == target.id:
        raise Misuse(f"{name} and {other} are one incident")
    out = _numbered(incident, numbers)
    rest = tuple(claim for claim in incident.claims if claim not in out)
    moved = Judgement(
        verdict="move", claims=out, together=target.claims, apart=rest, reason=ground.reason, by=ground.by
    )
    return _judged(store, moved)


def _numbered(incident: Incident, numbers: Sequence[int]) -> tuple[str, ...]:
    wrong = [number for number in numbers if not 1 <= number <= len(incident.claims)]
    if wrong or not numbers:
        raise Misuse(f"{incident.id} has claims 1 to {len(incident.claims)}; asked for {', '.join(map(str, wrong))}")
    return tuple(incident.claims[number - 1] for number in dict.fromkeys(numbers))


def _judged(store: Store, judgement: Judgement) -> Judgement:
    """Keep the judgement and link anew by it."""
    store.judge(judgement)
    store.relink(link)
    return judgement
