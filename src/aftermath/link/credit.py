"""Whose reporting a text is: the agency that it credits, else its outlet.

Takes a report, gives the name of a newsroom. A paper that prints "(Reuters)" adds no source
of its own. Copies without a credit are found by their words, in `voices`.
"""

import re

from aftermath.model import Report

AGENCIES = {
    "reuters": "Reuters",
    "ap": "AP",
    "associated press": "AP",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "efe": "EFE",
    "tass": "TASS",
    "itar-tass": "TASS",
    "ria novosti": "RIA Novosti",
    "interfax": "Interfax",
    "xinhua": "Xinhua",
    "anadolu agency": "Anadolu",
    "aa": "Anadolu",
    "dpa": "dpa",
    "upi": "UPI",
    "sana": "SANA",
    "irna": "IRNA",
    "ukrinform": "Ukrinform",
    "saba": "Saba",
    "bernama": "Bernama",
    "kyodo": "Kyodo",
    "pti": "PTI",
    "ani": "ANI",
    "ians": "IANS",
}
"""News agencies as they are credited, and their names."""

HEAD = 220
TAIL = 90
"""Letters at the head (title, dateline) and the tail of a text where a credit stands."""

_NAMES = "|".join(sorted(map(re.escape, AGENCIES), key=len, reverse=True))
_HEAD = re.compile(rf"[(/\[]\s*({_NAMES})\s*[)/\]]", re.IGNORECASE)
_TAIL = re.compile(rf"(?:[(/\[—–-]\s*|\breporting by\s+|\bsource:\s*)({_NAMES})\s*[)/\]]?[\s.]*$", re.IGNORECASE)


def newsroom(report: Report) -> str:
    """The agency credited in head or tail, else the outlet, else the report itself."""
    first = report.text.split("\n\n", 1)[0]
    anywhere = _HEAD.search(report.text[:HEAD]) or _TAIL.search(first) or _TAIL.search(report.text[-TAIL:])
    if anywhere:
        return AGENCIES[anywhere[1].lower()]
    return AGENCIES.get(report.outlet.lower(), report.outlet) or report.id
