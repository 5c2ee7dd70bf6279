"""A web page as a report: its article, title, author, outlet and date.

Takes the bytes of a page and gives a report, or a problem where the page holds no article.
The main text and the metadata are trafilatura's finding; here they are made into paragraphs,
and what stands beside the article is taken out.
"""

import logging
import re
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import trafilatura

from aftermath.acquire.boilerplate import article
from aftermath.acquire.characters import line, plain, safe
from aftermath.acquire.draft import Draft, finish, lost
from aftermath.acquire.encoding import declared_in_page, decode, mended
from aftermath.acquire.origin import Origin
from aftermath.acquire.page_date import page_date
from aftermath.acquire.paragraphs import Block, blocks
from aftermath.acquire.settings import Settings
from aftermath.model import Problem, Report
from aftermath.model.raw import Raw

# The time of an extraction grows with the square of the tags in one paragraph: 20,000 took 1.7 s
# and 40,000 took 6 s on one core. News pages have fewer than 10,000.
MOST_TAGS = 40_000

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")  # says an encoding that is true of bytes only
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*(?:\s|$)")
_NO_ARTICLE = "no article was found on this page (front pages, lists and pages built by scripts have none)"

for _name in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_name).addHandler(logging.NullHandler())  # what they complain of becomes a problem


def read_page(raw: bytes, origin: Origin, settings: Settings) -> Report | Problem:
    """The report on a page."""
    draft = page_draft(raw, origin)
    return draft if isinstance(draft, Problem) else finish(draft, settings)


def page_draft(raw: bytes, origin: Origin) -> Draft | Problem:
    """The article and metadata of a page, before language and date are looked at."""
    decoded = mended(decode(raw, origin.charset or declared_in_page(raw)))
    if (tags := decoded.text.count("<")) > MOST_TAGS:
        return lost(origin.name, f"this page has {tags} tags, the limit is {MOST_TAGS}: save its text instead")
    html, notes = safe(_DECLARATION.sub("", plain(decoded.text)))
    try:
        found, published = _extracted(html, origin.url), page_date(html, origin.url)
    except Exception as error:  # noqa: BLE001 - a hostile page may raise anything in the extractor
        return lost(origin.name, f"this page could not be taken apart ({type(error).__name__}: {line(str(error))})")
    text = _text(found.body, found.title or "") if found is not None else ""
    if not text:
        return lost(origin.name, _NO_ARTICLE)
    draft = _draft(found, text, origin, origin.raw(raw))
    return replace(draft, published=published, notes=(*decoded.notes, *notes))


def _extracted(html: str, url: str) -> Any:
    """Trafilatura's document of main text and metadata, None where it found no text."""
    return trafilatura.bare_extraction(
        html,
        url=url or None,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params={"extensive_search": False, "original_date": True},  # unused: see page_date
    )


def _text(body: Any, title: str) -> str:
    """The article's paragraphs with blank lines between them, "" where none of them is prose."""
    kept = article(blocks(body), title)
    return "\n\n".join(block.text for block in kept) if any(map(_is_prose, kept)) else ""


def fragment_text(html: str) -> str:
    """The paragraphs of a piece of HTML that is known to be content, such as a feed's entry."""
    root = trafilatura.load_html(f"<html><body><div>{safe(html)[0]}</div></body></html>")
    return "" if root is None else "\n\n".join(block.text for block in article(blocks(root), ""))


def _is_prose(block: Block) -> bool:
    """Whether a block holds a sentence: of some words, and with an end.

    Menus and lists of headlines have none; the briefest flash ("Ten people were killed in an
    air strike on Qarya.") has eleven words.
    """
    return not block.heading and any(len(part.split()) >= 7 for part in _SENTENCE_END.split(block.text)[:-1])


def _draft(found: Any, text: str, origin: Origin, raw: Raw) -> Draft:
    """The draft of a report from what was extracted."""
    url = origin.url or line(found.url, limit=2000)
    return Draft(
        name=origin.name,
        key=origin.key,
        raw=raw,
        text=text,
        title=line(found.title, limit=1000),
        outlet=line(found.sitename) or host_of(url),
        author=line(found.author),
        url=url,
    )


def host_of(url: str) -> str:
    """The host of an address without "www.", "" where it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
