"""A claim as linking sees it: with its report's outlet and day, its words ready to compare.

Takes a record, gives a `Telling` for each of its claims. All that comparing two claims needs
is worked out here once a claim, because a claim is compared with many.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from aftermath.link.credit import heard_by
from aftermath.link.hours import hours
from aftermath.link.spot import Spot, place_names, spots
from aftermath.link.wording import all_stems, grams
from aftermath.model import Actor, Claim, Record
from aftermath.model.filing import Account
from aftermath.model.words import Words

_FURTHER = re.compile(
    r"\b(second|third|another|again|separate(ly)?|further|follow-up|subsequent(ly)?|later|returned|then)\b",
    re.IGNORECASE,
)
"""Words that tell an event as a further one of its kind."""

PEOPLE = all_stems(
    ["people persons others civilians residents villagers men women children members family locals victims them"]
)
"""Words for people who were hit that do not tell one target from another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A claim and what of it is compared. Days are proleptic ordinals, None where not told.

    `words` are those that do not name its place.
    """

    id: str
    claim: Claim
    report: str
    newsroom: str
    published: date | None
    days: tuple[int, int] | None
    hours: frozenset[int] | None
    spots: tuple[Spot, ...]
    names: frozenset[str]
    speakers: frozenset[str]
    actors: frozenset[str]
    actor_ids: frozenset[str]
    targets: frozenset[str]
    target_kinds: frozenset[str]
    weapons: frozenset[str]
    words: frozenset[str]
    grams: frozenset[str]
    is_further: bool

    @property
    def account(self) -> Account:
        """What it was prepared from."""
        return Account(claim=self.claim, report=self.report, newsroom=self.newsroom, published=self.published)

    @property
    def day(self) -> int | None:
        """The one day that it tells, None where it tells none or allows several."""
        return self.days[0] if self.days and self.days[0] == self.days[1] else None

    @property
    def is_wide(self) -> bool:
        """Whether it is placed in an area only."""
        return bool(self.spots) and self.spots[0].is_wide

    @property
    def order(self) -> tuple[date, str]:
        """By publication, then by id; undated reports last."""
        return self.published or date.max, self.id


def accounts(record: Record) -> list[Account]:
    """The claims of a record that can be linked: all but announced and threatened events."""
    report = record.report
    return [
        Account(claim=claim, report=report.id, newsroom=heard_by(claim, report), published=report.published)
        for claim in record.claims
        if claim.stance != "planned"
    ]


def tellings(record: Record) -> list[Telling]:
    """The claims of a record that can be linked, prepared for it."""
    return [telling(account) for account in accounts(record)]


def telling(account: Account) -> Telling:
    """A claim prepared for linking."""
    claim = account.claim
    quotes = [quote.text for quote in claim.quotes]
    when = claim.when.text if claim.when else ""
    actors = [side(party.actor) for party in claim.attackers if party.actor and is_named(party.actor)]
    named = place_names(claim.where)
    return Telling(
        id=claim.id,
        claim=claim,
        report=account.report,
        newsroom=account.newsroom,
        published=account.published,
        days=_days(claim),
        hours=hours(" ".join((when, *quotes))),
        spots=spots(claim.where),
        names=named,
        speakers=all_stems(_texts(claim.sources)),
        actors=all_stems(_texts(claim.attackers)),
        actor_ids=frozenset(actors),
        targets=all_stems(_texts(claim.targets)) - PEOPLE,
        target_kinds=frozenset(target.kind for target in claim.targets if target.kind),
        weapons=all_stems(_texts(claim.weapons)),
        words=all_stems(quotes) - named,
        grams=grams(quotes),
        is_further=any(map(_FURTHER.search, (when, *quotes))),
    )


def is_named(actor: Actor) -> bool:
    """Whether it is a party with a name, not a word for what it is ("gunmen", "the army")."""
    return actor.id != "state" and not actor.id.startswith("unnamed:")


def side(actor: Actor) -> str:
    """The id of the party that it is an arm of: a state's police and its army are one side."""
    return actor.id.partition("/")[0]


def _texts(words: Iterable[Words]) -> list[str]:
    return [stretch.text for stretch in words]


def _days(claim: Claim) -> tuple[int, int] | None:
    """First and last day as ordinals; an open interval has the bound it has twice."""
    if claim.when is None:
        return None
    start, end = claim.when.time.start, claim.when.time.end
    known = [day.toordinal() for day in (start, end) if day]
    return (min(known), max(known)) if known else None
