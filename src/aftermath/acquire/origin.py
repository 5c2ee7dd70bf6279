"""Where bytes come from: what problems call it, and what is the same of it on every machine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The name that a person gave a source, and its machine-independent key.

    `media` and `charset` are what a server or an archive declared, "" where nothing did;
    `url` is the page's address where it has one.
    """

    name: str
    key: str
    media: str = ""
    charset: str = ""
    url: str = ""

    def part(self, what: str) -> "Origin":
        """One report of several in this source: "reports.jsonl, line 3"."""
        return Origin(name=f"{self.name}, {what}", key=f"{self.key}, {what}")
