"""Whatever the bytes, acquisition yields reports and problems, never an exception or an unprintable word."""

import gzip
import json
import random

import pytest
from found import TEXT
from pages import STRIKE, article

from aftermath.acquire import Settings
from aftermath.acquire.origin import Origin
from aftermath.acquire.route import read_bytes
from aftermath.model import Problem, Report

_FEED = "<rss version='2.0'><channel><title>Wire</title><item><title>Strike</title><description>{}</description></item>"
_RECORD = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\nContent-Type: application/http\r\n"
    "Content-Length: {}\r\n\r\n{}\r\n\r\n"
)
_PAGE = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{article()}"
SEEDS = (
    TEXT.encode(),
    TEXT.encode("utf-16"),
    article().encode(),
    (_RECORD.format(len(_PAGE.encode()), _PAGE) * 2).encode(),
    gzip.compress(TEXT.encode(), mtime=0),
    (_FEED.format(" ".join(STRIKE)) + "</channel></rss>").encode(),
    json.dumps([{"id": "a", "text": TEXT, "published": "2021-05-05"}]).encode(),
    json.dumps({"text": TEXT}).encode() + b"\n" + json.dumps({"text": TEXT}).encode(),
)
NAMES = ("a.txt", "a.html", "a.json", "a.jsonl", "a.warc.gz", "feed.xml", "a")
SCRAPS = (
    *(
        b"<",
        b">",
        b"\0",
        b"&#0;",
        b"{",
        b"[",
        b'"',
        b"\r\n\r\n",
        b"<!--",
        b"\xff\xfe",
        b"WARC/1.0\r\n",
        b"9" * 30,
        b"<rss",
    ),
    *(b"\\ud800", b"1e999", b"\x1b[31m", b'<time datetime="2021-99-99">', b"February 31, 2019 (X) - ", b"\xe2\x80"),
)


def mutated(chance: random.Random) -> bytes:
    """A seed with some of its bytes cut, doubled, changed or replaced by what hurts parsers."""
    raw = chance.choice(SEEDS)
    for _ in range(chance.randint(1, 10)):
        at = chance.randrange(len(raw) + 1)
        raw = chance.choice(
            (
                raw[:at] + raw[at + chance.randint(1, 40) :],
                raw[:at] + chance.randbytes(chance.randint(1, 30)) + raw[at:],
                raw[:at] + chance.choice(SCRAPS) + raw[at:],
                raw[:at],
                raw + raw[at:],
            )
        )
    return raw


@pytest.mark.parametrize("seed", range(300))
def test_no_bytes_raise_or_yield_what_cannot_be_printed(seed: int) -> None:
    chance = random.Random(seed)
    name = chance.choice(NAMES)
    found = list(read_bytes(mutated(chance), Origin(name=name, key=name), Settings(max_fetches=0)))
    assert found
    for each in found:
        if isinstance(each, Report):
            assert each.text.strip()
            words = [each.text, each.id, each.title, each.outlet, each.author, each.url]
        else:
            assert each.message
            words = [each.report, each.message]
        problems = each.problems if isinstance(each, Report) else ()
        for word in (*words, *(problem.message for problem in problems)):
            word.encode()
            assert not {"\x00", "\x1b"} & set(word)
    assert all(isinstance(each, Report | Problem) for each in found)
