"""The sums of a claim with those linked before it, packed: eight bytes a pair.

Takes sums by the numbers of claims, gives bytes; takes the bytes of many claims, gives columns of
the pairs among them. A claim's number is kept as how far it lies before the claim's own: numbers are
given in the order of linking, so it is always positive. Sums are in millionths, as they are rounded to.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

MILLION = 1_000_000
BARRED = np.iinfo(np.int32).min
"""What stands for minus infinity, the sum of two that may not link."""

Columns = tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float64]]


def packed(own: int, sums: Mapping[int, float]) -> bytes:
    """The sums of the claim of this number with others."""
    table = np.array([[own - number, sums[number] * MILLION] for number in sorted(sums)]).reshape(-1, 2)
    return np.where(np.isneginf(table), BARRED, np.rint(table)).astype("<i4").tobytes()


def among(claims: Sequence[tuple[int, bytes]]) -> Columns:
    """The pairs among claims of these numbers: the places of the two in the list, and their sum."""
    numbers = np.array([number for number, _ in claims], dtype=np.int64)
    order = np.argsort(numbers)
    table = np.frombuffer(b"".join(data for _, data in claims), dtype="<i4").reshape(-1, 2)
    one = np.repeat(np.arange(len(claims)), [len(data) // 8 for _, data in claims])
    wanted = numbers[one] - table[:, 0]
    at = np.searchsorted(numbers[order], wanted)
    other = order[np.minimum(at, len(claims) - 1)] if claims else at
    kept = numbers[other] == wanted if claims else np.zeros(0, dtype=bool)
    total = np.where(table[:, 1] == BARRED, -np.inf, table[:, 1] / MILLION)
    return one[kept], other[kept], total[kept]
