"""Words as the text search has them: small plain letters, so that "Zaporíjia" is found by "zaporijia"."""

import re

from anyascii import anyascii

LONGEST = 100
"""Letters of a word that are kept to find it by; a report has long ones where it is broken or a list of keys."""

MOST = 400_000
"""Letters of all different words of a report that it is found by: PostgreSQL takes 1 MB, which no article has."""

_WORD = re.compile(r"[a-z0-9]+")


def plain(text: str) -> str:
    """The words of a text in plain small letters, with a blank between each two."""
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """The words of a text in plain small letters."""
    return _WORD.findall(anyascii(text).lower())


def different(text: str) -> str:
    """The different words of a text, each once, cut to what an index takes."""
    found = " ".join(dict.fromkeys(word[:LONGEST] for word in words(text)))
    return found if len(found) <= MOST else found[: found.rindex(" ", 0, MOST)]
