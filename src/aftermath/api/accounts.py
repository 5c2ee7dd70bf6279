"""The accounts of a team, looked after by an admin who signed in with a password.

A password is never sent here: one is made, and shown to the admin once. Nobody changes their own
account, so that a team is never left without an admin by mistake.
"""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, ConfigDict, Field

from aftermath.api.desk import AtDesk
from aftermath.api.passwords import hashed, secret
from aftermath.api.people import Caller
from aftermath.api.problems import Absent
from aftermath.api.tokens import Member
from aftermath.model import Misuse
from aftermath.store import Store
from aftermath.store.accounts import (
    Account,
    account_of,
    add_account,
    all_accounts,
    change_password,
    change_role,
    lock_account,
    now,
    remove_account,
    unlock_account,
)

router = APIRouter(tags=["accounts"])


class New(BaseModel):
    """Whose account, and what they may do."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=100)]
    role: Annotated[str, Field(max_length=20)]


class Change(BaseModel):
    """One of: another role, locked or unlocked, another password."""

    model_config = ConfigDict(extra="forbid")

    role: Annotated[str, Field(max_length=20)] | None = None
    locked: bool | None = None
    new_password: bool | None = None


def admin(found: Member) -> Caller:
    """An admin who signed in with a password: a token that was stolen must not make accounts."""
    found.must("admin")
    return found


Admin = Annotated[Caller, Depends(admin)]


@router.get("/accounts", dependencies=[Depends(admin)])
def accounts(desk: AtDesk) -> dict[str, Any]:
    """The accounts by name, and which of them are locked."""
    return {"data": list(map(_form, all_accounts(desk.store)))}


@router.post("/accounts", status_code=201)
def add(new: New, caller: Admin, desk: AtDesk) -> dict[str, Any]:
    """Add an account; `password` of the answer is shown this once."""
    name, made = " ".join(new.name.split()), secret()
    add_account(desk.store, Account(name=name, role=new.role, password=hashed(made)), caller.name)
    return _form(_account(desk.store, name)) | {"password": made}


@router.patch("/accounts/{name:path}")
def change(name: str, said: Change, caller: Admin, desk: AtDesk) -> dict[str, Any]:
    """Change one thing of an account; its sessions and tokens end. `password` of the answer is shown this once."""
    if len(said.model_dump(exclude_none=True)) != 1 or said.new_password is False:
        raise Misuse("give one of `role`, `locked` and `new_password: true`")
    _other(name, caller, desk.store)
    if said.role is not None:
        change_role(desk.store, name, said.role, caller.name)
    elif said.locked is not None:
        (lock_account if said.locked else unlock_account)(desk.store, name, caller.name)
    elif said.new_password:
        made = secret()
        change_password(desk.store, name, hashed(made), caller.name)
        return _form(_account(desk.store, name)) | {"password": made}
    return _form(_account(desk.store, name))


@router.delete("/accounts/{name:path}", status_code=204)
def remove(name: str, caller: Admin, desk: AtDesk) -> Response:
    """Remove an account; its sessions and tokens end, its judgements stay."""
    _other(name, caller, desk.store)
    remove_account(desk.store, name, caller.name)
    return Response(status_code=204)


def _other(name: str, caller: Caller, store: Store) -> None:
    """Check that there is such an account, and that it is another's."""
    _account(store, name)
    if name == caller.name:
        raise Misuse("your own account is changed by another admin, or with `aftermath users`")


def _account(store: Store, name: str) -> Account:
    found = account_of(store, name)
    if found is None:
        raise Absent("there is no account of that name")
    return found


def _form(account: Account) -> dict[str, Any]:
    """An account without its password; `locked` is "person", "failures" or null."""
    failed = account.locked_until is not None and account.locked_until > now()
    locked = "person" if account.is_closed else "failures" if failed else None
    return {"name": account.name, "role": account.role, "locked": locked}
