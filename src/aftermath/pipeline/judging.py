"""Incidents looked at and judged by people: store and link put together.

A person names incidents and the claims in them by number, as `show` numbers them; what is
kept is a judgement about claims, which holds whatever becomes of the incidents.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from aftermath.link import LINK, Links, judgements, standing, tellings
from aftermath.model import Claim, Misuse, Record, Report
from aftermath.model.incident import GRADES, Incident
from aftermath.model.judgement import Judgement
from aftermath.pipeline.linking import link_waiting, links_about, with_campaigns
from aftermath.store import Store
from aftermath.store.seconding import grades_take_two


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Who judges, and why."""

    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An incident with what it rests on: each claim's report, and why the claim was linked.

    `records` are those of its reports by id. `why` has the reasons by claim; the founding claim
    and one that stands alone have none.
    """

    incident: Incident
    claims: tuple[tuple[Report, Claim], ...]
    records: dict[str, Record]
    why: dict[str, str]
    people: tuple[Judgement, ...]


def page(store: Store, name: str) -> Page:
    """The incident of an id, or of the letters it begins with."""
    found, records = store.incident(name)
    (incident,) = with_campaigns(store, [(found, store.extent(found.id))])
    by_id = {claim.id: (record.report, claim) for record in records for claim in record.claims}
    reasons = _reasons_to_link(incident, records) if len(incident.claims) > 1 else {}
    with store.shelf() as shelf:
        people = shelf.judged(incident.claims)
    return Page(
        incident=incident,
        claims=tuple(by_id[claim] for claim in incident.claims),
        records={record.report.id: record for record in records},
        why=reasons,
        people=tuple(people),
    )


def _reasons_to_link(incident: Incident, records: Sequence[Record]) -> dict[str, str]:
    """Why each claim of an incident was linked to one before it."""
    links = Links()
    links.add(told for record in records for told in tellings(record) if told.id in incident.claims)
    return {judgement.claims[0]: judgement.reason for judgement in judgements(links) if judgement.verdict == "link"}


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
    """Give an incident a grade, the proposed or another; "" confirms the one it has.

    Where grades take two people it becomes a proposal.
    """
    incident = store.incident(name)[0]
    given = grade or (incident.grade.proposed or incident.grade).grade
    if given not in GRADES:
        raise Misuse(f"{given}: grades are {', '.join(GRADES)}")
    judged = Judgement(verdict=grading(store), claims=incident.claims, grade=given, reason=ground.reason, by=ground.by)
    return _judged(store, judged)


def grading(store: Store) -> str:
    """The verdict of whoever gives a grade: where that takes two people, a proposal."""
    return "propose" if grades_take_two(store) else "grade"


def second(store: Store, name: str, ground: Ground) -> Judgement:
    """Let the grade proposed for an incident count; it takes another person than the one who proposed it."""
    return _answered(store, name, "second", ground)


def reject(store: Store, name: str, ground: Ground) -> Judgement:
    """Leave an incident's grade as it was before one was proposed."""
    return _answered(store, name, "reject", ground)


def _answered(store: Store, name: str, verdict: str, ground: Ground) -> Judgement:
    incident = store.incident(name)[0]
    awaiting = incident.review.awaiting
    if awaiting is None:
        raise Misuse(f"{incident.id} has no grade that awaits a second person")
    refuse_own(awaiting, ground)
    answer = Judgement(verdict=verdict, claims=incident.claims, value=awaiting.id, reason=ground.reason, by=ground.by)
    return _judged(store, answer)


def refuse_own(awaiting: Judgement, ground: Ground) -> None:
    """Refuse whoever answers the grade that they proposed themselves."""
    if awaiting.by == ground.by:
        raise Misuse("you proposed this grade: another person must second or reject it; you may take it back")


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
