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


SIZES = {"desktop": {"width": 1280, "height": 800}, "phone": {"width": 360, "height": 740}}
languages = pytest.mark.parametrize("language", ["en", "ar"])


def found(page, where: str) -> list[tuple[str, ...]]:
    """Faults of a page in both colour schemes and sizes, with what is wider than the screen."""
    page.locator("main h1").first.wait_for(state="attached")
    page.wait_for_timeout(700)  # tables and texts come after the heading
    wrong = []
    for size, viewport in SIZES.items():
        page.set_viewport_size(viewport)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            told = [*faults(page), *([f"{wide} px wider than the screen"] if wide > 0 else [])]
            wrong += [(where, size, scheme, fault) for fault in told]
    return wrong


@languages
def test_axe_finds_nothing_on_any_page(open_page, desk: str, language: str) -> None:
    page = open_page("#/explore", locale=language)
    expect(page.locator("li[data-id]").first).to_be_attached()
    wrong = found(page, "explore")
    for address in addresses(desk):
        page.goto(f"{desk}/#/{address}")
        wrong += found(page, address)
    assert wrong == []


class TestInATeam:
    """Signing in, what belongs to an account, and what one may see without."""

    @pytest.fixture
    def options(self) -> tuple[str, ...]:
        return ("--team", "--two-person-grades")

    @pytest.fixture
    def accounts(self) -> dict[str, str]:
        return {"amal": "reviewer"}

    @languages
    def test_axe_finds_nothing(self, open_page, desk: str, language: str) -> None:
        page = open_page("#/review", locale=language)
        wrong = found(page, "sign-in")
        page.locator("main form input").first.fill("amal")
        page.locator("main form input[type=password]").fill("wrong")
        page.locator("main form button").click()
        page.get_by_role("alert").wait_for()
        wrong += found(page, "wrong password")
        page.locator("main form input[type=password]").fill("amal" * 4)
        page.locator("main form button").click()
        page.locator("tbody a").first.wait_for()
        wrong += found(page, "review")
        incident = page.locator("tbody a").first.get_attribute("href")
        page.goto(f"{desk}/#/tokens")
        wrong += found(page, "tokens")
        page.goto(f"{desk}/{incident}")
        page.locator(".card").first.wait_for()
        page.set_viewport_size(SIZES["desktop"])
        for key in ("g", "m", "b"):  # forms of the bar
            page.keyboard.press(key)
            wrong += found(page, f"incident, {key}")
            page.keyboard.press("Escape")
        page.keyboard.press("?")
        wrong += found(page, "keys")
        assert wrong == []
