"""Where parties to the conflict stand: who owns an incident, denies it, condemns it or blames whom.

Takes the tellings of one incident, gives `Position`s. They are what belligerents say, never a
finding: a claim of responsibility may be a boast, a denial a lie.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from aftermath.link.people import group_of
from aftermath.link.telling import Telling, is_named, side
from aftermath.model import Actor, Party, Source
from aftermath.model.incident import Position

_CONDEMNING = r"(?:condemn|denounc|deplor|decri|decry|mourn|express\w* (?:outrage|alarm|concern|horror|condolence))\w*"
_BYSTANDERS = ("civilians", "external/other", "other", "protesters", "rioters")
_OWN = ("its", "our", "their")


def positions(tellings: Sequence[Telling]) -> tuple[Position, ...]:
    """What each party says of its own and others' part, with the claims, in the order of the words."""
    said: dict[str, list[str]] = defaultdict(list)
    for telling in tellings:
        for source in telling.claim.sources:
            if is_party(source):
                for says in _says(telling, source):
                    said[says].append(telling.id)
    return tuple(Position(says=says, claims=tuple(sorted(set(claims)))) for says, claims in sorted(said.items()))


def _says(telling: Telling, source: Source) -> Iterator[str]:
    who = source.actor.name if source.actor else source.text
    if telling.claim.stance == "denied":
        yield f"{who} denies it"
    elif condemns(telling, source):
        yield f"{who} condemns it"
    elif owns(telling, source):
        yield f"{who} says that it did it"
    else:
        own = side(source.actor) if source.actor else ""
        named = {party.actor.name for party in blamed(telling) if party.actor and side(party.actor) != own}
        yield from (f"{who} says that {name} did it" for name in sorted(named))


def is_party(source: Source) -> bool:
    """Whether a source speaks for who bears arms: a belligerent, or an actor by ACLED's kinds but civilians."""
    return source.kind == "belligerent" or bool(source.actor and bears_arms(source.actor))


def bears_arms(actor: Actor) -> bool:
    """Whether an actor is of a kind that fights."""
    return actor.kind.lower() not in _BYSTANDERS


def owns(telling: Telling, source: Source) -> bool:
    """Whether this source tells of the event as its own act; to condemn it owns nothing."""
    if telling.claim.stance != "asserted" or condemns(telling, source):
        return False
    if source.actor and bears_arms(source.actor) and side(source.actor) in telling.actor_ids:
        return True
    return source.kind == "belligerent" and any(
        party.text.lower().split()[:1] == [word] for party in telling.claim.attackers for word in _OWN
    )


def accepts_harm(telling: Telling) -> bool:
    """Whether a party owns the event with harm to others than fighters.

    To own a strike on "a launching cell" accepts nothing of the harm that others tell.
    """
    if all(group_of(harm.who) == "fighters" for harm in telling.claim.harm if harm.low != 0):
        return False
    return any(owns(telling, source) for source in telling.claim.sources)


def condemns(telling: Telling, source: Source) -> bool:
    """Whether the words say that this source condemns or mourns what happened."""
    who = re.escape(source.text)
    after = re.compile(rf"{who}[^.;]{{0,60}}?\b{_CONDEMNING}", re.IGNORECASE)
    before = re.compile(rf"\b{_CONDEMNING}[^.;]{{0,40}}?\bby {who}", re.IGNORECASE)
    return any(pattern.search(quote.text) for quote in telling.claim.quotes for pattern in (after, before))


def blamed(telling: Telling) -> list[Party]:
    """Named attackers, but not one that the claim has condemn the deed.

    "Egypt condemned the killing" is at times read as Egypt's killing.
    """
    condemning = {side(s.actor) for s in telling.claim.sources if s.actor and condemns(telling, s)}
    named = (party for party in telling.claim.attackers if party.actor and is_named(party.actor))
    return [party for party in named if party.actor and side(party.actor) not in condemning]
