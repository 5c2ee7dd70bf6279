"""Signing in and out, and what a caller should know of the desk."""

from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from aftermath.api.desk import AtDesk, Desk
from aftermath.api.passwords import hashed, matches, secret
from aftermath.api.people import Anyone, Caller, cookie_name, who
from aftermath.api.problems import Forbidden, TooOften, Unknown
from aftermath.api.tokens import Member
from aftermath.model import Misuse
from aftermath.store.accounts import (
    SESSION,
    account_of,
    change_password,
    close_session,
    note_sign_in,
    now,
    open_session,
)
from aftermath.store.chain import Deed
from aftermath.store.seconding import grades_take_two

router = APIRouter(tags=["session"])


class SignIn(BaseModel):
    """A name and a password."""

    name: Annotated[str, Field(min_length=1, max_length=100)]
    password: Annotated[str, Field(min_length=1, max_length=200)]


class NewPassword(BaseModel):
    """The password that is, and the one that is to be."""

    old: Annotated[str, Field(min_length=1, max_length=200)]
    new: Annotated[str, Field(min_length=1, max_length=200)]


def _form(caller: Caller | None, desk: Desk) -> dict[str, Any]:
    user = {"name": caller.name, "role": caller.role} if caller and caller.role != "public" else None
    csrf = caller.csrf if caller else ""
    of_desk = {"tiles": desk.settings.tiles, "two_person_grades": grades_take_two(desk.store)}
    return {"mode": desk.settings.mode, "user": user, "csrf": csrf} | of_desk


@router.get("/session")
def session(request: Request, desk: AtDesk) -> dict[str, Any]:
    """Who is signed in, the token for requests that write, and how the desk is served."""
    return _form(who(request, desk), desk)


@router.post("/session")
def sign_in(given: SignIn, request: Request, desk: AtDesk) -> Response:
    """Sign in; the session is a cookie that no script reads. Five failures lock an account for 15 minutes."""
    if desk.settings.mode != "team":
        raise Forbidden("there are no accounts here")
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise Forbidden("signing in from another site's page is refused")
    account = account_of(desk.store, given.name)
    if account and account.is_closed:
        account = None  # to whoever tries, as if there were none
    until = account.locked_until if account else None
    if (until and until > now()) or (account is None and desk.strangers.is_locked(given.name)):
        raise TooOften("too many failures: this name is locked for some minutes")
    succeeded = matches(account.password if account else "", given.password)
    if account:
        note_sign_in(desk.store, account.name, succeeded=succeeded)
    else:
        desk.strangers.note(given.name)
    deed = "signed in" if succeeded else "failed to sign in"
    desk.store.log(Deed(actor=given.name, action=deed, subject="session", payload=""))
    if not account or not succeeded:
        raise Unknown("no account has that name and password")
    return _signed_in(account.name, account.role, desk)


@router.post("/session/password")
def new_password(given: NewPassword, caller: Member, desk: AtDesk) -> Response:
    """Give one's own account another password; its sessions and tokens end, and a session with the new one begins."""
    account = account_of(desk.store, caller.name)
    if account is None or (account.locked_until and account.locked_until > now()):
        raise TooOften("too many failures: this name is locked for some minutes")
    if not matches(account.password, given.old):
        note_sign_in(desk.store, account.name, succeeded=False)
        desk.store.log(Deed(actor=account.name, action="failed to change a password", subject="session", payload=""))
        raise Misuse("the old password is another one")
    change_password(desk.store, account.name, hashed(given.new), by=account.name)
    return _signed_in(account.name, account.role, desk)


def _signed_in(name: str, role: str, desk: Desk) -> Response:
    """The answer with the cookie of a session that begins."""
    key, csrf = secret(), secret()
    open_session(desk.store, name, key, csrf)
    answered = JSONResponse(_form(Caller(name=name, role=role, csrf=csrf), desk))
    answered.set_cookie(
        cookie_name(desk),
        key,
        max_age=int(SESSION.total_seconds()),
        secure=desk.settings.secure,
        httponly=True,
        samesite="strict",
    )
    return answered


@router.delete("/session", status_code=204)
def sign_out(caller: Anyone, request: Request, desk: AtDesk) -> Response:
    """Sign out; the session ends on the server too."""
    if cookie := request.cookies.get(cookie_name(desk), ""):
        close_session(desk.store, cookie)
        desk.store.log(Deed(actor=caller.name, action="signed out", subject="session", payload=""))
    answered = Response(status_code=204)
    answered.delete_cookie(cookie_name(desk), secure=desk.settings.secure, httponly=True, samesite="strict")
    return answered
