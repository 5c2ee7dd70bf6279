"""Which language a text is in: English is recognised by its small words, others by a detector.

Takes a text, gives an ISO 639 code with a note where that is doubtful. A text in a language
that Aftermath cannot read must be refused, never misread; a short English text full of Arabic
names must not be refused. So English needs little proof, another language much.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from aftermath.acquire.language_names import NAMES

_WORD = re.compile(r"[^\W\d_]+")
# Frequent words of English that are not words of another language in the Latin script ("in",
# "was", "of" and "had" are Dutch too). In 45 news reports they made up 14% to 30% of the words;
# in sentences of 14 other languages none occurred.
_ENGLISH = frozenset(
    "the and to that were with by from for have been said which their who they after but are not this "
    "will would his has".split()
)
_ENOUGH = 0.10
_FEW_WORDS = 20
_WINDOW = 2000
# The detector's probabilities are calibrated for length: "Ten killed" is English at 0.05 and
# Danish at 0.13, "Diez muertos en un ataque" Spanish at 0.45 and English below 0.001.
_SURE = 0.4
_EXCLUDED = 0.02
_UNSAID = frozenset(("und", "mul", "zxx", "unknown"))
_DIALECTS = {
    "pcm": "en",  # Nigerian Pidgin: where the detector puts terse English headlines
    "ary": "ar",
    "arz": "ar",
    "yue": "zh",
    "wuu": "zh",
    "nn": "no",
    "uzs": "uz",
    "sdh": "ku",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """An ISO 639 code, and a note where it is only the likeliest."""

    code: str
    notes: tuple[str, ...] = ()


def language_of(text: str, declared: str = "") -> Language:
    """The language of `text`: as declared (two letters, "en-GB" too), else as its words show."""
    if declared and _code(declared) not in _UNSAID:
        return Language(code=_code(declared))
    sample = _sample(text)
    words = _WORD.findall(sample.lower())
    share = sum(word in _ENGLISH for word in words) / max(len(words), 1)
    if share >= _ENOUGH and len(words) >= _FEW_WORDS:
        return Language(code="en")
    return _detected(sample, len(words))


def _code(declared: str) -> str:
    """The two-letter code that a declaration ("en-GB", "eng", "English") stands for."""
    code = declared.lower().replace("_", "-").partition("-")[0]
    return {"eng": "en", "english": "en"}.get(code, code)


def name_of(code: str) -> str:
    """A language's name in English, or its code where it has none here."""
    return NAMES.get(code, f"the language with the code {code!r}")


def _sample(text: str) -> str:
    """The beginning, middle and end of a long text: one foreign quotation must not decide."""
    if len(text) <= 3 * _WINDOW:
        return text
    middle = (len(text) - _WINDOW) // 2
    return "\n".join((text[:_WINDOW], text[middle : middle + _WINDOW], text[-_WINDOW:]))


def _detected(sample: str, words: int) -> Language:
    """The detector's verdict where it is sure, English otherwise."""
    chances: dict[str, float] = {}
    for code, chance in _detector()(sample):
        main = _DIALECTS.get(code, code)
        chances[main] = chances.get(main, 0.0) + chance
    best = max(chances, key=chances.__getitem__)
    if best != "en" and chances[best] >= _SURE and chances.get("en", 0.0) < _EXCLUDED:
        return Language(code=best)
    if best == "en" or words < _FEW_WORDS:
        return Language(code="en")
    return Language(code="en", notes=(f"the language is in doubt (perhaps {name_of(best)}); read as English",))


@cache
def _detector() -> Callable[[str], list[tuple[str, float]]]:
    """The detector's ranking function; its model takes 0.6 s to load, which English never pays."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    rank: Callable[[str], list[tuple[str, float]]] = identifier.rank
    return rank
