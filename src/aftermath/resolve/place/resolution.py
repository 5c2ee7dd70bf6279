"""Place a report's spots jointly: candidates, choice, and other spellings where no place has the name."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from aftermath.resolve.gazetteer.entry import Entry
from aftermath.resolve.gazetteer.lookup import Gazetteer
from aftermath.resolve.gazetteer.names import normal
from aftermath.resolve.place.candidates import Candidate, candidates, misfit, prior
from aftermath.resolve.place.joint import Unknown, beliefs
from aftermath.resolve.place.spot import Spot

COUNTRY_SHARE = 0.15
"""Share of a report's places that must lie in a country before other spellings are looked for there."""
SPELLING = 0.06
"""What a point of likeness short of 100 costs a candidate, in log units."""
KNOWN = 5.0
"""Prior (a town of 30,000) from which a place of that very name needs no other spelling looked for."""
MOST_SPELLINGS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What one spot was taken to mean: the place or None, how likely, and what else was considered, likeliest first."""

    spot: Spot
    entry: Entry | None = None
    belief: float = 0.0
    likeness: float = 100.0
    others: tuple[Entry, ...] = ()


Key = tuple[str, tuple[str, ...], str]


def resolved(spots: Sequence[Spot], gazetteer: Gazetteer) -> list[Choice]:
    """A choice for every spot, in order; spots of one name in one report share one choice."""
    groups = _grouped(spots)
    number = {key: i for i, key in enumerate(groups)}
    holders = {key: _holder(spots, members) for key, members in groups.items()}
    unknowns = [
        Unknown(
            candidates=candidates(spots[members[0]], gazetteer),
            weight=1.0 + math.log(len(members)),
            holder=number.get(holders[key]) if holders[key] else None,  # type: ignore[arg-type]
        )
        for key, members in groups.items()
    ]
    likely = beliefs(unknowns)
    respelled = _respelled(groups, spots, unknowns, likely, gazetteer)
    if respelled != unknowns:
        unknowns, likely = respelled, beliefs(respelled)
    out: list[Choice | None] = [None] * len(spots)
    for (members), unknown, belief in zip(groups.values(), unknowns, likely, strict=True):
        for i in members:
            out[i] = _choice(spots[i], unknown, belief)
    return [choice for choice in out if choice]


def _key(spots: Sequence[Spot], i: int) -> Key:
    spot = spots[i]
    holder = normal(spots[spot.holder].name) if spot.holder is not None else ""
    return normal(spot.name), spot.levels + ("demonym",) * spot.adjectival, holder


def _grouped(spots: Sequence[Spot]) -> dict[Key, list[int]]:
    """Spots by name; one without a holder joins the one of its name that has one ("Paris, Texas" then "Paris")."""
    full = {}
    for i in range(len(spots)):
        key = _key(spots, i)
        if key[2]:
            full.setdefault(key[:2], key)
    out: dict[Key, list[int]] = {}
    for i in range(len(spots)):
        key = _key(spots, i)
        out.setdefault(key if key[2] else full.get(key[:2], key), []).append(i)
    return out


def _holder(spots: Sequence[Spot], members: Sequence[int]) -> Key | None:
    """The name that holds this one, as a key."""
    for i in members:
        holder = spots[i].holder
        if holder is not None:
            key = _key(spots, holder)
            return key
    return None


def _respelled(
    groups: dict[Key, list[int]],
    spots: Sequence[Spot],
    unknowns: list[Unknown],
    likely: Sequence[np.ndarray],
    gazetteer: Gazetteer,
) -> list[Unknown]:
    """The unknowns, with other spellings where no place of that name lies in a country the report is about."""
    countries = _countries(unknowns, likely)
    out = []
    for members, unknown in zip(groups.values(), unknowns, strict=True):
        spot = spots[members[0]]
        at_home = any(c.entry.country in countries and not misfit(spot, c.entry) for c in unknown.candidates)
        if countries and not at_home and not spot.adjectival and not any(c.prior > KNOWN for c in unknown.candidates):
            found = gazetteer.sounding(spot.name, countries)[:MOST_SPELLINGS]
            fitting = [(likeness, e) for likeness, e in found if not spot.levels or e.level in spot.levels] or found
            extra = [
                Candidate(entry=e, prior=prior(e) - SPELLING * (100 - likeness), likeness=likeness) for likeness, e in fitting
            ]
            unknown = replace(unknown, candidates=[*unknown.candidates, *extra]) if extra else unknown
        out.append(unknown)
    return out


def _countries(unknowns: Sequence[Unknown], likely: Sequence[np.ndarray]) -> frozenset[str]:
    """The countries that a fair share of the report's names lie in."""
    share: Counter[str] = Counter()
    for unknown, belief in zip(unknowns, likely, strict=True):
        for candidate, value in zip(unknown.candidates, belief, strict=True):
            share[candidate.entry.country] += unknown.weight * float(value)
    total = share.total()
    return frozenset(code for code, value in share.items() if code and value >= COUNTRY_SHARE * total)


def _choice(spot: Spot, unknown: Unknown, belief: np.ndarray) -> Choice:
    if not len(belief):
        return Choice(spot=spot)
    order = sorted(range(len(belief)), key=lambda i: (-belief[i], unknown.candidates[i].entry.ref))
    best = unknown.candidates[order[0]]
    others = tuple(unknown.candidates[i].entry for i in order[1:6])
    return Choice(spot=spot, entry=best.entry, belief=float(belief[order[0]]), likeness=best.likeness, others=others)
