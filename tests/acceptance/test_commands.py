"""The other commands, as a user runs them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from commands import REPORTS, lines, run

from aftermath.evaluate import gold_hash, load_gold
from aftermath.export import schema

ROOT = Path(__file__).parents[2]


def test_demo() -> None:
    done = run("demo")
    assert (done.returncode, done.stderr) == (0, "")
    assert "invented" in done.stdout
    assert "DENIED" in done.stdout
    assert "aftermath read" in done.stdout
    assert f"{len(list(REPORTS.iterdir()))} reports, " in done.stdout


def test_schema() -> None:
    done = run("schema")
    assert done.returncode == 0
    assert json.loads(done.stdout) == schema()


def test_version() -> None:
    assert run("--version").stdout.startswith("aftermath 0.")


def test_explain_gives_words_and_reasons() -> None:
    (report,) = lines(run("read", REPORTS / "kharkiv.txt").stdout)
    claim = report["claims"][0]
    by_number = run("explain", REPORTS / "kharkiv.txt", "1")
    assert by_number.returncode == 0
    assert claim["id"] in by_number.stdout
    assert "read by:" in by_number.stdout
    assert run("explain", REPORTS / "kharkiv.txt", claim["id"]).stdout == by_number.stdout
    every = run("explain", REPORTS / "kharkiv.txt").stdout
    assert all(other["id"] in every for other in report["claims"])


def test_help_loads_no_models() -> None:
    """The start-up promise, held without a clock: nothing heavy is imported for `--help`."""
    code = (
        "import sys\nfrom aftermath.cli import main\nsys.argv = ['aftermath', '--help']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'spacy', 'numpy', 'onnxruntime', 'trafilatura', 'httpx', 'aftermath.pipeline', 'aftermath.lang'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Three gold files whose claims are what is read, but for one that nobody can read."""
    folder = tmp_path / "gold"
    folder.mkdir()
    for report in lines(run("read", REPORTS).stdout)[:3]:
        plain = {key: report[key] for key in ("id", "title", "outlet", "published", "text")}
        claims = [claim | {"quotes": [quote["text"] for quote in claim["quotes"]]} for claim in report["claims"]]
        claims.append({"event": "siege", "scope": "campaign", "stance": "denied", "quotes": [report["text"][:20]]})
        (folder / f"{report['id']}.json").write_text(json.dumps(plain | {"claims": claims}))
    return folder


def test_evaluate(gold: Path) -> None:
    table = json.loads(run("evaluate", gold, "--json").stdout)
    assert table["claim"]["precision"] == 1.0
    assert table["claim"]["gold"] - table["claim"]["right"] == 3
    assert table["where"]["f1"] == 1.0


def test_evaluate_shows_one_report_and_errors(gold: Path) -> None:
    name = min(gold.iterdir()).stem
    shown = run("evaluate", gold, "--report", name).stdout
    assert "MATCHED" in shown
    assert "MISSED  siege" in shown
    assert "missed siege" in run("evaluate", gold, "--errors", "5").stdout


def test_evaluate_says_what_was_lost(gold: Path) -> None:
    file = min(gold.iterdir())
    report = json.loads(file.read_text())
    file.write_text(json.dumps(report | {"text": " ", "claims": []}))
    done = run("evaluate", gold)
    assert done.returncode == 1
    assert "lost: " in done.stderr
    assert file.name in done.stderr


def test_evaluate_predictions(gold: Path, tmp_path: Path) -> None:
    read = tmp_path / "read.jsonl"
    run("read", gold, "--out", read)
    assert run("evaluate", gold, "--predictions", read).stdout == run("evaluate", gold).stdout


def test_floors(gold: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    head = f'gold = "{gold_hash(load_gold(gold))}"\npart = "all"\n[floors]\n'
    floors.write_text(head + "claim = 0.5\n")
    assert run("evaluate", gold, "--floors", floors).returncode == 0
    floors.write_text(head + "claim = 0.999\n")
    fallen = run("evaluate", gold, "--floors", floors)
    assert fallen.returncode == 1
    assert "below its floor: claim" in fallen.stderr


@pytest.mark.slow
def test_the_floors_of_the_project_hold(dev_gold: Path) -> None:
    done = run("evaluate", dev_gold, "--floors", ROOT / "quality" / "floors.toml")
    assert done.returncode == 0, done.stderr
