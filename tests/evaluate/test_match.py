from aftermath.evaluate.answer import Answer, answer
from aftermath.evaluate.match import comparable, one_family, overlap, pairs

TEXT = "Planes hit Idlib. Gunmen took two men. Shells fell on Sarmin. A truce was agreed."
HIT, TOOK, SHELLS, TRUCE = "Planes hit Idlib", "Gunmen took two men", "Shells fell on Sarmin", "A truce was agreed"


def claim(event: str, quote: str, **slots: object) -> Answer:
    return answer({"event": event, "scope": "incident", "stance": "asserted", "quotes": [quote], **slots}, TEXT)


def test_same_words_and_family_pair() -> None:
    gold = [claim("air_strike", HIT), claim("abduction", TOOK), claim("agreement", TRUCE)]
    read = [claim("violation", TRUCE), claim("arrest", TOOK), claim("attack", HIT)]
    assert pairs(gold, read) == {0: 2, 1: 1, 2: 0}


def test_other_words_or_another_family_do_not() -> None:
    assert pairs([claim("air_strike", HIT)], [claim("air_strike", SHELLS)]) == {}
    assert pairs([claim("air_strike", HIT)], [claim("protest", HIT)]) == {}


def test_the_likelier_claim_is_taken() -> None:
    gold = [claim("air_strike", HIT, attackers=["Planes"])]
    read = [claim("air_strike", HIT), claim("air_strike", HIT, attackers=["Planes"])]
    assert pairs(gold, read) == {0: 1}


def test_a_claim_answers_once() -> None:
    gold = [claim("air_strike", HIT), claim("air_strike", HIT)]
    assert pairs(gold, [claim("air_strike", HIT)]) == {0: 0}


def test_overlap_is_a_share_of_the_shorter() -> None:
    assert overlap([(0, 10)], [(5, 105)]) == 0.5
    assert overlap([(0, 10)], [(10, 20)]) == 0
    assert overlap([], [(0, 1)]) == 0


def test_too_little_overlap() -> None:
    gold = [claim("air_strike", HIT)]
    assert pairs(gold, [claim("air_strike", "dlib. Gunmen took two men")]) == {}  # 4 of 16 characters
    assert pairs(gold, [claim("air_strike", "Idlib. Gunmen took two men")]) == {0: 0}  # 5 of 16


def test_families() -> None:
    assert one_family(("shelling",), ("air_strike",))
    assert one_family(("armed_clash",), ("territory_taken",))
    assert not one_family(("shelling",), ("territory_taken",))  # each kin to clashes, not to one another


def test_plans_are_not_compared() -> None:
    planned = answer({"event": "attack", "stance": "planned", "quotes": [HIT]}, TEXT)
    assert comparable([planned, claim("attack", HIT)]) == [claim("attack", HIT)]
