"""Who can be harmed: people by their word, their name or their number; no limbs, beasts or things.

Takes a word of a laid-out report, gives yes or no; who of them a word of harm tells of is found in `victims`.
"""

from aftermath.extract.events.figures import COUNTING
from aftermath.extract.grammar.arguments import ORDINALS
from aftermath.extract.grammar.phrases import COLLECTIVE, core, named, preposition
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import table
from aftermath.model import Token

ONE = frozenset({"he", "she", "him", "her"})
BOTH = "both"
"""Two who were told of before, or are plainly known ("both were killed", "killing both pilots")."""
SPOTS = frozenset({"place", "location", "site", "area", "spot", "town", "village", "district", "province"})
BEASTS = frozenset(
    "goat cow ox bull calf sheep lamb camel donkey horse mule buffalo dog cat chicken pig animal beast cattle".split()
)
DEAD = frozenset({"body", "remains", "corpse"})
"""What nobody takes, frees or hurts."""
NOBODIES = ("targets", "place_nouns", "means", "triggers", "harm", "other_causes")
"""Tables of nouns that are of no living being, or of beasts."""
NOBODY = frozenset({"nobody", "none"})
ANYBODY = frozenset({"anybody", "anyone"})
"""Words of a denial for whoever might have been harmed."""
HURT = frozenset({"wounded", "wound", "injured", "casualty"})
"""Who is evacuated to be cared for, and is not driven out."""
LIMBS = frozenset("lip ear nose hand foot arm leg tongue finger head limb breast throat hair".split())
"""Parts of the body, which may be cut off where no siege is meant."""


def can_be_harmed(scene: Scene, token: Token) -> bool:
    """Whether the token names people, or a number that can count them."""
    if token.lemma in COUNTING or is_limb(token) or (token.dep == "nmod" and _cut_off(token.head)):
        return False
    if token.lemma == "head":
        return True
    if token.lower in ONE | NOBODY | ANYBODY | {BOTH} or _is_one_more(token):
        return True
    common = token.pos == "NOUN" and token.lemma not in table("harm")
    if common and any(row["pos"] == "N" for row in table("triggers").at(token)):
        return False  # "two attacks left 40 soldiers dead"
    if token.lower == "most" and any(preposition(c) == "of" for c in token.children("nmod", "obl")):
        return True
    bomber = token.lemma == "bomber" and token.i in scene.means and scene.means[token.i].row["kind"] == "suicide"
    if (token.i in scene.means and not bomber) or (
        token.pos == "PRON" and token.lower not in {"others", "some", "many", "one", "two"}
    ):
        return token.i in scene.quantities
    if token.i in scene.quantities or any(i in scene.quantities for i in range(*core(token))):
        return scene.is_people(token) or (
            token.pos in {"NUM", "NOUN", "ADJ", "PROPN", "PRON"}
            and token.lemma not in table("targets")
            and token.lemma not in SPOTS
        )
    return bomber or scene.is_people(token) or named(token).i != token.i


def _is_one_more(token: Token) -> bool:
    """Whether somebody is only told by his turn ("two guards were shot dead and a third was wounded")."""
    told = token.dep in {"nsubj", "nsubj:pass", "obj"} and token.lemma in ORDINALS
    return told and any(c.lower == "a" for c in token.children("det")) and token.child("nmod") is None


def is_one(scene: Scene, noun: Token) -> bool:
    """Whether a noun is of one living being, whatever it is called ("a boxer was killed", "soldiers and a seller")."""
    article = any(c.lower in {"a", "an", "one", "another"} for c in noun.children("det", "nummod"))
    if noun.pos != "NOUN" or not article or noun.lower != noun.lemma:
        return False
    if noun.i in scene.places or noun.i in scene.times or noun.i in scene.means or is_limb(noun):
        return False
    return noun.lemma not in BEASTS and not any(noun.lemma in table(name) for name in NOBODIES)


def _cut_off(noun: Token) -> bool:
    """Whether a noun is of a part of the body, or of a number that is not given."""
    slit = noun.lemma == "throat" and not noun.is_root and noun.head.lemma in {"cut", "slit"}  # of which one dies
    return _untold(noun) or (is_limb(noun) and not slit)


def is_limb(noun: Token) -> bool:
    """Whether a noun is of a part of the body; the head of a body of people is a person ("the head of its wing")."""
    if noun.lemma == "head":
        of = [c for c in noun.children("nmod", "compound") if c.lemma in COLLECTIVE or _is_body(c)]
        return not of and not any(c.pos == "PROPN" for c in noun.children("appos"))
    return noun.lemma in LIMBS


def _is_body(token: Token) -> bool:
    """Whether a word is of an organisation's name."""
    return token.name_kind == "ORGANIZATION"


def _untold(noun: Token) -> bool:
    """Whether a number is said not to be given ("gave no number of gunmen killed"): not that nobody was harmed."""
    return noun.lemma in COUNTING and any(c.lower == "no" for c in noun.children("det"))
