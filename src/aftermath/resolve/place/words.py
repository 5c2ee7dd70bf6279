"""The tables of words around place names: kinds, directions, and words that are no places."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from aftermath.resolve.gazetteer.names import normal


@dataclass(frozen=True, slots=True)
class Kind:
    """A word for a kind of place: the sizes it allows, where it stands, and what it makes of a name (see the table)."""

    levels: tuple[str, ...]
    before: bool
    after: bool
    sense: str


def _rows(table: str) -> list[list[str]]:
    text = (files("aftermath.resolve.place") / "data" / table).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def kinds() -> dict[str, Kind]:
    """Words for kinds of place, lower case."""
    out = {}
    for word, levels, where, sense in _rows("kinds.tsv")[1:]:
        out[word] = Kind(tuple(levels.split()), where in {"before", "both"}, where in {"after", "both"}, sense)
    return out


@cache
def modifiers() -> frozenset[str]:
    """Words that may stand between a name and the word for its kind."""
    return frozenset(word for row in _rows("modifiers.txt") for word in row[0].split())


@cache
def bearings() -> dict[str, float]:
    """Compass bearings in degrees of "north", "northern" and such; "central" is left out."""
    out = {}
    for word, degrees, adjective in _rows("directions.tsv")[1:]:
        if degrees:
            out[word] = float(degrees)
            if adjective:
                out[adjective] = float(degrees)
    return out


@cache
def part_adjectives() -> frozenset[str]:
    """Adjectives for parts of places: "northern", "central"."""
    return frozenset(row[2] for row in _rows("directions.tsv")[1:] if row[2])


@cache
def agencies() -> frozenset[str]:
    """Initials of news agencies and other media, in capitals: "SANA" is no Sana'a."""
    text = (files("aftermath.resolve") / "tables" / "sources.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    names = (name for row in rows if row[2] == "media" for name in (row[1], *row[-1].split("|")))
    return frozenset(name for name in names if name.isupper() and name.isascii() and " " not in name)


@cache
def never_places() -> frozenset[str]:
    """Names of peoples, groups and people, normal forms, that are no places whoever says so."""
    return frozenset(normal(row[0]) for row in _rows("never_places.txt"))


@cache
def before_places() -> frozenset[str]:
    """Words after which a capitalised name is likely a place, lower case."""
    return frozenset(word for row in _rows("before_places.txt") for word in row[0].split())


@cache
def titles() -> frozenset[str]:
    """Titles of people."""
    return frozenset(word for row in _rows("titles.txt") for word in row[0].split())


@cache
def not_places() -> frozenset[str]:
    """Words that are no place on the gazetteer's word alone."""
    return frozenset(word for row in _rows("not_places.txt") for word in row[0].split())
