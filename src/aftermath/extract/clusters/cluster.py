"""The words of one sentence that tell of one event, and the codes of events: their harm, and which tells more."""

from collections.abc import Iterable
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
BOMBS = frozenset({"explosion", "suicide_bombing"})
"""Events whose word is the weapon's as well: "a roadside bomb", "two suicide car bombs"."""
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
SHOOTING = frozenset({"fire", "open", "shoot"})
"""Verbs of firing guns."""
RIOT = frozenset({"riot_means", "crowd"})
"""The needs of a trigger by which a crowd is set upon, which may bring any harm."""
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


def _rank(event: str) -> int:
    """How telling a code is; of strikes from the air and shelling the one named first gives the event (the guide)."""
    return SPECIFIC.index("air_strike" if event == "shelling" else event)


@dataclass(slots=True)
class Cluster:
    """Frames and tolls that tell of one event; at least one of either.

    `whole` is the event of whose word it is one more, elsewhere ("six were killed in Homs, four in Hama").
    """

    frames: list[Frame] = field(default_factory=list)
    tolls: list[Toll] = field(default_factory=list)
    whole: "Cluster | None" = None
    trigger: Token = field(init=False, compare=False)
    """The word that carries the event: the most telling frame's, else the first toll's."""
    tokens: list[Token] = field(init=False, compare=False)
    """The triggers of all parts, in order."""
    event: str = field(init=False, compare=False)
    """The code that the words give, before the means refine it."""

    def __post_init__(self) -> None:
        """Sum up what there is."""
        self._sum_up()

    def add(self, frames: Iterable[Frame] = (), tolls: Iterable[Toll] = ()) -> None:
        """Take in more that tells of the event."""
        self.frames.extend(frames)
        self.tolls.extend(tolls)
        self._sum_up()

    def _sum_up(self) -> None:
        if self.frames:
            telling = min(self.frames, key=lambda frame: (_rank(frame.event), frame.trigger.i))
            self.trigger, self.event = telling.trigger, telling.event
        else:
            self.trigger, self.event = self.tolls[0].trigger, ALONE[self.tolls[0].kind]
        triggers = [frame.trigger for frame in self.frames] + [toll.trigger for toll in self.tolls]
        self.tokens = sorted(triggers, key=lambda token: token.i)
