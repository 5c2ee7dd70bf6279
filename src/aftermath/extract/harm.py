"""Harm to people: which words tell of it, who was harmed, and the words of number.

Victims are looked for among the arguments of the harm word first, then beside it, since
newspaper prose drops verbs ("10 killed and 45 injured").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aftermath.extract.arguments import governor, is_passive, of_verb, subjects
from aftermath.extract.frames import Frame
from aftermath.extract.lexicon import Row, last_of, table
from aftermath.extract.phrases import conjuncts, core, preposition, words
from aftermath.extract.scene import Scene
from aftermath.model import Token, Words

TOLLING = frozenset(
    "put rise climb stand bring reach increase jump revise raise lower soar grow mount give set".split()
)
"""Verbs by which a toll is told or corrected."""
FINDING = frozenset(
    "find recover pull discover retrieve exhume dig dump unearth bury count identify collect"
    " receive see bring carry".split()
)
"""What is done with the bodies of the dead."""
ROLES = ("object", "subject", "nmod", "self", "object_nmod", "casualties", "put", "lost")
"""Which argument of a harm word names the victims, as the harm table says it."""
SENT_AWAY = frozenset("diplomat ambassador envoy official attache consul student staff".split())
"""People whose expulsion is an act of diplomacy, not displacement."""
VULNERABLE = {"woman": "women", "man": "men", "child": "children", "person": "people", "policeman": "police"}
PARTICIPLES = frozenset(
    "killed injured wounded hurt maimed crippled displaced missing arrested detained abducted kidnapped dead".split()
)
"""Participles that each have a count of their own beside them in a list of tolls."""
PAIRED = 3
"""Words between two verbs of one object at most ("killed and seriously wounded")."""
ONE = frozenset({"he", "she", "him", "her"})
NOBODY = frozenset({"nobody", "none"})
BY_EVENT = {"abduction": "abducted", "arrest": "arrested", "killing": "killed", "displacement": "displaced"}
"""The harm that the event itself is to those it is done to."""
SURVIVED = frozenset("fire shoot open stab knife fire".split())
"""Verbs of killing that may leave people alive."""
COUNTING = frozenset({"number", "toll", "figure"})
INCLUDING = {"including", "include", "among"}


@dataclass(frozen=True, slots=True)
class Toll:
    """People harmed: the harm word, the head of the victims (or None), and the words it rests on.

    `number` holds the words that say how many; None where only the victims' own words can tell.
    `part_of` is the position, among the tolls of one harm word, of the whole of this part.
    """

    trigger: Token
    kind: str
    row: Row
    victim: Token | None
    words: Words
    who: str
    part: bool = False

    @property
    def role(self) -> str:
        """Which argument of the harm word the victims are; the object of an event that is harm by itself."""
        return self.row.cells.get("role", "object")


def tolls(scene: Scene) -> Iterator[Toll]:
    """All harm to people told in a report, in order."""
    rows = table("harm")
    for token in (scene.parse[i] for i in range(len(scene.parse)) if rows.starts(scene.parse, i)):
        if not token.sent.parsed:
            continue
        for row in rows.at(token):
            if last_of(token, row.words[1:]) is not None and _fits(token, row):
                found = list(_read(scene, token, row))
                yield from found
                if found:
                    break


def implied(scene: Scene, frame: Frame, told: Sequence[Toll]) -> Iterator[Toll]:
    """The harm that an event is by itself to people it is done to ("led the passengers away")."""
    kind = BY_EVENT.get(frame.event)
    row = frame.row
    if kind is None or row.words[0] in SURVIVED or any(t.trigger.i == frame.trigger.i for t in told):
        return
    done_to = frame.args.undergoers if frame.is_verb else frame.args.by("of")
    if frame.is_verb and kind == "displaced" and not any(_harmed(scene, t) for t in done_to):
        done_to = tuple(t for t in frame.args.doers if t.i in scene.quantities or t.child("nummod") is not None)
    for victim in done_to:
        if _harmed(scene, victim) and victim.pos != "PRON":
            start, end = core(victim)
            found = words(scene.parse, *_extent(scene, frame.trigger, start, end))
            yield Toll(frame.trigger, kind, row, victim, found, group(_people_head(scene, victim)))


def _fits(token: Token, row: Row) -> bool:
    if row["pos"] == "V":
        if token.pos not in {"VERB", "ADJ", "AUX"} and not (token.pos == "NOUN" and token.lower.endswith("ed")):
            return False
        if token.dep == "amod" and token.i < token.head.i and not _is_gapped(token):
            return False
        return not row.partner or _beside(token, row.partner)
    if row["pos"] == "A":
        return token.pos in {"ADJ", "NOUN"} and (token.dep != "amod" or token.i > token.head.i)
    return token.pos in {"NOUN", "ADJ", "PROPN"} and token.dep != "compound"


def _is_gapped(participle: Token) -> bool:
    """Whether what looks like an adjective goes on with a list of tolls ("killed 17 and injured dozens")."""
    before = participle.parse[participle.i - 1] if participle.i > participle.sent.start else None
    return before is not None and before.lower in {"and", ",", "or"} and participle.head.dep == "conj"


def _beside(verb: Token, partner: str) -> bool:
    end = min(verb.sent.end, verb.i + 8)
    return any(partner in (verb.parse.lemmas[i], verb.parse[i].lower) for i in range(verb.i + 1, end))


def _read(scene: Scene, token: Token, row: Row) -> Iterator[Toll]:
    if row["role"] == "casualties":
        if token.lower != "casualties":
            return
        yield from _casualties(scene, token, row)
        return
    kind = row["kind"]
    for victim in _victims(scene, token, row):
        head = _people_head(scene, victim)
        if kind == "displaced" and head.lemma in SENT_AWAY:
            continue
        start, end = core(victim)
        first, last = _extent(scene, token, start, end)
        yield Toll(token, kind, row, victim, words(scene.parse, first, last), group(head))
        yield from _parts(scene, token, kind, row, victim)


def _casualties(scene: Scene, noun: Token, row: Row) -> Iterator[Toll]:
    """Both kinds of harm that "casualties" may mean; their number is not that of either."""
    start, end = core(noun, of=False)
    found = words(scene.parse, start, end)
    for kind in ("killed", "injured"):
        yield Toll(noun, kind, row, noun, found, "people")


def _extent(scene: Scene, token: Token, start: int, end: int) -> tuple[int, int]:
    """The victims with what counts them, together with the harm word where it stands beside them."""
    quantity = next((scene.quantities[i] for i in range(start, end) if i in scene.quantities), None)
    if quantity is not None:
        while start > 0 and scene.parse.starts[start] > quantity.span[0]:
            start -= 1
    if token.i + 1 == start:
        return token.i, end
    between = range(end, token.i)
    if token.i >= end and all(scene.parse.pos[i] in {"AUX", "ADV"} for i in between):
        return start, token.i + 1
    return start, end


def _victims(scene: Scene, token: Token, row: Row) -> list[Token]:
    if token.dep == "amod" and _is_gapped(token):
        return [token.head] if _harmed(scene, token.head) else []
    if token.dep == "conj" and token.child("nsubj", "nsubj:pass", "obj") is None:
        shared = _shared_object(token)
        if shared:
            return [t for t in shared if _harmed(scene, t)]
        counted = _nearby(scene, token, row)
        if counted:
            return counted
    candidates = [t for t in _arguments(scene, token, row["role"]) if _harmed(scene, t)]
    own = [t for t in candidates if not _has_own_harm(t, token)]
    if candidates and not own:  # "6 killed 22 injured": what follows belongs to the next word
        own = [t for t in subjects(token) if t.i in scene.quantities or t.child("nummod") is not None]
    return _one_count(scene, own) or _nearby(scene, token, row)


def _has_own_harm(victim: Token, told: Token) -> bool:
    """Whether another harm participle stands at the victims ("killed 6 and crippled 23 others", "22 injured")."""
    return any(c.i != told.i and c.i > told.i and c.lower in PARTICIPLES for c in victim.children("amod", "acl"))


def _shared_object(verb: Token) -> list[Token]:
    """The object of the verb it is coordinated with, where that follows both ("killed and wounded 20")."""
    first = verb.head
    shared = first.child("obj") if first.pos == "VERB" and verb.pos == "VERB" else None
    return conjuncts(shared) if shared is not None and shared.i > verb.i else []


def _one_count(scene: Scene, victims: list[Token]) -> list[Token]:
    """Victims without those that share the count before them ("22 patients and relatives")."""
    out: list[Token] = []
    for victim in victims:
        start, end = core(victim)
        own = any(i in scene.quantities for i in range(start, end)) or victim.child("det", "nmod:poss") is not None
        if own or not out or victim.pos == "PROPN" or not any(i in scene.quantities for i in range(*core(out[0]))):
            out.append(victim)
    return out


def _arguments(scene: Scene, token: Token, role: str) -> list[Token]:
    if role == "self":
        return [token] if _is_found(token) else []
    if role == "nmod":
        return _of_noun(token)
    if role == "put":
        told = put_at(token)
        return [told] if told is not None else []
    if role == "lost":
        lost = of_verb(token).undergoers if token.pos == "VERB" else _complements(token)
        return [t for t in lost if scene.is_combatant(t) or (t.pos == "NUM" and t.head.i in {token.i, t.i})]
    if role == "subject":
        return subjects(token)
    if token.pos == "NOUN":
        return []
    args = of_verb(token)
    if role == "object" and not args.undergoers and not is_passive(token):
        return _objects_elsewhere(token)
    if role == "object_nmod":  # "the lives of 12", "12 lives"
        counted = [t for t in args.undergoers if t.i in scene.quantities or t.child("nummod") is not None]
        return counted or [c for obj in args.undergoers for c in _complements(obj)]
    return list(args.undergoers)


def _objects_elsewhere(verb: Token) -> list[Token]:
    """Victims of a verb without object: of its pair ("killed and wounded 20"), or set before it ("ten injured")."""
    for pair in verb.children("conj"):
        if pair.pos == "VERB" and pair.i - verb.i <= PAIRED and (shared := pair.child("obj")) is not None:
            return conjuncts(shared)
    subject = verb.child("nsubj")
    reduced = verb.lower.endswith(("ed", "dead")) and verb.child("aux", "ccomp") is None
    return conjuncts(subject) if reduced and subject is not None and subject.i < verb.i else []


def _is_found(noun: Token) -> bool:
    """Whether a body is a dead person's: whose it is is said, or somebody finds or buries it."""
    if any(preposition(c) == "of" and c.lemma in table("people") for c in noun.children("nmod")):
        return True
    verb = governor(noun)
    return verb is not None and verb.lemma in FINDING


