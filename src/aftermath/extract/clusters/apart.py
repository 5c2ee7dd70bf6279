"""What tells two words of a sentence apart: another voice, day, place or doer, an answer, a deed of those hit.

Takes words, frames and tolls of a laid-out report, gives whether they can be of one event; which are put
together is decided in `grouping`.
"""

from aftermath.extract.events.frames import Frame
from aftermath.extract.events.harm import Toll
from aftermath.extract.grammar.passive import is_marked_passive
from aftermath.extract.grammar.phrases import preposition
from aftermath.extract.grammar.subject import GUILT
from aftermath.extract.layout.scene import Scene
from aftermath.extract.speakers.speech import Voice
from aftermath.model import TimeMention, Token

TIMING = frozenset({"after", "before", "while", "since"})
"""Marks of a clause that tells of another event as the time of the first."""
EARLIER = TIMING - {"while"}
"""Those of them that never tell of the same time."""
AFTER = frozenset({"after", "following", "since"})
"""What stands before an event that another came after."""
MOMENT = frozenset({"as", "when", "while"})
"""Words that open a clause of what others did at that moment."""
SPOTS = ("at", "in", "into", "inside", "near", "on", "outside", "through")
"""Prepositions under which a clause names what was struck, or where."""
PUNISHING = frozenset("execute hang sentence jail imprison arrest detain convict try".split())
"""Verbs that say with "over" or "for" what somebody had done."""
SPANS = frozenset({"minute", "hour", "day", "week", "month", "year"})
"""How long before the harm an event was that only tells its time."""
FIRING = frozenset({"killing", "shelling", "air_strike"})
"""Events of which deaths come sooner than of what others did at that moment."""
FAR = 99
TRIED = frozenset({"trial", "conviction", "indictment", "prosecution"})
"""Nouns under which a deed is only judged."""
MORE = frozenset({"second", "third", "fourth", "another", "others"})
"""Subjects that are one more of what was told before."""
LEFT = frozenset("damage destroy wreck gut flatten level shatter smash ruin demolish collapse".split())
"""Verbs of what an event leaves of things, where nobody is named who did it."""
RETURNED = frozenset({"fire", "shoot", "hit", "strike"})
"""Verbs that with "back" answer what was done."""
REPRISAL = frozenset("response retaliation revenge reprisal retribution vengeance answer reply reaction avenge".split())
"""Words for what is done because of an event before."""

GRIEVING = frozenset("protest demonstration rally march anger outrage outcry fury condemnation unrest riot".split())
"""Nouns of what people do or feel about a deed."""
ABOUT = frozenset({"over", "at", "against", "about"})
LYING = frozenset("dump ditch roadside handcuff blindfold bound bind well grave canal farmland discard throat".split())
"""Words of how and where the dead of an execution are found."""
FOLLOWING = frozenset({"follow", "precede", "avenge", "prompt", "trigger", "spark", "provoke"})
"""Verbs of which one event is the subject and another the object."""
DRAWING = frozenset({"prompt", "trigger", "provoke", "draw", "spark", "precipitate"})
"""Verbs whose object comes of what their clause hangs on."""


def distance(a: Token, b: Token) -> int:
    """Dependency steps between two tokens of one sentence, `FAR` across sentences."""
    if a.sent.index != b.sent.index:
        return FAR
    up = {a.i: 0}
    for n, token in enumerate(a.ancestors(), 1):
        up[token.i] = n
    if b.i in up:
        return up[b.i]
    for n, token in enumerate(b.ancestors(), 1):
        if token.i in up:
            return up[token.i] + n
    return FAR


def openers(clause: Token) -> set[str]:
    """The marks and adverbs of a clause: "after", "as", "when"."""
    return {c.lower for c in clause.children("mark", "advmod")}


def coordinated(a: Token, b: Token) -> bool:
    """Whether one word is coordinated with the other, directly or along a list."""
    first, second = sorted((a, b), key=lambda t: t.i)
    token = second
    while token.dep == "conj" and not token.is_root:
        token = token.head
        if token.i == first.i:
            return True
    return token.i != second.i and first.dep == second.dep == "conj" and first.head.i == token.i


