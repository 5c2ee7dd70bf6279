"""Claims that hang together: all that may be one incident, and never a war."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
import pytest

from aftermath.link.compare import LINK
from aftermath.link.knots import LOOSE, knots
from aftermath.link.links import Links
from aftermath.link.telling import Telling
from aftermath.link.ties import Ties, together
from aftermath.model import Record
from link.making import DAY, claim, told, when
from link.making import record as report


def day(number: int) -> date:
    return DAY + timedelta(days=number)


def dated(**days: int) -> list[Telling]:
    return told(*(report(f"r{name}", claim(name, when=when(day(number)))) for name, number in days.items()))


def loose(*names: str) -> list[Telling]:
    return told(*(report(f"r{name}", claim(name, when=None)) for name in names))


def knotted(tellings: list[Telling], *joined: tuple[int, int], **sums: float) -> list[str]:
    """The knots of claims of which the pairs have these sums."""
    names = [telling.id for telling in tellings]
    day = np.array([LOOSE if telling.day is None else telling.day for telling in tellings])
    ties = Ties.of((names.index(one), names.index(other), total) for (one, other), total in sums.items())
    label = knots(names, day, ties.where(ties.total >= LINK), np.array(joined, dtype=np.intp).reshape(-1, 2))
    return sorted("".join(name for name, its in zip(names, label, strict=True) if its == one) for one in set(label))


@pytest.mark.parametrize(
    ("tellings", "sums", "expected"),
    [
        pytest.param(dated(a=0, b=0, c=0), {"ab": 2.4, "bc": 3.0}, ["abc"], id="of one day, by every pair"),
        pytest.param(dated(a=0, b=0), {"ab": 2.3}, ["a", "b"], id="no pair that may link"),
        pytest.param(dated(a=0, b=1), {"ab": 2.5}, ["ab"], id="neighbouring days"),
        pytest.param(
            dated(a=0, b=1, c=1, d=2, e=3),
            {"ab": 3.0, "bc": 3.0, "cd": 2.5, "de": 2.8},
            ["abc", "de"],
            id="a day by its best pair alone",
        ),
        pytest.param(
            [*dated(a=0, b=5), *loose("l")], {"al": 2.5, "bl": 2.6}, ["a", "bl"], id="a loose one by its best alone"
        ),
        pytest.param(
            [*dated(a=0), *loose("k", "l", "m")],
            {"ak": 2.5, "kl": 4.0, "lm": 2.5},
            ["ak", "lm"],
            id="loose ones to each other only where there is no dated one",
        ),
    ],
)
def test_ties(tellings: list[Telling], sums: dict[str, float], expected: list[str]) -> None:
    assert knotted(tellings, **sums) == expected


def test_what_people_join_ties() -> None:
    assert knotted(dated(a=0, b=9, c=9), (0, 1)) == ["ab", "c"]


def war(days: int) -> Iterator[Record]:
    """A city shelled every day, told in the same words by two dated reports and one that tells no day."""
    for number in range(days):
        for kind, slots in (
            ("a", {"when": when(day(number))}),
            ("b", {"when": when(day(number))}),
            ("l", {"when": None}),
        ):
            name = f"{number:03}{kind}"
            yield report(name, claim(name, **slots), published=day(number))


def test_a_knot_does_not_grow_with_a_war() -> None:
    links = Links()
    links.add(told(*war(120)))
    assert max(map(len, links.knots())) < 60
    assert len(links.groups()) >= 60


@pytest.mark.parametrize(
    ("pairs", "label"),
    [
        ([], [0, 1, 2, 3, 4]),
        ([(4, 3), (3, 2), (2, 1)], [0, 1, 1, 1, 1]),
        ([(1, 3), (0, 4)], [0, 1, 2, 1, 0]),
        ([(0, 2), (1, 2), (3, 4), (4, 1)], [0, 0, 0, 0, 0]),
    ],
)
def test_who_is_together(pairs: list[tuple[int, int]], label: list[int]) -> None:
    edges = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    assert together(5, edges[:, 0], edges[:, 1]).tolist() == label
