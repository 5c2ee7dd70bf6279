"""A team's accounts, looked after by an admin in the browser: added, another role, locked, unlocked, removed."""

import pytest
from playwright.sync_api import expect
from tests.browser.axe import faults
from tests.browser.test_sign_in import sign_in


@pytest.fixture
def options() -> tuple[str, ...]:
    return ("--team",)


@pytest.fixture
def accounts() -> dict[str, str]:
    return {"ana": "admin", "amal": "reviewer"}


def test_an_admin_looks_after_accounts(open_page, desk: str) -> None:
    page = open_page("#/review")
    sign_in(page, "ana", "ana" * 4)
    page.get_by_role("link", name="Accounts").click()
    own = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="ana", exact=True))
    expect(own).to_contain_text("another admin changes it")
    expect(own.get_by_role("button")).to_have_count(0)

    form = page.get_by_role("form", name="Add an account")
    form.get_by_label("Name").fill("omar")
    form.get_by_label("Role").select_option("analyst")
    form.get_by_role("button").click()
    password = page.get_by_role("status").locator("code").inner_text()
    assert faults(page) == []
    omar = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="omar"))
    expect(omar.get_by_label("Role: omar")).to_have_value("analyst")

    other = open_page("#/review")
    sign_in(other, "omar", password)
    expect(other.get_by_role("link", name="omar")).to_be_visible()
    expect(other.get_by_role("link", name="Accounts")).to_have_count(0)

    omar.get_by_label("Role: omar").select_option("reviewer")
    omar.get_by_role("button", name="Set role: omar").click()
    expect(omar.get_by_role("button", name="Set role: omar")).to_have_count(0)
    other.reload()
    expect(other.get_by_role("heading", name="Sign in")).to_be_visible()  # the session ended

    omar.get_by_role("button", name="Lock: omar").click()
    expect(omar).to_contain_text("locked")
    sign_in(other, "omar", password)
    expect(other.get_by_role("alert")).to_contain_text("do not go together")
    omar.get_by_role("button", name="Unlock: omar").click()
    expect(omar).to_contain_text("may sign in")
    sign_in(other, "omar", password)
    expect(other.get_by_role("button", name="Sign out")).to_be_visible()

    omar.get_by_role("button", name="Remove: omar").click()
    omar.get_by_role("button", name="Cancel").click()
    omar.get_by_role("button", name="Remove: omar").click()
    omar.get_by_role("button", name="Remove: omar").click()
    expect(omar).to_have_count(0)


def test_who_is_no_admin_is_told_so(open_page) -> None:
    page = open_page("#/accounts")
    sign_in(page, "amal", "amal" * 4)
    expect(page.get_by_role("alert")).to_contain_text("Your role does not allow this")


def test_everybody_changes_their_own_password(open_page) -> None:
    page = open_page("#/tokens")
    sign_in(page, "amal", "amal" * 4)
    form = page.get_by_role("form", name="Change your password")
    form.get_by_label("Password now").fill("guess")
    form.get_by_label("New password").fill("another horse battery")
    form.get_by_role("button").click()
    expect(form.get_by_role("alert")).to_contain_text("the old password is another one")
    form.get_by_label("Password now").fill("amal" * 4)
    form.get_by_role("button").click()
    expect(form.get_by_role("status")).to_contain_text("Your password is changed.")
    assert faults(page) == []
    page.get_by_role("button", name="Sign out").click()
    sign_in(page, "amal", "another horse battery")
    expect(page.get_by_role("link", name="amal")).to_be_visible()
