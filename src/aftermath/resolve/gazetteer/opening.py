"""Open the gazetteer of a folder, compiling the default file the first time."""

from pathlib import Path

from aftermath.resolve.gazetteer import home
from aftermath.resolve.gazetteer.default import NAME, Progress, compile_default, digest
from aftermath.resolve.gazetteer.file import SUFFIX, BrokenGazetteer, File
from aftermath.resolve.gazetteer.lookup import Gazetteer


def open_gazetteer(path: Path | None = None, progress: Progress | None = None) -> Gazetteer:
    """The gazetteer of a folder, the user's own unless one is named.

    The default file is compiled where it is missing or was made from other tables, which
    takes about half a minute; `progress` is told how far it is. Raises `BrokenGazetteer`
    where a file that the user added cannot be read.
    """
    folder = path or home.folder()
    default = folder / (NAME + SUFFIX)
    added = sorted(file for file in folder.glob("*" + SUFFIX) if file != default)
    return Gazetteer([*map(File, added), _default(default, progress)])


def _default(path: Path, progress: Progress | None) -> File:
    """The default file, compiled where need be."""
    if path.exists():
        try:
            file = File(path)
        except BrokenGazetteer:
            path.unlink(missing_ok=True)  # ours to make again
        else:
            if file.meta.get("tables") == str(digest()):
                return file
            file.close()
    compile_default(path, progress)
    return File(path)
