"""The sums of compared claims, kept in a store: no pair is weighed twice, and none by another's linker."""

from collections.abc import Callable, Iterable
from math import inf
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from aftermath.link import Telling, Weighing, link
from aftermath.pipeline import linking
from aftermath.pipeline.linking import find, link_waiting
from aftermath.store import Query, Store, open_store
from aftermath.store.sums import among, packed
from linking_keys import keyed

RECORDS = keyed().records

TOTALS = st.integers(-20_000_000, 20_000_000).map(lambda whole: whole / 1_000_000) | st.just(-inf)


@given(st.dictionaries(st.integers(1, 2**31 - 2), st.dictionaries(st.integers(1, 2**31 - 2), TOTALS), max_size=5))
def test_what_is_packed_is_found_again(by_claim: dict[int, dict[int, float]]) -> None:
    before = {own: {number: total for number, total in sums.items() if number < own} for own, sums in by_claim.items()}
    numbers = list(before)
    one, other, total = among([(own, packed(own, before[own])) for own in numbers])
    found = {(numbers[i], numbers[j]): its for i, j, its in zip(one, other, total, strict=True)}
    assert found == {(own, n): its for own, sums in before.items() for n, its in sums.items() if n in before}


@pytest.fixture
def weighed(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The reports of which claims are weighed with others."""
    found: set[str] = set()

    class Noting(Weighing):
        def __call__(self, one: Telling, others: Iterable[Telling]) -> list[float]:
            found.add(one.report)
            return super().__call__(one, others)

    monkeypatch.setattr(linking, "Weighing", Noting)
    return found


def test_only_new_claims_are_weighed(store: Store, weighed: set[str]) -> None:
    for record in RECORDS:
        store.keep([record])
        weighed.clear()
        link_waiting(store)
        assert weighed <= {record.report.id}
    assert {made.id: made for made in find(store, Query())} == {made.id: made for made in link(RECORDS)}


def test_sums_of_another_linker_are_not_used(store: Store, weighed: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    shared = next(made.claims for made in link(RECORDS) if len(made.claims) > 2)
    last = next(record for record in RECORDS if record.claims[0].id == shared[0])
    store.keep([record for record in RECORDS if record is not last])
    with monkeypatch.context() as older:
        older.setattr(linking, "linker_version", lambda: "0.0.9")
        link_waiting(store)
    weighed.clear()
    store.keep([last])
    link_waiting(store)
    assert weighed > {last.report.id}
    assert {made.id: made for made in find(store, Query())} == {made.id: made for made in link(RECORDS)}


def test_a_store_of_before_goes_on(new_address: Callable[[], str], tmp_path: Path) -> None:
    address = new_address()
    with open_store(address, create=True, archive=tmp_path / "archive") as store:
        store.keep(RECORDS[:-9])
        link_waiting(store)
        with store.database.writing() as connection:
            connection.execute(text("DROP TABLE compared"))
            connection.execute(text("UPDATE aftermath_version SET version_num = '0007'"))
    with open_store(address, archive=tmp_path / "archive") as store:
        for record in RECORDS[-9:]:
            store.keep([record])
            link_waiting(store)
        assert {made.id: made for made in find(store, Query())} == {made.id: made for made in link(RECORDS)}
