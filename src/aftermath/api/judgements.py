"""Judgements: what people said, and saying more."""

from typing import Annotated, Any

from fastapi import APIRouter, Header, Request, Response
from fastapi import Query as Param
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from aftermath.api.answer import Paged, answer, numbered, only, page
from aftermath.api.desk import AtDesk, Desk
from aftermath.api.forms import judgement_form
from aftermath.api.people import Analyst, Caller
from aftermath.api.problems import Changed, Forbidden
from aftermath.api.shown import Shown, read
from aftermath.model import Misuse
from aftermath.model.judgement import VERDICTS
from aftermath.pipeline.judging import Ground
from aftermath.pipeline.review import Conflict, Wish, review
from aftermath.store.accounts import all_accounts
from aftermath.store.desk import Saying, judgements_page

router = APIRouter(tags=["judgements"])

LIGHT = ("comment", "status", "assign")
"""What an analyst may say, assigning to others left out; the rest takes a reviewer."""

Name = Annotated[str, Field(max_length=300)]


class Said(BaseModel):
    """A judgement as a person gives it."""

    model_config = ConfigDict(extra="forbid")

    verdict: Annotated[str, Field(max_length=20)]
    reason: Annotated[str, Field(min_length=1, max_length=5000)]
    incident: Name = ""
    version: Name = ""
    other: Name = ""
    claims: Annotated[list[Name], Field(max_length=1000)] = []
    claim: Name = ""
    report: Name = ""
    slot: Name = ""
    index: Annotated[int, Field(ge=0, le=1000)] = 0
    span: tuple[int, int] | None = None
    value: Any = None
    judgement: Name = ""


@router.get("/judgements")
def judgements(
    request: Request,
    _: Analyst,
    desk: AtDesk,
    paging: Paged,
    incident: Annotated[str, Param(max_length=300, description="Only those about this incident")] = "",
    verdict: Annotated[str, Param(max_length=20, description="Only this one")] = "",
    by: Annotated[str, Param(max_length=100, description="Only those of this person")] = "",
) -> Response:
    """What people judged, the last first."""
    if verdict and verdict not in VERDICTS:
        raise Misuse(f"verdict {verdict}: it is one of {', '.join(VERDICTS)}")
    size, before = desk.limit(paging.limit), numbered(paging.cursor)
    saying = Saying(verdict=verdict, by=by, incident=incident)

    def made() -> tuple[Any, Shown]:
        found = judgements_page(desk.store, saying, before, size + 1)
        following = (str(found[size - 1][0]),) if len(found) > size else None
        told = [judgement for _, judgement in found[:size]]
        return page(only(paging.fields, map(judgement_form, told)), following), read("judgements", judgements=told)

    return answer(request, desk, desk.store, made)


@router.post("/judgements", status_code=201)
def judge(said: Said, caller: Analyst, desk: AtDesk, if_match: Annotated[str, Header(max_length=100)] = "") -> Response:
    """Judge an incident as it was seen: 412 where somebody changed it since, and nothing is kept."""
    _allow(caller, said.verdict)
    if said.verdict == "assign":
        _allow_to_assign(caller, desk, said.value)
    particulars = said.model_dump(exclude={"reason"}) | {"claims": tuple(said.claims)}
    particulars["version"] = said.version or if_match.strip('"')
    try:
        made = review(desk.store, Wish(**particulars), Ground(by=caller.name, reason=said.reason))
    except Conflict as error:
        raise Changed(str(error)) from error
    return JSONResponse(judgement_form(made), 201)


def _allow(caller: Caller, verdict: str) -> None:
    if verdict not in LIGHT:
        caller.must("reviewer")


@router.get("/people")
def people(caller: Analyst, desk: AtDesk) -> dict[str, Any]:
    """Whom incidents can be assigned to, with their roles: those who may work on them."""
    return {"data": [{"name": name, "role": role} for name, role in _workers(caller, desk).items()]}


def _workers(caller: Caller, desk: Desk) -> dict[str, str]:
    """The roles of those who may work on incidents, by name."""
    if desk.settings.mode != "team":
        return {caller.name: caller.role}
    everybody = (Caller(name=account.name, role=account.role) for account in all_accounts(desk.store))
    return {one.name: one.role for one in everybody if one.may("analyst")}


def _allow_to_assign(caller: Caller, desk: Desk, to: Any) -> None:
    """An analyst takes work on, or lays it down; giving it to others takes a reviewer, and somebody who may do it."""
    if desk.settings.mode != "team" or not isinstance(to, str) or to in ("", caller.name):
        return  # one person may note any name; what is no name is refused by `review`
    if not caller.may("reviewer"):
        raise Forbidden(f"assigning to others takes the role reviewer; yours is {caller.role}")
    if to not in _workers(caller, desk):
        raise Misuse("`value` must be the name of somebody of GET /people, or empty")
