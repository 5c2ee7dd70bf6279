"""Slots of a claim as short phrases for people: on the sheet, in explanations, in notebooks."""

from aftermath.model import Claim, Harm, Party, PlaceMention, Problem, Quantity

CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), " ")
"""A report's words may hold escape sequences; a terminal must never obey them."""


ONE = {"people": "person", "women": "woman", "men": "man", "children": "child", "civilians": "civilian"}
"""How a group of one is called."""


def clean(words: str) -> str:
    """Words on one line, without control characters."""
    return " ".join(words.translate(CONTROLS).split())


def bounds(low: int | None, high: int | None) -> str:
    """The numbers that words allow: "12", "at least 12", "up to 20", "5 to 8", "an unknown number of"."""
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,} to {high:,}"
    if low is not None:
        return f"at least {low:,}"
    return f"up to {high:,}" if high is not None else "number unknown"


def harm_phrase(harm: Harm) -> str:
    """A kind of harm, how many, who; of a part, which follows its whole, how many and who."""
    kind = harm.kind if harm.part_of is None else "of them"
    who = ONE.get(harm.who, harm.who) if (harm.low, harm.high) == (1, 1) else harm.who
    return f"{kind} {bounds(harm.low, harm.high)} {clean(who)}".rstrip()


def count_phrase(count: Quantity) -> str:
    """A count with the words it was read from."""
    return f"{bounds(count.low, count.high)} (“{clean(count.text)}”)"


def party_phrase(party: Party) -> str:
    """A party as worded, and the actor that it names."""
    if party.actor is None:
        return clean(party.text)
    return f"{clean(party.text)} → {party.actor.name} ({party.actor.kind})"


def place_phrase(mention: PlaceMention) -> str:
    """A place as worded, and where it lies."""
    place = mention.place
    if place.lat is None or place.lon is None:
        return f"{clean(mention.text)} (not placed)"
    around = f", within {max(1, round(place.radius_km))} km" if place.radius_km else ""
    admin = ", ".join(reversed([name for name in place.admin if name != place.name]))
    words = clean(mention.text)
    name = "" if place.name == words else f" → {clean(place.name)}"
    return f"{words}{name}{f', {admin}' if admin else ''} ({place.lat:.2f}, {place.lon:.2f}; {place.precision}{around})"


def time_phrase(claim: Claim) -> str:
    """The days meant, and the words that say so."""
    if claim.when is None:
        return "not said"
    time, words = claim.when.time, clean(claim.when.text)
    if time.start is None or time.end is None:
        return f"“{words}” (not resolved)"
    days = f"{time.start}" if time.start == time.end else f"{time.start} to {time.end}"
    return f"{days} (“{words}”)"


def problem_line(problem: Problem) -> str:
    """One problem on one line."""
    return f"{clean(problem.report)}: {clean(problem.stage)}: {clean(problem.message)}"
