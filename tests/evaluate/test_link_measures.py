"""The measures of linking against worked examples and against trying all pairings."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftermath.evaluate.assignment import best_sum
from aftermath.evaluate.linking import measure_links

# The example of Moosavi and Strube (2016): one key entity of seven and one of two mentions.
KEY = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "f": 2, "g": 2}
FOUND = {"a": 1, "b": 1, "c": 2, "d": 2, "f": 3, "g": 3, "e": 4}


def test_all_measures_by_hand() -> None:
    table = measure_links(KEY, FOUND)
    scores = table.measures
    # LEA and MUC recall: keys {a b c} and {d e f g}; found {a b} {c d} {f g} {e}.
    assert scores["muc"].recall == pytest.approx((1 + 1) / (2 + 3))
    assert scores["muc"].precision == pytest.approx((1 + 0 + 1) / 3)
    assert scores["lea"].recall == pytest.approx((3 * 1 / 3 + 4 * 1 / 6) / 7)
    assert scores["lea"].precision == pytest.approx((2 * 1 + 2 * 0 + 2 * 1 + 1 * 0) / 7)
    assert scores["b-cubed"].recall == pytest.approx((4 / 3 + 1 / 3 + 1 / 4 + 1 / 4 + 4 / 4) / 7)
    assert scores["b-cubed"].precision == pytest.approx((2 + 1 / 2 + 1 / 2 + 2 + 1) / 7)
    assert scores["ceaf-e"].recall == pytest.approx((4 / 5 + 4 / 6) / 2)
    assert scores["ceaf-e"].precision == pytest.approx((4 / 5 + 4 / 6) / 4)
    assert table.conll == pytest.approx(sum(scores[name].f1 for name in ("muc", "b-cubed", "ceaf-e")) / 3)


def test_only_shared_claims_count() -> None:
    table = measure_links(KEY | {"x": 1}, KEY | {"y": 1})
    assert (table.claims, table.conll) == (7, 1.0)


def test_nothing_in_common() -> None:
    table = measure_links({"a": 1}, {"b": 1})
    assert (table.claims, table.conll) == (0, 0.0)


PARTITIONS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 3), min_size=2)


@given(PARTITIONS)
def test_a_partition_agrees_with_itself(made: dict[str, int]) -> None:
    table = measure_links(made, {claim: f"group {number}" for claim, number in made.items()})
    for name in ("b-cubed", "ceaf-e", "lea"):
        assert table.measures[name].f1 == pytest.approx(1.0)


@given(PARTITIONS, PARTITIONS)
def test_sides_exchanged_exchange_precision_and_recall(one: dict[str, int], other: dict[str, int]) -> None:
    there, back = measure_links(one, other).measures, measure_links(other, one).measures
    for name, score in there.items():
        assert score.precision == pytest.approx(back[name].recall)
        assert 0 <= score.f1 <= 1


@given(
    st.integers(1, 4).flatmap(
        lambda columns: st.lists(
            st.lists(st.integers(0, 9), min_size=columns, max_size=columns), min_size=1, max_size=4
        )
    )
)
def test_best_sum_is_the_best_of_all_pairings(values: list[list[int]]) -> None:
    rows, columns = len(values), len(values[0])
    if rows <= columns:
        tried = (sum(values[i][j] for i, j in enumerate(chosen)) for chosen in permutations(range(columns), rows))
    else:
        tried = (sum(values[i][j] for j, i in enumerate(chosen)) for chosen in permutations(range(rows), columns))
    assert best_sum(values) == max(tried)
