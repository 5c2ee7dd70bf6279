"""Who independently says so: the sources of an incident, each counted once.

Takes the tellings of one incident, gives its voices. Two texts in the same words are one
newsroom's; a text that credits an agency is the agency's. An institution is one voice
whoever quotes it, by its whole name or a part that fits no other here ("the Observatory"), and
an agency is one with its newsroom; "residents" and other unnamed speakers are as many voices as
newsrooms found them. A report's own voice is its newsroom, and no other than its speakers' where it
names speakers for the same incident: headlines and leads repeat what they say.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from aftermath.link.credit import agency
from aftermath.link.substance import COPIED, COPY_GRAMS
from aftermath.link.telling import Telling
from aftermath.link.wording import contained, stems
from aftermath.model import Source
from aftermath.model.incident import Voice

INSTITUTIONS = frozenset(("belligerent", "government", "un", "ngo", "monitor", "media", "rescuer", "activist"))
"""Kinds of source that are the same whoever quotes them, if the words are the same."""

OWN = "report"
"""The kind of a voice that is a report's own."""

_WEAK = stems("spokesman spokeswoman spokesperson statement official source the chief head office command told")
"""Words that tell who speaks for an institution, not which."""


def voices(tellings: Sequence[Telling]) -> tuple[Voice, ...]:
    """The independent sources, in the order in which they were first published."""
    rooms = newsrooms(tellings)
    speakers: dict[str, tuple[str, ...]] = {}
    for telling in sorted(tellings, key=lambda telling: telling.order):
        for source in telling.claim.sources:
            speakers.setdefault(rooms[telling.id], _key(source, rooms[telling.id]))
    found: dict[tuple[str, ...], Said] = defaultdict(list)
    for telling in sorted(tellings, key=lambda telling: telling.order):
        for key, name, kind in _speakers(telling, rooms[telling.id]):
            found[speakers.get(rooms[telling.id], key) if kind == OWN else key].append((name, kind, telling.id))
    return tuple(map(_voice, _whole_names(found).values()))


Said = list[tuple[str, str, str]]


def _whole_names(found: Mapping[tuple[str, ...], Said]) -> dict[tuple[str, ...], Said]:
    """The same with who is named in part put to the one whose name has all words of it, if that is one."""
    named = {key: set(key) for key in found if key[0] == "institution"}
    whole = [key for key, words in named.items() if not any(words < others for others in named.values())]
    merged: dict[tuple[str, ...], Said] = {}
    for key, said in found.items():
        fits = [other for other in whole if key in named and named[key] <= named[other]]
        merged.setdefault(fits[0] if len(fits) == 1 else key, []).extend(said)
    return merged


def _voice(said: Sequence[tuple[str, str, str]]) -> Voice:
    """The voice of these claims, named as its first speaker is, if it has one."""
    name, kind, _ = min(said, key=lambda found: found[1] == OWN)
    return Voice(name=name, kind=kind, claims=tuple(dict.fromkeys(claim for _, _, claim in said)))


def _speakers(telling: Telling, room: str) -> list[tuple[tuple[str, ...], str, str]]:
    """A key for each source of the claim, with its name and kind."""
    if not telling.claim.sources:
        return [(("newsroom", room), telling.newsroom, OWN)]
    return [(_key(source, room), source.text, source.kind) for source in telling.claim.sources]


def _key(source: Source, room: str) -> tuple[str, ...]:
    if source.actor:
        return ("actor", source.actor.id)
    if named := agency(source.text):
        return ("newsroom", named)
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
