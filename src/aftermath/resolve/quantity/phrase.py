"""How many a phrase means: "at least ten civilians", "a father and two sons", "nobody".

The numbers in it count, and so do single persons ("a nurse", "his driver", "the mayor");
what stands on either side of "and" is added up. A breakdown ("three of them children") and
a further harm ("and 10 wounded") are not.
"""

import re
from functools import cache
from itertools import pairwise

from aftermath.model import Misuse, Span
from aftermath.resolve.quantity.find import Count, counts
from aftermath.resolve.quantity.numerals import CONVENTIONS, Bounds
from aftermath.resolve.sheet import shipped

# Behind these words stands a breakdown of the number before, not a further number.
_PARTS = re.compile(
    r"\b(?:including|among them|amongst them|of whom|of which|(?:\w+ ){1,3}of (?:them|whom|which))\b", re.IGNORECASE
)
# Behind these words, if a number stood before, comes another harm with a number of its own.
_HARM = re.compile(
    r"\b(?:killed|dead|died|dying|injured|injuring|wounded|wounding|hurt|missing|arrested|detained|captured"
    r"|displaced|abducted|kidnapped|executed|beheaded|leaving|while|after|when|in an?)\b",
    re.IGNORECASE,
)
_AND = re.compile(r",? (?:and|plus|as well as|along with|together with|alongside) |, |;", re.IGNORECASE)
_NO = re.compile(
    r"\b(?:no one|nobody|none|no (?:further |other |more |new |immediate |reported |known )?(?:[a-z]+ )?"
    r"(?:cas\b|casualt|death|fatalit|injur|victim|loss|people|person|civilian|soldier|child|resident|one\b)\w*|zero)\b",
    re.IGNORECASE,
)
# A name with an age: "Ardit Hoxha, 24", "27-year-old Leyla Demir".
_AGED = re.compile(r"\W*(?:[A-Z][\w’'-]+(?: [\w’'-]+){0,4}, (?:aged )?\d{1,3}(?!\d)|(?:an? )?\d{1,3}-years?-old )")
_NOBODY = re.compile(r"\b(?:no one|nobody|no-one)\b", re.IGNORECASE)
# What may stand behind a single person where a verb follows: "the bomber also died".
_DOES = re.compile(r"(?:\w+ed|was|is|has|had|who|also|died|lost|fell|went|bled|drowned|fled|burnt)$", re.IGNORECASE)
_ARTICLE = re.compile(r"^\W*(a|an|one|another)\b", re.IGNORECASE)
_DETERMINER = re.compile(
    r"^\W*(?:(?:the|this|that|his|her|its|their|my|our|your|same)\s+|[\w.' -]+?['’]s?\s+)", re.IGNORECASE
)
_HEAD_END = re.compile(
    r"\s+(?:of|in|from|who|whose|at|near|with|on|by|for|to|that|which|was|were|is|has|had|and)\b|,", re.IGNORECASE
)


_PERSONAL_NAME = re.compile(r"(?<=[a-z])(?: [A-Z][\w’'-]*| (?:al|bin|ibn|abu|von|de|el)\b-?[\w’'-]*)+$")
_HARMING = re.compile(
    r"^\W*(?:the )?(?:killing|murder|death|assassination|execution|abduction|kidnapping|arrest|wounding|injuring"
    r"|executing|abducting|arresting|detaining|capturing|shooting)(?: of)?\s+",
    re.IGNORECASE,
)


_PLURAL = re.compile(r"\b(?:[a-z]+s|[a-z]*men|children|people)\b")


def read(words: str, convention: str = "guide") -> Bounds | None:
    """The low and high number that words allow, an open bound None; None where there is no number.

    "at least 10" is (10, None), "dozens" (24, None), "a father and two sons" (3, 3), "no
    casualties" (0, 0), "many" (None, None). `Misuse` for a convention that is not known.
    """
    if convention not in CONVENTIONS:
        raise Misuse(f"no convention {convention!r} for words of number: choose {' or '.join(CONVENTIONS)}")
    words = _whole(" ".join(words.split()))
    if _NO.match(words.lstrip("\"'“‘ ")) or words.strip().lower() == "no":
        return 0, 0
    found = list(counts(words, convention))
    if not found and _NOBODY.search(words):
        return 0, 0
    if not found and _AGED.match(words):
        return 1, 1
    total: Bounds | None = None
    for start, end in _conjuncts(words, found):
        inside = [allowed for at, _, allowed in found if start <= at < end]
        part = words[start:end]
        allowed = inside[0] if inside else _uncounted(part)
        if allowed is not None:
            total = allowed if total is None else _sum(total, allowed)
        elif total == (1, 1) and _PLURAL.search(part):
            total = (1, None)  # "a man and children"
    return total


def _whole(words: str) -> str:
    """The words up to a breakdown of their number."""
    part = _PARTS.search(words)
    return words[: part.start()] if part and part.start() > 0 else words


def _conjuncts(words: str, found: list[Count]) -> list[Span]:
    """Where the phrases on either side of "and" stand, numbers kept whole."""
    stop = len(words)
    if found and (harm := _HARM.search(words, found[0][1])):
        stop = harm.start()
    cuts = [
        m.span() for m in _AND.finditer(words, 0, stop) if not any(s < m.end() and m.start() < e for s, e, _ in found)
    ]
    return list(zip([0, *(end for _, end in cuts)], [*(start for start, _ in cuts), stop], strict=True))


def _uncounted(part: str) -> Bounds | None:
    """How many a phrase means that holds no number."""
    return (2, 2) if re.match(r"\W*both\b", part, re.IGNORECASE) else _singular(part)


@cache
def _nouns() -> dict[str, str]:
    return {row["words"]: row["role"] for row in shipped("persons.tsv")}


def _singular(part: str) -> Bounds | None:
    part = _HARMING.sub("", part)
    article = _ARTICLE.match(part)
    bare = part[article.end() :] if article else _DETERMINER.sub("", part, count=1)
    phrase = _HEAD_END.split(bare.strip(), maxsplit=1)[0].strip(" .\"'“”’")
    head = _PERSONAL_NAME.sub("", phrase).lower()  # "the reporter Amal Haddad"
    role = _nouns().get(head) or _nouns().get(head.rpartition(" ")[2])
    if role == "many":
        return (None, None) if article else None
    if article and (head or article[1].lower() in ("one", "another")):
        return 1, 1
    return (1, 1) if role == "one" or _acts(phrase) else None


def _acts(phrase: str) -> bool:
    """Whether a single person stands before a verb among the first words."""
    words = phrase.split()[:5]
    pairs = pairwise(words)
    return any(_nouns().get(noun.lower()) == "one" and _DOES.match(verb.strip(",")) for noun, verb in pairs)


def _sum(a: Bounds, b: Bounds) -> Bounds:
    low = None if a[0] is None and b[0] is None else (a[0] or 0) + (b[0] or 0)
    high = None if a[1] is None or b[1] is None else a[1] + b[1]
    return low, high
