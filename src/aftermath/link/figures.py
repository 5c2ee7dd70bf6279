"""What each claim says of each toll: one figure a claim, kind of harm and group.

Takes the tellings of one incident, gives `Figure`s. A whole told as such stands for all
people; where only groups that exclude each other are told, their sum does. Parts of a whole
("ten people, three of them children") are never added to it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aftermath.link.people import group_of
from aftermath.link.telling import Telling
from aftermath.model import Harm


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim's toll of one group; `low` and `high` as told, None where the bound is open."""

    telling: Telling
    kind: str
    group: str
    low: int | None
    high: int | None

    @property
    def value(self) -> int:
        """The number that the words give: "at least ten" is ten, "up to 120" is 120."""
        return next(bound for bound in (self.low, self.high) if bound is not None)

    @property
    def is_firm(self) -> bool:
        """Whether it has a lower bound: "up to 120" says nothing of how many there were."""
        return self.low is not None


def figures(tellings: Iterable[Telling]) -> list[Figure]:
    """All figures of all claims that do not deny the event; a toll without a number gives none."""
    found: list[Figure] = []
    for telling in tellings:
        if telling.claim.stance == "denied":
            continue
        for kind in dict.fromkeys(harm.kind for harm in telling.claim.harm):
            found += _of_claim(telling, kind, [harm for harm in telling.claim.harm if harm.kind == kind])
    return found


def _of_claim(telling: Telling, kind: str, harms: Sequence[Harm]) -> list[Figure]:
    told = [harm for harm in harms if harm.low is not None or harm.high is not None]
    figured = {group: _figure(telling, kind, group, told) for group in dict.fromkeys(group_of(h.who) for h in told)}
    if told and "people" not in figured:
        figured["people"] = _sum(telling, kind, list(figured.values()))
    return list(figured.values())


def _figure(telling: Telling, kind: str, group: str, harms: Sequence[Harm]) -> Figure:
    """The entry of a group; of several wholes those that are no parts are added, of parts the greatest is taken."""
    own = [harm for harm in harms if group_of(harm.who) == group]
    wholes = [harm for harm in own if harm.part_of is None]
    if group == "people":
        # "Ten people, one of them a driver": the first is the whole, whatever else is called people.
        wholes = wholes[:1]
    chosen = wholes or [max(own, key=lambda harm: harm.low or harm.high or 0)]
    return Figure(telling, kind, group, _added(h.low for h in chosen), _added(h.high for h in chosen))


def _sum(telling: Telling, kind: str, figured: Sequence[Figure]) -> Figure:
    """All people from groups: civilians and fighters add up; children and women are civilians where those are told."""
    by_group = {figure.group: figure for figure in figured}
    parts = ("fighters", "civilians") if "civilians" in by_group else ("fighters", "children", "women")
    chosen = [by_group[group] for group in parts if group in by_group]
    return Figure(telling, kind, "people", _added(f.low for f in chosen), _added(f.high for f in chosen))


def _added(bounds: Iterable[int | None]) -> int | None:
    """The sum of bounds; open as soon as one is."""
    total = 0
    for bound in bounds:
        if bound is None:
            return None
        total += bound
    return total
