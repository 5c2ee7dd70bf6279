"""Which campaigns contain which incidents: the same kind of event, within the days and the area.

Takes the groups' tellings, gives for each incident its campaigns. Containing is no merging:
the total of a campaign never becomes the toll of an incident, nor the other way round.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from aftermath.link.spot import Spot, distance_km
from aftermath.link.telling import Telling
from aftermath.link.wording import names
from aftermath.model.filing import Extent

MONTH_DAYS = 30


def extent(name: str, group: Sequence[Telling]) -> Extent | None:
    """The extent of a group; None where no claim tells a day."""
    days = [telling.days for telling in group if telling.days]
    if not days:
        return None
    return Extent(
        name=name,
        first=min(first for first, _ in days),
        last=max(last for _, last in days),
        spots=tuple(dict.fromkeys((s.lat, s.lon, s.slack_km) for telling in group for s in telling.spots)),
        names=tuple(sorted(frozenset().union(*map(_areas, group)))),
        events=tuple(sorted({telling.claim.event for telling in group})),
    )


class Campaigns:
    """Campaigns by the months they touch."""

    def __init__(self, extents: Sequence[Extent]) -> None:
        self._by_month: dict[int, list[Extent]] = defaultdict(list)
        for campaign in sorted(extents, key=lambda found: found.name):
            for month in range(campaign.first // MONTH_DAYS, campaign.last // MONTH_DAYS + 1):
                self._by_month[month].append(campaign)

    def around(self, incident: Extent) -> Iterator[str]:
        """Names of the campaigns that contain the incident."""
        for campaign in self._by_month.get(incident.first // MONTH_DAYS, ()):
            if campaign.first <= incident.first and incident.last <= campaign.last and _covers(campaign, incident):
                yield campaign.name


def _areas(telling: Telling) -> frozenset[str]:
    """The names of its places and of the areas in which they lie."""
    areas = (names(area) for mention in telling.claim.where for area in mention.place.admin)
    return telling.names.union(*areas)


def _covers(campaign: Extent, incident: Extent) -> bool:
    """Whether the total counts such events, there; a total of "attacks" counts all of them."""
    if "attack" not in campaign.events and not set(campaign.events) & set(incident.events):
        return False
    if campaign.spots and incident.spots:
        areas, spots = ([Spot(*spot) for spot in extent.spots] for extent in (campaign, incident))
        return any(distance_km(area, spot) <= area.slack_km for area in areas for spot in spots)
    return bool(set(campaign.names) & set(incident.names))
