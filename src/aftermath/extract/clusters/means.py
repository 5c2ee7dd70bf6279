"""With what: the means named with an event, and the weapons among them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from aftermath.extract.clusters.apart import DRAWING, MOMENT, REPRISAL, TIMING, openers
from aftermath.extract.clusters.cluster import BOMBS, Cluster
from aftermath.extract.grammar.arguments import of_verb
from aftermath.extract.grammar.passive import is_passive
from aftermath.extract.grammar.phrases import NUMBERS, preposition
from aftermath.extract.layout.arms import Means
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import table
from aftermath.model import Token

BATTLES = frozenset({"battle", "fight", "duel", "clash"})
CARRYING = frozenset("carry transport store smuggle hide stockpile load haul ferry".split())
"""Verbs whose object, though it be arms, is cargo."""
FITTED = frozenset("equip fit mount arm load".split())
"""Participles that say what arms a thing bears."""


def means_of(scene: Scene, cluster: Cluster, rivals: Sequence[Cluster]) -> list[Means]:
    """All means named with the event, aircraft and mere hints included, in the order of nearness.

    Those of another event that it answers, or that answers it, are not its own, nor are the words for another.
    """
    told = {f.trigger.i: f.trigger for r in rivals for f in r.frames}
    answered = [set(t.subtree()) for t in told.values() if t.pos == "NOUN" and _is_answered(t)]
    behind = {i for below in answered if not below & {t.i for t in cluster.tokens} for i in below}
    near = [i for token in cluster.tokens for i in _near(scene, cluster, token, told) if i not in behind]
    near += [t.i for f in cluster.frames if f.is_verb for t in f.args.doers]  # "planes struck a camp and hit a school"
    near += [t.i for toll in cluster.tolls if toll.trigger.dep == "acl:relcl" for t in of_verb(toll.trigger).doers]
    found = (scene.means[i] for i in near if i in scene.means)  # "answered with mortars that killed nine"
    found = (
        m for m in found if not any(m.start <= i < m.end or i == m.end for i, t in told.items() if t.pos == "NOUN")
    )
    return list({m.start: m for m in found}.values())


def _is_answered(noun: Token) -> bool:
    """Whether an event is what another was done for ("fired missiles in response to a gas attack")."""
    return any(t.lemma in REPRISAL for t in noun.ancestors())


def weapons(cluster: Cluster, means: Iterable[Means]) -> list[Means]:
    """The things among the means, in the order of the text; the word for the event itself is none."""
    if cluster.event == "arrest":
        return []  # "arrested on charges of buying rifles"
    told = [f.trigger for f in cluster.frames if f.event not in BOMBS]
    events = {t.i for t in told if len(told) == 1 or not _is_used(t)}
    named = (m for m in means if m.is_weapon and not events & set(range(m.start, m.end)))
    return sorted((m for m in named if not _is_idle(cluster, m)), key=lambda m: m.start)


def _is_used(token: Token) -> bool:
    """Whether arms that are also an event's word are named as used in it: "with rockets and artillery", "used gas"."""
    while token.dep == "conj" or (preposition(token) == "of" and token.head.lemma in NUMBERS):
        token = token.head
    return preposition(token) == "with" or (token.dep == "obj" and token.head.lemma in {"use", "fire", "deploy"})


def _is_idle(cluster: Cluster, means: Means) -> bool:
    """Whether arms are only stored, carried or driven: "ammunition depots", "a convoy carrying arms"."""
    token = cluster.trigger.parse[means.end - 1]
    while means.start <= token.head.i < token.i:
        token = token.head  # "a truck loaded with explosives" is one thing
    head = token.head
    if token.dep == "compound" and head.pos == "NOUN" and head.i >= means.end:
        return head.lemma in table("targets") or head.lemma in BATTLES
    if token.dep in {"obj", "conj"} and any(a.lemma in CARRYING for a in (head, head.head)):
        return True
    if head.lemma in FITTED and head.dep == "acl" and head.head.lemma in table("targets"):
        return True  # "destroyed two vehicles equipped with machine guns"
    return means.row["kind"] == "tank" and cluster.event in {"territory_taken", "explosion"}


def _near(scene: Scene, cluster: Cluster, token: Token, told: Mapping[int, Token]) -> Iterator[int]:
    """Tokens of the trigger's subtree that belong to the event, then for a noun those of its clause."""
    own = {scene.clause[t.i] for t in cluster.tokens}
    hit = {t.i for frame in cluster.frames for t in frame.args.undergoers}
    done = any(frame.args.doers for frame in cluster.frames)
    for i in token.subtree():
        others = done and _of_others(scene.parse[scene.clause[i]], own)
        if not others and _belongs(scene, own, hit, i):
            yield i
    answered = _is_answered(token) and scene.clause[token.i] in told
    if token.pos != "VERB" and not token.is_root and not answered:
        yield from (i for i in range(token.sent.start, token.sent.end) if scene.clause[i] == scene.clause[token.i])


def _of_others(clause: Token, own: set[int]) -> bool:
    """Whether a clause tells what others did at that moment ("fired rockets, as jets struck Baalbek", "with jets
    bombing it").
    """
    told = clause.head if clause.dep == "conj" else clause
    beside = {t.head.i for t in map(clause.parse.__getitem__, own) if t.dep == "conj"}
    if clause.i in own | beside or told.i in own or told.dep != "advcl" or not openers(told) & (MOMENT | {"with"}):
        return False
    return any(c.pos != "PRON" for c in told.children("nsubj"))


def _belongs(scene: Scene, own: set[int], hit: set[int], i: int) -> bool:
    """Whether a token stands in the event's clauses, or in one below them that tells no deed of those who are hit."""
    if scene.clause[i] in own:
        return True
    head = scene.parse[scene.clause[i]]
    if head.dep == "acl:relcl" and head.head.i in hit and not is_passive(head):
        return False
    if head.lemma in DRAWING and head.dep == "advcl":
        return False  # "killed 24, prompting air strikes"
    if any(c.lower in TIMING for c in head.children("mark")) or head.lemma in CARRYING:
        return False  # "struck them after rockets were fired", "hit a depot in which gas was stored"
    tells = head.pos == "VERB" or head.lower == "armed"  # "men armed with swords"
    return tells and head.dep.startswith(("acl", "advcl")) and scene.clause[head.head.i] in own
