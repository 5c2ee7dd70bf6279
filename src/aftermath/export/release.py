"""What may leave the house: records and incidents without what the rules of release.tsv hide.

Takes all records and incidents and a day, gives those that the public may see on that day.
Words that are hidden become blocks of the same length, so that spans stay true. Of a text
only the words of released claims are shown. A rule that cannot be kept for a report, because
its address or id tells what is hidden, withholds the report. Judgements are not for release.
What reading did not recognise as a source or a place, no rule here can know.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from aftermath.export.release_names import other_name, renamed
from aftermath.model import Claim, Place, Record, Words
from aftermath.model.incident import Grade, Incident, Review
from aftermath.model.judgement import RULE

BLOCK = "█"
KM_A_DEGREE = 111.2
CODES = {
    "id",
    "kind",
    "event",
    "scope",
    "stance",
    "precision",
    "country",
    "grade",
    "about",
    "group",
    "sha256",
    "language",
}
"""Fields that hold codes and ids where they hold text, never words of a report."""
KEPT_AREAS = 2
"""Of a coarsened place: country and province."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules as read from their table."""

    hide: frozenset[str]
    coarsen: Mapping[str, float]
    delay: Mapping[str, int]
    plain: frozenset[str]


@cache
def release_rules() -> Rules:
    """The rules that ship."""
    text = (files("aftermath.export") / "release.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter="\t"))
    of = {name: [row for row in rows if row["rule"] == name] for name in ("hide", "coarsen", "delay", "plain")}
    return Rules(
        hide=frozenset(row["of"] for row in of["hide"]),
        coarsen={row["of"]: float(row["amount"]) for row in of["coarsen"]},
        delay={row["of"]: int(row["amount"]) for row in of["delay"]},
        plain=frozenset(row["of"] for row in of["plain"]),
    )


def released(
    records: Iterable[Record], incidents: Iterable[Incident], rules: Rules, today: date
) -> tuple[list[Record], list[Incident]]:
    """What the public may see on a day."""
    by_claim = {claim.id: record for record in records for claim in record.claims}
    made = list(incidents)
    held = {claim for incident in made if _is_delayed(incident, by_claim, rules, today) for claim in incident.claims}
    gone = {by_claim[claim].report.id for claim in held}
    coarse = _coarse(made, by_claim, rules)
    secrets = {record.report.id: _secrets(record, rules, coarse) for record in by_claim.values()}
    gone |= {record.report.id for record in by_claim.values() if _tells(record, secrets[record.report.id])}
    shown = [i for i in made if not any(by_claim[claim].report.id in gone for claim in i.claims)]
    open_claims = {claim for incident in shown for claim in incident.claims}
    kept = {record.report.id: record for record in by_claim.values() if record.report.id not in gone}
    names = _other_names(kept.values(), secrets)
    return (
        [renamed(_record(record, secrets[name], open_claims, coarse), names) for name, record in kept.items()],
        [renamed(_incident(incident, by_claim, secrets, coarse), names) for incident in shown],
    )


def is_restricted(record: Record, rules: Rules) -> bool:
    """Whether the rules hide anything of a record."""
    coarse = {claim.id: rules.coarsen[claim.event] for claim in record.claims if claim.event in rules.coarsen}
    return bool(_secrets(record, rules, coarse)) or any(claim.event in rules.delay for claim in record.claims)


def _is_delayed(incident: Incident, by_claim: Mapping[str, Record], rules: Rules, today: date) -> bool:
    """Whether it is too early; an incident of which no day is known waits for ever."""
    events = {incident.event, *(c.event for name in incident.claims for c in by_claim[name].claims if c.id == name)}
    days = max((rules.delay.get(event, 0) for event in events), default=0)
    if not days:
        return False
    published = [day for name in incident.claims if (day := by_claim[name].report.published)]
    last = incident.end or max(published, default=None)
    return last is None or last + timedelta(days=days) > today


def _coarse(incidents: Iterable[Incident], by_claim: Mapping[str, Record], rules: Rules) -> dict[str, float]:
    """Claims whose places become areas, with the size: all claims of an incident that has one such."""
    found: dict[str, float] = {}
    for incident in incidents:
        events = {incident.event, *(c.event for n in incident.claims for c in by_claim[n].claims if c.id == n)}
        if km := max((rules.coarsen.get(event, 0) for event in events), default=0):
            found.update(dict.fromkeys(incident.claims, km))
    return found


def _secrets(record: Record, rules: Rules, coarse: Mapping[str, float]) -> frozenset[str]:
    """Words that must not be shown of a record, nor of what is made of it."""
    found: set[str] = set()
    shown = {word.lower() for claim in record.claims for mention in claim.where for word in _names(mention.text, rules)}
    for claim in record.claims:
        for source in claim.sources:
            names = _names(source.text, rules)
            if source.kind in rules.hide and (names or len(source.text.split()) > 3):
                found.add(source.text)
                found |= {name for name in names if name.lower() not in shown}
        if claim.id in coarse:
            for mention in claim.where:
                place, kept = mention.place, set(mention.place.admin[:KEPT_AREAS])
                if _is_finer(place, coarse[claim.id]):
                    words = {mention.text, place.name, *place.alternatives, *place.admin[KEPT_AREAS:]} - kept
                    found |= words | {name for word in words for name in _names(word, rules)} - kept
    return frozenset(word for word in found if len(word) > 2)


def _names(words: str, rules: Rules) -> list[str]:
    """Words with a capital that are names."""
    found = re.findall(r"[^\W\d_][\w'’-]+", words)
    return [word for word in found if word[0].isupper() and word.lower() not in rules.plain and len(word) > 2]


def _tells(record: Record, secrets: frozenset[str]) -> bool:
    """Whether the report's id or address itself has hidden words."""
    said = re.sub(r"\W+", "", f"{record.report.id} {record.report.url}").lower()
    return any((bare := re.sub(r"\W+", "", word).lower()) and bare in said for word in secrets)


def _other_names(records: Iterable[Record], secrets: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Other ids for claims of hidden sources: by their own, words could be guessed (`release_names`)."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for record in records:
        mask = _mask(secrets[record.report.id])
        for claim in record.claims:
            if any(mask(source.text) != source.text for source in claim.sources):
                made = other_name(record.report.id, mask, claim)
                found[claim.id] = made if made not in taken else f"{made}-{len(taken)}"
                taken.add(found[claim.id])
    return found


def _is_finer(place: Place, km: float) -> bool:
    return place.precision not in ("country", "province", "region") and (place.radius_km or 0) < km


def _coarser(place: Place, km: float) -> Place:
    """The area of a grid that a place lies in, under the name of its province."""
    if not _is_finer(place, km):
        return place
    admin, step = place.admin[:KEPT_AREAS], km / KM_A_DEGREE
    lat, lon = (None if v is None else round(round(v / step) * step, 4) for v in (place.lat, place.lon))
    return Place(
        name=admin[-1] if admin else BLOCK * 3,
        lat=lat,
        lon=lon,
        precision="region",
        radius_km=km,
        country=place.country,
        admin=admin,
        why="made coarser by a rule of release",
    )


def _record(record: Record, secrets: frozenset[str], shown: set[str], coarse: Mapping[str, float]) -> Record:
    mask = _mask(secrets)
    claims = tuple(_claim(claim, mask, coarse) for claim in record.claims if claim.id in shown)
    text = mask(record.report.text)
    opened = bytearray(len(text))
    for claim in claims:
        for start, end in _spans(claim):
            opened[start:end] = b"\x01" * (end - start)
    text = "".join(char if seen or char.isspace() else BLOCK for char, seen in zip(text, opened, strict=True))
    report = replace(_walked(record.report, mask), text=text, author="", problems=())
    if secrets:
        report = replace(report, sha256="")  # whoever guessed the hidden words could see by it that they are right
    return Record(report=report, claims=claims)


def _claim(claim: Claim, mask: "Mask", coarse: Mapping[str, float]) -> Claim:
    kept: Claim = _walked(claim, mask)
    if claim.id not in coarse:
        return kept
    pairs = zip(claim.where, kept.where, strict=True)
    where = tuple(replace(new, place=_coarser(old.place, coarse[claim.id])) for old, new in pairs)
    told = {slot: why for slot, why in kept.why.items() if slot != "where"}  # it may say how far from which town
    carried = {slot: whence if slot != "where" else BLOCK * 3 for slot, whence in kept.inferred.items()}
    return replace(kept, where=where, why=told, inferred=carried)


def _incident(
    incident: Incident,
    by_claim: Mapping[str, Record],
    secrets: Mapping[str, frozenset[str]],
    coarse: Mapping[str, float],
) -> Incident:
    hidden = frozenset().union(*(secrets[by_claim[claim].report.id] for claim in incident.claims))
    made: Incident = replace(_walked(incident, _mask(hidden)), doubts=incident.doubts, review=Review())
    if made.grade.by != RULE:
        made = replace(made, grade=Grade(grade=made.grade.grade, reasons=("given by a reviewer",), by="reviewer"))
    if incident.place and incident.claims[0] in coarse:
        made = replace(made, place=_coarser(incident.place, coarse[incident.claims[0]]))
    return made


Mask = Any


def _mask(secrets: frozenset[str]) -> Mask:
    """A function that blots out the secrets in a text, whole words of any case, keeping its length."""
    if not secrets:
        return lambda text: text
    longest_first = sorted(secrets, key=lambda word: (-len(word), word))
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.IGNORECASE)
    return lambda text: pattern.sub(lambda found: BLOCK * len(found[0]), text)


def _walked(value: Any, mask: Mask) -> Any:
    """The value with every word of a report in it masked."""
    if is_dataclass(value) and not isinstance(value, type):
        held = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
        words = {name: item for name, item in held.items() if not (name in CODES and isinstance(item, str))}
        return replace(value, **{name: _walked(item, mask) for name, item in words.items()})
    if isinstance(value, tuple):
        return tuple(_walked(item, mask) for item in value)
    if isinstance(value, Mapping):
        return {key: _walked(item, mask) for key, item in value.items()}
    return mask(value) if isinstance(value, str) else value


def _spans(value: Any) -> Iterator[tuple[int, int]]:
    """The spans of all words in a value."""
    if isinstance(value, Words):
        yield value.span
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _spans(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)
