"""A grade that takes two people: proposed by one, seconded or rejected by another, never by its author."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from aftermath.api import ServeSettings, create_app
from aftermath.api.passwords import secret
from aftermath.link import link
from aftermath.pipeline.linking import link_waiting, relink
from aftermath.store import Query, Store
from aftermath.store.accounts import Account, add_account
from aftermath.store.seconding import let_grades_take
from aftermath.store.tokens import Grant, add_token
from link.making import claim, record

PEOPLE = {"Ana": "reviewer", "Ben": "reviewer", "Cem": "analyst"}


@pytest.fixture
def desks(new_store: Store) -> dict[str, TestClient]:
    """Everybody's desk, signed in by a token."""
    new_store.keep([record("r", claim("r:1"), outlet="x"), record("s", claim("s:1", "Another account"), outlet="y")])
    link_waiting(new_store)
    let_grades_take(new_store, two=True, by="Ana")
    app = create_app(new_store, ServeSettings(mode="team"))
    made = {}
    for name, role in PEOPLE.items():
        add_account(new_store, Account(name=name, role=role, password="unused"))
        add_token(new_store, name, token := secret(), Grant())
        made[name] = TestClient(app, base_url="http://localhost/api/v1", headers={"Authorization": f"Bearer {token}"})
    return made


def seen(client: TestClient) -> dict[str, Any]:
    (summary,) = client.get("/incidents").json()["data"]
    return client.get(f"/incidents/{summary['id']}").json()  # type: ignore[no-any-return]


def say(client: TestClient, verdict: str, **more: Any) -> Any:
    found = seen(client)
    asked = {"verdict": verdict, "reason": f"{verdict}: so", "incident": found["id"], "version": found["version"]}
    return client.post("/judgements", json=asked | more)


def proposed(client: TestClient, grade: str = "fair") -> str:
    made = say(client, "grade", value=grade)
    assert (made.status_code, made.json()["verdict"]) == (201, "propose"), made.text
    return str(made.json()["id"])


def test_a_proposal_awaits_a_second_and_counts_with_it(desks: dict[str, TestClient], new_store: Store) -> None:
    name = proposed(desks["Ana"])
    found = seen(desks["Ben"])
    assert (found["grade"]["grade"], found["grade"]["by"]) == ("weak", "rule")
    assert (found["desk"]["awaiting"]["id"], found["desk"]["awaiting"]["by"]) == (name, "Ana")
    (queued,) = desks["Ben"].get("/queue", params={"awaiting": True}).json()["data"]
    assert queued["awaiting"] is True
    assert say(desks["Ben"], "second", judgement=name).status_code == 201
    found = seen(desks["Ana"])
    grade = found["grade"]
    assert (grade["grade"], grade["by"], grade["seconded"], grade["proposed"]["grade"]) == (
        "fair",
        "Ana",
        "Ben",
        "weak",
    )
    assert grade["reasons"] == ["grade: so", "second: so"]
    assert found["desk"]["awaiting"] is None
    assert [judgement["by"] for judgement in found["judgements"]] == ["Ana", "Ben"]
    assert desks["Ben"].get("/queue", params={"awaiting": True}).json()["data"] == []
    assert [entry.actor for entry in judged(new_store)] == ["Ana", "Ben"]


def judged(store: Store) -> list[Any]:
    from aftermath.store import chain

    with store.database.reading() as connection:
        return [entry for entry in chain.entries(connection) if entry.action == "judgement"]


def test_nobody_seconds_or_rejects_their_own(desks: dict[str, TestClient]) -> None:
    name = proposed(desks["Ana"])
    for verdict in ("second", "reject"):
        answered = say(desks["Ana"], verdict, judgement=name)
        assert answered.status_code == 400
        assert "another person" in answered.json()["detail"]
    assert say(desks["Cem"], "second", judgement=name).status_code == 403
    assert seen(desks["Ben"])["grade"]["by"] == "rule"


def test_a_rejected_grade_is_gone_and_told(desks: dict[str, TestClient]) -> None:
    name = proposed(desks["Ana"])
    assert say(desks["Ben"], "reject", judgement=name).status_code == 201
    found = seen(desks["Ana"])
    assert (found["grade"]["by"], found["desk"]["awaiting"]) == ("rule", None)
    assert [judgement["verdict"] for judgement in found["judgements"]] == ["propose", "reject"]
    assert say(desks["Ben"], "second", judgement=name).status_code == 400


def test_a_second_taken_back_brings_the_proposal_back(desks: dict[str, TestClient]) -> None:
    name = proposed(desks["Ana"])
    second = say(desks["Ben"], "second", judgement=name).json()["id"]
    assert say(desks["Ben"], "undo", judgement=second).status_code == 201
    assert seen(desks["Ana"])["desk"]["awaiting"]["id"] == name


def test_a_later_proposal_leaves_the_grade_until_it_is_seconded(desks: dict[str, TestClient]) -> None:
    say(desks["Ben"], "second", judgement=proposed(desks["Ana"]))
    name = proposed(desks["Ben"], "contested")
    assert seen(desks["Ana"])["grade"]["grade"] == "fair"
    say(desks["Ana"], "second", judgement=name)
    assert seen(desks["Ana"])["grade"]["grade"] == "contested"


def test_it_is_a_function_of_claims_and_judgements(desks: dict[str, TestClient], new_store: Store) -> None:
    say(desks["Ben"], "second", judgement=proposed(desks["Ana"]))
    proposed(desks["Ana"], "contested")
    say(desks["Cem"], "status", value="needs_help")
    before = new_store.incidents(Query())
    relink(new_store)
    assert new_store.incidents(Query()) == before
    assert link(new_store.records(["r", "s"]), new_store.judgements()) == before
