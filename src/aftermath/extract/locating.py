"""Whether a place named near an event can be where it was.

A party's, a speaker's or an owner's place is not, nor a mere point of reference, nor where
people come from or flee to. Each question here is one such role.
"""

import re

from aftermath.extract.arguments import UNDERGO
from aftermath.extract.cluster import HEAVY, Cluster
from aftermath.extract.dateline import in_dateline
from aftermath.extract.listing import coordinated
from aftermath.extract.phrases import preposition
from aftermath.extract.scene import Scene
from aftermath.model import PlaceMention, Token

REFERRING = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west miles km"
    " kilometres kilometers outside away far".split()
)
PART_OF = re.compile(
    r"(’s|'s|’|')?\s(\w+\s)?(suburb|district|neighbou?rhood|town|city|village|area|quarter|camp|province|countryside)s?\sof\s"
)
"""Behind a place that only says where another lies: "the Damascus suburb of Douma"."""
ON_THE_WAY = re.compile(r"\w, (?:which (?:is|lies) )?on the (?:\w+ )?(?:road|highway|way) (?:to|from) (?:the )?$")
"""Before a place that only says where the one named before it lies: "Mainok, on the road to Maiduguri"."""
DESCRIBED = 48
"""Characters between a place and what describes where it lies, at most."""
DESCRIPTION = re.compile(
    r",?\s\(?|,?\s(which\s(is|lies)\s|lying\s|about\s|some\s|just\s)?"
    r"((a|an|the)\s)?((\w+\s){0,2}(towns?|villages?|cit(y|ies)|district|suburb|settlement|hamlet|camp)\s)?"
    r"(which\s(is|lies)\s|about\s|some\s|just\s)?"
)
"""What stands between a place and where it is said to lie."""
PLACE_PARTS = frozenset("case det nmod nmod:poss compound flat appos conj amod".split())
BODIES = frozenset(
    "agency ministry media television president minister spokesman official embassy parliament service intelligence"
    " consulate".split()
)
"""What countries have beside forces and people."""
OFFICES = frozenset("president premier minister king queen emir sultan chancellor ruler leader ambassador".split())
"""Who stands at the head of a country or speaks for it, wherever he is."""
PACTS = frozenset("agreement deal accord treaty pact talk relation tie memorandum".split())
SAYINGS = frozenset("claim denial accusation statement allegation charge version account demand offer".split())
"""What a capital's name stands before when its government is meant."""
FLIGHT = frozenset({"displacement", "escape"})
GOALS = frozenset({"to", "into", "towards", "toward", "onto", "for", "across"})
"""Prepositions that mark where people go."""
LEAVING = frozenset("flee withdraw retreat pull regroup evacuate".split())
"""Verbs whose goal is not where it happens, whoever leaves."""
CARE = frozenset("treatment surgery care refuge asylum exile training".split())
"""What people are given in places where nothing was done to them."""
REACHED = frozenset("reach enter".split())
"""Verbs whose object is where people on the run arrive."""
REFUGE = frozenset("refuge shelter camp border safety asylum".split())
"""What people on the run seek, in the place they reach."""
KINDS = frozenset(
    "town village city district neighbourhood neighborhood suburb settlement camp hamlet towns villages cities"
    " districts neighbourhoods neighborhoods suburbs settlements camps hamlets hills hill"
    " heights height mount front junction crossing ridge".split()
)
"""Nouns of kind that stand before a place's name."""
BUILT = frozenset("prison jail base market barracks".split())
LOCATING = frozenset("in at near on off outside around into inside between over along through across".split())
"""Prepositions that make words a place that no gazetteer knows."""
EDGES = frozenset(
    "outskirts edge edges mouth entrance centre center heart streets gates vicinity surroundings municipality area"
    " station airport market mosque hospital bridge garrison foot slopes banks shores direction".split()
)
"""Nouns whose "of" leads in a place, beside those of kind."""
LOCAL_OFFICES = frozenset(
    "governor mayor chief commander bishop archbishop prefect head deputy commissioner administrator imam".split()
)
"""What else people are "of" a place, whose name may follow behind a comma."""
ROADS = frozenset("road highway route track way".split())
BEHIND = re.compile(r"\s(junction|intersection|crossroads|hills?|heights|ridge|gorge|creek|ranch|farm|estate)\b")
"""What stands behind a name that is a place by it."""
FIRED = frozenset("fire launch shoot lob hurl".split())
TRAVEL = frozenset(
    "travel fly go return head drive walk march send rush transfer airlift bring take evacuate transport carry flee"
    " escape retreat come arrive visit deploy cross".split()
)
"""Verbs of going, whose beginning and goal are no places of what is told beside them."""
OPENING = 9
"""Tokens within which the phrase that opens a sentence ends."""
BLAME = frozenset("accuse blame condemn urge warn tell ask criticise criticize denounce thank".split())
"""Verbs whose object is somebody, even if it is called by the name of a capital."""
CLEARED = frozenset("clear drive push evict expel oust dislodge flush remove chase rout eject withdraw".split())
"""Verbs whose "from" is where it happens."""
BEHELD = frozenset("witness see experience".split())
"""Verbs of which a place can be the subject when something happens there."""


