"""Choose among candidates for all names of a report at once.

Each name starts from its candidates' priors. In a few rounds every candidate gains by what
the other names are, at that time, believed to be: the nearer, the more; a little for the
same country, more for the same province; much where the words say that one holds the
other. The same names in the same report give the same choice in any order.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aftermath.model.globe import EARTH_KM
from aftermath.resolve.gazetteer.entry import OWN, Entry
from aftermath.resolve.place.candidates import Candidate

Floats = NDArray[np.float64]

NEAR_KM = 60.0
NEAR = 1.0
AREA = 0.8
SAME_PROVINCE = 0.8
SAME_COUNTRY = 0.2
COMPANY = 0.3
"""How much countries named in one report speak for one another: "Venezuela" beside Cuba and Nicaragua is no hamlet."""
HELD = 6.0
DOUBTFUL = 0.25
CITY_KM = 8.0
CONTEXT = 4.0
ROUNDS = 4
BESIDE = 1.0
BESIDE_CHARACTERS = 300.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A name to be placed: its candidates, how much it counts as context, which other holds it, where it stands."""

    candidates: Sequence[Candidate]
    weight: float = 1.0
    holder: int | None = None
    offsets: Sequence[int] = (0,)


def beliefs(unknowns: Sequence[Unknown]) -> list[Floats]:
    """For each name, how likely each of its candidates is, given all the others; sums to 1."""
    sizes = [len(unknown.candidates) for unknown in unknowns]
    owner = np.repeat(np.arange(len(unknowns)), sizes)
    if not len(owner):
        return [np.zeros(0) for _ in unknowns]
    prior = np.array([c.prior for unknown in unknowns for c in unknown.candidates])
    weight = np.array([unknown.weight for unknown in unknowns])[owner]
    bond = _affinity(unknowns)
    bond *= _nearness(unknowns)[np.ix_(owner, owner)]
    held = _holding(unknowns, owner)
    starts = np.cumsum([0, *sizes[:-1]])
    belief = _softmax(prior, owner, len(unknowns))
    for _ in range(ROUNDS):
        context = np.log1p(bond @ (belief * weight))
        belief = _softmax(prior + CONTEXT * context + HELD * (held @ belief), owner, len(unknowns))
    return [belief[start : start + size] for start, size in zip(starts, sizes, strict=True)]


def _softmax(score: Floats, owner: NDArray[np.intp], number: int) -> Floats:
    """Scores as likelihoods that sum to 1 within each name."""
    top = np.full(number, -np.inf)
    np.maximum.at(top, owner, score)
    raised: Floats = np.exp(score - top[owner])
    total = np.bincount(owner, weights=raised, minlength=number)
    shares: Floats = raised / total[owner]
    return shares


def _affinity(unknowns: Sequence[Unknown]) -> Floats:
    """How much each pair of candidates speaks for one another."""
    entries = [c.entry for unknown in unknowns for c in unknown.candidates]
    lat, lon = np.radians([[e.lat for e in entries], [e.lon for e in entries]])
    point = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    apart = EARTH_KM * np.arccos(np.clip(point.T @ point, -1.0, 1.0))
    national = np.array([e.level == "country" for e in entries])
    reach = np.array([min(150.0, e.radius_km) if e.is_area else 0.0 for e in entries])
    apart = np.maximum(0.0, apart - reach[:, None] - reach[None, :])
    near: Floats = NEAR * np.exp(-apart / NEAR_KM)
    wide = np.array([e.is_area for e in entries])
    near[wide, :] *= AREA
    near[:, wide] *= AREA
    near[national, :] = 0.0
    near[:, national] = 0.0
    by_name = np.array([e.level == "country" and e.rank == OWN for e in entries])
    near += COMPANY * np.outer(by_name, by_name)
    return (
        near + SAME_COUNTRY * _same([e.country for e in entries]) + SAME_PROVINCE * _same([e.admin1 for e in entries])
    )


def _nearness(unknowns: Sequence[Unknown]) -> Floats:
    """How much names count for one another by how near they stand in the text, at their nearest; none for itself."""
    offsets = np.array([offset for unknown in unknowns for offset in unknown.offsets], dtype=np.float64)
    owner = np.repeat(np.arange(len(unknowns)), [len(unknown.offsets) for unknown in unknowns])
    gaps = np.abs(offsets[:, None] - offsets[None, :])
    nearest = np.full((len(unknowns), len(unknowns)), np.inf)
    np.minimum.at(nearest, (owner[:, None], owner[None, :]), gaps)
    weights: Floats = 1.0 + BESIDE * np.exp(-nearest / BESIDE_CHARACTERS)
    np.fill_diagonal(weights, 0.0)
    return weights


def _same(codes: Sequence[str]) -> Floats:
    """1 where two codes are one, 0 where they differ or either is unknown."""
    numbers = {code: number for number, code in enumerate(dict.fromkeys(codes), start=1)}
    coded = np.array([numbers[code] if code else -i for i, code in enumerate(codes, start=1)])
    same: Floats = np.equal.outer(coded, coded).astype(np.float64)
    return same


def _holding(unknowns: Sequence[Unknown], owner: NDArray[np.intp]) -> Floats:
    """How far each pair of candidates is what "X, Y" says: the second holds the first; less for other spellings."""
    held = np.zeros((len(owner), len(owner)))
    known = [c for unknown in unknowns for c in unknown.candidates]
    for i, unknown in enumerate(unknowns):
        if unknown.holder is None:
            continue
        for inner in np.flatnonzero(owner == i):
            for outer in np.flatnonzero(owner == unknown.holder):
                if _holds(known[outer].entry, known[inner].entry):
                    held[inner, outer] = held[outer, inner] = 1.0 if known[inner].likeness >= 100 else DOUBTFUL
    return held


def _holds(outer: Entry, inner: Entry) -> bool:
    """Whether a place holds another: an area by its codes or extent, a city its neighbourhoods and sites."""
    if outer.level == "town":
        inside = inner.level == "spot" or inner.feature == "PPLX"
        return inside and outer.distance_to(inner) <= max(CITY_KM, outer.radius_km)
    return outer.holds(inner)
