"""Filters of incidents as query parameters, under the names that ACLED's and UCDP's users know.

Takes what was asked, gives what is wanted of the store; a value that cannot be is a `Misuse`
that says which would do.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from fastapi import Depends
from fastapi import Query as Param

from aftermath.export.ucdp_countries import code_of_number
from aftermath.model import EVENTS, Misuse
from aftermath.model.codes import SCOPES
from aftermath.model.incident import GRADES
from aftermath.resolve.gazetteer.countries import code_of
from aftermath.store import ORDERS, Query

MAX_WORDS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """First and last day asked for."""

    since: date | None
    until: date | None


def _day(text: str, name: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Misuse(f"{name} {text!r}: give a day such as 2019-03-14") from error


async def days(
    event_date: Annotated[
        str, Param(max_length=30, description="A day, or two with | between (ACLED): 2024-01-01|2024-01-31")
    ] = "",
    start_date: Annotated[str, Param(alias="StartDate", max_length=10, description="Not before this day (UCDP)")] = "",
    end_date: Annotated[str, Param(alias="EndDate", max_length=10, description="Not after this day (UCDP)")] = "",
) -> Days:
    """The days of a request."""
    first, _, last = event_date.partition("|")
    since, until = (_day(text, "event_date") if text else None for text in (first, last or first))
    if start_date:
        since = _day(start_date, "StartDate")
    if end_date:
        until = _day(end_date, "EndDate")
    if since and until and since > until:
        raise Misuse(f"no day is after {since} and before {until}")
    return Days(since=since, until=until)


async def events(
    event: Annotated[str, Param(max_length=400, description="Event codes, with | between")] = "",
    event_type: Annotated[str, Param(max_length=400, description="ACLED's event types, with |")] = "",
    sub_event_type: Annotated[str, Param(max_length=400, description="ACLED's sub-event types, with |")] = "",
    type_of_violence: Annotated[str, Param(alias="TypeOfViolence", max_length=9, description="UCDP: 1, 2, 3")] = "",
) -> tuple[str, ...]:
    """The event codes of a request; () asks for all."""
    asked = (
        ("event", event, {row.code: row.code for row in EVENTS.values()}),
        ("event_type", event_type, {row.code: row.acled_type for row in EVENTS.values()}),
        ("sub_event_type", sub_event_type, {row.code: row.acled for row in EVENTS.values()}),
        ("TypeOfViolence", type_of_violence, {row.code: str(row.ucdp) for row in EVENTS.values() if row.ucdp}),
    )
    codes = set(EVENTS)
    for name, text, called in asked:
        if text:
            wanted = {part.strip() for part in text.split("|")}
            if wrong := wanted - set(called.values()):
                known = ", ".join(dict.fromkeys(called.values()))
                raise Misuse(f"{name} {', '.join(sorted(wrong))}: it is one of {known}")
            codes &= {code for code, value in called.items() if value in wanted}
    if not codes:
        raise Misuse("no event is of all the kinds asked for")
    return () if codes == set(EVENTS) else tuple(sorted(codes))


async def countries(
    country: Annotated[str, Param(max_length=400, description="Countries by name (ACLED), with | between")] = "",
    iso: Annotated[
        str, Param(max_length=200, description="Countries by ISO 3166 code, with |: 729 (ACLED), SDN or SD")
    ] = "",
    ucdp: Annotated[
        str, Param(alias="Country", max_length=200, description="Countries by UCDP's numbers, with , between: 625,626")
    ] = "",
) -> tuple[str, ...]:
    """The alpha-2 codes of the countries of a request; () asks for all."""
    by_number = [_numbered(part.strip()) for part in ucdp.replace("|", ",").split(",") if part.strip()]
    asked = [part.strip() for text in (country, iso) for part in text.split("|") if part.strip()]
    found = {name: code_of(name) for name in asked}
    if unknown := [name for name, code in found.items() if not code]:
        raise Misuse(f"no country is known as {', '.join(unknown)}; `place` looks for words in names")
    return tuple(sorted({code for code in (*found.values(), *by_number) if code}))


def _numbered(text: str) -> str:
    code = code_of_number(int(text)) if text.isascii() and text.isdigit() and len(text) <= 4 else None
    if code is None:
        raise Misuse(f"Country {text}: give UCDP's numbers, such as 625 for Sudan; `country` takes names")
    return code


def _numbers(text: str, many: int, name: str, such: str) -> tuple[float, ...]:
    try:
        found = tuple(map(float, text.split(",")))
    except ValueError as error:
        raise Misuse(f"{name} {text!r}: give numbers such as {such}") from error
    if len(found) != many or not all(abs(number) <= 20_040 for number in found):  # half of the equator, in km
        raise Misuse(f"{name} {text!r}: give {many} numbers such as {such}")
    return found


def _one_of(asked: str, known: tuple[str, ...], name: str) -> str:
    if asked and asked not in known:
        raise Misuse(f"{name} {asked}: it is one of {', '.join(known)}")
    return asked


async def about(
    when: Annotated[Days, Depends(days)],
    codes: Annotated[tuple[str, ...], Depends(events)],
    lands: Annotated[tuple[str, ...], Depends(countries)],
    admin1: Annotated[str, Param(max_length=400, description="First-level areas by name (ACLED), with |")] = "",
    grade: Annotated[str, Param(max_length=20)] = "",
    scope: Annotated[str, Param(max_length=20, description="incident or campaign")] = "",
    fatalities: Annotated[
        int | None, Param(ge=0, le=10_000_000, description="At least so many killed, by the best figure")
    ] = None,
    contested: Annotated[bool, Param(description="Only those on which accounts differ")] = False,
    near: Annotated[str, Param(max_length=80, description="LAT,LON,KM")] = "",
    bbox: Annotated[str, Param(max_length=100, description="west,south,east,north, as GeoJSON orders them")] = "",
    geography: Annotated[
        str,
        Param(alias="Geography", max_length=100, description="UCDP: lat lon,lat lon, south-west first"),
    ] = "",
    place: Annotated[str, Param(max_length=MAX_WORDS, description="Words in names of places")] = "",
    actor: Annotated[str, Param(max_length=MAX_WORDS, description="Words in names of parties")] = "",
    source: Annotated[str, Param(max_length=MAX_WORDS, description="Words in names of sources and outlets")] = "",
) -> Query:
    """What a request wants of the incidents, words in any of their parts left out."""
    if bbox and geography:
        raise Misuse("give either bbox or Geography")
    point = _numbers(near, 3, "near", "13.2,30.2,25") if near else None
    box = _numbers(bbox, 4, "bbox", "36.0,35.0,37.5,36.5") if bbox else None
    return Query(
        events=codes,
        countries=lands,
        admin1=tuple(filter(None, map(str.strip, admin1.split("|")))),
        since=when.since,
        until=when.until,
        grade=_one_of(grade, GRADES, "grade"),
        scope=_one_of(scope, SCOPES, "scope"),
        killed=fatalities,
        contested=contested,
        near=(point[0], point[1], point[2]) if point else None,
        box=(box[1], box[0], box[3], box[2]) if box else _corners(geography),
        place=place,
        actor=actor,
        source=source,
    )


def _corners(text: str) -> tuple[float, float, float, float] | None:
    """South, west, north and east of two corners as UCDP has them, None of ""."""
    if not text:
        return None
    found = _numbers(",".join(text.replace(",", " ").split()), 4, "Geography", "12.5 30.0,14.0 32.5")
    return found[0], found[1], found[2], found[3]


About = Annotated[Query, Depends(about)]


async def wanted(
    query: About,
    q: Annotated[str, Param(max_length=MAX_WORDS, description="Words in any of these or in the claims")] = "",
) -> Query:
    """What a request wants of the incidents, in no order."""
    return replace(query, words=q)


Asked = Annotated[Query, Depends(wanted)]


async def in_order(
    query: Asked, order: Annotated[str, Param(max_length=20, description=", ".join(ORDERS))] = "newest"
) -> Query:
    """What a request wants of the incidents, in an order."""
    return replace(query, order=order)


Listed = Annotated[Query, Depends(in_order)]
