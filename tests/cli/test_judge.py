"""`aftermath judge` where a grade takes two people: the rule of the desk holds for it too."""

from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from aftermath.cli.app import app
from aftermath.model.errors import AftermathError
from aftermath.pipeline.linking import link_waiting
from aftermath.store import Query, chain, open_store
from aftermath.store.seconding import grades_take_two, let_grades_take
from link.making import claim, record


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "s.sqlite"
    with open_store(file, create=True) as store:
        store.keep([record("r", claim("r:1"))])
        link_waiting(store)
        let_grades_take(store, two=True, by="Ana")
    return file


def judge(file: Path, by: str, *words: str) -> Result:
    said = ["judge", words[0], "i-", *words[1:], "--by", by, "--reason", "so", "--store", str(file)]
    return CliRunner().invoke(app, said)


def grade_of(file: Path) -> tuple[str, str, str]:
    with open_store(file) as store:
        (incident,) = store.incidents(Query())
        return incident.grade.grade, incident.grade.by, incident.grade.seconded


def test_a_grade_is_a_proposal_until_another_person_seconds_it(file: Path) -> None:
    assert judge(file, "Ana", "grade", "fair").stdout.startswith("propose fair")
    assert grade_of(file) == ("weak", "rule", "")
    own = judge(file, "Ana", "second")
    assert isinstance(own.exception, AftermathError)
    assert "another person" in str(own.exception)
    assert judge(file, "Ben", "second").exit_code == 0
    assert grade_of(file) == ("fair", "Ana", "Ben")
    assert "no grade that awaits" in str(judge(file, "Ben", "reject").exception)


def test_a_rejected_grade_is_gone(file: Path) -> None:
    judge(file, "Ana", "grade", "fair")
    assert judge(file, "Ben", "reject").exit_code == 0
    assert grade_of(file) == ("weak", "rule", "")


def test_who_decides_it_is_in_the_audit_log_once(file: Path) -> None:
    with open_store(file) as store:
        let_grades_take(store, two=True, by="Ben")
        let_grades_take(store, two=False, by="Cem")
        assert not grades_take_two(store)
        with store.database.reading() as connection:
            told = [(e.actor, e.subject) for e in chain.entries(connection) if e.action == "grades take"]
        assert not any("audit log" in finding.about for finding in store.verify())
    assert told == [("Ana", "two people"), ("Cem", "one person")]
    judge(file, "Ana", "grade", "fair")
    assert grade_of(file) == ("fair", "Ana", "")