def _complements(noun: Token) -> list[Token]:
    """What stands after the noun's "of"."""
    return [c for child in noun.children("nmod") if preposition(child) == "of" for c in conjuncts(child)]


def _of_noun(noun: Token) -> list[Token]:
    for child in noun.children("nmod"):
        if preposition(child) in {"of", "among"}:
            return conjuncts(child)
    told = put_at(noun)
    if told is not None:
        return [told]
    possessor = noun.child("nmod:poss")
    if possessor is not None and possessor.pos != "PRON":
        return [possessor]
    counted = noun.child("nummod")
    if counted is not None:
        return [noun]
    verb = governor(noun)
    return (
        [noun]
        if verb is not None and any(c.pos in {"NUM", "DET"} for c in noun.children("nummod", "det", "amod"))
        else []
    )


def put_at(noun: Token) -> Token | None:
    """The number to which a toll is put, rises or is brought ("put the dead at 13", "the toll rose to 17")."""
    verb = governor(noun)
    if verb is None or verb.lemma not in TOLLING:
        return None
    return next(
        (t for t in verb.children("obl", "nmod") if preposition(t) in {"at", "to", "as"} and t.child("nsubj") is None),
        None,
    )


def _harmed(scene: Scene, token: Token) -> bool:
    if token.lemma in COUNTING or (token.dep == "nmod" and _untold(token.head)):
        return False
    if token.lower in ONE | NOBODY:
        return True
    if token.i in scene.means or (token.pos == "PRON" and token.lower not in {"others", "some", "many", "one", "two"}):
        return token.i in scene.quantities
    if token.i in scene.quantities or any(i in scene.quantities for i in range(*core(token))):
        return scene.is_people(token) or (
            token.pos in {"NUM", "NOUN", "ADJ", "PROPN", "PRON"} and token.lemma not in table("targets")
        )
    return scene.is_people(token)


