"""Words of a report as keys of the register: folded, without articles' spellings, with their places.

"Hay'at Tahrir ash-Sham", "Hayat Tahrir al-Sham" and "hayat tahrir al sham" have one key.
Capitals are kept beside it: "IS" is a group, "is" is not.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:[.'’ʼʿ`‘](?=[^\W_])[^\W_]+)*\.?")
_APOSTROPHES = re.compile(r"['’ʼʿ`‘.]")
_POSSESSIVE = re.compile(r"['’]s$")
# The article as it sounds before the letter that follows: al-Sham is spoken ash-Sham.
_ARTICLES = frozenset("al el ul ad as ash an at az ar ed es eš".split())


class Word(NamedTuple):
    """A word's key, its form as printed, and where it stands."""

    key: str
    form: str
    start: int
    end: int


def words_in(text: str) -> list[Word]:
    """The words of a text; hyphens part words."""
    found = []
    for match in _WORD.finditer(text):
        form, (start, end) = match[0], match.span()
        if form.endswith(".") and form.count(".") == 1:
            form, end = form[:-1], end - 1
        key = _key(form)
        if key in _ARTICLES and text[end : end + 1] == "-":
            key = "al"
        found.append(Word(key, form, start, end))
    return found


@lru_cache(maxsize=65_536)
def _key(form: str) -> str:
    form = _APOSTROPHES.sub("", _POSSESSIVE.sub("", form))
    if not form.isascii():
        form = "".join(c for c in unicodedata.normalize("NFKD", form) if not unicodedata.combining(c))
        form = form.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("đ", "d")
    return form.casefold()


def key_of(name: str) -> str:
    """The key of a whole name."""
    return " ".join(word.key for word in words_in(name))


def fits_case(name: str, forms: list[str]) -> bool:
    """Whether words are printed as a name must be: in capitals where it is short and all capitals.

    A name with capitals needs one in the report as well: a "national unity government" need
    not be the one so named.
    """
    forms = [form.removesuffix("'s").removesuffix("’s") for form in forms]  # "the IRA's campaign"
    letters = [c for c in name if c.isalpha()]
    if letters and all(c.isupper() for c in letters):
        # Abbreviations and words all in capitals; headlines may print others so too.
        return all(form.upper() == form for form in forms)
    if len(forms) == 1 and any(c.isupper() for c in name[1:]):
        return forms[0] == name  # "LeT" is a group, "Let" is not
    if any(c.isupper() for c in letters):
        return any(c.isupper() for form in forms for c in form) or not "".join(forms).isascii()
    return True
