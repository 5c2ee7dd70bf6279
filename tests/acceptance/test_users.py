"""Accounts on the command line, and a desk refused where it would be open to all."""

from pathlib import Path

from commands import run

from aftermath.store import open_store


def test_accounts(tmp_path: Path) -> None:
    store = tmp_path / "s.sqlite"
    open_store(store, create=True).close()
    assert (
        run("users", "add", "ana", "--role", "reviewer", "--store", store, given="long enough words\n").returncode == 0
    )
    again = run("users", "add", "ana", "--store", store, given="long enough words\n")
    assert (again.returncode, "already" in again.stderr) == (2, True)
    short = run("users", "add", "omar", "--store", store, given="short\n")
    assert (short.returncode, "12" in short.stderr) == (2, True)
    assert run("users", "role", "ana", "admin", "--store", store).returncode == 0
    assert run("users", "list", "--store", store).stdout == "ana\tadmin\n"
    assert len(run("users", "token", "ana", "--store", store).stdout.strip()) > 40
    assert run("users", "remove", "ana", "--store", store).returncode == 0
    assert run("users", "list", "--store", store).stdout == ""


def test_a_record_is_not_opened_to_others_by_mistake(tmp_path: Path) -> None:
    open_store(tmp_path / "s.sqlite", create=True).close()
    done = run("serve", "--store", tmp_path / "s.sqlite", "--host", "0.0.0.0", "--port", "0")
    assert (done.returncode, "--team" in done.stderr) == (2, True)
