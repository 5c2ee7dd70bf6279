"""Whose reporting a text is: the agency that it credits, else its outlet.

Takes a report, gives the name of a newsroom. A paper that prints "(Reuters)" adds no source
of its own, nor does one that quotes whom "a resident told Reuters". Copies without a credit
are found by their words, in `voices`.
"""

import re

from aftermath.model import Claim, Report

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


_TOLD = re.compile(rf"[^.!?;:]{{0,60}}?\b(?:told|speaking to|interview with)\s+(?:the\s+)?({_NAMES})\b", re.IGNORECASE)
"""What follows a speaker who spoke to an agency: ", a trader, told the Associated Press that"."""

_AGENCY = re.compile(rf"(?:the\s+)?({_NAMES})(?:\s+(?:news\s+)?agency)?", re.IGNORECASE)


def heard_by(claim: Claim, report: Report) -> str:
    """Whose reporting a claim is: the agency that its speaker is told to have spoken to, else the report's newsroom."""
    for source in claim.sources:
        end = source.span[1]
        told = _TOLD.match(report.text, end) if end else None
        if told and _is_spelt_as_one(told[1]):
            return AGENCIES[told[1].lower()]
    return newsroom(report)


def agency(words: str) -> str | None:
    """The agency that these words name and nothing else, None where they name none."""
    named = _AGENCY.fullmatch(words.strip())
    return AGENCIES[named[1].lower()] if named and _is_spelt_as_one(named[1]) else None


def _is_spelt_as_one(word: str) -> bool:
    """Whether a word in a sentence is an agency: "AP", not "ap"; "Reuters"."""
    return word in AGENCIES.values() or word.isupper() or (len(word) > 4 and word[0].isupper())


def newsroom(report: Report) -> str:
    """The agency credited in head or tail, else the outlet, else the report itself."""
    first = report.text.split("\n\n", 1)[0]
    anywhere = _HEAD.search(report.text[:HEAD]) or _TAIL.search(first) or _TAIL.search(report.text[-TAIL:])
    if anywhere:
        return AGENCIES[anywhere[1].lower()]
    return AGENCIES.get(report.outlet.lower(), report.outlet) or report.id
