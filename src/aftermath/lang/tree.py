"""Heads and relations of a text's words, while they are being changed."""

from collections.abc import Iterator, Sequence

NEAR = 60
"""Words to either side among which those that hang on a word are looked for."""


class Tree:
    """The words, and for each the index of its head and its relation; a root is its own head."""

    def __init__(self, words: Sequence[str], heads: list[int], deps: list[str]) -> None:
        self.words, self.heads, self.deps = words, heads, deps

    def is_finite(self, verb: int) -> bool:
        """Whether a verb stands for itself: no "to", "that" or subject of its own."""
        return not any(self.deps[c] == "mark" or self.deps[c].startswith("nsubj") for c in self.children(verb))

    def root(self, word: int) -> int:
        """The root above a word."""
        while self.heads[word] != word:
            word = self.heads[word]
        return word

    def above(self, word: int) -> Iterator[int]:
        """The words above one, from its head to the root."""
        while self.heads[word] != word:
            word = self.heads[word]
            yield word

    def children(self, head: int, near: int = NEAR) -> Iterator[int]:
        """The words that hang on one, of those within `near` of it."""
        around = range(max(0, head - near), min(len(self.heads), head + near + 1))
        return (i for i in around if self.heads[i] == head != i)

    def hang(self, word: int, head: int, dep: str) -> None:
        """Give a word another head and relation."""
        self.heads[word], self.deps[word] = head, dep
