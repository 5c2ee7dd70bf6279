"""Base forms: a table of exceptions learnt from the treebank, then rules of English endings.

Takes a form and its UPOS tag, gives the lemma: for a name the form as printed, for
everything else a base form in lower case ("syrian", where the treebank would keep the
capital). It looks at nothing around the word.
"""

from functools import lru_cache
from importlib.resources import files

from aftermath.lang.wordpiece import vocabulary

# Endings a tag can carry and what stands in their place, tried in order against the known
# lemmas; the last that matches is taken where none is known.
_ENDINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "NOUN": (("men", "man"), ("ies", "y"), ("ves", "f"), ("ves", "fe"), ("s", ""), ("es", "")),
    "VERB": (
        ("ies", "y"), ("ied", "y"), ("ing", "e"), ("ing", ""), ("ed", "e"), ("ed", ""), ("es", ""), ("s", ""),
    ),
    "ADJ": (("iest", "y"), ("ier", "y"), ("est", "e"), ("est", ""), ("er", "e"), ("er", "")),
    "ADV": (("iest", "y"), ("ier", "y"), ("est", ""), ("er", "")),
}  # fmt: skip
_VOWELS = frozenset("aeiouy")
_DOUBLING = frozenset({"ed", "ing", "er", "est"})
# Last letters of a stem that English spells with an "e" ("mobiliz-", "evacuat-", "besieg-").
_ASK_E = ("v", "c", "u", "z", "at", "is", "dg", "rg", "ng", "eg", "ur", "fus", "ls")
_AS_PRINTED = frozenset({"PROPN", "X"})


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[tuple[str, str], str], frozenset[tuple[str, str]]]:
    """Read the exceptions and the known lemmas once a process."""
    exceptions: dict[tuple[str, str], str] = {}
    known: set[tuple[str, str]] = set()
    for line in (files(__package__) / "en" / "lemmas.tsv").read_text(encoding="utf-8").splitlines():
        tag, form, lemma = line.split("\t")
        if form:
            exceptions[tag, form] = lemma
        else:
            known.update((tag, word) for word in lemma.split())
    return exceptions, frozenset(known)


@lru_cache(maxsize=65_536)
def lemma_of(form: str, tag: str) -> str:
    """Give the lemma of `form` read as `tag` (UPOS)."""
    exceptions, known = _tables()
    plain = form.replace("’", "'")
    if tag in _AS_PRINTED:
        return form
    lower = plain.lower()
    listed = exceptions.get((tag, lower))
    return by_rule(lower, tag, known) if listed is None else listed


def by_rule(lower: str, tag: str, known: frozenset[tuple[str, str]]) -> str:
    """Take the ending off `lower`, preferring a stem that is a known lemma of the tag."""
    tag = "VERB" if tag == "AUX" else tag
    stems = [lower, *_stems(lower, tag)]
    for stem in stems:
        # "corpses" is no more than one of "corps", the known lemma, but for the encoder's "corpse".
        if (tag, stem) in known or (tag == "NOUN" and stem != lower and stem in vocabulary()):
            return stem
    # Comparatives are too rare beside words that merely end so ("other", "honest").
    if tag in ("ADJ", "ADV"):
        return lower
    # The encoder's whole words tell "upgrade" from "upgrad", though not of what tag.
    return next((stem for stem in stems[1:] if stem in vocabulary()), _guess(lower, stems))


def _stems(lower: str, tag: str) -> list[str]:
    """Every stem that an ending leaves, undoubled too ("stopp" gives "stop" first)."""
    stems = []
    for ending, instead in _ENDINGS.get(tag, ()):
        if not lower.endswith(ending):
            continue
        stem = lower[: -len(ending)] + instead
        if len(stem) < 2 or not _VOWELS & set(stem):
            continue
        if ending in _DOUBLING and not instead and len(stem) > 3 and stem[-1] == stem[-2]:
            stems.append(stem[:-1])
        stems.append(stem)
    return stems


def _guess(lower: str, stems: list[str]) -> str:
    """Choose among unknown stems: "ambushes" loses "es", "grenades" an "s", "foiled" "ed"."""
    if lower.endswith(("ss", "us", "is")) or len(stems) == 1:
        return lower
    if lower.endswith("men"):
        return stems[1]
    if lower.endswith("s"):
        if lower.endswith(("sses", "xes", "shes", "ches", "zzes")):
            return lower[:-2]
        return lower[:-3] + "y" if lower.endswith("ies") else lower[:-1]
    stem = min(stems, key=len)
    if stem.endswith(_ASK_E) and stem + "e" in stems:
        return stem + "e"
    return stem