def _side_by_side(a: Token, b: Token) -> bool:
    """Whether one clause is coordinated with the other or set beside it."""
    first, second = sorted((a, b), key=lambda t: t.i)
    beside = (t for t in (second, *second.ancestors()) if not t.is_root and t.head.i == first.i)
    return any(t.dep in {"conj", "parataxis"} or _goes_on_while(t) for t in beside)


def _goes_on_while(clause: Token) -> bool:
    """Whether "while" only sets one event beside another ("killed nine, while a bomb in Doura left four dead")."""
    mark = _while(clause)
    return mark is not None and mark.i > 0 and clause.parse[mark.i - 1].text == ","


def _while(clause: Token) -> Token | None:
    """The "while" that opens a clause with a subject of its own."""
    if not clause.dep.startswith("advcl") or clause.child("nsubj", "nsubj:pass") is None:
        return None
    return next((c for c in clause.children("mark") if c.lower == "while"), None)


def _day(mention: TimeMention) -> str:
    return f"{mention.time.start}{mention.time.end}"


def set_apart(scene: Scene, a: Token, b: Token) -> bool:
    """Whether two clauses side by side have days or places of their own ("17 died on Friday; on Tuesday, 34 died")."""
    one, two = scene.clause[a.i], scene.clause[b.i]
    if one == two or not _side_by_side(scene.parse[one], scene.parse[two]):
        return False
    sent = range(a.sent.start, a.sent.end)
    days = [{_day(scene.times[i]) for i in sent if i in scene.times and scene.clause[i] == c} for c in (one, two)]
    told = [i for i in sent if i in scene.places and not scene.places[i].adjectival]
    spots = [{scene.places[i].place.name for i in told if scene.clause[i] == c} for c in (one, two)]
    clauses = [scene.parse[c] for c in (one, two)]
    moment = any(c.dep == "advcl" and openers(c) & MOMENT and not _goes_on_while(c) for c in clauses)
    if moment:
        spots = []  # "in Aleppo 15 were killed and dozens hurt when bombs hit a tent in Bab al-Nayrab"
    apart = any(first and second and not first & second for first, second in (days, spots or [set(), set()]))
    return apart or _opened_apart(scene, a, b)


def _opened_apart(scene: Scene, a: Token, b: Token) -> bool:
    """Whether the second of two clauses side by side opens with a time of its own ("...; on Tuesday, 34 died when").

    So does "hours later".
    """
    first, second = sorted((a, b), key=lambda t: t.i)
    up = {t.i for t in (first, *first.ancestors())}
    top = next((t for t in (second, *second.ancestors()) if t.dep in {"conj", "parataxis"} and t.head.i in up), None)
    if top is None or top.pos not in {"VERB", "AUX", "NOUN", "NUM"}:
        return False
    if any(c.lower == "later" and any(n.lemma in SPANS for n in c.children()) for c in top.children("advmod")):
        return True
    inside = set(top.subtree())
    own = {_day(scene.times[i]) for i in inside if i in scene.times and scene.clause[i] == scene.clause[top.i]}
    others = {_day(scene.times[i]) for i in range(a.sent.start, top.i) if i in scene.times and i not in inside}
    return bool(own and others) and not own & others


def provoked(scene: Scene, a: Token, b: Token) -> bool:
    """Whether one word tells of what the other answers: "fired rockets in response to the killing"."""
    first, second = sorted((a, b), key=lambda t: t.i)
    if is_grievance(second):
        return True
    if second.bare_dep == "obj" and second.head.lemma in DRAWING and second.head.dep == "advcl":
        return second.head.head.i in {first.i, *(t.i for t in first.ancestors())}  # "killed 24, prompting air strikes"
    for i in range(first.i + 1, second.i):
        if scene.parse.lemmas[i] in REPRISAL and any(c.i > i for c in scene.parse[i].children("nmod", "obl", "obj")):
            above = {t.i for t in second.ancestors()}
            return i in above or second.pos in {"NOUN", "PROPN"}
    return False


