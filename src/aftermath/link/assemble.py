"""Groups of claims made into incidents: a pure function of the claims and of who was put with whom.

Takes `Links`, gives `Incident`s and the judgements by which they came about, both in an
order that depends on the claims alone.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from aftermath.link.campaigns import Campaigns, extent
from aftermath.link.compare import LINK
from aftermath.link.contradictions import contradictions
from aftermath.link.doubts import doubts
from aftermath.link.grade import grade
from aftermath.link.links import Links
from aftermath.link.positions import positions
from aftermath.link.reconcile import tolls
from aftermath.link.reviews import graded, review
from aftermath.link.ruling import Ruling
from aftermath.link.spot import SLACK_KM, UNKNOWN_SLACK_KM
from aftermath.link.telling import Telling
from aftermath.link.voices import voices
from aftermath.model import EVENTS, Place
from aftermath.model.filing import Days, Extent, Made
from aftermath.model.incident import Incident
from aftermath.model.judgement import Judgement


def incidents(links: Links) -> list[Incident]:
    """All incidents with the campaigns that contain them, in the order of the first publication of each."""
    found = assembled(links, links.groups())
    campaigns = Campaigns([made.extent for made in found if made.incident.scope == "campaign" and made.extent])
    return [placed_within(made.incident, made.extent, campaigns) for made in found]


def assembled(links: Links, groups: Iterable[Sequence[str]]) -> list[Made]:
    """The incidents of these groups in the same order with what they are made of, their campaigns not looked for."""
    found = [sorted((links.tellings[name] for name in group), key=lambda t: t.order) for group in groups]
    found.sort(key=lambda group: group[0].order)
    return [_made(group, links.ruled) for group in found]


def _made(group: Sequence[Telling], ruled: Ruling) -> Made:
    accounts = tuple(telling.account for telling in group)
    return Made(incident(group, ruled), accounts, extent(incident_id(group), group))


def placed_within(made: Incident, extent: Extent | None, campaigns: Campaigns) -> Incident:
    """The incident with the campaigns that contain it."""
    if made.scope == "campaign" or extent is None:
        return made
    return replace(made, within=tuple(sorted(campaigns.around(extent))))


def incident_id(group: Sequence[Telling]) -> str:
    """The id of a group in the order of publication: of its founding claim's id."""
    return "i-" + sha256(group[0].id.encode()).hexdigest()[:12]


def incident(group: Sequence[Telling], ruled: Ruling | None = None) -> Incident:
    """The incident that claims in the order of publication are about; its campaigns are not looked for."""
    names = tuple(telling.id for telling in group)
    said_by = voices(group)
    harmed = tolls(group, said_by)
    days, place = _days(group), _place(group)
    said = (ruled or Ruling()).about(names)
    return Incident(
        id=incident_id(group),
        event=_event(group),
        scope=group[0].claim.scope,
        claims=names,
        start=days[0],
        end=days[1],
        place=place,
        voices=said_by,
        tolls=harmed,
        contradictions=contradictions(group, said_by),
        positions=positions(group),
        grade=graded(said, names, grade(group, said_by, harmed)),
        doubts=doubts(group, said_by, days, place),
        review=review(said, names),
    )


def _event(group: Sequence[Telling]) -> str:
    """The code that most claims have; denials count only among themselves, "attack" last."""
    told = [t.claim.event for t in group if t.claim.stance != "denied"] or [t.claim.event for t in group]
    order = list(EVENTS)
    count = Counter(told)
    return min(count, key=lambda code: (code == "attack", -count[code], order.index(code)))


def _days(group: Sequence[Telling]) -> Days:
    """The days that most dated claims have, the narrower and then the earlier among equals."""
    count = Counter(telling.days for telling in group if telling.days)
    if not count:
        return None, None
    first, last = min(count, key=lambda days: (-count[days], days[1] - days[0], days[0]))
    return date.fromordinal(first), date.fromordinal(last)


def _place(group: Sequence[Telling]) -> Place | None:
    """The most precise place, the one named by most claims among equals."""
    places = [mention.place for telling in group for mention in telling.claim.where]
    if not places:
        return None
    count = Counter(place.name for place in places)
    return min(places, key=lambda place: (place.lat is None, _slack(place), -count[place.name], place.name))


def _slack(place: Place) -> float:
    return place.radius_km or SLACK_KM.get(place.precision, UNKNOWN_SLACK_KM)


def judgements(links: Links) -> Iterator[Judgement]:
    """By which rule each claim came to its incident, and which likely pairs were kept apart."""
    groups, compared = links.groups(), links.compared()
    group_of = {name: group for group in groups for name in group}
    for group in groups:
        founder, *others = sorted(group, key=lambda name: links.tellings[name].order)
        for name in others:
            met = {other: total for other, total in compared.get(name, {}).items() if group_of[other] is group}
            yield _link(links, name, met, founder)
    for one in sorted(links.tellings):
        for other, total in sorted(compared.get(one, {}).items()):
            if one < other and total >= LINK and group_of[one] != group_of[other]:
                by_person = frozenset((one, other)) in links.ruled.parted
                why = "parted by a person" if by_person else "alike as a pair, but not with the other claims"
                reason = f"{why}: {links.comparison(one, other).reasons}"
                yield Judgement(verdict="unlink", claims=(one,), apart=(other,), reason=reason)


def _link(links: Links, name: str, met: Mapping[str, float], founder: str) -> Judgement:
    """The link of a claim to the one in its group that it goes best with, among those it met."""
    if not met:
        return Judgement(verdict="link", claims=(name,), together=(founder,), reason="put together by a person")
    best = min(met, key=lambda other: (-met[other], other))
    return Judgement(verdict="link", claims=(name,), together=(best,), reason=links.comparison(name, best).reasons)
