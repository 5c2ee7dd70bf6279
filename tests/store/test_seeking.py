"""Reports found by the beginnings of their words, on both databases, those kept before there was an index too."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from aftermath.model import Misuse
from aftermath.store import Store, open_store
from aftermath.store.browse import reports_page
from aftermath.store.wording import LONGEST, MOST, different
from link.making import claim, record

LONG = "x" * (LONGEST * 2)
RECORDS = [
    record("a", claim("a:1"), text=f"Shells hit El Geneina’s market in 2023 {LONG}", outlet="Radio Dabanga"),
    record("b", claim("b:1"), text="قصفت الطائرات السوق"),
    record("c", claim("c:1"), text="Обстріл у Харкові, market"),
]


def found(store: Store, words: str) -> list[str]:
    return [record.report.id for _, record in reports_page(store, words, None, 10)]


def check(store: Store) -> None:
    assert found(store, "market") == ["c", "a"]
    assert found(store, "MARK shell") == ["a"]
    assert found(store, "genein 2023") == ["a"]
    assert found(store, "dabanga") == ["a"]
    assert found(store, "الطائرات") == ["b"]
    assert found(store, "харков") == ["c"]
    assert found(store, "arket") == []
    assert found(store, 'market" OR *') == []
    assert found(store, LONG) == ["a"]
    assert found(store, "") == ["c", "b", "a"]
    with pytest.raises(Misuse, match="letters"):
        found(store, "?!")


def test_words_of_reports(store: Store) -> None:
    store.keep(RECORDS)
    check(store)


def test_a_store_without_the_index_is_given_it(new_address: Callable[[], str], tmp_path: Path) -> None:
    address = new_address()
    with open_store(address, create=True, archive=tmp_path / "archive") as store:
        store.keep(RECORDS)
        with store.database.writing() as connection:
            connection.execute(text("DROP TABLE report_texts"))
            connection.execute(text("DROP TABLE compared"))
            for column in ("country", "admin1", "status", "assigned", "disputed", "doubtful", "awaiting"):
                for index in ("incidents_status", "incidents_disputed", "incidents_doubtful"):
                    connection.execute(text(f"DROP INDEX IF EXISTS {index}"))
                connection.execute(text(f"ALTER TABLE incidents DROP COLUMN {column}"))
            for column in ("role", "ends"):
                connection.execute(text(f"ALTER TABLE tokens DROP COLUMN {column}"))
            connection.execute(text("UPDATE aftermath_version SET version_num = '0006'"))
    with open_store(address, archive=tmp_path / "archive") as store:
        check(store)


def test_what_a_long_text_is_found_by_has_an_end() -> None:
    many = different(" ".join(f"word{number}" for number in range(100_000)))
    assert len(many) <= MOST
    assert many.split(" ")[-1] == f"word{len(many.split(' ')) - 1}"
    assert different("a b a B") == "a b"
