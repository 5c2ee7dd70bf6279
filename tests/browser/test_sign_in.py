"""A team's desk: signing in, what a role may do, signing out."""

import pytest
from playwright.sync_api import expect
from tests.browser.axe import faults


@pytest.fixture
def options() -> tuple[str, ...]:
    return ("--team",)


@pytest.fixture
def accounts() -> dict[str, str]:
    return {"amal": "reviewer", "vera": "viewer"}


def sign_in(page, name: str, password: str) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def test_a_reviewer_may_judge_and_a_viewer_may_not(open_page) -> None:
    page = open_page("#/explore")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    assert faults(page) == []
    sign_in(page, "amal", "wrong-password")
    expect(page.get_by_role("alert")).to_contain_text("do not go together")
    sign_in(page, "amal", "amal" * 4)
    page.get_by_role("region", name="List").get_by_role("link").first.click()
    expect(page.get_by_role("button", name="Confirm")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    sign_in(page, "vera", "vera" * 4)
    page.goto(page.url.split("#")[0] + "#/explore")
    page.get_by_role("region", name="List").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("button", name="Confirm")).to_have_count(0)
    expect(page.get_by_role("link", name="Add")).to_have_count(0)
