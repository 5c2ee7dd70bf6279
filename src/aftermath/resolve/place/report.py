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
from aftermath.resolve.place.seats import as_province, seats
from aftermath.resolve.place.spot import Spot, with_holders

TENTATIVE = 75.0
"""Likeness that a place must have for words that nobody but their position calls one."""
NEAR_KM = 150.0
"""How near it must lie to a place named beyond doubt, unless a province named so holds it."""
_CAPITAL = re.compile(r"\bcapital(?: city)?(?: of |$)")
_ROAD = re.compile(r"^[\w' -]+? (?:road|highway|motorway|railway)\b")
_DASHES = ("-", "–", "—")
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
    choices = as_province([choice for choice in choices if _kept(choice, sure)])
    named = [*choices, *capitals(choices, parse.text, gazetteer), *seats(choices, parse.text, gazetteer)]
    choices = sorted(named, key=lambda choice: choice.spot.span)
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
    """What lies "between X and Y", or on "the X-Y highway", which stays unplaced where its other end is."""
    out = []
    local = {"town", "exact", "district", "relative", "unknown"}
    for one, two in pairwise(mentions):
        lead = _BETWEEN.search(text[max(0, one.span[0] - 60) : one.span[0]])
        joined = text[one.span[1] : two.span[0]].strip()
        road = _ROAD.search(text[two.span[0] : two.span[1] + 12])
        if one.adjectival or two.adjectival:
            continue
        if lead and joined in {"and", "and the"}:
            found = between(one.place, two.place), (one.span[0] - len(lead[0]), two.span[1])
        elif road and (joined in _DASHES or (not joined and text[one.span[1] - 1] in _DASHES)):
            span = (one.span[0], two.span[0] + road.end())
            named = replace(two.place, name=text[span[0] : span[1]])
            if two.place.precision == "relative":  # "the X-Y highway near Z" was put at Z
                found = named, span
            else:
                found = between(one.place, _end(two, mentions)) or named, span
        else:
            continue
        middle, span = found
        if middle and {one.place.precision, two.place.precision} <= local:
            out.append(_mention(text, span, middle))
    return out


def _end(mention: PlaceMention, mentions: Sequence[PlaceMention]) -> Place:
    """Where a road ends: the town that the report names besides."""
    name = mention.text.removesuffix(" road").removesuffix(" highway")
    return next((m.place for m in mentions if m.text == name and m.place.lat is not None), mention.place)


def _outermost(mentions: list[PlaceMention]) -> list[PlaceMention]:
    """Mentions that lie in no wider one; the country of "Sudan's capital" stays, as a name of the country."""
    out = []
    for m in mentions:
        wider = [o for o in mentions if o.span != m.span and o.span[0] <= m.span[0] and m.span[1] <= o.span[1]]
        wider = [o for o in wider if not o.adjectival]
        if not wider:
            out.append(m)
        elif m.place.precision == "country" and all(_CAPITAL.search(o.text) for o in wider):
            out.append(replace(m, adjectival=True))
    return out
