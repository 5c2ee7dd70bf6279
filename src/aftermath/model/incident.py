"""The incident: what one or more claims are about, with what they agree and differ on.

An incident is a function of claims and judgements, and can be made again from them at any
time. No value in it is an average: each is somebody's, and names the claims it rests on.
"""

from dataclasses import dataclass, field
from datetime import date

from aftermath.model.judgement import RULE, Judgement
from aftermath.model.mention import Place

GRADES = ("confirmed", "fair", "weak", "contested", "discounted")
"""Airwars' gradings of an allegation of civilian harm, in their words."""

GROUPS = ("people", "civilians", "fighters", "children", "women")
"""Whom harm is counted for: all, and groups within. Children and women are civilians too."""

DOUBTS = {
    "unconfirmed": "nobody says outright that it happened",
    "alone": "one voice tells of it",
    "unplaced": "it is not on the map",
    "area": "its place is an area, not a point",
    "undated": "no day is known",
    "long": "its days are more than a week",
    "carried": "where or when was carried from elsewhere in a report by every claim",
}
"""What makes an incident doubtful, whether or not its accounts differ."""

MATTERS = ("toll", "status", "perpetrator", "target", "place", "day", "occurrence")
"""What accounts of one incident can differ on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One independent source of an incident, whoever carried it, and its claims.

    `name` is as the reports word it. The same wire copy in five papers is one voice, and so
    is the same spokesman quoted by two.
    """

    name: str
    kind: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A number of people, and the claims that give it; None where nobody gives one."""

    value: int | None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """How many of a group came to a harm: the least, the best and the most anybody says.

    `why` says by which steps; `superseded` are claims whose figures an update replaced.
    """

    kind: str
    group: str
    low: Bound
    best: Bound
    high: Bound
    why: str
    superseded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What is said, and the claims that say it: a side of a contradiction, or a party's own position."""

    says: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A matter on which claims of one incident cannot all be right."""

    about: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A grading and the reasons for it, in sentences for an analyst.

    `by` is "rule" where it is proposed, else the person who gave it; `proposed` is then what
    the rule would say, and `seconded` who confirmed it where that takes two.
    """

    grade: str
    reasons: tuple[str, ...]
    by: str = RULE
    seconded: str = ""
    proposed: "Grade | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """How far people are with an incident; `awaiting` is a grade that still takes a second person."""

    status: str = "unreviewed"
    assigned: str = ""
    awaiting: Judgement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """What a cluster of claims is about.

    `id` is that of its founding claim's: the earliest published, least by id among equals.
    `claims` are in the order of publication. `start` and `end` are the days that most claims
    allow, None where none gives any. `positions` are what parties to the conflict say of their
    own and others' part in it. `within` are the ids of campaigns that contain it. `doubts` are
    keys of `DOUBTS`.
    """

    id: str
    event: str
    scope: str
    claims: tuple[str, ...]
    start: date | None = None
    end: date | None = None
    place: Place | None = None
    voices: tuple[Voice, ...] = ()
    tolls: tuple[Toll, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    positions: tuple[Position, ...] = ()
    grade: Grade
    doubts: tuple[str, ...] = ()
    review: Review = Review()
    within: tuple[str, ...] = field(default=())
