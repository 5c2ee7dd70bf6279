"""Linking on the labelled set, and what must hold whatever the claims are."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aftermath.link.block import Blocks
from aftermath.link.cluster import clusters
from aftermath.link.compare import LINK, compare
from aftermath.link.links import Links
from aftermath.link.ruling import ruling
from aftermath.link.telling import Telling
from aftermath.link.ties import Ties
from aftermath.link.weighing import NEVER, PARTS, Weighing
from aftermath.model.judgement import Judgement
from link.making import DAY, claim, harm, place, record, source, target, told, when
from linking_keys import halves, keyed, measured

FLOORS = {"work": 0.98, "held": 0.92, "all": 0.95}
"""CoNLL F1 that a change may not lose; docs/quality-linking.md has the standing figures."""

TELLINGS = told(*keyed().records)


def grouped(tellings: list[Telling], *judgements: Judgement) -> list[tuple[str, ...]]:
    links = Links(ruled=ruling(judgements))
    links.add(tellings)
    return links.groups()


@pytest.mark.parametrize("part", FLOORS)
def test_floors_on_the_labelled_set(part: str) -> None:
    assert round(measured(part).conll, 3) >= FLOORS[part]


def test_halves_are_halves() -> None:
    work, held = halves()
    assert work.isdisjoint(held)
    assert len(work) == len(held)


@settings(max_examples=10)
@given(st.permutations(TELLINGS))
def test_order_is_of_no_account(shuffled: list[Telling]) -> None:
    assert grouped(shuffled) == grouped(TELLINGS)


@settings(max_examples=10)
@given(st.permutations(TELLINGS), st.integers(1, 40))
def test_in_pieces_as_in_one_go(shuffled: list[Telling], size: int) -> None:
    links = Links()
    for start in range(0, len(shuffled), size):
        links.add(shuffled[start : start + size])
    assert links.groups() == grouped(TELLINGS)


@st.composite
def tellings(draw: st.DrawFn) -> list[Telling]:
    """Claims close enough in place, day and event to be linked in every way."""
    event = st.sampled_from(("shelling", "air_strike", "armed_clash", "killing", "attack"))
    reports = []
    for i in range(draw(st.integers(1, 12))):
        day = DAY + timedelta(days=draw(st.integers(0, 2)))
        slots = {
            "event": draw(event),
            "stance": draw(st.sampled_from(("asserted", "denied", "unconfirmed"))),
            "scope": draw(st.sampled_from(("incident", "incident", "incident", "campaign"))),
            "when": draw(st.sampled_from((when(day), when(day, day + timedelta(days=2)), None))),
            "where": draw(
                st.sampled_from(
                    (
                        (place("El Obeid", 13.18, 30.22),),
                        (place("Ar Rahad", 13.10, 30.40),),
                        (place("El Obeid"),),
                        (place("North Kordofan", 13.5, 30.0, precision="province"),),
                        (),
                    )
                )
            ),
            "targets": draw(st.sampled_from(((target("a market", "market"),), (target("a base", "military"),), ()))),
            "harm": draw(st.sampled_from(((harm("killed", "people", 9, 9),), (harm("killed", "people", 0, 0),), ()))),
            "sources": draw(st.sampled_from(((source("residents"),), (source("police", "government"),), ()))),
        }
        reports.append(record(f"r{draw(st.integers(0, 5))}-{i}", claim(f"c{i:02}", **slots)))
    return told(*reports)


@settings(max_examples=150)
@given(tellings(), st.randoms(use_true_random=False))
def test_any_claims_in_any_order_and_pieces(made: list[Telling], random: "st.random.Random") -> None:
    shuffled = random.sample(made, len(made))
    links = Links()
    for telling in shuffled:
        links.add([telling])
    assert links.groups() == grouped(made)


@settings(max_examples=100)
@given(tellings())
def test_every_claim_in_one_group_and_totals_apart(made: list[Telling]) -> None:
    groups = grouped(made)
    scope = {telling.id: telling.claim.scope for telling in made}
    assert sorted(name for group in groups for name in group) == sorted(scope)
    assert all(len({scope[name] for name in group}) == 1 for group in groups)


@settings(max_examples=100)
@given(tellings())
def test_blocking_and_symmetry(made: list[Telling]) -> None:
    blocks = Blocks()
    for telling in made:
        blocks.file(telling)
    for one, other in combinations(made, 2):
        found = compare(one, other)
        assert found == compare(other, one)
        assert (other.id in blocks.near(one)) == (one.id in blocks.near(other))


def test_blocking_loses_no_pair_that_would_link() -> None:
    blocks = Blocks()
    for telling in TELLINGS:
        blocks.file(telling)
    near = {telling.id: blocks.near(telling) for telling in TELLINGS}
    strong = [
        (one.id, other.id)
        for one, other in combinations(TELLINGS, 2)
        if (found := compare(one, other)).total >= LINK and not found.is_barred
    ]
    assert len(strong) > 100
    assert [pair for pair in strong if pair[1] not in near[pair[0]]] == []


def test_changed_groups_are_told_and_known_claims_left_alone() -> None:
    first, second = told(record("a", claim("a1"))), told(record("b", claim("b1")))
    links = Links()
    assert links.add(first) == {("a1",)}
    assert links.add(second) == {("a1", "b1")}
    assert links.add((*first, *second)) == set()


def clustered(*pairs: tuple[int, int, float]) -> list[list[int]]:
    none = np.zeros((0, 2), dtype=np.intp)
    return clusters(3, Ties.of(pairs), none, none)


def test_a_loose_claim_does_not_chain() -> None:
    assert clustered((0, 1, 3.0), (1, 2, 3.0), (0, 2, -3.0)) == [[0, 1], [2]]


def test_a_pair_that_never_met_counts_against() -> None:
    assert clustered((0, 1, 3.0), (1, 2, 3.0)) == [[0, 1], [2]]
    assert clustered((0, 1, 3.0), (1, 2, 3.0), (2, 0, 3.0)) == [[0, 1, 2]]


def test_a_bar_holds_through_merges() -> None:
    assert clustered((0, 1, 5.0), (1, 2, 5.0), (0, 2, NEVER)) == [[0, 1], [2]]


def as_compared(one: Telling, other: Telling) -> float:
    found = compare(one, other)
    return NEVER if found.is_barred else found.total


@settings(max_examples=100)
@given(tellings(), st.integers(1, 200))
def test_weighing_many_gives_what_comparing_each_gives(made: list[Telling], most: int) -> None:
    weighing = Weighing(most)
    for one in made:
        assert weighing(one, made) == [as_compared(one, other) for other in made]


def test_weighing_the_labelled_set() -> None:
    weighing = Weighing()
    for one in TELLINGS:
        assert weighing(one, TELLINGS) == [as_compared(one, other) for other in TELLINGS]


def test_a_feature_is_asked_once_for_what_many_claims_share(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0

    def counted(one: Telling, other: Telling) -> None:
        nonlocal asked
        asked += 1

    monkeypatch.setattr("aftermath.link.weighing.FEATURES", ((counted, 1.0),))
    monkeypatch.setitem(PARTS, counted, lambda telling: telling.claim.event)
    made = told(*(record(f"r{i}", claim(f"c{i}", event="killing" if i % 2 else "shelling")) for i in range(30)))
    weighing = Weighing()
    for one in made:
        assert weighing(one, made[:10]) == [
            as_compared(one, other) if one.report == other.report else 0 for other in made[:10]
        ]
    assert asked == 4


APART = told(
    record("a", claim("a1")),
    record("b", claim("b1")),
    record("c", claim("c1", where=(place("Tame", 6.46, -71.73),))),
)
MERGE = Judgement(verdict="merge", claims=("a1",), together=("c1",), reason="one source errs", by="Ana")
SPLIT = Judgement(verdict="split", claims=("b1",), apart=("a1",), reason="another shell", by="Ana")
MOVE = Judgement(verdict="move", claims=("b1",), together=("c1",), apart=("a1",), reason="seen on film", by="Ana")


@pytest.mark.parametrize(
    ("judgements", "groups"),
    [
        ((), [("a1", "b1"), ("c1",)]),
        ((SPLIT,), [("a1",), ("b1",), ("c1",)]),
        ((MOVE,), [("a1",), ("b1", "c1")]),
        ((MERGE, SPLIT), [("a1", "c1"), ("b1",)]),
        ((SPLIT, replace(SPLIT, verdict="merge", together=("a1",), apart=())), [("a1", "b1"), ("c1",)]),
        ((replace(SPLIT, by="rule"),), [("a1", "b1"), ("c1",)]),
    ],
)
def test_people_have_the_last_word(judgements: tuple[Judgement, ...], groups: list[tuple[str, ...]]) -> None:
    assert grouped(APART, *judgements) == groups
    links = Links(ruled=ruling(judgements))
    for telling in reversed(APART):
        links.add([telling])
    assert links.groups() == groups


def test_planned_events_are_no_incidents() -> None:
    assert told(record("a", claim("a1", stance="planned"))) == []


@pytest.mark.parametrize("published", [None, date(2024, 6, 12)])
def test_undated_reports_are_taken(published: date | None) -> None:
    made = told(record("a", claim("a1", when=None), published=published), record("b", claim("b1")))
    assert grouped(made) == ([("a1",), ("b1",)] if published is None else [("a1", "b1")])


def in_one_report(one: dict[str, object], other: dict[str, object]) -> list[tuple[str, ...]]:
    first, second = claim("a", "Shells landed before the dawn", **one), claim("b", "It was hit by mortars", **other)
    return grouped(told(record("r", first, second)))


EL_OBEID, AR_RAHAD = (place("El Obeid", 13.18, 30.22),), (place("Ar Rahad", 13.20, 30.24),)
POLICE, DOCTOR = (source("police", "government"),), (source("a doctor", "medic"),)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ({"sources": POLICE}, {"sources": DOCTOR}, True),
        ({"sources": POLICE}, {"sources": POLICE}, True),
        (
            {"sources": POLICE, "targets": (target("a bank"),)},
            {"sources": POLICE, "targets": (target("a pub"),)},
            False,
        ),
        ({"sources": POLICE, "where": EL_OBEID}, {"sources": DOCTOR, "where": AR_RAHAD}, False),
        ({"event": "killing"}, {"event": "abduction"}, True),
        ({"event": "killing"}, {"event": "abduction", "when": when(DAY + timedelta(days=1))}, False),
    ],
)
def test_what_one_report_tells_apart(one: dict[str, object], other: dict[str, object], together: bool) -> None:
    assert (in_one_report(one, other) == [("a", "b")]) is together


@pytest.mark.parametrize(
    ("days", "together"), [((30, 30), True), ((30, 29), True), ((30, 15), False), ((300, 250), False)]
)
def test_totals_of_other_periods_are_other_campaigns(days: tuple[int, int], together: bool) -> None:
    made = [
        claim(
            name,
            f"Total{name} of{name} it{name} all{name}",
            scope="campaign",
            when=when(DAY, DAY + timedelta(days=length)),
        )
        for name, length in zip("ab", days, strict=True)
    ]
    records = (record(f"r{one.id}", one) for one in made)
    assert (grouped(told(*records)) == [("a", "b")]) is together
