"""The claim: one statement by one source in one report about one event."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from aftermath.model.mention import PlaceMention, Quantity, TimeMention
from aftermath.model.report import Problem, Report
from aftermath.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A known party to a conflict; `kind` is one of ACLED's inter codes in words."""

    id: str
    name: str
    kind: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention(Words):
    """Words of a report that name a known actor, and the actor."""

    actor: Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Words):
    """Who makes the claim, as worded, and what kind of source that is."""

    kind: str
    actor: Actor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Words):
    """Who is said to have done it, as worded, and the actor it names if one is known."""

    actor: Actor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Words):
    """Who or what was hit; `kind` is a row of the target table, "" where none fits."""

    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weapon(Words):
    """The thing used; `kind` is a row of the weapon table, "" where none fits."""

    kind: str = ""


Count = Quantity
"""How many strikes, rockets or raids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Harm(Words):
    """How many people came to which harm; None is an open bound.

    `part_of` is the index, in the claim's harm, of the whole of which this is a part
    ("10 people, three of them children"), None where it stands for itself.
    """

    kind: str
    who: str
    low: int | None
    high: int | None
    part_of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement by one source in one report about one event.

    Every value is words of the report. `inferred` names the slots whose value was carried
    from elsewhere in the report, and says from where; `why` names, a slot, the rule and
    table row by which it was read.
    """

    id: str
    event: str
    scope: str
    stance: str
    sources: tuple[Source, ...] = ()
    when: TimeMention | None = None
    where: tuple[PlaceMention, ...] = ()
    attackers: tuple[Party, ...] = ()
    targets: tuple[Target, ...] = ()
    weapons: tuple[Weapon, ...] = ()
    count: Count | None = None
    harm: tuple[Harm, ...] = ()
    quotes: tuple[Words, ...]
    inferred: Mapping[str, str] = field(default_factory=dict)
    why: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A report as read: the report, its claims in the order of the text, its problems."""

    report: Report
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()
