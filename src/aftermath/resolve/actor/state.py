"""The forces and organs of states, by pattern: adjective or name of a state, and a word for an arm.

"Russian planes", "Iran's foreign ministry", "the army of Sudan". Where the words name no
state ("government forces"), the state of the war is taken from the context. Which
government it was depends on the day (`tables/regimes.tsv`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from aftermath.model import Actor
from aftermath.resolve.actor.words import Word, key_of
from aftermath.resolve.sheet import shipped

# Behind a name these make another's: "Iran-backed", "US-led", "Syrian-born".
NOT_ITS_OWN = frozenset(
    "inspired affiliated run dominated besieged backed led born based trained made held occupied allied controlled"
    " supplied speaking funded supported aligned sponsored built style registered owned linked armed".split()
)
_TITLES = {"military": "Military Forces of", "police": "Police Forces of", "government": "Government of"}


@dataclass(frozen=True, slots=True)
class Period:
    """A government's time: the first day, the first day after, and how it is called."""

    start: date | None
    end: date | None
    name: str


@dataclass(frozen=True, slots=True)
class StateWords:
    """What a phrase says of a state: its code ("" where not said), the arm, the span in words, and how."""

    code: str
    arm: str
    start: int
    end: int
    how: str


@cache
def names() -> Mapping[str, str]:
    """The name of each state by its code."""
    return {row["code"]: row["name"] for row in shipped("states.tsv")}


@cache
def _keys() -> tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]]:
    """Keys to codes: of adjectives and names, of what stands for a government, of names alone."""
    own: dict[str, str] = {}
    stands: dict[str, str] = {}
    proper: dict[str, str] = {}
    for row in shipped("states.tsv"):
        for name in (row["name"], *row["also"].split("|")):
            own.setdefault(key_of(name), row["code"])
            proper.setdefault(key_of(name), row["code"])
        for name in row["adjectives"].split("|"):
            own.setdefault(key_of(name), row["code"])
        for name in row["stands"].split("|"):
            stands.setdefault(key_of(name), row["code"])
    for keys in (own, stands, proper):
        keys.pop("", None)
    return own, stands, proper


@cache
def _heads() -> tuple[Mapping[str, str], frozenset[str]]:
    """Keys of words for arms, and those that mean an arm without a state's name."""
    rows = shipped("state_heads.tsv")
    return {key_of(r["words"]): r["arm"] for r in rows}, frozenset(key_of(r["words"]) for r in rows if r["alone"])


@cache
def periods() -> Mapping[str, Sequence[Period]]:
    """The governments of each state that had several, in order."""
    out: dict[str, list[Period]] = {}
    for row in shipped("regimes.tsv"):
        if row["name"]:
            days = [date.fromisoformat(row[c]) if row[c] else None for c in ("from", "to")]
            out.setdefault(row["code"], []).append(Period(days[0], days[1], row["name"]))
    return out


def find(words: Sequence[Word]) -> StateWords | None:
    """The state and arm that words name, or None."""
    if any(w.key in _AGAINST_IT for w in words):
        return None
    heads, alone = _heads()
    for at, size, code in _states(words):
        behind = _head(words, at + size, heads)
        if behind:
            return StateWords(code, heads[behind[1]], at, behind[2], "its name and a word for an arm of it")
        before = _head(words, 0, heads, at)
        if before and words[at - 1].key in ("of", "in", "the"):
            return StateWords(code, heads[before[1]], before[0], at + size, "a word for an arm of it and its name")
    for at in range(len(words)):
        head = _longest(words, at, heads)
        if head and head[0] in alone:
            return StateWords("", heads[head[0]], at, at + head[1], "words for an arm of a state")
    return None


def named(words: Sequence[Word]) -> StateWords | None:
    """A state that stands for its forces or government by its bare name ("Israel", "Moscow")."""
    bare = [w for w in words if w.key != "the"]
    if not bare or not bare[0].form[:1].isupper():
        return None
    own, stands, proper = _keys()
    key = " ".join(w.key for w in bare)
    if key in proper:
        return StateWords(proper[key], "military", 0, len(words), "its bare name")
    if key in own and key.endswith("s"):
        return StateWords(own[key], "military", 0, len(words), "the name of its people; unsure: others may be meant")
    if key in stands:
        return StateWords(stands[key], "government", 0, len(words), "a name that stands for its government")
    return None


