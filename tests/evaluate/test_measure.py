import pytest

from aftermath.evaluate import commonest_errors, findings, mark, measure, table_form
from aftermath.evaluate.answer import Answer, answer

TEXT = "Planes hit Idlib, killing ten. Gunmen took two men, residents said."


def claim(event: str, quote: str, **slots: object) -> Answer:
    return answer({"event": event, "scope": "incident", "stance": "asserted", "quotes": [quote], **slots}, TEXT)


HIT = claim("air_strike", "Planes hit Idlib", attackers=["Planes"], harm=[{"kind": "killed", "low": 10, "high": 10}])
TOOK = claim("abduction", "Gunmen took two men", attackers=["Gunmen"], sources=["residents"])


def test_all_right() -> None:
    table = measure([mark("r", [HIT, TOOK], [HIT, TOOK])])
    filled = ("claim", "event", "stance", "attackers", "sources", "harm")
    assert all(table.rows[slot].f1 == 1 for slot in filled)
    assert table.rows["when"].gold == 0
    assert table.headline == pytest.approx(6 / 10)  # four headline slots hold nothing here


def test_a_missed_claim_costs_its_slots() -> None:
    row = measure([mark("r", [HIT, TOOK], [TOOK])]).rows
    assert (row["claim"].precision, row["claim"].recall) == (1, 0.5)
    assert (row["harm"].right, row["harm"].read, row["harm"].gold) == (0, 0, 1)


def test_a_false_claim_brings_false_alarms() -> None:
    row = measure([mark("r", [HIT], [HIT, TOOK])]).rows
    assert (row["claim"].precision, row["claim"].recall) == (0.5, 1)
    assert row["sources"].read == 1
    assert row["sources"].f1 == 0


def test_harm_report_is_blind_to_claims() -> None:
    elsewhere = claim("abduction", "Gunmen took two men", harm=[{"kind": "killed", "low": 10, "high": 10}])
    row = measure([mark("r", [HIT], [elsewhere])]).rows
    assert row["harm"].right == 0
    assert row["harm_report"].right == 1


def test_findings_name_what_differs() -> None:
    read = claim("attack", "Planes hit Idlib", attackers=["jets"])
    missed_and_extra = findings(mark("r", [HIT, TOOK], [read, claim("protest", "residents said")]))
    assert [(found.verdict, found.event) for found in missed_and_extra] == [
        ("matched", "air_strike"),
        ("missed", "abduction"),
        ("extra", "protest"),
    ]
    slots = {slot.slot: (slot.missed, slot.extra) for slot in missed_and_extra[0].slots}
    assert slots["event"] == (("air_strike",), ("attack",))
    assert slots["attackers"] == (("Planes",), ("jets",))
    assert slots["harm"] == (("killed 10",), ())
    assert "stance" not in slots


def test_commonest_errors_are_counted_with_an_example() -> None:
    read = claim("attack", "Planes hit Idlib", attackers=["Planes"])
    errors = commonest_errors([mark("a", [HIT], [read]), mark("b", [HIT], [read]), mark("c", [TOOK], [])])
    assert (errors[0].slot, errors[0].error, errors[0].count) == ("event", "air_strike read as attack", 2)
    assert errors[0].example.startswith("a: ")
    assert ("claim", "missed abduction", 1) in [(e.slot, e.error, e.count) for e in errors]
    assert len(commonest_errors([mark("c", [TOOK], [])], most=0)) == 0


def test_table_form_is_plain() -> None:
    form = table_form(measure([mark("r", [HIT], [HIT])]))
    assert form["claim"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "right": 1, "read": 1, "gold": 1}
    assert set(form["headline"]) == {"f1"}
