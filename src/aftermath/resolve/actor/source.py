"""What kind of source words mean: the noun that heads them, and the body that they name.

"A Hamas official" speaks for Hamas, "residents of Hamas-run Gaza" for themselves: what
stands before the first preposition decides, and only nouns like "spokesman" look behind it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from aftermath.model import Actor
from aftermath.resolve.actor import state as actor_state
from aftermath.resolve.actor.entry import Entry
from aftermath.resolve.actor.words import Word, key_of, words_in
from aftermath.resolve.sheet import shipped

Named = Callable[[list[Word]], tuple[Entry, str, int] | None]
Resolve = Callable[[str], Actor | None]

_BREAKS = frozenset("of in from at with near who on for by close to familiar inside that and".split())
# These nouns say nothing of themselves: whoever they speak for is the source.
_SPEAKERS = frozenset(
    "spokesman spokeswoman spokesperson spokespeople official officials source sources leader leaders member members"
    " head chief director representative statement deputy coordinator adviser aide staff officer commander"
    " report".split()
)
_OWN = frozenset(("witness", "resident", "medic", "rescuer", "activist", "unnamed"))
_ANONYMOUS = ("anonymity", "anonymous", "not to be named", "unnamed", "declined to be", "unidentified")


@cache
def _heads() -> Mapping[str, str]:
    return {key_of(word): row["kind"] for row in shipped("source_heads.tsv") for word in row["words"].split("|")}


def source_kind(text: str, named: Named, resolve: Resolve) -> tuple[str, Actor | None]:
    """The kind of a source phrase and the actor it names; an actor that names nobody is left out."""
    kind, actor = _kind_and_actor(text, named, resolve)
    return kind, None if actor and _OPEN.fullmatch(actor.id) else actor


# Ids of actors that name nobody and no country.
_NOBODY = re.compile(r"state\b|unnamed:")
_OPEN = re.compile(r"state(/\w+)?|unnamed:[\w-]+")


def _kind_and_actor(text: str, named: Named, resolve: Resolve) -> tuple[str, Actor | None]:
    """The kind of a source phrase and the actor it names; "person" for a bare name, "other" for the rest."""
    words = words_in(text)
    front = _front(words)
    speaker = bool(front) and front[-1].key in _SPEAKERS
    head = _head(front)
    known = named(front)
    if head in _OWN and (group := resolve(" ".join(w.form for w in front))) and not _NOBODY.match(group.id):
        return "belligerent", group  # "the Tigray People's Liberation Front" is no people
    if head in _OWN and not speaker and not (known and (known[0].kind == head or known[2] == len(front))):
        return head, None  # "a Reuters witness" is a witness, "Sudan Doctors Network" a name
    known = known or (named(words) if speaker or head is None else None)
    if known:
        entry, why, _ = known
        standing = f"; {entry.standing}" if entry.standing else ""
        return entry.kind, Actor(id=entry.id, name=entry.name, kind="external/other", why=why + standing)
    armed = _armed(text if speaker else " ".join(w.form for w in front), resolve)
    if head in ("media", "ngo", "monitor") and not (armed and armed.kind == "state forces" and speaker):
        return head, None
    if any(phrase in text.lower() for phrase in _ANONYMOUS):
        return "unnamed", armed
    if head in ("government", "un", "belligerent", "person", "other") and not (armed and speaker):
        return head, armed if head != "person" else None
    if armed:
        return _kind_of(armed), armed
    if head:
        return head, None
    return ("person" if _is_name(words) else "other"), None


def _armed(text: str, resolve: Resolve) -> Actor | None:
    """The party to the conflict that words name; people without arms are none."""
    actor = resolve(text)
    return None if actor and actor.kind == "civilians" else actor


def _kind_of(actor: Actor) -> str:
    if actor.id.endswith(("/government", "/police")):
        return "government"
    return {"protesters": "activist", "civilians": "resident"}.get(actor.kind, "belligerent")


def _front(words: Sequence[Word]) -> list[Word]:
    """The words before the first preposition."""
    for at, word in enumerate(words):
        if at and word.key in _BREAKS:
            return list(words[:at])
    return list(words)


def _head(words: Sequence[Word]) -> str | None:
    """The kind of the last and longest noun of the table."""
    heads = _heads()
    for end in range(len(words), 0, -1):
        for start in range(max(0, end - 4), end):
            if kind := heads.get(" ".join(w.key for w in words[start:end])):
                return kind
    return None


_PARTICLES = frozenset("al bin ibn abu de van von".split())


def _is_name(words: Sequence[Word]) -> bool:
    """Whether words look like a person's name: capitals throughout, and no state's name."""
    proper = all(w.form[:1].isupper() or w.key in _PARTICLES for w in words)
    return bool(words) and proper and not actor_state.country_in(words)
