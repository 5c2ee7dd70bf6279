"""From options to the settings of a run."""

from pathlib import Path

from aftermath.pipeline.reading import as_day
from aftermath.pipeline.settings import Settings


def settings(*, published: str = "", pipeline: str = "", home: Path | None = None) -> Settings:
    """The settings that options ask for; raises `Misuse` where the date is none."""
    return Settings(published=as_day(published or None), pipeline=pipeline, home=home)
