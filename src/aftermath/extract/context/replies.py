"""What is said of an event that was told before and is not named again: owned, denied, or laid to somebody.

Takes a laid-out report, gives the replies in it ("Al Shabaab claimed responsibility", "officials blamed
the rebels", "a spokesman denied that the group was involved"); `answered` makes claims of them. Where an event
stands in the words themselves, no reply is made of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aftermath.extract.actors.parties import HARMLESS, can_act, resolved, spoken_for
from aftermath.extract.clusters.cluster import VIOLENT
from aftermath.extract.draft import Draft
from aftermath.extract.grammar.arguments import is_nobody, of_verb
from aftermath.extract.grammar.charged import SHARE
from aftermath.extract.grammar.passive import is_passive
from aftermath.extract.grammar.phrases import COLLECTIVE, conjuncts, preposition
from aftermath.extract.grammar.subject import KIN, subjects
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import Row, table
from aftermath.extract.speakers.disputed import FALSE, FIGURES, JUDGED, is_negation
from aftermath.extract.speakers.speech import Voice
from aftermath.extract.speakers.stance import stance
from aftermath.model import Token

CHARGEABLE = frozenset("attack blast explosion bombing raid killing shooting ambush massacre assassination".split())
"""Nouns by which what was told before is spoken of again ("the blast, which the mayor blamed on rebels")."""
PERSON_REACH = 60
"""Tokens from "he" back to who that is."""
REACH = 6
"""Sentences from the event to what is said of it, at most."""
REPLIED = VIOLENT | {"abduction"}
"""Events that are owned, denied and laid to somebody."""
DISPUTED = REPLIED | {"territory_taken", "arrest", "siege", "displacement"}
"""Events of which somebody rejects another's account."""
TOWARDS = frozenset({"to", "at", "on"})
CONCERNING = frozenset({"for", "of", "over"})
POINTING = frozenset({"it", "this", "that", "them", "these", "those", "latter"})
CHARGING = frozenset({"advcl", "xcomp", "ccomp", "acl", "obl"})
CAUSES = frozenset({"suicide", "accident", "murder", "crime"})
"""What a death is taken for where nobody is charged with it."""
LAYING = frozenset("plant lay place hide leave set detonate".split())
LAID = frozenset("bomb mine charge device explosive fire".split())
"""Arms that somebody leaves to go off, and fires that he sets."""
DISPUTING = frozenset({"dispute", "contest"})
CALLING = frozenset({"call", "describe", "brand", "term", "label", "dismiss", "reject"})
"""Verbs by which somebody adds what he thinks of a charge."""
CHARGES = frozenset({"charge", "accusation", "allegation", "insinuation"})
TAKING_PART = frozenset({"participate", "involve"})
DONE_TO = frozenset({"harm", "hit", "hurt", "touch", "mistreat"})
"""What is denied to have been done to anybody ("denied that any prisoner had been harmed")."""
WRONGS = frozenset({"wrongdoing", "abuse"})
"""What people deny of themselves in affairs of every kind."""
FORMING = frozenset({"compound", "obj", "xcomp", "obl", "nmod", "ccomp", "amod", "advmod", "dep"})


@dataclass(frozen=True, slots=True)
class Reply:
    """A verb that answers for an event told before, who says so, and who did it by that word."""

    trigger: Token
    row: Row
    voice: Voice
    doers: tuple[Token, ...]
    named: frozenset[int] = frozenset()
    """Those of the doers that the register knows for a group."""

    @property
    def speaks_for_others(self) -> bool:
        """Whether who denies need not be who is charged."""
        return self.row["stance"] == "denied" and (self.row["own"] == "self" or self.row["doer"] == "told")


def replies(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Reply]:
    """The replies of a report, but for those whose sentence names its event, which `drafts` have."""
    rows = table("replies")
    for word in filter(rows.starts, scene.parse.tokens()):
        pos = word.pos
        said_of = pos == "NOUN" and word.child("cop") is not None  # "it could be the work of the guerrillas"
        if not (said_of or pos in {"VERB", "ADJ", "ADP"}):
            continue
        verb = word.head if pos == "ADP" else word  # "it was behind them"
        if pos == "ADP" and (verb.lower not in POINTING or verb.child("cop") is None):
            continue
        fitting = [r for r in rows.at(word) if _fits(verb, r)]
        if not fitting or not verb.sent.parsed or _names_event(scene, verb, drafts):
            continue
        above = set(range(verb.i)) if verb.dep == "advcl:relcl" else {t.i for t in verb.ancestors()}
        if _came_first(verb):
            continue
        if (
            rejects_which(verb)
            and verb.head.lemma != "accuse"
            and verb.head.lemma not in CHARGEABLE
            and not {d.trigger.i for d in drafts if d.trigger.sent.index == verb.sent.index} & above
        ):
            continue  # "their demands, which the officials reject"
        reply = next((found for r in fitting if (found := _reply(scene, verb, r)) is not None), None)
        if reply is not None and (reply.doers or reply.speaks_for_others):
            yield reply


