"""Words of number to the numbers they allow.

`quantities` finds the number expressions of a report; `read` gives the bounds that given
words allow ("at least ten civilians", "a father and two sons"). Both follow the table
`tables/quantities.tsv`, under the convention of the gold guide or that of ACLED.

Numbers that count nothing are left out: dates, clock times, ages, years, shares, money,
measures, spans of time, ordinals, designations of weapons and resolutions, phone numbers
(`tables/not_counts.tsv`). The text alone decides: no tags or trees are needed.
"""

import re
from collections.abc import Iterator
from functools import cache

from aftermath.model import Misuse, Parse, Quantity, Span
from aftermath.resolve.quantity.numerals import CONVENTIONS, Bounds, bounds, pattern
from aftermath.resolve.sheet import GAP, any_of, shipped

Count = tuple[int, int, Bounds]
"""Start and end of an expression of number in a text, and the bounds it allows."""

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
    r"(?:casualt|death|fatalit|injur|victim|loss|people|person|civilian|soldier|child|resident|one\b)\w*|zero)\b",
    re.IGNORECASE,
)
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
    counts = list(_counts(words, convention))
    total: Bounds | None = None
    for start, end in _conjuncts(words, counts):
        inside = [allowed for at, _, allowed in counts if start <= at < end]
        part = words[start:end]
        allowed = inside[0] if inside else _uncounted(part)
        if allowed is not None:
            total = allowed if total is None else _sum(total, allowed)
        elif total == (1, 1) and _PLURAL.search(part):
            total = (1, None)  # "a man and children"
    return total


def quantities(parse: Parse) -> tuple[Quantity, ...]:
    """All expressions of number in a report that count something, in order, none overlapping."""
    found = []
    for start, end, allowed in _counts(parse.text, "guide"):
        found.append(Quantity(text=parse.text[start:end], span=(start, end), low=allowed[0], high=allowed[1]))
    return tuple(found)


def _counts(text: str, convention: str) -> Iterator[Count]:
    """Start, end and bounds of the numbers that count something."""
    for match in re.finditer(_scanner(), text):
        if match["no"]:
            yield *match.span("no"), (0, 0)
            continue
        if _no_count(text, match):
            continue
        allowed = bounds(match, convention)
        if allowed is not None:
            yield match.start(), match.end(), allowed


@cache
def _scanner() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<no>(?i:no)(?={GAP}(?:{_CASUALTIES})))|{pattern()}", re.IGNORECASE)


_CASUALTIES = (
    r"(?:further |other |more |new |immediate |reported |known |civilian |military |human )*"
    r"(?:casualt|deaths|fatalit|injuries|victims|losses|people|civilians|soldiers|children|residents)"
)


@cache
def _measures() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What makes a number no count: behind it, before it."""
    rows = shipped("not_counts.tsv")
    after = [r["words"] for r in rows if r["side"] == "after" and r["kind"] != "date"]
    months = [r["words"] for r in rows if r["side"] == "after" and r["kind"] == "date"]
    before = [r["words"] for r in rows if r["side"] == "before"]
    link = rf"(?:{GAP}|-)?"
    behind = re.compile(
        rf"{link}(?:(?i:{any_of(after)})(?:s(?<=\w{{3}}))?(?!\w|-\d)|(?:{any_of(months)})\b"
        rf"|(?i:(?:st|nd|rd|th)\b)|(?:{GAP}of)?{GAP}(?:{any_of(months)})\b)"
    )
    return behind, re.compile(rf"(?<!\w)(?:{any_of(before)}){GAP}?$")


_YEAR = re.compile(r"(?:1[89]|20)\d\d$")
_YEAR_HEDGE = re.compile(r"\b(?:about|around|circa|some|over|by)\b", re.IGNORECASE)
_NAME_AGE = re.compile(r"[A-Z][\w’'-]+(?:,|, aged)[ \xa0]$|[A-Z][\w’'-]+ \($")


def _no_count(text: str, match: re.Match[str]) -> bool:
    """Whether what stands around a number says that it counts nothing."""
    start, end = match.span()
    behind, before = _measures()
    core = match[0][len(match["hedges"] or "") :]
    if match["vague"] or match["times"]:
        return bool(behind.match(text, end))
    if behind.match(text, end) or before.search(text, max(0, start - 24), start):
        return True
    lower = core.lower()
    if lower == "one":
        return _idle_one(text, start, end)
    if not core[0].isdigit():
        return False
    if _YEAR.match(core) and not counts_people(text, end):
        return not match["hedges"] or bool(_YEAR_HEDGE.search(match["hedges"]))
    if core.isdigit() and len(core) < 3 and text[end : end + 1] in (",", ")", ""):
        return bool(_NAME_AGE.search(text, max(0, start - 30), start))  # "Amina Yusuf, 12, was"
    # Longer numbers without separators are telephone and case numbers.
    return core.startswith("0") or (core.isdigit() and len(core) > 6) or _in_phone_number(text, start, end)


_PHONE = re.compile(r"(?:\+|\b0)\d{1,4}(?:[ -]\(?\d{2,4}\)?){2,}")


def _in_phone_number(text: str, start: int, end: int) -> bool:
    return any(m.start() <= start and end <= m.end() for m in _PHONE.finditer(text, max(0, start - 20), end + 20))


@cache
def _people() -> re.Pattern[str]:
    """Up to two words and a noun for people in the plural, or what befell them."""
    plurals = [f"{row['words']}s" for row in shipped("persons.tsv")]
    others = any_of([*plurals, *"people men women children families policemen casualties others".split()])
    between = "on|in|of|at|for|by|to|and|against|that|which|when|with|killed"
    harmed = any_of("dead killed wounded injured died have were are".split())
    return re.compile(
        rf"{GAP}(?:(?:(?!(?:{between})\b)[\w-]+{GAP}){{0,2}}?{others}|{harmed})\b",
        re.IGNORECASE,
    )


def counts_people(text: str, end: int) -> bool:
    """Whether people stand behind a number, so that it is no year."""
    return bool(_people().match(text, end))


_ONE_BEFORE = re.compile(rf"(?:\b(?:no|the|this|that|any|every|each|which|some|another|only)|-){GAP}?$", re.IGNORECASE)
_ONE_AFTER = re.compile(
    rf"{GAP}(?:another|day|side|hand|thing|way|point|time|can|could|must|should|by{GAP}one)\b|['’]s", re.IGNORECASE
)


def _idle_one(text: str, start: int, end: int) -> bool:
    """Whether "one" is a pronoun that counts nothing: "no one", "one another", "one day"."""
    return bool(_ONE_BEFORE.search(text, max(0, start - 10), start) or _ONE_AFTER.match(text, end))


def _whole(words: str) -> str:
    """The words up to a breakdown of their number."""
    part = _PARTS.search(words)
    return words[: part.start()] if part and part.start() > 0 else words


def _conjuncts(words: str, counts: list[Count]) -> list[Span]:
    """Where the phrases on either side of "and" stand, numbers kept whole."""
    stop = len(words)
    if counts and (harm := _HARM.search(words, counts[0][1])):
        stop = harm.start()
    cuts = [
        m.span() for m in _AND.finditer(words, 0, stop) if not any(s < m.end() and m.start() < e for s, e, _ in counts)
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
    return (1, 1) if role == "one" else None


def _sum(a: Bounds, b: Bounds) -> Bounds:
    low = None if a[0] is None and b[0] is None else (a[0] or 0) + (b[0] or 0)
    high = None if a[1] is None or b[1] is None else a[1] + b[1]
    return low, high
