"""Set a passage's tokens back to text as print does, near enough: its corpus keeps no spaces."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from corpus import Passage, read_passages

NO_SPACE_BEFORE = frozenset(".,;:!?)]}%'’”") | {"n't", "'s", "’s", "'re", "'ve", "'ll", "'d", "'m"}
NO_SPACE_AFTER = frozenset("([{$£€“‘")


def joined(passage: Passage) -> tuple[str, list[tuple[int, int]]]:
    """The passage as text, and where each of its tokens stands in it."""
    text, spans, open_quote, glue = "", [], False, True
    for word in passage.words:
        space = not glue and word not in NO_SPACE_BEFORE and word != "-"
        glue = word in NO_SPACE_AFTER or word == "-"
        if word == '"':
            space, glue = not open_quote and bool(text), not open_quote
            open_quote = not open_quote
        text += " " * space
        spans.append((len(text), len(text) + len(word)))
        text += word
    return text, spans


def reports(path: Path) -> list[str]:
    """The names corpus as texts, a blank line between paragraphs."""
    groups = groupby(read_passages(path), key=lambda passage: passage.report)
    return ["\n\n".join(joined(passage)[0] for passage in group) for _, group in groups]