def _came_first(verb: Token) -> bool:
    """Whether it was said before what the sentence tells, and so of something else: "killed after he had blamed"."""
    before = any(c.lower == "after" for c in verb.children("mark"))
    return before and verb.dep == "advcl" and any(c.lower == "had" for c in verb.children("aux"))


def _fits(verb: Token, row: Row) -> bool:
    if row.words == ("blame",) and (row["doer"] == "subject") != _bears_blame(verb):
        return False
    if row.words[0] in FALSE:
        return any(map(_is_pointed_at, verb.children("nsubj", "nsubj:pass")))
    if row.partner in FIGURES and not any(map(_is_pointed_at, verb.children("obj", "nsubj:pass"))):
        return False  # "questioned a number of suspects"
    if row.partner in WRONGS and any(t.name_kind == "PERSON" for t in subjects(verb)):
        return False  # "the president denied any wrongdoing" in affairs of his own
    if not row.partner:
        return row.words != ("deny",) or verb.child("obj", "ccomp", "xcomp", "obl", "advcl") is None
    taken_for = [w for c in verb.children("obl") if preposition(c) == "as" for w in (c, *c.children("compound"))]
    if row.partner in POINTING and any(w.lemma in CAUSES or w.lemma in table("other_causes") for w in taken_for):
        return False  # "police had dismissed it as a suicide": they were charged with nothing
    beside = [c for c in verb.children() if c.bare_dep in FORMING]
    if row.partner not in {"", "it", "that"} and any(c.lemma == row.partner and _says_what(c) for c in beside):
        return False  # "denied reports that it had armed the rebels": of those, and of nothing told before
    beside += [c for obj in verb.children("obj") for c in obj.children("appos")]  # "called the report a lie"
    if verb.dep.startswith("acl") and verb.child("obj") is None and subjects(verb):
        beside.append(verb.head)  # "a claim that the army dismissed"
    if row.partner == "that" and rejects_which(verb):
        return True
    return any(row.partner in {c.lemma, c.lower} for c in beside)


def _is_pointed_at(report: Token) -> bool:
    """Whether it is of a report or figure told before that something is said ("the figure was exaggerated")."""
    known = any(c.lower in {"the", "this", "that", "these", "those", "such"} for c in report.children("det"))
    own = report.child("acl", "nmod", "acl:relcl") is not None
    return report.lemma in JUDGED and not own and (known or report.parse.lower_of(report.i - 1) in {"that", "the"})


def _bears_blame(verb: Token) -> bool:
    """Whether the subject is "to blame", and blames nobody himself."""
    return verb.parse[verb.i - 1].lower == "to" and verb.child("obj") is None


def _says_what(report: Token) -> bool:
    """Whether a report, claim or charge says in a clause of its own what it is of."""
    clauses = (c for c in report.children("acl", "ccomp") if c.dep != "acl:relcl")
    return any(any(m.lower == "that" for m in c.children("mark")) for c in clauses)


def rejects_which(verb: Token) -> bool:
    """Whether somebody rejects in a relative clause what was said: "it shot down a helicopter, which Paris denied"."""
    return verb.dep.endswith(":relcl") and any(c.lower == "which" for c in verb.children("obj"))


def _names_event(scene: Scene, verb: Token, drafts: Sequence[Draft]) -> bool:
    """Whether a draft is told within what the verb says, or the verb is itself part of one."""
    beside = (d for d in drafts if d.trigger.sent.index == verb.sent.index)
    clause = scene.clause[verb.i]
    for draft in beside:
        if draft.voice is not None and draft.voice.verb == verb.i:
            return True
        if _is_told_beside(scene, draft.trigger, verb):
            continue
        if scene.clause[draft.trigger.i] == clause or _is_under(scene, draft.trigger, verb):
            return True
    return False


def _is_told_beside(scene: Scene, token: Token, verb: Token) -> bool:
    """Whether a verb of saying beside this one tells it ("denied the charge and accused the army of bombing it")."""
    beside = (t for t in token.ancestors() if t.dep == "conj" and t.head.i == verb.i)
    return any(scene.voices.is_speech(t) for t in beside)


def _is_under(scene: Scene, token: Token, verb: Token) -> bool:
    """Whether a word is content of the verb, with no other verb of saying between them."""
    if token.dep == "acl:relcl":
        return False
    for above in token.ancestors():
        if above.i == verb.i:
            return True
        if scene.voices.is_speech(above) or above.dep == "acl:relcl":
            return False  # "blamed the rebels, who have held parts of the city"
    return False


