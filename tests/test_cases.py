"""Every case is read as its key says, but for those listed as known failures.

A case that fails and is not listed is a regression. One that is listed and passes must be
taken off the list, so the list can only tell the truth.
"""

import pytest

from case_format import TREES, load
from case_reading import Read, known_failures, name_of, read_cases

CASES = load(TREES[0])


@pytest.fixture(scope="module")
def read() -> dict[str, Read]:
    return {case.name: case for case in read_cases(CASES)}


@pytest.mark.parametrize("name", [name_of(case) for case in CASES])
def test_case(name: str, read: dict[str, Read]) -> None:
    faults = read[name].faults
    if name in known_failures():
        assert faults, f"{name} is read right now: take it off tests/cases/known-failures.txt"
    else:
        assert not faults, "\n".join(faults)


def test_the_list_names_cases_that_exist() -> None:
    assert known_failures() <= {name_of(case) for case in CASES}
