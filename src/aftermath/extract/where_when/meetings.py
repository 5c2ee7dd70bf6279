"""Where people only met, signed or have their seat: "after talks in Geneva", "a ceasefire signed in Malakal".

Takes a place's word, says whether it is such a place, and so not where an event was.
"""

from aftermath.extract.clusters.cluster import Cluster
from aftermath.extract.grammar.phrases import outer, preposition
from aftermath.model import Token

TALKS = frozenset("talk negotiation summit meeting conference mediation".split())
"""What delegations hold somewhere."""
SIGNING = frozenset("sign initial broker mediate negotiate".split())
"""What is done with an agreement somewhere else than where it holds."""
SEATED = frozenset({"base", "headquarter"})
"""Of what is "based in" a place, no more is said than where its seat is."""


def is_meeting(cluster: Cluster, token: Token) -> bool:
    """Whether a place is only where people met, signed an agreement, or have their seat."""
    name = outer(token)
    if name.is_root or preposition(name) not in {"in", "at"}:
        return False
    over = name.head
    if name.dep == "nmod":
        return over.lemma in TALKS
    if not name.dep.startswith("obl"):
        return False
    return (over.lemma in SEATED and over.dep.startswith("acl")) or (
        cluster.event == "agreement" and over.lemma in SIGNING
    )
