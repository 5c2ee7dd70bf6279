"""All of a store linked anew: by the same version nothing changes, by another what it links otherwise."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from aftermath.cli.links import link_first
from aftermath.link import link
from aftermath.model.incident import Incident
from aftermath.model.judgement import Judgement
from aftermath.pipeline import linking
from aftermath.pipeline.linker_version import linked_otherwise, linker_version
from aftermath.pipeline.linking import find, link_waiting, relink
from aftermath.store import Query, Store
from linking_keys import keyed

RECORDS = keyed().records


def incidents(store: Store) -> dict[str, Incident]:
    return {found.id: found for found in find(store, Query())}


@contextmanager
def older() -> Iterator[None]:
    """A linker of another version, which links only what is much alike."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(linking, "linker_version", lambda: "0.0.9")
        for module in ("cluster", "links", "pieces"):
            patch.setattr(f"aftermath.link.{module}.LINK", 6.0)
        yield


@pytest.mark.parametrize("piece", [7, 2000])
def test_a_store_that_another_version_linked(store: Store, monkeypatch: pytest.MonkeyPatch, piece: int) -> None:
    store.keep(RECORDS)
    assert store.linker() is None
    assert linked_otherwise(store) == ""
    with older():
        link_waiting(store)
    was, wanted = incidents(store), {made.id: made for made in link(RECORDS)}
    assert len(was) > len(wanted)
    assert "linked by version 0.0.9 of the linker, and this is" in linked_otherwise(store)
    assert "`aftermath relink`" in linked_otherwise(store)
    monkeypatch.setattr(linking.link_waiting, "__defaults__", (piece, linking.silent))
    done = relink(store, "Ana")
    assert incidents(store) == wanted
    assert (done.new, done.gone) == (len(wanted.keys() - was.keys()), len(was.keys() - wanted.keys()))
    assert done.changed > 0
    assert linked_otherwise(store) == ""
    assert not [found for found in store.verify() if "audit log" in found.about]


def test_what_people_judged_holds(store: Store) -> None:
    store.keep(RECORDS)
    with older():
        link_waiting(store)
    one, other = [found for found in incidents(store).values() if found.scope == "incident"][:2]
    store.judge(
        Judgement(verdict="merge", claims=one.claims, together=other.claims, reason="one attack", by="Ana"),
    )
    relink(store)
    assert any({*one.claims, *other.claims} <= set(found.claims) for found in incidents(store).values())
    assert [judgement.by for judgement in store.judgements()] == ["Ana"]


def test_linking_anew_that_is_cut_off_goes_on(store: Store) -> None:
    """The store can be read meanwhile, and the next thing linked ends it."""
    store.keep(RECORDS)
    link_waiting(store)
    before = incidents(store)
    store.link_anew(linker_version(), "Ana", forget=False)
    with store.linking() as table:
        assert len(table.take(1000)[0]) == len(RECORDS)  # and it ends there
    assert incidents(store) == before
    assert link_waiting(store, piece=7).reports == len(RECORDS)
    assert incidents(store) == before


def test_reports_that_wait_are_said(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """As after a step of the tables that throws away what linking made: who links then is remembered too."""
    store.keep(RECORDS)
    with older():
        link_waiting(store)
    link_first(store)
    assert not capsys.readouterr().err
    store.link_anew("0.1.0", "Ana", forget=False)
    link_first(store)
    assert f"{len(RECORDS)} reports of {store.name} wait to be linked" in capsys.readouterr().err
    store.link_anew("0.1.0", "Ana", forget=True)
    link_first(store)
    assert f"{len(RECORDS)} reports are linked now" in capsys.readouterr().err
    assert linked_otherwise(store) == ""
    assert incidents(store) == {made.id: made for made in link(RECORDS)}
