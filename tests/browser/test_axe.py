"""axe on every page, in both languages and both colour schemes; the app asks nobody but its own server."""

import json
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect
from tests.browser.axe import faults


def addresses(desk: str) -> list[str]:
    query = "q=El%20Obeid&event=air_strike&contested=true"
    with urlopen(f"{desk}/api/v1/incidents?{query}") as answer:
        (found,) = json.load(answer)["data"]
    with urlopen(f"{desk}/api/v1/incidents/{found['id']}") as answer:
        claim = json.load(answer)["claims"][0]
    report = f"report/{claim['report']['id']}?claim={claim['id']}"
    return ["review", "add", "sources", "actors", "places", f"incident/{found['id']}", report, "nowhere"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing_on_any_page(open_page, desk: str, language: str, scheme: str) -> None:
    page = open_page("#/explore", locale=language, color_scheme=scheme)
    expect(page.locator("li[data-id]").first).to_be_visible()
    assert faults(page) == []
    for address in addresses(desk):
        page.goto(f"{desk}/#/{address}")
        page.locator("main h1").first.wait_for()
        page.wait_for_timeout(700)  # tables and texts come after the heading
        assert (address, faults(page)) == (address, [])
