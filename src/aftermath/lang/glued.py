"""Find where two lines of a page were stuck together: "Bomb kills five in YemenThe blast struck".

Takes text, gives the places where the second line begins. Scraping loses the break between
a headline and what follows, and leaves one word of two. Names with a capital inside
("YouTube", "McDonald", "LinkedIn") stay whole.
"""

import re

from aftermath.lang.wordpiece import vocabulary

# A word of at least four letters, then a capital; neither an address nor a handle.
_JOIN = re.compile(r"(?<![\w@#./?=-])([A-Z][a-z]{3,}|[a-z]{4,})([A-Z][A-Za-z]*)(?![\w@/]|\.\w)")
# After a word with a capital, which may be half of a brand, only what begins a sentence.
_OPENERS = frozenset(
    "The This That These Those They There Their His Her And But After When While For From With Two Three Four Five "
    "At A An".split()
)
_SHOUTED = 4  # letters; the dateline "KABUL" is, "PlayTV" and "terraUSD" are not


def glued(text: str, start: int, end: int) -> list[int]:
    """The places in `text[start:end]` where a second line begins inside a word."""
    return [match.start(2) for match in _JOIN.finditer(text, start, end) if _parts(match, text)]


def _parts(match: re.Match[str], text: str) -> bool:
    """Whether the two halves are words of two lines, not one name."""
    left, right = match.groups()
    known = vocabulary()
    if left.lower() not in known:
        return False
    if right.isupper() and len(right) > 1:
        return len(right) >= _SHOUTED
    if left.islower():
        return right == "A" or (right.lower() in known and right[1:].islower())
    return right in _OPENERS and text[match.end() : match.end() + 1] == " "