def locates(scene: Scene, cluster: Cluster, i: int, mention: PlaceMention) -> bool:
    """Whether a place can be an event's: it is no party, no speaker's place and no mere point of reference."""
    token = scene.parse[i]
    if mention.adjectival or is_reference(scene, mention):
        return False
    if is_speakers(scene, token) and not _is_behind(cluster, token):
        return False
    if _is_voices(scene, cluster, token) or _is_part(cluster, token):
        return False
    if is_origin(scene, token) and not _is_left(cluster, token):
        return False
    if cluster.event in HEAVY and _is_fired_from(scene, cluster, token):
        return False
    if (
        _is_owner(scene, token, mention)
        or _is_office(cluster, token)
        or _is_goal(cluster, token)
        or names_only(scene, token)
    ):
        return False
    if mention.place.precision == "unknown" and not (located(scene, mention) or _is_struck(scene, cluster, token)):
        return False
    return i not in scene.actors or mention.place.precision == "country"


def _is_behind(cluster: Cluster, token: Token) -> bool:
    """Whether a place stands behind an event that a verb of speech is about: "denied looting homes in Sinja"."""
    verb = outer(token).head
    objects = (t for t in cluster.tokens if t.dep in {"obj", "xcomp"} and t.head.i == verb.i)
    return any(verb.i < t.i < token.i for t in objects)


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


def _is_struck(scene: Scene, cluster: Cluster, token: Token) -> bool:
    """Whether a name of a place is what the event's verb is done to ("entered Kitchanga"), or names it."""
    head = outer(token)
    own = {t.i for t in cluster.tokens}
    return scene.names.get(token.i) == "LOCATION" and head.head.i in own and head.dep in {"obj", "compound"}


def _is_part(cluster: Cluster, token: Token) -> bool:
    """Whether the place is only that of a part of the event: "killed across the country, including 110 in Homs"."""
    own = {t.i for t in cluster.tokens}
    for word in (token, *token.ancestors()):
        if word.i in own:
            return False
        if preposition(word) == "including":
            return True
    return False


def is_origin(scene: Scene, token: Token) -> bool:
    """Whether people or fire only come from there: "workers from Basra", "fired from the Black Sea"."""
    head = outer(token)
    if preposition(token) == "of" and token.head.name_kind == "PERSON":
        return True  # "Corporal Anthony Rye, 21, of Ohio"
    if preposition(head) != "from":
        return False
    if head.child("cop") is not None:
        return True  # "Hall, who was from Portsmouth, died"
    if head.is_root:
        return False
    if head.dep == "obl":
        return head.head.lemma in FIRED | TRAVEL
    cleared = any(t.lemma in CLEARED for t in head.ancestors())  # "cleared hundreds of protesters from the square"
    return head.dep == "nmod" and scene.is_people(head.head) and not cleared


def _is_fired_from(scene: Scene, cluster: Cluster, token: Token) -> bool:
    """Whether shells or aircraft come from there: "rocket fire from Belgorod", "strikes on the town from the sea"."""
    head = outer(token)
    if preposition(head) != "from" or head.is_root:
        return False
    if head.head.lemma in UNDERGO and head.dep == "obl":
        return True  # "positions came under artillery fire from Armenia"
    above = {t.i for trigger in cluster.tokens for t in (trigger, *trigger.ancestors()) if t.pos in {"NOUN", "PROPN"}}
    return head.head.i in above or (head.head.i in scene.means and head.dep == "nmod")


