"""Rounds of asking feeds, as the command line shows them."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import typer

from aftermath.cli.feed_page import run_form, run_line, show
from aftermath.cli.links import warn_of_links
from aftermath.cli.watch import Watch, telling
from aftermath.cli.who import whoever
from aftermath.model import Misuse
from aftermath.pipeline.polling import Round, ask, due, now
from aftermath.store.feeds import all_feeds, feeds_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aftermath.model.feed import Feed
    from aftermath.pipeline.settings import Settings
    from aftermath.store import Store

LONGEST_SLEEP = 60.0
"""Seconds after which the list is looked at anew: a feed may have been added meanwhile."""


@dataclass(slots=True)
class Rounds:
    """One round after the other; `code` is what the command ends with."""

    store: Store
    settings: Settings
    pause: float
    as_json: bool
    code: int = 0
    watch: Watch = field(default_factory=lambda: Watch(quiet=False))

    def first(self, names: list[str], *, everything: bool) -> None:
        """Ask the feeds of these names, or all, or those that are due."""
        there = all_feeds(self.store)
        if not there:
            raise Misuse("no feed is on the list: aftermath feed add URL")
        if names and everything:
            raise Misuse("give names or --all, not both")
        chosen = feeds_named(self.store, names) if names else there if everything else due(there, now())
        if not chosen:
            typer.echo(_nothing_due(there), err=True)
        else:
            warn_of_links(self.store)
        self._ask(chosen)

    def rest(self) -> None:
        """Ask every feed when it is due, until somebody interrupts."""
        try:
            while self.code != 130:
                waits = [(feed.due - now()).total_seconds() for feed in all_feeds(self.store) if feed.due]
                time.sleep(max(1.0, min([LONGEST_SLEEP, *waits])))
                self._ask(due(all_feeds(self.store), now()))
        except KeyboardInterrupt:
            self.code = 130

    def _ask(self, feeds: Sequence[Feed]) -> None:
        from aftermath.acquire.manners import Manners
        from aftermath.pipeline import read_reports

        with telling() as tell:
            around = Round(
                store=self.store,
                settings=self.settings,
                read=lambda items: self.watch.over(read_reports(items, self.settings, 1, tell)),
                manners=Manners(self.pause),
                by=whoever(),
            )
            for run in ask(feeds, around) if feeds else ():
                if self.as_json:
                    show([run_form(run)])
                else:
                    typer.echo(run_line(run))
                if run.failed or run.status in {"failed", "refused", "gone"}:
                    self.code = 1
                if self.watch.interrupted:
                    self.code = 130
                    return


def _nothing_due(feeds: Sequence[Feed]) -> str:
    following = [(feed.due, feed.name) for feed in feeds if feed.due]
    if not following:
        return "no feed is due, nor will any be: all are gone"
    when, name = min(following)
    return f"no feed is due; the next is {name} at {when:%Y-%m-%d %H:%M} UTC"
