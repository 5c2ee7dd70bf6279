"""The grammar of number expressions: from the table of quantities to one expression and its value.

`pattern` matches a number with its hedges ("at least 1,200", "two to three dozen",
"several hundred or so"); `bounds` says which numbers such a match allows. What the words
around a number make of it (an age, a price, a date) is not looked at here.
"""

import re
from collections.abc import Mapping
from functools import cache

from aftermath.resolve.sheet import GAP, any_of, shipped

Bounds = tuple[int | None, int | None]

CONVENTIONS = ("guide", "acled")

_LINK = rf"(?:-|{GAP})"
_DIGITS = r"(?!0\d)(?:\d{1,3}(?:[,\xa0\u202f]\d{3})+|(?!0)\d{1,3}\.\d{3}(?![\d.]|,\d)|\d+)"
_AFTER_DIGITS = r"(?![\w%°]|[.,:/]\d|['’]s?\b)"
# After a hyphen stands what a number measures ("10-day", "three-storey"), except these.
_AFTER_ANY = r"(?!-(?!odd\b|plus\b|strong\b)\w)"
_BEFORE = (
    r"(?<![\w$€£¥₽₴#+°-])(?<!\w[-/:+–’'])(?<!\d[.,])"
    r"(?:(?<![^\W\d][.,])|(?<=\.)(?=(?-i:[A-Z]))|(?<=,)(?=[^\W\d]))"
)


@cache
def table() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """The rows of the table of quantities, by role and words."""
    by_role: dict[str, dict[str, Mapping[str, str]]] = {}
    for row in shipped("quantities.tsv"):
        by_role.setdefault(row["role"], {})[row["words"]] = row
    return by_role


@cache
def pattern() -> str:
    """An expression for a number with what bends it, to be matched without regard to case.

    Its groups: hedges, times and unit, vague, low and high, low2 and high2, one, after.
    """
    word, scale = any_of(table()["number"]), any_of(table()["scale"])
    few, vague = any_of(table()["few"]), [w for w in table()["vague"] if not w.endswith(" of")]
    before_of = [w.removesuffix(" of") for w in table()["vague"] if w.endswith(" of")]
    vagues = rf"(?:{any_of(before_of)}(?={GAP}of\b)|{any_of(vague)})\b"
    tens = rf"{word}(?:{_LINK}{word})?"
    small = rf"(?:(?:{tens}|a){_LINK}hundred(?:{_LINK}(?:and{_LINK})?{tens})?|{tens})"
    decimal = rf"\d+(?:\.\d+)?(?={GAP}(?:{scale})s?\b)"
    scaled = rf"(?:{_LINK}{scale}s?\b)"
    rest = rf"(?:,?{_LINK}(?:and{_LINK})?{small}{scaled}?)"
    amount = (
        rf"(?:{decimal}{scaled}+|{_DIGITS}{scaled}+|{small}{scaled}+{rest}*|a{_LINK}{scale}s?\b{scaled}*{rest}*"
        rf"|\d{{1,3}}(?:\.\d+)?(?:m|mn|bn)\b(?={GAP}[a-z])|{small}\b|{_DIGITS}{_AFTER_DIGITS})"
    )
    hedges = rf"(?P<hedges>(?:{any_of(table()['hedge'])}{GAP}){{1,3}})?"
    between = rf"(?:between{GAP}|from{GAP})?"
    to = rf"(?:{GAP}(?:to|or){GAP}|(?<=\d){GAP}?[-–—]{GAP}?(?=\d))"
    low = rf"(?:{_DIGITS}|{amount})"
    span = (
        rf"(?:between{GAP}(?:{hedges.replace('hedges', 'hedges2')})?(?P<low>{low}){GAP}and{GAP}(?P<high>{amount})"
        rf"|{between}(?P<low2>{low}){to}(?P<high2>{amount}))"
    )
    # "2,000 at least", but not "in 2016 at least 12 died": the words then belong to the number behind them.
    behind = rf"(?!(?i:at{GAP}least){GAP}\w)(?:{any_of(table()['after'])})\b"
    after = rf"(?P<after>{GAP}{behind}|-(?:odd|plus)\b|\+)?"
    times = rf"(?P<times>{few}){GAP}(?P<unit>{scale})s?\b"
    core = rf"(?:{times}|(?P<vague>{vagues})|{span}|(?P<one>{amount}))"
    return rf"{_BEFORE}\b{hedges}{core}{_AFTER_ANY}{after}"


@cache
def opening() -> str:
    """An expression for how what `pattern` matches begins: looked for first, it spares most words the whole of it."""
    words = (w.removesuffix(" of") for role in ("number", "hedge", "few", "vague") for w in table()[role])
    return rf"(?:\d|a{_LINK}|{any_of([*words, 'between', 'from'])})"


def bounds(match: re.Match[str], convention: str = "guide") -> Bounds | None:
    """The numbers that a match of `pattern` allows, None where it is no number after all."""
    allowed = _core(match, convention)
    if allowed is None:
        return None
    low, high = allowed
    exact = high is not None
    for role in _roles(match):
        if role == "over" and exact and low is not None:
            low, high = low + 1, None
        elif role in ("min", "over"):
            high = None
        elif role == "max":
            low = None
        elif role == "under":
            low, high = None, None if high is None else high - 1
    return low, high


def value(words: str) -> int | None:
    """The number that a cardinal names: "1.2 million", "forty-five", "two thousand and six"."""
    numbers, scales = table()["number"], table()["scale"]
    if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", words):
        words = words.replace(".", "")  # "1.200 homes", as half of Europe writes it
    total, current = 0.0, 0.0
    for item in re.findall(r"\d[\d,.\xa0\u202f]*|[a-z]+", words.lower()):
        if item[0].isdigit():
            current += float(re.sub(r"[,\xa0\u202f]", "", item.rstrip(".,")))
        elif item == "a":
            current += 1
        elif item in numbers:
            current += int(numbers[item]["guide"])
        elif item in ("m", "mn", "bn"):
            current *= 10**9 if item == "bn" else 10**6
        elif (scale := item.removesuffix("s")) in scales:
            factor = int(scales[scale]["guide"])
            current = max(current, 1) * factor
            if factor >= 1000:
                total, current = total + current, 0.0
    whole = total + current
    return int(whole) if whole == int(whole) else None


def _core(match: re.Match[str], convention: str) -> Bounds | None:
    if times := match["times"]:
        factor = int(table()["few"][_plain(times)]["guide"])
        return factor * int(table()["scale"][_plain(match["unit"])]["guide"]), None
    if vague := match["vague"]:
        words = _plain(vague)
        row = table()["vague"].get(words) or table()["vague"][words + " of"]
        low, high = (row[convention] or row["guide"]).split(",")
        return (None if low == "-" else int(low)), (None if high == "-" else int(high))
    if one := match["one"]:
        number = value(one)
        return None if number is None else (number, number)
    return _range(match["low"] or match["low2"], match["high"] or match["high2"])


def _range(first: str, last: str) -> Bounds | None:
    low, high = value(first), value(last)
    if low is None or high is None:
        return None
    if low < high and (shared := re.search(rf"{any_of(table()['scale'])}s?$", last, re.IGNORECASE)):
        # "two to three hundred": the scale that stands behind the second is meant for both.
        factor = int(table()["scale"][shared[0].lower().removesuffix("s")]["guide"])
        if low < factor:
            low *= factor
    return (low, high) if low < high else None


def _roles(match: re.Match[str]) -> list[str]:
    hedges = table()["hedge"]
    roles = []
    for words in (match["hedges"], match["hedges2"]):
        left = _plain(words or "")
        while left:
            hedge = next(h for h in _longest_first() if left == h or left.startswith(h + " "))
            roles.append(hedges[hedge]["guide"])
            left = left[len(hedge) :].lstrip()
    if after := match["after"]:
        words = "plus" if after == "+" else _plain(after.lstrip("-"))
        roles.append(table()["after"][words]["guide"])
    return roles


@cache
def _longest_first() -> tuple[str, ...]:
    return tuple(sorted(table()["hedge"], key=len, reverse=True))


def _plain(words: str) -> str:
    return " ".join(words.lower().split())
