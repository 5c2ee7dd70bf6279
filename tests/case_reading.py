"""The case files and whole reports read by the pipeline and compared with their keys.

python tests/case_reading.py [WORD...]     what is wrong in the cases whose names hold a WORD
python tests/case_reading.py --table       the measure over all of tests/cases
python tests/case_reading.py --held        the measure over tests/cases-held, and nothing else
python tests/case_reading.py --reports [WORD...]   the measure over tests/reports, and what is wrong
python tests/case_reading.py --reports-held        the measure over tests/reports-held, and nothing else
python tests/case_reading.py --printed [WORD...]   the measure over the reports of tests/printed, and what is wrong
python tests/case_reading.py --printed-held        the measure over those of tests/printed-held, and nothing else
python tests/case_reading.py --list        names of the cases not read right, for known-failures.txt
"""

import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import printed_keys
from aftermath.evaluate import ClaimFinding, Marked, findings, mark, measure
from aftermath.evaluate.agreement import SAME, SLOTS, sort_out
from aftermath.evaluate.answer import Answer, answer
from aftermath.export import record_form
from aftermath.pipeline import Settings, read_sources
from case_format import REPORTS, TREES, Case, Claim, load

KNOWN_FAILURES = TREES[0] / "known-failures.txt"
HEAD = """\
# Cases not yet read right, one name a line. A case leaves the list when it is read right;
# tests/test_cases.py fails while the list is wrong. Rewritten by: python tests/case_reading.py --update
"""


@dataclass(frozen=True)
class Read:
    """A case as it was read, optional fillers taken out of the reading."""

    name: str
    marked: Marked

    @property
    def faults(self) -> list[str]:
        """What is wrong, a line each; a case without faults is right."""
        return [line for found in findings(self.marked) for line in _lines(found)]


def _lines(found: ClaimFinding) -> list[str]:
    claim = f"{found.event} “{' … '.join(found.quotes)[:80]}”"
    if found.verdict != "matched":
        return [f"{found.verdict} {claim}"]
    lacks = [f"{claim}: {slot.slot} lacks {filler}" for slot in found.slots for filler in slot.missed]
    return lacks + [f"{claim}: {slot.slot} has {filler}" for slot in found.slots for filler in slot.extra]


def read_cases(cases: Sequence[Case]) -> list[Read]:
    """Every case read as a user's report would be, from a file of JSON lines."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "cases.jsonl"
        file.write_text("".join(json.dumps(_report(case)) + "\n" for case in cases))
        records = read_sources([str(file)], Settings())
        return [_read(case, record_form(record)) for case, record in zip(cases, records, strict=True)]


def name_of(case: Case) -> str:
    return f"{case.topic}/{case.path.stem}"


def _report(case: Case) -> dict[str, str]:
    return {
        "id": name_of(case),
        "text": case.text,
        "published": case.published.isoformat(),
        "outlet": case.outlet,
        "language": "en",
    }


def _read(case: Case, record: dict[str, Any]) -> Read:
    """The case marked; what may stand there but need not is taken out of the matched claims first."""
    name = name_of(case)
    gold = [answer(_form(claim, optional=False), case.text) for claim in case.claims]
    may = [answer(_form(claim, optional=True), case.text) for claim in case.claims]
    first = mark(name, gold, [answer(claim, case.text) for claim in record["claims"]])
    read = list(first.read)
    for i, j in first.matched.items():
        read[j] = _without(read[j], gold[i], may[i])
    return Read(name, Marked(name, first.gold, tuple(read), first.matched))


def _without(read: Answer, gold: Answer, may: Answer) -> Answer:
    """A reading without the fillers that the key leaves open; any day will do for an open `when`."""
    kept = {}
    for slot in SLOTS:
        _, _, extra = sort_out(gold, read, slot)
        for filler in extra:
            if (slot == "when" and may.when) or any(SAME[slot](allowed, filler) for allowed in getattr(may, slot)):
                kept[slot] = tuple(f for f in kept.get(slot, getattr(read, slot)) if f is not filler)
    return replace(read, **kept)


def _form(claim: Claim, *, optional: bool) -> dict[str, Any]:
    """A key's claim in the form of a gold file: its certain fillers, or those that may be there."""

    def chosen(fillers: Sequence[Any]) -> list[Any]:
        return [filler for filler in fillers if filler.optional is optional]

    when = claim.when if claim.when and claim.when.optional is optional else None
    count = claim.count if claim.count and claim.count.optional is optional else None
    return {
        "event": claim.event,
        "scope": claim.scope,
        "stance": claim.stance,
        "quotes": [quote.text for quote in claim.quotes],
        "when": when and {"text": when.text, "start": when.start.isoformat(), "end": when.end.isoformat()},
        "where": [{"text": place.text, "lat": place.lat, "lon": place.lon} for place in chosen(claim.where)],
        **{slot: [words.text for words in chosen(getattr(claim, slot))] for slot in ("sources", "attackers")},
        **{slot: [words.text for words in chosen(getattr(claim, slot))] for slot in ("targets", "weapons")},
        "count": count and {"low": count.low, "high": count.high},
        "harm": [
            {"kind": harm.kind, "who": harm.who, "low": harm.low, "high": harm.high} for harm in chosen(claim.harm)
        ],
    }


def known_failures() -> set[str]:
    """Names of the cases known not to be read right yet."""
    lines = KNOWN_FAILURES.read_text("utf-8").splitlines() if KNOWN_FAILURES.exists() else []
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def _print_table(read: Sequence[Read]) -> None:
    table = measure(case.marked for case in read)
    for slot, row in table.rows.items():
        print(f"{slot:12} {row.precision:6.3f} {row.recall:6.3f} {row.f1:6.3f} {row.right:5} {row.read:5} {row.gold:5}")
    right = sum(not case.faults for case in read)
    print(f"headline {table.headline:.3f}; {right} of {len(read)} cases wholly right")


def _print_faults(read: Sequence[Read], asked: Sequence[str]) -> None:
    for case in read:
        if case.faults and (not asked or any(word in case.name for word in asked)):
            print(case.name)
            for fault in case.faults:
                print(f"    {fault}")


def _update(read: Sequence[Read]) -> None:
    """Rewrite the list of known failures, and say what joined and what left it."""
    before, now = known_failures(), {case.name for case in read if case.faults}
    KNOWN_FAILURES.write_text(HEAD + "".join(f"{name}\n" for name in sorted(now)), "utf-8")
    for name in sorted(before ^ now):
        print("now right:" if name in before else "now wrong:", name)


HELD: dict[str, Callable[[], list[Case]]] = {
    "--held": lambda: load(TREES[1]),
    "--reports-held": lambda: load(REPORTS[1]),
    "--printed-held": lambda: printed_keys.load(printed_keys.PRINTED[1]),
}
SHOWN: dict[str, Callable[[], list[Case]]] = {
    "--reports": lambda: load(REPORTS[0]),
    "--printed": lambda: printed_keys.load(printed_keys.PRINTED[0]),
}


def main(arguments: Sequence[str]) -> None:
    for option, cases in HELD.items():
        if option in arguments:
            _print_table(read_cases(cases()))
            return
    for option, cases in SHOWN.items():
        if option in arguments:
            read = read_cases(cases())
            _print_table(read)
            _print_faults(read, [word for word in arguments if word != option])
            return
    read = read_cases(load(TREES[0]))
    if "--table" in arguments:
        _print_table(read)
    elif "--update" in arguments:
        _update(read)
    else:
        _print_faults(read, arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
