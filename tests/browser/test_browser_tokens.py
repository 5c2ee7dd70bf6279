"""Personal tokens: made and shown once, used by a program, revoked."""

import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import expect
from tests.browser.axe import faults
from tests.browser.test_sign_in import sign_in


@pytest.fixture
def options() -> tuple[str, ...]:
    return ("--team",)


@pytest.fixture
def accounts() -> dict[str, str]:
    return {"amal": "reviewer"}


def session(desk: str, token: str):
    with urlopen(Request(f"{desk}/api/v1/session", headers={"authorization": f"Bearer {token}"})) as answer:
        return json.load(answer)


def test_a_token_is_made_used_and_revoked(open_page, desk: str) -> None:
    page = open_page("#/review")
    sign_in(page, "amal", "amal" * 4)
    page.get_by_role("link", name="amal").click()
    expect(page.get_by_text("You have no tokens.")).to_be_visible()
    page.get_by_label("What it is for").fill("nightly")
    page.get_by_label("What it may do").select_option("analyst")
    page.get_by_role("button", name="Make a token").click()
    token = page.get_by_role("status").locator("code").inner_text()
    assert faults(page) == []
    assert session(desk, token)["user"] == {"name": "amal", "role": "analyst"}
    page.reload()
    expect(page.get_by_role("row").filter(has_text="nightly")).to_be_visible()
    expect(page.get_by_text(token)).to_have_count(0)
    page.get_by_role("button", name="Revoke: nightly").click()
    expect(page.get_by_text("You have no tokens.")).to_be_visible()
    with pytest.raises(HTTPError, match="401"):
        urlopen(Request(f"{desk}/api/v1/incidents", headers={"authorization": f"Bearer {token}"}))
