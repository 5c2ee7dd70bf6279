"""Work for a team: given to others, taken on, found by whom it is with, and gone through by keyboard."""

import json
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect
from tests.browser.axe import faults
from tests.browser.test_sign_in import sign_in


class TestInATeam:
    @pytest.fixture
    def options(self) -> tuple[str, ...]:
        return ("--team",)

    @pytest.fixture
    def accounts(self) -> dict[str, str]:
        return {"amal": "reviewer", "ines": "analyst", "vera": "viewer"}

    def test_a_reviewer_gives_work_to_another_who_finds_it(self, open_page) -> None:
        page = open_page("#/review")
        sign_in(page, "amal", "amal" * 4)
        page.get_by_role("region", name="Review").get_by_role("link").first.click()
        page.get_by_role("button", name="Assign").click()
        form = page.get_by_role("form", name="Assign")
        choice = form.get_by_label("To")
        expect(choice).to_be_focused()
        expect(choice.get_by_role("option")).to_have_text(["amal (you)", "ines (analyst)"])
        choice.select_option("ines")
        assert faults(page) == []
        form.get_by_label("Reason").fill("She knows the hospital.")
        form.get_by_role("button", name="Save").click()
        expect(page.locator(".meta")).to_contain_text("with ines")
        expect(page.get_by_role("region", name="Judgements")).to_contain_text("Assigned ines amal")
        where = page.url

        other = open_page("#/review")
        sign_in(other, "ines", "ines" * 4)
        rows = other.get_by_role("region", name="Review").get_by_role("link")
        expect(rows.nth(1)).to_be_visible()
        other.get_by_label("Assigned to").select_option("ines")
        expect(rows).to_have_count(1)
        rows.click()
        assert other.url == where
        other.get_by_role("button", name="Assign").click()
        choice = other.get_by_role("form", name="Assign").get_by_label("To")
        expect(choice.get_by_role("option")).to_have_text(["nobody"])  # an analyst lays down, and gives to no other
        other.get_by_label("Reason").fill("I am away.")
        other.get_by_role("button", name="Save").click()
        expect(other.locator(".meta")).not_to_contain_text("with ines")


def status(desk: str, incident: str) -> str:
    with urlopen(f"{desk}/api/v1/incidents/{incident}") as answer:
        return json.load(answer)["desk"]["status"]


def test_the_queue_is_gone_through_by_keyboard_alone(open_page, desk: str) -> None:
    page = open_page("#/review")
    links = page.get_by_role("region", name="Review").get_by_role("link")
    expect(links.nth(5)).to_be_visible()
    ids = [link.get_attribute("href").split("/")[-1] for link in links.all()]
    press = page.keyboard.press
    links.first.focus()
    press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    press("ArrowUp")
    press("Enter")
    for number, incident in enumerate(ids[:4], 1):
        expect(page.get_by_text(f"{number} of {len(ids)} in the queue")).to_be_visible()
        assert page.url.endswith(incident)
        expect(page.get_by_role("button", name="Confirm")).to_be_visible()
        press("c")
        expect(page.get_by_role("form", name="Set status").get_by_label("Status")).to_be_focused()
        press("Tab")
        page.keyboard.type("Two voices agree.")
        press("Control+Enter")
        expect(page.get_by_role("status").filter(has_text="saved")).to_be_visible()
        press("j")
    assert faults(page) == []
    assert {status(desk, incident) for incident in ids[:4]} == {"confirmed"}
    press("k")
    expect(page.get_by_text(f"4 of {len(ids)} in the queue")).to_be_visible()
    press("q")
    expect(links).to_have_count(len(ids) - 4)
