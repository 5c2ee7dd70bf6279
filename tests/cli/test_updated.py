"""After an update that put all links away, whatever reads or judges links first; the last judgement holds."""

from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from aftermath.cli.app import app
from aftermath.pipeline.judging import Ground, grade
from aftermath.pipeline.linker_version import linker_version
from aftermath.pipeline.linking import link_waiting
from aftermath.store import Query, open_store
from link.making import claim, record


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A store in the state that a step of its version leaves: reports and judgements, and all waits."""
    file = tmp_path / "s.sqlite"
    with open_store(file, create=True) as store:
        store.keep([record("r", claim("r:1"))])
        link_waiting(store)
        grade(store, "i-", "fair", Ground(by="Ana", reason="so"))
        store.link_anew(linker_version(), "aftermath", forget=True)
        assert not store.incidents(Query())
    return file


def run(file: Path, *words: str) -> Result:
    return CliRunner().invoke(app, [*words, "--store", str(file)])


@pytest.mark.parametrize(
    "words", [("incidents",), ("show", "i-"), ("judge", "grade", "i-", "fair", "--by", "Ben", "--reason", "x")]
)
def test_it_is_linked_before_it_is_read(file: Path, words: tuple[str, ...]) -> None:
    done = run(file, *words)
    assert done.exit_code == 0, done.output
    assert "1 reports are linked now" in done.stderr
    again = run(file, "incidents")
    assert again.stderr == ""
    assert '"grade":"fair"' in again.stdout


def test_relinking_calls_nothing_new_that_was_only_put_away(file: Path) -> None:
    assert "incidents: 1; nothing was linked before" in run(file, "relink").stdout
    assert "1 as before" in run(file, "relink").stdout
