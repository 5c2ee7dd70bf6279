"""Open the gazetteer of a folder, compiling the default file the first time."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from aftermath.resolve.gazetteer import home
from aftermath.resolve.gazetteer.default import NAME, Progress, compile_default, digest
from aftermath.resolve.gazetteer.file import SUFFIX, BrokenGazetteer, File, respelled
from aftermath.resolve.gazetteer.lookup import Gazetteer
from aftermath.resolve.gazetteer.names import spelling

PATIENCE_S = 600
"""Seconds to wait for another process that compiles, which takes about 25 on a laptop core."""


def open_gazetteer(path: Path | None = None, progress: Progress | None = None) -> Gazetteer:
    """The gazetteer of a folder, the user's own unless one is named.

    The default file is compiled where it is missing or was made from other tables, which
    takes about half a minute; `progress` is told how far it is. Raises `BrokenGazetteer`
    where a file that the user added cannot be read.
    """
    folder = path or home.folder()
    default = folder / (NAME + SUFFIX)
    added = sorted(file for file in folder.glob("*" + SUFFIX) if file != default)
    return Gazetteer([*map(_added, added), _default(default, progress)])


def _added(path: Path) -> File:
    """A file that the user added, its names spelled by today's tables."""
    file = File(path)
    if file.meta.get("spelling") == spelling():
        return file
    file.close()
    with _alone(path):
        respelled(path)
    return File(path)


def _default(path: Path, progress: Progress | None) -> File:
    """The default file, compiled where need be."""
    if file := _current(path):
        return file
    with _alone(path):
        if file := _current(path):
            return file  # another process made it while this one waited
        compile_default(path, progress)
    return File(path)


def _current(path: Path) -> File | None:
    """The default file, if it is there and was made from today's tables by today's code."""
    if not path.exists():
        return None
    try:
        file = File(path)
    except BrokenGazetteer:
        return None  # ours to make again
    if file.meta.get("tables") == str(digest()):
        return file
    file.close()
    return None


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Wait while another process compiles the same file; SQLite's lock works alike on all platforms."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path.with_suffix(".lock"), timeout=PATIENCE_S, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield
