"""A report as acquired, and the problems met on the way."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that went wrong with one report, at one stage, and why.

    `fatal` is true where the report was lost (nothing could be read from it), false where
    it was read with less than was hoped for (say, without a date).
    """

    report: str
    stage: str
    message: str
    fatal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published text and what is known of it.

    `text` is what all spans refer to; it never changes. `sha256` is of the raw bytes the
    text was drawn from. `language` is an ISO 639-1 code, or "" where it is not known.
    """

    id: str
    text: str
    title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    published: date | None = None
    language: str = "en"
    sha256: str = ""
    problems: tuple[Problem, ...] = field(default=())
