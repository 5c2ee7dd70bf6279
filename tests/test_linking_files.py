"""The labelled set for linking is well-formed and large enough."""

import csv
import datetime
import difflib
from collections import Counter
from pathlib import Path

import pytest

from case_format import EVENTS, HEADERS, SCOPES, STANCES, Case, parse

HERE = Path(__file__).parent / "linking"
REPORTS = {p.stem: parse(p.read_text(encoding="utf-8"), p) for p in sorted((HERE / "reports").glob("*.txt"))}


def _incidents() -> dict[str, dict[str, str]]:
    with (HERE / "incidents.tsv").open(encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f, delimiter="\t"))
    found = {row["incident"]: row for row in rows}
    assert len(found) == len(rows), "an incident twice"
    return found


INCIDENTS = _incidents()


@pytest.mark.parametrize("case", REPORTS.values(), ids=REPORTS)
def test_report_is_well_formed(case: Case) -> None:
    assert case.claims
    for claim in case.claims:
        assert claim.event in EVENTS
        assert claim.scope in SCOPES
        assert claim.stance in STANCES
        assert claim.quotes
        for words in claim.texts():
            assert words in case.text, f"not in the text: {words!r}"
        row = INCIDENTS[claim.incident]
        assert claim.scope == row["kind"]
        if claim.when:
            first, last = (datetime.date.fromisoformat(row[k]) for k in ("first", "last"))
            assert claim.when.start <= last, claim
            assert claim.when.end >= first, claim
    for line in case.path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("# "):
            break
        assert line[2:].split(":")[0] in HEADERS | {"claims", "copies"}


def test_copies_are_copies() -> None:
    for case in REPORTS.values():
        if case.copies:
            original = REPORTS[case.copies]
            assert not original.copies, "a copy of a copy"
            assert original.published <= case.published
            shared = difflib.SequenceMatcher(None, original.text, case.text, autojunk=False).find_longest_match()
            assert shared.size >= 80, f"{case.path.stem} shares only {shared.size} letters with {case.copies}"
            told = {c.incident for c in original.claims}
            assert told & {c.incident for c in case.claims}


def test_campaigns_contain_incidents() -> None:
    for name, row in INCIDENTS.items():
        assert row["kind"] in SCOPES
        assert row["first"] <= row["last"]
        if row["within"]:
            campaign = INCIDENTS[row["within"]]
            assert campaign["kind"] == "campaign", name
            assert row["kind"] == "incident", name
            assert campaign["first"] <= row["first"] <= row["last"] <= campaign["last"], name


def test_enough() -> None:
    claims = [c for case in REPORTS.values() for c in case.claims]
    tellings = Counter(name for case in REPORTS.values() for name in {c.incident for c in case.claims})
    assert set(tellings) == set(INCIDENTS), "an incident that nobody tells"
    assert len(REPORTS) >= 60
    assert len(INCIDENTS) >= 25
    assert len(claims) >= 100
    assert sum(n >= 3 for n in tellings.values()) >= 10, "too few incidents with several tellings"
    assert len({case.war for case in REPORTS.values()}) >= 8
    assert sum(bool(case.copies) for case in REPORTS.values()) >= 6
    assert sum(row["kind"] == "campaign" for row in INCIDENTS.values()) >= 3
