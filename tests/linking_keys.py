"""The labelled set of tests/linking as records, so that the linker can be run on its keys.

python tests/linking_keys.py [work|held|all]    the measures, and with `work` what went wrong
python tests/linking_keys.py read [work|held|all]    the same for claims as the pipeline reads them
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from aftermath.evaluate.linking import LinkTable, measure_links
from aftermath.extract.lexicon import read_table
from aftermath.link.links import Links
from aftermath.link.telling import tellings
from aftermath.model import (
    Actor,
    Claim,
    Harm,
    Party,
    Place,
    PlaceMention,
    Record,
    Report,
    Source,
    Target,
    Time,
    TimeMention,
    Weapon,
    Words,
)
from aftermath.pipeline import Settings, read_reports
from aftermath.resolve import actor
from case_format import Case, parse
from case_format import Claim as Key

HERE = Path(__file__).parent / "linking"


@dataclass(frozen=True)
class Keyed:
    """Records made of keyed claims, and the incident of each claim."""

    records: tuple[Record, ...]
    incident: dict[str, str]

    def only(self, wars: frozenset[str]) -> "Keyed":
        """The part whose incidents are of these wars."""
        records = tuple(record for record in self.records if record.report.id.split("-")[0] in wars)
        ids = {claim.id for record in records for claim in record.claims}
        return Keyed(records, {claim: name for claim, name in self.incident.items() if claim in ids})


@cache
def keyed() -> Keyed:
    """The whole set."""
    cases = [parse(path.read_text("utf-8"), path) for path in sorted((HERE / "reports").glob("*.txt"))]
    incident = {_id(case, i): claim.incident for case in cases for i, claim in enumerate(case.claims)}
    return Keyed(tuple(map(_record, cases)), incident)


def incidents() -> dict[str, dict[str, str]]:
    """The rows of incidents.tsv by incident."""
    with (HERE / "incidents.tsv").open(encoding="utf-8", newline="") as file:
        return {row["incident"]: row for row in csv.DictReader(file, delimiter="\t")}


def halves() -> tuple[frozenset[str], frozenset[str]]:
    """The wars of the half worked on, and of the half held: by SHA-256 of their short names.

    By wars, not by incidents: near misses are within a war, and must be of one half.
    """
    wars = sorted({name.split("-")[0] for name in incidents()}, key=lambda war: sha256(war.encode()).hexdigest())
    return frozenset(wars[: len(wars) // 2]), frozenset(wars[len(wars) // 2 :])


def _id(case: Case, index: int) -> str:
    return f"{case.path.stem}#{index}"


def _record(case: Case) -> Record:
    report = Report(
        id=case.path.stem, text=case.text, outlet=case.outlet, published=case.published, language="en", sha256=""
    )
    return Record(report=report, claims=tuple(_claim(case, i, key) for i, key in enumerate(case.claims)))


def _words(case: Case, text: str) -> Words:
    start = case.text.index(text)
    return Words(text=text, span=(start, start + len(text)))


def _claim(case: Case, index: int, key: Key) -> Claim:
    def at(text: str) -> tuple[int, int]:
        return _words(case, text).span

    when = key.when and TimeMention(
        text=key.when.text, span=at(key.when.text), time=Time(start=key.when.start, end=key.when.end)
    )
    return Claim(
        id=_id(case, index),
        event=key.event,
        scope=key.scope,
        stance=key.stance,
        quotes=tuple(_words(case, quote.text) for quote in key.quotes),
        sources=tuple(_source(_words(case, s.text), case) for s in key.sources),
        when=when,
        where=tuple(
            PlaceMention(
                text=w.text,
                span=at(w.text),
                place=Place(name=w.text, lat=w.lat, lon=w.lon, precision="unknown" if w.lat is None else "town"),
            )
            for w in key.where
        ),
        attackers=tuple(Party(text=p.text, span=at(p.text), actor=_actor(p.text, case)) for p in key.attackers),
        targets=tuple(Target(text=t.text, span=at(t.text), kind=_target_kind(t.text)) for t in key.targets),
        weapons=tuple(Weapon(text=w.text, span=at(w.text)) for w in key.weapons),
        harm=tuple(
            Harm(text=h.text, span=at(h.text), kind=h.kind, who=h.who, low=h.low, high=h.high) for h in key.harm
        ),
    )


@cache
def _register() -> actor.Register:
    return actor.open_register()


def _actor(text: str, case: Case) -> Actor | None:
    return _register().resolve(text, on=case.published)


def _source(words: Words, case: Case) -> Source:
    kind, body = _register().source_kind(words.text, on=case.published)
    return Source(text=words.text, span=words.span, kind=kind, actor=body)


@cache
def _target_kinds() -> dict[str, str]:
    return {" ".join(row.words): row["kind"] for row in reversed(list(read_table("targets")))}


def _target_kind(text: str) -> str:
    """The kind of the last word of the table that stands in the wording."""
    words = [word.strip(".,").removesuffix("s") for word in text.lower().split()]
    found = [_target_kinds()[word] for word in words if word in _target_kinds()]
    return found[-1] if found else ""


def link(part: Keyed) -> dict[str, str]:
    """The group of each claim, as the linker finds it, by its least claim."""
    links = Links()
    links.add(telling for record in part.records for telling in tellings(record))
    return {name: group[0] for group in links.groups() for name in group}


def measured(part: str) -> LinkTable:
    """The measures over one half or all; the linker is run over all wars together."""
    work, held = halves()
    wars = {"work": work, "held": held, "all": work | held}[part]
    return measure_links(keyed().only(wars).incident, link(keyed()))


def read(part: str) -> tuple[LinkTable, int]:
    """The measures over claims as read, and how many read claims answer no keyed one."""
    work, held = halves()
    wars = {"work": work, "held": held, "all": work | held}[part]
    records = list(read_reports([record.report for record in keyed().records], Settings()))
    gold = {
        claim.id: keyed().incident[key]
        for keys, record in zip(keyed().records, records, strict=True)
        if record.report.id.split("-")[0] in wars
        for claim in record.claims
        if (key := _answered(claim, keys.claims))
    }
    mine = [claim for record in records if record.report.id.split("-")[0] in wars for claim in record.claims]
    return measure_links(gold, link(Keyed(tuple(records), {}))), len(mine) - len(gold)


def _answered(claim: Claim, keys: Sequence[Claim]) -> str:
    """The keyed claim whose quotes the claim's overlap most, "" where they overlap none.

    Of claims with the same quotes the one with the same event is meant.
    """
    ranked = [(_overlap(claim, key), key.event == claim.event, key.id) for key in keys]
    return max((entry for entry in ranked if entry[0]), default=(0, False, ""))[2]


def _overlap(one: Claim, other: Claim) -> int:
    return sum(max(0, min(a.span[1], b.span[1]) - max(a.span[0], b.span[0])) for a in one.quotes for b in other.quotes)


def _print(table: LinkTable) -> None:
    print(f"{table.claims} claims, {table.incidents} incidents, {table.found} groups found")
    for name, score in table.measures.items():
        print(f"{name:8} P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}")
    print(f"CoNLL F1 {table.conll:.3f}")


def _faults(wars: frozenset[str]) -> None:
    part = keyed().only(wars)
    links = Links()
    links.add(telling for record in part.records for telling in tellings(record))
    by_incident: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for group in links.groups():
        of = {part.incident[name] for name in group}
        if len(of) > 1:
            print("MERGED", group, sorted(of))
        for name in of:
            by_incident[name].append(group)
    for name, groups in by_incident.items():
        if len(groups) > 1:
            print("SPLIT", name, groups)
            for one in groups[0]:
                for other in (claim for group in groups[1:] for claim in group):
                    found = links.comparison(one, other)
                    print(f"    {one} {other} {found.total:+.2f} {'BARRED ' * found.is_barred}{found.reasons}")


def main(arguments: Sequence[str]) -> None:
    if arguments and arguments[0] == "read":
        table, unanswered = read(arguments[1] if len(arguments) > 1 else "all")
        _print(table)
        print(f"{unanswered} read claims answer no keyed claim")
        return
    part = arguments[0] if arguments else "all"
    _print(measured(part))
    if part == "work":
        _faults(halves()[0])


if __name__ == "__main__":
    main(sys.argv[1:])
