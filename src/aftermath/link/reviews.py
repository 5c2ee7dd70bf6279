"""What people said of an incident made its grade and the state of its review.

Takes what stands of their judgements about its claims, in order. A grade is the last word on
the claims that its founding claim is among; one that was proposed counts when another person
seconded it, and its own author never can.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from aftermath.model.incident import Grade, Review
from aftermath.model.judgement import ANSWERS, Judgement


@dataclass(slots=True)
class _Graded:
    """The grade that stands, who seconded it, and the proposal that waits for somebody to."""

    grade: Judgement | None = None
    second: Judgement | None = None
    awaiting: Judgement | None = None


def graded(said: Sequence[Judgement], claims: Sequence[str], proposed: Grade) -> Grade:
    """The grade of an incident: people's last word on it, else the rule's.

    A grade was given to certain claims; where they are not those of now, that is said.
    """
    found = _graded(said, claims)
    if found.grade is None:
        return proposed
    of, then = set(claims), set(found.grade.claims)
    counts = (("claims came to it since", of - then), ("claims were taken out of it since", then - of))
    since = (f"{what}: {len(claims)}" for what, claims in counts if claims)
    seconding = (found.second.reason,) if found.second else ()
    return Grade(
        grade=found.grade.grade,
        reasons=(found.grade.reason, *seconding, *since),
        by=found.grade.by,
        seconded=found.second.by if found.second else "",
        proposed=proposed,
    )


def review(said: Sequence[Judgement], claims: Sequence[str]) -> Review:
    """How far people are with an incident."""
    last = {judgement.verdict: judgement.value for judgement in said}
    return Review(
        status=last.get("status", "unreviewed"),
        assigned=last.get("assign", ""),
        awaiting=_graded(said, claims).awaiting,
    )


def _graded(said: Sequence[Judgement], claims: Sequence[str]) -> _Graded:
    of, found = set(claims), _Graded()
    for judgement in said:
        if judgement.verdict == "grade" and judgement.claims[0] in of:
            found = _Graded(grade=judgement)
        elif judgement.verdict == "propose" and judgement.claims[0] in of:
            found.awaiting = judgement
        elif judgement.verdict in ANSWERS and _answers(judgement, found.awaiting):
            found = _Graded(found.awaiting, judgement) if judgement.verdict == "second" else found
            found.awaiting = None
    return found


def _answers(judgement: Judgement, awaiting: Judgement | None) -> bool:
    return awaiting is not None and judgement.value == awaiting.id and judgement.by != awaiting.by
