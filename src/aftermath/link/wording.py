"""Words as sets that can be compared: stems, names, word sequences.

Takes stretches of text, gives frozen sets. It knows no grammar: two wordings of one thing
share stems more often than not, and that is all it is used for.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii

WORD = re.compile(r"[\w'’]+")
STEM_LETTERS = 6
"""Letters of a word that count: "Russia's" and "Russian", "bombed" and "bombing" become one."""

GRAM_WORDS = 3
"""Words in a row that two copies of a text share and two tellings of an event seldom do."""

EMPTY = frozenset(
    """a an the of in on at to by for from with without and or but as is are was were be been has have had it its
    their his her our we they he she that this which who whom when where while after before during into out up down
    over under near outside inside one two three four five six seven eight nine ten at least more than about some
    several number said says told new also not no any all last same day night morning today""".split()
)
NAME_EMPTY = frozenset(
    """the city town village district province region governorate county state area quarter circle strip camp road
    north south east west northern southern eastern western central near nearby""".split()
)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word as plain small letters, without possessive or plural, cut to its first letters."""
    plain = re.sub(r"['’]s?$", "", anyascii(word).lower()).replace("'", "")
    if len(plain) > 3 and plain.endswith("s") and not plain.endswith("ss"):
        plain = plain[:-1]
    return plain[:STEM_LETTERS]


@lru_cache(maxsize=200_000)
def stems(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning."""
    return frozenset(stem(word) for word in WORD.findall(text) if word.lower() not in EMPTY)


def all_stems(texts: Iterable[str]) -> frozenset[str]:
    """The stems of several stretches."""
    return frozenset().union(*map(stems, texts))


@lru_cache(maxsize=100_000)
def names(text: str) -> frozenset[str]:
    """Capitalised words of a place's wording, spelt plainly, without "city" and the like."""
    plain = (anyascii(word).lower().replace("'", "") for word in WORD.findall(text) if word[0].isupper())
    return frozenset(word for word in plain if len(word) > 2 and word not in NAME_EMPTY)


def grams(texts: Iterable[str]) -> frozenset[str]:
    """All sequences of three words, small letters."""
    found: set[str] = set()
    for text in texts:
        words = [word.lower() for word in WORD.findall(text)]
        found.update(" ".join(words[i : i + GRAM_WORDS]) for i in range(len(words) - GRAM_WORDS + 1))
    return frozenset(found)


def contained(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller set that lies in the other; 0 where one is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
