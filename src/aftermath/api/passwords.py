"""Passwords: argon2id, and what may be one."""

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from aftermath.model import Misuse

SHORTEST = 12
LONGEST = 200
HASHER = PasswordHasher()
"""The defaults of argon2-cffi are RFC 9106's low-memory profile: argon2id, 64 MiB, 3 passes."""


def hashed(password: str) -> str:
    """The hash to keep; `Misuse` where the password is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise Misuse(f"a password has {SHORTEST} to {LONGEST} letters")
    return HASHER.hash(password)


def matches(kept: str, password: str) -> bool:
    """Whether a password is that of a hash; takes as long where there is no hash."""
    try:
        return HASHER.verify(kept or _nobody(), password[:LONGEST]) and bool(kept)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobody() -> str:
    """A hash that no password has, so that a name that is not there takes as long as one that is."""
    return HASHER.hash(secrets.token_urlsafe(32))


def secret() -> str:
    """A random secret of 256 bits."""
    return secrets.token_urlsafe(32)