def meanwhile(a: Token, b: Token) -> bool:
    """Whether others did one of two deeds while the other was done: "20 died in raids while two men clashed with"."""
    first, second = sorted((a, b), key=lambda t: t.i)
    inner = next((t for t in (second, *second.ancestors()) if _while(t) is not None), None)
    return inner is not None and first.i not in inner.subtree()


def is_grievance(deed: Token) -> bool:
    """Whether a deed is what people protest against: "shot dead three in protests over the death of a student"."""
    return deed.pos == "NOUN" and preposition(deed) in ABOUT and deed.head.lemma in GRIEVING


def is_negated(verb: Token) -> bool:
    """Whether a verb is said not to have been done ("the group did not retaliate, although shots were fired")."""
    refused = verb.dep == "xcomp" and verb.head.lemma in {"refuse", "decline"}  # "shot for refusing to fire on them"
    negated = any(c.lower in {"not", "n't", "n’t", "never"} for c in verb.children("advmod", "aux"))
    return verb.pos == "VERB" and (refused or negated)


def deed_of_the_hit(main: Frame, told: Frame) -> bool:
    """Whether a clause tells what those did whom the other event hits ("targeted militants who had shelled")."""
    verb = told.trigger
    if verb.dep != "acl:relcl":
        return False
    hit = {t.i for t in (*main.args.undergoers, *main.args.by("on", "at", "against", "from"))}
    named = {verb.head.i}  # "fighting insurgents of the Salvation Army, who attacked 30 posts"
    named |= {verb.head.head.i} if verb.head.dep == "nmod" else set()
    return bool(named & hit) and any(t.i in named | hit for t in told.args.doers)


def left_lying(toll: Toll) -> bool:
    """Whether bodies were found where somebody had left or buried them: no bomb did that ("dumped in a ditch")."""
    verb = next((a for a in toll.trigger.ancestors() if a.pos == "VERB"), None)
    if toll.role != "self" or verb is None:
        return False
    return bool(LYING & {toll.trigger.parse.lemmas[i] for i in verb.subtree()})


def charged(a: Token, b: Token) -> bool:
    """Whether one word tells what somebody is accused of, and the other what happened ("shot a man accused of...")."""
    return _under_charge(a, b) or _under_charge(b, a)


def _under_charge(deed: Token, other: Token) -> bool:
    if _is_punished(deed, other):
        return True
    for above in deed.ancestors():
        if above.i == other.i:
            return False
        if above.lemma in TRIED and above.pos == "NOUN":
            return True  # "a witness in his trial for a massacre died"
        timed = above.dep.startswith("advcl") and openers(above) & TIMING  # "killed a day after he accused them of"
        if above.lemma in GUILT and (above.dep.startswith("acl") or timed):
            return all(t.i != above.i for t in other.ancestors())
    return False


def _is_punished(deed: Token, other: Token) -> bool:
    """Whether one word is why somebody was put to death or held ("executed over the killing of a leader")."""
    up = next((t for t in (deed, *deed.ancestors()) if t.dep == "obl" and preposition(t) in {"over", "for"}), None)
    return up is not None and up.head.i == other.i and other.lemma in PUNISHING


def ends_aside(toll: Toll, aside: Frame, main: Frame) -> bool:
    """Whether harm told by "-ing" after a comma is the main clause's, and not of what those hit had done.

    "Police fired on demonstrators who had attacked a bank, killing four": the parser hangs the dead on the bank. Nor of
    who did something at that moment: "police fired as youths threw stones, killing four".
    """
    result, before = toll.trigger, toll.trigger.parse[max(0, toll.trigger.i - 1)]
    trails = result.dep == "advcl" and result.lower.endswith("ing") and before.text == ","
    if not trails or result.head.i != aside.trigger.i:
        return False
    if deed_of_the_hit(main, aside):
        opens = aside.trigger.parse[min(aside.trigger.subtree())]
        return opens.text != ","  # "fighting rebels, who attacked a post, killing two"
    return bool(main.args.doers) and main.event in FIRING and _tells_when(main, aside)


