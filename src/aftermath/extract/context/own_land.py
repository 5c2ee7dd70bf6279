"""The country or province whose own police, courts or people did what is told: it was there.

Takes drafts without a place, gives a mention and the reason. What a state's army or air force does may be
abroad and is not asked here.
"""

from dataclasses import replace

from aftermath.extract.clusters.cluster import HEAVY, MOVES
from aftermath.extract.draft import Draft
from aftermath.extract.grammar.phrases import core, outer
from aftermath.extract.layout.scene import Scene
from aftermath.extract.where_when.journeys import is_goal
from aftermath.model import PlaceMention

Told = tuple[PlaceMention, str]
"""A place with the reason for it."""
WITHIN = frozenset(
    "police policeman officer authority court tribunal judge prosecutor government regime junta administration"
    " gendarme gendarmerie ministry customs".split()
)
"""Who acts for a state within its borders."""
SECURITY = frozenset({"force", "service", "agent", "agency", "official"})
"""Who does so where "security" or "intelligence" stands before it."""
GUARDING = frozenset({"security", "intelligence", "police"})
EXECUTING = frozenset({"execute", "execution", "hang", "hanging", "behead", "beheading"})
"""Words for what a state does to people in its own prisons."""
POLICE = frozenset("police policeman gendarme gendarmerie court judge".split())
"""Who does so alone where people are killed: a government's other men may be abroad."""
HARMED = frozenset({"killing", "attack"})
EXPELLING = frozenset({"deport", "deportation", "extradite", "repatriate", "expel", "expulsion"})
"""Words for sending people off from there."""
UNREST = frozenset({"arrest", "protest"})
"""What is hardly told of another country than the report's without naming it."""


def told_by_doers(scene: Scene, draft: Draft) -> Told | None:
    """The land of those who did it: whose police arrest, whose people march, which executes or deports."""
    for mention in _lands(scene, draft, at_home=True) if draft.event in UNREST else ():
        if draft.event == "arrest" and not mention.adjectival:
            return mention, "whose police it was"
        if draft.event == "protest" and mention.adjectival:
            named = scene.country if scene.country is not None else _by_name(mention)
            return named, "whose people it was"
    if any(t.lemma in EXECUTING | EXPELLING for t in draft.cluster.tokens):
        of_state = (m for m in _lands(scene, draft, acting=WITHIN, itself=True) if m.place.precision == "country")
        if (land := next(of_state, None)) is not None:
            return _by_name(land), "which did it to people within its borders"
    return None


def policed(scene: Scene, draft: Draft) -> Told | None:
    """The country of the police, courts or government who did what such do within their borders."""
    if draft.event not in UNREST | HARMED:
        return None
    who = POLICE if draft.event in HARMED else WITHIN
    own = (m for m in _lands(scene, draft, acting=who, itself=who is WITHIN) if m.place.precision == "country")
    land = next(own, None)
    if land is None or (draft.event in HARMED and draft.places):
        return None
    if any(m.place.country in {land.place.country, ""} for m in draft.places):
        return None  # a finer place of it, or one that is not on the map
    return _by_name(land), "whose police it was"


def of_report(scene: Scene, draft: Draft) -> Told | None:
    """For unrest told without any place: the country of which the report is, where no other is named with it."""
    if draft.event not in UNREST or draft.stance == "planned":
        return None
    country = report_land(scene, draft)
    if country is None or _beside_another(scene, draft, country):
        return None
    lands = {m.place.country for m in _lands(scene, draft)}
    if lands and country.place.country not in lands:
        return None
    return country, "the country in which most of the report's places lie"


def report_land(scene: Scene, draft: Draft) -> PlaceMention | None:
    """The country of which the report is; of several named alike, the one named last before an account."""
    if scene.country is None or len(scene.alike) < 2:
        return scene.country
    start = scene.parse.starts[draft.trigger.i]
    named = (m for m in scene.places.values() if m.place.precision == "country" and m.place.country in scene.alike)
    before = [m for m in named if m.span[0] < start and not m.adjectival and m.text[:1].isupper()]
    return max(before, key=lambda m: m.span, default=scene.country)


def keep_home(scene: Scene, draft: Draft) -> bool:
    """Whether an arrest by a nation's police was put where the deed was, and is now in their land.

    "Guatemalan police arrested three men over a murder in Mexico".
    """
    if draft.event != "arrest":
        return False
    land = next((m for m in _lands(scene, draft, acting=WITHIN) if m.place.precision == "country"), None)
    if land is None or any(m.place.country in {land.place.country, ""} for m in draft.places):
        return False
    heads = {outer(scene.parse[i]).head.i for i, m in scene.places.items() if m in draft.places}
    if heads & {t.i for t in draft.cluster.tokens}:
        return False
    draft.places = [_by_name(land)]
    draft.inferred["where"] = f"told of another deed: «{land.text}», whose police it was"
    return True


def is_elsewhere(scene: Scene, draft: Draft, country: PlaceMention) -> bool:
    """Whether it was hardly in a country: one that fires ("Pyongyang fired shells") or takes in, or not its police.

    Nor in one of two that the report names alike, where the sentence names the other.
    """
    if len(scene.alike) > 1 and _beside_another(scene, draft, country):
        return True
    if draft.event in MOVES:
        sent = draft.trigger.sent
        named = ((i, scene.places[i]) for i in range(sent.start, sent.end) if i in scene.places)
        there = [scene.parse[i] for i, m in named if m.place.country == country.place.country]
        return any(is_goal(draft.cluster, token) for token in there)  # "fled to Rwanda"
    if draft.event == "arrest" and draft.attackers:
        doers = (scene.places.get(i) for t in draft.attackers for i in range(*core(t)))
        lands = {m.place.country for m in doers if m is not None and m.place.precision == "country"}
        return bool(lands) and country.place.country not in lands
    fires = (scene.places[t.i] for t in draft.attackers if t.i in scene.places and not scene.places[t.i].adjectival)
    return draft.event in HEAVY and any(m.place.country == country.place.country for m in fires)


def _beside_another(scene: Scene, draft: Draft, country: PlaceMention) -> bool:
    """Whether the sentence names a place of another country."""
    sent = draft.trigger.sent
    named = (scene.places.get(i) for i in range(sent.start, sent.end))
    return any(m is not None and m.place.country not in {"", country.place.country} for m in named)


def _lands(
    scene: Scene, draft: Draft, *, at_home: bool = False, acting: frozenset[str] | None = None, itself: bool = False
) -> list[PlaceMention]:
    """The countries and provinces in the words of who did it: of anybody, or of `acting`, and of the state `itself`."""
    out = []
    for head in draft.attackers:
        own = head.child("nmod:poss")
        spoken = draft.speakers if own is not None and own.lower in {"its", "their"} else []
        named = (scene.places.get(i) for h in (head, *(scene.parse[k] for k in spoken)) for i in range(*core(h)))
        told = [m for m in named if m is not None and m.place.precision in {"country", "province"}]
        told = [m for m in told if not at_home or m.place.country == scene.home]
        guards = head.lemma in SECURITY and any(c.lemma in GUARDING for c in head.children("compound", "amod"))
        state = itself and head.i in scene.places and not scene.places[head.i].adjectival
        if acting is None or head.lemma in acting or guards or state:
            out += told
    return out


def _by_name(mention: PlaceMention) -> PlaceMention:
    """A nation's adjective as the name of its country."""
    return replace(mention, adjectival=False)
