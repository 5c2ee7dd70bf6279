"""From scores to trees and names: the best tree of one root, the best legal run of labels."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def best_tree(arcs: Scores) -> list[int]:
    """Give each word its head so that all hang together under one root, which heads itself.

    `arcs[i, j]` scores j as the head of i, and `arcs[i, i]` i as the root. The best heads
    taken one by one are a tree nine times in ten; otherwise the best tree is searched for.
    """
    heads = [int(head) for head in arcs.argmax(1)]
    roots = [i for i, head in enumerate(heads) if head == i]
    if len(roots) == 1 and _reaches_root(heads):
        return heads
    candidates = roots or list(range(len(heads)))
    root = max(candidates, key=lambda i: float(arcs[i, i] - _second(arcs, i)))
    return _under_root(arcs, root)


def _second(arcs: Scores, i: int) -> float:
    """The best score of word i with a head other than itself."""
    others = np.delete(arcs[i], i)
    return float(others.max()) if others.size else 0.0


def _reaches_root(heads: list[int]) -> bool:
    """Whether every word comes to a root by following heads."""
    return not _cycle(np.array(heads), [i for i, head in enumerate(heads) if i == head])


def _under_root(arcs: Scores, root: int) -> list[int]:
    """The best tree whose one root is `root` (Chu-Liu and Edmonds)."""
    scores = arcs.astype(np.float64)
    np.fill_diagonal(scores, -np.inf)
    return [int(head) for head in _arborescence(scores, root)]


def _arborescence(scores: NDArray[np.float64], root: int) -> NDArray[np.int64]:
    """Best head of each word under `root`; a cycle is shrunk to one word and solved again."""
    heads: NDArray[np.int64] = scores.argmax(1)
    heads[root] = root
    found = _cycle(heads, [root])
    if not found:
        return heads
    cycle = np.array(found)
    outside = np.setdiff1d(np.arange(len(scores)), cycle)
    last = len(outside)
    # Shrunk scores: the words outside in order, then the cycle as the last word.
    small = np.full((last + 1, last + 1), -np.inf)
    small[:-1, :-1] = scores[outside][:, outside]
    leaving = scores[outside][:, cycle]
    small[:-1, -1] = leaving.max(1)
    entering = scores[cycle][:, outside] - scores[cycle, heads[cycle]][:, None]
    small[-1, :-1] = entering.max(0)
    solved = _arborescence(small, int(np.searchsorted(outside, root)))
    for i, word in enumerate(outside):
        head = solved[i]
        heads[word] = cycle[leaving[i].argmax()] if head == last else outside[head]
    heads[root] = root
    entry = solved[last]
    heads[cycle[entering[:, entry].argmax()]] = outside[entry]
    return heads


def _cycle(heads: NDArray[np.int64], roots: list[int]) -> list[int]:
    """The words of one cycle among the heads, empty where there is none."""
    done = np.zeros(len(heads), dtype=bool)
    done[roots] = True
    for start in range(len(heads)):
        path: list[int] = []
        i = start
        while not done[i]:
            done[i] = True
            path.append(i)
            i = int(heads[i])
        if i in path:
            return path[path.index(i) :]
    return []


def best_names(scores: Scores, labels: list[str]) -> list[tuple[int, int, str]]:
    """Read names off label scores (word, label) by the best run in which I- follows its own.

    Labels are "O", "B-KIND" and "I-KIND". Gives (first word, word after the last, KIND).
    """
    if not scores[:, 1:].size or (scores.argmax(1) == 0).all():
        return []
    path = _viterbi(scores, labels)
    names: list[tuple[int, int, str]] = []
    for i, number in enumerate(path):
        mark, _, kind = labels[number].partition("-")
        if mark == "B":
            names.append((i, i + 1, kind))
        elif mark == "I":
            names[-1] = (names[-1][0], i + 1, kind)
    return names


def _viterbi(scores: Scores, labels: list[str]) -> list[int]:
    """The best run of label numbers in which no I- starts a name or changes its kind."""
    size = len(labels)
    barred = np.zeros((size, size), dtype=np.float32)
    for after, label in enumerate(labels):
        if label.startswith("I-"):
            allowed = (label, f"B-{label[2:]}")
            barred[[i for i, before in enumerate(labels) if before not in allowed], after] = -1e9
    first = np.array([-1e9 if label.startswith("I-") else 0.0 for label in labels], dtype=np.float32)
    best = scores[0] + first
    back = []
    for row in scores[1:]:
        reached = best[:, None] + barred
        back.append(reached.argmax(0))
        best = reached.max(0) + row
    path = [int(best.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]
