"""Places: from the words of a report to the map, all of a report's names together.

`places` takes a parse and a gazetteer and gives every mention of a place, with coordinates,
precision, radius and a reason, or named and unplaced. `resolve_names` does the same for
spans that somebody else found. Whether a place is where an event happened is not asked here.
"""

from aftermath.resolve.place.names import resolve_names
from aftermath.resolve.place.report import places

__all__ = ["places", "resolve_names"]
