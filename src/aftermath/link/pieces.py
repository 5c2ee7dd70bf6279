"""Claims linked a piece at a time, against those that a store keeps.

    fresh claims ─ sought ─▶ who may meet them ─ weigh ─▶ who hangs together with them
                                                                     │ their whole knots, weighed before
    groups that are other than before ◀─ knots ▸ cluster ◀───────────┘

Takes new claims and a `Shelf`, gives `Links` of all claims that they can change. A knot is a
set of claims that hang together (`link.knots`); grouping looks at nothing outside it. So what
is put back for these claims is what linking everything at once would give for them. A pair is
weighed once, when the later of the two comes: a store remembers its sum.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from aftermath.link.compare import LINK
from aftermath.link.filing import sought
from aftermath.link.links import Group, Links
from aftermath.link.pairs import Pairs
from aftermath.link.ruling import ruling
from aftermath.link.telling import Telling
from aftermath.link.weighing import Weighing
from aftermath.model.filing import Hanging, Sought
from aftermath.model.judgement import Judgement


class Shelf(Protocol):
    """Claims that were linked before, and what people judged."""

    def meeting(self, wanted: Sequence[Sought], reports: Iterable[str]) -> list[Telling]:
        """Claims filed where they are sought, and all of these reports."""

    def hanging(self, claims: Iterable[str]) -> Hanging:
        """All claims of the knots of these, with the sums among them; of one that is not kept, none."""

    def told(self, claims: Iterable[str]) -> list[Telling]:
        """These claims, of those that are kept."""

    def judged(self, claims: Iterable[str]) -> list[Judgement]:
        """People's judgements that name one of these, in their order."""


def relinked(
    fresh: Sequence[Telling],
    shelf: Shelf,
    touched: Iterable[str] = (),
    gone: frozenset[str] = frozenset(),
    weighing: Weighing | None = None,
) -> tuple[Links, set[Group]]:
    """All claims whose groups new claims may change, or the judging of `touched` ones, or who is `gone`.

    With them the groups that are other than before or may be judged otherwise, whose claims are all
    among the tellings. `weighing` remembers what pieces before asked.
    """
    own, pairs = {telling.id for telling in fresh}, Pairs(weighing or Weighing())
    roots = {*touched, *gone, *_close(fresh, shelf, gone, pairs)}
    roots.update(name for judgement in shelf.judged({*own, *roots}) for name in judgement.named)
    around = shelf.hanging(roots)
    links = Links(ruling(shelf.judged({*own, *around.ids} - gone | own)), pairs)
    if around.is_known:
        unsettled = {*own, *gone, *touched}
        loosened = {knot for name, knot in zip(around.ids, around.knots, strict=True) if name in unsettled}
        links.take(around, settled=set(around.knots) - loosened, without=own | gone)
        changed = links.add(fresh)
    else:  # another version linked some of them
        changed = links.add([*fresh, *shelf.told(set(around.ids) - own - gone)])
    for telling in shelf.told({name for group in changed for name in group} - links.tellings.keys()):
        links.tellings[telling.id] = telling
    return links, changed


def _close(fresh: Sequence[Telling], shelf: Shelf, gone: frozenset[str], pairs: Pairs) -> Iterator[str]:
    """Kept claims that may link to one of the new, which are weighed with all that they meet."""
    own = {telling.id for telling in fresh}
    # Who lost a claim may tie to another now, which lies in no knot of theirs: they are looked up like new ones.
    left = shelf.told(set(shelf.hanging(gone).ids) - own - gone)
    for telling in shelf.meeting(sought([*fresh, *left]), {telling.report for telling in (*fresh, *left)}):
        if telling.id not in own | gone:
            pairs.file(telling)
    for telling in fresh:
        pairs.add(telling)
    for sums in (*(pairs.sums[telling.id] for telling in fresh), *map(pairs.weigh, left)):
        yield from (name for name, total in sums.items() if total >= LINK)


def hanging(claims: Iterable[str], shelf: Shelf) -> Links:
    """All claims that hang together with these, each pair compared again so that it can be explained."""
    roots = set(claims)
    roots.update(name for judgement in shelf.judged(roots) for name in judgement.named)
    members = shelf.told(shelf.hanging(roots).ids)
    links = Links(ruling(shelf.judged(telling.id for telling in members)))
    links.add(members)
    return links
