"""Which version of the reader reads: Aftermath's number, and a digest of the code and tables that reading rests on.

The digest makes two states of one version differ, so that a store knows what a newer reader
has not read. What the user added (gazetteers, actors) is not in it.
"""

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

READING = ("lang", "resolve", "extract")
"""The stages by which a report's text becomes claims."""


@cache
def reader_version(pipeline: str = "") -> str:
    """Such as "0.1.0+1f0c3a9b", with the name of a spaCy pipeline that was named instead of the shipped one."""
    named = f" {pipeline}" if pipeline else ""
    return version_of(READING) + named


def version_of(stages: Iterable[str]) -> str:
    """Aftermath's number and a digest of what lies in the folders of these stages."""
    root = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for stage in stages:
        for path in sorted((root / stage).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return f"{version('aftermath')}+{digest.hexdigest()[:8]}"
