"""Whether words that no gazetteer knows stand where a place's would.

Takes a mention, says whether a preposition or a noun of place leads it in, or one stands behind it, or a place
that is one beside it.
"""

import re

from aftermath.extract.layout.scene import Scene
from aftermath.extract.where_when.listing import coordinated
from aftermath.model import PlaceMention

OFFICES = frozenset("president premier minister king queen emir sultan chancellor ruler leader ambassador".split())
"""Who stands at the head of a country or speaks for it, wherever he is."""
KINDS = frozenset(
    "town village city district neighbourhood neighborhood suburb settlement camp hamlet towns villages cities"
    " districts neighbourhoods neighborhoods suburbs settlements camps hamlets hills hill"
    " heights height mount front junction crossing ridge canton cantons community communities reserve valley".split()
)
"""Nouns of kind that stand before a place's name."""
BUILT = frozenset("prison jail base market barracks".split())
LOCATING = frozenset("in at near on off outside around into inside between over along through across".split())
"""Prepositions that make words a place that no gazetteer knows."""
EDGES = frozenset(
    "outskirts edge edges mouth entrance centre center heart streets gates vicinity surroundings municipality area"
    " areas station airport market mosque hospital bridge garrison foot slopes banks shores direction".split()
)
"""Nouns whose "of" leads in a place, beside those of kind."""
LOCAL_OFFICES = frozenset(
    "governor mayor chief commander bishop archbishop prefect head deputy commissioner administrator imam".split()
)
"""What else people are "of" a place, whose name may follow behind a comma."""
ROADS = frozenset("road highway route track way".split())
BEHIND = re.compile(r"\s(junction|intersection|crossroads|hills?|heights|ridge|gorge|creek|ranch|farm|estate)\b")
"""What stands behind a name that is a place by it."""


def located(scene: Scene, mention: PlaceMention) -> bool:
    """Whether a preposition or a noun of place stands right before words that no gazetteer knows."""
    if mention.text.lower().startswith(("the ", "this ", "that ")):
        return True  # a common noun that stands for a place named before
    if mention.text.rsplit(None, 1)[-1].lower() in KINDS | BUILT:
        return True  # "in Kyunhla's Leik Chaw village"
    before = scene.parse.text[max(0, mention.span[0] - 30) : mention.span[0]].lower().split()
    if BEHIND.match(scene.parse.text[mention.span[1] : mention.span[1] + 20]):
        return True  # "past the Dabacity junction"
    while before and before[-1] in {"the", "a"}:
        before.pop()
    if len(before) > 1 and before[-1] == "of" and before[-2] in KINDS | EDGES:
        return True
    if len(before) > 1 and before[-1] == "to" and before[-2] in ROADS:
        return True
    while before and before[-1] in {"the", "a", "of", *KINDS}:
        before.pop()
    if before and before[-1] in LOCATING:
        return True
    last = max((m for m in scene.places.values() if m.span[1] <= mention.span[0]), key=lambda m: m.span, default=None)
    if last is None or not coordinated(scene, last, mention) or _is_of_office(scene, last):
        return False
    return last.place.lat is not None or located(scene, last)


def _is_of_office(scene: Scene, mention: PlaceMention) -> bool:
    """Whether a place is what somebody holds office of, so that a person's name follows ("governor of X, Y")."""
    words = scene.parse.text[max(0, mention.span[0] - 30) : mention.span[0]].lower().split()
    return len(words) > 1 and words[-1] == "of" and words[-2] in OFFICES | LOCAL_OFFICES
