"""A group's initials that are a verb in small letters: "IS claimed the attack".

The encoder knows the letters as the verb alone. Takes a run's words, gives them with a name of the same group
in their stead where the words around them are not in capitals too; the text itself never changes.
"""

from collections.abc import Sequence

AS_NAME = {"IS": "ISIS"}
"""Initials, and what the encoder is given for them."""
STRESSED = frozenset("he she it this that there here what which who where how".split())
"""Words behind which capitals only stress the verb ("that IS true")."""


def heard(words: Sequence[str]) -> list[str]:
    """The words, initials of a group in an unmistakable form."""
    return [AS_NAME[word] if word in AS_NAME and _is_name(words, i) else word for i, word in enumerate(words)]


def _is_name(words: Sequence[str], i: int) -> bool:
    """Whether no capitals stand around the initials and nothing before them calls for a verb."""
    beside = [w for w in (*words[max(0, i - 2) : i], *words[i + 1 : i + 3]) if len(w) > 1 and w.isalpha()]
    before = words[i - 1].lower() if i else ""
    return any(w.islower() for w in beside) and not any(w.isupper() for w in beside) and before not in STRESSED
