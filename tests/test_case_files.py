"""Every case file is well-formed, and there are enough of them."""

from collections import Counter
from pathlib import Path

import pytest

from case_format import EVENTS, HEADERS, REPORTS, SCOPES, STANCES, TOPICS, TREES, Case, CaseError, load, parse

CASES = [case for tree in TREES for case in load(tree)]
LONG = [case for tree in REPORTS for case in load(tree)]


def _name(case: Case) -> str:
    return f"{case.path.parent.parent.name}/{case.topic}/{case.path.stem}"


@pytest.mark.parametrize("case", CASES + LONG, ids=_name)
def test_case_is_well_formed(case: Case) -> None:
    assert case.text
    for claim in case.claims:
        assert claim.event in EVENTS
        assert claim.scope in SCOPES
        assert claim.stance in STANCES
        assert claim.quotes, f"no quotes: {claim}"
        for words in claim.texts():
            assert words in case.text, f"not in the text: {words!r}"
            assert "\n" not in words
        for slot in ("sources", "attackers", "targets", "weapons", "quotes", "where", "harm"):
            fillers = getattr(claim, slot)
            assert len(set(fillers)) == len(fillers), f"twice in {slot}: {fillers}"
        if claim.when:
            assert claim.when.start <= case.published


def test_headers_are_known() -> None:
    for case in CASES + LONG:
        for line in case.path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("# "):
                break
            assert line[2:].split(":")[0] in HEADERS | {"claims"}, case.path


def test_no_two_claims_of_a_case_are_the_same() -> None:
    for case in CASES + LONG:
        seen = [repr(c) for c in case.claims]
        assert len(set(seen)) == len(seen), case.path


def test_no_text_twice() -> None:
    texts = Counter(case.text for case in CASES + LONG)
    assert max(texts.values()) == 1


def test_enough_cases() -> None:
    wars = Counter(case.war for case in CASES)
    topics = Counter(case.topic for case in CASES)
    assert len(CASES) >= 150
    assert sum(n >= 4 for n in wars.values()) >= 8, wars
    assert set(topics) == TOPICS
    assert min(topics.values()) >= 10, topics
    assert max(wars.values()) <= len(CASES) / 8, "one war outweighs the others"


def test_both_trees_alike() -> None:
    sizes = [Counter(case.topic for case in CASES if case.path.is_relative_to(tree)) for tree in TREES]
    for topic in TOPICS:
        assert abs(sizes[0][topic] - sizes[1][topic]) <= 1, topic


def test_reports_are_long_and_many_sided() -> None:
    wars = Counter(case.war for case in LONG)
    sizes = [sum(case.path.is_relative_to(tree) for case in LONG) for tree in REPORTS]
    assert 3 * sizes[1] >= sum(sizes), "a third of the reports is held"
    assert max(wars.values()) <= len(LONG) / 4, "one war outweighs the others"
    for case in LONG:
        assert len(case.text.split()) >= 120, case.path


def test_enough_that_are_no_claims() -> None:
    assert sum(not case.claims or case.topic == "not-a-claim" for case in CASES) >= 35


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("# war: X\n# published: 2020-01-01\n# outlet: wire\nText.", "no line"),
        ("# war: X\n# outlet: wire\nText.\n# claims\n", "published"),
        ("# war: X\n# published: 2020-01-01\n# outlet: wire\nText.\n# claims\n  quotes: Text.", "before any claim"),
        ("# war: X\n# published: 2020-01-01\n# outlet: wire\nText.\n# claims\nattack incident\n", "not event"),
        (
            "# war: X\n# published: 2020-01-01\n# outlet: wire\nT.\n# claims\nattack incident denied\n  who: T.",
            "unknown",
        ),
        (
            "# war: X\n# published: 2020-01-01\n# outlet: wire\nT.\n# claims\nattack incident denied\n"
            '  harm: killed people 3..2 "T."',
            "wrong way",
        ),
    ],
)
def test_a_bad_file_is_refused(content: str, why: str) -> None:
    with pytest.raises(CaseError, match=why):
        parse(content, Path("x.txt"))
