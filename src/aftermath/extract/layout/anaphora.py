"""Places named by a common noun ("the city"), by "there" or by "nationwide" that stand for one named before.

The last place of that kind before the noun is meant; for a country the one in which most of
the report's places lie. A site ("the airport", "that road") is its last namesake that was put
somewhere. A part of a country ("the northwest") stays unplaced. The words kept are the noun's
own, and the place's reason says what it stands for.
"""

from bisect import bisect_left
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from aftermath.extract.grammar.phrases import preposition
from aftermath.extract.layout.countries import countries_of, main_country
from aftermath.extract.layout.powers import is_power
from aftermath.extract.layout.waters import is_water
from aftermath.extract.lexicon import table
from aftermath.model import Parse, Place, PlaceMention, Token

DEFINITE = frozenset({"the", "this", "that", "same", "its", "their"})
PLACED = frozenset("in at near of outside around into off".split())
"""Words behind which a name that no gazetteer has is a place all the same."""
STAGES = frozenset({"conference", "briefing", "interview", "reporter", "journalist", "custody", "exile"})
"""Nouns of speaking, or of being held, whose place is where somebody is and nothing happens."""
HAMLETS = frozenset({"village", "hamlet"})
"""What a report calls no town or city."""
NATIONWIDE = frozenset({"nationwide", "countrywide"})
PUT = frozenset("in at near on outside around between inside".split())
"""Prepositions that say where something is."""
ARGUMENTS = frozenset({"nsubj", "obj", "obl"})
NOUNS = frozenset({"NOUN", "PROPN"})
SMALL = frozenset({"village", "settlement", "town"})
"""Nouns that no report says of a capital."""
MOST_KM = {"village": 3.0, "hamlet": 3.0, "settlement": 3.0, "town": 10.0}
"""The radius from which on a place is none of these; a town's is told from its people (50,000 and 600,000)."""
AROUND = ("near ", "outside ", "around ", "just outside ", "close to ")
"""How a relative place begins that lies at its town's own point."""
GOING = ("from ", "to ", "towards ", "toward ")
THERE_REACH = 2
"""Sentences back to the place that "there" means."""
LAND_KM = 600
"""The radius up to which a region is where something can be said to have been "there"."""
FINE = frozenset({"town", "exact", "district", "relative", "province", "unknown"})


