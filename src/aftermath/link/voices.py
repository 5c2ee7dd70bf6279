"""Who independently says so: the sources of an incident, each counted once.

Takes the tellings of one incident, gives its voices. Two texts in the same words are one
newsroom's; a text that credits an agency is the agency's. An institution is one voice
whoever quotes it; "residents" and other unnamed speakers are as many voices as newsrooms
found them. A report's own voice is its newsroom.
"""

from collections import defaultdict
from collections.abc import Sequence

from aftermath.link.substance import COPIED, COPY_GRAMS
from aftermath.link.telling import Telling
from aftermath.link.wording import contained, stems
from aftermath.model import Source
from aftermath.model.incident import Voice

INSTITUTIONS = frozenset(("belligerent", "government", "un", "ngo", "monitor", "media", "rescuer", "activist"))
"""Kinds of source that are the same whoever quotes them, if the words are the same."""

_WEAK = stems("spokesman spokeswoman spokesperson statement official source the chief head office command told")
"""Words that tell who speaks for an institution, not which."""


def voices(tellings: Sequence[Telling]) -> tuple[Voice, ...]:
    """The independent sources, in the order in which they were first published."""
    rooms = newsrooms(tellings)
    found: dict[tuple[str, ...], list[tuple[str, str, str]]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda telling: telling.order):
        for key, name, kind in _speakers(telling, rooms[telling.id]):
            found[key].append((name, kind, telling.id))
    return tuple(
        Voice(name=said[0][0], kind=said[0][1], claims=tuple(dict.fromkeys(claim for _, _, claim in said)))
        for said in found.values()
    )


def _speakers(telling: Telling, room: str) -> list[tuple[tuple[str, ...], str, str]]:
    """A key for each source of the claim, with its name and kind."""
    if not telling.claim.sources:
        return [(("newsroom", room), telling.newsroom, "report")]
    return [(_key(source, room), source.text, source.kind) for source in telling.claim.sources]


def _key(source: Source, room: str) -> tuple[str, ...]:
    if source.actor:
        return ("actor", source.actor.id)
    words = sorted(stems(source.text) - _WEAK) or sorted(stems(source.text))
    if source.kind in INSTITUTIONS or source.kind == "person":
        return ("institution", *words)
    return ("unnamed", room, *words)


def newsrooms(tellings: Sequence[Telling]) -> dict[str, str]:
    """For each claim the newsroom whose words it has: copies take that of the first published."""
    ordered = sorted(tellings, key=lambda telling: telling.order)
    rooms: dict[str, str] = {}
    for i, telling in enumerate(ordered):
        first = next((earlier for earlier in ordered[:i] if is_copy(earlier, telling)), None)
        rooms[telling.id] = rooms[first.id] if first else telling.newsroom
    return rooms


def is_copy(one: Telling, other: Telling) -> bool:
    """Whether two claims are told in the same words, or by the same newsroom."""
    if one.newsroom == other.newsroom:
        return True
    least = min(len(one.grams), len(other.grams))
    return least >= COPY_GRAMS and contained(one.grams, other.grams) >= COPIED
