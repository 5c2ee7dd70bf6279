"""Accounts and sessions in the tables. Secrets lie here only as hashes."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from sqlalchemy import Connection, delete, insert, select, update

from aftermath.model import Misuse
from aftermath.store import chain
from aftermath.store.store import Store
from aftermath.store.tables import accounts, audit, sessions, tokens

ROLES = ("viewer", "analyst", "reviewer", "admin")
"""Each may do what those before it may."""

REMOVED = "removed an account"
FAILURES = 5
LOCKED = timedelta(minutes=15)
FOR_GOOD = datetime(9999, 12, 31)
"""Until when an account is locked that a person locked: until a person unlocks it."""

SESSION = timedelta(hours=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A person with a role; `password` is a hash, `locked_until` None where nobody failed too often."""

    name: str
    role: str
    password: str = ""
    failures: int = 0
    locked_until: datetime | None = None

    @property
    def is_closed(self) -> bool:
        """Whether a person locked it, and not too many failures."""
        return self.locked_until == FOR_GOOD


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Whose session it is, and the token that its requests which write must carry."""

    account: Account
    csrf: str


def digest(secret: str) -> str:
    """What is kept of a random secret; it needs no salt."""
    return sha256(secret.encode()).hexdigest()


def now() -> datetime:
    """The time in UTC, as the tables hold it."""
    return datetime.now(UTC).replace(tzinfo=None)


def add_account(store: Store, account: Account, by: str = "aftermath") -> None:
    """Add an account; `Misuse` where the name is or was another's, or the role is none."""
    _check_role(account.role)
    if not account.name.strip() or len(account.name) > 100 or not account.name.isprintable() or account.name == "rule":
        raise Misuse("an account needs a name of at most 100 letters that can be printed, which is not `rule`")
    with store.database.writing() as connection:
        if connection.scalar(select(accounts.c.name).where(accounts.c.name == account.name)):
            raise Misuse(f"there is an account {account.name} already")
        if connection.scalar(select(audit.c.number).where(audit.c.action == REMOVED, audit.c.subject == account.name)):
            raise Misuse(f"somebody called {account.name} was removed, whose judgements keep the name: choose another")
        row = {"name": account.name, "role": account.role, "password": account.password, "failures": 0}
        connection.execute(insert(accounts).values(row))
        _note(connection, by, "added an account", account.name, account.role)


def change_role(store: Store, name: str, role: str, by: str = "aftermath") -> None:
    """Give an account another role; its sessions and tokens end."""
    _check_role(role)
    with store.database.writing() as connection:
        _change(connection, name, role=role)
        _note(connection, by, "changed a role", name, role)


def change_password(store: Store, name: str, password: str, by: str = "aftermath") -> None:
    """Keep the hash of another password, and unlock the account; its sessions and tokens end."""
    with store.database.writing() as connection:
        _change(connection, name, password=password, failures=0, locked_until=None)
        _note(connection, by, "changed a password", name)


def lock_account(store: Store, name: str, by: str = "aftermath") -> None:
    """Let nobody sign in with an account until it is unlocked; its sessions and tokens end."""
    with store.database.writing() as connection:
        _change(connection, name, failures=0, locked_until=FOR_GOOD)
        _note(connection, by, "locked an account", name)


def unlock_account(store: Store, name: str, by: str = "aftermath") -> None:
    """Let an account sign in again, whoever or whatever locked it."""
    with store.database.writing() as connection:
        _change(connection, name, failures=0, locked_until=None)
        _note(connection, by, "unlocked an account", name)


def remove_account(store: Store, name: str, by: str = "aftermath") -> None:
    """Remove an account with its sessions and tokens; its judgements stay."""
    with store.database.writing() as connection:
        _end(connection, name)
        if not connection.execute(delete(accounts).where(accounts.c.name == name)).rowcount:
            raise Misuse(f"there is no account {name}")
        _note(connection, by, REMOVED, name)


def _check_role(role: str) -> None:
    if role not in ROLES:
        raise Misuse(f"role {role}: it is one of {', '.join(ROLES)}")


def _change(connection: Connection, name: str, **values: object) -> None:
    if not connection.execute(update(accounts).where(accounts.c.name == name).values(values)).rowcount:
        raise Misuse(f"there is no account {name}")
    _end(connection, name)


def _end(connection: Connection, name: str) -> None:
    for table in (sessions, tokens):
        connection.execute(delete(table).where(table.c.account == name))


def _note(connection: Connection, by: str, action: str, name: str, payload: str = "") -> None:
    chain.append(connection, [chain.Deed(actor=by, action=action, subject=name, payload=payload)])


def account_of(store: Store, name: str) -> Account | None:
    """The account of a name."""
    with store.database.reading() as connection:
        row = connection.execute(select(accounts).where(accounts.c.name == name)).mappings().one_or_none()
    return Account(**row) if row else None


def all_accounts(store: Store) -> list[Account]:
    """The accounts by name."""
    with store.database.reading() as connection:
        rows = connection.execute(select(accounts).order_by(accounts.c.name)).mappings().all()
    return [Account(**row) for row in rows]


def note_sign_in(store: Store, name: str, *, succeeded: bool) -> None:
    """Count a failure, and lock the account after too many; a success starts the count anew."""
    with store.database.writing() as connection:
        failures = 0 if succeeded else (connection.scalar(select(accounts.c.failures).filter_by(name=name)) or 0) + 1
        locked = now() + LOCKED if failures >= FAILURES else None
        values = {"failures": 0 if locked else failures, "locked_until": locked}
        connection.execute(update(accounts).where(accounts.c.name == name).values(values))


def open_session(store: Store, name: str, secret: str, csrf: str) -> None:
    """Keep a session under the hash of its secret; forget those that have ended."""
    with store.database.writing() as connection:
        connection.execute(delete(sessions).where(sessions.c.ends < now()))
        row = {"secret": digest(secret), "account": name, "csrf": csrf, "ends": now() + SESSION}
        connection.execute(insert(sessions).values(row))


def session_of(store: Store, secret: str) -> Session | None:
    """The session of a secret, where it has not ended."""
    chosen = select(accounts, sessions.c.csrf).join(sessions, sessions.c.account == accounts.c.name)
    chosen = chosen.where(sessions.c.secret == digest(secret), sessions.c.ends >= now())
    with store.database.reading() as connection:
        row = connection.execute(chosen).mappings().one_or_none()
    return Session(account=_account(dict(row)), csrf=row["csrf"]) if row else None


def close_session(store: Store, secret: str) -> None:
    """End a session."""
    with store.database.writing() as connection:
        connection.execute(delete(sessions).where(sessions.c.secret == digest(secret)))


def _account(row: dict[str, object]) -> Account:
    return Account(name=str(row["name"]), role=str(row["role"]))
