"""Bytes to characters: finds the encoding that a text was really written in.

Takes raw bytes and the encoding that their surroundings declare, and gives the text as
decoded with notes on what was odd. Declarations are believed last but one: pages lie about
their encoding more often than bytes do. The order is a byte order mark, UTF-16 by its null
bytes, valid UTF-8, the declaration, UTF-8 with stray Windows bytes, and a guess.
"""

import codecs
import re
from dataclasses import dataclass, replace

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 4096
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
# Bytes of UTF-8 that were read as Windows-1252: what "’" (E2 80 99) and "é" (C3 A9) turn into.
_GARBLED = re.compile(
    "[ÂÃâ][\u0080-\u00bf\u20ac\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u2122]{1,2}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text, the encoding it was found to be in, and what a reader should know of it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(raw: bytes, declared: str = "") -> Decoded:
    """The text that `raw` holds; bytes that fit no encoding become U+FFFD, with a note."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _lossy(raw[len(mark) :], encoding)
    if utf16 := wide(raw):
        return _lossy(raw, utf16)
    for encoding in ("utf-8", _python_name(declared)):
        if encoding and (text := _strict(raw, encoding)) is not None:
            return Decoded(text=text, encoding=encoding)
    if _mostly_utf8(raw):
        text = raw.decode("utf-8", errors="aftermath-windows")
        return Decoded(text=text, encoding="utf-8", notes=("the encoding is mixed: UTF-8 with bytes of Windows-1252",))
    return _lossy(raw, _guess(raw))


def declared_in_page(raw: bytes) -> str:
    """The encoding that a page's own head declares, "" where it declares none."""
    found = _XML.search(raw[:_HEAD]) or _META.search(raw[:_HEAD])
    return found.group(1).decode("ascii", "ignore") if found else ""


def _python_name(declared: str) -> str:
    """Python's name of a declared encoding; "" where it is unknown or no text encoding.

    ISO-8859-1 and ASCII are read as Windows-1252, as every browser does.
    """
    try:
        info = codecs.lookup(declared.strip().strip("\"'"))
        b"".decode(info.name)  # refuses codecs such as base64 and zlib
    except (LookupError, ValueError):
        return ""
    return "cp1252" if info.name in {"iso8859-1", "ascii"} else info.name


def _strict(raw: bytes, encoding: str) -> str | None:
    """The text, or None where a byte does not fit."""
    try:
        return raw.decode(encoding)
    except UnicodeError:
        return None


def _lossy(raw: bytes, encoding: str) -> Decoded:
    """The text, with U+FFFD and a note where bytes do not fit."""
    text = _strict(raw, encoding)
    if text is not None:
        return Decoded(text=text, encoding=encoding)
    text = raw.decode(encoding, errors="replace")
    note = f"{text.count(chr(0xFFFD))} characters could not be decoded as {encoding} and are shown as \ufffd"
    return Decoded(text=text, encoding=encoding, notes=(note,))


def wide(raw: bytes) -> str:
    """UTF-16 without a byte order mark, known by null bytes at every other place; else "".

    A tenth of these places is enough: spaces and line ends alone make up a sixth of a text in
    Arabic or Russian. Both halves holding nulls means that it is no text.
    """
    head = raw[:_HEAD]
    even, odd = head[::2].count(0), head[1::2].count(0)
    few, many = sorted((even, odd))
    if many * 20 < len(head) or few * 20 > many:  # the head holds two bytes a place
        return ""
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    return encoding if _strict(raw[: len(raw) // 2 * 2], encoding) is not None else ""


def _mostly_utf8(raw: bytes) -> bool:
    """Whether most bytes beyond ASCII belong to well-formed UTF-8 sequences."""
    text = raw.decode("utf-8", errors="replace")
    well = sum(ch > "\x7f" and ch != "\ufffd" for ch in text)
    return well > text.count("\ufffd")


def _windows(error: UnicodeError) -> tuple[str, int]:
    """Decode the bytes that UTF-8 refused as Windows-1252, Latin-1 where that has none."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(_strict(bytes((b,)), "cp1252") or chr(b) for b in bad), error.end


codecs.register_error("aftermath-windows", _windows)


def _guess(raw: bytes) -> str:
    """The likeliest legacy encoding: Windows-1252 where bytes beyond ASCII are rare, as in English."""
    sample = raw[: 16 * _HEAD]
    if sum(b > 0x7F for b in sample) * 10 < len(sample):
        return "cp1252"
    from charset_normalizer import from_bytes  # 20 ms, needed once in a thousand files

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"


def mended(decoded: Decoded) -> Decoded:
    """The text with garbled characters ("â€™" for "’") put right, and a note if there were any.

    Not for text that came with annotations: their offsets would be off.
    """
    text, times = _GARBLED.subn(_ungarbled, decoded.text)
    if text == decoded.text:
        return decoded
    note = f"up to {times} characters had been garbled by a wrong encoding (such as â€™ for ’) and were put right"
    return replace(decoded, text=text, notes=(*decoded.notes, note))


def _ungarbled(found: re.Match[str]) -> str:
    """What stood there before UTF-8 was read as Windows-1252; unchanged if that makes no sense."""
    raw = b"".join(ch.encode("latin-1" if ch <= "\xff" else "cp1252") for ch in found.group())
    return _strict(raw, "utf-8") or found.group()
