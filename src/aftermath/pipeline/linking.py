"""What waits in a store linked piece by piece, and incidents read with the campaigns they lie in.

`link` decides and `store` keeps; here the one is put to the other. A piece is one transaction:
what a killed run has done holds, and the next goes on. Pieces are taken by day of publication,
so that claims which may meet are mostly of one piece; memory holds a few pieces, whatever the
store has.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from aftermath import link
from aftermath.link import Links, Telling, Weighing
from aftermath.model import Record
from aftermath.model.filing import Account, Change, Extent, Fresh, Hanging, Sought
from aftermath.model.incident import Incident
from aftermath.model.judgement import Judgement
from aftermath.pipeline.linker_version import linker_version
from aftermath.store import Linking, Query, Shelf, Store

PIECE = 10_000
"""Claims linked in one transaction, about: 2,000 reports of news. Some seconds, in which others who write wait."""

AT_HAND = 50_000
"""Accounts kept in memory between pieces, at most."""

Tell = Callable[[str, int], None]


def silent(_: str, __: int) -> None:
    """Tell nobody."""


@dataclass(slots=True)
class Linked:
    """How many reports and judgements were linked, how many claims are new, and what came of it."""

    reports: int = 0
    judgements: int = 0
    claims: int = 0
    changed: int = 0
    dropped: int = 0

    @property
    def any(self) -> bool:
        """Whether there was something to link."""
        return bool(self.reports or self.judgements)


class _Memory:
    """What pieces that follow each other ask for again: accounts, the same prepared, scores of what claims share."""

    def __init__(self) -> None:
        self.accounts: dict[str, Account] = {}
        self.prepared: dict[str, Telling] = {}
        self.weighing = Weighing()

    def keep(self, fresh: Iterable[Telling]) -> None:
        """Remember what was linked, and forget all where that has become too much."""
        for telling in fresh:
            self.accounts[telling.id] = telling.account
            self.prepared[telling.id] = telling
        if len(self.accounts) > AT_HAND:
            self.accounts.clear()
            self.prepared.clear()
            self.weighing.forget()


class _Desk:
    """A shelf of the store as `link.pieces` asks for it: its accounts prepared, each once a piece or more."""

    def __init__(self, shelf: Shelf, prepared: dict[str, Telling]) -> None:
        self._shelf = shelf
        self._prepared = prepared

    def meeting(self, wanted: Sequence[Sought], reports: Iterable[str]) -> list[Telling]:
        return list(map(self._telling, self._shelf.meeting(wanted, reports)))

    def hanging(self, claims: Iterable[str]) -> Hanging:
        return self._shelf.hanging(claims)

    def told(self, claims: Iterable[str]) -> list[Telling]:
        return list(map(self._telling, self._shelf.accounts(claims)))

    def judged(self, claims: Iterable[str]) -> list[Judgement]:
        return self._shelf.judged(claims)

    def _telling(self, account: Account) -> Telling:
        name = account.claim.id
        if name not in self._prepared or self._prepared[name].claim is not account.claim:
            self._prepared[name] = link.telling(account)
        return self._prepared[name]


def link_waiting(store: Store, piece: int = PIECE, tell: Tell = silent) -> Linked:
    """Link all reports and judgements that wait; `tell` hears how many reports are done."""
    done = Linked()
    memory = _Memory()
    while True:
        with store.linking(memory.accounts) as table:
            records, judgements = table.take(piece)
            if not records and not judgements:
                return done
            table.begin(linker_version())
            _link_piece(table, records, judgements, memory, done)
        if not table.left:
            return done
        tell("reports linked", done.reports)


def _link_piece(
    table: Linking,
    records: Sequence[Record],
    judgements: Sequence[Judgement],
    memory: _Memory,
    done: Linked,
) -> None:
    """One piece: the claims of these reports in the place of those they had, and these judgements heard.

    Claims that are as they were are linked like new ones: it may be another version that links them.
    """
    accounts = [account for record in records for account in link.accounts(record)]
    had = table.of_reports(record.report.id for record in records)
    gone = frozenset(account.claim.id for account in had)  # most of them are among the fresh
    fresh = [link.telling(account) for account in accounts]
    touched = [name for judgement in judgements for name in judgement.named]
    if gone:  # a claim of the same id may be told otherwise now
        memory.weighing.forget()
    links, groups = link.relinked(fresh, _Desk(table, memory.prepared), touched, gone, memory.weighing)
    knots = {name: knot[0] for knot in links.knots() for name in knot}
    to_file = tuple(
        Fresh(telling.account, tuple(link.filed(telling)), telling.day, links.pairs.sums[telling.id])
        for telling in fresh
    )
    made = tuple(link.assembled(links, groups))
    changed, dropped = table.change(Change(fresh=to_file, gone=gone, knots=knots, made=made))
    memory.keep(fresh)
    done.reports += len(records)
    done.judgements += len(judgements)
    done.claims += len(fresh)
    done.changed += changed
    done.dropped += dropped


@dataclass(frozen=True, slots=True, kw_only=True)
class Relinked:
    """What linking a store anew came to: how many incidents are as they were, of other contents, new, or no more."""

    reports: int
    same: int
    changed: int
    new: int
    gone: int


def relink(store: Store, by: str = "aftermath", *, forget: bool = False, tell: Tell = silent) -> Relinked:
    """Link all that a store holds anew by this version of the linker; by the same one, nothing comes out otherwise.

    Incidents stay to be read meanwhile, each until another takes its place; with `forget` all are
    thrown away first, damaged ones too. A run that was cut off goes on with the next thing linked.
    """
    before = store.made()
    store.link_anew(linker_version(), by, forget=forget)
    reports = link_waiting(store, tell=tell).reports
    after = store.made()
    kept = before.keys() & after.keys()
    changed = sum(before[name] != after[name] for name in kept)
    return Relinked(
        reports=reports,
        same=len(kept) - changed,
        changed=changed,
        new=len(after.keys() - kept),
        gone=len(before.keys() - kept),
    )


def find(store: Store, query: Query) -> list[Incident]:
    """The incidents that a query asks for, each with the campaigns that contain it."""
    return with_campaigns(store, store.matching(query))


def with_campaigns(store: Store, found: Sequence[tuple[Incident, Extent | None]]) -> list[Incident]:
    """Incidents with the campaigns that contain them."""
    extents = [extent for made, extent in found if extent and made.scope != "campaign"]
    if not extents:
        return [made for made, _ in found]
    about = store.campaigns_about(min(one.first for one in extents), max(one.last for one in extents))
    campaigns = link.Campaigns(about)
    return [link.placed_within(made, extent, campaigns) for made, extent in found]


def links_about(store: Store, incident: Incident) -> Links:
    """The claims that hang together with those of an incident, linked as they were."""
    with store.shelf() as shelf:
        return link.hanging(incident.claims, _Desk(shelf, {}))
