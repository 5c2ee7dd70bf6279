"""The capital as a place: "the capital", "the Somali capital", "Sudan's capital" where no name stands beside it.

Takes choices and the text, gives choices for these words: the capital of the nation named, else
of the country in which most of the report's places lie, if that is plain.
"""

import re
from collections import Counter
from collections.abc import Sequence

from aftermath.resolve.gazetteer.entry import DEMONYM, Entry
from aftermath.resolve.gazetteer.lookup import Gazetteer
from aftermath.resolve.place.resolution import Choice
from aftermath.resolve.place.spot import Spot

_CAPITAL = re.compile(
    r"\b(?:[Tt]he (?:(?P<nation>[A-Z][\w-]+) )?|(?!(?:In|At|From|Near|Outside|Around) )"
    r"(?P<owner>[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})['’] ?s )"
    r"(?:(?:besieged|embattled|war-torn) )?capital(?: city)?\b"
    r"(?: of (?:the )?(?P<land>[A-Z][\w-]+(?: [A-Z][\w-]+){0,3}))?"
    r"(?!,? [A-Z]|['’] ?s (?:[a-z-]+ )?[A-Z]| (?:of|punishment|gains|flows?)\b)"
)
_OWNERS = ("owner", "land")
_NAMED_BEFORE = re.compile(r"\w, $")
"""Behind a name and a comma the words only tell of it: "Kabul, the capital, was quiet"."""
NAMED = 3
"""How much more a place named by a noun weighs than a nation's adjective."""
PLAIN = 0.5
"""Share of a report's places from which a country's capital is "the capital"."""
DISPUTED = frozenset({"PS", "IL", "EH", "TW"})
"""Countries of whose capital a report seldom means that which a table has."""


def capitals(choices: Sequence[Choice], text: str, gazetteer: Gazetteer) -> list[Choice]:
    """A choice for each mention of a capital that no name stands beside."""
    taken = [choice.spot.span for choice in choices if not choice.spot.adjectival]
    found = [m for m in _CAPITAL.finditer(text) if all(_nation(m[g], gazetteer) for g in _OWNERS if m[g])]
    nations = [_nation(match["nation"], gazetteer) for match in found if match["nation"]]
    home = _home(choices, nations)
    out = []
    for match in found:
        start, end = match.span()
        if any(a < end and start < b and (a, b) not in map(match.span, _OWNERS) for a, b in taken):
            continue
        if _NAMED_BEFORE.search(text[max(0, start - 3) : start]):
            continue
        nation = match["nation"] or match["owner"] or match["land"]
        code = _nation(nation, gazetteer) if nation else home
        city = gazetteer.capital(code) if code and code not in DISPUTED else None
        if city is not None:
            out.append(Choice(spot=Spot(text=match[0], span=(start, end), name=city.name), entry=city, belief=1.0))
    return out


def _nation(word: str, gazetteer: Gazetteer) -> str:
    """The country of a nation's adjective or of a country's name, "" where the word is neither."""
    found = (entry for entry in gazetteer.named(word) if entry.rank == DEMONYM or entry.level == "country")
    return next((entry.country for entry in found if entry.country), "")


def _home(choices: Sequence[Choice], nations: Sequence[str]) -> str:
    """The country of which a report plainly speaks, "" where there is none."""
    weights: Counter[str] = Counter(filter(None, nations))
    for choice in choices:
        entry: Entry | None = choice.entry
        if entry is not None and entry.country:
            weights[entry.country] += 1 if choice.spot.adjectival else NAMED
    code, weight = max(weights.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))
    return code if weight > PLAIN * sum(weights.values()) else ""
