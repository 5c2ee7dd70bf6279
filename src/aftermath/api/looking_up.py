"""Looking up what words may mean, to put a claim right: places in the gazetteer, and days."""

from dataclasses import asdict
from datetime import date
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Request
from fastapi import Query as Param

from aftermath.api.desk import AtDesk, Desk
from aftermath.api.forms import plain
from aftermath.api.people import Analyst
from aftermath.api.problems import Absent
from aftermath.api.shown import read
from aftermath.model import Misuse, Record
from aftermath.pipeline.looking_up import days_meant, places_named
from aftermath.store.browse import record_of

router = APIRouter(tags=["looking up"])

Words = Annotated[str, Param(min_length=1, max_length=200, description="Words, such as those selected in a report")]
Of = Annotated[str, Param(max_length=300, description="The report that they are of")]


@router.get("/gazetteer")
def gazetteer(
    request: Request,
    _: Analyst,
    desk: AtDesk,
    q: Words,
    report: Of = "",
    limit: Annotated[int, Param(ge=1, le=100)] = 20,
) -> dict[str, Any]:
    """Places of a name, or of one spelled alike: `value` of each is what a correction of `where` takes.

    Those near the report's other places come first, and `km` says how far; without a report the largest.
    """
    record = _record(desk, report) if report else None
    # How far each is from the report's places tells where those are.
    request.state.shown = (read(f"places near those of report {report}", records=[record] if record else []),)
    found = desk.adding.ask(partial(places_named, words=q, record=record, most=limit))
    forms = (asdict(one) for one in found)
    return {"data": [plain({"value": form.pop("place"), **form}) for form in forms]}


@router.get("/days")
def days(
    _: Analyst,
    desk: AtDesk,
    q: Words,
    report: Of = "",
    published: Annotated[date | None, Param(description="The day to count from, where no report is given")] = None,
) -> dict[str, Any]:
    """The days that words mean, counted from the report's date: `value` of each is what a correction of `when` takes.

    No day is guessed: `data` is empty where the words name none, and `start` null where they cannot be counted.
    """
    if report and published:
        raise Misuse("give either `report` or `published`")
    seen_from = _record(desk, report).report.published if report else published
    found = desk.adding.ask(partial(days_meant, words=q, published=seen_from))
    return {"published": plain(seen_from), "data": [_day(mention) for mention in map(asdict, found)]}


def _day(mention: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = mention["time"]
    value = {name: told[name] for name in ("start", "end", "precision")}
    more = {"text": mention["text"], "span": mention["span"], "kind": mention["kind"]}
    form: dict[str, Any] = plain({"value": value, **more, "anchor": told["anchor"], "why": told["why"]})
    return form


def _record(desk: Desk, name: str) -> Record:
    record = record_of(desk.store, name)
    if record is None:
        raise Absent("no report has that id")
    return record
