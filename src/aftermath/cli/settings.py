"""From options to what a run is told."""

from pathlib import Path

from aftermath.cli.home import use_home
from aftermath.pipeline.reading import as_day
from aftermath.pipeline.settings import Settings


def settings(*, published: str = "", pipeline: str = "", home: Path | None = None) -> Settings:
    """The settings that options ask for; raises `Misuse` where the date is none."""
    use_home(home)
    return Settings(published=as_day(published or None), pipeline=pipeline)