def _untold(noun: Token) -> bool:
    """Whether a number is said not to be given ("gave no number of gunmen killed"): not that nobody was harmed."""
    return noun.lemma in COUNTING and any(c.lower == "no" for c in noun.children("det"))


def _nearby(scene: Scene, token: Token, row: Row) -> list[Token]:
    """A counted group right before a participle ("45 injured") or right after an active verb."""
    if row["role"] in {"nmod", "self", "object_nmod", "put", "lost"} or row.partner:
        return []
    active = token.lower.endswith(("ing",)) or (
        token.pos == "VERB" and not is_passive(token) and token.child("nsubj") is not None
    )
    order = (
        range(token.i + 1, min(token.sent.end, token.i + 7))
        if active
        else range(token.i - 1, max(token.sent.start - 1, token.i - 7), -1)
    )
    for i in order:
        if scene.parse.pos[i] in {"VERB", "PUNCT", "CCONJ"} and scene.parse[i].text != "-":
            break
        if i in scene.quantities:
            head = scene.parse[i]
            while head.dep in {"nummod", "advmod", "amod", "det", "case", "compound", "fixed"} and head.head.pos in {
                "NOUN",
                "PROPN",
                "NUM",
            }:
                head = head.head
            return [head] if scene.is_people(head) or head.i in scene.quantities else [scene.parse[i]]
    return []


