"""Who calls, and what they may do.

Takes a request, gives the caller: the one person of a local desk, somebody by session or
token, or the public. A request that writes must carry the session's CSRF token, which no
other site's page can read; one with an API token need not, for no browser sends that by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from hmac import compare_digest
from typing import Annotated

from fastapi import Depends, Request

from aftermath.api.desk import AtDesk, Desk
from aftermath.api.problems import Forbidden, TooOften, Unknown
from aftermath.store import Store
from aftermath.store.accounts import ROLES, digest, session_of
from aftermath.store.tokens import account_of_token

SAFE = ("GET", "HEAD", "OPTIONS")
CSRF = "X-CSRF-Token"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who calls; `role` is one of `ROLES`, or "public" for those who read what is released."""

    name: str
    role: str
    csrf: str = ""

    def may(self, role: str) -> bool:
        """Whether the caller has this role or a higher one."""
        return self.role in ROLES and ROLES.index(self.role) >= ROLES.index(role)

    def must(self, role: str) -> None:
        """`Forbidden` where the caller has not this role or a higher one."""
        if not self.may(role):
            raise Forbidden(f"this takes the role {role}; yours is {self.role}")


PUBLIC = Caller(name="", role="public")


def cookie_name(desk: Desk) -> str:
    """The session's cookie; a browser takes the prefix only over HTTPS, for this host alone."""
    return "__Host-aftermath" if desk.settings.secure else "aftermath"


def who(request: Request, desk: Desk) -> Caller | None:
    """Who calls, None where nobody is signed in."""
    if desk.settings.mode == "public":
        return PUBLIC
    if desk.settings.mode == "local":
        return Caller(name=desk.settings.user, role="admin", csrf=desk.csrf)
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer":
        account = account_of_token(desk.store, token)
        if account and desk.by_token.is_too_often(digest(token)):
            raise TooOften("too many requests with this token: wait a minute")
        return Caller(name=account.name, role=account.role) if account else None
    cookie = request.cookies.get(cookie_name(desk), "")
    session = session_of(desk.store, cookie) if cookie else None
    if session is None:
        return None
    return Caller(name=session.account.name, role=session.account.role, csrf=session.csrf)


def caller(request: Request, desk: AtDesk) -> Caller:
    """The caller, with the right to make such a request."""
    found = who(request, desk)
    if found is None:
        raise Unknown("sign in first: this record is open to its team alone")
    if request.method not in SAFE:
        if found.role == "public":
            raise Forbidden("the public record is for reading")
        if found.csrf and not compare_digest(request.headers.get(CSRF, "").encode(), found.csrf.encode()):
            raise Forbidden(f"the header {CSRF} must hold `csrf` of GET /session")
    if desk.settings.mode == "team" and found.may("analyst"):
        request.state.reader = found.name  # for `audit`, which notes what they read
    return found


Anyone = Annotated[Caller, Depends(caller)]


def _at_least(role: str) -> Callable[[Caller], Caller]:
    def check(found: Anyone) -> Caller:
        found.must(role)
        return found

    return check


Analyst = Annotated[Caller, Depends(_at_least("analyst"))]
Reviewer = Annotated[Caller, Depends(_at_least("reviewer"))]


def shelf(found: Anyone, desk: AtDesk) -> Store:
    """The store that the caller may read: for the public and viewers the released copy."""
    return desk.store if found.may("analyst") else desk.released.copy()


Shelf = Annotated[Store, Depends(shelf)]
