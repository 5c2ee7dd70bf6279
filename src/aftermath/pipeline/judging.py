"""Incidents looked at and judged by people: store and link put together.

A person names incidents and the claims in them by number, as `show` numbers them; what is
kept is a judgement about claims, which holds whatever becomes of the incidents.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from aftermath.link import LINK, Links, judgements, standing, tellings
from aftermath.model import Claim, Misuse, Report
from aftermath.model.incident import GRADES, Incident
from aftermath.model.judgement import Judgement
from aftermath.pipeline.linking import link_waiting, links_about, with_campaigns
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
    found, records = store.incident(name)
    (incident,) = with_campaigns(store, [(found, store.extent(found.id))])
    by_id = {claim.id: (record.report, claim) for record in records for claim in record.claims}
    links = Links()
    links.add(told for record in records for told in tellings(record) if told.id in incident.claims)
    reasons = {judgement.claims[0]: judgement.reason for judgement in judgements(links) if judgement.verdict == "link"}
    with store.shelf() as shelf:
        people = shelf.judged(incident.claims)
    return Page(
        incident=incident,
        claims=tuple(by_id[claim] for claim in incident.claims),
        why=reasons,
        people=tuple(people),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Two claims that were put together or kept apart: each finding with what it counts, and their sum.

    `bar` is the sum from which a pair speaks for one incident.
    """

    verdict: str
    one: str
    other: str
    total: float
    bar: float
    findings: tuple[tuple[str, float], ...]


def reasons(store: Store, name: str) -> tuple[Incident, tuple[Reason, ...]]:
    """Why the claims of an incident were linked, and which likely others were kept apart from them."""
    incident = store.incident(name)[0]
    links = links_about(store, incident)
    of_it = set(incident.claims)
    found = []
    for judgement in judgements(links):
        one, other = judgement.claims[0], (*judgement.together, *judgement.apart)[0]
        if of_it & {one, other}:
            compared = links.comparison(one, other)
            weighed = tuple((finding.text, round(finding.score * weight, 2)) for finding, weight in compared.findings)
            verdict = {"link": "one incident", "unlink": "kept apart"}[judgement.verdict]
            verdict += ", by a person" if "by a person" in judgement.reason else ""
            found.append(
                Reason(verdict=verdict, one=one, other=other, total=compared.total, bar=LINK, findings=weighed)
            )
    return incident, tuple(found)


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


def grade(store: Store, name: str, grade: str, ground: Ground) -> Judgement:
    """Give an incident a grade, the proposed or another; "" confirms the one it has."""
    incident = store.incident(name)[0]
    given = grade or (incident.grade.proposed or incident.grade).grade
    if given not in GRADES:
        raise Misuse(f"{given}: grades are {', '.join(GRADES)}")
    judged = Judgement(verdict="grade", claims=incident.claims, grade=given, reason=ground.reason, by=ground.by)
    return _judged(store, judged)


def withdraw(store: Store, name: str, ground: Ground) -> Judgement:
    """Take a judgement back, by its id or the letters it begins with; what it settled is as if it had not been."""
    found = [judgement for judgement in standing(store.judgements()) if judgement.id.startswith(name)]
    if len(found) != 1:
        raise Misuse(f"{'several standing judgements have' if found else 'no standing judgement has'} the id {name!r}")
    back = Judgement(
        verdict="withdraw", claims=found[0].named, withdraws=found[0].id, reason=ground.reason, by=ground.by
    )
    return _judged(store, back)


def _judged(store: Store, judgement: Judgement) -> Judgement:
    """Keep the judgement with the time, and link by it."""
    kept = replace(judgement, at=datetime.now(UTC).isoformat(timespec="seconds"))
    store.judge(kept)
    link_waiting(store)
    return kept
