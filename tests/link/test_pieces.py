"""Claims linked a piece at a time: whatever the pieces and their order, what linking all at once gives."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_linking import TELLINGS, tellings

from aftermath.link.assemble import judgements
from aftermath.link.block import Blocks
from aftermath.link.filing import filed, sought
from aftermath.link.links import Links
from aftermath.link.pieces import relinked
from aftermath.link.ruling import ruling
from aftermath.link.telling import Telling
from aftermath.link.ties import Ties
from aftermath.model.filing import Filed, Hanging, Sought
from aftermath.model.judgement import Judgement
from link.making import claim, record, told


def is_found(entry: Filed, wanted: Sought) -> bool:
    return (
        entry.key == wanted.key
        and wanted.earliest <= entry.first <= wanted.last
        and entry.last >= wanted.first
        and entry.lat + entry.tall >= wanted.south
        and entry.lat - entry.tall <= wanted.north
        and entry.lon + entry.broad >= wanted.west
        and entry.lon - entry.broad <= wanted.east
    )


class Memory:
    """A shelf in memory."""

    def __init__(self, judgements: Sequence[Judgement] = (), *, remembers: bool = True) -> None:
        """One that does not remember sums is as one that another version linked."""
        self.judgements = judgements
        self.remembers = remembers
        self.told_of: dict[str, Telling] = {}
        self.sums: dict[str, Mapping[str, float] | None] = {}
        self.knot: dict[str, str] = {}
        self.group: dict[str, tuple[str, ...]] = {}

    def meeting(self, wanted: Sequence[Sought], reports: Iterable[str]) -> list[Telling]:
        return [
            telling
            for telling in self.told_of.values()
            if telling.report in set(reports) or any(is_found(entry, one) for entry in filed(telling) for one in wanted)
        ]

    def hanging(self, claims: Iterable[str]) -> Hanging:
        labels = {self.knot[name] for name in claims if name in self.knot}
        names = [name for name, label in self.knot.items() if label in labels]
        at = {name: i for i, name in enumerate(names)}
        sums = {name: self.sums[name] for name in names}
        is_known = all(found is not None for found in sums.values())
        pairs = [(at[n], at[o], total) for n, found in sums.items() for o, total in (found or {}).items() if o in at]
        ties = Ties.of(pairs if is_known else ())
        return Hanging(
            ids=names,
            days=[self.told_of[name].day for name in names],
            incidents=["+".join(self.group[name]) for name in names],
            knots=[self.knot[name] for name in names],
            one=ties.one,
            other=ties.other,
            total=ties.total,
            is_known=is_known,
        )

    def told(self, claims: Iterable[str]) -> list[Telling]:
        return [self.told_of[name] for name in claims if name in self.told_of]

    def judged(self, claims: Iterable[str]) -> list[Judgement]:
        wanted = set(claims)
        return [judgement for judgement in self.judgements if wanted & set(judgement.named)]

    def add(self, fresh: Sequence[Telling], touched: Iterable[str] = (), gone: frozenset[str] = frozenset()) -> None:
        links, changed = relinked(fresh, self, touched, gone)
        for name in gone:
            del self.told_of[name], self.sums[name], self.knot[name], self.group[name]
        for telling in fresh:
            self.told_of[telling.id] = telling
            self.sums[telling.id] = links.pairs.sums[telling.id] if self.remembers else None
        self.knot |= {name: knot[0] for knot in links.knots() for name in knot}
        self.group |= {name: group for group in changed for name in group}
        for group in changed:  # an incident can be made of it
            assert links.tellings.keys() >= set(group)

    def groups(self) -> list[tuple[str, ...]]:
        return sorted(set(self.group.values()))


def at_once(made: Sequence[Telling], judgements: Sequence[Judgement] = ()) -> list[tuple[str, ...]]:
    links = Links(ruled=ruling(judgements))
    links.add(made)
    return links.groups()


@settings(max_examples=5)
@given(st.permutations(TELLINGS), st.integers(1, 60))
def test_labelled_set_in_pieces(shuffled: list[Telling], size: int) -> None:
    shelf = Memory()
    for start in range(0, len(shuffled), size):
        shelf.add(shuffled[start : start + size])
    assert shelf.groups() == at_once(TELLINGS)


@st.composite
def judged(draw: st.DrawFn) -> tuple[list[Telling], list[Judgement]]:
    """Claims, and what people judged of them."""
    made = draw(tellings())
    names = st.lists(st.sampled_from(sorted(telling.id for telling in made)), min_size=1, max_size=2, unique=True)
    judgements: list[Judgement] = []
    for i in range(draw(st.integers(0, 4))):
        claims, others = draw(names), draw(names)
        verdict = draw(st.sampled_from(("merge", "split", "withdraw")))
        if verdict == "withdraw" and judgements:
            last = judgements[-1]
            made_one = Judgement(verdict=verdict, claims=last.named, withdraws=last.id, reason="no", by="Ana")
        elif verdict == "merge":
            made_one = Judgement(verdict=verdict, claims=tuple(claims), together=tuple(others), reason=str(i), by="Ana")
        else:
            apart = tuple(name for name in others if name not in claims)
            made_one = Judgement(verdict="split", claims=tuple(claims), apart=apart, reason=str(i), by="Ana")
        judgements.append(made_one)
    return made, judgements


@settings(max_examples=150)
@given(judged(), st.randoms(use_true_random=False), st.integers(1, 5), st.booleans())
def test_any_claims_and_judgements_in_any_pieces(
    given: tuple[list[Telling], list[Judgement]], random: "st.random.Random", size: int, remembers: bool
) -> None:
    made, judgements = given
    shuffled = random.sample(made, len(made))
    before = Memory(judgements, remembers=remembers)
    for start in range(0, len(shuffled), size):
        before.add(shuffled[start : start + size])
    assert before.groups() == at_once(made, judgements)
    after = Memory(remembers=remembers)
    for start in range(0, len(shuffled), size):
        after.remembers = remembers or start > 0  # the first was linked by another version
        after.add(shuffled[start : start + size])
    for i, judgement in enumerate(judgements, 1):
        after.judgements = judgements[:i]
        after.add([], judgement.named)
    assert after.groups() == at_once(made, judgements)


@settings(max_examples=100)
@given(tellings(), st.randoms(use_true_random=False), st.integers(1, 5), st.integers(1, 5))
def test_claims_taken_out_in_any_pieces(made: list[Telling], random: "st.random.Random", size: int, out: int) -> None:
    shelf = Memory()
    for start in range(0, len(made), size):
        shelf.add(made[start : start + size])
    gone = random.sample([telling.id for telling in made], len(made) // 2)
    for start in range(0, len(gone), out):
        shelf.add([], gone=frozenset(gone[start : start + out]))
    assert shelf.groups() == at_once([telling for telling in made if telling.id not in gone])


def lost(made: Sequence[Telling]) -> list[tuple[str, str]]:
    """Pairs that meet in blocks, but would not be found where one is filed."""
    blocks = Blocks()
    for telling in made:
        blocks.file(telling)
    near = {telling.id: blocks.near(telling) for telling in made}
    entries = {telling.id: filed(telling) for telling in made}
    wanted = {telling.id: sought([telling]) for telling in made}
    return [
        (one.id, other.id)
        for one, other in combinations(made, 2)
        if other.id in near[one.id]
        and one.report != other.report
        and not any(is_found(entry, seek) for entry in entries[one.id] for seek in wanted[other.id])
    ]


def test_who_meets_is_found_where_filed() -> None:
    assert lost(TELLINGS) == []


@settings(max_examples=100)
@given(tellings())
def test_whoever_meets_is_found(made: list[Telling]) -> None:
    assert lost(made) == []


@pytest.mark.parametrize("size", [1, 3, 9])
def test_sought_at_once_finds_what_each_finds(size: int) -> None:
    for start in range(0, len(TELLINGS), size):
        piece = TELLINGS[start : start + size]
        together, each = sought(piece), [one for telling in piece for one in sought([telling])]
        for telling in TELLINGS:
            for entry in filed(telling):
                if any(is_found(entry, one) for one in each):
                    assert any(is_found(entry, one) for one in together)


def test_a_pair_that_a_person_parted_says_so() -> None:
    made = told(record("r", claim("a"), outlet="x"), record("s", claim("b", "Another account"), outlet="y"))
    split = Judgement(verdict="split", claims=("b",), apart=("a",), reason="two shells", by="Ana")
    links = Links(ruled=ruling([split]))
    links.add(made)
    (kept_apart,) = judgements(links)
    assert (kept_apart.verdict, kept_apart.claims, kept_apart.apart) == ("unlink", ("a",), ("b",))
    assert kept_apart.reason.startswith("parted by a person: ")
