"""What reviewers do to incidents and claims: turned into judgements, kept, and linked by.

Takes what a person wants with the version of the incident that they saw; gives the judgement
kept. `Conflict` where somebody changed the incident meanwhile. Where grades take two people,
one that is given becomes a proposal, which another person seconds or rejects.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, get_type_hints

from aftermath.link import standing
from aftermath.model import EVENTS, Claim, Misuse, Record, Words
from aftermath.model.codes import SCOPES, STANCES
from aftermath.model.errors import AftermathError
from aftermath.model.incident import GRADES, Incident
from aftermath.model.judgement import ANSWERS, STATUSES, Judgement
from aftermath.model.words import words_at
from aftermath.pipeline.judging import Ground, grading, refuse_own
from aftermath.pipeline.linking import link_waiting
from aftermath.pipeline.slots import CODES, filler
from aftermath.store import Store
from aftermath.store.browse import record_of
from aftermath.store.desk import amended_by, append
from aftermath.store.form import to_text


class Conflict(AftermathError):
    """Somebody changed the incident since it was seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person wants: a verdict, about which incident as they saw it, and its particulars."""

    verdict: str
    incident: str = ""
    version: str = ""
    other: str = ""
    claims: tuple[str, ...] = ()
    claim: str = ""
    report: str = ""
    slot: str = ""
    index: int = 0
    span: tuple[int, int] | None = None
    value: Any = None
    judgement: str = ""


def review(store: Store, wish: Wish, ground: Ground) -> Judgement:
    """Keep what a person wants as a judgement, and link by it."""
    if wish.verdict not in MAKERS:
        raise Misuse(f"verdict {wish.verdict}: it is one of {', '.join(MAKERS)}")
    if not ground.reason.strip():
        raise Misuse("a judgement needs a reason")
    made, report = MAKERS[wish.verdict](store, wish)
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    made = replace(made, reason=ground.reason, by=ground.by, at=at)
    if made.verdict in ANSWERS and (awaiting := _incident(store, wish).review.awaiting):
        refuse_own(awaiting, ground)
    if wish.incident and not wish.version:
        raise Misuse("say with `version` which version of the incident you saw")
    seen = {store.incident(wish.incident)[0].id: wish.version} if wish.incident else {}
    if changed := append(store, made, report, seen):
        raise Conflict(f"{', '.join(changed)} was changed since you saw it: look again, then judge")
    link_waiting(store)
    return made


Made = tuple[Judgement, str]


def _judgement(verdict: str, claims: Sequence[str], **more: Any) -> Judgement:
    return Judgement(verdict=verdict, claims=tuple(claims), reason="", **more)


def _incident(store: Store, wish: Wish) -> Incident:
    if not wish.incident:
        raise Misuse("say with `incident` which one is meant")
    return store.incident(wish.incident)[0]


def _merge(store: Store, wish: Wish) -> Made:
    one, other = _incident(store, wish), store.incident(wish.other or "?")[0]
    if one.id == other.id:
        raise Misuse("they are one incident already")
    return _judgement("merge", one.claims, together=other.claims), ""


def _parts(store: Store, wish: Wish) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Claims to be taken out of an incident, and those left."""
    incident = _incident(store, wish)
    if not wish.claims or not set(wish.claims) <= set(incident.claims):
        raise Misuse("`claims` must name claims of the incident")
    return wish.claims, tuple(claim for claim in incident.claims if claim not in wish.claims)


def _split(store: Store, wish: Wish) -> Made:
    out, rest = _parts(store, wish)
    if not rest:
        raise Misuse("that would take all claims out; leave at least one")
    return _judgement("split", out, apart=rest), ""


def _move(store: Store, wish: Wish) -> Made:
    out, rest = _parts(store, wish)
    other = store.incident(wish.other or "?")[0]
    if set(out) & set(other.claims):
        raise Misuse("they are of that incident already")
    return _judgement("move", out, together=other.claims, apart=rest), ""


def _grade(store: Store, wish: Wish) -> Made:
    incident = _incident(store, wish)
    given = wish.value or (incident.grade.proposed or incident.grade).grade
    if given not in GRADES:
        raise Misuse(f"{given}: grades are {', '.join(GRADES)}")
    return _judgement(grading(store), incident.claims, grade=given), ""


def _answer(store: Store, wish: Wish) -> Made:
    incident = _incident(store, wish)
    awaiting = incident.review.awaiting
    if awaiting is None or awaiting.id != wish.judgement:
        raise Misuse("`judgement` must be the id of the grade that awaits a second person")
    return _judgement(wish.verdict, incident.claims, value=awaiting.id), ""


