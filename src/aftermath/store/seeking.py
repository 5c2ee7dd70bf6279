"""Words looked for: SQLite's FTS5 and PostgreSQL's text search, one condition for both.

Takes words as people type them, gives conditions on incidents and reports; a report's words
are indexed here as it is kept. All words must be there; the beginning of each is enough.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, TextClause, bindparam, func, insert, literal_column, or_, select, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from aftermath.model import Misuse, Report
from aftermath.store.tables import TEXTS, incidents, report_texts, reports, texts
from aftermath.store.wording import LONGEST, different, words

SIMPLE: ColumnElement[str] = literal_column("'simple'::regconfig")


def told(column: str, asked: str) -> ColumnElement[bool]:
    """That all words asked for begin some in that column of incidents, in any where it is ""."""
    wanted = _wanted(asked)
    in_file = _matching("texts", " ".join(f"{f'{column} : ' if column else ''}{word}*" for word in wanted))
    on_server = (or_(*(_begins(name, word) for name in ((column,) if column else TEXTS))) for word in wanted)
    return Either(*(incidents.c.number.in_(select(texts.c.rowid).where(*how)) for how in ((in_file,), on_server)))


def written(asked: str) -> ColumnElement[bool]:
    """That all words asked for begin some of a report: of its text, title, outlet, author or address."""
    wanted = _wanted(asked)
    in_file = _matching("report_texts", " ".join(f"{word}*" for word in wanted))
    query = func.to_tsquery(SIMPLE, " & ".join(f"{word}:*" for word in wanted))
    on_server = report_texts.c.words.bool_op("@@")(query)
    return Either(*(reports.c.number.in_(select(report_texts.c.rowid).where(how)) for how in (in_file, on_server)))


def index(connection: Connection, numbered: Iterable[tuple[int, Report]]) -> None:
    """Have reports found by their words."""
    rows = [{"number": number, "told": different(_text(report))} for number, report in numbered]
    told: ColumnElement[Any] = bindparam("told")
    if connection.dialect.name == "postgresql":
        told = func.array_to_tsvector(func.string_to_array(told, " "))
    if rows:
        connection.execute(insert(report_texts).values(rowid=bindparam("number"), words=told), rows)


def _text(report: Report) -> str:
    return " ".join((report.title, report.outlet, report.author, report.url or "", report.id, report.text))


def _wanted(asked: str) -> list[str]:
    found = [word[:LONGEST] for word in words(asked)]
    if not found:
        raise Misuse(f"{asked!r} has no letters to look for")
    return found


def _matching(table: str, sought: str) -> TextClause:
    """SQLite's words for it; each condition of a query has a parameter of its own."""
    return text(f"{table} MATCH :sought").bindparams(bindparam("sought", sought, unique=True))


def _begins(column: str, word: str) -> ColumnElement[bool]:
    """That a word in a column begins so, as PostgreSQL's index has it."""
    vector = func.to_tsvector(SIMPLE, texts.c[column])
    return vector.bool_op("@@")(func.to_tsquery(SIMPLE, f"{word}:*"))


class Either(ColumnElement[bool]):
    """A condition that SQLite and PostgreSQL each have words of their own for."""

    inherit_cache = False

    def __init__(self, in_file: ColumnElement[bool], on_server: ColumnElement[bool]) -> None:
        self.in_file = in_file
        self.on_server = on_server


@compiles(Either, "sqlite")
def _in_file(element: Either, compiler: SQLCompiler, **options: Any) -> str:
    return compiler.process(element.in_file, **options)


@compiles(Either, "postgresql")
def _on_server(element: Either, compiler: SQLCompiler, **options: Any) -> str:
    return compiler.process(element.on_server, **options)
