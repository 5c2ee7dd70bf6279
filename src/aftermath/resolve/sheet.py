"""The tables of knowledge: tab-separated text with one line of column names.

Lines that are empty or begin with "#" are for the reader of the table. A row may leave out
empty cells at its end. `rows` gives each row with its line number, so that whoever finds
fault with a row can say where it stands. What the cells mean is the business of the caller.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from aftermath.model import Misuse


def shipped(name: str) -> list[Mapping[str, str]]:
    """The rows of a table that is part of the package."""
    text = (files("aftermath.resolve") / "tables" / name).read_text(encoding="utf-8")
    return [row for _, row in rows(text, name)]


def from_file(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Line numbers and rows of a user's table; `Misuse` where it cannot be read at all."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Misuse(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise Misuse(f"{path}: is not UTF-8 text; save it as UTF-8 and add it again") from error
    return rows(text, str(path))


def rows(text: str, name: str, separator: str = "\t") -> Iterator[tuple[int, Mapping[str, str]]]:
    """Line numbers and rows of a table's text; `Misuse` where a row has too many cells."""
    columns: Sequence[str] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split(separator)]
        if columns is None:
            columns = cells
        elif len(cells) > len(columns):
            raise Misuse(f"{name}, line {number}: {len(cells)} cells, but only {len(columns)} columns are named")
        else:
            yield number, dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))


def any_of(words: Iterable[str]) -> str:
    """A regular expression that matches any of the words, longest first, white space as it may fall.

    Words that share a beginning share it in the expression too, which makes matching
    several times faster than a flat list of alternatives.
    """
    trie: dict[str, dict[str, object]] = {}
    for word in words:
        node: dict[str, dict[str, object]] = trie
        for letter in word:
            node = node.setdefault(letter, {})  # type: ignore[assignment]
        node[""] = {}
    return _expression(trie)


def _expression(node: Mapping[str, object]) -> str:
    branches = []
    for letter in sorted(node, reverse=True):
        if letter:
            head = GAP if letter == " " else re.escape(letter)
            branches.append(head + _expression(node[letter]))  # type: ignore[arg-type]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return f"{body}?" if "" in node else body


GAP = r"[^\S\n]{0,2}\s"
"""White space within an expression: at most one line break, never an empty line."""
