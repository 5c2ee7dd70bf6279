"""Aftermath: who says what happened, from reports of armed conflict.

    import aftermath

    record = aftermath.read(text, published="2019-03-14")
    for claim in record.claims:
        print(claim.event, claim.stance, [place.text for place in claim.where])

`read` takes a text at hand, `read_all` files, folders, URLs, feeds and web archives. The
types of records and claims are in `aftermath.model`, the formats in `aftermath.export`.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aftermath.pipeline.reading import Reading

__all__ = ["read", "read_all"]


def read(
    text: str,
    *,
    published: date | str | None = None,
    title: str = "",
    outlet: str = "",
    id: str = "",  # noqa: A002 - the report's own word for it
) -> "Reading":
    """Read one report's text and return its record: the report, its claims, its problems.

    `published` is the day from which "on Wednesday" is counted, a date or ISO text; without
    it the text's own dateline is used, and where there is none relative days stay unresolved.
    Raises `aftermath.model.Misuse` for a text that cannot be read at all: empty, or in
    another language than English.
    """
    from aftermath.pipeline.reading import as_day, read_text
    from aftermath.pipeline.settings import Settings

    return read_text(text, Settings(published=as_day(published)), title=title, outlet=outlet, name=id)


def read_all(
    sources: Iterable[str | Path], *, published: date | str | None = None, jobs: int = 1
) -> "Iterator[Reading]":
    """Read every report of every source, in order, with `jobs` processes.

    A source is what `aftermath read` takes: a file, a folder, a URL. A report that is lost
    comes as a record without claims whose problems say why.
    """
    from aftermath.pipeline.reading import as_day, read_each
    from aftermath.pipeline.settings import Settings

    return read_each(sources, Settings(published=as_day(published)), jobs)
