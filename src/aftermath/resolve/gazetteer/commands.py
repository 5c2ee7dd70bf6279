"""What the command line's `gazetteer` calls: add a table, list, find, remove.

A table becomes a file of its own, named after it; adding it again replaces that file, and
removing it leaves the others as they are. Nothing is changed before a table has been read
to its end.
"""

import zipfile
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from aftermath.model import Misuse
from aftermath.resolve.gazetteer import geonames, home, ocha
from aftermath.resolve.gazetteer.default import NAME, Progress, told
from aftermath.resolve.gazetteer.entry import Entry
from aftermath.resolve.gazetteer.file import SUFFIX, File, write, write_names
from aftermath.resolve.gazetteer.lookup import Gazetteer
from aftermath.resolve.gazetteer.opening import open_gazetteer
from aftermath.resolve.gazetteer.trouble import BadTable

KINDS = {"geonames": "GeoNames dump", "names": "GeoNames alternate names", "ocha": "OCHA/HDX table"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file of the gazetteer: its name, what it was made from and when, places in it, bytes on disk."""

    name: str
    origin: str
    added: str
    places: int
    size: int


def add(path: Path, kind: str | None = None, progress: Progress | None = None) -> Source:
    """Add a GeoNames dump or an OCHA table; its kind is told from its name and first line unless given.

    Raises `BadTable`, naming file, line and cause, and then leaves what was there before.
    """
    if kind and kind not in KINDS:
        raise Misuse(f"{kind}: no such kind of table; there are {', '.join(KINDS)}")
    if not path.is_file():
        raise BadTable(path, "there is no such file")
    kind = kind or _kind(path)
    source = path.name.split(".")[0]
    if source == NAME:
        raise BadTable(path, f"cannot be added under the name “{NAME}”, which is the shipped gazetteer's; rename it")
    target = home.folder() / (source + SUFFIX)
    meta = {
        "source": source,
        "origin": f"{KINDS[kind]} {path.name}",
        "added": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    with closing(open_gazetteer(progress=progress)) as gazetteer:
        # what this file held before must not vouch for what it is to hold
        known = Gazetteer([file for file in gazetteer.files if file.path != target])
        if kind == "names":
            write_names(
                target,
                told(geonames.alternate_names(path), f"reading {path.name}", progress),
                known.by_geonames_id,
                meta,
            )
        else:
            places = geonames.places(path) if kind == "geonames" else ocha.places(path, known)
            write(target, told(places, f"reading {path.name}", progress), meta)
    return _source(target)


def _kind(path: Path) -> str:
    """The kind of a table, by its name, else by its first line."""
    if path.name.lower().startswith("alternatenames"):
        return "names"
    if zipfile.is_zipfile(path) or path.suffix.lower() == ".zip":
        return "geonames"
    with path.open("rb") as file:
        first = file.readline(20_000)
    if first.count(b"\t") == geonames.PLACE_COLUMNS - 1:
        return "geonames"
    if b"," in first:
        return "ocha"
    raise BadTable(path, "is neither a GeoNames dump (tab-separated, 19 columns) nor a CSV table", 1)


def listing() -> list[Source]:
    """The files of the gazetteer, the user's first, as they are looked up."""
    open_gazetteer().close()
    files = sorted(home.folder().glob("*" + SUFFIX), key=lambda file: (file.stem == NAME, file.name))
    return [_source(file) for file in files]


def _source(path: Path) -> Source:
    with closing(File(path)) as file:
        meta = file.meta
    return Source(
        name=meta["source"],
        origin=meta["origin"],
        added=meta.get("added", ""),
        places=int(meta["places"]),
        size=path.stat().st_size,
    )


def find(name: str) -> list[tuple[Entry, tuple[str, ...]]]:
    """Places of a name with the areas that hold them, the largest first; of names spelled alike where there is none."""
    with closing(open_gazetteer()) as gazetteer:
        found = list(gazetteer.named(name)) or [entry for _, entry in gazetteer.sounding(name)]
        found.sort(key=lambda entry: (-entry.population, entry.ref))
        return [(entry, gazetteer.admin(entry)) for entry in found]


def remove(source: str) -> None:
    """Remove an added file; `Misuse` where there is none of that name."""
    path = home.folder() / (source + SUFFIX)
    if source == NAME:
        raise Misuse("the default gazetteer is part of Aftermath and cannot be removed")
    if not path.is_file() or path.parent != home.folder():
        raise Misuse(f"{source}: no such source; there are {', '.join(s.name for s in listing())}")
    path.unlink()
