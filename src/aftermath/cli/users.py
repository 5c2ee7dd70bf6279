"""`aftermath users`: the accounts of a team."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from aftermath.cli.stores import STORE, StoreFile

users = typer.Typer(
    name="users", help="The accounts of those who sign in to `aftermath serve --team`.", no_args_is_help=True
)

Name = Annotated[str, typer.Argument(help="The name to sign in with; judgements carry it.")]
Role = Annotated[str, typer.Option(help="viewer, analyst, reviewer or admin.")]


@users.command()
def add(name: Name, role: Role = "viewer", store: StoreFile = STORE) -> None:
    """Add an account; the password is asked for, or read from standard input."""
    from aftermath.api.passwords import hashed
    from aftermath.cli.who import whoever
    from aftermath.store import open_store
    from aftermath.store.accounts import Account, add_account

    with open_store(store) as opened:
        add_account(opened, Account(name=name, role=role, password=hashed(_password())), whoever())
    typer.echo(f"{name} may sign in as {role}")


@users.command(name="list")
def list_(store: StoreFile = STORE) -> None:
    """List the accounts with their roles."""
    from aftermath.store import open_store
    from aftermath.store.accounts import all_accounts, now

    with open_store(store) as opened:
        for account in all_accounts(opened):
            locked = " (locked)" if account.locked_until and account.locked_until > now() else ""
            typer.echo(f"{account.name}\t{account.role}{locked}")


@users.command()
def role(name: Name, role: Annotated[str, typer.Argument(help="The new role.")], store: StoreFile = STORE) -> None:
    """Give an account another role; its sessions and tokens end."""
    from aftermath.cli.who import whoever
    from aftermath.store import open_store
    from aftermath.store.accounts import change_role

    with open_store(store) as opened:
        change_role(opened, name, role, whoever())
    typer.echo(f"{name} is {role}")


@users.command()
def password(name: Name, store: StoreFile = STORE) -> None:
    """Give an account another password and unlock it; its sessions and tokens end."""
    from aftermath.api.passwords import hashed
    from aftermath.cli.who import whoever
    from aftermath.store import open_store
    from aftermath.store.accounts import change_password

    with open_store(store) as opened:
        change_password(opened, name, hashed(_password()), whoever())
    typer.echo(f"{name} has another password")


@users.command()
def lock(name: Name, store: StoreFile = STORE) -> None:
    """Let nobody sign in with an account until it is unlocked; its sessions and tokens end."""
    from aftermath.cli.who import whoever
    from aftermath.store import open_store
    from aftermath.store.accounts import lock_account

    with open_store(store) as opened:
        lock_account(opened, name, whoever())
    typer.echo(f"{name} is locked")


@users.command()
def unlock(name: Name, store: StoreFile = STORE) -> None:
    """Unlock an account, whether a person locked it or too many failures did."""
    from aftermath.cli.who import whoever
    from aftermath.store import open_store
    from aftermath.store.accounts import unlock_account

    with open_store(store) as opened:
        unlock_account(opened, name, whoever())
    typer.echo(f"{name} may sign in again")


@users.command()
def token(
    name: Name,
    label: Annotated[str, typer.Option(help="What the token is for.")] = "",
    role: Annotated[str, typer.Option(help="The most that it may do, where that is less than its account may.")] = "",
    days: Annotated[int | None, typer.Option(min=1, help="Days until it ends; else it lasts until revoked.")] = None,
    store: StoreFile = STORE,
) -> None:
    """Make an API token for an account and print it, once; only its hash is kept."""
    from datetime import timedelta

    from aftermath.api.passwords import secret
    from aftermath.store import open_store
    from aftermath.store.accounts import now
    from aftermath.store.tokens import Grant, add_token

    made = secret()
    with open_store(store) as opened:
        ends = now() + timedelta(days=days) if days else None
        add_token(opened, name, made, Grant(label=label, role=role, ends=ends))
    typer.echo(made)


@users.command()
def remove(name: Name, store: StoreFile = STORE) -> None:
    """Remove an account; its sessions and tokens end, its judgements stay."""
    from aftermath.cli.who import whoever
    from aftermath.store import open_store
    from aftermath.store.accounts import remove_account

    with open_store(store) as opened:
        remove_account(opened, name, whoever())
    typer.echo(f"{name} is removed")


def _password() -> str:
    if sys.stdin.isatty():
        return str(typer.prompt("password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\n")
