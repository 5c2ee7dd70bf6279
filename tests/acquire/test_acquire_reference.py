"""The page on sources states the limits there are."""

import re
from pathlib import Path

from aftermath.acquire import Settings
from aftermath.acquire.page import MOST_TAGS
from aftermath.acquire.settings import megabytes

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "sources.md").read_text("utf-8")


def test_limits_are_those_of_the_settings() -> None:
    stated = dict(re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", PAGE.partition("## Limits")[2], re.MULTILINE))
    settings = Settings()
    assert stated["text of one report"] == megabytes(settings.max_text)
    assert stated["page, response or line of JSON"] == megabytes(settings.max_page)
    assert stated["JSON list or feed in a file"] == megabytes(settings.max_list)
    assert stated["page"] == f"{MOST_TAGS:,} tags"
    assert stated["wait for a server"] == f"{settings.timeout:g} s"
    assert stated["fetch of an address as a whole"] == f"{settings.deadline:g} s"
    assert stated["redirects"] == str(settings.max_redirects)
    assert stated["links followed from one feed, in one run"] == str(settings.max_fetches)
