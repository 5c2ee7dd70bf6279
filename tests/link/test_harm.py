"""Harm of an incident reconciled by the stated rule."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftermath.link.people import group_of
from aftermath.link.reconcile import tolls
from aftermath.link.voices import voices
from aftermath.model import Harm, Record
from aftermath.model.incident import GROUPS, Toll
from link.making import DAY, claim, harm, record, source, told


def says(name: str, *harms: Harm, who: str = "", kind: str = "resident", later: int = 0, **slots: Any) -> Record:
    """A report of its own outlet with one claim."""
    sources = (source(who, kind),) if who else ()
    own_words = " ".join(f"{name}{i}" for i in range(9))  # or they would be taken for copies
    made = claim(name, own_words, harm=harms, sources=sources, **slots)
    return record(f"report-{name}", made, outlet=f"outlet {name}", published=DAY + timedelta(days=later))


def toll(*records: Record, kind: str = "killed", group: str = "people") -> Toll:
    group_told = told(*records)
    return next(t for t in tolls(group_told, voices(group_told)) if (t.kind, t.group) == (kind, group))


def bounds(found: Toll) -> tuple[int | None, int | None, int | None]:
    return found.low.value, found.best.value, found.high.value


def test_every_bound_names_its_claims() -> None:
    found = toll(
        says("a", harm("killed", "people", 9, 9)),
        says("b", harm("killed", "people", 14, 14)),
        says("c", harm("killed", "people", 9, 9)),
    )
    assert (found.low.claims, found.best.claims, found.high.claims) == (("a", "c"), ("a", "c"), ("b",))
    assert found.why == "3 independent voices; lower middle of 9, 9, 14"


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([says("a", harm("killed", "people", 10, None))], (10, 10, 10)),
        ([says("a", harm("killed", "people", None, 20))], (None, None, 20)),
        ([says("a", harm("killed", "people", 5, 8)), says("b", harm("killed", "people", None, 20))], (5, 5, 20)),
        # An update of one speaker supersedes what he said before.
        (
            [
                says("a", harm("killed", "people", 6, 6), who="police", kind="government"),
                says("b", harm("killed", "people", 9, 9), who="police", kind="government", later=1),
            ],
            (9, 9, 9),
        ),
        # A belligerent's figure is kept as a bound, and set aside for the best.
        (
            [
                says("a", harm("killed", "people", 2, 2), who="the ministry", kind="belligerent"),
                says("b", harm("killed", "people", 8, 8)),
            ],
            (2, 8, 8),
        ),
        # "None" is an account like others, but not the best against two tolls.
        (
            [
                says("a", harm("killed", "people", 0, 0)),
                says("b", harm("killed", "people", 3, 3)),
                says("c", harm("killed", "people", 4, 4)),
            ],
            (0, 3, 4),
        ),
        # Parts are not added to their whole.
        ([says("a", harm("killed", "people", 10, 10), harm("killed", "children", 3, 3, part_of=0))], (10, 10, 10)),
        # Groups that exclude each other are.
        ([says("a", harm("killed", "civilians", 6, 6), harm("killed", "fighters", 3, 3))], (9, 9, 9)),
        ([says("a", harm("killed", "civilians", 6, 6), harm("killed", "children", 2, 2))], (6, 6, 6)),
        # A denial has no toll of its own.
        (
            [
                says("a", harm("killed", "people", 5, 5)),
                says("b", harm("killed", "people", 50, 50), stance="denied"),
            ],
            (5, 5, 5),
        ),
        # What is unconfirmed is set aside for the best where something is asserted.
        (
            [
                says("a", harm("killed", "people", 3, 3), stance="unconfirmed"),
                says("b", harm("killed", "people", 5, 5)),
            ],
            (3, 5, 5),
        ),
    ],
)
def test_rule(records: list[Record], expected: tuple[int | None, ...]) -> None:
    assert bounds(toll(*records)) == expected


def test_superseded_claims_are_named() -> None:
    found = toll(
        says("a", harm("killed", "people", 6, 6), who="police", kind="government"),
        says("b", harm("killed", "people", 9, 9), who="police", kind="government", later=1),
    )
    assert found.superseded == ("a",)


@pytest.mark.parametrize(
    ("who", "group"),
    [
        ("soldiers", "fighters"),
        ("aid-workers", "civilians"),
        ("children", "children"),
        ("women", "women"),
        ("people", "people"),
        ("zorgs", "people"),
    ],
)
def test_groups_of_people(who: str, group: str) -> None:
    assert group_of(who) == group


FIGURES = st.builds(
    harm,
    st.sampled_from(("killed", "injured")),
    st.sampled_from(("people", "civilians", "soldiers", "children", "women")),
    st.integers(0, 50),
    st.one_of(st.none(), st.integers(50, 60)),
)


@given(st.lists(st.lists(FIGURES, max_size=3), min_size=1, max_size=6))
def test_bounds_are_in_order_and_somebodys(accounts: list[list[Harm]]) -> None:
    group = told(*(says(f"c{i}", *harms) for i, harms in enumerate(accounts)))
    for found in tolls(group, voices(group)):
        assert found.group in GROUPS
        low, best, high = bounds(found)
        assert low is not None
        assert best is not None
        assert high is not None
        assert low <= best <= high
        assert found.low.claims
        assert found.best.claims
        assert found.high.claims
