"""Every sentence by which a rule gives its reason has a code, and the code has the sentence's values."""

import ast
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

import aftermath.link
from aftermath.export.reasons import counted_told, steps_told, told
from aftermath.link import link
from linking_keys import keyed


@pytest.mark.parametrize(
    ("sentence", "code", "values"),
    [
        ("2 independent voices say that it happened", "grade.voices", {"n": 2}),
        ("1 independent voice says that it happened", "grade.voices", {"n": 1}),
        ("accounts differ on who did it: Hamas; Israel", "grade.disputed", {"sides": "Hamas; Israel"}),
        ("places 3 km apart, within their 10 km", "link.place_near", {"km": 3, "slack": 10}),
        ("air strike and shelling may be one event", "link.event_kin", {"event": "air_strike", "other": "shelling"}),
        ("told without a day, published -3 days after the other's day", "link.day_lag", {"n": -3}),
        ("both say 9 killed", "link.harm_same", {"n": 9, "harm": "killed"}),
        ("I asked the mayor", None, {}),
        ("", None, {}),
    ],
)
def test_codes_and_values(sentence: str, code: str | None, values: dict[str, Any]) -> None:
    assert told(sentence) == {"says": sentence, "reason_code": code, "reason_values": values}


def test_reasons_of_several_parts() -> None:
    assert [one["reason_code"] for one in steps_told("2 independent voices; lower middle of 5, 9")] == [
        "toll.voices",
        "toll.middle",
    ]
    found = counted_told("the same place (+2.0); different weapons (-0.2)")
    assert [(one["reason_code"], one["counts"]) for one in found] == [
        ("link.place_same", 2.0),
        ("link.weapon_other", -0.2),
    ]
    assert counted_told("put together by a person")[0] == told("put together by a person") | {"counts": None}


FILLED = ("1", "killed", "air strike", "may be one event", "places 1 km apart, within their 1 km")


def findings() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The texts of all findings in the code of linking: those that a value may give."""
    for path in Path(aftermath.link.__file__).parent.glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "Finding" and len(call.args) > 1:
                yield f"{path.stem}:{call.lineno}", tuple(_texts(call.args[1]))


def _texts(text: ast.expr) -> Iterator[str]:
    if isinstance(text, ast.Constant):
        yield text.value
    elif isinstance(text, ast.JoinedStr):
        choices = [(part.value,) if isinstance(part, ast.Constant) else FILLED for part in text.values]
        yield from map("".join, product(*choices))


@pytest.mark.parametrize(("where", "texts"), [(where, texts) for where, texts in findings() if texts])
def test_no_finding_lacks_a_code(where: str, texts: tuple[str, ...]) -> None:
    assert any(told(text)["reason_code"] for text in texts), f"{where}: put its sentence into export/reasons.tsv"


def test_no_reason_of_the_labelled_set_lacks_a_code() -> None:
    incidents = link(keyed().records, [])
    reasons = {reason for incident in incidents for reason in incident.grade.reasons}
    steps = {step["says"]: step for incident in incidents for toll in incident.tolls for step in steps_told(toll.why)}
    parties = {position.says for incident in incidents for position in incident.positions}
    assert min(map(len, (reasons, steps, parties))) > 1
    assert [says for says in (*reasons, *parties) if not told(says)["reason_code"]] == []
    assert [says for says, step in steps.items() if not step["reason_code"]] == []
