"""All places of a report: find, resolve together, then read what the words around each add."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from aftermath.model import Parse, Place, PlaceMention
from aftermath.model.words import Span
from aftermath.resolve.gazetteer.entry import Entry
from aftermath.resolve.gazetteer.lookup import Gazetteer
from aftermath.resolve.place.account import place_of
from aftermath.resolve.place.apposition import as_before, beside, inside, merely_holding
from aftermath.resolve.place.borders import borders
from aftermath.resolve.place.capitals import capitals
from aftermath.resolve.place.cities import in_cities
from aftermath.resolve.place.mentions import spots
from aftermath.resolve.place.relative import between, told
from aftermath.resolve.place.resolution import Choice, resolved
from aftermath.resolve.place.spot import Spot, with_holders

TENTATIVE = 75.0
"""Likeness that a place must have for words that nobody but their position calls one."""
NEAR_KM = 150.0
"""How near it must lie to a place named beyond doubt, unless a province named so holds it."""
_BETWEEN = re.compile(r"\bbetween (?:the )?(?:\w+ )?(?:(?:towns?|cities|villages?) of )?$", re.IGNORECASE)


def places(parse: Parse, gazetteer: Gazetteer, dateline: str | None = None) -> tuple[PlaceMention, ...]:
    """Every mention of a place in a report, in the order of the text, resolved together.

    `dateline` is the place of the report's dateline where it is not part of the text; it
    counts as context and gives no mention.
    """
    found = with_holders(spots(parse, gazetteer), parse.text)
    outside = [Spot(text=dateline, span=(0, 0), name=dateline)] if dateline else []
    choices = resolved([*found, *outside], gazetteer)[: len(found)]
    sure = _sure(choices)
    choices = merely_holding(in_cities(choices, parse), parse.text)
    choices = [choice for choice in choices if _kept(choice, sure)]
    choices = sorted([*choices, *capitals(choices, parse.text, gazetteer)], key=lambda choice: choice.spot.span)
    mentions = as_before(inside(beside(_mentions(choices, parse, gazetteer), parse.text), parse.text))
    stretches = _stretches(mentions, parse.text)
    limits = borders(parse.text, choices, _sentences(parse), gazetteer)
    wide = [*stretches, *(_mention(parse.text, border.span, border.place) for border in limits)]
    return tuple(sorted(_outermost([*mentions, *wide]), key=lambda mention: mention.span))


def _sure(choices: Sequence[Choice]) -> list[Entry]:
    """The places that the report names beyond doubt."""
    return list({c.entry.ref: c.entry for c in choices if c.entry and not c.spot.tentative}.values())


def _kept(choice: Choice, sure: Sequence[Entry]) -> bool:
    """Whether words that nobody but their position or the gazetteer calls a place turned out to be one."""
    if not choice.spot.tentative or choice.city or choice.spot.kind:
        return True
    entry = choice.entry
    if entry is None or choice.likeness < TENTATIVE:
        return False
    return entry.level == "country" or any(
        entry.ref == s.ref or s.distance_to(entry) < NEAR_KM or _province(s, entry) for s in sure
    )


def _province(area: Entry, entry: Entry) -> bool:
    return area.level != "country" and area.holds(entry)


def _mentions(choices: Sequence[Choice], parse: Parse, gazetteer: Gazetteer) -> list[PlaceMention]:
    """A mention a choice, with the words that set it apart from the named place itself."""
    context = list({choice.entry.ref: choice.entry for choice in choices if choice.entry}.values())
    sentences = _sentences(parse)
    out = []
    for choice in choices:
        span = choice.spot.span
        place = place_of(choice, context, gazetteer)
        sentence = next((s for s in sentences if s[0] <= span[0] < s[1]), span)
        relative = None if choice.spot.adjectival else told(parse.text, span, place, sentence)
        if relative:
            span, place = relative.span, relative.place
        out.append(_mention(parse.text, span, place, adjectival=choice.spot.adjectival))
    return out


def _mention(text: str, span: Span, place: Place, *, adjectival: bool = False) -> PlaceMention:
    return PlaceMention(text=text[span[0] : span[1]], span=span, place=place, adjectival=adjectival)


def _sentences(parse: Parse) -> list[Span]:
    """Sentences as stretches of the text."""
    return [(parse.starts[s.start], parse.ends[s.end - 1]) for s in parse.sentences if s.end > s.start]


def _stretches(mentions: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
    """What lies "between X and Y"."""
    out = []
    for one, two in pairwise(mentions):
        lead = _BETWEEN.search(text[max(0, one.span[0] - 60) : one.span[0]])
        joined = text[one.span[1] : two.span[0]].strip() in {"and", "and the"}
        if lead and joined and not (one.adjectival or two.adjectival):
            middle = between(one.place, two.place)
            local = {one.place.precision, two.place.precision} <= {"town", "exact", "district", "relative"}
            if middle and local:
                out.append(_mention(text, (one.span[0] - len(lead[0]), two.span[1]), middle))
    return out


def _outermost(mentions: list[PlaceMention]) -> list[PlaceMention]:
    """Mentions that lie in no wider one; the country of "Sudan's capital" stays, as a name of the country."""
    out = []
    for m in mentions:
        wider = [o for o in mentions if o.span != m.span and o.span[0] <= m.span[0] and m.span[1] <= o.span[1]]
        wider = [o for o in wider if not o.adjectival]
        if not wider:
            out.append(m)
        elif m.place.precision == "country" and all(o.text.endswith("capital") for o in wider):
            out.append(replace(m, adjectival=True))
    return out
