"""Place a report's spots jointly: candidates, choice, and other spellings where no place has the name."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from aftermath.resolve.gazetteer.entry import OWN, Entry
from aftermath.resolve.gazetteer.lookup import Gazetteer
from aftermath.resolve.gazetteer.names import normal
from aftermath.resolve.place.candidates import MOST, Candidate, by_words, candidates, misfit, prior
from aftermath.resolve.place.joint import Floats, Unknown, beliefs
from aftermath.resolve.place.spot import Spot

COUNTRY_SHARE = 0.15
"""Share of a report's places that must lie in a country before other spellings are looked for there."""
SPELLING = 0.06
"""What a point of likeness short of 100 costs a candidate, in log units."""
DOUBTED = 0.3
"""How much words count as context that may be no place at all."""
HOME_SHARE = 0.2
"""Share from which a report is about a country, so that its small places may be named without a word."""
CLOSE_SPELLING, REACH_KM = 85.0, 120.0
"""Likeness from which another spelling is believed anywhere in the country; others must lie near a plain place."""
PLAIN = 0.8
"""Belief from which a place draws common names to its neighbourhood."""
KNOWN = 5.0
"""Prior (a town of 30,000) from which a place of that very name needs no other spelling looked for."""
MOST_SPELLINGS = 16
HALF = 0.5
"""Belief in a famous place of which nothing else in the report speaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What one spot was taken to mean: the place or None, how likely, and what else was considered, likeliest first.

    `city` is the city that a place which the gazetteer lacks is part of.
    """

    spot: Spot
    entry: Entry | None = None
    belief: float = 0.0
    likeness: float = 100.0
    others: tuple[Entry, ...] = ()
    city: Entry | None = None


Key = tuple[str, tuple[str, ...], str]


def resolved(spots: Sequence[Spot], gazetteer: Gazetteer) -> list[Choice]:
    """A choice for every spot, in order; spots of one name in one report share one choice."""
    groups = _grouped(spots)
    number = {key: i for i, key in enumerate(groups)}
    unknowns = [
        Unknown(
            candidates=candidates(spots[members[0]], gazetteer),
            weight=(1.0 + math.log(len(members))) * (DOUBTED if all(spots[i].tentative for i in members) else 1.0),
            holder=_holder(spots, members, number),
            offsets=[spots[i].span[0] for i in members],
        )
        for members in groups.values()
    ]
    firsts = [spots[members[0]] for members in groups.values()]
    likely = beliefs(unknowns)
    better = _respelled(firsts, _nearer(firsts, unknowns, likely, gazetteer), likely, gazetteer)
    if better != unknowns:
        unknowns, likely = better, beliefs(better)
    out = [Choice(spot=spot) for spot in spots]
    countries = _countries(unknowns, likely, HOME_SHARE)
    for members, unknown, belief in zip(groups.values(), unknowns, likely, strict=True):
        for i in members:
            out[i] = _choice(spots[i], unknown, belief)
    meant = {i: unknown for members, unknown in zip(groups.values(), unknowns, strict=True) for i in members}
    out = [replace(c, entry=None, belief=0.0) if _holds_its_holder(c, out) else c for c in out]
    far = [i for i, choice in enumerate(out) if _far_fetched(choice, countries, out)]
    for i in far:
        out[i] = _famous(out[i], meant[i])
    return out


def _holds_its_holder(choice: Choice, choices: Sequence[Choice]) -> bool:
    """Whether a country was chosen for what lies in a county or district ("Tonga, in Panyikang County")."""
    if choice.entry is None or choice.entry.level != "country" or choice.spot.holder is None:
        return False
    return bool(choices[choice.spot.holder].spot.kind)


def _is_acronym(spot: Spot, spots: Sequence[Spot]) -> bool:
    """Whether a name is all capitals in a report that is not: a group's initials, which nobody spells otherwise."""
    return spot.name.isupper() and not all(other.name.isupper() for other in spots)


def _far_fetched(choice: Choice, countries: frozenset[str], choices: Sequence[Choice]) -> bool:
    """Whether a choice is a small place abroad for which nothing else in the report speaks (Taji in China)."""
    entry = choice.entry
    if entry is None or choice.spot.adjectival or entry.level not in {"town", "district"}:
        return False
    holder = None if choice.spot.holder is None else choices[choice.spot.holder].entry
    if holder is not None and holder.country == entry.country:
        return False
    if not entry.country or entry.country in countries or prior(entry) >= KNOWN:
        return False
    return not any(_speaks_for(other, entry) for other in choices)


def _speaks_for(other: Choice, entry: Entry) -> bool:
    """Whether a well-known place lies near one across the border: Belfast speaks for Dundalk."""
    if other.entry is None or other.spot.adjectival or other.entry.ref == entry.ref or other.belief < PLAIN:
        return False
    known = other.entry.level == "town" and prior(other.entry) >= KNOWN
    return known and other.entry.distance_to(entry) <= REACH_KM


def _famous(choice: Choice, unknown: Unknown) -> Choice:
    """The well-known place of a far-fetched one's name, else no place; what was chosen stays among those considered."""
    assert choice.entry is not None  # noqa: S101 - only placed choices are far-fetched
    named = [c for c in unknown.candidates if c.entry.rank == OWN]  # Harare was called Salisbury, and is not any more
    best = max(named, key=lambda c: (c.prior, c.entry.ref), default=None)
    if best is None or best.prior < KNOWN:
        return Choice(spot=choice.spot, others=(choice.entry, *choice.others))
    others = (choice.entry, *(other for other in choice.others if other.ref != best.entry.ref))
    return Choice(spot=choice.spot, entry=best.entry, belief=HALF, likeness=best.likeness, others=others)


