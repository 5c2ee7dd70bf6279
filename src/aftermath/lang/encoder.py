"""Run the shipped encoder: lists of words in, scores a word out.

One onnxruntime session a process, opened on first use with one thread: reports are read in
parallel by processes, not by threads. Weights are eight-bit; the graph and its classes are
made by `training/export.py`.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aftermath.lang.wordpiece import END, START, pieces_of, shape_of, vocabulary
from aftermath.model.errors import MissingData

# Padded pieces a batch. On one core 256 and 512 run at 5,600 words/s, 1,024 at 4,700 and
# 2,048 at 3,800: what a batch needs has to stay in the core's cache.
BATCH = 384
# The encoder's positions end at 512; a run that needs more is read in parts.
MOST_PIECES = 480


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the heads say of one run of words; the first axis is the word throughout."""

    tags: NDArray[np.float32]
    feats: NDArray[np.float32]
    ends: NDArray[np.float32]
    names: NDArray[np.float32]
    arcs: NDArray[np.float32]
    dependents: NDArray[np.float32]
    heads: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Classes:
    """Class names by number, and the last layer that scores relations."""

    tags: list[str]
    feats: list[str]
    labels: list[str]
    names: list[str]
    relate: NDArray[np.float32]
    relate_bias: NDArray[np.float32]


@lru_cache(maxsize=1)
def classes() -> Classes:
    """Read the classes once a process."""
    with as_file(files(__package__) / "en" / "classes.json") as path:
        given = json.loads(path.read_text(encoding="utf-8"))
    return Classes(
        tags=given["tags"],
        feats=given["feats"],
        labels=given["labels"],
        names=given["names"],
        relate=np.array(given["relate"], dtype=np.float32),
        relate_bias=np.array(given["relate_bias"], dtype=np.float32),
    )


@lru_cache(maxsize=1)
def session() -> Any:
    """Open the encoder once a process; `MissingData` where the package lacks it.

    From 1.29 on onnxruntime reports its use to its maker unless told not to before it starts.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # Memory held for reuse between batches of differing size grows to several times the model.
    options.enable_cpu_mem_arena = False
    with as_file(files(__package__) / "en" / "encoder.onnx") as path:
        if not path.is_file():
            raise MissingData(f"the installation lacks the language model {path}")
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def score(runs: list[list[str]]) -> list[Scores]:
    """Score each run of words; runs of like length go through the encoder together."""
    given = [_pieces(run) for run in runs]
    order = sorted(range(len(runs)), key=lambda i: len(given[i][0]))
    scored = {
        i: scores
        for batch in _batches(order, given)
        for i, scores in zip(batch, _run([given[i] for i in batch]), strict=True)
    }
    return [scored[i] for i in range(len(runs))]


Pieces = tuple[list[int], list[int], list[int]]


def _pieces(words: list[str]) -> Pieces:
    """Piece numbers, spelling classes, and the place of each word's first piece."""
    known = vocabulary()
    ids, shapes, first = [known[START]], [0], []
    for word in words:
        pieces = pieces_of(word)
        first.append(len(ids))
        ids += pieces
        shapes += [shape_of(word)] * len(pieces)
    return [*ids, known[END]], [*shapes, 0], first


def piece_count(word: str) -> int:
    """How much of the encoder's length a word takes."""
    return len(pieces_of(word))


def _batches(order: list[int], given: list[Pieces]) -> Iterator[list[int]]:
    """Cut runs, shortest first, into batches of up to `BATCH` padded pieces."""
    batch: list[int] = []
    for i in order:
        if batch and (len(batch) + 1) * len(given[i][0]) > BATCH:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def _run(batch: list[Pieces]) -> Iterator[Scores]:
    """Put one batch through the encoder and take the padding off again."""
    ids, shapes, first = (_padded([pieces[column] for pieces in batch]) for column in range(3))
    mask = (np.arange(ids.shape[1]) < np.array([[len(pieces[0])] for pieces in batch])).astype(np.float32)
    outputs = session().run(None, {"ids": ids, "shapes": shapes, "mask": mask, "first": first})
    for row, (_, _, places) in enumerate(batch):
        size = len(places)
        tags, feats, ends, names, arcs, dependents, heads = (out[row, :size] for out in outputs)
        yield Scores(
            tags=tags, feats=feats, ends=ends, names=names, arcs=arcs[:, :size], dependents=dependents, heads=heads
        )


def _padded(rows: list[list[int]]) -> NDArray[np.int64]:
    """Rows of one length, filled with zeros."""
    out = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return out