def _parts(scene: Scene, token: Token, kind: str, row: Row, victim: Token) -> Iterator[Toll]:
    """Breakdowns of a group: "10 people, including three children", "three of them children"."""
    parse, sent = scene.parse, token.sent
    start = core(victim)[1]
    for i in range(start, min(sent.end, start + 14)):
        if parse[i].lower in {"them", "whom", "those"} and i + 1 < sent.end and parse[i - 1].lower == "of":
            counted = scene.quantities.get(i - 2)
            head = parse[i + 1]
            if counted is not None and scene.is_people(head):
                first = next(k for k in range(i - 2, -1, -1) if parse.starts[k] <= counted.span[0])
                yield Toll(token, kind, row, parse[i - 2], words(parse, first, i + 2), group(head), part=True)
                return
        if parse[i].lower not in INCLUDING and parse.lemmas[i] not in INCLUDING:
            continue
        for j in range(i + 1, min(sent.end, i + 12)):
            head = parse[j]
            if head.pos not in {"NOUN", "PROPN"} or not scene.is_people(head):
                continue
            if head.dep.startswith("nsubj"):
                break  # "among them children, two aid workers said"
            a, b = core(head)
            if any(k in scene.quantities for k in range(a, b)) or head.child("det") is not None:
                yield Toll(token, kind, row, head, words(parse, a, b), group(head), part=True)
        return


def _people_head(scene: Scene, victim: Token) -> Token:
    """The noun that says who: "dozens of prisoners" are prisoners, "the deaths of 12" people."""
    for child in victim.children("nmod"):
        if preposition(child) == "of" and victim.i in scene.quantities and child.pos in {"NOUN", "PROPN"}:
            return child
    return victim


def group(token: Token) -> str:
    """Who was harmed, in one lower-case word; "people" where the words do not say."""
    if (
        token.pos == "NUM"
        or token.pos in {"PRON", "ADJ", "VERB", "DET"}
        or token.lemma in {"other", "death", "dead", "body", "dozen", "hundred", "thousand", "score", "life"}
    ):
        return "people"
    if any(n.start <= token.i < n.end and n.kind == "PERSON" for n in token.parse.names):
        return "people"
    if token.lemma in VULNERABLE:
        return VULNERABLE[token.lemma]
    return token.lower
