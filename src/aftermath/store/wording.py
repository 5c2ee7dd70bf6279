"""Words as the text search has them: small plain letters, so that "Zaporíjia" is found by "zaporijia"."""

import re

from anyascii import anyascii

_WORD = re.compile(r"[a-z0-9]+")


def plain(text: str) -> str:
    """The words of a text in plain small letters, with a blank between each two."""
    return " ".join(words(text))


def words(text: str) -> list[str]:
    """The words of a text in plain small letters."""
    return _WORD.findall(anyascii(text).lower())
