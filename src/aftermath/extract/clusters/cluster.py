"""The words of one sentence that tell of one event, and the codes of events: their harm, and which tells more."""

from dataclasses import dataclass, field

from aftermath.extract.events.frames import Frame
from aftermath.extract.events.harm import Toll
from aftermath.model import Token

VIOLENT = frozenset(
    "air_strike shelling explosion suicide_bombing chemical_attack armed_clash killing attack destruction".split()
)
MOVES = frozenset({"displacement", "escape"})
"""Events by which people get away."""
ON_PEOPLE = frozenset({"killing", "abduction", "arrest", "escape"})
"""Events that are done to people, who are their targets, and to no place."""
HEAVY = frozenset({"air_strike", "shelling"})
"""Events of heavy arms, which states have."""
SPECIFIC = (
    "chemical_attack",
    "suicide_bombing",
    "air_strike",
    "shelling",
    "explosion",
    "territory_taken",
    "abduction",
    "arrest",
    "siege",
    "escape",
    "violation",
    "agreement",
    "displacement",
    "protest",
    "armed_clash",
    "destruction",
    "killing",
    "attack",
)
"""Codes from the most to the least telling: of words put together the first gives the event."""
CAUSES = {
    "killed": VIOLENT | {"siege", "territory_taken"},
    "injured": VIOLENT | {"protest", "siege", "territory_taken"},
    "displaced": VIOLENT | {"displacement", "siege", "territory_taken"},
    "abducted": frozenset({"abduction"}),
    "arrested": frozenset({"arrest", "protest", "territory_taken"}),
    "missing": VIOLENT | {"abduction"},
    "besieged": frozenset({"siege"}),
}
"""Which events can bring which harm."""
RIOT = "riot_means"
"""The need of a trigger by which a crowd is set upon, which may bring any harm."""
ALONE = {
    "killed": "killing",
    "injured": "attack",
    "displaced": "displacement",
    "abducted": "abduction",
    "arrested": "arrest",
    "missing": "abduction",
    "besieged": "siege",
}
"""The event of a toll that names none."""


@dataclass(slots=True)
class Cluster:
    """Frames and tolls that tell of one event; at least one of either.

    `whole` is the event of whose word it is one more, elsewhere ("six were killed in Homs, four in Hama").
    """

    frames: list[Frame] = field(default_factory=list)
    tolls: list[Toll] = field(default_factory=list)
    whole: "Cluster | None" = None

    @property
    def trigger(self) -> Token:
        """The word that carries the event: the most telling frame's, else the first toll's."""
        if self.frames:
            return min(self.frames, key=lambda f: SPECIFIC.index(f.event)).trigger
        return self.tolls[0].trigger

    @property
    def tokens(self) -> list[Token]:
        """The triggers of all parts, in order."""
        return sorted([f.trigger for f in self.frames] + [t.trigger for t in self.tolls], key=lambda t: t.i)

    @property
    def event(self) -> str:
        """The code that the words give, before the means refine it."""
        if self.frames:
            return min((f.event for f in self.frames), key=SPECIFIC.index)
        return ALONE[self.tolls[0].kind]
