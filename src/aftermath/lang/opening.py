"""The lines that open a page, where scraping lost the breaks between them.

"Six dead as rebels attack Goma AFP Friday 6 May 2016 At least six people died": a title, an agency with
its date, and the first sentence. Takes a text and its title, gives the places where a line begins that no break parts
from the one before.
"""

import re

HEAD = 200
"""Characters from the start of a text in which its title can stand."""
WORDS = 4
"""Words of a title at least: a shorter one can be the first words of a sentence."""
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:\d{{1,2}} {_MONTH},?|{_MONTH} \d{{1,2}},?) \d{{4}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}"
STAMP = re.compile(
    rf"(?:(?:Posted|Published|Updated)(?: on)?:? |[A-Z]{{2,6}} |[A-Z][a-z]+ Staff )?{_WEEKDAY}(?:{_DATE})"
    r"(?:,? \d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?)?(?: by [A-Z][\w-]+ [A-Z][\w-]+)?(?= [A-Z\d\"“])"
)
"""A date of publication: "Posted on May 6 2016 by Ali Haddad", "AFP Friday 6 May 2016", "18 June 2016 20:02"."""
_BEGINS = re.compile(r"[.!?]?\s+(?=[A-Z\d\"“‘'])")


def openings(text: str, title: str) -> list[int]:
    """Where lines begin within the head of `text`, in order: behind a date of publication, at its title, behind it."""
    stamp = STAMP.match(text)
    found = [stamp.end()] if stamp is not None else []
    at = text.find(title, 0, HEAD + len(title)) if len(title.split()) >= WORDS else -1
    behind = _BEGINS.match(text, at + len(title)) if at >= 0 else None
    if behind is not None:
        found = [*(i for i in found if i < at), at, behind.end()]
        stamp = STAMP.match(text, behind.end())
        found += [stamp.end()] if stamp is not None else []
    return found
