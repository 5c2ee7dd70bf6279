"""Who did it, by the words of the event itself: its verb's subject, its noun's "by", the sides of a clash.

Each rule is over one cluster and its voice; the docstring is the reason that `aftermath explain` gives.
"""

from collections.abc import Iterator

from aftermath.extract.actors.parties import both_sides, can_act, is_position, names_party
from aftermath.extract.clusters.cluster import VIOLENT, Cluster
from aftermath.extract.events.frames import Frame
from aftermath.extract.events.needs.persons import BODIES
from aftermath.extract.grammar.arguments import (
    BROKERING,
    CHARGED,
    HELPING,
    SUFFERED,
    UNDERGO,
    is_charge_of,
    is_ranked,
    of_verb,
)
from aftermath.extract.grammar.passive import is_passive
from aftermath.extract.grammar.phrases import COLLECTIVE, conjuncts, counted, preposition
from aftermath.extract.grammar.subject import subjects
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import table
from aftermath.extract.speakers.speech import Voice
from aftermath.model import Token

REPELLING = frozenset("repel repulse thwart foil fend resist intercept".split())
"""Verbs whose subject is attacked by whoever the attack is of."""
EXPELLING = frozenset(
    "displace expel drive force evict uproot remove deport evacuate push transfer free release".split()
)
"""Verbs of leaving whose subject makes others leave; who flees did nothing to anybody."""
BOMBERS = frozenset({"bomber", "attacker", "assailant"})
ONSLAUGHT = frozenset("offensive push assault attack operation crackdown raid onslaught bombardment advance".split())
"""What a side launches or presses while people are killed."""
FLOWN = frozenset({"strike", "airstrike", "raid", "sortie"})
"""What forces carry out and nobody suffers under "of": "the air strikes of the coalition"."""
UNDERGONE = frozenset("death injury wounding escape release disappearance burial".split())
"""Nouns before which a party stands that it happened to ("the French death")."""
CALLED = frozenset({"group", "forced", "terrorist", "sniper", "suspected", "alleged", "reported", "apparent"})
"""Words before an event's noun that say what it is called or how it was done, and not by whom."""
USING = frozenset({"use", "fire", "deploy", "employ", "throw", "drop", "detonate"})
"""Verbs of using arms whose object is the weapon."""
MET = frozenset({"hit", "strike", "step", "trip"})
"""What people and vehicles do with a mine, and did not lay it."""
BY_REACH = 9
"""Tokens after an event noun within which a loose "by" still belongs to it."""


