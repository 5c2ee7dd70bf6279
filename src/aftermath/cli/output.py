"""Where a run's output goes, and in which format.

Every write is one whole piece of whole lines, unbuffered: an interrupted run leaves nothing
half written.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import FileIO, StringIO
from pathlib import Path
from typing import Protocol

from aftermath.export import FORMATS
from aftermath.model import AftermathError, Misuse, Record

SHEET = "sheet"

PAGE_WIDTH = 100
"""Columns of a sheet that goes to no terminal."""


class _Sink(Protocol):
    def write(self, data: bytes, /) -> int | None: ...

    def flush(self) -> None: ...


def chosen_format(asked: str, out: Path | None, terminal: bool) -> str:
    """The format asked for, else that of the file's suffix, else the sheet on a terminal, else JSON lines.

    Raises `Misuse` where the format asked for, or a suffix with none asked for, is of no format.
    """
    if asked and asked != SHEET and asked not in FORMATS:
        raise Misuse(f"--format {asked}: formats are {SHEET}, {', '.join(FORMATS)}")
    suffix = out.suffix.removeprefix(".") if out else ""
    if not asked and suffix and suffix not in FORMATS:
        raise Misuse(
            f"--out {out}: no format has the suffix .{suffix}; say one with --format ({SHEET}, {', '.join(FORMATS)})"
        )
    by_place = SHEET if terminal and out is None else "jsonl"
    return asked or (suffix if suffix in FORMATS else by_place)


def keep_apart(sources: Iterable[str], out: Path | None) -> None:
    """Raise `Misuse` where the output would be written over what is read, or among it."""
    if out is None:
        return
    target = out.resolve()
    for source in sources:
        read = Path(source).resolve()
        if read == target or (read.is_dir() and read in target.parents):
            raise Misuse(f"--out {out} lies in what is read ({source}): write somewhere else")


def write(records: Iterable[Record], fmt: str, out: Path | None) -> None:
    """Write records in a format to a file, or to standard output."""
    with _opened(out) as sink:
        for piece in _sheets(records, out) if fmt == SHEET else FORMATS[fmt](records):
            _write_whole(sink, piece.encode("utf-8", "replace"))


@contextmanager
def _opened(out: Path | None) -> Iterator[_Sink]:
    if out is None:
        with until_closed():
            yield sys.stdout.buffer
        return
    try:
        with FileIO(out, "w") as sink:
            yield sink
    except OSError as error:
        raise AftermathError(f"cannot write {out}: {error.strerror}") from error


@contextmanager
def until_closed() -> Iterator[None]:
    """End quietly where the other side has had enough, as in `| head`."""
    try:
        yield
    except BrokenPipeError:
        # Python flushes standard output once more when it ends; let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write_whole(sink: _Sink, data: bytes) -> None:
    """Write all of it; a raw file may take less than it is given."""
    while data:
        data = data[sink.write(data) or 0 :]
    sink.flush()


def _sheets(records: Iterable[Record], out: Path | None) -> Iterator[str]:
    """Each record's sheet, in colour only where a terminal shows it."""
    from rich.console import Console

    from aftermath.cli.sheet import sheet

    terminal = out is None and sys.stdout.isatty()
    console = Console() if terminal else Console(file=StringIO(), width=PAGE_WIDTH)
    for record in records:
        with console.capture() as captured:
            console.print(sheet(record))
        page = captured.get()
        # rich fills lines up to the width; a file needs no such blanks.
        yield page if terminal else "".join(f"{line.rstrip()}\n" for line in page.splitlines())
