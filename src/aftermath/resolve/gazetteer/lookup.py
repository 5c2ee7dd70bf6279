"""The open gazetteer: places by name, by sound, by code, and borders, over all its files.

Files added by the user come before the default one: where two hold the same place, the
user's coordinates stand, with the larger population of the two. Look-ups are remembered,
since reports repeat their names.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from rapidfuzz import fuzz

from aftermath.model.globe import great_circle_km
from aftermath.resolve.gazetteer.entry import Entry
from aftermath.resolve.gazetteer.file import File
from aftermath.resolve.gazetteer.names import heard, lines, normal, skeleton, without_articles

TWIN_KM = {"town": 5.0, "spot": 5.0, "district": 25.0, "province": 80.0, "region": 80.0, "country": 2000.0}
"""How far apart two files may put one place of the same name and kind: they choose other middles."""
ALIKE = (101.0, 101.0, 85.0, 75.0, 62.0)
"""Likeness that two forms of one skeleton must reach, by its number of consonants, the last for all above.

One consonant tells nothing. Douma and Duma have 94, but Hall and Hale 75; Joreen and Jorin 86, but Baba Amr and
Abu Mro 67; Kafr Amim and Kafr Omeim 80.
"""
_REMEMBERED = 50_000


class Gazetteer:
    """The places known, over one or more files; `Gazetteer.named` is the door of most use."""

    def __init__(self, files: Sequence[File]) -> None:
        """Read from these files, the most trusted first."""
        self.files = tuple(files)
        self._named: dict[str, tuple[Entry, ...]] = {}
        self._areas: dict[tuple[str, str], Entry | None] = {}
        self._holders: dict[tuple[str, str, str], tuple[Entry, ...]] = {}

    def close(self) -> None:
        """Let go of the files."""
        for file in self.files:
            file.close()

    def named(self, name: str) -> tuple[Entry, ...]:
        """Places of this name, spelling aside (case, accents, hyphens), each once."""
        form = normal(name)
        if form not in self._named:
            if len(self._named) > _REMEMBERED:
                self._named.clear()
            self._named[form] = merged(entry for file in self.files for entry in file.named(form)) if form else ()
        return self._named[form]

    def sounding(self, name: str, countries: Iterable[str] | None = None) -> list[tuple[float, Entry]]:
        """Places whose name is another spelling of this one, each with its likeness (0-100), best first.

        In these countries only, where any are given.
        """
        form, wanted = normal(name), None if countries is None else frozenset(countries)
        if not form:
            return []
        consonants = skeleton(form)
        plain = without_articles(form)
        least = ALIKE[min(len(consonants), len(ALIKE) - 1)]
        best: dict[str, tuple[float, Entry]] = {}
        liked: dict[str, float] = {}  # many places share a name

        def alike(other: str, country: str) -> bool:
            if wanted is not None and country not in wanted:
                return False
            if other not in liked:
                liked[other] = _likeness(plain, without_articles(other))
            return liked[other] >= least

        for file in self.files:
            for other, entry in file.sounding(consonants, alike=alike):
                if liked[other] > best.get(entry.ref, (0.0, entry))[0]:
                    best[entry.ref] = liked[other], entry
        kept = {entry.ref for entry in merged(entry for _, entry in best.values())}
        return sorted(
            (pair for ref, pair in best.items() if ref in kept),
            key=lambda pair: (-pair[0], -pair[1].population, pair[1].ref),
        )

    def country(self, code: str) -> Entry | None:
        """The country of an ISO 3166 alpha-2 code."""
        return self._remembered(code, "ref")

    def area(self, code: str) -> Entry | None:
        """The admin area of a code such as "SY.12", "US.TX.113" or a p-code."""
        return self._remembered(code, "area")

    def _remembered(self, code: str, kind: str) -> Entry | None:
        if (code, kind) not in self._areas:
            find = {"ref": self._country, "area": self._area, "capital": self._capital}[kind]
            self._areas[code, kind] = find(code)
        return self._areas[code, kind]

    def _country(self, code: str) -> Entry | None:
        return next((found for file in self.files if (found := file.by_ref(f"iso:{code}"))), None)

    def capital(self, code: str) -> Entry | None:
        """The capital of the country of an ISO 3166 alpha-2 code."""
        return self._remembered(code, "capital")

    def _capital(self, code: str) -> Entry | None:
        return next((found for file in self.files if (found := file.capital(code))), None)

    def _area(self, code: str) -> Entry | None:
        for file in self.files:
            if found := file.province(code) or file.district(code):
                return found
        return None

    def admin(self, entry: Entry) -> tuple[str, ...]:
        """Names from the country downwards of the areas that hold a place, its own left out."""
        own = entry.country, entry.admin1, entry.admin2
        if own not in self._holders:
            areas = [self.country(entry.country) if entry.country else None]
            areas += [self.area(code) for code in (entry.admin1, entry.admin2) if code]
            self._holders[own] = tuple(area for area in areas if area)
        return tuple([area.name for area in self._holders[own] if area.ref != entry.ref])

    def provinces(self, country: str) -> tuple[Entry, ...]:
        """The first-level areas of a country, each once."""
        return merged(entry for file in self.files for entry in file.provinces(country))

    def names(self, entry: Entry) -> list[str]:
        """Normal forms of all names of a place."""
        return [form for file in self.files for form in file.names(entry.ref)]

    def by_geonames_id(self, number: int) -> Entry | None:
        """The place of a GeoNames id."""
        return next((found for file in self.files if (found := file.by_ref(f"geonames:{number}"))), None)

    def border(self, one: str, two: str) -> tuple[tuple[float, float], ...]:
        """Points (lat, lon) about every 16 km along the border of two countries; none where they do not meet."""
        return _borders().get((min(one, two), max(one, two)), ())


def merged(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Each place once: of those of one level within `TWIN_KM` the first, with the best name and population."""
    out: dict[str, Entry] = {}
    places: dict[tuple[str, str], dict[tuple[str, str], list[str]]] = {}  # ids by level and country, then by origin
    for entry in entries:
        origins = places.setdefault((entry.level, entry.country), {})
        others = (ref for origin, refs in origins.items() if origin != _origin(entry) for ref in refs)
        twin = entry.ref if entry.ref in out else next((ref for ref in others if _twins(out[ref], entry)), None)
        if twin is None:
            out[entry.ref] = entry
            origins.setdefault(_origin(entry), []).append(entry.ref)
            continue
        known = out[twin]
        out[twin] = replace(
            known,
            population=max(known.population, entry.population),
            rank=min(known.rank, entry.rank),
            box=known.box or entry.box,
        )
    return tuple(out.values())


def _origin(entry: Entry) -> tuple[str, str]:
    """Whose a place is: within one table, two places of one name are two."""
    return entry.source, entry.ref.partition(":")[0]


def _twins(one: Entry, two: Entry) -> bool:
    if one.level != two.level or one.country != two.country:
        return False
    if one.level == "province" and "." in one.admin1 and "." in two.admin1:
        return one.admin1 == two.admin1  # both by GeoNames' codes
    return great_circle_km(one.lat, one.lon, two.lat, two.lon) <= TWIN_KM[one.level]


def _likeness(one: str, two: str) -> float:
    """How alike two spellings are, 0 to 100: the mean of letters as written and of vowels as heard."""
    return (fuzz.ratio(one, two) + fuzz.ratio(heard(one), heard(two))) / 2


@cache
def _borders() -> dict[tuple[str, str], tuple[tuple[float, float], ...]]:
    """Borders by pair of codes, in the order of the alphabet."""
    out = {}
    for row in lines("borders.tsv")[1:]:
        one, two, points = row.split("\t")
        pairs = (point.split(",") for point in points.split())
        out[one, two] = tuple((float(lat), float(lon)) for lat, lon in pairs)
    return out
