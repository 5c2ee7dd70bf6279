"""Who was harmed: the victims of a harm word, as head tokens.

They are looked for among the arguments of the word first, then beside it, since newspaper prose drops
verbs ("10 killed and 45 injured"). How many they are is read in `numbers`.
"""

from aftermath.extract.events.figures import COUNTING, put_at
from aftermath.extract.events.mortals import can_be_harmed, is_limb, is_one
from aftermath.extract.grammar.arguments import governor, of_verb
from aftermath.extract.grammar.passive import is_passive
from aftermath.extract.grammar.phrases import NUMBERS, conjuncts, core, preposition
from aftermath.extract.grammar.subject import subjects
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import Row, table
from aftermath.model import Token

FINDING = frozenset(
    "find recover pull discover retrieve exhume dig dump unearth bury count identify collect"
    " receive see bring carry wash".split()
)
"""What is done with the bodies of the dead."""
PARTICIPLES = frozenset(
    "killed injured wounded hurt maimed crippled displaced missing arrested detained abducted kidnapped dead".split()
)
"""Participles that each have a count of their own beside them in a list of tolls."""
PAIRED = 3
"""Words between two verbs of one object at most ("killed and seriously wounded")."""
SHARES = frozenset({"most", "many", "some", "half", "majority"})
"""Words for part of a number that was told before."""
BODILY = frozenset({"killed", "injured"})


def victims(scene: Scene, token: Token, row: Row) -> list[Token]:
    """Who was harmed by what the token tells, in order."""
    if token.dep == "amod" and (is_gapped(token) or (row["pos"] == "A" and is_counted(token))):
        return [token.head] if can_be_harmed(scene, token.head) else []
    if (bare := _bare_count(scene, token)) is not None:
        return [bare]
    if row["role"] == "nmod" and token.lemma == "death" and _are_any(token):
        return [token]
    if token.dep == "conj" and token.child("nsubj", "nsubj:pass", "obj") is None:
        shared = _shared_object(token)
        if shared:
            return [t for t in shared if can_be_harmed(scene, t)]
        counted = _nearby(scene, token, row)
        if counted:
            return counted
    bodily = row["kind"] in BODILY and row["role"] in {"object", "subject"}
    named = (taken_as(t) for t in _arguments(scene, token, row["role"]))
    candidates = [t for t in named if can_be_harmed(scene, t) or (bodily and is_one(scene, t))]
    candidates = [t for n, t in enumerate(candidates) if n == 0 or not _is_of_them(t)]
    own = [t for t in candidates if not (_has_own_harm(t, token) or _is_bare_share(t, token))]
    if candidates and not own:  # "6 killed 22 injured": what follows belongs to the next word
        own = [t for t in subjects(token) if t.i in scene.quantities or t.child("nummod") is not None]
    listed = [n for v in _one_count(scene, own) for n in counts_of(v) or [_whole(v), *_beside_some(v)]]
    found = listed or _them(scene, token) or _nearby(scene, token, row)
    taken = row["kind"] in {"abducted", "arrested"} and row["role"] == "object"
    return [*found, *companions(scene, token)] if found and (bodily or taken) else found


def _are_any(noun: Token) -> bool:
    """Whether it is denied that there were any at all ("denied there had been any deaths")."""
    any_of_all = any(c.lower == "any" for c in noun.children("det")) and noun.child("nmod") is None
    return any_of_all and not noun.is_root and noun.head.lemma in {"be", "deny"}


def taken_as(victim: Token) -> Token:
    """Who was taken, where the parser took the word for what they became for one of them.

    "Took a priest and 14 churchgoers hostage".
    """
    became = victim.lemma in {"hostage", "captive", "prisoner"}
    return (victim.child("nsubj", "compound") if became else None) or victim


def _is_of_them(victim: Token) -> bool:
    """Whether victims are some of those named before them ("killed 45, 21 of them women")."""
    behind = [[w.lower for w in victim.parse.tokens(t.i + 1, t.i + 3)] for t in (victim, *victim.children("nummod"))]
    return any(words in (["of", "them"], ["of", "whom"]) for words in behind)


def _is_bare_share(victim: Token, told: Token) -> bool:
    """Whether words behind a word of harm only say who most of those before it were ("80 wounded most of them women").

    Where commas are lost the parser takes them for its object.
    """
    if victim.i <= told.i:
        return False
    if victim.lower in SHARES and any(c.lower in {"them", "whom"} for c in victim.children("nmod", "obl")):
        return True
    before = [w.lower for w in victim.parse.tokens(max(told.i, victim.i - 3), victim.i)]
    return before[:1] != [] and before[0] in SHARES and before[1:] in (["of", "them"], ["of", "whom"])


