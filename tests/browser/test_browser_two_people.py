"""A grade that takes two people: one proposes, another finds it in the queue and seconds it."""

import pytest
from playwright.sync_api import expect
from tests.browser.axe import faults
from tests.browser.test_sign_in import sign_in


@pytest.fixture
def options() -> tuple[str, ...]:
    return ("--team", "--two-person-grades")


@pytest.fixture
def accounts() -> dict[str, str]:
    return {"amal": "reviewer", "omar": "reviewer", "ines": "analyst"}


def test_one_proposes_and_another_seconds(open_page, desk: str) -> None:
    page = open_page("#/review")
    sign_in(page, "amal", "amal" * 4)
    page.get_by_role("region", name="Review").get_by_role("link").first.click()
    page.get_by_role("button", name="Grade", exact=True).click()
    form = page.get_by_role("form", name="Grade")
    expect(form).to_contain_text("counts when another person has seconded it")
    form.get_by_role("combobox").select_option("confirmed")
    form.get_by_label("Reason").fill("I saw the list.")
    form.get_by_role("button", name="Save").click()
    waiting = page.get_by_role("region", name="Awaits a second person")
    expect(waiting).to_contain_text("confirmed")
    expect(waiting).to_contain_text("Another person must agree")
    expect(waiting.get_by_role("button")).to_have_count(0)
    assert faults(page) == []

    other = open_page("#/review")
    sign_in(other, "omar", "omar" * 4)
    other.get_by_role("button", name="Awaits a second person").click()
    waits = other.get_by_role("region", name="Review").get_by_role("link")
    expect(waits).to_have_count(1)
    waits.click()
    other.get_by_role("button", name="Second it").click()
    other.get_by_label("Reason").fill("So did I.")
    other.get_by_role("button", name="Save").click()
    expect(other.get_by_text("graded by amal, seconded by omar")).to_be_visible()
    expect(other.get_by_role("region", name="Awaits a second person")).to_have_count(0)
    history = other.get_by_role("region", name="Judgements")
    expect(history).to_contain_text("Grade proposed")
    expect(history).to_contain_text("Seconded")


def test_an_analyst_comments_and_grades_nothing(open_page) -> None:
    page = open_page("#/review")
    sign_in(page, "ines", "ines" * 4)
    page.get_by_role("region", name="Review").get_by_role("link").first.click()
    page.get_by_role("button", name="Comment").click()
    page.get_by_label("Reason").fill("I ask the hospital.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("region", name="Judgements")).to_contain_text("I ask the hospital.")
    for name in ("Grade", "Split", "Merge", "Move"):
        expect(page.get_by_role("button", name=name, exact=True)).to_have_count(0)
