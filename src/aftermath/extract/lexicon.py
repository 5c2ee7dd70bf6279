"""The tables of `extract/tables` as look-ups by lemma.

A row's words are one lemma ("shell"), several in a row ("car bomb"), or a verb with the
lemma of its particle, object or oblique ("blow+up", "take+control"). Rows starting with
"#" are comments; the first other row names the columns.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from aftermath.model import Token


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its words, its other cells by column, and where it stands."""

    words: tuple[str, ...]
    partner: str
    cells: Mapping[str, str]
    where: str

    def __getitem__(self, column: str) -> str:
        """The cell of that column."""
        return self.cells[column]


def read_table(name: str) -> Iterator[Row]:
    """Rows of a table of `extract/tables`, in order."""
    lines = files("aftermath.extract").joinpath("tables", f"{name}.tsv").read_text("utf-8").splitlines()
    numbered = [(n, line.split("\t")) for n, line in enumerate(lines, 1) if line and not line.startswith("#")]
    columns = numbered[0][1]
    for n, cells in numbered[1:]:
        words, _, partner = cells[0].partition("+")
        yield Row(tuple(words.split()), partner, dict(zip(columns, cells, strict=True)), f"{name}.tsv:{n}")


class Table:
    """Rows of one table, found by the token at which their words start."""

    def __init__(self, name: str) -> None:
        self._rows: dict[str, list[Row]] = defaultdict(list)
        for row in read_table(name):
            self._rows[row.words[0]].append(row)
        for rows in self._rows.values():
            rows.sort(key=lambda row: (-len(row.words), not row.partner))

    def at(self, token: Token) -> list[Row]:
        """Rows whose words start at the token, longest first; partners are not yet checked."""
        rows = self._rows.get(token.lemma, [])
        if token.lower != token.lemma:
            rows = [*rows, *self._rows.get(token.lower, [])]
        if not rows and _may_be_plural(token):
            rows = self._rows.get(token.lower[:-1], [])  # "Warplanes" at the head of a sentence taken for a name
        return [row for row in rows if len(row.words) == 1 or _follows(token, row.words[1:])] if rows else []

    def starts(self, token: Token) -> bool:
        """Whether some row's words may start at the token."""
        rows, lower = self._rows, token.lower
        if token.lemma in rows or lower in rows:
            return True
        return _may_be_plural(token) and lower[:-1] in rows

    def __contains__(self, word: str) -> bool:
        """Whether some row starts with this word."""
        return word in self._rows

    def first(self, token: Token) -> Row | None:
        """The longest row that starts at the token, or None."""
        rows = self.at(token)
        return rows[0] if rows else None


def _may_be_plural(token: Token) -> bool:
    """Whether a word that is its own lemma may be a plural: a name's, or of initials ("RPGs")."""
    return token.lower.endswith("s") and (token.pos == "PROPN" or (len(token.text) > 2 and token.text[:-1].isupper()))


def _follows(token: Token, rest: tuple[str, ...]) -> bool:
    return last_of(token, rest) is not None


def last_of(token: Token, rest: tuple[str, ...]) -> int | None:
    """Index of the last of the words `rest` that follow the token (hyphens between them), or None."""
    parse, i = token.parse, token.i
    for word in rest:
        i += 1
        if i < len(parse) and parse[i].text == "-":
            i += 1
        if i >= len(parse):
            return None
        lower = parse.lower_of(i)
        models = lower.removesuffix("s") if lower[:1].isdigit() else lower  # "F-16s"
        if word not in (parse.lemmas[i], lower, models):
            return None
    return i


@cache
def table(name: str) -> Table:
    """A table by its name, read once."""
    return Table(name)


@cache
def words_of(name: str, column: str, value: str) -> frozenset[str]:
    """All words of a table whose cell in that column holds that value."""
    return frozenset(row.cells[next(iter(row.cells))] for row in read_table(name) if row[column] == value)
