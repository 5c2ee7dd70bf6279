"""What somebody is accused of, hung where it belongs: a mistake of parsers that names a wrong perpetrator.

In "soldiers were accused by rights groups of executing civilians" the parser hangs "executing" on the groups,
as if they did it; so it does with a relative clause between. Takes heads and relations of a text, gives them
with "of" and its verb under the verb of accusing; it touches nothing else.
"""

from collections.abc import Iterator, Sequence

ACCUSING = frozenset({"accuse", "suspect", "convict"})
CHARGED = frozenset({"acl", "advcl"})
ASIDE = frozenset({"acl:relcl", "appos"})


def rehung(
    words: Sequence[str], lemmas: Sequence[str], heads: Sequence[int], deps: Sequence[str]
) -> tuple[list[int], list[str]]:
    """Heads and relations with what somebody is accused of under the verb that accuses."""
    new_heads, new_deps = list(heads), list(deps)
    for i in range(1, len(words)):
        if words[i].lower().endswith("ing") and words[i - 1].lower() == "of" and deps[i] in CHARGED:
            verb = _accusing(i, words, lemmas, heads, deps)
            if verb is not None:
                new_heads[i], new_deps[i] = verb, "advcl"
    return new_heads, new_deps


def _accusing(
    i: int, words: Sequence[str], lemmas: Sequence[str], heads: Sequence[int], deps: Sequence[str]
) -> int | None:
    """The verb of accusing before a gerund, if the gerund hangs on its agent or on an aside beneath it."""
    passed: list[int] = []
    for above in _above(i, heads):
        if lemmas[above] in ACCUSING and above < i:
            by = any(deps[t] == "obl:agent" or _has(t, "by", words, heads) for t in passed[-1:])
            return above if by or any(deps[t] in ASIDE for t in passed) else None
        passed.append(above)
    return None


def _above(i: int, heads: Sequence[int]) -> Iterator[int]:
    while heads[i] != i:
        i = heads[i]
        yield i


def _has(i: int, word: str, words: Sequence[str], heads: Sequence[int]) -> bool:
    return any(heads[k] == i and words[k].lower() == word for k in range(max(0, i - 5), i))
