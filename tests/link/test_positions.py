"""Where parties to the conflict stand, and that who condemns a deed has not owned it."""

import pytest

from aftermath.link import link
from aftermath.link.positions import positions
from aftermath.model import Actor, Claim
from aftermath.model.incident import Incident
from aftermath.model.judgement import Judgement
from link.making import claim, harm, party, record, source, told

EGYPT = Actor(id="state:EG", name="Military Forces of Egypt", kind="state forces")
GROUP = Actor(id="group:x", name="Wilayat Sinai", kind="rebel group")
DEAD = (harm("killed", "civilians", 5, 5),)


def says(name: str, quote: str, who: Actor | None, attacker: Actor | None = None, **slots: object) -> Claim:
    sources = (source(quote.split(" ", maxsplit=1)[0], "government", who),) if who else ()
    attackers = (party("them", attacker),) if attacker else ()
    return claim(name, quote, sources=sources, attackers=attackers, harm=DEAD, **slots)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (says("a", "Egypt said its jets struck the village", EGYPT, EGYPT), f"{EGYPT.name} says that it did it"),
        (says("a", "Egypt condemned the killing of five", EGYPT, EGYPT), f"{EGYPT.name} condemns it"),
        (says("a", "Egypt strongly denounced the attack", EGYPT, GROUP), f"{EGYPT.name} condemns it"),
        (says("a", "Egypt blamed the militants", EGYPT, GROUP), f"{EGYPT.name} says that {GROUP.name} did it"),
        (says("a", "Egypt called it untrue", EGYPT, EGYPT, stance="denied"), f"{EGYPT.name} denies it"),
        (says("a", "Egypt told of five dead", EGYPT), None),
        (says("a", "Five died", None, EGYPT), None),
    ],
)
def test_positions(made: Claim, expected: str | None) -> None:
    found = positions(told(record("r", made)))
    assert [(position.says, position.claims) for position in found] == ([(expected, ("a",))] if expected else [])


def incident(*claims: Claim, people: tuple[Judgement, ...] = ()) -> Incident:
    (found,) = link([record(f"r{i}", made, outlet=f"outlet {i}") for i, made in enumerate(claims)], people)
    return found


def test_who_condemns_has_not_confirmed() -> None:
    condemned = says("a", "Egypt condemned the killing of five in the place", EGYPT, EGYPT)
    assert incident(condemned).grade.grade == "weak"
    both = incident(condemned, says("b", "Gunmen of the group shot five people there", None, GROUP))
    assert both.grade.grade == "fair"
    assert "perpetrator" not in {found.about for found in both.contradictions}


def test_who_owns_has_confirmed() -> None:
    assert incident(says("a", "Egypt said its jets struck the village", EGYPT, EGYPT)).grade.grade == "confirmed"


GRADED = Judgement(verdict="grade", claims=("a",), grade="discounted", reason="a staged film", by="Ana")
BACK = Judgement(verdict="withdraw", claims=("a",), withdraws=GRADED.id, reason="the film is real", by="Ben")


def test_people_grade_and_take_back() -> None:
    one, other = claim("a", harm=DEAD), claim("b", "Another account of it", harm=DEAD)
    found = incident(one, people=(GRADED,)).grade
    assert (found.grade, found.by, found.reasons) == ("discounted", "Ana", ("a staged film",))
    assert found.proposed is not None
    assert found.proposed.grade == "weak"
    more = incident(one, other, people=(GRADED,)).grade
    assert more.reasons == ("a staged film", "claims came to it since: 1")
    assert incident(one, people=(GRADED, BACK)).grade.by == "rule"
    assert incident(one, people=(GRADED, BACK, GRADED)).grade.by == "Ana"  # given once more
    again = Judgement(verdict="grade", claims=("a",), grade="fair", reason="two films", by="Ana")
    assert incident(one, people=(GRADED, again)).grade.grade == "fair"


def test_a_withdrawn_split_holds_no_more() -> None:
    claims = (claim("a"), claim("b", "Another account of it"))
    split = Judgement(verdict="split", claims=("b",), apart=("a",), reason="two shells", by="Ana")
    back = Judgement(verdict="withdraw", claims=split.named, withdraws=split.id, reason="one shell", by="Ana")
    records = [record(made.id, made, outlet=made.id) for made in claims]
    assert len(link(records, (split,))) == 2
    assert len(link(records, (split, back))) == 1