def _is_left(cluster: Cluster, token: Token) -> bool:
    """Whether people fled or got away from there, which is the place of their flight."""
    head = outer(token)
    return cluster.event in FLIGHT and not head.is_root and head.head.i in {t.i for t in cluster.tokens}


def _is_goal(cluster: Cluster, token: Token) -> bool:
    """Whether people went or fled to there: displacement is where they left."""
    head = outer(token)
    if head.is_root:
        return False
    if head.dep == "nmod" and head.head.lemma in CARE and cluster.event not in FLIGHT:
        return True  # "seek treatment in Saudi Arabia"
    if head.head.lemma in LEAVING and preposition(head) in GOALS - {"across", "for"}:
        return True
    if cluster.event not in FLIGHT and not any(t.kind == "displaced" for t in cluster.tolls):
        return is_destination(token, {t.i for t in cluster.tokens})
    if head.dep == "obj" and head.head.lemma in REACHED:
        return True
    return preposition(head) in GOALS or head.head.lemma in REFUGE


def is_destination(token: Token, own: frozenset[int] | set[int] = frozenset()) -> bool:
    """Whether somebody is only taken there or goes there ("flown to a hospital at Camp Bastion")."""
    head = outer(token)
    while head.dep == "nmod" and head.head.pos in {"NOUN", "PROPN"}:
        head = head.head
    if head.is_root or head.head.i in own:
        return False
    # "hours after she had arrived in Islamabad", but not "soldiers arrived in Kyi Su and burned it"
    arrived = head.head.lemma == "arrive" and head.head.dep == "advcl" and preposition(head) in {"in", "at"}
    return arrived or (preposition(head) in GOALS and head.head.lemma in TRAVEL)


def _is_voices(scene: Scene, cluster: Cluster, token: Token) -> bool:
    """Whether the place stands within the words for who tells of the event ("a count of the UN's office in Geneva")."""
    voice = scene.voices.at(cluster.trigger)
    own = {t.i for t in cluster.tokens}
    for word in (token, *token.ancestors()):
        if word.i in own or voice is None:
            return False
        if word.i in voice.speakers:
            return True
    return False


def _is_owner(scene: Scene, token: Token, mention: PlaceMention) -> bool:
    """Whether a country only says whose the people or weapons are: "a US shell", "US reporter"."""
    if mention.place.precision != "country" or token.is_root or token.head.i in scene.places:
        return False
    if token.dep in {"compound", "amod"}:
        return token.head.lemma not in {"war", "conflict"}
    owned = token.head
    named = (
        scene.names.get(owned.i) == "ORGANIZATION"
        or owned.lemma in BODIES
        or scene.is_side(owned)
        or scene.is_people(owned)
    )
    return token.dep == "nmod:poss" and (named or any(scene.voices.is_speech(a) for a in (owned.head,)))


def _is_office(cluster: Cluster, token: Token) -> bool:
    """Whether a place only says of what somebody is the head, who was not hit ("talks with the president of X")."""
    holder = token.head
    if token.dep != "nmod" or preposition(token) != "of" or holder.lemma not in OFFICES:
        return False
    hit = {t.victim.i for t in cluster.tolls if t.victim is not None}
    hit |= {t.i for f in cluster.frames for t in f.args.undergoers}
    return holder.i not in hit


def names_only(scene: Scene, token: Token) -> bool:
    """Whether a name only tells whose something is: a make of arms, a side of a pact, who owns a claim."""
    name = outer(token)
    against = (c for c in name.head.children("nmod") if preposition(c) in {"on", "against"})
    owns = name.dep == "nmod:poss" and (name.head.lemma in SAYINGS or any(against))  # "Tel Aviv's attacks on"
    return owns or _is_partner(token) or _is_make(scene, token)


