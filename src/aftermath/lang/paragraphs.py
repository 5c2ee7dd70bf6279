"""Cut a report's text into paragraphs, so that no line break ever reaches a parser.

Takes text, gives the character spans of its paragraphs, trimmed of white space. A blank
line always ends a paragraph, and so does a single line break, save in text that was
wrapped to a fixed width. Where scraping lost the break, it stands inside a word (`glued`),
or about the title and the date of publication (`opening`).
"""

import re
from itertools import pairwise

from aftermath.lang.glued import glued
from aftermath.lang.opening import openings
from aftermath.model.words import Span

_BLANK = re.compile(r"(?:\r\n?|\n)[^\S\n]*(?:(?:\r\n?|\n)[^\S\n]*)+")
_LINE = re.compile(r"\r\n?|\n|\u2028|\u2029|\x0b|\x0c")
_TRIM = re.compile(r"\S(?:.*\S)?", re.DOTALL)
# Wrapped copy runs to between 50 and 100 characters; wires and e-mail wrap at 65 to 80.
WRAPPED = range(50, 101)
_OPEN_END = re.compile(r"[\w,;–—-]$")
_HEADING = re.compile(r"(={2,4})\s?[A-Z][^=\n]{1,60}?\1(?!=)")
# "Location: Saada city", a line of a form.
_LABELLED = re.compile(r"[A-Z][\w /]{2,24}:\s")


def paragraphs(text: str, title: str = "") -> list[Span]:
    """Give the spans of the paragraphs of `text`, in order; none is empty. `title` is a line of its own."""
    spans: list[Span] = []
    opened = openings(text, title)
    for start, end in _between(text, _BLANK, 0, len(text)):
        inner = [(start, end)] if _is_wrapped(text[start:end]) else _between(text, _LINE, start, end)
        for first, last in (part for line in inner for part in _headed(text, *line)):
            cuts = sorted({first, *glued(text, first, last), *(i for i in opened if first < i < last), last})
            lines = (_TRIM.search(text, *line) for line in pairwise(cuts))
            spans += [line.span() for line in lines if line is not None]
    return spans


def _between(text: str, mark: re.Pattern[str], start: int, end: int) -> list[Span]:
    """The stretches of `text[start:end]` between the matches of `mark`."""
    spans = []
    for match in mark.finditer(text, start, end):
        spans.append((start, match.start()))
        start = match.end()
    return [*spans, (start, end)]


def _headed(text: str, start: int, end: int) -> list[Span]:
    """The stretches of a line of wiki text, its headings apart ("lost a leg.==Background==In May the group")."""
    cuts = [at for match in _HEADING.finditer(text, start, end) for at in match.span()]
    return list(zip([start, *cuts], [*cuts, end], strict=True))


def _is_wrapped(block: str) -> bool:
    """Whether line breaks in `block` are a matter of width: full lines that end mid-sentence."""
    lines = [line.rstrip() for line in _LINE.split(block)]
    if len(lines) < 3 or sum(bool(_LABELLED.match(line)) for line in lines) * 2 > len(lines):
        return False
    full = lines[:-1]
    longest = max(map(len, full))
    if longest not in WRAPPED:
        return False
    # A word that did not fit leaves a gap, seldom of more than 18 characters.
    even = sum(len(line) > longest - 18 for line in full) / len(full)
    open_ended = sum(bool(_OPEN_END.search(line)) for line in full) / len(full)
    return even >= 0.7 and open_ended >= 0.6
