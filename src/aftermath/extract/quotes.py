"""The words a claim rests on: the shortest stretch of the sentence that holds its event whole."""

from aftermath.extract.cluster import Cluster
from aftermath.extract.dateline import dateline_end
from aftermath.extract.phrases import words
from aftermath.extract.scene import Scene
from aftermath.model import Words


def quote(scene: Scene, cluster: Cluster) -> Words:
    """The clause or clauses of an event's triggers, without the verb of saying above them."""
    parse = scene.parse
    inside: set[int] = set()
    for token in cluster.tokens:
        head = parse[scene.clause[token.i]]
        inside.update(i for i in head.subtree() if not _foreign(scene, cluster, i, head.i))
    start, end = min(inside), max(inside) + 1
    told = dateline_end(parse.text, parse.starts[start])
    while start < end - 1 and parse.starts[start] < told:
        start += 1
    while start < end - 1 and parse.pos[start] in {"PUNCT", "CCONJ", "SCONJ"}:
        start += 1
    while end - 1 > start and parse.pos[end - 1] == "PUNCT":
        end -= 1
    return words(parse, start, end)


def _foreign(scene: Scene, cluster: Cluster, i: int, top: int) -> bool:
    """Whether a token belongs to a verb of saying set beside the clause ("..., residents said")."""
    token = scene.parse[i]
    while token.i != top and not token.is_root:
        if (
            scene.voices.is_speech(token)
            and token.dep in {"parataxis", "advcl"}
            and token.i not in {t.i for t in cluster.tokens}
        ):
            return True
        token = token.head
    return False
