"""The day a page was published, as its own marks say.

Takes a page and its address, gives a date or None. A page is full of dates of other things:
of teasers in the margin, of pictures' folders, of the copyright. So only two places count:
the head with its metadata and structured data (htmldate knows their many forms), then the
first mark of time in the body that stands in no margin.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import trafilatura
from htmldate import find_date

from aftermath.acquire.dates import date_in, parse_date

# Fixed bounds, so that a page gives the same date whenever it is read; the lower one keeps out
# the zero of computer clocks.
_FROM, _TO = "1970-01-02", "2100-01-01"
_HEAD = (
    "//meta[not(contains(@property, 'image') or contains(@name, 'image'))]"
    " | //link[@rel='canonical'] | //script[contains(@type, 'ld+json')]"
)
_MARKS = "//body//*[self::time or @itemprop='datePublished' or @class]"
_MARK = re.compile(
    r"(?:^|[\s_-])(?:date|datetime|dateline|publish\w*|time-?stamp|byline|pub-?date)(?:$|[\s_-])", re.IGNORECASE
)
_MARGIN = re.compile(
    r"related|sidebar|comment|footer|teaser|recommend|most-|popular|latest|widget|promo", re.IGNORECASE
)
_MARGIN_TAGS = frozenset(("aside", "footer", "nav", "form"))
_LONGEST_MARK = 120


def page_date(html: str, url: str) -> date | None:
    """The date in the page's head, else in the first mark of time that belongs to its article."""
    tree = trafilatura.load_html(html)
    if tree is None:
        return None
    return _from_head(tree, url) or next(_from_body(tree), None)


def _from_head(tree: Any, url: str) -> date | None:
    """The date that metadata, structured data or the address give."""
    page = trafilatura.load_html("<html><head></head><body></body></html>")
    if page is None:
        return None
    page[0].extend(tree.xpath(_HEAD))
    found = find_date(page, url=url or None, extensive_search=False, original_date=True, min_date=_FROM, max_date=_TO)
    return parse_date(found or "")


def _from_body(tree: Any) -> Iterator[date]:
    """The dates that marks of time outside the margins give, in the order of the page."""
    for element in tree.xpath(_MARKS):
        if _is_mark(element) and not any(map(_is_margin, (element, *element.iterancestors()))):
            stated = element.get("datetime") or element.get("content") or ""
            words = " ".join(element.itertext())
            found = parse_date(stated) or (date_in(words) if len(words) <= _LONGEST_MARK else None)
            if found:
                yield found


def _is_mark(element: Any) -> bool:
    """Whether an element is there to say when."""
    return element.tag == "time" or bool(element.get("itemprop")) or bool(_MARK.search(element.get("class") or ""))


def _is_margin(element: Any) -> bool:
    """Whether an element holds something beside the article."""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag in _MARGIN_TAGS or (element.tag not in {"body", "html"} and bool(_MARGIN.search(named)))
