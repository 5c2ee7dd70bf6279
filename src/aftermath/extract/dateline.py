"""Datelines: the place, day and agency that stand before the first sentence of a report.

"BEIRUT, March 22 (Reuters) - ", "KABUL - ", "ABU DHABI: ", "SANAA | Wed Aug 10, 2011 11:51 am EDT SANAA (Reuters) - ".
"""

import re

LONGEST = 140
"""Characters of a paragraph among which its dateline is looked for."""
DATELINE = re.compile(
    r"[A-Z][A-Z'’.\\/ -]{2,30}(?::\s|"
    r"(?:[^()\n]{0,90}?\([A-Z][\w /.]{1,20}\)\s*|,[^()\n]{0,60}?\s|\s*)"
    r"(?:--|-|–|—)\s)"
)
"""A place in capitals, then a colon, or an agency in brackets, a comma and a date, or nothing, and a dash."""


def dateline_end(text: str, at: int) -> int:
    """Where the dateline of the paragraph that holds offset `at` ends; the paragraph's start where it has none."""
    line = text.rfind("\n", 0, at) + 1
    found = DATELINE.match(text[line : line + LONGEST])
    return line if found is None else line + found.end()


def in_dateline(text: str, at: int) -> bool:
    """Whether an offset lies within a dateline."""
    return at < dateline_end(text, at)
