"""Personal API tokens: made, listed and revoked by whoever signed in with a password."""

from datetime import datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, ConfigDict, Field

from aftermath.api.desk import AtDesk
from aftermath.api.passwords import secret
from aftermath.api.people import Anyone, Caller
from aftermath.api.problems import Absent, Forbidden
from aftermath.store.accounts import now
from aftermath.store.tokens import Grant, Token, add_token, revoke_token, tokens_of

router = APIRouter(tags=["tokens"])


class Asked(BaseModel):
    """What a token is for, for how many days, and what it may at most do ("": all its owner may)."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=100)]
    days: Annotated[int, Field(ge=1, le=366)] = 90
    role: Annotated[str, Field(max_length=20)] = ""


def member(found: Anyone, desk: AtDesk) -> Caller:
    """Somebody who signed in with a password: a token that was stolen must not make others."""
    if desk.settings.mode != "team":
        raise Forbidden("there are no accounts here")
    if not found.csrf:
        raise Forbidden("tokens are made and revoked by whoever signs in with a password, not by a token")
    return found


Member = Annotated[Caller, Depends(member)]


@router.get("/tokens")
def listed(caller: Member, desk: AtDesk) -> dict[str, Any]:
    """The caller's own tokens, never their secrets."""
    return {"data": [_form(token) for token in tokens_of(desk.store, caller.name)]}


@router.post("/tokens", status_code=201)
def make(asked: Asked, caller: Member, desk: AtDesk) -> dict[str, Any]:
    """Make a token; `token` of the answer is shown this once, to be sent as `Authorization: Bearer …`."""
    made = secret()
    grant = Grant(label=asked.name, role=asked.role, ends=now() + timedelta(days=asked.days))
    return _form(add_token(desk.store, caller.name, made, grant)) | {"token": made}


@router.delete("/tokens/{name}", status_code=204)
def revoke(name: str, caller: Member, desk: AtDesk) -> Response:
    """Revoke one of the caller's own tokens."""
    if not revoke_token(desk.store, caller.name, name):
        raise Absent("you have no token of that id")
    return Response(status_code=204)


def _form(token: Token) -> dict[str, Any]:
    grant = token.grant
    return {
        "id": token.id,
        "name": grant.label,
        "role": grant.role or None,
        "made": _time(token.made),
        "ends": _time(grant.ends) if grant.ends else None,
    }


def _time(time: datetime) -> str:
    return f"{time.isoformat(timespec='seconds')}Z"
