"""Trees are trees of one root and the best there are; names follow their labels."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from aftermath.lang.decode import best_names, best_tree

LABELS = ["O", "B-PERSON", "I-PERSON", "B-LOCATION", "I-LOCATION"]


def roots_of(heads: tuple[int, ...] | list[int]) -> set[int]:
    """Where each word ends up by following heads; -1 for a cycle."""
    ends = set()
    for i in range(len(heads)):
        at, steps = i, 0
        while heads[at] != at and steps <= len(heads):
            at, steps = heads[at], steps + 1
        ends.add(at if heads[at] == at else -1)
    return ends


def best_under(arcs: np.ndarray, root: int) -> float:
    """The score of the best tree under a root, by trying all."""
    size = len(arcs)
    return max(
        sum(float(arcs[i, head]) for i, head in enumerate(heads))
        for heads in product(range(size), repeat=size)
        if roots_of(heads) == {root} and sum(i == head for i, head in enumerate(heads)) == 1
    )


@given(arrays(np.float32, st.integers(1, 5).map(lambda n: (n, n)), elements=st.integers(-20, 20).map(float)))
def test_the_best_tree_of_its_root(arcs: np.ndarray) -> None:
    heads = best_tree(arcs)
    roots = [i for i, head in enumerate(heads) if head == i]
    assert len(roots) == 1
    assert roots_of(heads) == set(roots)
    assert sum(float(arcs[i, head]) for i, head in enumerate(heads)) == pytest.approx(best_under(arcs, roots[0]))


def test_one_word_is_its_own_root() -> None:
    assert best_tree(np.zeros((1, 1), dtype=np.float32)) == [0]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ("O O", []),
        ("B-PERSON I-PERSON O", [(0, 2, "PERSON")]),
        ("B-PERSON B-PERSON", [(0, 1, "PERSON"), (1, 2, "PERSON")]),
        ("O B-LOCATION I-LOCATION", [(1, 3, "LOCATION")]),
    ],
)
def test_names(wanted: str, names: list[tuple[int, int, str]]) -> None:
    scores = np.zeros((len(wanted.split()), len(LABELS)), dtype=np.float32)
    for i, label in enumerate(wanted.split()):
        scores[i, LABELS.index(label)] = 5
    assert best_names(scores, LABELS) == names


def test_an_inside_without_a_beginning_gives_way_to_the_next_best() -> None:
    scores = np.array([[0, 2, 5, 0, 0], [0, 0, 5, 0, 0]], dtype=np.float32)
    assert best_names(scores, LABELS) == [(0, 2, "PERSON")]
