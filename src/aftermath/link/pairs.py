"""Claims filed, and the sums of those that met: each pair once, with the claim that came later.

Takes tellings one after the other. Whom a claim meets says `block`, what speaks for the two
`weighing`; nothing is grouped here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from aftermath.link.block import Blocks
from aftermath.link.telling import Telling
from aftermath.link.weighing import Weighing


@dataclass(slots=True)
class Pairs:
    """The claims, and of each that was added its sums with those filed before it that it met."""

    weighing: Weighing = field(default_factory=Weighing)
    tellings: dict[str, Telling] = field(default_factory=dict)
    sums: dict[str, Mapping[str, float]] = field(default_factory=dict)
    _blocks: Blocks = field(default_factory=Blocks)

    def add(self, telling: Telling) -> None:
        """Weigh it with those filed before, and file it; once."""
        if telling.id not in self.sums:
            self.sums[telling.id] = self.weigh(telling)
            self.file(telling)

    def file(self, telling: Telling) -> None:
        """Let those that come later meet it."""
        if telling.id not in self.tellings:
            self.tellings[telling.id] = telling
            self._blocks.file(telling)

    def weigh(self, telling: Telling) -> dict[str, float]:
        """Its sums with the claims filed that it meets."""
        names = list(self._blocks.near(telling))
        return dict(zip(names, self.weighing(telling, map(self.tellings.__getitem__, names)), strict=True))