def _reply(scene: Scene, verb: Token, row: Row) -> Reply | None:
    nobody = any(is_nobody(s) for s in subjects(verb))
    if (row["doer"] != "of" and _of_something_else(scene, verb)) or (
        nobody and (row["own"], row["stance"]) != ("told", "denied")
    ):
        return None
    above = scene.voices.at(verb)
    if above is not None and above.verb > verb.i and rejects_which(scene.parse[above.verb]):
        above = None  # "accused Armenia of firing it, which Yerevan denied"
    if above is not None and _is_set_off(verb, above):
        above = None
    effect = "deny" if row["stance"] == "denied" else "say"
    if row["own"] == "told":
        denied = row["stance"] == "denied"
        if above is None or not above.speakers or _is_denied(verb, above, row) is not denied:
            return None
        if not denied and stance(verb, above, scene.parse)[0] != "asserted":
            return None
        voice = Voice(above.speakers, effect, above.verb, f"{verb.text} ({row.where})")
    else:
        taken = "asserted" if rejects_which(verb) else stance(verb, above, scene.parse)[0]
        said = _speakers(scene, verb, above) if row["own"] == "self" else () if above is None else above.speakers
        if row["stance"] == "denied" and any(scene.parse[i].lemma in KIN for i in said):
            return None  # "their father denied it": what the dead are charged with, and not that they were killed
        doubted = row["doer"] == "of" and taken in {"unconfirmed", "planned"}  # "it could be the work of rebels"
        if not (taken == "asserted" or doubted) or not said:
            return None
        voice = Voice(said, effect, verb.i, f"{verb.text} ({row.where})")
    doers = tuple(_doers(scene, verb, row, voice))
    return Reply(verb, row, voice, doers, frozenset(t.i for t in doers if t.i in scene.actors))


def _is_set_off(verb: Token, above: Voice) -> bool:
    """Whether a semicolon sets the answer off from what is said ("is accused of shooting two men; he denies it")."""
    beside = verb.dep in {"parataxis", "conj"} and verb.head.i == above.verb and verb.child("nsubj") is not None
    return beside and any(t.text == ";" for t in verb.parse.tokens(above.verb, verb.i))


def _speakers(scene: Scene, verb: Token, above: Voice | None) -> tuple[int, ...]:
    """Who speaks for himself: the verb's subject, a pronoun's party."""
    if verb.i in scene.voices.speech.rows and (known := tuple(scene.voices.speech.speakers(verb))):
        return known
    if verb.i in scene.voices.speech.rows:
        return tuple(t.i for s in subjects(verb) if s.lower in {"he", "she"} for t in _person_before(scene, s))
    found = (resolved(scene, t, above) for t in subjects(verb))
    return tuple(t.i for t in found if t is not None)


def _person_before(scene: Scene, pronoun: Token) -> list[Token]:
    """The person who was a subject last before "he" or "she", be it of a passive ("is reported to have shot him")."""
    before = (scene.parse[i] for i in range(pronoun.i - 1, max(0, pronoun.i - PERSON_REACH), -1))
    people = (t for t in before if t.dep.startswith("nsubj") and t.pos != "PRON" and scene.is_people(t))
    one = (t for t in people if (t.lower == t.lemma or t.pos == "PROPN") and t.lemma not in COLLECTIVE)
    return [t for t in (next(one, None),) if t is not None]


def _is_denied(verb: Token, above: Voice, row: Row) -> bool:
    """Whether taking part is denied: by a verb of denying, or a "no" or "not" within what is said."""
    if row.partner == "nothing" or row.words[0] in FALSE:
        return above.effect == "say" and not any(map(is_negation, verb.children()))
    if above.effect == "deny":
        return True
    negated = any(c.lower in {"not", "n't", "never"} for c in verb.children("advmod", "aux"))
    none = any(is_nobody(part) for part in (*verb.children("obj"), *subjects(verb)))
    return (negated or none) and row.partner != "anything"


