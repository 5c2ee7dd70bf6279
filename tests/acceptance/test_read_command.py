"""`aftermath read`, from files to records, as a user runs it."""

import csv
import json
import os
import signal
import subprocess
import time
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from commands import AFTERMATH, REPORTS, lines, run
from jsonschema import Draft202012Validator, FormatChecker

from aftermath.export import schema

KHARKIV = REPORTS / "kharkiv.txt"


@pytest.fixture(scope="module")
def read_demo() -> list[dict[str, Any]]:
    done = run("read", REPORTS)
    assert (done.returncode, done.stderr) == (0, "")
    return lines(done.stdout)


def test_every_report_gives_claims(read_demo: list[dict[str, Any]]) -> None:
    assert len(read_demo) == len(list(REPORTS.iterdir()))
    assert all(len(report["claims"]) >= 3 for report in read_demo)


def test_output_conforms_to_the_schema(read_demo: list[dict[str, Any]]) -> None:
    validator = Draft202012Validator(schema(), format_checker=FormatChecker())
    for report in read_demo:
        validator.validate(report)


def test_every_value_traces_to_words(read_demo: list[dict[str, Any]]) -> None:
    def check(value: Any, text: str) -> int:
        if isinstance(value, list):
            return sum(check(part, text) for part in value)
        if not isinstance(value, dict):
            return 0
        if "span" in value:
            assert text[slice(*value["span"])] == value["text"]
        return ("span" in value) + sum(check(part, text) for part in value.values())

    assert all(check(report["claims"], report["text"]) > 20 for report in read_demo)


def test_a_denial_stands_beside_the_claim(read_demo: list[dict[str, Any]]) -> None:
    idlib = next(report for report in read_demo if report["id"].startswith("idlib"))
    strikes = [claim for claim in idlib["claims"] if claim["event"] == "air_strike"]
    denials = [source["text"] for claim in strikes if claim["stance"] == "denied" for source in claim["sources"]]
    assert denials == ["Russia's defence ministry"]
    assert any(claim["stance"] == "asserted" for claim in strikes)


@pytest.mark.parametrize("jobs", [2, 3])
def test_the_same_whatever_the_number_of_jobs(read_demo: list[dict[str, Any]], jobs: int) -> None:
    assert lines(run("read", REPORTS, "--jobs", str(jobs)).stdout) == read_demo


def test_formats(read_demo: list[dict[str, Any]]) -> None:
    claims = [claim["id"] for report in read_demo for claim in report["claims"]]
    assert json.loads(run("read", REPORTS, "--format", "json").stdout) == read_demo
    rows = csv.DictReader(StringIO(run("read", REPORTS, "--format", "csv").stdout))
    assert [row["claim_id"] for row in rows] == claims
    features = json.loads(run("read", REPORTS, "--format", "geojson").stdout)["features"]
    assert [feature["id"] for feature in features] == claims


def test_the_file_names_its_format(tmp_path: Path) -> None:
    out = tmp_path / "claims.csv"
    done = run("read", KHARKIV, "--out", out)
    assert (done.returncode, done.stdout) == (0, "")
    assert out.read_text().startswith("report_id,")


def test_standard_input() -> None:
    done = run("read", "-", given=KHARKIV.read_text())
    (report,) = lines(done.stdout)
    assert done.returncode == 0
    assert report["published"] == "2022-10-04"
    assert report["claims"]


def test_the_date_given_wins() -> None:
    (report,) = lines(run("read", KHARKIV, "--published", "2022-10-11").stdout)
    assert report["published"] == "2022-10-11"


def test_the_sheet_shows_denial_and_words() -> None:
    page = run("read", REPORTS / "idlib.txt", "--format", "sheet").stdout
    assert "AIR STRIKE" in page
    assert "DENIED" in page
    assert "Russia's defence ministry" in page
    assert "“" in page


def test_a_sheet_does_not_obey_the_report(tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.json"
    text = "Planes bombed \x1b[2JIdlib on Monday, residents said."
    hostile.write_text(json.dumps({"title": "\x1b]0;owned\x07 [red]x", "text": text, "published": "2020-03-03"}))
    page = run("read", hostile, "--format", "sheet").stdout
    assert "\x1b" not in page
    assert "\x07" not in page
    assert "[red]x" in page


def test_a_lost_report_does_not_stop_the_others(tmp_path: Path) -> None:
    empty, absent = tmp_path / "empty.txt", tmp_path / "absent.txt"
    empty.write_text("")
    done = run("read", empty, KHARKIV, absent)
    first, second, third = lines(done.stdout)
    assert done.returncode == 1
    assert first["problems"][0]["fatal"]
    assert third["problems"][0]["fatal"]
    assert second["claims"]
    assert "empty.txt" in done.stderr
    assert "absent.txt" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["read"], "Missing argument"),
        (["read", "x", "--format", "xml"], "formats are"),
        (["read", "x", "--published", "tomorrow"], "not a date"),
        (["read", "x", "--jobs", "0"], "jobs"),
        (["read", "x", "--pipeline", "no_such_pipeline"], "no_such_pipeline"),
        (["read", str(KHARKIV), "--out", "/nowhere/at/all.csv"], "cannot write"),
        (["read", str(KHARKIV), "--out", "claims.xls"], "no format has the suffix .xls"),
        (["explain", str(KHARKIV), "99"], "no claim '99'"),
        (["evaluate", "/nowhere"], "not a folder"),
        (["no-such-command"], "No such command"),
    ],
)
def test_misuse(arguments: list[str], said: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("source", "out"), [("one.txt", "one.txt"), (".", "one.txt"), (".", "claims.jsonl"), (".", "./new/claims.csv")]
)
def test_what_is_read_is_not_written_over(tmp_path: Path, source: str, out: str) -> None:
    report = tmp_path / "one.txt"
    report.write_text(KHARKIV.read_text())
    done = run("read", tmp_path / source, "--out", tmp_path / out)
    assert done.returncode == 2
    assert "write somewhere else" in done.stderr
    assert report.read_text() == KHARKIV.read_text()


def test_a_closed_pipe_is_quiet() -> None:
    command = f"{AFTERMATH} read {REPORTS} {REPORTS} | head -c 10"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=300, check=False)
    assert (len(done.stdout), done.stderr) == (10, "")


@pytest.mark.parametrize(
    ("jobs", "way"), [(1, signal.SIGINT), (1, signal.SIGTERM), (2, signal.SIGINT), (2, signal.SIGKILL)]
)
def test_an_interrupted_run_leaves_whole_lines(tmp_path: Path, jobs: int, way: signal.Signals) -> None:
    reports, out = tmp_path / "reports.jsonl", tmp_path / "out.jsonl"
    text = json.dumps({"text": KHARKIV.read_text(), "published": "2022-10-04"})
    reports.write_text(f"{text}\n" * 3000)
    command = [AFTERMATH, "read", str(reports), "--out", str(out), "--jobs", str(jobs)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not (out.exists() and out.read_bytes().count(b"\n") >= 3):
        assert process.poll() is None, process.communicate()
        time.sleep(0.05)
    os.kill(process.pid, way)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == {signal.SIGINT: 130}.get(way, -way)
    assert "Traceback" not in errors
    written = out.read_text()
    assert written.endswith("\n")
    assert 3 <= len(lines(written)) < 3000