def _tells_when(main: Frame, aside: Frame) -> bool:
    """Whether a deed is told as the moment of another ("fired into the crowd when protesters stormed the gate")."""
    clause = aside.trigger
    beside = clause.dep.startswith("advcl") and clause.head.i == main.trigger.i
    return beside and bool(openers(clause) & MOMENT)


def dated_apart(scene: Scene, a: Frame, b: Frame) -> bool:
    """Whether two nouns are two events: each has a day of its own, or one only tells after what the other was.

    "The kidnapping on Friday follows the abduction of 30 pupils in March"; "strikes after April's gas attack".
    """
    first, second = sorted((a.trigger, b.trigger), key=lambda t: t.i)
    after = preposition(second) in AFTER and any(t.i == first.i for t in second.ancestors())
    if a.is_verb or b.is_verb:
        deed = next((f for f in (a, b) if f.trigger.i == first.i and f.is_verb and f.event == "destruction"), None)
        return after and deed is not None and any(scene.is_people(t) or scene.is_side(t) for t in deed.args.doers)
    inside = set(second.subtree())
    days = {_day(scene.times[i]) for i in inside if i in scene.times}
    others = {_day(scene.times[i]) for i in first.subtree() if i in scene.times and i not in inside}
    if days and others and not days & others:
        return True
    return after


def one_follows(a: Frame, b: Frame) -> bool:
    """Whether one event is only told as what the other came after.

    "The shootings followed an attack by militiamen"; "troops stormed the school after two explosions".
    """
    first, second = sorted((a.trigger, b.trigger), key=lambda t: t.i)
    verb = second.head
    if second.dep == "obj" and first.dep.startswith("nsubj") and first.head.i == verb.i:
        return verb.lemma in FOLLOWING
    return _came_after(a, b) or _came_after(b, a)


def _came_after(deed: Frame, noun: Frame) -> bool:
    """Whether what somebody did came after an event that a noun tells of, before it or behind."""
    word = noun.trigger
    after = not noun.is_verb and preposition(word) in AFTER | {"before"} and word.dep.startswith(("obl", "obj"))
    led_in = word.i < deed.trigger.i and any(t.i == word.head.i for t in deed.trigger.ancestors())
    return after and deed.is_verb and bool(deed.args.doers) and (led_in or word.head.i == deed.trigger.i)


def left_behind(frame: Frame) -> bool:
    """Whether damage is told with nobody who did it: what the event beside it left ("eleven homes were damaged")."""
    told = frame.event == "destruction" and frame.is_verb and frame.trigger.lemma in LEFT
    return told and is_marked_passive(frame.trigger) and not frame.args.doers


def is_one_more(frame: Frame) -> bool:
    """Whether the subject is one more of a kind: "a second went off as rescuers came"."""
    return frame.is_verb and any(word.lower in MORE for t in frame.args.doers for word in (t, *t.children("det")))


def struck_apart(scene: Scene, a: Frame, b: Frame) -> bool:
    """Whether two clauses side by side each hit something else: "it tore a tent, and a second hit the clinic"."""
    one, other = (scene.parse[scene.clause[f.trigger.i]] for f in (a, b))
    second = max(one, other, key=lambda t: t.i)
    own = second.dep == "conj" and any(c.pos != "PRON" for c in second.children("nsubj"))
    if one.i == other.i or not own or not _side_by_side(one, other):
        return False
    hit, others = ({t.i for t in (*f.args.undergoers, *f.args.by(*SPOTS))} for f in (a, b))
    return bool(hit) and bool(others) and not hit & others


def by_doing(deed: Token, other: Token) -> bool:
    """Whether one verb says how the other was done ("retaliated by bombing the town")."""
    how = other.dep.startswith("advcl") and other.head.i == deed.i
    return how and any(c.lower == "by" for c in other.children("mark"))


