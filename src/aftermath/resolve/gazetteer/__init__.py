"""The gazetteer: places by name, from GeoNames, OCHA tables and our own, compiled for quick look-up.

`open_gazetteer` gives what a reader of reports needs; `add`, `listing`, `find` and `remove`
are what the command line calls. Files are compiled once and then only read.
"""

from aftermath.resolve.gazetteer.commands import Source, add, find, listing, remove
from aftermath.resolve.gazetteer.entry import Entry
from aftermath.resolve.gazetteer.lookup import Gazetteer
from aftermath.resolve.gazetteer.opening import open_gazetteer

__all__ = ["Entry", "Gazetteer", "Source", "add", "find", "listing", "open_gazetteer", "remove"]
