"""Doubts, grades and reviews of incidents as linking makes them."""

from datetime import timedelta
from typing import Any

import pytest

from aftermath.link import link
from aftermath.model import Claim
from aftermath.model.incident import Incident
from aftermath.model.judgement import Judgement
from link.making import DAY, claim, place, record, when

SURE = claim("a", "One account")


def made(*claims: Claim, people: tuple[Judgement, ...] = ()) -> Incident:
    records = [record(f"r{n}", one, outlet=f"Outlet {n}") for n, one in enumerate(claims)]
    (incident,) = link(records, people)
    return incident


@pytest.mark.parametrize(
    ("slots", "doubts"),
    [
        ({}, ("alone",)),
        ({"stance": "unconfirmed"}, ("unconfirmed", "alone")),
        ({"stance": "denied"}, ("unconfirmed", "alone")),
        ({"where": ()}, ("alone", "unplaced")),
        ({"where": (place("Xyz"),)}, ("alone", "unplaced")),
        ({"where": (place("Idlib", 35.9, 36.6, precision="province"),)}, ("alone", "area")),
        ({"when": when(DAY, DAY + timedelta(days=7))}, ("alone", "long")),
        ({"when": when(DAY, DAY + timedelta(days=6))}, ("alone",)),
        ({"inferred": {"where": "carried"}}, ("alone", "carried")),
        ({"inferred": {"sources": "carried"}}, ("alone",)),
    ],
)
def test_doubts(slots: dict[str, Any], doubts: tuple[str, ...]) -> None:
    assert made(claim("a", **slots)).doubts == doubts


def test_a_second_voice_takes_doubt_away() -> None:
    assert made(SURE, claim("b", "Another account")).doubts == ()
    assert made(SURE, claim("b", "Another account", inferred={"where": "carried"})).doubts == ()


def said(verdict: str, by: str, **more: Any) -> Judgement:
    return Judgement(verdict=verdict, claims=("a",), reason=f"{by} says so", by=by, **more)


PROPOSED = said("propose", "Ana", grade="fair")
NAME = PROPOSED.id


@pytest.mark.parametrize(
    ("people", "grade", "awaits"),
    [
        ((PROPOSED,), ("weak", "rule", ""), True),
        ((PROPOSED, said("second", "Ben", value=NAME)), ("fair", "Ana", "Ben"), False),
        ((PROPOSED, said("second", "Ana", value=NAME)), ("weak", "rule", ""), True),
        ((PROPOSED, said("reject", "Ana", value=NAME)), ("weak", "rule", ""), True),
        ((PROPOSED, said("reject", "Ben", value=NAME)), ("weak", "rule", ""), False),
        ((PROPOSED, said("reject", "Ben", value=NAME), said("second", "Cem", value=NAME)), ("weak", "rule", ""), False),
        ((PROPOSED, said("second", "Ben", value="j-other")), ("weak", "rule", ""), True),
        ((said("grade", "Dea", grade="contested"), PROPOSED), ("contested", "Dea", ""), True),
        ((PROPOSED, said("grade", "Dea", grade="contested")), ("contested", "Dea", ""), False),
        ((PROPOSED, said("withdraw", "Ana", withdraws=NAME)), ("weak", "rule", ""), False),
    ],
)
def test_grades_by_two(people: tuple[Judgement, ...], grade: tuple[str, str, str], awaits: bool) -> None:
    incident = made(SURE, people=people)
    assert (incident.grade.grade, incident.grade.by, incident.grade.seconded) == grade
    assert (incident.review.awaiting == PROPOSED) == awaits


def test_the_last_status_and_assignment_stand() -> None:
    people = (
        said("status", "Ana", value="in_review"),
        said("assign", "Ana", value="Ben"),
        said("status", "Ben", value="confirmed"),
        said("assign", "Ben", value=""),
    )
    review = made(SURE, people=people).review
    assert (review.status, review.assigned) == ("confirmed", "")
    assert made(SURE, people=people[:2]).review.assigned == "Ben"
