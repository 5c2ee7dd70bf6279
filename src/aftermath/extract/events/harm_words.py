"""Whether a word of the harm table tells of harm where it stands, or of what is only called so.

Takes a word of a parse and its row, gives yes or no; who was harmed is found in `victims`.
"""

from aftermath.extract.events.mortals import DEAD, HURT, LIMBS
from aftermath.extract.events.victims import is_counted, is_gapped
from aftermath.extract.grammar.phrases import preposition
from aftermath.extract.lexicon import Row
from aftermath.model import Token

PARTICLES = frozenset({"off", "away", "out", "up", "down"})
PRESUMED = frozenset({"presumed", "feared", "believed", "thought"})
DEFILING = frozenset("mutilate drag desecrate defile parade display dismember stamp kick hang photograph film".split())
"""What is done with the bodies of those who were killed before."""
VISITING = frozenset("reporter journalist diplomat monitor inspector delegate delegation visitor".split())
"""Who is taken to a hospital to be shown it."""
NAMING = frozenset({"name", "identify"})
ILLS = frozenset(
    "rape malnutrition cholera measles malaria diarrhoea diarrhea dysentery typhoid disease illness cancer hunger"
    " dehydration diabetes infection fever addiction depression stress heatstroke abuse".split()
)
"""What people are treated for that is no wound."""
SHELTERS = frozenset({"shelter", "refuge"})


def tells_of_harm(token: Token, row: Row) -> bool:
    """Whether a word that a row of the harm table names tells of harm as it stands here."""
    had = any(c.lower == "had" for c in token.children("aux"))
    if (
        _defiled(token, row)
        or _is_identified(token)
        or _is_ill(token)
        or (row["kind"] == "displaced" and _is_no_flight(token))
    ):
        return False
    if row.partner in LIMBS | SHELTERS and token.dep == "acl:relcl" and had:
        return False  # "a man who had lost both legs was shot", "a theatre where hundreds had taken shelter"
    if row["pos"] == "V":
        if token.pos not in {"VERB", "ADJ", "AUX"} and not (token.pos == "NOUN" and token.lower.endswith("ed")):
            return False
        if token.dep == "amod" and token.i < token.head.i and not is_gapped(token):
            return False
        if row["kind"] == "besieged" and token.dep == "acl" and token.lower.endswith("ing"):
            return False  # "the secrecy surrounding the leaders"
        shown = row.partner == "hospital" and any(c.lemma in VISITING for c in token.children("obj"))
        return not row.partner or (_beside(token, row.partner) and not shown)  # "took reporters to a hospital"
    if row["pos"] == "A":
        before = [token.parse.lower_of(i) for i in range(max(token.sent.start, token.i - 4), token.i)]
        if row["kind"] == "killed" and "missing" in before and before[-1] in PRESUMED:
            return False  # "missing and presumed dead": they are missing
        gone = token.lower == "missing" and token.child("obj") is None  # "40 people are missing", taken for a verb
        if row["kind"] in {"killed", "injured"} and is_counted(token):
            return True
        return (token.pos in {"ADJ", "NOUN"} or gone) and (token.dep != "amod" or token.i > token.head.i)
    return token.pos in {"NOUN", "ADJ", "PROPN"} and token.dep != "compound"


def _is_ill(token: Token) -> bool:
    """Whether people are treated for what is no wound ("treated 136 women for rape")."""
    causes = (c for c in token.children("obl") if preposition(c) == "for")
    return token.lemma == "treat" and any(c.lemma in ILLS for c in causes)


def _is_identified(token: Token) -> bool:
    """Whether it is only said who the dead were ("police named the dead as two brothers"): the police are not."""
    named = token.pos == "ADJ" and not token.is_root and token.head.lemma in NAMING
    return named and any(c.lower == "the" for c in token.children("det"))


def _defiled(token: Token, row: Row) -> bool:
    """Whether a word tells what is done to bodies that nobody counts, who died before ("dragged the bodies")."""
    if row["kind"] == "injured" and any(c.lemma in DEAD for c in token.children("obj", "nsubj:pass")):
        return True
    done_to = token.lemma in DEAD and token.dep in {"obj", "nsubj:pass"} and token.head.lemma in DEFILING
    return done_to and token.child("nummod") is None


def _is_no_flight(verb: Token) -> bool:
    """Whether somebody only left what he did, or the hurt are taken to be cared for ("the gunman fled the scene")."""
    moved = [*verb.children("xcomp"), *(t for obj in verb.children("obj") for t in (obj, *obj.children("nmod")))]
    left = verb.lemma == "flee" and any(t.lemma == "scene" for t in moved)
    return left or (verb.lemma == "evacuate" and any(t.lemma in HURT for t in moved))


def _beside(verb: Token, partner: str) -> bool:
    if any(c.lower == partner and c.i < verb.i for c in verb.children("advmod")):
        return True  # "fatally shot"
    end = min(verb.sent.end, max(verb.i + 8, _last_of_object(verb) + 1))
    found = (verb.parse[i] for i in range(verb.i + 1, end) if partner in (verb.parse.lemmas[i], verb.parse[i].lower))
    found = (t for t in found if partner != "home" or t.child("case") is None)  # "forced their way into the home"
    found = (
        t for t in found if partner not in PARTICLES or t.dep != "case"
    )  # "a boat carrying 60 capsized off Zuwara"
    return any(t.dep != "conj" or t.child("nsubj", "nsubj:pass") is None for t in found)  # "... and four were missing"


def _last_of_object(verb: Token) -> int:
    """Where a verb's object ends, with the name set behind it ("shot a boy, Yassin Hussein Moyo, dead")."""
    obj = verb.child("obj")
    named = obj is not None and obj.i > verb.i and obj.child("appos") is not None
    return obj.subtree()[-1] if obj is not None and named else verb.i
