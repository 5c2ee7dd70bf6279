"""Judgements: what people said, and saying more."""

from typing import Annotated, Any

from fastapi import APIRouter, Header, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from aftermath.api.answer import Cursor, Limit, answer, numbered, page
from aftermath.api.desk import AtDesk
from aftermath.api.forms import judgement_form
from aftermath.api.people import Analyst, Caller
from aftermath.api.problems import Changed, Forbidden
from aftermath.pipeline.judging import Ground
from aftermath.pipeline.review import Conflict, Wish, review
from aftermath.store.desk import judgements_page

router = APIRouter(tags=["judgements"])

LIGHT = ("comment", "status", "assign")
"""What an analyst may say; the rest takes a reviewer."""

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
def judgements(request: Request, _: Analyst, desk: AtDesk, limit: Limit = None, cursor: Cursor = "") -> Response:
    """What people judged, the last first."""
    size = desk.limit(limit)
    found = judgements_page(desk.store, numbered(cursor), size + 1)
    following = (str(found[size - 1][0]),) if len(found) > size else None
    return answer(request, page([judgement_form(judgement) for _, judgement in found[:size]], following))


@router.post("/judgements", status_code=201)
def judge(said: Said, caller: Analyst, desk: AtDesk, if_match: Annotated[str, Header(max_length=100)] = "") -> Response:
    """Judge an incident as it was seen: 412 where somebody changed it since, and nothing is kept."""
    _allow(caller, said.verdict)
    particulars = said.model_dump(exclude={"reason"}) | {"claims": tuple(said.claims)}
    particulars["version"] = said.version or if_match.strip('"')
    try:
        ground, two = Ground(by=caller.name, reason=said.reason), desk.settings.two_person_grades
        made = review(desk.store, Wish(**particulars), ground, two_person_grades=two)
    except Conflict as error:
        raise Changed(str(error)) from error
    return JSONResponse(judgement_form(made), 201)


def _allow(caller: Caller, verdict: str) -> None:
    if verdict not in LIGHT and not caller.may("reviewer"):
        raise Forbidden(f"this takes the role reviewer; yours is {caller.role}")
