"""A user's own tables of places and actors, from the command line to the record."""

import os
from pathlib import Path

import pytest
from commands import lines, run

PLACE = ["900001", "Qaryat Mithal", "Qaryat Mithal", "Sample Village", "35.51", "36.71", "P", "PPL", "SY", "", "12"]
PLACE += ["", "", "", "1200", "", "", "Asia/Damascus", "2020-01-01"]
TEXT = "Shells hit Qaryat Mithal in Syria on Monday, killing two people, residents said."


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with the compiled default gazetteer and nothing else."""
    shared = Path(os.environ["AFTERMATH_HOME"]) / "gazetteer" / "default.gaz"
    own = tmp_path / "home" / "gazetteer"
    own.mkdir(parents=True)
    (own / shared.name).hardlink_to(shared)
    return tmp_path / "home"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "report.txt"
    file.write_text(TEXT)
    return file


def where(report: Path, home: Path) -> list[tuple[str, float]]:
    (read,) = lines(run("read", report, "--published", "2020-03-03", "--home", home).stdout)
    return [(place["name"], place["lat"]) for claim in read["claims"] for place in claim["where"]]


def test_a_table_of_places(tmp_path: Path, home: Path, report: Path) -> None:
    table = tmp_path / "XX.txt"
    table.write_text("\t".join(PLACE) + "\n")
    assert ("Qaryat Mithal", 35.51) not in where(report, home)
    added = run("gazetteer", "add", table, "--home", home)
    assert (added.returncode, added.stderr) == (0, "reading XX.txt\n")
    assert "1 places" in added.stdout
    assert run("gazetteer", "list", "--home", home).stdout.startswith("XX ")
    assert "geonames:900001" in run("gazetteer", "find", "qaryat mithal", "--home", home).stdout
    assert ("Qaryat Mithal", 35.51) in where(report, home)
    assert run("gazetteer", "remove", "XX", "--home", home).returncode == 0
    assert run("gazetteer", "find", "Qaryat Mithal", "--home", home).returncode == 1


def test_a_table_of_actors(tmp_path: Path, home: Path) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text("id\tname\tkind\tcountries\nmithal\tMithal Brigade\trebel group\tSY\n")
    assert run("actors", "find", "Mithal Brigade", "--home", home).returncode == 1
    added = run("actors", "add", table, "--home", home)
    assert (added.returncode, added.stderr) == (0, "")
    assert "mine" in run("actors", "list", "--home", home).stdout.splitlines()[0]
    assert run("actors", "find", "mithal brigade", "--home", home).stdout.startswith("mithal ")
    assert run("actors", "remove", "mine", "--home", home).returncode == 0
    assert run("actors", "find", "Mithal Brigade", "--home", home).returncode == 1


@pytest.mark.parametrize("command", ["gazetteer", "actors"])
def test_a_bad_table_is_named_and_changes_nothing(tmp_path: Path, home: Path, command: str) -> None:
    before = run(command, "list", "--home", home).stdout
    bad = tmp_path / "bad.tsv"
    bad.write_text("this is\tno table\n")
    done = run(command, "add", bad, "--home", home)
    assert done.returncode == 2
    assert "bad.tsv" in done.stderr
    assert "Traceback" not in done.stderr
    assert run(command, "list", "--home", home).stdout == before
