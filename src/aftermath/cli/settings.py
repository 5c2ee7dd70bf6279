"""From options to the settings of a run."""

from datetime import date
from pathlib import Path

from aftermath.model import Misuse
from aftermath.pipeline.settings import Settings


def settings(*, published: str = "", pipeline: str = "", home: Path | None = None) -> Settings:
    """The settings that options ask for; raises `Misuse` where the date is none."""
    return Settings(published=_day(published), pipeline=pipeline, home=home)


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Misuse(f"--published {text}: not a date like 2019-03-14") from error
