"""How well given toponyms are placed: LGL, and the places of a folder of gold reports.

    python -m aftermath.evaluate.toponyms ../shared/geoparse/lgl.xml.gz
    python -m aftermath.evaluate.toponyms ../shared/gold/dev

On LGL the toponyms' spans are given and each article's are resolved together; reported are
Acc@161km (the corpus's usual measure, 100 miles), the ceiling (the share for which the
gazetteer holds any place of that name within 161 km), the most populous place's accuracy
as a baseline, and the median error. On gold reports every place with coordinates whose words
name one is looked for among the mentions that its report gives, right within 10 km; the ceiling
is the share of which the gazetteer holds a place, by any words of the gold's text or name.
A third of the gold, by the hash of its ids, is held aside and reported apart.
"""

import gzip
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from xml.etree import ElementTree as ET

from aftermath import lang
from aftermath.model import Misuse, PlaceMention
from aftermath.model.globe import great_circle_km
from aftermath.model.words import Span
from aftermath.resolve.gazetteer import Entry, Gazetteer, open_gazetteer
from aftermath.resolve.place import places, resolve_names

LGL_KM, GOLD_KM = 161.0, 10.0
HELD_ASIDE = 15
FAR = float("inf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A gold toponym: its span in its article, and where it is."""

    span: Span
    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Toponyms counted; of these held by the gazetteer, right, right by the baseline; median error in km; seconds."""

    number: int
    held: int
    right: int
    baseline: int = 0
    median_km: float = FAR
    seconds: float = 0.0

    def lines(self, km: float) -> str:
        """The score in words."""
        shown = f"{self.number} toponyms, within {km:.0f} km: {self.right / self.number:.4f}"
        shown += f", of those the gazetteer holds {self.right / self.held:.4f}; ceiling {self.held / self.number:.4f}"
        if self.seconds:
            shown += f"; most populous {self.baseline / self.number:.4f}; median error {self.median_km:.1f} km"
            shown += f"; {self.number / self.seconds:,.0f} toponyms/s"
        return shown


def lgl(path: Path) -> Iterator[tuple[str, list[Toponym]]]:
    """Texts and toponyms of a corpus in LGL's form, toponyms without coordinates left out."""
    with gzip.open(path) as file:
        articles = ET.parse(file).getroot().findall("article")  # noqa: S314 - a file that the user names
    for article in articles:
        toponyms = []
        for item in article.iterfind("toponyms/toponym"):
            lat, lon = item.findtext("gaztag/lat"), item.findtext("gaztag/lon")
            if lat and lon:
                span = int(item.findtext("start", "")), int(item.findtext("end", ""))
                toponyms.append(Toponym(span=span, lat=float(lat), lon=float(lon)))
        yield article.findtext("text", ""), toponyms


def score_lgl(articles: Iterable[tuple[str, list[Toponym]]], gazetteer: Gazetteer) -> Score:
    """Resolve each article's toponyms together and count."""
    errors: list[float] = []
    held = baseline = 0
    seconds = 0.0
    for text, toponyms in articles:
        start = perf_counter()
        choices = resolve_names([toponym.span for toponym in toponyms], text, gazetteer)
        seconds += perf_counter() - start
        for toponym, choice in zip(toponyms, choices, strict=True):
            named = gazetteer.named(text[slice(*toponym.span)])
            largest = max(named, key=lambda entry: (entry.population, entry.ref), default=None)
            errors.append(_error(choice.entry, toponym))
            baseline += _error(largest, toponym) <= LGL_KM
            held += any(_error(entry, toponym) <= LGL_KM for entry in named)
    right = sum(error <= LGL_KM for error in errors)
    return Score(
        number=len(errors), held=held, right=right, baseline=baseline, median_km=median(errors), seconds=seconds
    )


def _error(entry: Entry | None, toponym: Toponym) -> float:
    return great_circle_km(entry.lat, entry.lon, toponym.lat, toponym.lon) if entry else FAR


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPlace:
    """A place of a gold claim, and the words that name it."""

    words: str
    name: str
    lat: float
    lon: float


def score_gold(folder: Path, gazetteer: Gazetteer) -> tuple[Score, Score]:
    """Scores of the open reports and of those held aside."""
    reports = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    if not reports:
        raise Misuse(f"{folder}: holds no gold reports")
    by_hash = sorted(reports, key=lambda report: hashlib.sha256(report["id"].encode()).hexdigest())
    aside, open_ = by_hash[:HELD_ASIDE], by_hash[HELD_ASIDE:]
    return _score_reports(open_, gazetteer), _score_reports(aside, gazetteer)


def _score_reports(reports: Sequence[dict[str, object]], gazetteer: Gazetteer) -> Score:
    number = held = right = 0
    for report in reports:
        text = str(report["text"])
        mentions = places(lang.parse(text), gazetteer)
        for place in gold_places(report):
            number += 1
            if _holds(place, gazetteer):
                held += 1
                right += any(_is_right(mention, place) for mention in _overlapping(mentions, place.words, text))
    return Score(number=number, held=held, right=right)


def gold_places(report: dict[str, object]) -> list[GoldPlace]:
    """The places of a gold report whose words name one and whose coordinates are given, each once."""
    found = {}
    for claim in report["claims"]:  # type: ignore[attr-defined]
        for where in claim["where"]:
            if where["lat"] is not None and re.search(r"\b[A-Z]", where["text"]):
                place = GoldPlace(words=where["text"], name=where["name"], lat=where["lat"], lon=where["lon"])
                found[place.words, place.lat, place.lon] = place
    return list(found.values())


def _overlapping(mentions: Iterable[PlaceMention], words: str, text: str) -> list[PlaceMention]:
    """Mentions that share letters with any occurrence of some words."""
    spans = [match.span() for match in re.finditer(re.escape(words), text)]
    return [
        m for m in mentions if not m.adjectival and any(m.span[0] < end and start < m.span[1] for start, end in spans)
    ]


def _is_right(mention: PlaceMention, place: GoldPlace) -> bool:
    lat, lon = mention.place.lat, mention.place.lon
    return lat is not None and lon is not None and great_circle_km(lat, lon, place.lat, place.lon) <= GOLD_KM


def _holds(place: GoldPlace, gazetteer: Gazetteer) -> bool:
    """Whether the gazetteer has a place within 10 km under any stretch of the gold's words or name, spelling aside."""
    for words in (place.words, place.name):
        tokens = re.findall(r"[\w'’-]+", words)
        for start in range(len(tokens)):
            for end in range(start + 1, len(tokens) + 1):
                name = " ".join(tokens[start:end])
                entries = [*gazetteer.named(name), *(entry for _, entry in gazetteer.sounding(name))]
                if any(great_circle_km(e.lat, e.lon, place.lat, place.lon) <= GOLD_KM for e in entries):
                    return True
    return False


def main(arguments: Sequence[str]) -> str:
    """The report on a corpus; `Misuse` where the argument is none."""
    if len(arguments) != 1:
        raise Misuse("name one corpus: an LGL file (.xml.gz) or a folder of gold reports")
    path, gazetteer = Path(arguments[0]), open_gazetteer()
    sources = ", ".join(file.meta["source"] for file in gazetteer.files)
    if path.is_dir():
        reports = score_gold(path, gazetteer)
        shown = [f"{name}: {score.lines(GOLD_KM)}" for name, score in zip(("open", "held aside"), reports, strict=True)]
    else:
        shown = [score_lgl(lgl(path), gazetteer).lines(LGL_KM)]
    return "\n".join([f"gazetteer: {sources}", *shown])


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1:]) + "\n")
