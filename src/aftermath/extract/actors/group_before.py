"""Which group "the rebels" or "the group" are: the one of their kind that the report named before.

Takes a party's words, what the register made of them and the groups that the report names; gives
the group meant, or nobody where the words say more than that or the report names several.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from aftermath.extract.layout.scene import ARMED_KINDS
from aftermath.model import Actor, ActorMention, Token

UNNAMED = "unnamed:"
ANY_KIND = frozenset("group movement organisation organization militant fighter insurgent paramilitary".split())
"""Nouns that are said of any armed group; "the rebels" are of rebels, "the militia" of militias."""
SAYING_NO_MORE = frozenset(
    "same armed militant paramilitary rebel jihadist extremist islamist insurgent guerrilla separatist".split()
)
"""Words before the noun that tell no group from another ("the paramilitary group")."""
POINTING = frozenset({"the", "these", "those", "this"})
REACH = 3
"""Sentences back over which the group named last is meant though the report names others."""


def group_before(token: Token, found: Actor | None, named: Sequence[ActorMention]) -> Actor | None:
    """The actor that a party's bare noun stands for, or what the register made of it."""
    if not _is_bare(token) or (found is not None and not found.id.startswith(UNNAMED)):
        return found
    if found is None and token.lemma not in ANY_KIND:
        return found
    before = [m for m in named if m.span[1] <= token.span[0] and _is_of_kind(m.actor, token, found)]
    if not before:
        return found
    last = before[-1]
    if len({m.actor.id for m in before}) > 1 and not _is_near(last, token):
        return found
    return replace(last.actor, why=f"“{token.text}” stands for “{last.text}”, named before; {last.actor.why}")


def _is_bare(token: Token) -> bool:
    """Whether the noun has an article that points back and nothing that tells more."""
    pointed = any(c.lower in POINTING for c in token.children("det"))
    more = token.children("amod", "compound", "nmod", "nmod:poss", "acl")
    return token.pos == "NOUN" and pointed and all(c.lower in SAYING_NO_MORE for c in more)


def _is_of_kind(actor: Actor, token: Token, found: Actor | None) -> bool:
    if token.lemma in ANY_KIND or found is None:
        return actor.kind in ARMED_KINDS
    return actor.kind == found.kind


def _is_near(mention: ActorMention, token: Token) -> bool:
    """Whether no more than a few sentences lie between a group and the noun."""
    parse = token.parse
    return token.sent.index - parse.sentence_of[bisect_left(parse.starts, mention.span[0])] <= REACH
