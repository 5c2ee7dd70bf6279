"""What a run is told from outside: one frozen value, built at the door, passed down."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How reports are to be read.

    `published` is the date of reports that name none themselves. `pipeline` is an installed
    spaCy pipeline with Universal Dependencies labels, "" for the shipped one.
    """

    published: date | None = None
    pipeline: str = ""
