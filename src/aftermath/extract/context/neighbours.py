"""Where those live who tell of what happened there: "residents of X said".

Takes a draft without a place, gives the place of its speakers.
"""

from aftermath.extract.context.lending import answers
from aftermath.extract.draft import Draft
from aftermath.extract.layout.scene import Scene
from aftermath.extract.where_when.fineness import COARSE, rank
from aftermath.model import PlaceMention, Token

LOCALS = frozenset(
    "resident inhabitant villager police witness medic doctor nurse hospital farmer neighbour neighbor shopkeeper mayor"
    " governor people elder rescuer worker activist".split()
)
"""Who tells of what happened where they are."""
RULING = frozenset({"mayor", "governor"})
"""Who tells of all that happens there, a mayor of his town and a governor of his province."""
RESIDENTS = frozenset("resident inhabitant villager neighbour neighbor shopkeeper".split())


def told_by_locals(scene: Scene, draft: Draft) -> PlaceMention | None:
    """For an incident: the place, finer than a country, of the people on the spot who tell of it."""
    if answers(draft):
        return None
    for i in draft.speakers:
        speaker = scene.parse[i]
        if draft.scope != "incident" and speaker.lemma not in RULING:
            continue
        if speaker.lemma not in LOCALS or speaker.sent.index != draft.trigger.sent.index:
            continue
        for token in speaker.children("nmod", *(("nmod:poss", "compound") if speaker.lemma in RULING else ())):
            mention = next((scene.places[j] for j in token.subtree() if j in scene.places), None)
            if mention is not None and (_is_home(speaker, mention) or _lives_there(speaker, mention)):
                return mention
    return None


def _is_home(speaker: Token, mention: PlaceMention) -> bool:
    """Whether people speak there of what is near: a capital's speak for the country, a hospital's of the wounded."""
    built = "hospital" in mention.text.lower() or mention.adjectival
    wide = speaker.lemma == "governor" and mention.place.precision in {"province", "region"}
    return not built and mention.place.feature != "PPLC" and (rank(mention) < COARSE or wide)


def _lives_there(speaker: Token, mention: PlaceMention) -> bool:
    """Whether somebody tells of the capital in which he lives, and does not speak for the country."""
    return speaker.lemma in RESIDENTS and not mention.adjectival and rank(mention) < COARSE
