"""What a run is told from outside: one frozen value, built at the door, passed down."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How reports are to be read.

    `published` is the date of reports that name none themselves. `pipeline` is an installed
    spaCy pipeline with Universal Dependencies labels, "" for the shipped one. `home` is the
    folder of gazetteers and actor tables, None for the one of `$AFTERMATH_HOME` or, without
    it, the platform's place for an application's data.
    """

    published: date | None = None
    pipeline: str = ""
    home: Path | None = None
