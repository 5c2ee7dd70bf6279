"""Verifying names exactly what was altered, taken out or put in behind the store's back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from aftermath.model.judgement import Judgement
from aftermath.pipeline import Settings
from aftermath.pipeline.collect import collect
from aftermath.store import Deed, Finding, Store
from aftermath.store.address import address_of
from link.making import DAY
from store.reading import reading

SPLIT = Judgement(verdict="split", claims=("r1:1",), reason="so", by="Ana")


@pytest.fixture
def filled(store: Store, tmp_path: Path) -> Store:
    """A store with three reports, a judgement and a sign-in."""
    lines = "\n".join(
        f'{{"id": "r{i}", "text": "Shells hit the market of El Obeid on Tuesday, the {i} residents said."}}'
        for i in range(3)
    )
    (tmp_path / "r.jsonl").write_text(lines, "utf-8")
    collect([str(tmp_path / "r.jsonl")], store, Settings(published=DAY), reading, by="Ana")
    store.judge(SPLIT)
    store.log(Deed(actor="Ana", action="sign-in", subject="Ana", payload=""))
    return store


@pytest.fixture
def tamper(address: str) -> Callable[[str], None]:
    """Changes the database as one who does not ask Aftermath would."""

    def change(statement: str) -> None:
        engine = create_engine(address_of(address).url)
        with engine.begin() as connection:
            connection.execute(text(statement))
        engine.dispose()

    return change


def faults(store: Store) -> list[str]:
    return [f"{found.about}: {found.says}" for found in store.verify() if not found.is_note]


def test_nothing_is_wrong(filled: Store) -> None:
    assert list(filled.verify()) == []
    head = filled.head()
    assert head
    assert (head.number, head.action, head.actor) == (6, "sign-in", "Ana")


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE reports SET record = replace(record, 'Shells hit', 'Mortars hit') WHERE id = 'r1'",
            ["report r1: its record, or where its bytes lie, was altered", "report r1, claim r1:1: the text from 0 to"],
        ),
        ("UPDATE reports SET record = 'x' WHERE id = 'r0'", ["report r0: its record,", "report r0: its record cannot"]),
        ("UPDATE reports SET sha256 = 'x' WHERE id = 'r0'", ["report r0: its record,", "report r0: its row and its"]),
        (
            "UPDATE archived SET file = 'x'",
            ["report r0: ", "report r1: ", "report r2: ", *["archive, bytes of re"] * 3],
        ),
        (
            "UPDATE judgements SET judgement = replace(judgement, 'Ana', 'Ben')",
            ["judgement 1: it was altered after it was made"],
        ),
        ("DELETE FROM judgements", ["judgement 1: the audit log tells of it, and the judgements lack it"]),
        ("INSERT INTO judgements (judgement) VALUES ('{}')", ["judgement 2: the audit log knows nothing of it"]),
        ("UPDATE audit SET actor = 'Ben' WHERE number = 2", ["audit log, entry 2: it was altered"]),
        (
            "UPDATE audit SET hash = 'x' WHERE number = 2",
            ["audit log, entry 2: it was altered", "audit log, entry 3: it is not bound to the entry before"],
        ),
        (
            "DELETE FROM audit WHERE number = 5",
            ["audit log, entry 6: it follows entry 4: what stood between is", "judgement 1: the audit log knows"],
        ),
    ],
)
def test_what_was_tampered_with(filled: Store, tamper: Callable[[str], None], statement: str, said: list[str]) -> None:
    tamper(statement)
    found = faults(filled)
    assert len(found) == len(said)
    assert all(map(str.startswith, found, said)), found


def test_a_report_that_was_taken_out(filled: Store, tamper: Callable[[str], None]) -> None:
    tamper("DELETE FROM compared WHERE claim IN (SELECT number FROM claims WHERE report = 'r2')")
    for table, where in (("claims", "report = 'r2'"), ("reports", "id = 'r2'")):
        tamper(f"DELETE FROM {table} WHERE {where}")
    assert faults(filled)[0] == "report r2: the audit log tells of it, and the reports lack it"


def test_an_altered_archive(filled: Store) -> None:
    assert filled.archive
    (path,) = filled.archive.folder.iterdir()
    whole = bytearray(path.read_bytes())
    whole[20] ^= 1
    path.write_bytes(whole)
    (fault,) = faults(filled)
    assert fault.startswith(f"archive, bytes of report r0: {path}, bytes 0 to ")
    assert fault.endswith("they were altered")
    path.unlink()
    assert [fault.split(": ")[0] for fault in faults(filled)] == [f"archive, bytes of report r{i}" for i in range(3)]


def test_reports_without_bytes_are_a_note(filled: Store) -> None:
    from link.making import claim, record

    filled.keep([record("old", claim("old:1"))])
    notes = [found for found in filled.verify() if found.is_note]
    assert notes == [Finding(about="archive", says="of some reports no bytes were kept: old", is_note=True)]
