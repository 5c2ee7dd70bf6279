"""What `--store` names: a file, which is SQLite's, or a `postgresql://` address.

Gives SQLAlchemy's form of it, and the name by which messages call it: never with a password.
"""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from aftermath.model import Misuse

POSTGRESQL = "postgresql"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a store is; `file` is None for one that a server keeps."""

    url: URL
    name: str
    file: Path | None = None


def address_of(given: str | Path) -> Address:
    """The address that a person gave; `Misuse` where it is none that stores have."""
    if isinstance(given, Path) or "://" not in given:
        return Address(url=URL.create("sqlite", database=str(given)), name=str(given), file=Path(given))
    scheme = given.partition("://")[0]
    if scheme != POSTGRESQL:
        raise Misuse(f"a store is a file or postgresql://USER@HOST/DATABASE, not {scheme}://")
    try:
        url = make_url(given)
    except (ArgumentError, ValueError) as error:
        raise Misuse("the store's address cannot be read: give postgresql://USER@HOST/DATABASE") from error
    return Address(url=url.set(drivername="postgresql+psycopg"), name=url.render_as_string(hide_password=True))
