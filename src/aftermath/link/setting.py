"""Whether two claims are set in the same place, day and hour.

Each function takes two tellings, gives a `Finding`, or None where one of them says nothing.
"""

from aftermath.link.finding import Finding
from aftermath.link.hours import apart
from aftermath.link.spot import nearest
from aftermath.link.telling import Telling

FAR_KM = 25.0
"""Beyond the slack of both places by this much, two points are no one place misplaced."""

LOOK_BACK_DAYS = 10
"""An account without a day is of the days before its publication; older events get a date."""

SPAN_DAYS = 3
"""A claim that allows more days than this is dated too loosely for its day to count fully."""

SAME_PERIOD = 0.9
"""Share of days from which two totals count the same time; a year's total is not the half-year's."""

SAME_POINT_KM = 1.0


def place(one: Telling, other: Telling) -> Finding | None:
    """Distance of the places against how far each may lie from its point; names where there is no point."""
    if not one.spots or not other.spots:
        return _names(one, other)
    distance, a, b = nearest(one.spots, other.spots)
    slack = a.slack_km + b.slack_km
    if distance > slack + FAR_KM or (distance > slack and (a.is_wide or b.is_wide)):
        return Finding(-1.0, f"the places lie {distance:.0f} km apart", bars=True)
    if a.is_wide or b.is_wide:
        return Finding(0.1, f"one place lies in the area of the other ({distance:.0f} km from its middle)")
    if distance <= SAME_POINT_KM:
        return Finding(1.0, "the same place")
    if distance <= slack:
        told = f"places {distance:.0f} km apart, within their {slack:.0f} km"
        if one.names and other.names and not one.names & other.names:
            return Finding(0.2, f"{told}, but of different names")
        return Finding(1.0 - 0.7 * distance / slack, told)
    return Finding(max(-1.0, (slack - distance) / 10), f"places {distance:.0f} km apart, more than {slack:.0f} km")


def _names(one: Telling, other: Telling) -> Finding | None:
    if not one.names or not other.names:
        # Within a report a place told once goes without saying; across reports nothing ties the two.
        return None if one.report == other.report else Finding(-0.8, "one names no place")
    shared = one.names & other.names
    if shared:
        return Finding(0.8, f"places of the same name: {', '.join(sorted(shared))}")
    return Finding(-0.5, "places of different names")


def day(one: Telling, other: Telling) -> Finding | None:
    """Whether the days that the claims allow overlap; undated accounts look back from publication."""
    if one.days and other.days:
        return _campaign_days(one.days, other.days) if one.claim.scope == "campaign" else _dated(one.days, other.days)
    dated, undated = (one, other) if one.days else (other, one)
    if undated.published is None:
        return None
    if dated.days is None:
        return _both_undated(one, other)
    lag = undated.published.toordinal() - dated.days[1]
    if not 0 <= lag <= LOOK_BACK_DAYS:
        return Finding(-1.0, f"told without a day, published {lag} days after the other's day", bars=True)
    return Finding(0.4 - 0.06 * lag, f"told without a day, published {lag} days after the other's day")


def _dated(one: tuple[int, int], other: tuple[int, int]) -> Finding:
    gap = max(one[0] - other[1], other[0] - one[1])
    if gap > 1:
        return Finding(-1.0, f"the days lie {gap} days apart", bars=True)
    if gap == 1:
        return Finding(-0.8, "the days are neighbours")
    longest = max(one[1] - one[0], other[1] - other[0])
    if longest == 0:
        return Finding(1.0, "the same day")
    if longest < SPAN_DAYS:
        return Finding(0.8, "the days overlap")
    return Finding(0.2, f"the days overlap, one of them loose ({longest + 1} days)")


def _campaign_days(one: tuple[int, int], other: tuple[int, int]) -> Finding:
    """Two totals are of one campaign only if they count much the same days."""
    shared = min(one[1], other[1]) - max(one[0], other[0]) + 1
    whole = max(one[1], other[1]) - min(one[0], other[0]) + 1
    if shared < SAME_PERIOD * whole:
        return Finding(-1.0, f"the periods share {max(0, shared)} of {whole} days", bars=True)
    return Finding(shared / whole, f"the periods share {shared} of {whole} days")


def _both_undated(one: Telling, other: Telling) -> Finding | None:
    if one.published is None or other.published is None:
        return None
    lag = abs((one.published - other.published).days)
    if lag > LOOK_BACK_DAYS:
        return Finding(-1.0, f"neither tells a day, published {lag} days apart", bars=True)
    return Finding(0.3 - 0.05 * lag, f"neither tells a day, published {lag} days apart")


def hour(one: Telling, other: Telling) -> Finding | None:
    """Whether the times of day can be the same; two strikes at ten and at noon are two."""
    if one.hours is None or other.hours is None:
        return None
    between = apart(one.hours, other.hours)
    if between == 0:
        return Finding(0.4, "the same time of day")
    return Finding(-1.0 if between > 1 else 0.0, "different times of day")
