"""Read OCHA/HDX tables of populated places, whose p-codes are kept, and the admin areas that they imply.

Column names differ from country to country; `data/ocha_columns.tsv` says which plays which
part. An admin area's centre is the mean of its places, its extent their bounding box. So that
"Idlib" finds what OCHA calls "Idleb", an area takes over the names of the area of the
default gazetteer that it plainly is.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from aftermath.resolve.gazetteer.default import table
from aftermath.resolve.gazetteer.entry import OTHER, OWN, Entry
from aftermath.resolve.gazetteer.file import Named
from aftermath.resolve.gazetteer.geonames import degrees
from aftermath.resolve.gazetteer.lookup import Gazetteer
from aftermath.resolve.gazetteer.names import normal
from aftermath.resolve.gazetteer.trouble import BadTable

Row = Mapping[str, str]
LEVELS = (("adm1", "ADM1"), ("adm2", "ADM2"), ("adm3", "ADM3"))
TWIN_KM = 60.0
"""How far an area's centre may lie from its twin's in the default gazetteer: mean of places against outline."""


@dataclass(slots=True)
class _Area:
    """An admin area as its places come in: name, codes, and sums from which its centre and extent follow."""

    name: str
    feature: str
    codes: tuple[str, str]
    lats: list[float] = field(default_factory=list)
    lons: list[float] = field(default_factory=list)

    def entry(self, code: str, country: str) -> Entry:
        lat, lon = sum(self.lats) / len(self.lats), sum(self.lons) / len(self.lons)
        return Entry(
            ref=f"pcode:{code}",
            name=self.name,
            lat=lat,
            lon=lon,
            feature=self.feature,
            country=country,
            admin1=self.codes[0],
            admin2=self.codes[1],
            box=(min(self.lats), min(self.lons), max(self.lats), max(self.lons)),
        )


def places(path: Path, known: Gazetteer) -> Iterator[Named]:
    """The places of a table, then the admin areas that they imply; the table is read twice, for the areas first."""
    areas, country = _areas(path, known)
    entries = {code: area.entry(code, country) for code, area in areas.items()}
    twins = _twins(entries, known)
    # places bear the default gazetteer's codes of provinces, so that places of both stand by one another
    codes = {code: found.admin1 for code, found in twins.items() if entries[code].feature == "ADM1"}
    for _, row in rows(path):
        yield _place(row, country, codes)
    for code, entry in entries.items():
        names = [(name, OTHER) for name in known.names(twins[code])] if code in twins else []
        yield replace(entry, admin1=codes.get(entry.admin1, entry.admin1)), names


def _areas(path: Path, known: Gazetteer) -> tuple[dict[str, _Area], str]:
    """The admin areas that a table implies, by code, and its country; finds what is wrong with any row."""
    areas: dict[str, _Area] = {}
    country = ""
    for number, row in rows(path):
        try:
            country = country or country_of(row, known)
            _collect(areas, row, _place(row, country, {})[0])
        except ValueError as error:
            raise BadTable(path, str(error), number) from error
    if not country:
        raise BadTable(path, "holds no places")
    return areas, country


def rows(path: Path) -> Iterator[tuple[int, Row]]:
    """Line numbers and rows, by the part each column plays."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            header = next(reader, [])
            roles = _roles(header)
            missing = [role for role in ("code", "name", "lat", "lon") if role not in roles.values()]
            if missing:
                raise BadTable(
                    path, f"has no column for {', '.join(missing)}; its columns are {', '.join(header) or 'none'}", 1
                )
            for cells in reader:
                if len(cells) != len(header):
                    raise BadTable(
                        path, f"has {len(cells)} columns where its first line has {len(header)}", reader.line_num
                    )
                row: dict[str, str] = {}
                for i, role in roles.items():
                    row[role] = "|".join(filter(None, [row.get(role, ""), cells[i].strip()]))
                if row["name"]:
                    yield reader.line_num, row
    except UnicodeDecodeError as error:
        raise BadTable(path, f"is not UTF-8 text ({error.reason})") from error
    except (OSError, csv.Error) as error:
        raise BadTable(path, f"cannot be read ({error})") from error