def has_other_doer(scene: Scene, a: Frame, b: Frame) -> bool:
    """Whether b is told as the time of a, and was not done by who did a.

    "Rebels took the town after troops fell back"; "the army struck their positions after rockets were fired".
    """
    if a.is_verb and not b.is_verb:
        return _attack_before(scene, a, b)
    clause = b.trigger
    while clause.dep == "conj" and clause.pos == "VERB":  # "after soldiers threw away their uniforms and fled"
        clause = clause.head
    above = (t.i for t in (a.trigger, *a.trigger.ancestors()))
    beside = clause.dep.startswith("advcl") and b.is_verb and a.is_verb and clause.head.i in above
    marks = openers(clause)
    if not beside or not marks & (TIMING | MOMENT):
        return False
    if not marks & TIMING:  # "troops opened fire as protesters threw stones"; one may be told by the other's name
        one, other = ({t.i for t in f.args.doers if scene.is_side(t) or scene.is_people(t)} for f in (a, b))
        return bool(one) and bool(other) and not one & other
    if not b.args.doers:
        return bool(a.args.doers) and is_marked_passive(b.trigger)
    one, other = ({t.i for t in f.args.doers if t.pos != "PRON" and scene.is_side(t)} for f in (a, b))
    return bool(one or other) and not one & other


def _attack_before(scene: Scene, a: Frame, b: Frame) -> bool:
    """Whether a noun tells of another's deed before ("the army struck after an attack on a base killed nine")."""
    noun, doers = b.trigger, {t.i for t in a.args.doers if scene.is_party(t)}
    clause = noun.head if noun.dep in {"nsubj", "obj"} else noun
    above = {t.i for t in (a.trigger, *a.trigger.ancestors())}
    beside = not clause.is_root and clause.head.i in above and noun.child("nmod:poss") is None
    others = {"during"} if b.args.doers else frozenset[str]()  # "destroyed two tanks during raids" of its own
    timed = openers(clause) & AFTER if clause is not noun else {preposition(noun)} & (AFTER | others)
    own = {t.i for t in (*b.args.doers, *(clause.children("nsubj") if noun.dep == "obj" else ()))}
    return beside and bool(doers and timed) and not doers & own


def after_another(a: Frame, b: Frame) -> bool:
    """Whether b is the event after which a came, both told by nouns on one verb ("in a firefight after an attack")."""
    noun, other = b.trigger, a.trigger
    beside = not (a.is_verb or b.is_verb or noun.is_root or other.is_root) and noun.head.i == other.head.i
    own = noun.child("nmod:poss") is not None
    return beside and not own and preposition(noun) in AFTER and preposition(other) not in AFTER


def answers(frame: Frame) -> bool:
    """Whether a deed answers another: "fired back", "hit back", "retaliated"."""
    back = any(c.lower == "back" for c in frame.trigger.children("advmod", "compound"))
    return frame.is_verb and (frame.trigger.lemma == "retaliate" or (back and frame.trigger.lemma in RETURNED))


def one_voice(scene: Scene, a: Token, b: Token) -> bool:
    """Whether two words of a sentence are told by one voice, or one of them by nobody named."""
    first, second = scene.voices.at(a), scene.voices.at(b)
    if first is None or second is None:
        named = first or second
        if named is not None and named.verb >= 0 and scene.parse[named.verb].dep == "parataxis":
            told = set(scene.parse[named.verb].subtree())
            if (a.i in told) != (b.i in told):
                return False  # "five died; the army said it had not been shot at"
        return named is None or named.verb < 0 or scene.parse[named.verb].dep != "conj"
    return first == second or _goes_on_saying(scene, first, second)


def _goes_on_saying(scene: Scene, first: Voice, second: Voice) -> bool:
    """Whether who says the one adds the other by "saying" ("claimed the blast, saying it killed two")."""
    if first.speakers != second.speakers or first.effect != second.effect or min(first.verb, second.verb) < 0:
        return False
    verb, added = sorted((scene.parse[first.verb], scene.parse[second.verb]), key=lambda t: t.i)
    return added.lower in {"saying", "adding"} and added.dep == "advcl" and added.head.i == verb.i
