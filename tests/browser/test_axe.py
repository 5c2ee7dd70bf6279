"""axe on every page, in both languages, sizes and colour schemes, each page loaded once; the app asks nobody else."""

import json
from urllib.request import urlopen

import pytest
from tests.browser.axe import COLOURS, TAGS, faults

SIZES = {"desktop": {"width": 1280, "height": 800}, "phone": {"width": 360, "height": 740}}
LANGUAGES = {"en": "ltr", "ar": "rtl"}
SCHEMES = {"light": TAGS, "dark": COLOURS}


def pages(desk: str) -> dict[str, str]:
    """The addresses of all pages, with what is there once a page is whole."""
    query = "q=El%20Obeid&event=air_strike&contested=true"
    with urlopen(f"{desk}/api/v1/incidents?{query}") as answer:
        (found,) = json.load(answer)["data"]
    with urlopen(f"{desk}/api/v1/incidents/{found['id']}") as answer:
        claim = json.load(answer)["claims"][0]
    tables = dict.fromkeys(("review", "sources", "actors", "places"), "tbody tr:nth-child(2)")
    return {
        "explore": "li[data-id]",
        **tables,
        "add": "form button.main",
        f"incident/{found['id']}": "section li a >> nth=0",
        f"report/{claim['report']['id']}?claim={claim['id']}": "article.text mark",
        "nowhere": "main h1",
    }


def wrong_in(page, where: str) -> list[tuple[str, ...]]:
    """Faults of what a page shows, in every language, size and scheme, with what is wider than the screen."""
    wrong = []
    for language, direction in LANGUAGES.items():
        page.set_viewport_size(SIZES["desktop"])
        page.locator("header select").select_option(language)
        page.locator(f"html[dir={direction}]").wait_for(state="attached")
        for size, viewport in SIZES.items():
            page.set_viewport_size(viewport)
            for scheme, rules in SCHEMES.items():
                page.emulate_media(color_scheme=scheme)
                wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                told = [*faults(page, rules), *([f"{wide} px wider than the screen"] if wide > 0 else [])]
                wrong += [(where, language, size, scheme, fault) for fault in told]
    page.set_viewport_size(SIZES["desktop"])
    page.emulate_media(color_scheme="light")
    return wrong


def test_axe_finds_nothing_on_any_page(open_page, desk: str) -> None:
    wrong, page = [], None
    for address, whole in pages(desk).items():
        if page is None:
            page = open_page(f"#/{address}")
        else:
            page.goto(f"{desk}/#/{address}")
        page.locator(f"main {whole}" if not whole.startswith("main") else whole).first.wait_for(state="attached")
        wrong += wrong_in(page, address)
    assert wrong == []


class TestInATeam:
    """Signing in, what belongs to an account, what only an admin sees, and the forms of those who judge."""

    @pytest.fixture
    def options(self) -> tuple[str, ...]:
        return ("--team", "--two-person-grades")

    @pytest.fixture
    def accounts(self) -> dict[str, str]:
        return {"amal": "admin", "omar": "viewer"}

    def test_axe_finds_nothing(self, open_page, desk: str) -> None:
        page = open_page("#/review")
        page.locator("main form button").wait_for()
        wrong = wrong_in(page, "sign-in")
        page.locator("main form input").first.fill("amal")
        page.locator("main form input[type=password]").fill("wrong")
        page.locator("main form button").click()
        page.get_by_role("alert").wait_for()
        wrong += wrong_in(page, "wrong password")
        page.locator("main form input[type=password]").fill("amal" * 4)
        page.locator("main form button").click()
        page.locator("tbody a").first.wait_for()
        wrong += wrong_in(page, "review")
        incident = page.locator("tbody a").first.get_attribute("href")
        for address, whole in {"tokens": "tbody tr", "accounts": "tbody tr:nth-child(2) button"}.items():
            page.goto(f"{desk}/#/{address}")
            page.locator(whole).first.wait_for()
            wrong += wrong_in(page, address)
        page.goto(f"{desk}/{incident}")
        page.locator(".card").first.wait_for()
        for key in ("g", "m", "b"):  # forms of the bar
            page.locator("main").press(key)
            page.locator("main form").first.wait_for()
            wrong += wrong_in(page, f"incident, {key}")
            page.locator("main form textarea").press("Escape")
        page.locator("main").press("?")
        page.get_by_role("dialog").wait_for()
        wrong += wrong_in(page, "keys")
        assert wrong == []
