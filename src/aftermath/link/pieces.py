"""Claims linked a piece at a time, against those that a store keeps.

    fresh claims ─ sought ─▶ who may meet them ─ compare ─▶ who hangs together with them
                                                                     │ their whole knots
    new knots and groups ◀─ block ▸ compare ▸ cluster ◀──────────────┘

Takes new claims and a `Shelf`, gives `Links` of all claims that they can change. A knot is a
set of claims that hang together (`link.knots`); grouping looks at nothing outside it. So what
is put back for these claims is what linking everything at once would give for them.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from aftermath.link.block import Blocks
from aftermath.link.compare import LINK
from aftermath.link.filing import sought
from aftermath.link.links import Links
from aftermath.link.ruling import ruling
from aftermath.link.telling import Telling
from aftermath.link.weighing import Weigh, Weighing
from aftermath.model.filing import Sought
from aftermath.model.judgement import Judgement


class Shelf(Protocol):
    """Claims that were linked before, and what people judged."""

    def meeting(self, wanted: Sequence[Sought], reports: Iterable[str]) -> list[Telling]:
        """Claims filed where they are sought, and all of these reports."""

    def knots(self, claims: Iterable[str]) -> list[Telling]:
        """All claims of the knots of these; of one that is not kept, none."""

    def judged(self, claims: Iterable[str]) -> list[Judgement]:
        """People's judgements that name one of these, in their order."""


def relinked(
    fresh: Sequence[Telling],
    shelf: Shelf,
    touched: Iterable[str] = (),
    gone: frozenset[str] = frozenset(),
    weighing: Weighing | None = None,
) -> Links:
    """All claims whose groups new claims may change, or the judging of `touched` ones, or who is `gone`.

    `weighing` remembers pairs of pieces before.
    """
    weigh = weighing or Weighing()
    own = {telling.id for telling in fresh}
    # Who lost a claim may tie to another now, which lies in no knot of theirs: they are looked up like new ones.
    left = [telling for telling in shelf.knots(gone) if telling.id not in own | gone]
    roots = {*touched, *gone, *_close([*fresh, *left], shelf, weigh)}
    roots |= {name for judgement in shelf.judged({*own, *roots}) for name in judgement.named}
    around = shelf.knots(roots)
    members = [*fresh, *(telling for telling in around if telling.id not in own | gone)]
    links = Links(ruled=ruling(shelf.judged(telling.id for telling in members)), weigh=weigh)
    links.add(members)
    return links


def _close(fresh: Sequence[Telling], shelf: Shelf, weigh: Weigh) -> set[str]:
    """Kept claims that may link to one of the new."""
    blocks = Blocks()
    kept = {telling.id: telling for telling in shelf.meeting(sought(fresh), {telling.report for telling in fresh})}
    for telling in kept.values():
        blocks.file(telling)
    found: set[str] = set()
    for telling in fresh:
        for name in blocks.near(telling) - found:
            total, is_barred = weigh(telling, kept[name])
            if total >= LINK and not is_barred:
                found.add(name)
    return found