def _doers(scene: Scene, verb: Token, row: Row, voice: Voice) -> Iterator[Token]:
    args = of_verb(verb)
    if row["doer"] == "object":
        laid = (c for p, t in args.obliques if p == "on" and verb.lemma in {"blame", "pin"} for c in conjuncts(t))
        named = list(filter(scene.is_party, laid)) or list(filter(scene.is_party, args.undergoers))
        yield from named or [t for t in args.undergoers if can_act(scene, t) and t.pos != "PRON"]
        return
    if row["doer"] == "target":
        towards = (c for p, t in args.obliques if p in TOWARDS for c in conjuncts(t))
        meant = (o for c in towards for o in (_owners(c) if c.lemma == "door" else [c]))
        yield from (t for t in meant if can_act(scene, t))
        return
    if row["doer"] == "as":
        yield from (c for p, t in args.obliques if p == "as" for c in conjuncts(t) if c.pos == "PROPN")
        return
    if row["doer"] == "of":
        signs = [verb] if verb.pos == "NOUN" else list(verb.children("obj"))
        yield from (t for sign in signs for t in _owners(sign) if scene.is_party(t) or scene.is_people(t))
        return
    said = verb.child("ccomp") if voice.effect == "deny" else None
    done_to = said is None or is_passive(said)  # "denied that civilians had been harmed"
    named = [] if said is None or done_to else [t for t in subjects(said) if can_act(scene, t) and t.pos != "PRON"]
    if named:  # "denied that his men were behind it"
        yield from named
        return
    if row["own"] == "self":
        speakers = [spoken_for(scene, scene.parse[i]) for i in voice.speakers]
        parties = [t for t in speakers if scene.is_party(t) or can_act(scene, t)]
        if row["doer"] == "told":  # what is denied is others' deed, unless a side or a body by name denies it
            parties = [t for t in parties if t.lemma not in HARMLESS and (t.pos == "PROPN" or scene.is_side(t))]
        bodies = [t for t in parties if t.i in scene.actors or t.name_kind != "PERSON"]
        yield from bodies if bodies or voice.effect == "deny" else parties
        return
    for subject in subjects(verb):
        found = resolved(scene, subject, voice)
        if found is not None and (scene.is_party(found) or scene.is_people(found)):
            yield found


def _owners(noun: Token) -> list[Token]:
    """Whose something is: "the hallmarks of the rebels", "at the door of the army"."""
    of = (c for c in noun.children("nmod") if c.dep == "nmod:poss" or preposition(c) == "of")
    return [t for c in of for t in conjuncts(c)]


def _of_something_else(scene: Scene, verb: Token) -> bool:
    """Whether the words say what for, and that is no event ("blamed his rivals for the failure")."""
    charged = ((preposition(t), t) for t in verb.children("obj"))  # "accused Chad of tanks massed at the border"
    for prep, token in (*of_verb(verb).obliques, *charged):
        if prep in CONCERNING and token.lower not in POINTING and not _is_event(scene, token):
            return True
    below = (verb.parse[i] for i in verb.subtree() if verb.parse.pos[i] == "VERB" and i > verb.i)
    below = (c for c in below if not _is_told_beside(scene, c, verb) and not rejects_which(c))
    below = (c for c in below if c.dep != "advcl:relcl")  # "blamed the rebels, who denied it"
    charges = (c for c in below if c.head.i == verb.i or any(m.lower in CONCERNING for m in c.children("mark", "case")))
    told = (c for c in charges if c.bare_dep in CHARGING and c.lemma not in TAKING_PART)
    added = table("speech").starts  # "denied it, saying that", "denied involvement, calling the report a lie"
    told = (c for c in told if not (c.dep == "advcl" and (added(c) or c.lemma in CALLING)))
    return any(not _does_it(clause) and not _uses(scene, verb, clause) for clause in told)


def _uses(scene: Scene, verb: Token, clause: Token) -> bool:
    """Whether what is denied is the use of arms ("denied using artillery in the area")."""
    arms = any(t.i in scene.means for obj in clause.children("obj", "nsubj:pass") for t in conjuncts(obj))
    return verb.lemma == "deny" and clause.lemma == "use" and clause.dep in {"xcomp", "ccomp"} and arms


def _does_it(clause: Token) -> bool:
    """Whether a clause only says of the event that it was done ("accused the army of firing it")."""
    done = clause.child("obj")
    if done is None:
        return clause.lemma in {"fire", "shoot"} or (clause.lemma in DONE_TO and is_passive(clause))
    if clause.lemma == "give" and done.lemma == "order":
        return True
    if clause.lemma in LAYING and done.lemma in LAID and any(c.lower == "the" for c in done.children("det")):
        return True  # "accused the group of planting the device"
    if clause.lemma == "have" and done.lemma in SHARE:
        return True  # "accused them of having a hand in it"
    same = done.lower in POINTING or any(c.lower in {"such", "these", "those"} for c in done.children("amod", "det"))
    return same and (clause.lemma in table("triggers") or clause.lemma == "use")


def _is_event(scene: Scene, token: Token) -> bool:
    if token.i in scene.times or token.i in scene.places:
        return True
    return token.lemma in table("triggers") or token.lemma in table("harm") or token.lemma in _DEEDS


_DEEDS = frozenset(
    "crime incident violence act deed death tragedy carnage atrocity statement communique message".split()
)
"""Nouns by which an event is spoken of again, and papers in which it is."""
