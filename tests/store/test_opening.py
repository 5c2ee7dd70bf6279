"""Opening a store: from nothing, from the version before, and what is refused."""

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from aftermath.link import link
from aftermath.model import Misuse
from aftermath.model.errors import UnusableStore
from aftermath.model.judgement import Judgement
from aftermath.pipeline.linking import find, link_waiting
from aftermath.store import Query, open_store
from aftermath.store.address import address_of
from aftermath.store.form import to_text
from aftermath.store.migrate import MIGRATIONS, VERSION_TABLE
from aftermath.store.tables import VERSION, metadata
from linking_keys import keyed

RECORDS = keyed().records

FIRST = """
CREATE TABLE reports (number INTEGER NOT NULL, id VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, record TEXT NOT NULL,
    PRIMARY KEY (number), UNIQUE (id));
CREATE TABLE judgements (number INTEGER NOT NULL, judgement TEXT NOT NULL, PRIMARY KEY (number));
CREATE TABLE incidents (id VARCHAR NOT NULL, event VARCHAR NOT NULL, scope VARCHAR NOT NULL, first DATE, last DATE,
    lat FLOAT, lon FLOAT, grade VARCHAR NOT NULL, killed INTEGER, contested BOOLEAN NOT NULL, words TEXT NOT NULL,
    incident TEXT NOT NULL, PRIMARY KEY (id));
CREATE INDEX incidents_by_day ON incidents (first);
CREATE TABLE claims (id VARCHAR NOT NULL, incident VARCHAR NOT NULL, report VARCHAR NOT NULL, PRIMARY KEY (id),
    FOREIGN KEY(incident) REFERENCES incidents (id), FOREIGN KEY(report) REFERENCES reports (id));
CREATE INDEX claims_by_incident ON claims (incident);
CREATE TABLE linked (reports INTEGER NOT NULL, judgements INTEGER NOT NULL);
PRAGMA user_version = 1;
"""
"""What Aftermath made before it knew migrations."""


def is_no_text_search(_: object, name: str, *__: object) -> bool:
    """What is searched is no table of ours on SQLite, where FTS5 keeps others beside it."""
    return not name.startswith(("texts", "report_texts"))


def test_the_steps_make_the_tables(address: str) -> None:
    open_store(address, create=True).close()
    engine = create_engine(address_of(address).url)
    with engine.connect() as connection:
        ours = {"version_table": VERSION_TABLE, "include_object": is_no_text_search}
        context = MigrationContext.configure(connection, opts=ours)
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == VERSION
    engine.dispose()


def test_there_is_one_last_step() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [VERSION]


def test_a_store_of_the_first_version_is_brought_up(tmp_path: Path) -> None:
    file = tmp_path / "old.sqlite"
    split = Judgement(verdict="split", claims=("a",), reason="so", by="Ana")
    with sqlite3.connect(file) as connection:
        connection.executescript(FIRST)
        connection.executemany(
            "INSERT INTO reports (id, sha256, record) VALUES (?, ?, ?)",
            [(record.report.id, record.report.sha256, to_text(record)) for record in RECORDS],
        )
        connection.execute("INSERT INTO judgements (judgement) VALUES (?)", (to_text(split),))
    for _ in range(2):
        with open_store(file) as opened:
            assert opened.judgements() == [split]
            assert opened.kept([record.report.id for record in RECORDS]).keys() == {r.report.id for r in RECORDS}
            assert opened.keep(RECORDS) == 0
            link_waiting(opened)
            assert len(find(opened, Query())) == len(link(RECORDS, [split]))
    with sqlite3.connect(file) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (int(VERSION),)


def test_a_newer_store_is_refused_and_left_alone(address: str) -> None:
    open_store(address, create=True).close()
    engine = create_engine(address_of(address).url)
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '0099'"))
    for create in (True, False):
        with pytest.raises(UnusableStore, match=r"is of version 99, this is \d+: update"):
            open_store(address, create=create)
    with engine.connect() as connection:
        assert connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}")) == "0099"
    engine.dispose()


def test_a_store_that_is_not_there(address: str) -> None:
    with pytest.raises(Misuse, match="there is no store"):
        open_store(address)


def test_files_that_are_no_store(tmp_path: Path) -> None:
    text_file, other, newer = tmp_path / "a.txt", tmp_path / "b.sqlite", tmp_path / "c.sqlite"
    text_file.write_text("This is no database, but a text long enough to be read as a header of one. " * 9, "utf-8")
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    with sqlite3.connect(newer) as connection:
        connection.execute("PRAGMA user_version = 99")
    for path, message in ((text_file, "not a database"), (other, "another program's"), (newer, "version 99")):
        with pytest.raises(UnusableStore, match=message):
            open_store(path, create=True)
    with sqlite3.connect(other) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("theirs",)]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnusableStore, match="unable to open"):
        open_store(tmp_path / "no" / "s.sqlite", create=True)


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("mysql://ana@host/db", "a file or postgresql://"),
        ("postgresql://ana:secret@host:port/db", "cannot be read"),
    ],
)
def test_addresses_that_are_none(address: str, message: str) -> None:
    with pytest.raises(Misuse, match=message) as raised:
        open_store(address, create=True)
    assert "secret" not in str(raised.value)


def test_a_server_that_is_not_there_and_a_password_that_is_not_told() -> None:
    with pytest.raises(UnusableStore, match=r"postgresql\+?\w*://ana:\*\*\*@.*connection failed") as raised:
        open_store("postgresql://ana:secret@127.0.0.1:9/db", create=True)
    assert "secret" not in str(raised.value)


def test_anothers_tables_on_a_server_are_left_alone(server: object) -> None:
    address = server.new_database()  # type: ignore[attr-defined]
    engine = create_engine(address_of(address).url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE theirs (x integer)"))
    open_store(address, create=True).close()
    other = address_of(server.new_database())  # type: ignore[attr-defined]
    engine.dispose()
    engine = create_engine(other.url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE reports (x integer)"))
    with pytest.raises(UnusableStore, match="another program's"):
        open_store(other.name, create=True)
    engine.dispose()
