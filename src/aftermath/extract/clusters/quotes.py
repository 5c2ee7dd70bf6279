"""The words a claim rests on: the shortest stretch of the sentence that holds its event whole."""

from aftermath.extract.clusters.cluster import Cluster
from aftermath.extract.grammar.phrases import words
from aftermath.extract.layout.dateline import dateline_end
from aftermath.extract.layout.scene import Scene
from aftermath.model import Token, Words


def quote(scene: Scene, cluster: Cluster) -> Words:
    """The clause or clauses of an event's triggers, without the verb of saying above them."""
    parse = scene.parse
    inside: set[int] = set()
    for token in cluster.tokens:
        inside.update(_own(scene, cluster, scene.clause[token.i]))
    start, end = min(inside), max(inside) + 1
    told = dateline_end(parse.text, parse.starts[start])
    while start < end - 1 and parse.starts[start] < told:
        start += 1
    while start < end - 1 and parse.pos[start] in {"PUNCT", "CCONJ", "SCONJ"}:
        start += 1
    while end - 1 > start and parse.pos[end - 1] == "PUNCT":
        end -= 1
    return words(parse, start, end)


def _own(scene: Scene, cluster: Cluster, top: int) -> list[int]:
    """The tokens of a clause, without verbs of saying set beside it and what is theirs ("..., residents said")."""
    out, queue = [], [scene.parse[top]]
    while queue:
        token = queue.pop()
        out.append(token.i)
        queue.extend(child for child in token.children() if not _foreign(scene, cluster, child))
    return out


def _foreign(scene: Scene, cluster: Cluster, token: Token) -> bool:
    """Whether a token is a verb of saying set beside the clause it hangs on, and no part of the event."""
    beside = token.dep in {"parataxis", "advcl"} and scene.voices.is_speech(token)
    return beside and token not in cluster.tokens
