"""The beginning of a stretch of time as the day of the event with which it begins.

"Since rebels took the town on Friday" is a stretch up to the report's day for what has gone on,
and Friday for the taking. "Since Wednesday, when police left their posts" is Wednesday for the leaving.
"""

from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from aftermath.extract.cluster import Cluster
from aftermath.extract.scene import Scene
from aftermath.model import TimeMention

WHEN = (", when ", " when ", ", in which ")


def begun(scene: Scene, cluster: Cluster, mention: TimeMention) -> TimeMention:
    """The mention, or its beginning where the event is what the stretch begins with."""
    time = mention.time
    if mention.kind != "span" or time.start is None or not _begins(scene, cluster, mention):
        return mention
    end = _end(time.start, time.precision)
    if time.end is not None and end > time.end:
        end = time.end
    why = f"the event is what the stretch begins with; {time.why}"
    return replace(mention, kind="point", time=replace(time, end=end, why=why))


def _begins(scene: Scene, cluster: Cluster, mention: TimeMention) -> bool:
    """Whether the event's word stands within the words of the stretch, or in the clause with "when" behind them."""
    start, end = mention.span
    at = cluster.trigger.span[0]
    if start <= at < end:
        return True
    return at > end and scene.parse.text[end : end + 10].startswith(WHEN) and _one_sentence(scene, cluster, mention)


def _one_sentence(scene: Scene, cluster: Cluster, mention: TimeMention) -> bool:
    return any(scene.parse[i].sent.index == cluster.trigger.sent.index for i, m in scene.times.items() if m is mention)


def _end(start: date, precision: str) -> date:
    """The last day of the unit that begins with a day."""
    step = {"year": relativedelta(years=1, days=-1), "month": relativedelta(months=1, days=-1)}
    end: date = start + step.get(precision, relativedelta())
    return end
