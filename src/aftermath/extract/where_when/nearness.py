"""How near words stand to an event in the tree, and which of several events they belong to.

Takes an event's words and mentions, gives those within reach with their nearness; clause goes before sentence.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from aftermath.extract.clusters.apart import distance
from aftermath.extract.clusters.cluster import Cluster
from aftermath.extract.layout.scene import Scene
from aftermath.model import PlaceMention, TimeMention, Token

M = TypeVar("M", PlaceMention, TimeMention)
NEAR = 6
"""Dependency steps from an event's word to its place or time, at most."""


def in_sentence(scene: Scene, cluster: Cluster, mentions: dict[int, M]) -> Iterable[tuple[int, M]]:
    """The mentions in an event's sentences, with each token that they cover."""
    for index in {t.sent.index for t in cluster.tokens}:
        sent = scene.parse.sentences[index]
        for i in range(sent.start, sent.end):
            if i in mentions:
                yield i, mentions[i]


def nearest(
    scene: Scene, cluster: Cluster, rivals: Sequence[Cluster], told: Iterable[tuple[int, M]]
) -> list[tuple[float, M]]:
    """Mentions within reach with their nearness; those nearer to another event only where there is no other."""
    own: dict[tuple[int, int], tuple[float, M]] = {}
    shared: dict[tuple[int, int], tuple[float, M]] = {}
    words, others = cluster.tokens, [rival.tokens for rival in rivals]
    for i, mention in told:
        near = _nearness(scene, words, scene.parse[i])
        if near > NEAR or _is_parted(words, scene.parse[i]):
            continue
        into = shared if _nearer_to(scene, others, scene.parse[i], near) else own
        known = into.get(mention.span)
        if known is None or near < known[0]:
            into[mention.span] = (near, mention)
    return list((own or shared).values())


def _is_parted(words: Sequence[Token], token: Token) -> bool:
    """Whether a semicolon ends what tells of the event before the mention ("was freed; he was last seen in Mosul")."""
    last = max((t.i for t in words if t.sent.index == token.sent.index), default=token.i)
    return any(token.parse[i].text == ";" for i in range(last + 1, token.i))


def _nearness(scene: Scene, words: Sequence[Token], token: Token) -> float:
    """Steps from the event's nearest word, with a step more for each clause border crossed."""
    out = float("inf")
    clause = scene.parse[scene.clause[token.i]]
    for own in words:
        steps = float(distance(own, token))
        if clause.dep.startswith("acl") and clause.head.i == own.i:
            steps -= 1  # "an air strike that hit a mill in Hawzen": the clause tells of the event itself
        elif not scene.same_clause(own.i, token.i):
            steps += 1.5
        out = min(out, steps)
    return out


def _nearer_to(scene: Scene, rivals: Sequence[Sequence[Token]], token: Token, near: float) -> bool:
    return any(_nearness(scene, rival, token) < near - 0.5 for rival in rivals)
