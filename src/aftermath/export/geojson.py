"""GeoJSON (RFC 7946): one feature a claim, so that nothing is lost on the way to a map.

A claim with one placed place is a Point, with several a MultiPoint, with none a feature
without geometry. Properties are the columns of `row`.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from aftermath.export.json_array import lines_of
from aftermath.export.row import row
from aftermath.model import Claim, Record


def geojson(records: Iterable[Record]) -> Iterator[str]:
    """A feature collection, a feature a line."""
    yield '{"type": "FeatureCollection", "features": [\n'
    yield from lines_of(_feature(record, claim) for record in records for claim in record.claims)
    yield "]}\n"


def _feature(record: Record, claim: Claim) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": claim.id,
        "geometry": _geometry(claim),
        "properties": row(record, claim),
    }


def _geometry(claim: Claim) -> dict[str, Any] | None:
    """Longitude first, as the standard has it."""
    places = (mention.place for mention in claim.where)
    points = [[place.lon, place.lat] for place in places if place.lat is not None and place.lon is not None]
    if not points:
        return None
    if len(points) == 1:
        return {"type": "Point", "coordinates": points[0]}
    return {"type": "MultiPoint", "coordinates": points}