def _bare_count(scene: Scene, verb: Token) -> Token | None:
    """The number right before a participle that tells of it alone ("two killed, three wounded by a mine")."""
    if verb.pos != "VERB" or verb.lower not in PARTICIPLES or verb.dep in {"amod", "acl"} or verb.i == verb.sent.start:
        return None
    before = verb.parse[verb.i - 1]
    bare = before.pos == "NUM" and before.i in scene.quantities and verb.child("obj", "aux", "aux:pass") is None
    return before if bare else None


def companions(scene: Scene, verb: Token) -> list[Token]:
    """Who was harmed beside the first: "killed the mayor along with two guards", "was killed with his two sons"."""
    beside = (c for c in verb.children("obl") if c.i > verb.i and can_be_harmed(scene, c))
    suffered = verb.lemma in {"die", "perish"} or verb.child("nsubj:pass") is not None
    return [c for c in beside if any(_is_along(case) for case in c.children("case")) or (suffered and _are_his(c))]


def _are_his(beside: Token) -> bool:
    """Whether they are the victim's own people ("with his two sons")."""
    return preposition(beside) == "with" and any(c.pos == "PRON" for c in beside.children("nmod:poss"))


def _is_along(case: Token) -> bool:
    return case.lower == "with" and case.i > 0 and case.parse.lower_of(case.i - 1) in {"along", "together"}


def counts_of(victim: Token) -> list[Token]:
    """The numbers of two kinds of people who share a noun ("two Turkish and three Syrian soldiers"), else none."""
    numbers = [c for c in victim.children("nummod") if c.i < victim.i]
    if len(numbers) != 2:
        return []
    between = list(victim.parse.tokens(numbers[0].i + 1, numbers[1].i))
    kinds = [[t.pos in {"ADJ", "NOUN", "PROPN"} for t in between[:-1]], [victim.i - numbers[1].i > 1]]
    return numbers if between and between[-1].lower == "and" and all(k and all(k) for k in kinds) else []


def _whole(victim: Token) -> Token:
    """The number that a breakdown is of, both hung on one noun ("killed 14, nine of them soldiers")."""
    numbers = list(victim.children("nummod"))
    share = len(numbers) > 1 and any(c.lower in {"them", "whom", "those"} for c in numbers[1].children("nmod"))
    return numbers[0] if share else victim


def _beside_some(some: Token) -> list[Token]:
    """Others with a number of their own, hung on whom the first are some of ("seven of its men and four civilians")."""
    if some.pos != "NUM":
        return []
    of = (c for c in some.children("nmod") if preposition(c) == "of")
    return [k for c in of for k in c.children("conj") if k.child("nummod") is not None]


def _them(scene: Scene, verb: Token) -> list[Token]:
    """Who "them" are: the counted object of the verb before ("grabbed six men and burned them alive")."""
    meant = any(c.lower == "them" for c in verb.children("obj"))
    if not meant or verb.dep != "conj" or verb.head.pos != "VERB":
        return []
    before = (verb.head, *(c for c in verb.head.children("conj") if c.i < verb.i))
    objects = (
        obj for earlier in before for obj in earlier.children("obj") if obj.i in scene.quantities or _counted(obj)
    )
    return next(([obj] for obj in objects if can_be_harmed(scene, obj)), [])


def _counted(noun: Token) -> bool:
    return noun.child("nummod") is not None


def is_counted(adjective: Token) -> bool:
    """Whether an adjective says what became of people who are counted ("saw 14 dead Ugandans", "12 wounded men")."""
    before = adjective.dep == "amod" and adjective.i < adjective.head.i
    return before and any(c.i < adjective.i for c in adjective.head.children("nummod"))


def is_gapped(participle: Token) -> bool:
    """Whether what looks like an adjective goes on with a list of tolls ("killed 17 and injured dozens")."""
    before = participle.parse[participle.i - 1] if participle.i > participle.sent.start else None
    own = before is not None and before.dep == "cc" and before.head.i == participle.i  # "and", hung on "injured"
    return before is not None and before.lower in {"and", ",", "or"} and (own or participle.head.dep == "conj")


def _has_own_harm(victim: Token, told: Token) -> bool:
    """Whether another harm participle stands at the victims ("killed 6 and crippled 23 others", "22 injured").

    What follows its verb at once is the verb's own ("shot dead five").
    """
    return any(
        c.i > told.i + 1 and c.lower in PARTICIPLES and c.dep != "acl:relcl" for c in victim.children("amod", "acl")
    )


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
        put = put_at(token) if token.pos == "NOUN" else None
        if put is not None:
            return [put]  # "the army put its losses at four"
        lost = of_verb(token).undergoers if token.pos == "VERB" else _complements(token)
        return [
            t for t in lost if scene.is_combatant(t) or _is_own(t) or (t.pos == "NUM" and t.head.i in {token.i, t.i})
        ]
    if role == "subject":
        return _subjects(scene, token)
    if token.pos == "NOUN":
        return []
    args = of_verb(token)
    if role == "object" and not args.undergoers and not is_passive(token):
        return _bare(token) or _objects_elsewhere(token)
    if role == "object_nmod":  # "the lives of 12", "12 lives"
        counted = [t for t in args.undergoers if t.i in scene.quantities or t.child("nummod") is not None]
        return counted or [c for obj in args.undergoers for c in _complements(obj)]
    return list(args.undergoers)


