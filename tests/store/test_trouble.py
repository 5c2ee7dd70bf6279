"""What goes wrong around a store: a clear message, and nothing half-written."""

import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import postgres
from aftermath.model import Problem, Record, Report
from aftermath.model.errors import UnusableStore
from aftermath.pipeline import Settings
from aftermath.pipeline.collect import BATCH, collect
from aftermath.pipeline.linking import link_waiting
from aftermath.store import Query, Store, database, open_store
from link.making import DAY, claim, record
from store.reading import reading

WORDS = "the of and to in a is that for it was on are as with they at be this have from or had by they".split()
AS_NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


def reports(folder: Path, number: int) -> Path:
    chance = random.Random(11)
    folder.mkdir(exist_ok=True)
    for i in range(number):
        text = f"Shells hit the market of El Obeid on Tuesday, residents said. It was the {i}th attack since May."
        filling = " ".join(chance.choices(WORDS, k=800))
        (folder / f"{i:02}.txt").write_text(f"{text}\n\n{filling}.", "utf-8")
    return folder


def sound(store: Store) -> bool:
    return not [found for found in store.verify() if not found.is_note]


def test_a_locked_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "WAIT_SECONDS", 1)
    store = open_store(tmp_path / "s.sqlite", create=True)
    with sqlite3.connect(tmp_path / "s.sqlite", isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UnusableStore, match=r"s.sqlite: others have been writing to it for 1 seconds.*try again"):
            store.keep([record("r", claim("a"))])
        assert open_store(tmp_path / "s.sqlite").kept(["r"]) == {}
    assert store.keep([record("r", claim("a"))]) == 1


def test_a_locked_store_on_a_server(server: postgres.Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "WAIT_SECONDS", 1)
    address = server.new_database()
    with open_store(address, create=True) as one, open_store(address) as other:
        with (
            one.database.writing(),
            pytest.raises(UnusableStore, match="others have been writing to it for 1 seconds"),
        ):
            other.keep([record("r", claim("a"))])
        assert other.keep([record("r", claim("a"))]) == 1


@pytest.mark.parametrize("writable_folder", [True, False])
def test_a_read_only_file(tmp_path: Path, writable_folder: bool) -> None:
    """Root may write anything, so another user tries."""
    folder = tmp_path / "s"
    folder.mkdir()
    with open_store(folder / "s.sqlite", create=True) as made:
        made.keep([record("r", claim("a"))])
    before = (folder / "s.sqlite").read_bytes()
    (folder / "s.sqlite").chmod(0o444)
    folder.chmod(0o777 if writable_folder else 0o555)
    script = f"""
from aftermath.model import Record, Report
from aftermath.model.errors import UnusableStore
from aftermath.store import open_store
try:
    with open_store({str(folder / "s.sqlite")!r}) as store:
        print(list(store.kept(["r"])))
        store.keep([Record(report=Report(id="s", text=""), claims=())])
except UnusableStore as error:
    print(error)
"""
    user = AS_NOBODY if os.getuid() == 0 else []
    for part in folder.parents:
        if part.stat().st_uid == os.getuid() and not part.stat().st_mode & 0o001:
            part.chmod(part.stat().st_mode | 0o011)
    done = subprocess.run([*user, sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "s.sqlite: it may only be read" in done.stdout
    assert ("['r']" in done.stdout) == writable_folder
    assert (folder / "s.sqlite").read_bytes() == before


@pytest.fixture
def limited() -> Iterator[None]:
    """No file of this process may grow beyond 500 KB: what a full disk does, for writers of any user."""
    import signal

    before, handled = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handled)


def lift() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


@pytest.mark.usefixtures("limited")
def test_a_store_that_may_not_grow(tmp_path: Path) -> None:
    many = [record(f"r{i}", claim(f"r{i}:1"), text="x" * 2000) for i in range(400)]
    with open_store(tmp_path / "s.sqlite", create=True) as store:
        kept = store.keep(many[:10])
        with pytest.raises(UnusableStore, match=r"s.sqlite: .*(disk|full|I/O)"):
            store.keep(many)
    lift()
    with open_store(tmp_path / "s.sqlite") as store:
        assert store.size()[0] == kept
        assert not [found for found in store.verify() if not found.is_note and "the text from" not in found.says]
        assert store.keep(many) == 400 - kept


@pytest.mark.skipif(os.getuid() != 0, reason="only root may mount a small disk")
def test_a_full_disk(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=400k", "aftermath-test", small],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip(f"no small disk could be mounted: {mounted.stderr.strip()}")
    try:
        source = reports(tmp_path / "reports", 5 * BATCH)
        with open_store(small / "s.sqlite", create=True) as store:
            with pytest.raises(UnusableStore, match=r"(database or disk is full|archive cannot be written)"):
                collect([str(source)], store, Settings(published=DAY), reading)
            kept = store.size()[0]
            assert sound(store)
        shutil.copytree(small, tmp_path / "larger")
    finally:
        subprocess.run(["umount", small], check=True)
    with open_store(tmp_path / "larger" / "s.sqlite") as store:
        assert (store.size()[0], sound(store)) == (kept, True)
        assert collect([str(source)], store, Settings(published=DAY), reading).new == 5 * BATCH - kept
        assert sound(store)


@pytest.mark.usefixtures("limited")
def test_an_archive_that_may_not_grow(tmp_path: Path, server: postgres.Server) -> None:
    """What was kept before stays whole; the next run goes on. (SQLite's file would meet the limit first.)"""
    lift()
    address = server.new_database()
    source = reports(tmp_path / "reports", 5 * BATCH)
    with open_store(address, create=True, archive=tmp_path / "archive") as store:
        resource.setrlimit(resource.RLIMIT_FSIZE, (90_000, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
        with pytest.raises(UnusableStore, match=r"\.warc\.gz: the archive cannot be written \(.*\): nothing was kept"):
            collect([str(source)], store, Settings(published=DAY), reading)
        lift()
        kept = store.size()[0]
        assert kept == BATCH * (kept // BATCH)
        assert sound(store)
        assert collect([str(source)], store, Settings(published=DAY), reading).new == 5 * BATCH - kept
        assert sound(store)


def test_a_server_that_goes_away_in_mid_run(tmp_path: Path) -> None:
    if postgres.binaries() is None:
        pytest.skip(postgres.NEEDS)
    source = reports(tmp_path / "reports", 3 * BATCH)
    with postgres.Server() as own:
        address = own.new_database()

        def until_it_goes(items: Iterator[Report | Problem]) -> Iterator[Record]:
            for i, made in enumerate(reading(items)):
                if i == BATCH + 2:
                    own.stop()
                yield made

        with open_store(address, create=True, archive=tmp_path / "archive") as store:
            with pytest.raises(UnusableStore, match=r"postgresql://ana@/s1\?.*(connection|server)"):
                collect([str(source)], store, Settings(published=DAY), until_it_goes)
            own.start()
            assert store.size()[0] == BATCH
            assert sound(store)
            done = collect([str(source)], store, Settings(published=DAY), reading)
            assert (done.new, done.known) == (2 * BATCH, BATCH)
            assert sound(store)
            link_waiting(store)
            assert store.incidents(Query())
