"""Claims and reports made up for the tests of linking."""

from datetime import date
from typing import Any

from aftermath.link.telling import Telling, tellings
from aftermath.model import (
    Actor,
    Claim,
    Harm,
    Party,
    Place,
    PlaceMention,
    Record,
    Report,
    Source,
    Target,
    Time,
    TimeMention,
    Words,
)

DAY = date(2024, 6, 11)


def words(text: str) -> Words:
    return Words(text=text, span=(0, len(text)))


def place(name: str, lat: float | None = None, lon: float | None = None, **more: Any) -> PlaceMention:
    given = {"precision": "town"} | more
    return PlaceMention(text=name, span=(0, len(name)), place=Place(name=name, lat=lat, lon=lon, **given))


def when(start: date, end: date | None = None) -> TimeMention:
    return TimeMention(text="then", span=(0, 4), time=Time(start=start, end=end or start))


def harm(kind: str, who: str, low: int | None, high: int | None = None, part_of: int | None = None) -> Harm:
    text = f"{low} {who} {kind}"
    return Harm(text=text, span=(0, len(text)), kind=kind, who=who, low=low, high=high, part_of=part_of)


def source(text: str, kind: str = "resident", actor: Actor | None = None) -> Source:
    return Source(text=text, span=(0, len(text)), kind=kind, actor=actor)


def party(text: str, actor: Actor | None = None) -> Party:
    return Party(text=text, span=(0, len(text)), actor=actor)


def target(text: str, kind: str = "") -> Target:
    return Target(text=text, span=(0, len(text)), kind=kind)


def claim(name: str, quote: str = "Shells hit the place", **slots: Any) -> Claim:
    given: dict[str, Any] = {
        "event": "shelling",
        "scope": "incident",
        "stance": "asserted",
        "when": when(DAY),
        "where": (place("El Obeid", 13.18, 30.22),),
        "quotes": (words(quote),),
    }
    return Claim(id=name, **(given | slots))


def report(name: str, outlet: str = "", published: date | None = DAY, text: str = "Text.") -> Report:
    return Report(id=name, text=text, outlet=outlet, published=published)


def record(name: str, *claims: Claim, **more: Any) -> Record:
    return Record(report=report(name, **more), claims=claims)


def told(*records: Record) -> list[Telling]:
    return [telling for one in records for telling in tellings(one)]
