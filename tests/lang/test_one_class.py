"""One name has one class in a report."""

import pytest

from aftermath.lang.one_class import one_class
from aftermath.model.parse import Name


def classes(names: list[tuple[str, str]]) -> list[str]:
    """The classes that names given as (words, class) have afterwards."""
    forms: list[str] = []
    found = []
    for words, kind in names:
        start = len(forms)
        forms += words.split()
        found.append(Name(start=start, end=len(forms), kind=kind))
    return [name.kind for name in one_class(found, forms.__getitem__)]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([("Okello", "PERSON"), ("Okello", "PERSON"), ("Okello", "LOCATION")], ["PERSON"] * 3),
        ([("Jane Okello", "PERSON"), ("Okello", "FACILITY"), ("Okello", "PERSON")], ["PERSON"] * 3),
        ([("Gao", "LOCATION"), ("Gao", "PERSON")], ["LOCATION", "PERSON"]),
        ([("Monday", "DATE"), ("Monday", "PERSON"), ("Monday", "PERSON")], ["DATE", "PERSON", "PERSON"]),
        ([], []),
    ],
)
def test_the_class_given_most_holds(names: list[tuple[str, str]], expected: list[str]) -> None:
    assert classes(names) == expected
