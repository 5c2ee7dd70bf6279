"""What `verify` finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something about a store: `about` says what, such as "report r1". A note is no fault."""

    about: str
    says: str
    is_note: bool = False