def _is_partner(token: Token) -> bool:
    """Whether a place is a government with which something was agreed ("a pact between Baghdad and Ankara")."""
    first = token
    while first.dep in {"conj", "case", "cc"}:
        first = first.head
    return preposition(first) in {"between", "with"} and not first.is_root and first.head.lemma in PACTS


def _is_make(scene: Scene, token: Token) -> bool:
    """Whether the name only tells the make of a vehicle or weapon ("a Ural truck")."""
    return token.dep == "compound" and token.head.i in scene.means and token.head.i not in scene.places


def outer(token: Token) -> Token:
    """The head of the name or of the phrase of kind that a place's word stands in ("the town of Basra")."""
    head = token
    inner = {"det", "compound", "flat", "appos", "nmod"}
    while head.dep in inner and not head.is_root and preposition(head) in {"", "of"}:
        head = head.head
    return head


def is_reference(scene: Scene, mention: PlaceMention) -> bool:
    """Whether the place only helps to find or to name another: "north of X", "X-based", "X-backed"."""
    text, (start, end) = scene.parse.text, mention.span
    if in_dateline(text, start):
        return True
    behind = text[end : end + 10].lower().lstrip()
    if behind.startswith(("-based", "-backed", "- based", "- backed", "-led", "-born", "-run", "-held")):
        return True
    if PART_OF.match(text[end : end + 40].lower()) or ON_THE_WAY.search(text[max(0, start - 48) : start].lower()):
        return True
    if mention.place.precision == "relative" and _describes(scene, mention):
        return True
    before = text[max(0, start - 24) : start].lower().split()
    if before and before[-1] == "the":
        before.pop()
    return len(before) >= 2 and before[-1] in {"of", "from"} and before[-2] in REFERRING


def _describes(scene: Scene, mention: PlaceMention) -> bool:
    """Whether a distance or bearing only says where the place named before it lies ("Hawzen, a town north of X")."""
    text, start = scene.parse.text, mention.span[0]
    return any(
        0 < start - m.span[1] <= DESCRIBED and DESCRIPTION.fullmatch(text[m.span[1] : start].lower())
        for m in scene.places.values()
        if m is not mention and not m.adjectival and (m.place.lat is not None or located(scene, m))
    )


def is_speakers(scene: Scene, token: Token) -> bool:
    """Whether the place is only where somebody speaks ("told reporters in Beirut")."""
    if _before_content(scene, token):
        return True
    if _sets_scene(scene, token):
        return False
    head = token
    while head.dep in PLACE_PARTS and not head.is_root:
        head = head.head
    if (
        head.is_root
        or not (scene.voices.is_speech(head.head) or head.head.lemma in BLAME or _calls(head))
        or head.head.child("nsubj:pass") is not None
    ):
        return False
    if head.dep == "nsubj" and head.head.lemma in BEHELD:
        return False
    if head.dep in {"obj", "iobj"}:
        return head.head.lemma in BLAME
    return head.dep.startswith(("obl", "nsubj")) and preposition(head) in {"in", "from", "at", "by", ""}


def _calls(capital: Token) -> bool:
    """Whether a place is a government that gives something a name ("Tehran called that a lie")."""
    return capital.dep == "nsubj" and capital.head.lemma in {"call", "describe", "brand", "term"}


def _sets_scene(scene: Scene, token: Token) -> bool:
    """Whether a place at home opens its sentence: "In Misrata, a doctor said ..." tells of Misrata."""
    start, mention = token.sent.start, scene.places.get(token.i)
    if mention is None or mention.place.country != scene.home or scene.parse[start].lower not in {"in", "at", "around"}:
        return False
    commas = (i for i in range(start, min(token.sent.end, start + OPENING)) if scene.parse[i].text == ",")
    return token.i < next(commas, start)


def _before_content(scene: Scene, token: Token) -> bool:
    """Whether the place stands between a verb of saying and the "that" of what is said ("told X from Erbil that")."""
    parse, sent = scene.parse, token.sent
    that = next((i for i in range(token.i + 1, sent.end) if parse.lower_of(i) == "that"), None)
    if that is None or parse.deps[that] != "mark":
        return False
    verb = next((i for i in range(that - 1, sent.start - 1, -1) if parse.pos[i] == "VERB"), None)
    return verb is not None and verb < token.i and scene.voices.is_speech(parse[verb])
