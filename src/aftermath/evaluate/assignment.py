"""The best pairing of rows with columns: each used once, the sum of values the greatest.

The Hungarian method with potentials, cubic in the number of rows, so meant for hundreds and
not for millions. Checked against trying all pairings in the tests.
"""

from collections.abc import Sequence
from math import inf

Matrix = Sequence[Sequence[float]]


def best_sum(values: Matrix) -> float:
    """The greatest sum of values of a pairing; rows and columns may differ in number."""
    if not values or not values[0]:
        return 0.0
    if len(values) > len(values[0]):
        values = list(zip(*values, strict=True))
    row_of = _pairing([[-value for value in row] for row in values])
    return sum(values[row][column] for column, row in row_of.items())


def _pairing(costs: Matrix) -> dict[int, int]:
    """The row of each paired column at the least cost; no more rows than columns."""
    rows, columns = len(costs), len(costs[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_of = [0] * (columns + 1)  # row 0 and column 0 stand for "none yet"
    for row in range(1, rows + 1):
        row_of[0] = row
        way = _path(costs, row_of, row_price, column_price)
        column = way.pop()
        while way:
            earlier = way.pop()
            row_of[column] = row_of[earlier]
            column = earlier
    return {column - 1: row_of[column] - 1 for column in range(1, columns + 1) if row_of[column]}


def _path(costs: Matrix, row_of: list[int], row_price: list[float], column_price: list[float]) -> list[int]:
    """Columns from 0 to a free one along which shifting rows costs least; prices are brought up to date."""
    size = len(column_price)
    slack, came_from, is_done = [inf] * size, [0] * size, [False] * size
    column = 0
    while row_of[column]:
        is_done[column] = True
        row = row_of[column]
        for other in (j for j in range(1, size) if not is_done[j]):
            cost = costs[row - 1][other - 1] - row_price[row] - column_price[other]
            if cost < slack[other]:
                slack[other], came_from[other] = cost, column
        following = min((j for j in range(1, size) if not is_done[j]), key=slack.__getitem__)
        _reprice(slack[following], is_done, slack, row_of, (row_price, column_price))
        column = following
    way = [column]
    while column:
        column = came_from[column]
        way.append(column)
    return way[::-1]


def _reprice(
    delta: float, is_done: list[bool], slack: list[float], row_of: list[int], prices: tuple[list[float], list[float]]
) -> None:
    row_price, column_price = prices
    for j, done in enumerate(is_done):
        if done:
            row_price[row_of[j]] += delta
            column_price[j] -= delta
        else:
            slack[j] -= delta
