"""Which characters a report's text may hold: the normalisation that spans rest on.

Takes a decoded text and gives the text that a `Report` keeps for ever. Two rules, and no
others:

- Text from files and pages (`plain`): CRLF and lone CR become LF, a form feed or vertical tab
  becomes LF, a leading byte order mark is dropped.
- All text (`safe`): null bytes and other control characters except tab and line ends become
  a space, half characters (lone surrogates) U+FFFD. One for one, so that offsets into a text
  that came with annotations stay true.

Everything else, double spaces and odd quotes included, stays as it was.
"""

import re

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_HALVES = re.compile("[\ud800-\udfff]")


def plain(text: str) -> str:
    """The text with every line end as LF and without a byte order mark."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    return text.translate({0x0D: "\n", 0x0B: "\n", 0x0C: "\n"})


def safe(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with what no store or terminal can hold replaced one for one, and notes on it."""
    notes = []
    if nulls := text.count("\x00"):
        notes.append(f"{nulls} null bytes stood in the text and were read as spaces")
    text = _CONTROLS.sub(" ", text)
    text, halves = _HALVES.subn("\ufffd", text)
    if halves:
        notes.append(f"{halves} half characters (lone surrogates) stood in the text and are shown as \ufffd")
    return text, tuple(notes)


def line(text: object, limit: int = 300) -> str:
    """A value of metadata as one line of text, at most `limit` characters; "" for what is no text."""
    return safe(" ".join(text.split()))[0][:limit] if isinstance(text, str) else ""
