"""A newer reading takes the place of an older one; ids, judgements and the older one stay."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest
from sqlalchemy import create_engine, text

from aftermath.model import Claim, Problem, Record, Report, Words
from aftermath.model.judgement import Judgement
from aftermath.pipeline.collect import BATCH
from aftermath.pipeline.linking import link_waiting
from aftermath.pipeline.rereading import reread
from aftermath.store import Keeping, Query, Store
from aftermath.store.address import address_of
from aftermath.store.rereading import same_claims
from link.making import claim

TEXT = "Shells hit a market. A drone hit a school. Rebels took a bridge."


def of(name: str, start: int, end: int, **slots: object) -> Claim:
    quote = Words(text=TEXT[start:end], span=(start, end))
    return replace(claim(name, when=None, where=(), **slots), quotes=(quote,))


MARKET, SCHOOL, BRIDGE = of("r:market", 0, 20), of("r:school", 21, 42), of("r:bridge", 43, 64)
OLD = Record(report=Report(id="r", text=TEXT, sha256="x"), claims=(MARKET, SCHOOL, BRIDGE))


def by(*claims: Claim) -> Callable[[Iterable[Report | Problem]], Iterator[Record]]:
    """A reader that finds these claims in whatever it is given."""
    return lambda items: (Record(report=item, claims=claims) for item in items if isinstance(item, Report))


@pytest.fixture
def kept(store: Store) -> Store:
    store.keep([OLD], Keeping(reader="1"))
    link_waiting(store)
    return store


def claims_of(store: Store) -> dict[str, Claim]:
    return {made.id: made for record in store.records(["r"]) for made in record.claims}


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ((MARKET,), (MARKET,), {"r:market": "r:market"}),
        ((MARKET,), (of("n", 0, 20),), {"n": "r:market"}),
        ((MARKET,), (of("n", 0, 20, event="killing"),), {"n": "r:market"}),
        ((MARKET,), (of("n", 0, 19),), {}),
        ((MARKET,), (of("n", 0, 20), of("m", 0, 20, event="killing")), {"n": "r:market"}),
        ((MARKET,), (of("n", 0, 20), of("m", 0, 20)), {}),
        ((MARKET, of("b", 0, 20)), (of("n", 0, 20),), {}),
        ((MARKET, SCHOOL), (of("n", 21, 42), MARKET), {"r:market": "r:market", "n": "r:school"}),
    ],
)
def test_which_claims_are_the_same(old: tuple[Claim, ...], new: tuple[Claim, ...], same: dict[str, str]) -> None:
    assert same_claims(old, new) == same


def test_ids_and_judgements_hold(kept: Store) -> None:
    split = Judgement(verdict="split", claims=("r:market",), apart=("r:school", "r:bridge"), reason="so", by="Ana")
    newer = by(of("n", 0, 20, stance="denied"), SCHOOL)
    kept.judge(split)
    link_waiting(kept)
    done = reread(kept, "2", newer, by="Ben")
    assert (done.reports, done.changed, done.lost) == (1, 1, 0)
    assert done.bereft == ((split, ("r:bridge",)),)
    assert claims_of(kept)["r:market"].stance == "denied"
    assert {name for made in kept.incidents(Query()) for name in made.claims} == {"r:market", "r:school"}
    assert not any({"r:market", "r:school"} <= set(made.claims) for made in kept.incidents(Query()))
    assert kept.judgements() == [split]
    assert [found for found in kept.verify() if not found.is_note and "the text from" not in found.says] == []
    again = reread(kept, "2", newer)
    assert (again.reports, again.bereft) == (0, done.bereft)
    head = kept.head()
    assert head
    assert (head.action, head.actor, head.subject) == ("reread", "Ben", "r")


def test_the_older_reading_stays_with_its_reader(kept: Store, address: str) -> None:
    for reader, claims in (("2", (SCHOOL,)), ("3", (SCHOOL,)), ("4", (MARKET, SCHOOL))):
        reread(kept, reader, by(*claims))
    engine = create_engine(address_of(address).url)
    with engine.begin() as connection:
        rows = connection.execute(text("SELECT reader, record LIKE '%r:bridge%' FROM superseded ORDER BY number"))
        assert [tuple(row) for row in rows] == [("1", True), ("3", False)]
        connection.execute(text("UPDATE superseded SET record = replace(record, 'bridge', 'tunnel') WHERE number = 1"))
    engine.dispose()
    assert claims_of(kept).keys() == {"r:market", "r:school"}
    (found,) = [found for found in kept.verify() if "the text from" not in found.says and not found.is_note]
    assert (found.about, found.says) == (
        "report r",
        "1 of its readings that the audit log tells of were altered or taken out",
    )


def test_a_report_that_is_lost_keeps_its_reading(kept: Store) -> None:
    def losing(items: Iterable[Report | Problem]) -> Iterator[Record]:
        for item in items:
            assert isinstance(item, Report)
            problem = Problem(report=item.id, stage="lang", message="too hard", fatal=True)
            yield Record(report=item, claims=(), problems=(problem,))

    done = reread(kept, "2", losing)
    assert (done.changed, done.lost) == (0, 1)
    assert claims_of(kept).keys() == {"r:market", "r:school", "r:bridge"}
    assert kept.outdated("2") == ["r"]


def test_cut_off_it_goes_on(store: Store) -> None:
    store.keep((Record(report=Report(id=f"r{i}", text=TEXT), claims=()) for i in range(BATCH + 5)), Keeping(reader="1"))

    def cut_off(items: Iterable[Report | Problem]) -> Iterator[Record]:
        for i, record in enumerate(by()(items)):
            if i == BATCH + 2:
                raise KeyboardInterrupt
            yield record

    with pytest.raises(KeyboardInterrupt):
        reread(store, "2", cut_off)
    assert len(store.outdated("2")) == 5
    assert reread(store, "2", by()).reports == 5
    assert reread(store, "2", by(), everything=True).reports == BATCH + 5
