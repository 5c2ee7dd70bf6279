"""The tables that analysts extend: every row can be read and means something to the code."""

import pytest

from aftermath.extract.clusters.cluster import ALONE, CAUSES, SPECIFIC
from aftermath.extract.events.harm import ROLES
from aftermath.extract.events.needs import NEEDS
from aftermath.extract.lexicon import Row, Table, read_table
from aftermath.model import EVENTS, HARM_KINDS, STANCES

TABLES = (
    "harm",
    "means",
    "other_causes",
    "people",
    "place_nouns",
    "speech",
    "stance",
    "targets",
    "triggers",
)


def rows(name: str) -> list[Row]:
    return list(read_table(name))


@pytest.mark.parametrize("name", TABLES)
def test_table_has_no_row_twice(name: str) -> None:
    seen = [(row.words, row.partner, tuple(row.cells.values())) for row in rows(name)]
    assert sorted({s for s in seen if seen.count(s) > 1}) == []


@pytest.mark.parametrize("name", TABLES)
def test_words_are_lower_case(name: str) -> None:
    assert [row.where for row in rows(name) if " ".join(row.words) != " ".join(row.words).lower()] == []


@pytest.mark.parametrize(
    ("name", "column", "allowed"),
    [
        ("triggers", "event", set(EVENTS)),
        ("triggers", "needs", set(NEEDS)),
        ("triggers", "pos", {"V", "N"}),
        ("harm", "kind", set(HARM_KINDS)),
        ("harm", "role", set(ROLES)),
        ("harm", "pos", {"V", "N", "A"}),
        ("means", "event", {*EVENTS, ""}),
        ("means", "weapon", {"yes", "no"}),
        ("speech", "effect", {"say", "accuse", "blame", "deny", "condemn"}),
        ("speech", "content", {"any", "clause", "that"}),
        ("stance", "effect", set(STANCES) - {"asserted"}),
        ("stance", "pos", {"ADV", "ADJ", "N", "NO", "V", "AUX", "PRED"}),
        ("people", "kind", {"combatant", "party", "civilian"}),
        ("other_causes", "weight", {"strong", "weak"}),
    ],
)
def test_cells_hold_what_the_code_knows(name: str, column: str, allowed: set[str]) -> None:
    assert {row.where: row[column] for row in rows(name) if row[column] not in allowed} == {}


def test_every_event_has_a_trigger() -> None:
    assert set(EVENTS) - {row["event"] for row in rows("triggers")} == set()


def test_every_check_is_used_by_a_row() -> None:
    assert set(NEEDS) - {row["needs"] for row in rows("triggers")} == set()


def test_every_event_has_a_rank() -> None:
    assert set(SPECIFIC) == set(EVENTS)
    assert len(SPECIFIC) == len(set(SPECIFIC))


def test_every_harm_has_causes_and_an_event_of_its_own() -> None:
    assert set(CAUSES) == set(ALONE) == set(HARM_KINDS)


def test_a_row_says_where_it_stands() -> None:
    assert all(row.where.startswith("triggers.tsv:") for row in rows("triggers"))


def test_longer_words_are_found_first() -> None:
    words = [row.words for row in Table("triggers")._rows["rocket"]]
    assert words == sorted(words, key=len, reverse=True)
