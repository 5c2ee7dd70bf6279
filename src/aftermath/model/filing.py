"""What linking files claims under and seeks them by, so that a store can find who may meet whom.

`link` says what to file and to seek, `store` keeps and finds; neither knows the other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from aftermath.model.claim import Claim
from aftermath.model.incident import Incident

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Days = tuple[date | None, date | None]
"""First and last day, None where none is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A claim with what linking needs of its report: its id, whose reporting it is, and its day."""

    claim: Claim
    report: str
    newsroom: str
    published: date | None


@dataclass(frozen=True, slots=True)
class Filed:
    """One key of a claim: its days (months for campaigns), its point and how far it reaches in degrees."""

    key: str
    first: int
    last: int
    lat: float = 0.0
    lon: float = 0.0
    tall: float = 0.0
    broad: float = 0.0


@dataclass(frozen=True, slots=True)
class Sought:
    """Entries of a key to find: `earliest` ≤ first ≤ `last`, last ≥ `first`, reaching into the box."""

    key: str
    earliest: int
    first: int
    last: int
    south: float = -1e3
    north: float = 1e3
    west: float = -1e3
    east: float = 1e3


@dataclass(frozen=True, slots=True)
class Extent:
    """When, where and what a group of claims is about, as far as its claims tell.

    Days are ordinals, a spot is latitude, longitude and kilometres of slack.
    """

    name: str
    first: int
    last: int
    spots: tuple[tuple[float, float, float], ...]
    names: tuple[str, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """An incident as linking made it, with the claims it is of and what it extends over."""

    incident: Incident
    accounts: tuple[Account, ...]
    extent: Extent | None


@dataclass(frozen=True, slots=True)
class Hanging:
    """Claims of whole knots as linking needs them again: columns of as many values as claims, and of pairs.

    `one` and `other` are the places in `ids` of two claims that met, `total` their sum, minus infinity
    where they may not link. Where not all `is_known`, some sums were never kept, or found by another
    version of the linker.
    """

    ids: Sequence[str]
    days: Sequence[int | None]
    incidents: Sequence[str]
    knots: Sequence[str]
    one: "NDArray[np.intp]"
    other: "NDArray[np.intp]"
    total: "NDArray[np.float64]"
    is_known: bool


@dataclass(frozen=True, slots=True)
class Fresh:
    """A claim to file: its account and keys, its one day, and its sums with claims linked before it that it met."""

    account: Account
    keys: tuple[Filed, ...] = ()
    day: int | None = None
    sums: Mapping[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What a piece of linking changes in a store.

    `fresh` are claims to file; `gone` claims that are no more; `knots` the knot of every claim
    that may have another now; `made` the incidents that are new or of other claims than before.
    """

    fresh: tuple[Fresh, ...]
    gone: frozenset[str]
    knots: Mapping[str, str]
    made: tuple[Made, ...]
