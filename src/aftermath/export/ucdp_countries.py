"""Countries by the numbers that UCDP gives them, which are those of Gleditsch and Ward.

Takes a number, gives an ISO 3166 alpha-2 code, and back. The table is beside this module.
"""

import csv
from functools import cache
from importlib.resources import files


def code_of_number(number: int) -> str | None:
    """The alpha-2 code of the country that a number is of; None where UCDP has no such number."""
    return _codes().get(number)


def number_of_code(code: str) -> int | None:
    """UCDP's number of a country of today, None where it has none."""
    return {of: number for number, of in _codes().items()}.get(code)


@cache
def _codes() -> dict[int, str]:
    text = (files("aftermath.export") / "ucdp_countries.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {int(row["number"]): row["code"] for row in csv.DictReader(lines, delimiter="\t")}
