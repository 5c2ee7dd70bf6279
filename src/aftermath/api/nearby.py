"""Incidents near one and like it, and why the linker finds them alike."""

from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from fastapi import Query as Param

from aftermath.api.answer import Fields, answer, only
from aftermath.api.desk import AtDesk
from aftermath.api.forms import incident_summary
from aftermath.api.people import Shelf
from aftermath.api.problems import Absent
from aftermath.api.shown import Shown, read
from aftermath.export.reasons import told
from aftermath.link import Comparison
from aftermath.model import Misuse
from aftermath.pipeline.nearby import BAR, Near, Reach, nearby

router = APIRouter(tags=["incidents"])


@router.get("/incidents/{name}/nearby")
def near(
    request: Request,
    shelf: Shelf,
    desk: AtDesk,
    name: str,
    km: Annotated[float, Param(ge=0, le=1000)] = 25,
    days: Annotated[int, Param(ge=0, le=366)] = 7,
    limit: Annotated[int, Param(ge=1, le=50)] = 20,
    order: Annotated[str, Param(pattern="^(nearest|likest)$")] = "nearest",
    fields: Fields = "",
) -> Response:
    """Incidents within so many kilometres and days, each with why it is or is not like this one."""
    reach = Reach(km=km, days=days, most=limit)

    def made() -> tuple[Any, Shown]:
        try:
            found = nearby(shelf, name, reach)
        except Misuse as error:
            raise Absent("no incident has that id, or several have one that begins so") from error
        if order == "likest":
            found.sort(key=_unlike)
        shown = read(f"what is near {name}", incidents=(one.incident for one in found))
        return {"bar": BAR, "data": only(fields, map(_form, found))}, shown

    return answer(request, desk, shelf, made)


def _unlike(near: Near) -> tuple[bool, float]:
    return (near.likeness.is_barred, -near.likeness.total) if near.likeness else (True, 0.0)


def _form(near: Near) -> dict[str, Any]:
    likeness = _likeness(near.likeness) if near.likeness else None
    return incident_summary(near.incident) | {"km": near.km, "days": near.days, "likeness": likeness}


def _likeness(compared: Comparison) -> dict[str, Any]:
    """The two claims that are most alike: each finding in a sentence, with what it counts."""
    why = [told(found.text) | {"counts": round(found.score * weight, 2)} for found, weight in compared.findings]
    claims = [compared.one, compared.other]
    return {"total": round(compared.total, 2), "barred": compared.is_barred, "claims": claims, "why": why}
