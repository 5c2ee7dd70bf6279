"""The day on which quoted words were spoken: "yesterday" in a quotation counts from it.

"'They shelled us yesterday,' a farmer said on Tuesday": Monday, not the day before the
report's. Only a weekday or a near day beside the verb of saying, in the same sentence and
outside of the quotation marks, is taken.
"""

import re
from datetime import date, timedelta

from aftermath.resolve.time import days as cal
from aftermath.resolve.time.words import WEEKDAY, weekday_number

_MARKS = re.compile(r"[\"“”]")
_SAID = re.compile(
    rf"\b(?:said|says|told|added|wrote|tweeted|recalled|explained|declared|testified)\b[^\"“”.]{{0,60}}?"
    rf"\b(?:(?:on|late|early|last)\s(?P<weekday>{WEEKDAY})|(?P<yesterday>yesterday))"
)


def spoken_on(text: str, start: int, end: int, at: int, published: date) -> date | None:
    """The day on which the quotation around a place was spoken, if its sentence says so; None outside of quotations."""
    opened = len(_MARKS.findall(text, start, at))
    if opened % 2 == 0:
        return None
    for said in _SAID.finditer(text, start, end):
        if len(_MARKS.findall(text, start, said.start())) % 2 == 0:
            if said["yesterday"]:
                return published - timedelta(1)
            return cal.last_weekday(published, weekday_number(said["weekday"]))
    return None
