"""Datelines: the place, day and agency that stand before the first sentence of a report.

"BEIRUT, March 22 (Reuters) - ", "KABUL - ", "ABU DHABI: ", "(New York) - ",
"ACCRA | Sun Mar 4, 2012 9:12 am EST ACCRA (Reuters) - ", "DHAKA, May 4 (AFP): ".
A title may stand before it in one line.
"""

import re

LONGEST = 140
"""Characters of a paragraph among which its dateline is looked for."""
DATELINE = re.compile(
    r"[A-Z][A-Z'’.\\/ -]{2,30}(?::\s|,\s[A-Z][a-z]{2,8}\.?\s\d{1,2}:\s|"
    r"[^()\n]{0,90}?\([A-Z\d][\w /.]{1,20}\)\s*(?:--|-|–|—|:)\s|"
    r"(?:,[^()\n]{0,60}?\s|\s*)(?:--|-|–|—)\s)"
    r"|[A-Z][\w'’-]{2,20}(?: [A-Z][\w'’-]+){0,2},? \(?[A-Z]{2,8}\)?\s?(?:--|-|–|—|:|_)\s"
)
"""A place in capitals, then a colon, or an agency in brackets, a comma and a date, or nothing, and a dash."""
TITLE = re.compile(r"[^\n]{12,160}?[.!?”\"]\s+(?=[A-Z]{3})")
"""A title that is run into the first line of a report."""

_CITY = r"(?![A-Z/ ]+[,(])[A-Z][\w'’.-]+(?:[ /][A-Z][\w'’.-]+){0,3}"
_DAY = r"(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\.?\s(?:\d{1,2},\s)?\d{4}"
STATEMENT = re.compile(rf"(?:\({_CITY}(?:,[^()\n]{{3,30}})?\)|{_CITY}(?:,\s{_DAY}|,?\s\({_DAY}\)))\s*(?:--|-|–|—|:)\s")
"""The dateline of a statement: "(Beirut, March 3, 2021) – ", "Nairobi, 26 July 2022 – ", "New York (May 1, 2020): ".

Its place is the office of the body that speaks.
"""

DATED = re.compile(r"[A-Z][\w'’./ -]{2,40},[^()\n]{1,30}\([A-Z][\w /.-]{1,30}\)\s*(?:--|-|–|—)\s")
"""A dateline in small letters, with its date and agency: "Lima, 5 Jul 89 (EFE) -- ".

Its date is of the report alone, while its town is as often where it was as not.
"""

_DAY_OF_LINE = r"(?:\d{1,2}\s[A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.?\s\d{1,2}),?(?:\s\d{4})?"
LINE = re.compile(
    rf"[A-Z][^\n,(|.]{{1,40}}(?:,\s[A-Z][^\n,(|.]{{1,30}})?,\s{_DAY_OF_LINE}[ ]*(?:\([^()\n]{{2,60}}\)[ ]*)?$",
    re.MULTILINE,
)
"""A dateline that is a line of its own: "SANAA, Nov 5, 2023 (Reuters)"."""


def dateline_end(text: str, at: int) -> int:
    """Where the dateline of the paragraph that holds offset `at` ends; the paragraph's start where it has none."""
    line = text.rfind("\n", 0, at) + 1
    head = text[line : line + LONGEST]
    found = DATELINE.match(head) or STATEMENT.match(head) or LINE.match(head)
    if found is None and line == 0 and (title := TITLE.match(text)) is not None and at >= title.end():
        line, found = title.end(), DATELINE.match(text[title.end() : title.end() + LONGEST])
    return line if found is None else line + found.end()


def in_statement(text: str, at: int) -> bool:
    """Whether an offset lies within the dateline of a statement."""
    line = text.rfind("\n", 0, at) + 1
    found = STATEMENT.match(text[line : line + LONGEST])
    return found is not None and at < line + found.end()


def in_dateline(text: str, at: int) -> bool:
    """Whether an offset lies within a dateline."""
    return at < dateline_end(text, at)


def is_report_date(text: str, at: int) -> bool:
    """Whether an offset lies where a report tells its own date."""
    line = text.rfind("\n", 0, at) + 1
    found = DATED.match(text[line : line + LONGEST])
    return in_dateline(text, at) or (found is not None and at < line + found.end())