def _key(spots: Sequence[Spot], i: int) -> Key:
    spot = spots[i]
    holder = normal(spots[spot.holder].name) if spot.holder is not None else ""
    return normal(spot.name), (*spot.levels, spot.sense, spot.part, str(spot.adjectival)), holder


def _grouped(spots: Sequence[Spot]) -> dict[Key, list[int]]:
    """Spots by name; one without a holder joins the one of its name that has one ("Paris, Texas" then "Paris")."""
    full: dict[tuple[str, tuple[str, ...]], Key] = {}
    for i in range(len(spots)):
        key = _key(spots, i)
        if key[2]:
            full.setdefault((key[0], key[1]), key)
    out: dict[Key, list[int]] = {}
    for i in range(len(spots)):
        key = _key(spots, i)
        out.setdefault(key if key[2] else full.get((key[0], key[1]), key), []).append(i)
    return out


def _holder(spots: Sequence[Spot], members: Sequence[int], number: dict[Key, int]) -> int | None:
    """The group of the name that holds this one."""
    holder = next((h for i in members if (h := spots[i].holder) is not None), None)
    return None if holder is None else number.get(_key(spots, holder))


def _nearer(
    spots: Sequence[Spot], unknowns: list[Unknown], likely: Sequence[Floats], gazetteer: Gazetteer
) -> list[Unknown]:
    """The unknowns, those of very common names with candidates near the places that are plain by now."""
    if not any(len(unknown.candidates) == MOST for unknown in unknowns):
        return unknowns
    near = _plain(unknowns, likely)[:MOST]
    return [
        replace(unknown, candidates=candidates(spot, gazetteer, near)) if len(unknown.candidates) == MOST else unknown
        for spot, unknown in zip(spots, unknowns, strict=True)
    ]


def _respelled(
    spots: Sequence[Spot], unknowns: list[Unknown], likely: Sequence[Floats], gazetteer: Gazetteer
) -> list[Unknown]:
    """The unknowns, with other spellings where no place of that name lies in a country the report is about."""
    countries = _countries(unknowns, likely, COUNTRY_SHARE)
    if not countries:
        return unknowns
    near = _plain(unknowns, likely)
    return [
        unknown
        if _settled(spot, unknown, countries) or _is_acronym(spot, spots)
        else _with_spellings(spot, unknown, countries, near, gazetteer)
        for spot, unknown in zip(spots, unknowns, strict=True)
    ]


def _settled(spot: Spot, unknown: Unknown, countries: frozenset[str]) -> bool:
    """Whether a name needs no other spelling: it is at home in these countries, well known, or fixed."""
    if spot.adjectival or spot.sense in {"whole", "line"}:
        return True
    return any(
        c.prior > KNOWN or (c.entry.country in countries and not misfit(spot, c.entry)) for c in unknown.candidates
    )


def _plain(unknowns: Sequence[Unknown], likely: Sequence[Floats]) -> list[Entry]:
    """The places below countries that are plain by now."""
    best = [
        unknown.candidates[int(belief.argmax())].entry
        for unknown, belief in zip(unknowns, likely, strict=True)
        if len(belief) and belief.max() >= PLAIN
    ]
    return [entry for entry in best if entry.level != "country"]


def _within_reach(likeness: float, entry: Entry, near: Sequence[Entry]) -> bool:
    """Whether a place spelled otherwise is alike enough, or near enough to what the report names plainly."""
    if likeness >= CLOSE_SPELLING or not near:
        return True
    return any(other.holds(entry) or other.distance_to(entry) <= REACH_KM for other in near)


def _with_spellings(
    spot: Spot, unknown: Unknown, countries: frozenset[str], near: Sequence[Entry], gazetteer: Gazetteer
) -> Unknown:
    """The unknown with places spelled otherwise as further candidates, those of the size that the words want first.

    Which of a place's names is spelled alike does not matter, since none is spelled so.
    """
    found = [(likeness, replace(e, rank=OWN)) for likeness, e in gazetteer.sounding(spot.name, countries)]
    fitting = [pair for pair in found if not misfit(spot, pair[1]) and _within_reach(*pair, near)][:MOST_SPELLINGS]
    alike = [e for _, e in fitting]
    extra = [
        Candidate(entry=e, prior=prior(e) + by_words(spot, e, alike) - SPELLING * (100 - like), likeness=like)
        for like, e in fitting
    ]
    return replace(unknown, candidates=[*unknown.candidates, *extra])


def _countries(unknowns: Sequence[Unknown], likely: Sequence[Floats], least: float) -> frozenset[str]:
    """The countries that at least this share of the report's names lie in."""
    share: dict[str, float] = {}
    for unknown, belief in zip(unknowns, likely, strict=True):
        for candidate, value in zip(unknown.candidates, belief, strict=True):
            country = candidate.entry.country
            share[country] = share.get(country, 0.0) + unknown.weight * float(value)
    total = sum(share.values())
    return frozenset(code for code, value in share.items() if code and value >= least * total)


def _choice(spot: Spot, unknown: Unknown, belief: Floats) -> Choice:
    if not len(belief):
        return Choice(spot=spot)
    order = sorted(range(len(belief)), key=lambda i: (-belief[i], unknown.candidates[i].entry.ref))
    best = unknown.candidates[order[0]]
    others = tuple(unknown.candidates[i].entry for i in order[1:6])
    return Choice(spot=spot, entry=best.entry, belief=float(belief[order[0]]), likeness=best.likeness, others=others)
