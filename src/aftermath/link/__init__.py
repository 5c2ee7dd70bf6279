"""Claims to incidents: block, compare, cluster, reconcile, contradict, grade. No I/O.

    records ─ tellings ─▶ Links.add ─▶ groups ─ incidents ─▶ voices, tolls, contradictions, grade
                             ▲   block ▸ compare ▸ cluster
       people's judgements ─ ruling

`link` does all of it at once; `Links` keeps what was compared, so that claims can be added.
"""

from collections.abc import Iterable

from aftermath.link.assemble import assembled, incident, incidents, judgements, placed_within
from aftermath.link.campaigns import Campaigns
from aftermath.link.compare import FEATURES, LINK, Comparison, compare
from aftermath.link.filing import filed
from aftermath.link.links import Links
from aftermath.link.pieces import hanging, relinked
from aftermath.link.ruling import Ruling, ruling, standing
from aftermath.link.telling import Telling, accounts, telling, tellings
from aftermath.link.weighing import Weighing
from aftermath.model import Record
from aftermath.model.incident import Incident
from aftermath.model.judgement import Judgement

__all__ = [
    "FEATURES",
    "LINK",
    "Campaigns",
    "Comparison",
    "Links",
    "Ruling",
    "Telling",
    "Weighing",
    "accounts",
    "assembled",
    "compare",
    "filed",
    "hanging",
    "incident",
    "incidents",
    "judgements",
    "link",
    "placed_within",
    "relinked",
    "ruling",
    "standing",
    "telling",
    "tellings",
]


def link(records: Iterable[Record], people: Iterable[Judgement] = ()) -> list[Incident]:
    """The incidents that the claims of these records are about, by rule and by what people judged."""
    links = Links(ruled=ruling(people))
    links.add(telling for record in records for telling in tellings(record))
    return incidents(links)
