"""What an answer shows of the things that the rules hide from the public.

Takes what a route answers with, gives `Shown`, which says whether the audit log is to hear of
it. Whether it does is decided in `audit`, for who is asking is known there.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from aftermath.export.release import is_restricted, release_rules
from aftermath.model import Record
from aftermath.model.incident import Incident
from aftermath.model.judgement import Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What was shown, as the audit log names it, and whether any of it is hidden from the public.

    `often` marks lists that people look at again and again, which are noted once in a while.
    """

    what: str
    restricted: bool = True
    often: bool = False
    action: str = "read restricted"
    payload: str = ""


def read(
    what: str,
    *,
    records: Iterable[Record] = (),
    incidents: Iterable[Incident] = (),
    judgements: Iterable[Judgement] = (),
) -> Shown:
    """Things read one by one: every reading is noted. People's judgements and their names are never released."""
    rules = release_rules()
    restricted = (
        any(judgements)
        or _are_restricted(incident.event for incident in incidents)
        or any(is_restricted(record, rules) for record in records)
    )
    return Shown(what=what, restricted=restricted)


def listed(what: str, *, events: Iterable[str] = (), kinds: Iterable[str] = ()) -> Shown:
    """A list, by the events and the kinds of source in it."""
    hidden = not release_rules().hide.isdisjoint(kinds)
    return Shown(what=what, restricted=hidden or _are_restricted(events), often=True)


def _are_restricted(events: Iterable[str]) -> bool:
    rules = release_rules()
    return not (rules.coarsen.keys() | rules.delay.keys()).isdisjoint(events)
