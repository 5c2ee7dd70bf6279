"""What kind of thing some bytes are, by looking at them; names and declarations only help.

Takes the beginning of a source and gives a kind: "text", "html", "json", "jsonl", "feed",
"warc", "gzip", "empty", or "binary" with what it is in words.
"""

import re
from dataclasses import dataclass

from aftermath.acquire.encoding import wide

HEAD = 65_536

_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "an image, sound or film file (RIFF)"),
    (b"PK\x03\x04", "a zip archive or an office document (docx, xlsx, odt)"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document (doc, xls)"),
    (b"{\\rtf", "an RTF document"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "a Parquet table"),
    (b"OggS", "a sound or film file (Ogg)"),
    (b"ID3", "a sound file (MP3)"),
)
_TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_FEED = re.compile(r"<(?:rss|rdf:RDF|(?:\w+:)?feed)[\s>]", re.IGNORECASE)
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version')
_PAGE = re.compile(r"^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE | re.DOTALL)
_TAGS = re.compile(r"<(?:p|div|br|article|section|span|meta|title|table|a|h1)\b[^<>]*>", re.IGNORECASE)
_SEVERAL_TAGS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of source; `what` says in words what a binary is."""

    name: str
    what: str = ""


def kind_of(head: bytes, name: str = "", declared: str = "") -> Kind:
    """The kind of a source from its first bytes, its file name and its declared media type."""
    if not head:
        return Kind(name="empty")
    if head.startswith(b"\x1f\x8b"):
        return Kind(name="gzip")
    if head.startswith(b"WARC/"):
        return Kind(name="warc")
    if what := _binary(head):
        return Kind(name="binary", what=what)
    return Kind(name=_textual(_readable(head), name.lower(), declared.lower()))


def _binary(head: bytes) -> str:
    """What kind of binary this is, "" where it may be text."""
    for magic, what in _MAGIC:
        if head.startswith(magic):
            return what
    if head[4:8] == b"ftyp":
        return "a film or image file (MP4, HEIC)"
    if head[257:262] == b"ustar":
        return "a tar archive"
    return "" if head.startswith(_TEXT_MARKS) else _unknown(head)


_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c\x1b"))


def _unknown(head: bytes) -> str:
    """Binary of an unknown kind: a twentieth of its bytes are controls, and it is not UTF-16.

    Random bytes hold 10%, a text with stray null bytes less than 1%; UTF-16 has its nulls on
    one side only.
    """
    head = head[: len(head) // 2 * 2]  # UTF-16 must not be cut within a character
    controls = len(head) - len(head.translate(None, delete=_CONTROLS))
    if controls * 20 < len(head):
        return ""
    return "" if wide(head) else "binary data of an unknown kind"


def _readable(head: bytes) -> str:
    """The beginning as characters, well enough to look for marks: nulls of UTF-16 dropped."""
    return head.replace(b"\x00", b"").decode("utf-8", "ignore").lstrip("\ufeff\ufffe")


def _textual(start: str, name: str, declared: str) -> str:
    """Which of the kinds of text this is."""
    start = _without_comments(start)
    first = start[:1]
    if name.endswith((".jsonl", ".ndjson")):
        return "jsonl"
    if first == "{" and _JSON_FEED.search(start):
        return "feed"
    if name.endswith(".json") or (first in {"{", "["} and _looks_json(start)):
        return "jsonl" if _many_lines(start) else "json"
    if first == "<" and _FEED.search(start[:2048]):
        return "feed"
    if name.endswith((".html", ".htm", ".xhtml")) or "html" in declared or _PAGE.match(start):
        return "html"
    tagged = first == "<" and (start.startswith("<?xml") or len(_TAGS.findall(start)) >= _SEVERAL_TAGS)
    return "html" if tagged else "text"


def _without_comments(start: str) -> str:
    """The beginning without the comments and spaces that open it."""
    start = start.lstrip()
    while start.startswith("<!--") and (end := start.find("-->")) >= 0:
        start = start[end + 3 :].lstrip()
    return start


def _looks_json(start: str) -> bool:
    """Whether an opening bracket is JSON's, not a text's ("[Reuters] …")."""
    return bool(re.match(r"\s*(?:\{\s*(?:\"|\}\s*$)|\[\s*(?:\{|\]\s*$))", start))


def _many_lines(start: str) -> bool:
    """Whether each line is an object of its own: the first ends as it began, and a second begins."""
    first, _, rest = start.strip().partition("\n")
    return first.startswith("{") and first.rstrip().endswith("}") and rest.lstrip().startswith("{")
