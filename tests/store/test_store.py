"""The store: whole, idempotent, resumable, and clear about what is wrong with a file."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aftermath.link import link
from aftermath.model import Misuse, Problem, Record, Report
from aftermath.model.incident import Incident
from aftermath.model.judgement import Judgement
from aftermath.pipeline import Settings
from aftermath.pipeline.collect import BATCH, collect
from aftermath.pipeline.linking import find, link_waiting, relink
from aftermath.store import Query, Store, open_store
from aftermath.store.form import from_text, to_text
from link.making import DAY, claim, harm, party, place, record, report, source, target, when
from linking_keys import keyed
from store.reading import reading

RECORDS = keyed().records


@pytest.mark.parametrize("made", RECORDS, ids=[made.report.id for made in RECORDS])
def test_records_come_back_equal(made: Record) -> None:
    assert from_text(Record, to_text(made)) == made


def test_incidents_come_back_equal() -> None:
    for made in link(RECORDS):
        assert from_text(Incident, to_text(made)) == made


def test_open_values_come_back_equal() -> None:
    full = claim(
        "a",
        harm=(harm("killed", "people", None, 20, part_of=0),),
        sources=(source("residents"),),
        attackers=(party("rebels"),),
        targets=(target("a market", "market"),),
        where=(place("Tame", radius_km=3.5, admin=("Colombia", "Arauca")),),
        inferred={"when": "carried"},
        when=None,
    )
    made = Record(
        report=report("r", published=None), claims=(full,), problems=(Problem(report="r", stage="x", message="y"),)
    )
    assert from_text(Record, to_text(made)) == made


def test_keeping_twice_changes_nothing(store: Store) -> None:
    assert store.keep(RECORDS) == len(RECORDS)
    assert link_waiting(store).any
    size, found = store.size(), find(store, Query())
    assert store.keep(RECORDS) == 0
    assert not link_waiting(store).any
    assert (store.size(), find(store, Query())) == (size, found)


def test_incidents_are_those_of_linking(store: Store) -> None:
    store.keep(reversed(RECORDS))
    link_waiting(store)
    assert sorted(find(store, Query()), key=lambda i: i.id) == sorted(link(RECORDS), key=lambda i: i.id)
    assert store.size() == (len(RECORDS), len(keyed().incident), len(link(RECORDS)))


def test_incidents_thrown_away_are_made_again(store: Store) -> None:
    """Judgements hold, and what was linked in pieces is what linking all at once gives."""
    for start in range(0, len(RECORDS), 30):
        store.keep(RECORDS[start : start + 30])
        link_waiting(store)
    parted = next(i for i in find(store, Query()) if len(i.claims) > 1)
    first, *rest = parted.claims
    store.judge(Judgement(verdict="split", claims=(first,), apart=tuple(rest), reason="two events", by="Ana"))
    link_waiting(store)
    before = sorted(find(store, Query()), key=lambda i: i.id)
    for forget in (False, True):
        done = relink(store, forget=forget)
        assert (done.reports, done.same, done.changed, done.new, done.gone) == (len(RECORDS), len(before), 0, 0, 0)
        assert sorted(find(store, Query()), key=lambda i: i.id) == before
    assert not any({first, rest[0]} <= set(i.claims) for i in before)


# One fixture for all examples: it gives a new address each time.
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(RECORDS[:20]), st.integers(1, 19))
def test_in_pieces_as_in_one_go(new_address: Callable[[], str], shuffled: list[Record], size: int) -> None:
    with open_store(new_address(), create=True) as opened:
        for start in range(0, len(shuffled), size):
            opened.keep(shuffled[start : start + size])
            link_waiting(opened)
        assert {i.claims for i in find(opened, Query())} == {i.claims for i in link(RECORDS[:20])}


def test_judgements_survive_relinking(store: Store) -> None:
    store.keep([record("r", claim("a"), outlet="x"), record("s", claim("b", "Another account"), outlet="y")])
    link_waiting(store)
    assert [i.claims for i in find(store, Query())] == [("a", "b")]
    split = Judgement(verdict="split", claims=("b",), apart=("a",), reason="two shells", by="Ana")
    store.judge(split)
    assert link_waiting(store).any
    assert {i.claims for i in find(store, Query())} == {("a",), ("b",)}
    store.keep([record("t", claim("c", "A third account"), outlet="z")])
    link_waiting(store)
    assert store.judgements() == [split]
    assert not any({"a", "b"} <= set(i.claims) for i in find(store, Query()))


@pytest.mark.parametrize(
    ("by", "named", "message"), [("rule", "a", "name of the person"), ("Ana", "zz", "no such claim: zz")]
)
def test_judgements_that_cannot_be(store: Store, by: str, named: str, message: str) -> None:
    store.keep([record("r", claim("a"))])
    link_waiting(store)
    with pytest.raises(Misuse, match=message):
        store.judge(Judgement(verdict="split", claims=(named,), reason="so", by=by))
    assert store.judgements() == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(), ["a", "b", "c"]),
        (Query(events=("abduction",)), ["b"]),
        (Query(scope="campaign"), []),
        (Query(since=DAY + timedelta(days=1)), ["b"]),
        (Query(until=DAY), ["a"]),
        (Query(near=(13.2, 30.2, 10)), ["a"]),
        (Query(killed=5), ["a"]),
        (Query(killed=6), []),
        (Query(words="tame RESIDENTS"), ["b"]),
        (Query(words="t%me"), []),
        (Query(grade="weak", contested=True), []),
        (Query(grade="weak", events=("shelling",), words="obeid"), ["a"]),
    ],
)
def test_queries(store: Store, query: Query, found: list[str]) -> None:
    later = DAY + timedelta(days=9)
    store.keep(
        [
            record("ra", claim("a", harm=(harm("killed", "people", 5, 5),))),
            record(
                "rb",
                claim(
                    "b",
                    event="abduction",
                    when=when(later),
                    where=(place("Tame", 6.4, -71.7),),
                    sources=(source("residents"),),
                ),
            ),
            record("rc", claim("c", when=None, where=()), published=None),
        ]
    )
    link_waiting(store)
    assert [name for incident in find(store, query) for name in incident.claims] == found


def test_one_incident_with_its_records(store: Store) -> None:
    store.keep(RECORDS)
    link_waiting(store)
    whole = max(find(store, Query()), key=lambda i: len(i.claims))
    found, records = store.incident(whole.id[:10])
    assert replace(found, within=whole.within) == whole
    assert set(whole.claims) <= {claim.id for record in records for claim in record.claims}
    for wrong in ("i-", "zz"):
        with pytest.raises(Misuse):
            store.incident(wrong)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    made.mkdir()
    for i in range(2 * BATCH + 5):
        text = f"Shells hit the market of El Obeid on Tuesday, residents said. It was the {i}th attack since May."
        (made / f"{i:02}.txt").write_text(text, "utf-8")
    return made


def test_collecting_goes_on_where_it_stopped(store: Store, folder: Path) -> None:
    def cut_off(reports: Iterable[Report | Problem]) -> Iterator[Record]:
        for i, made in enumerate(reading(reports)):
            if i == BATCH + 3:
                raise KeyboardInterrupt
            yield made

    given = Settings(published=date(2024, 6, 12))
    with pytest.raises(KeyboardInterrupt):
        collect([str(folder)], store, given, cut_off)
    assert store.size()[0] == BATCH
    done = collect([str(folder)], store, given, reading)
    assert (done.new, done.known, done.lost, done.relinked) == (BATCH + 5, BATCH, 0, True)
    again = collect([str(folder)], store, given, reading)
    assert (again.new, again.known, again.relinked) == (0, 2 * BATCH + 5, False)


def test_lost_reports_are_not_kept_and_tried_again(store: Store, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", "utf-8")
    for _ in range(2):
        done = collect([str(tmp_path / "empty.txt")], store, Settings(), reading)
        assert (done.new, done.known, done.lost) == (0, 0, 1)


def test_another_text_under_a_known_id_is_a_problem(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "r.json"
    for text, expected in (
        ("Shells hit the market of El Obeid.", (1, 0, 0)),
        ("Nobody was hit in the town.", (0, 1, 1)),
    ):
        file.write_text(f'{{"id": "x", "text": "{text} The residents said so on Tuesday in the town."}}', "utf-8")
        done = collect([str(file)], store, Settings(published=DAY), reading)
        assert (done.new, done.known, done.lost) == expected