def _subjects(scene: Scene, token: Token) -> list[Token]:
    """Who is dead or hurt by an adjective: its subject, the number it is put at, or the one it is counted with."""
    if token.dep == "xcomp" and token.head.lemma == "put" and (told := put_at(token)) is not None:
        return [told]  # "put the Albanian dead at 24"
    listed = token.dep in {"obj", "xcomp"} and token.i - 1 in scene.quantities  # "counted 49 dead"
    return [token.parse[token.i - 1]] if listed else subjects(token)


def _bare(verb: Token) -> list[Token]:
    """The counted object that the parser took for a circumstance ("burning to death at least 30 villagers")."""
    behind = (c for c in verb.children("obl") if c.i > verb.i and _counted(c))
    return [c for c in behind if c.child("case") is None]


def _objects_elsewhere(verb: Token) -> list[Token]:
    """Victims of a verb without object: of its pair ("killed and wounded 20"), or set before it ("ten injured")."""
    for pair in verb.children("conj"):
        if pair.pos == "VERB" and pair.i - verb.i <= PAIRED and (shared := pair.child("obj")) is not None:
            return conjuncts(shared)
    subject = verb.child("nsubj")
    reduced = verb.lower.endswith(("ed", "dead", "hurt", "slain")) and verb.child("aux", "ccomp") is None
    return conjuncts(subject) if reduced and subject is not None and subject.i < verb.i else []


def _is_own(token: Token) -> bool:
    """Whether a force lost so many of its own people ("the rebels lost three men")."""
    counted = _counted(token) or any(c.lower in {"any", "no"} for c in token.children("det"))
    return token.lemma in {"man", "comrade", "member", "colleague"} and counted


def _is_found(noun: Token) -> bool:
    """Whether a body is a dead person's: whose it is is said, or somebody finds or buries it."""
    if any(preposition(c) == "of" and c.lemma in table("people") for c in noun.children("nmod")):
        return True
    verb = governor(noun)
    return verb is not None and verb.lemma in FINDING and not _is_reburied(noun, verb)


def _is_reburied(bodies: Token, verb: Token) -> bool:
    """Whether known bodies are only dug up: who they are was told when they died ("dug up the four bodies")."""
    up = verb.lemma == "exhume" or (verb.lemma == "dig" and any(c.lower == "up" for c in verb.children("compound:prt")))
    return up and any(c.lower == "the" for c in bodies.children("det")) and bodies.child("nmod") is None


def _complements(noun: Token) -> list[Token]:
    """What stands after the noun's "of"."""
    return [c for child in noun.children("nmod") if preposition(child) == "of" for c in conjuncts(child)]


def _of_noun(noun: Token) -> list[Token]:
    told = put_at(noun)
    if told is not None and noun.lemma in COUNTING:
        return [told]  # "took the toll of the uprising to 900"
    for child in noun.children("nmod"):
        event = any(row["pos"] == "N" and len(row.words) == 1 for row in table("triggers").at(child))
        # "put the toll of the strike at 11", "the martyrs of the strike"
        if preposition(child) in {"of", "among"} and not event:
            return conjuncts(child)
    if told is not None:
        return [told]
    possessor = noun.child("nmod:poss")
    if possessor is not None and possessor.pos != "PRON":
        return [possessor]
    counted = noun.child("nummod")
    if counted is not None:
        return [noun]
    if noun.dep == "nmod" and noun.head.lemma in NUMBERS and preposition(noun) == "of":
        return [noun.head]  # "hundreds of deaths"
    verb = governor(noun)
    return (
        [noun]
        if verb is not None and any(c.pos in {"NUM", "DET"} for c in noun.children("nummod", "det", "amod"))
        else []
    )


def _nearby(scene: Scene, token: Token, row: Row) -> list[Token]:
    """A counted group right before a participle ("45 injured") or right after an active verb."""
    if row["role"] in {"nmod", "self", "object_nmod", "put", "lost"} or row.partner:
        return []
    counts_on = token.pos == "VERB" and token.dep == "conj" and token.i + 1 in scene.quantities  # "and wounded 48"
    active = (
        counts_on
        or token.lower.endswith(("ing",))
        or (token.pos == "VERB" and not is_passive(token) and token.child("nsubj") is not None)
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
            if head.dep == "nmod" and is_limb(head.head):
                return []
            if scene.is_people(head) or head.i in scene.quantities:
                return [head]
            return [] if head.lemma in table("targets") else [scene.parse[i]]  # "two trucks hijacked by rebels"
    return []
