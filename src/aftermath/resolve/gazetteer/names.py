"""Forms of a place name under which spellings meet.

`normal` is what a reader would call the same spelling: case, accents, apostrophes, hyphens
and common abbreviations aside. `skeleton` is what transliterations of one name share: its
consonants, by the rules of `data/skeleton.tsv`, less the articles of `data/articles.txt`.
Neither knows any place.
"""

import re
import zlib
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

_APOSTROPHES = re.compile(r"['`´‘’ʻʼʽʾʿ′]")
_OTHER = re.compile(r"[^a-z0-9]+")
_DOUBLED = re.compile(r"(.)\1+")
_ASSIMILATED = 1


def lines(table: str) -> list[str]:
    """The lines of a table beside this module, comments and blank lines left out."""
    text = (files("aftermath.resolve.gazetteer") / "data" / table).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@lru_cache(maxsize=1 << 16)
def normal(name: str) -> str:
    """The normal form of a name: "Jisr ash-Shughūr" and "jisr ash shughur" are one."""
    text = _APOSTROPHES.sub("", name)
    text = (text if text.isascii() else _APOSTROPHES.sub("", anyascii(text))).lower()
    words = _OTHER.sub(" ", text).split()
    if len(words) > 1:
        if words[0] == "the":
            words = words[1:]
        spelled = _words()
        words = [spelled.get(w, w) for w in words]
    return " ".join(words)


@lru_cache(maxsize=1 << 16)
def skeleton(form: str) -> str:
    """What transliterations share, from a normal form: "khan sheikhoun" and "khan shaykhun" give "knCkn"."""
    first, *others = without_articles(form).split() or [""]
    text = _consonants(first, True) + "".join(_consonants(word, False) for word in others)
    return _DOUBLED.sub(r"\1", text)  # words run together, so Kafr Ruma meets Kafruma


@lru_cache(maxsize=1 << 16)
def _consonants(word: str, first: bool) -> str:
    """A word by the rules of the table, in their order; those that begin with "^" are for a name's first word."""
    for pattern, replacement, leading in _rules():
        if first or not leading:
            word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=1 << 14)
def heard(form: str) -> str:
    """A normal form with its vowels as they are heard: "douma" and "duma" are one."""
    for pattern, replacement in _vowels():
        form = pattern.sub(replacement, form)
    return form


@cache
def _vowels() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = [row.split("\t") for row in lines("vowels.tsv")]
    return tuple((re.compile(row[0]), row[1]) for row in rows)


@cache
def spelling() -> str:
    """A mark that changes with the tables by which skeletons are made."""
    return str(zlib.crc32("\n".join((*lines("skeleton.tsv"), *lines("articles.txt"))).encode()))


def without_articles(form: str) -> str:
    """A normal form less its Arabic articles: "jisr ash shughur" gives "jisr shughur"."""
    words = form.split()
    return " ".join(w for w, after in zip(words, [*words[1:], ""], strict=True) if not _is_silent(w, after)) or form


def is_article(word: str) -> bool:
    """Whether a lower-case word can be the article of an Arabic name."""
    return word in _articles()


def _is_silent(word: str, after: str) -> bool:
    """Whether a word is an Arabic article, given the word after it."""
    assimilates = _articles().get(word)
    if assimilates is None or not after:
        return False
    return not assimilates or after.startswith(word[1:])


@cache
def _articles() -> dict[str, bool]:
    """Articles, and whether each must share its consonant with the next word."""
    return {row.split()[0]: len(row.split()) > _ASSIMILATED for row in lines("articles.txt")}


@cache
def _words() -> dict[str, str]:
    return dict(row.split("\t", 1) for row in lines("words.tsv"))


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    """Patterns, what replaces them, and whether they are for a name's first word only."""
    rows = [row.split("\t") for row in lines("skeleton.tsv")]
    return tuple((re.compile(row[0]), row[1], row[0].startswith("^")) for row in rows)