def acting(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Subject of the event's verb, agent of its passive or "by" beside its noun."""
    for frame in _putting_down(cluster) or cluster.frames:
        fires = frame.is_verb and frame.event in VIOLENT
        repelled = frame.trigger.lemma in REPELLING and len(cluster.frames) > 1
        repelled = repelled or _gives_up(frame) or (frame.event == "agreement" and frame.trigger.lemma in BROKERING)
        moved = frame.is_verb and frame.event in {"displacement", "escape"} and frame.trigger.lemma not in EXPELLING
        repelled = repelled or comes_upon(frame)
        doers = () if repelled or (moved and not is_passive(frame.trigger)) else map(counted, _doers(frame))
        for doer in doers:
            acts = (can_act(scene, doer) and not _goes_off(frame, doer)) or _launches(scene, frame, doer)
            acts = acts or (fires and (_sets_upon(frame, doer) or (both_sides(frame) and doer.lemma in COLLECTIVE)))
            if not acts and fires and is_passive(frame.trigger):
                acts = preposition(doer) == "by" and scene.is_people(doer)  # "shot by two individuals"
            if acts or (fires and is_position(scene, doer)) or (frame.event == "protest" and _protests(scene, doer)):
                yield doer


def _doers(frame: Frame) -> tuple[Token, ...]:
    """Who does it; who "came out against the junta" protests, though who "came under fire" undergoes it."""
    turned_out = frame.event == "protest" and frame.is_verb and frame.trigger.lemma in UNDERGO
    return frame.args.undergoers if turned_out else frame.args.doers


def _protests(scene: Scene, doer: Token) -> bool:
    """Whether people, or a body of them, take to the streets."""
    return scene.is_people(doer) or (doer.pos == "NOUN" and doer.lemma in BODIES)


def _putting_down(cluster: Cluster) -> list[Frame]:
    """The words by which a protest is told to have been put down, whose doers are not the protesters."""
    return [frame for frame in cluster.frames if frame.puts_down]


def _sets_upon(frame: Frame, doer: Token) -> bool:
    """Whether people of whom only the number is known do it to others ("four people opened fire on a funeral")."""
    others = [t for t in frame.args.undergoers if t.i != doer.i] or frame.args.by("on", "at")
    return doer.dep == "nsubj" and doer.lemma in {"people", "person"} and bool(others) and not is_passive(frame.trigger)


def _gives_up(frame: Frame) -> bool:
    """Whether the subject loses ground, or is the ground: "the army lost the town", "it fell", "it changed hands"."""
    falls = (frame.trigger.lemma == "fall" and frame.row.partner != "back") or frame.row.partner == "hand"
    return frame.event == "territory_taken" and (frame.trigger.lemma == "lose" or falls)


def comes_upon(frame: Frame) -> bool:
    """Whether the subject only met what went off: "a convoy struck a mine"."""
    mine = any(t.lower == frame.row.partner for t in frame.args.undergoers)
    return frame.event == "explosion" and frame.trigger.lemma in MET and mine


def _launches(scene: Scene, frame: Frame, doer: Token) -> bool:
    """Whether the noun, whatever it calls them, fires or drops a weapon: "popular committees fired a missile"."""
    thrown = frame.is_verb and frame.trigger.lemma in USING and any(t.i in scene.means for t in frame.args.undergoers)
    known = doer.i in scene.means or doer.i in scene.times or doer.i in scene.places or doer.lemma in table("triggers")
    return thrown and not known and doer.pos == "NOUN" and doer.lower != doer.lemma


def _goes_off(frame: Frame, doer: Token) -> bool:
    """Whether the verb is of a thing that bursts by itself ("it exploded"), and so its pronoun nobody who acts."""
    alone = frame.event in {"explosion", "shelling"} and not frame.args.undergoers
    return frame.is_verb and alone and doer.pos == "PRON" and doer.lower in {"it", "they", "which", "that"}


def falling(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """To whom a place falls: "the town fell to the rebels"."""
    fallen_to = (t for f in cluster.frames if f.trigger.lemma == "fall" for t in f.args.by("to"))
    yield from (t for t in fallen_to if scene.is_party(t) or scene.is_side(t))


def bombing(_: Scene, cluster: Cluster, __: Voice | None) -> Iterator[Token]:
    """The suicide attacker as the one who did it."""
    yield from (f.trigger for f in cluster.frames if f.trigger.lemma in BOMBERS)


def modifying(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """A party before the event's noun: "Russian air strikes", "government shelling", "Saudi-led raids"."""
    for frame in cluster.frames if not _putting_down(cluster) else ():
        if _is_noun(frame) and frame.trigger.lemma not in UNDERGONE and not is_ranked(frame.trigger):
            beside = [c for c in frame.trigger.children("amod", "compound") if c.i < frame.trigger.i]
            arms = (c for c in beside if c.i in scene.means)  # "a government barrel bomb attack"
            before = (*beside, *(c for arm in arms for c in arm.children("amod", "compound")))
            for word in (c for c in before if c.i not in scene.means):
                leaders = word.children("compound", "amod", "obl", "nmod") if word.lower == "led" else ()
                named = (c for c in (word, *leaders) if names_party(scene, c) and c.lower not in CALLED)
                yield from (c for c in named if not (_says_where(scene, frame, c) or _is_own_war(frame, c)))


def _is_own_war(frame: Frame, word: Token) -> bool:
    """Whether a nation's adjective is of a war within it ("the Lebanese civil war")."""
    own = frame.trigger.children("amod", "compound")
    return word.name_kind == "NORP" and frame.trigger.lemma.lower() == "war" and any(c.lower == "civil" for c in own)


def _says_where(scene: Scene, frame: Frame, word: Token) -> bool:
    """Whether a nation's adjective says where two sides fight ("a Chechen battle", not "Serb-Croat clashes")."""
    nation = word.name_kind == "NORP" or word.i in scene.places
    others = (c for c in word.head.children("amod", "compound") if c.i != word.i and c.name_kind == "NORP")
    alone = not any(others) and word.child("conj", "compound", "punct") is None and word.parse[word.i - 1].text != "-"
    return both_sides(frame) and nation and alone and not scene.is_side(word) and not frame.args.by("with", "against")


def genitive(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Whose an onslaught is: "repelled eight attacks of the guerrillas", "the air strikes of the coalition"."""
    if any(f.trigger.pos == "NOUN" and f.trigger.lemma in ONSLAUGHT | FLOWN for f in cluster.frames):
        owners = (t for f in cluster.frames for t in f.args.by("of") if t.head.lemma in ONSLAUGHT | FLOWN)
        yield from (d for t in owners if scene.is_side(t) for d in _answering_with_arms(scene, t.head) or [t])


def _answering_with_arms(scene: Scene, onslaught: Token) -> list[Token]:
    """Who answers an onslaught with arms, which are no arms of the onslaught's: "replied with artillery to attacks"."""
    verb = onslaught.head
    if preposition(onslaught) != "to" or verb.lemma not in {"respond", "reply", "react"}:
        return []
    arms = (t for p, t in of_verb(verb).obliques if p == "with")
    return subjects(verb) if any(t.i in scene.means for t in arms) else []


def helping(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Who takes part on the doers' side: "the army, aided by Russian warplanes"."""
    for frame in cluster.frames:
        clauses = (c for doer in frame.args.doers for c in doer.children("acl") if c.lemma in HELPING)
        yield from (t for clause in clauses for t in of_verb(clause).by("by") if can_act(scene, t))


def staging(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Armed men who act within it: "an attack in which gunmen stormed a hotel"."""
    for frame in (f for f in cluster.frames if not f.is_verb and f.event in VIOLENT):
        for clause in frame.trigger.children("acl"):
            inside = any(c.lower == "which" and preposition(c) in {"in", "during"} for c in clause.children("obl"))
            if inside and clause.child("obj") is not None and not is_passive(clause):
                yield from (t for t in subjects(clause) if scene.is_combatant(t))


def loosely_by(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """The party after a "by" that follows the event's noun closely, wherever the parser hung it."""
    nouns = (f.trigger for f in cluster.frames if _is_noun(f) or is_passive(f.trigger))
    for noun in (t for t in nouns if t.lemma not in BROKERING):
        last = noun.subtree()[-1] if noun.lemma in SUFFERED else noun.i  # "the killing of an elder and his sons, by"
        for i in range(noun.i + 1, min(noun.sent.end, max(noun.i, last) + BY_REACH)):
            token = scene.parse[i]
            if (token.pos in {"VERB", "AUX"} and token.lemma not in CHARGED) or token.text in {";", ":"}:
                break
            if token.pos == "NUM" and any(c.lower in {"them", "which"} for c in token.children("nmod")):
                break  # "112 killings, 74 of them by rebels"
            if token.lower == "by" and _is_of_another(noun, token.head.head):
                break  # "a revolt in Chad and an offensive by the army of Sudan"
            if token.head.i > i and scene.is_party(token.head) and _charges_by(noun, token):
                yield from conjuncts(token.head)
                break


def _is_of_another(noun: Token, governor: Token) -> bool:
    """Whether a phrase hangs on the noun of another event."""
    nominal = governor.pos == "NOUN" and governor.i != noun.i
    return nominal and any(row["pos"] == "N" for row in table("triggers").at(governor))


def _charges_by(noun: Token, token: Token) -> bool:
    """Whether a word after an event's noun leads in who did it: "by", "attributed to", "blamed on"."""
    before = noun.parse[token.i - 1]
    return token.lower == "by" or (token.lower in CHARGED.get(before.lemma, ()) and not is_charge_of(before))


def _is_noun(frame: Frame) -> bool:
    """Whether the event is told by a noun, or by a verb's form in "-ing" that stands for one ("shelling by")."""
    return not frame.is_verb or (
        frame.trigger.dep in {"nsubj", "csubj", "obj", "obl"} and frame.trigger.lower[-3:] == "ing"
    )
