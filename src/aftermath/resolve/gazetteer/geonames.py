"""Read GeoNames dumps: country files, allCountries, and alternateNamesV2, zipped or not.

The columns are those of GeoNames' own readme. Rows are streamed; the first that does not
fit ends the import, with its line number, since a cut-off download looks just like that.
"""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from aftermath.resolve.gazetteer.default import is_kept
from aftermath.resolve.gazetteer.entry import OTHER, Entry
from aftermath.resolve.gazetteer.file import Named
from aftermath.resolve.gazetteer.trouble import BadTable

PLACE_COLUMNS, NAME_COLUMNS = 19, 10
NO_NAMES = frozenset({"link", "post", "iata", "icao", "faac", "wkdt", "unlc", "abbr", "phon", "piny"})
"""Values of the language column of alternateNamesV2 that mark no name a report would use."""


@contextmanager
def opened(path: Path) -> Iterator[IO[str]]:
    """The text of a dump; of a zip file, its one table (GeoNames packs a readme beside it)."""
    try:
        if path.suffix.lower() != ".zip":
            with path.open(encoding="utf-8", newline="\n") as file:
                yield file
            return
        with zipfile.ZipFile(path) as packed:
            wanted = f"{path.stem}.txt".lower()
            member = next((name for name in packed.namelist() if Path(name).name.lower() == wanted), None)
            if member is None:
                raise BadTable(path, f"holds no {path.stem}.txt; a GeoNames dump does")
            with packed.open(member) as raw:
                yield io.TextIOWrapper(raw, encoding="utf-8", newline="\n")
    except (zipfile.BadZipFile, EOFError) as error:
        raise BadTable(path, f"is no whole zip file ({error}); download it again") from error
    except UnicodeDecodeError as error:
        raise BadTable(path, f"is not UTF-8 text ({error.reason})") from error
    except OSError as error:
        raise BadTable(path, f"cannot be read ({error.strerror or error})") from error


def places(path: Path) -> Iterator[Named]:
    """The places of a country dump or of allCountries."""
    with opened(path) as file:
        for number, line in enumerate(file, start=1):
            cells = line.rstrip("\n").split("\t")
            if len(cells) != PLACE_COLUMNS:
                raise BadTable(path, f"has {len(cells)} columns where GeoNames dumps have {PLACE_COLUMNS}", number)
            try:
                yield _place(cells)
            except ValueError as error:
                raise BadTable(path, str(error), number) from error


def _place(cells: list[str]) -> Named:
    ident, name, ascii_name, others, lat, lon, _, feature, country, _, first, second, *_ = cells
    if not ident.isdigit() or not name:
        raise ValueError("an id that is no number, or no name")
    entry = Entry(
        ref=f"iso:{country}" if feature in {"PCLI", "PCLD", "PCLS", "PCLF"} else f"geonames:{ident}",
        name=name, lat=degrees(lat, 90), lon=degrees(lon, 180), feature=feature or "UNKNOWN", country=country,
        admin1=f"{country}.{first}" if first and first != "00" else "",
        admin2=f"{country}.{first}.{second}" if first and second else "",
        population=int(cells[14] or 0),
    )  # fmt: skip
    names = [(other, OTHER) for other in others.split(",") if is_kept(other)]
    return entry, [(ascii_name, OTHER), *names]


def degrees(cell: str, most: float) -> float:
    """A coordinate; `ValueError` where it is none."""
    try:
        value = float(cell)
    except ValueError:
        raise ValueError(f"“{cell}” is no coordinate") from None
    if not -most <= value <= most:
        raise ValueError(f"{cell} is beyond {most:.0f} degrees")
    return value


def alternate_names(path: Path) -> Iterator[tuple[int, str]]:
    """GeoNames ids and further names of alternateNamesV2."""
    with opened(path) as file:
        for number, line in enumerate(file, start=1):
            cells = line.rstrip("\n").split("\t")
            if len(cells) != NAME_COLUMNS or not cells[1].isdigit():
                raise BadTable(
                    path, f"has {len(cells)} columns where alternateNamesV2 has {NAME_COLUMNS}, or no id", number
                )
            if cells[2] not in NO_NAMES and is_kept(cells[3]):
                yield int(cells[1]), cells[3]