def country_in(words: Sequence[Word]) -> str:
    """The code of the first state that words name or describe, "" where there is none."""
    return next((code for _, _, code in _states(words)), "")


def countries_in(words: Sequence[Word]) -> tuple[str, ...]:
    """The codes of all states that words name or describe, each once."""
    return tuple(dict.fromkeys(code for _, _, code in _states(words)))


def _states(words: Sequence[Word]) -> list[tuple[int, int, str]]:
    """Where states are named: place, number of words, code."""
    own, stands, _ = _keys()
    found, at = [], 0
    while at < len(words):
        size = 1
        for size in range(min(4, len(words) - at), 0, -1):
            key, form = " ".join(w.key for w in words[at : at + size]), words[at].form
            code = own.get(key)
            if code is None and words[at + size - 1].form.endswith(("'s", "’s")):
                code = stands.get(key)  # "Putin's forces"
            if code and form[:1].isupper() and (form.upper() == form if len(words[at].key) == 2 else True):
                after = " ".join(w.key for w in words[at + size : at + size + 2])
                own_arms = after in ("armed forces", "armed services") or words[at + size - 1].form.endswith(
                    ("'s", "’s")
                )
                if (own_arms or after.split(" ")[0] not in NOT_ITS_OWN) and (
                    at == 0 or words[at - 1].key not in ("anti", "non", "ex")
                ):
                    found.append((at, size, code))
                break
        at += max(size, 1)
    return found


_OFFICES = frozenset("spokesman spokeswoman spokesperson official officials source sources minister chief".split())
"""Offices that say nothing of the arm where one is named before: a "military spokesman" is the military's."""
_AGAINST_IT = frozenset(
    "opposition opponent opponents critic critics dissident dissidents supporter supporters former ousted"
    " deposed".split()
)
"""Words for people who are for or against a state, or were once of it, and are no arm of it."""
_STOPS = frozenset("against in from near at on fighting who which for with by".split())


def _head(
    words: Sequence[Word], start: int, heads: Mapping[str, str], end: int | None = None
) -> tuple[int, str, int] | None:
    """The last arm named from a place on, before a preposition: its place, key and end."""
    found = None
    at, stop = start, min(len(words), start + 7) if end is None else end
    while at < stop:
        if words[at].key in _STOPS or (words[at].key == "of" and found):
            break
        head = _longest(words[:stop], at, heads)
        if head and not (found and head[0] in _OFFICES):
            found = (at, head[0], at + head[1])
        at += head[1] if head else 1
    return found


def _longest(words: Sequence[Word], at: int, heads: Mapping[str, str]) -> tuple[str, int] | None:
    for size in range(min(5, len(words) - at), 0, -1):
        key = " ".join(w.key for w in words[at : at + size])
        if key in heads:
            return key, size
    return None


def actor(code: str, arm: str, on: date | None, why: str) -> Actor:
    """The actor that a state's arm is on a day."""
    period = period_of(code, on) if len(periods().get(code, ())) > 1 else None
    label = f" ({period.name})" if period else ""
    suffix = "" if arm == "military" else f"/{arm}"
    when = "" if on or not period else "; no day is known, so the latest government is meant"
    return Actor(
        id=f"state:{code}{':' + period.name if period else ''}{suffix}",
        name=f"{_TITLES[arm]} {names()[code]}{label}",
        kind="state forces",
        why=why + when,
    )


def period_of(code: str, on: date | None) -> Period | None:
    """The government of a state on a day, the latest where no day is known."""
    known = periods().get(code, ())
    if on is None:
        return known[-1] if known else None
    return next((p for p in known if (p.start is None or p.start <= on) and (p.end is None or on < p.end)), None)