def _roles(header: Iterable[str]) -> dict[int, str]:
    """The part of each column by its number; only other and local names may be several."""
    patterns = [(row["role"], re.compile(row["pattern"])) for row in table("ocha_columns.tsv")]
    out: dict[int, str] = {}
    for i, column in enumerate(header):
        for role, pattern in patterns:
            if pattern.fullmatch(column.strip().lower()) and (role in {"other", "local"} or role not in out.values()):
                out[i] = role
                break
    return out


def country_of(row: Row, known: Gazetteer) -> str:
    """The country of a table, from its country column or the letters that its p-codes begin with."""
    for code in (row.get("country_code", ""), row.get("adm1_code", ""), row["code"]):
        if letters := re.match("[A-Za-z]{2}", code):
            found = known.country(letters[0].upper())
            if found:
                return found.country
    raise ValueError("no country can be told from its p-codes")


def _place(row: Row, country: str, codes: Mapping[str, str]) -> Named:
    kind = row.get("kind", "").lower()
    people = row.get("population", "").replace(",", "")
    entry = Entry(
        ref=f"pcode:{row['code']}", name=row["name"], lat=degrees(row["lat"], 90), lon=degrees(row["lon"], 180),
        feature="PPLX" if "neighb" in kind or "quarter" in kind else "PPL", country=country,
        admin1=codes.get(row.get("adm1_code", ""), row.get("adm1_code", "")),
        admin2=row.get("adm3_code") or row.get("adm2_code", ""),
        population=int(float(people)) if people.replace(".", "", 1).isdigit() else 0,
    )  # fmt: skip
    others = [(name, OTHER) for cell in ("other", "local") for name in row.get(cell, "").split("|") if name]
    return entry, [*_bare(row), *others]


def _bare(row: Row) -> list[tuple[str, int]]:
    """The names in a name such as "Hashemiyeh (Hama)": its own, but not that of the area that tells it from others."""
    areas = {normal(row.get(f"{level}_name", "")) for level, _ in LEVELS}
    parts = (part.strip() for part in re.split(r"[()/]", row["name"]))
    return [(part, OWN) for part in parts if part and part != row["name"] and normal(part) not in areas]


def _collect(areas: dict[str, _Area], row: Row, place: Entry) -> None:
    """Count a place towards the areas that hold it."""
    for level, feature in LEVELS:
        code, name = row.get(f"{level}_code", ""), row.get(f"{level}_name", "")
        if code and name:
            codes = (row.get("adm1_code", ""), code if feature != "ADM1" else "")
            area = areas.setdefault(code, _Area(name, feature, codes))
            area.lats.append(place.lat)
            area.lons.append(place.lon)


def _twins(areas: Mapping[str, Entry], known: Gazetteer) -> dict[str, Entry]:
    """By code, the known area that each one is: of its name, spelled alike, else the nearest not yet taken."""
    out = {code: found for code, area in areas.items() if (found := _namesake(area, known))}
    for code, area in areas.items():
        if code not in out and area.feature == "ADM1":
            taken = {entry.ref for entry in out.values()}
            near = [(e.distance_to(area), e.ref, e) for e in known.provinces(area.country) if e.ref not in taken]
            km, _, nearest = min(near, default=(TWIN_KM, "", area))
            if km < TWIN_KM:
                out[code] = nearest
    return out


def _namesake(area: Entry, known: Gazetteer) -> Entry | None:
    """The known area of this name or one spelled alike."""
    found = [*known.named(area.name), *(entry for _, entry in known.sounding(area.name, [area.country]))]
    return next((entry for entry in found if entry.level == area.level and entry.country == area.country), None)
