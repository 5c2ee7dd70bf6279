"""Which events are told for each other, and into which families blocks are made.

A missile is shelling for one and an explosion for another; a raid is an armed clash for the
army and a killing for the villagers. The table was made from such pairs in the work half of
the labelled set and from the code book; it scores from -1 to 1.
"""

from functools import cache

REMOTE = frozenset(
    """air_strike shelling explosion chemical_attack suicide_bombing killing attack violation destruction""".split()
)
GROUND = frozenset(
    """armed_clash killing abduction territory_taken arrest siege destruction displacement attack violation
    explosion suicide_bombing protest""".split()
)
FAMILIES: dict[str, frozenset[str]] = {
    "remote": REMOTE,
    "ground": GROUND,
    "talks": frozenset(("agreement", "violation")),
    "release": frozenset(("escape",)),
}
"""Events that may be told of one incident are in one family; an event may be in several."""

SAME = 0.8
KIN = 0.4
OPEN = 0.3
STRANGE = -1.0

_KIN = frozenset(
    frozenset(pair.split())
    for pair in (
        "air_strike shelling",
        "air_strike chemical_attack",
        "shelling chemical_attack",
        "shelling explosion",
        "explosion suicide_bombing",
        "suicide_bombing armed_clash",
        "explosion armed_clash",
        "armed_clash killing",
        "armed_clash territory_taken",
        "armed_clash abduction",
        "killing abduction",
        "killing destruction",
        "armed_clash destruction",
        "abduction arrest",
        "protest killing",
        "protest arrest",
        "violation shelling",
        "violation armed_clash",
        "violation air_strike",
    )
)
_PARTS = frozenset(
    frozenset(pair.split())
    for pair in (
        "suicide_bombing armed_clash",
        "explosion armed_clash",
        "armed_clash killing",
        "armed_clash territory_taken",
        "armed_clash abduction",
        "killing abduction",
        "killing destruction",
        "armed_clash destruction",
        "abduction destruction",
        "protest killing",
        "protest arrest",
    )
)


@cache
def families(event: str) -> tuple[str, ...]:
    """The families of an event code, in order."""
    return tuple(name for name, events in FAMILIES.items() if event in events)


@cache
def kinship(one: str, other: str) -> float:
    """How well two event codes can be words for one event."""
    if one == other:
        return SAME
    if frozenset((one, other)) in _KIN:
        return KIN
    return OPEN if "attack" in (one, other) and set(families(one)) & set(families(other)) else STRANGE


def are_parts(one: str, other: str) -> bool:
    """Whether two event codes are often two parts of one operation: a bomb at the gate, then gunmen."""
    return frozenset((one, other)) in _PARTS
