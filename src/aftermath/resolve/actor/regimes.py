"""The words for single governments as entries of the register: "Assad's forces", "the junta"."""

from dataclasses import replace
from datetime import date, timedelta

from aftermath.resolve.actor import state as actor_state
from aftermath.resolve.actor.entry import Entry
from aftermath.resolve.sheet import shipped

TABLE = "regimes.tsv"


def governments() -> list[Entry]:
    """The words for single governments as entries."""
    found = []
    for row in shipped(TABLE):
        start, after = (date.fromisoformat(row[c]) if row[c] else None for c in ("from", "to"))
        entry = Entry(
            id="",
            name="",
            kind="state forces",
            names=tuple(filter(None, row["words"].split("|"))),
            countries=(row["code"],),
            start=start,
            end=after - timedelta(1) if after else None,
            table=TABLE,
        )
        actor = actor_state.actor(row["code"], "military", day_of(entry), "")
        found.append(replace(entry, id=actor.id, name=actor.name))
    return found


def day_of(entry: Entry) -> date | None:
    """A day on which an entry was active."""
    return entry.start or entry.end
