"""Whether a sentence speaks of what is to come, or of what still goes on, by its small words.

The sentence need not have been parsed: auxiliaries near the expression decide.
"""

import re

_AHEAD = (
    r"will|would|shall|(?:is|are|was|were) (?:due|set (?:to|for)|scheduled|expected|planned|to)|due to|set to|scheduled"
    r"|going to|plans? to|planning to|planned for|expected (?:to|on|in)|to be held|is to|are to|hopes? to"
    r"|plans? (?:a|an|the|more|new|mass)|(?:beginning|starting) (?:on|from)|ahead of|in time for|deadline|vowed to"
    r"|(?:ha[sd] |have )?call(?:s|ed)? (?:for )?(?:an? |new |more |mass |general |national )*"
    r"(?:protest|rally|rallie|march|marche|demonstration|strike)s?"
)
_BEHIND = r"said|says|told|was|were|had|has|have|did|killed|wounded|injured|attacked|began|took|fell|died|[a-z]{2,}ed"
_TENSE = re.compile(rf"\b(?:(?P<ahead>{_AHEAD})|(?P<behind>{_BEHIND}))\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:—–\"“”]|\b(?:after|when|while|as|and|but|who|which|that|where|because)\b", re.IGNORECASE)
_ONGOING = re.compile(
    r"\b(?:has|have|is|are|continu\w+|remains?|still|now|ongoing|so far)\b|['’](?:ve|s been|re)\b", re.IGNORECASE
)


def is_future(text: str, start: int, end: int, at: int, stop: int) -> bool:
    """Whether the clause around an expression, within its sentence, speaks of the future.

    "Said on Friday that it will" is past for Friday: the clause before the expression
    decides; only where it has no verb, the words behind do.
    """
    before = _CLAUSE.split(text[start:at])[-1]
    first = _TENSE.search(before) or _TENSE.search(text, stop, min(end, stop + 120))
    return first is not None and first["ahead"] is not None


def is_ongoing(text: str, start: int, end: int) -> bool:
    """Whether a sentence has a verb in the present or the present perfect."""
    return _ONGOING.search(text, start, end) is not None