def anaphoric(parse: Parse, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Mentions for common nouns of place whose antecedent stands before them."""
    rows = table("place_nouns")
    named = {i: m for m in places for i in _tokens(parse, m)}
    out = []
    for i, pos in enumerate(parse.pos):
        if pos not in {"ADV", "NOUN", "ADJ"}:
            continue
        token = parse[i]
        if token.lower in NATIONWIDE:
            country = main_country(places)
            if country is not None:
                out.append(PlaceMention(text=token.text, span=token.span, place=_standing(token, country.place)))
            continue
        if token.lower == "there" and token.pos == "ADV" and token.dep == "advmod":
            found = _there(places, token)
        elif token.pos == "NOUN" and token.i not in named and token.lower == token.lemma and _definite(token, named):
            row = rows.first(token)
            if token.lemma in table("sites"):
                found = _namesake(named, token)
            else:
                found = None if row is None else _antecedent(places, token, frozenset(row["precision"].split()))
        else:
            continue
        if found is not None:
            start = token.child("det") or token
            span = (start.span[0], token.span[1])
            out.append(PlaceMention(text=parse.text[span[0] : span[1]], span=span, place=found))
    return out


def _tokens(parse: Parse, mention: PlaceMention) -> range:
    return range(bisect_left(parse.starts, mention.span[0]), bisect_left(parse.starts, mention.span[1]))


def _definite(token: Token, named: Container[int]) -> bool:
    """Whether the noun has a definite article and no name of its own beside it."""
    determiner = token.child("det", "nmod:poss")
    if determiner is None or determiner.lower not in DEFINITE:
        return False
    beyond = token.i + 1
    if beyond + 1 < len(token.parse) and token.parse[beyond + 1].pos == "PROPN":
        behind = token.parse[beyond].lower
        if behind == "of" or (behind in {"in", "near"} and beyond + 1 in named):
            return False  # "their village in Darfur"
    return not any(
        c.i in named and not _adjective(c) for c in token.children("compound", "appos", "nmod", "amod", "flat")
    )


def _adjective(token: Token) -> bool:
    return token.pos == "ADJ"


def _antecedent(places: Sequence[PlaceMention], token: Token, kinds: frozenset[str]) -> Place | None:
    country = main_country(places)
    if "part" in kinds:
        return _part(token, country)
    if "country" in kinds:
        beside = _country_beside(places, token) or _country_struck(places, token)
        if beside is not None:
            return _standing(token, beside.place)
        unnamed = Place(name=f"the {token.lower}", why="no country is named that it could stand for")
        return unnamed if country is None else _standing(token, country.place)
    home = countries_of(places)[:1]
    fit = [m for m in places if m.span[1] <= token.span[0] and not m.adjectival and _fits(token.parse, m, kinds)]
    fit = [m for m in fit if not is_power(token.parse, m) and not is_water(m) and not _is_too_great(m, token)]
    fit = [m for m in fit if not _is_goal(token.parse, m)] or fit
    fit = [m for m in fit if not _is_stage(token.parse, m)] or fit
    if token.lemma in {"town", "city"}:
        fit = [m for m in fit if not _is_hamlet(token.parse, m)]
    at_home = [m for m in fit if m.place.country in home or m.place.precision == "unknown"]
    if token.lemma in SMALL:
        at_home, fit = ([m for m in found if m.place.feature != "PPLC"] for found in (at_home, fit))
    if "capital" in kinds:
        fit = []  # no country's capital is another's
    return next((_standing(token, m.place) for m in reversed(at_home or fit)), None)


def _country_beside(places: Sequence[PlaceMention], token: Token) -> PlaceMention | None:
    """The country that the same sentence names last before a noun for one ("As Chad fell, raids on the country ...").

    It is none that does what the noun stands under ("Chad resumed its raids on the country").
    """
    parse, start, end = token.parse, token.parse.starts[token.sent.start], token.span[0]
    near = (m for m in places if start <= m.span[0] and m.span[1] <= end)
    named = [m for m in near if m.place.precision == "country" and not m.adjectival]
    verb = next((a.i for a in token.ancestors() if a.pos == "VERB"), -1)
    names = ((m, parse[bisect_left(parse.ends, m.span[1])]) for m in named)
    other = [m for m, name in names if name.dep != "nsubj" or name.head.i != verb]
    return max(other, key=lambda m: m.span, default=None)


def _country_struck(places: Sequence[PlaceMention], token: Token) -> PlaceMention | None:
    """The country of the town named last, where another state acts in "the country" ("Israel has often struck it")."""
    parse = token.parse
    verb = next((a for a in token.ancestors() if a.pos == "VERB" and a.child("nsubj") is not None), None)
    subject = None if verb is None else verb.child("nsubj")
    states = [m for m in places if m.place.precision == "country"]
    doer = next((m for m in states if subject is not None and m.span[1] == subject.span[1] and not m.adjectival), None)
    before = [m for m in places if m.span[1] <= token.span[0] and m.place.precision in FINE and not m.adjectival]
    last = next((m for m in reversed(before) if m.place.country and not is_power(parse, m)), None)
    if doer is None or last is None or last.place.country == doer.place.country:
        return None
    return next((m for m in states if m.place.country == last.place.country), None)


def _namesake(named: Mapping[int, PlaceMention], token: Token) -> Place | None:
    """The place of the last noun like it that the report puts somewhere: "a base near Gao" ... "the base"."""
    if _put(named, token) is not None:
        return None  # its own sentence says where it is
    parse = token.parse
    alike = (i for i in range(token.i - 1, -1, -1) if parse.lemmas[i] == token.lemma and parse.pos[i] in NOUNS)
    put = (found for i in alike if (found := _put(named, parse[i])) is not None)
    found = next(put, None)
    return None if found is None else _standing(token, found.place)


def _put(named: Mapping[int, PlaceMention], noun: Token) -> PlaceMention | None:
    """The place in whose name a noun stands, or where it is said to be, or what its verb tells of is."""
    beside = [noun, *noun.children("nmod")]
    if noun.bare_dep in ARGUMENTS and not noun.is_root:
        beside += [c for c in noun.head.children("obl") if preposition(c) in PUT]
    told = (named[t.i] for t in beside if t.i in named)
    return next((m for m in told if not m.adjectival and m.place.precision in FINE), None)


def _is_too_great(mention: PlaceMention, token: Token) -> bool:
    """Whether nobody would call a place so: a village of 50,000 people, a town of half a million."""
    most = MOST_KM.get(token.lemma)
    town = mention.place.precision in {"town", "exact"}
    return most is not None and town and (mention.place.radius_km or 0) >= most


def _is_goal(parse: Parse, mention: PlaceMention) -> bool:
    """Whether a place is only where somebody or a road goes to or comes from ("fled towards Gedaref")."""
    return parse.text[: mention.span[0]].endswith(GOING)


def _is_stage(parse: Parse, mention: PlaceMention) -> bool:
    """Whether a place is only where somebody spoke ("told a news conference in Manila")."""
    name = parse[bisect_left(parse.starts, mention.span[0])]
    return name.dep == "nmod" and name.head.lemma in STAGES


def _is_hamlet(parse: Parse, mention: PlaceMention) -> bool:
    """Whether a place is called a village ("the villages of Semenivka and Andriivka")."""
    name = parse[bisect_left(parse.starts, mention.span[0])]
    while name.dep in {"conj", "flat", "compound"} and not name.is_root:
        name = name.head
    return name.lemma in HAMLETS or (name.dep in {"nmod", "appos"} and name.head.lemma in HAMLETS)


def _fits(parse: Parse, mention: PlaceMention, kinds: frozenset[str]) -> bool:
    """Whether a place is of a kind; of the capital, the seat of a government; an unplaced one only behind "in"."""
    if "capital" in kinds:
        return mention.place.feature == "PPLC"
    if mention.place.precision == "unknown":
        before = parse.text[: mention.span[0]].rsplit(None, 1)[-1:]
        return "town" in kinds and bool(before) and before[0].lower() in PLACED
    if mention.place.precision == "exact" and "relative" not in kinds:
        return mention.text.rsplit(None, 1)[-1].lower() not in table("sites")  # an air base is no city
    near = mention.place.precision == "relative" and mention.text.lower().startswith(AROUND)
    return mention.place.precision in kinds or (near and "town" in kinds)


def _part(token: Token, country: PlaceMention | None) -> Place | None:
    """A part of the country that is only called by its bearing: named, and not placed."""
    if token.child("nmod") is not None or token.child("case") is None:
        return None
    name = f"the {token.lower}" + (f" of {country.place.name}" if country is not None else "")
    code = country.place.country if country is not None else ""
    return Place(name=name, country=code, why="a part of the country without borders of its own: left unplaced")


def _is_land(mention: PlaceMention) -> bool:
    """Whether a place is a region within or across countries, no part of a continent and no water ("Darfur")."""
    return mention.place.precision == "region" and (mention.place.radius_km or 0) <= LAND_KM and not is_water(mention)


def _there(places: Sequence[PlaceMention], token: Token) -> Place | None:
    """The last place finer than a country named before "there"."""
    parse, at = token.parse, token.sent.index
    near = [
        m
        for m in places
        if m.span[1] <= token.span[0]
        and not m.adjectival
        and (m.place.precision in FINE or _is_land(m))
        and not is_power(parse, m)
        and (not _is_goal(parse, m) or parse.sentence_of[bisect_left(parse.starts, m.span[0])] == at)
        and at - parse.sentence_of[bisect_left(parse.starts, m.span[0])] <= THERE_REACH
    ]
    home = countries_of(places)[:1]
    near = [m for m in near if m.place.country in home or m.place.precision == "unknown"] or near
    return _standing(token, near[-1].place) if near else None


def _standing(token: Token, place: Place) -> Place:
    return replace(place, why=f"«{token.text}» stands for {place.name}, named before")
