"""One invented sentence read as a whole report, for the tests of extraction."""

from datetime import date
from functools import cache

from aftermath import read
from aftermath.model import Claim

PUBLISHED = date(2023, 6, 15)
"""A Thursday."""


@cache
def claims(text: str) -> tuple[Claim, ...]:
    """What happened, was denied or doubted in a text; plans are left out."""
    return tuple(claim for claim in read(text, published=PUBLISHED).claims if claim.stance != "planned")


def only(text: str) -> Claim:
    """The one claim of a text."""
    (claim,) = claims(text)
    return claim
