"""Feeds on the command line, against an outlet on this machine."""

import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import AFTERMATH, lines, run
from tests.feeding import Answer, Outlet, outlet, page


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> Iterator[Outlet]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with outlet() as running:
        yield running


def test_a_feed_from_first_to_last(wire: Outlet, tmp_path: Path) -> None:
    at = ("--store", str(tmp_path / "s.sqlite"))
    wire.publish(2, etag='"a"')
    wire.answers["/1"] = Answer(status=500)
    added = run("feed", "add", wire.url + "/feed", "--name", "wire", "--every", "6h", *at)
    assert (added.returncode, "every 6h" in added.stdout) == (0, True)
    assert wire.asked == []

    done = run("feed", "run", "--pause", "0", *at)
    assert done.returncode == 1
    (first,) = lines(done.stdout)
    assert (first["feed"], first["status"], first["new"], first["failed"]) == ("wire", "partial", 1, 1)
    assert "the server answered 500" in done.stderr

    (listed,) = lines(run("feed", "list", *at).stdout)
    assert (listed["name"], listed["every"], listed["last"]["status"]) == ("wire", "6h", "partial")
    idle = run("feed", "run", *at)
    assert (idle.returncode, idle.stdout, "the next is wire at" in idle.stderr) == (0, "", True)

    wire.publish(2, etag='"a"')
    (second,) = lines(run("feed", "run", "wire", "--pause", "0", *at).stdout)
    assert (second["status"], second["new"], second["known"]) == ("new", 1, 1)
    (third,) = lines(run("feed", "run", "--all", "--pause", "0", *at).stdout)
    assert third["status"] == "unchanged"

    recorded = lines(run("feed", "runs", "wire", *at).stdout)
    assert recorded == [third, second, first]
    assert recorded[-1]["failures"][0]["cause"] == "the server answered 500 Internal Server Error"
    assert "killed" in run("incidents", *at).stdout
    assert run("verify", *at).returncode == 0

    assert run("feed", "remove", "wire", *at).returncode == 0
    assert run("feed", "list", *at).stdout == ""
    assert len(lines(run("feed", "runs", *at).stdout)) == 3


@pytest.mark.slow
def test_runs_that_are_killed_lose_and_double_nothing(wire: Outlet, tmp_path: Path) -> None:
    """Killed at the request of a page, five times; every page differs at every request."""
    at = ("--store", str(tmp_path / "s.sqlite"))
    wire.publish(45, etag='"a"')
    running: list[subprocess.Popen[bytes]] = []
    kills = {3, 20, 24, 39, 52}  # at which requests for pages
    asked = 0

    def answer(number: int) -> Answer:
        nonlocal asked
        asked += 1
        if asked in kills:
            running[-1].send_signal(signal.SIGKILL)
        return Answer(page(number) + b"<!-- %d -->" % asked)

    for number in range(45):
        wire.answers[f"/{number}"] = lambda _, number=number: answer(number)  # type: ignore[misc]
    run("feed", "add", wire.url + "/feed", "--name", "wire", *at)
    ends = []
    while 0 not in ends and len(ends) < 10:
        running.append(subprocess.Popen([AFTERMATH, "feed", "run", "--pause", "0", *at], stdout=subprocess.DEVNULL))
        ends.append(running[-1].wait(timeout=300))
    assert ends == [-signal.SIGKILL] * len(kills) + [0]
    assert "45 reports, 0 faults" in run("verify", *at).stdout
    runs = lines(run("feed", "runs", *at).stdout)
    assert [each["status"] for each in runs] == ["new"] + ["interrupted"] * len(kills)
    assert "unchanged" in run("feed", "run", "wire", "--pause", "0", *at).stdout


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("add", "ftp://example.org/rss"), 2, "http:// or https://"),
        (("add", "https://example.org/rss", "--every", "soon"), 2, "give minutes, hours or days"),
        (("add", "https://example.org/rss", "--every", "1m"), 2, "every 5 minutes at most"),
        (("add", "https://example.org/rss", "--every", "999d"), 2, "give minutes, hours or days"),
        (("remove", "web"), 2, "there is no feed web"),
        (("run", "web"), 2, "there is no feed web"),
        (("run", "wire", "--all"), 2, "not both"),
        (("runs", "wire"), 1, "no run of wire is recorded"),
    ],
)
def test_what_is_asked_wrongly(tmp_path: Path, arguments: tuple[str, ...], code: int, message: str) -> None:
    at = ("--store", str(tmp_path / "s.sqlite"))
    run("feed", "add", "https://news.example.org/rss", "--name", "wire", *at)
    done = run("feed", *arguments, *at)
    assert (done.returncode, message in done.stderr) == (code, True), done.stderr


def test_no_store_and_no_feed(tmp_path: Path) -> None:
    at = ("--store", str(tmp_path / "s.sqlite"))
    none = run("feed", "list", *at)
    assert (none.returncode, "there is no store" in none.stderr) == (2, True)
    run("feed", "add", "https://news.example.org/rss", "--name", "wire", *at)
    run("feed", "remove", "wire", *at)
    assert "feed add URL" in run("feed", "list", *at).stderr
    assert run("feed", "run", *at).returncode == 2
