"""Countries and their forces, as against bodies that bear a country's name or armies of their own.

Takes a word as it stands, says whether it names a state. Whose state it is, is for the register to say.
"""

from aftermath.extract.grammar.phrases import core
from aftermath.extract.layout.scene import Scene
from aftermath.model import Token

STATE = frozenset(
    "coalition army government regime warplane plane jet military aircraft ministry kremlin pentagon idf".split()
)


def is_state(scene: Scene, token: Token) -> bool:
    """Whether the token names a country or a state's forces."""
    mention = scene.places.get(token.i)
    if token.child("nummod") is not None and token.name_kind == "NORP":
        return False  # "four Libyans"
    if mention is not None and mention.place.precision == "country":
        return not _is_in_name(scene, token)
    armed = token.lemma == "force" and any(c.lower in {"armed", "air"} for c in token.children("amod", "compound"))
    return (armed or bool(STATE & {token.lemma, token.lower})) and not _is_own_army(scene, token)


def _is_in_name(scene: Scene, token: Token) -> bool:
    """Whether a country's name is part of a body's ("the Tehrik-i-Taliban Pakistan")."""
    beside = (i for i in range(*core(token, of=False)) if scene.parse.pos[i] == "PROPN")
    return any(i not in scene.places for i in beside)


def _is_own_army(scene: Scene, token: Token) -> bool:
    """Whether an army's name says that it is no state's: "Free", "Republican", "Liberation", "Resistance"."""
    if token.pos != "PROPN":
        return False
    before = token.children("amod", "compound", "nmod:poss", "flat")
    return any(c.i not in scene.places and c.name_kind not in {"NORP", "LOCATION"} for c in before)
