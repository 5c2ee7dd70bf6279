"""From a tree of elements to paragraphs: what a reader sees as separate blocks stays separate.

Takes lxml elements, of HTML or of trafilatura's own vocabulary, and gives blocks of text. List
items, table cells and headings are blocks of their own: run together they would make sentences
that nobody wrote.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_HEADINGS = frozenset(("head", "h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = _HEADINGS | frozenset(
    "p div item li quote blockquote cell td th row tr table list ul ol dt dd pre section article main body html".split()
)
_BREAKS = frozenset(("lb", "br"))
_VERBATIM = frozenset(("pre", "quote", "code"))  # trafilatura calls "pre" a quote; a blank line in it is meant
_SILENT = frozenset(
    "script style noscript template form button select textarea iframe svg nav footer title meta link".split()
)
_SPACES = re.compile(r"[ \t\r\f\v\u00a0]*\n[ \t\r\f\v\u00a0]*|[ \t\r\f\v\u00a0]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, list item, cell or heading."""

    text: str
    heading: bool = False


def blocks(root: Any) -> list[Block]:
    """The blocks of text below `root`, in order, empty ones left out.

    A line break inside a block becomes a line end; two of them end the block.
    """
    found: list[Block] = []
    words: list[str] = []

    def close(*, heading: bool = False) -> None:
        parts = (part.strip() for part in re.split(r"\n{2,}", _tidy("".join(words))))
        found.extend(Block(text=part, heading=heading) for part in parts if part)
        words.clear()

    for word, edge, heading in _walk(root):
        if edge:
            close(heading=heading)
        else:
            words.append(word)
    close()
    return found


def _walk(root: Any) -> Iterator[tuple[str, bool, bool]]:
    """Stretches of text and edges of blocks in document order, without recursion: pages nest deeply.

    An edge says whether the block that it closes is a heading.
    """
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        node, leaving = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        if leaving:
            yield from [("", True, tag in _HEADINGS)] if tag in _BLOCKS else ()
            yield _flat(node.tail, _parent(node)) if node is not root else "", False, False
        elif not tag or tag in _SILENT:
            yield _flat(node.tail, _parent(node)), False, False
        else:
            yield from [("", True, False)] if tag in _BLOCKS else ()
            yield "\n" if tag in _BREAKS else _flat(node.text, tag), False, False
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(node))


def _parent(node: Any) -> str:
    """The tag around an element."""
    parent = node.getparent()
    return str(parent.tag) if parent is not None else ""


def _flat(text: str | None, tag: str) -> str:
    """Text of an element with the line ends of its source as spaces: only breaks end a line."""
    paragraphs = re.split(r"\n\s*\n", text or "") if tag in _VERBATIM else [text or ""]
    return "\n\n".join(part.replace("\r", " ").replace("\n", " ") for part in paragraphs)


def _tidy(text: str) -> str:
    """Runs of spaces as one space, none around line ends."""
    return _SPACES.sub(lambda found: "\n" if "\n" in found.group() else " ", text)
