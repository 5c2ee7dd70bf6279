"""Files and folders: opens what a path names and yields its reports in a stable order.

A folder is read recursively and in the order of names; hidden files are skipped, linked
folders not entered (so that no loop of links can be walked), linked files read. Pipes and
devices are read only where a person names them: in a folder they could wait for ever.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from aftermath.acquire.draft import lost
from aftermath.acquire.origin import Origin
from aftermath.acquire.route import read_stream
from aftermath.acquire.settings import Settings
from aftermath.model import Problem, Report


def read_path(path: Path, settings: Settings) -> Iterator[Report | Problem]:
    """The reports of a file or folder."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        yield lost(str(path), "no such file or folder")
    except (OSError, ValueError) as error:
        yield lost(str(path), f"this cannot be opened: {_cause(error)}")
    else:
        yield from _read_folder(path, settings) if stat.S_ISDIR(mode) else _read_file(path, settings)


def _read_file(path: Path, settings: Settings) -> Iterator[Report | Problem]:
    """The reports of one file."""
    try:
        stream = path.open("rb")
    except OSError as error:
        yield lost(str(path), f"this cannot be opened: {_cause(error)}")
        return
    with stream:
        yield from read_stream(stream, Origin(name=str(path), key=path.name), settings)


def _read_folder(folder: Path, settings: Settings) -> Iterator[Report | Problem]:
    """The reports of all files below a folder."""
    empty = True
    for entry in _walk(folder, settings.passed_over):
        empty = False
        yield from (entry,) if isinstance(entry, Problem) else _read_member(entry, settings)
    if empty:
        yield lost(str(folder), "the folder holds no files (hidden ones are skipped)")


def _walk(folder: Path, passed_over: frozenset[Path]) -> Iterator[Path | Problem]:
    """Files below a folder in the order of names; a problem for each folder that cannot be listed."""
    refused: list[Problem] = []

    def refuse(error: OSError) -> None:
        refused.append(lost(str(error.filename), f"the folder cannot be listed: {_cause(error)}"))

    for place, folders, files in os.walk(folder, onerror=refuse):
        yield from refused
        refused.clear()
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and Path(place, name).resolve() not in passed_over
        )
        yield from (Path(place, name) for name in sorted(files) if not name.startswith("."))
    yield from refused


def _read_member(path: Path, settings: Settings) -> Iterator[Report | Problem]:
    """The reports of one file of a folder, which must be an ordinary one."""
    try:
        ordinary = stat.S_ISREG(path.stat().st_mode)
    except OSError as error:
        yield lost(str(path), f"this cannot be opened: {_cause(error)}")
        return
    if ordinary:
        yield from _read_file(path, settings)
    else:
        yield lost(str(path), "this is a pipe or device, no file: it was passed over")


def _cause(error: Exception) -> str:
    """Why the system refused, in its own words."""
    reason = getattr(error, "strerror", None) or str(error)
    return str(reason).lower()
