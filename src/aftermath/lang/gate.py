"""Hold back what cannot carry a claim, so that the parser need not read it.

Takes a report's runs of words, says of each whether it goes on. The words that open the
gate stand in `en/gate.tsv`, strong ones and weak ones in groups; the rule is `passes`. It
is meant to err towards reading too much: what it holds back is lost to every later stage. It also holds back the
headlines of other stories that a page links to (`pointers`).
"""

from functools import lru_cache
from importlib.resources import files

from aftermath.lang.pointers import points_elsewhere

# How many runs away a strong word still lends weight to a weak one: a claim's tail ("Five
# of them were women") seldom stands further from the event it belongs to.
NEAR = 3
# Headline, dateline and lead tell place and day for all that follows, so a report that has
# any strong word has these read.
LEAD = 2
# In a text of so few runs, as a post or an alert is, a weak word may be all that tells what happened.
SHORT = 3


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, str], dict[str, str]]:
    """Whole words and word beginnings, each with its group; strong ones have the group "!"."""
    whole: dict[str, str] = {}
    begun: dict[str, str] = {}
    for line in (files(__package__) / "en" / "gate.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        strength, group, words = line.split("\t")
        group = "!" if strength == "strong" else group
        for word in words.split():
            stem = word.removesuffix("*")
            (whole if stem == word else begun).setdefault(stem, group)
    return whole, begun


@lru_cache(maxsize=65_536)
def group_of(word: str) -> str:
    """The gate's group of a word: "!" where it is strong, "" where it is none."""
    whole, begun = _table()
    lower = word.lower()
    if lower[:1].isdigit():
        return "number"
    groups = {whole[lower]} if lower in whole else set()
    groups |= {begun[lower[:size]] for size in range(3, len(lower) + 1) if lower[:size] in begun}
    return "!" if "!" in groups else next(iter(sorted(groups)), "")


def passes(runs: list[list[str]]) -> list[bool]:
    """Say of each run whether it is read.

    It is where it holds a strong word; weak words of two groups besides numbers, people and
    places; any weak word and a strong one stands within `NEAR` runs; or where it is among
    the first `LEAD` runs of a report that has a strong word anywhere. In a text of `SHORT` runs
    any weak word will do. None is that points to another story, save the first: that may be the report's own title.
    """
    groups = [{group_of(word) for word in words} for words in runs]
    strong = ["!" in found for found in groups]
    lead = LEAD if any(strong) else 0
    short = len(runs) <= SHORT
    return [
        (i < lead or strong[i] or _is_weighty(found, near=short or any(strong[max(0, i - NEAR) : i + NEAR + 1])))
        and not (i and points_elsewhere(runs[i]))
        for i, found in enumerate(groups)
    ]


def _is_weighty(found: set[str], *, near: bool) -> bool:
    """Whether weak words add up: any, near a strong one; two kinds, far from one."""
    weak = found - {"", "!"}
    return bool(weak) if near else len(weak - {"number", "place", "people"}) >= 2
