"""What a run is told from outside: one frozen value, built at the door, passed down."""

import os
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path


def default_home() -> Path:
    """The user's data folder: `$AFTERMATH_HOME`, else `aftermath` in the platform's data folder."""
    if told := os.environ.get("AFTERMATH_HOME"):
        return Path(told)
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "aftermath"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How reports are to be read.

    `published` is the date of reports that name none themselves. `pipeline` is an installed
    spaCy pipeline with Universal Dependencies labels, "" for the shipped one. `home` holds
    what the user added: gazetteers and actor tables.
    """

    published: date | None = None
    pipeline: str = ""
    home: Path = field(default_factory=default_home)
