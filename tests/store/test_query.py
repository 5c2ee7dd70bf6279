"""Incidents looked for: every filter, alone and together, in every order, page by page."""

from datetime import timedelta

import pytest

from aftermath.model import Actor, Misuse
from aftermath.pipeline.linking import link_waiting
from aftermath.store import ORDERS, Query, Store
from link.making import DAY, claim, harm, party, place, record, source, target, when
from linking_keys import keyed

RSF = Actor(id="group:rsf", name="Rapid Support Forces", kind="rebel group")
MARKET = claim(
    "market",
    "Shells hit the cattle market, killing five",
    harm=(harm("killed", "people", 5, 5), harm("injured", "children", 12, None)),
    attackers=(party("the paramilitaries", RSF),),
    targets=(target("the cattle market", "market"),),
)
KIDNAP = claim(
    "kidnap",
    "Three teachers were taken away",
    event="abduction",
    when=when(DAY + timedelta(days=9)),
    where=(place("Saravená", 6.95, -71.87, admin=("Colombia", "Arauca")),),
    sources=(source("the bishop of Arauca", "person"),),
)
NOWHERE = claim("nowhere", "Something was hit", when=None, where=())
ISLE = claim("isle", "A boat was sunk off the isle", where=(place("Taveuni", -16.8, 179.9),))


@pytest.fixture
def filled(store: Store) -> Store:
    store.keep(
        [
            record("r1", MARKET, outlet="Radio Dabanga"),
            record("r2", KIDNAP, outlet="El Tiempo"),
            record("r3", NOWHERE, published=None),
            record("r4", ISLE),
        ]
    )
    link_waiting(store)
    return store


def names(store: Store, query: Query) -> set[str]:
    return {name for incident in store.incidents(query) for name in incident.claims}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(), {"market", "kidnap", "nowhere", "isle"}),
        (Query(harm="killed"), {"market"}),
        (Query(harm="killed", least=6), set()),
        (Query(harm="injured", people="children", least=12), {"market"}),
        (Query(box=(6, -73, 7, -71)), {"kidnap"}),
        (Query(box=(-20, 179, -10, -179)), {"isle"}),
        (Query(box=(-90, -180, 90, 180)), {"market", "kidnap", "isle"}),
        (Query(near=(6.9, -71.8, 30)), {"kidnap"}),
        (Query(place="saravena"), {"kidnap"}),
        (Query(place="colombia"), {"kidnap"}),
        (Query(place="bishop"), set()),
        (Query(actor="rapid support"), {"market"}),
        (Query(actor="rsf"), {"market"}),
        (Query(actor="paramil"), {"market"}),
        (Query(source="bishop"), {"kidnap"}),
        (Query(source="dabanga"), {"market"}),
        (Query(words="cattle kill"), {"market"}),
        (Query(words="teachers ARAUCA"), {"kidnap"}),
        (Query(words="teachers obeid"), set()),
        (Query(place="obeid", actor="rsf", source="dabanga", words="cattle"), {"market"}),
        (Query(words='cattle" OR *'), set()),
    ],
)
def test_filters(filled: Store, query: Query, found: set[str]) -> None:
    assert names(filled, query) == found
    assert filled.count(query) == len(found)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("size", [1, 3, 7])
def test_pages_hold_every_incident_once_and_in_order(store: Store, order: str, size: int) -> None:
    store.keep(keyed().records)
    link_waiting(store)
    whole = [incident.id for incident in store.incidents(Query(order=order))]
    assert len(set(whole)) == len(whole) == store.count(Query())
    paged: list[str] = []
    query = Query(order=order, limit=size)
    while page := store.incidents(query):
        paged += [incident.id for incident in page]
        query = Query(order=order, limit=size, after=query.cursor(page[-1]))
    assert paged == whole


def test_orders(filled: Store) -> None:
    def first(order: str) -> list[str]:
        return [incident.claims[0] for incident in filled.incidents(Query(order=order))]

    assert set(first("oldest")[:2]) == {"market", "isle"}
    assert first("oldest")[2:] == ["kidnap", "nowhere"]
    assert first("newest")[0] == "kidnap"
    assert first("newest")[-1] == "nowhere"
    assert first("deadliest")[0] == "market"


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"order": "random"}, "oldest, newest, deadliest"),
        ({"harm": "bored"}, "killed, injured"),
        ({"limit": 0}, "at least 1"),
        ({"near": (100, 0, 1)}, "latitude"),
        ({"box": (7, 0, 6, 1)}, "south below north"),
    ],
)
def test_queries_that_cannot_be(asked: dict[str, object], message: str) -> None:
    with pytest.raises(Misuse, match=message):
        Query(**asked)  # type: ignore[arg-type]


@pytest.mark.parametrize("query", [Query(after="zz"), Query(words="?!")])
def test_asked_in_vain(filled: Store, query: Query) -> None:
    with pytest.raises(Misuse):
        filled.incidents(query)
