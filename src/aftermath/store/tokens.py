"""API tokens of accounts in the tables: made, listed, revoked, and whose one is. Only their hashes are kept."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import delete, func, insert, or_, select

from aftermath.model import Misuse
from aftermath.store import chain
from aftermath.store.accounts import FOR_GOOD, ROLES, Account, digest, now
from aftermath.store.store import Store
from aftermath.store.tables import accounts, tokens

MOST = 50
"""Tokens of one account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What a token is for, what it may at most do ("": all its account may), and when it ends, if ever."""

    label: str = ""
    role: str = ""
    ends: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token that was made; `id` is the beginning of the hash of its secret, which tells nothing of it."""

    id: str
    grant: Grant
    made: datetime


def add_token(store: Store, account: str, secret: str, grant: Grant) -> Token:
    """Keep a token under the hash of its secret."""
    if grant.role and grant.role not in ROLES:
        raise Misuse(f"role {grant.role}: it is one of {', '.join(ROLES)}")
    with store.database.writing() as connection:
        owner = connection.execute(select(accounts.c.locked_until).where(accounts.c.name == account)).one_or_none()
        if owner is None:
            raise Misuse(f"there is no account {account}")
        if owner.locked_until == FOR_GOOD:
            raise Misuse(f"the account {account} is locked: unlock it first")
        if (connection.scalar(select(func.count()).where(tokens.c.account == account)) or 0) >= MOST:
            raise Misuse(f"an account has at most {MOST} tokens: revoke some first")
        made = Token(id=_id(digest(secret)), grant=grant, made=now())
        row = {"secret": digest(secret), "account": account, "made": made.made} | asdict(grant)
        connection.execute(insert(tokens).values(row))
        deed = chain.Deed(actor=account, action="made a token", subject=made.id, payload=repr(grant))
        chain.append(connection, [deed])
    return made


def tokens_of(store: Store, account: str) -> list[Token]:
    """The tokens of an account, the last made first, those that have ended too."""
    chosen = select(tokens).where(tokens.c.account == account).order_by(tokens.c.made.desc(), tokens.c.secret)
    with store.database.reading() as connection:
        rows = connection.execute(chosen).all()
    grants = (Grant(label=row.label, role=row.role, ends=row.ends) for row in rows)
    return [Token(id=_id(row.secret), grant=grant, made=row.made) for row, grant in zip(rows, grants, strict=True)]


def revoke_token(store: Store, account: str, name: str) -> bool:
    """End a token of an account by its id; whether it had one."""
    with store.database.writing() as connection:
        held = connection.scalars(select(tokens.c.secret).where(tokens.c.account == account)).all()
        if not (named := [one for one in held if _id(one) == name]):
            return False
        connection.execute(delete(tokens).where(tokens.c.secret.in_(named)))
        chain.append(connection, [chain.Deed(actor=account, action="revoked a token", subject=name, payload="")])
    return True


def account_of_token(store: Store, secret: str) -> Account | None:
    """Whose token it is, with what both it and its account may do; None where it has ended."""
    columns = (accounts.c.name, accounts.c.role, tokens.c.role.label("most"))
    chosen = select(*columns).join(tokens, tokens.c.account == accounts.c.name)
    lasts = or_(tokens.c.ends.is_(None), tokens.c.ends > now())
    with store.database.reading() as connection:
        row = connection.execute(chosen.where(tokens.c.secret == digest(secret), lasts)).one_or_none()
    return Account(name=row.name, role=_least((row.role, row.most or row.role))) if row else None


def _least(roles: Sequence[str]) -> str:
    return min(roles, key=ROLES.index)


def _id(secret: str) -> str:
    return f"t-{secret[:12]}"