def _comment(store: Store, wish: Wish) -> Made:
    return _judgement("comment", _incident(store, wish).claims), ""


def _status(store: Store, wish: Wish) -> Made:
    if wish.value not in STATUSES:
        raise Misuse(f"status {wish.value}: it is one of {', '.join(STATUSES)}")
    return _judgement("status", _incident(store, wish).claims, value=wish.value), ""


def _assign(store: Store, wish: Wish) -> Made:
    if not isinstance(wish.value, str) or len(wish.value) > 100:
        raise Misuse("`value` is the name of whom it is assigned to, or empty")
    return _judgement("assign", _incident(store, wish).claims, value=wish.value), ""


def _correct(store: Store, wish: Wish) -> Made:
    incident = _incident(store, wish)
    record = next((r for r in store.incident(incident.id)[1] if any(c.id == wish.claim for c in r.claims)), None)
    if record is None or wish.claim not in incident.claims:
        raise Misuse("`claim` must name a claim of the incident")
    claim = next(claim for claim in record.claims if claim.id == wish.claim)
    value = _corrected(claim, record, wish)
    others = (name for name in incident.claims if name != wish.claim)
    return _judgement("correct", (wish.claim, *others), slot=wish.slot, value=to_text_of(value)), record.report.id


def to_text_of(value: Any) -> str:
    """The JSON text of a slot's value."""
    return to_text(value)


def _corrected(claim: Claim, record: Record, wish: Wish) -> Any:
    """The slot's value with one of its fillers put right, taken out, or added."""
    if wish.slot in CODES:
        known = {"event": tuple(EVENTS), "scope": SCOPES, "stance": STANCES}[wish.slot]
        if wish.value not in known:
            raise Misuse(f"{wish.slot} {wish.value}: it is one of {', '.join(known)}")
        return wish.value
    made = None if wish.value is None else filler(wish.slot, _words(record, wish.span), wish.value)
    held = getattr(claim, wish.slot, None) if wish.slot in get_type_hints(Claim) else None
    if not isinstance(held, tuple):
        return made
    if not 0 <= wish.index <= len(held):
        raise Misuse(f"{wish.slot} has {len(held)} values; `index` counts from 0")
    return (*held[: wish.index], *((made,) if made else ()), *held[wish.index + 1 :])


def _words(record: Record, span: tuple[int, int] | None) -> Words:
    text = record.report.text
    if span is None or not 0 <= span[0] < span[1] <= len(text):
        raise Misuse("`span` must be a start and an end in the report's text: no value without its words")
    return words_at(text, *span)


def _add(store: Store, wish: Wish) -> Made:
    record = record_of(store, wish.report)
    if record is None:
        raise Misuse("`report` must name the report that makes the claim")
    value: Mapping[str, Any] = wish.value if isinstance(wish.value, dict) else {}
    if value.get("event") not in EVENTS:
        raise Misuse(f"`value` must have an `event`, one of {', '.join(EVENTS)}")
    stance, scope = value.get("stance", "asserted"), value.get("scope", "incident")
    if stance not in STANCES or scope not in SCOPES:
        raise Misuse(f"a stance is one of {', '.join(STANCES)}, a scope one of {', '.join(SCOPES)}")
    number = sum(":added-" in claim.id for claim in record.claims) + 1
    claim = Claim(
        id=f"{wish.report}:added-{number}",
        event=value["event"],
        stance=stance,
        scope=scope,
        quotes=(_words(record, wish.span),),
        why={"event": "added by a reviewer"},
    )
    return _judgement("add", (claim.id,), value=to_text(claim)), wish.report


def _undo(store: Store, wish: Wish) -> Made:
    found = [judgement for judgement in standing(store.judgements()) if judgement.id == wish.judgement]
    if not found:
        raise Misuse(f"no standing judgement has the id {wish.judgement!r}")
    report = amended_by(store, found[0].id)
    return _judgement("withdraw", found[0].named, withdraws=found[0].id), report


MAKERS = {
    "merge": _merge,
    "split": _split,
    "move": _move,
    "grade": _grade,
    "second": _answer,
    "reject": _answer,
    "comment": _comment,
    "status": _status,
    "assign": _assign,
    "correct": _correct,
    "add": _add,
    "undo": _undo,
}
"""What a person may want, and how each becomes a judgement."""
