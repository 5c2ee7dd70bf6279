"""From the map to the words: what a reader does first."""

import json
import re
from urllib.request import urlopen

from playwright.sync_api import expect
from tests.browser.axe import faults


def listed(page):
    return page.get_by_role("region", name="List")


def total(desk: str, query: str = "") -> int:
    with urlopen(f"{desk}/api/v1/incidents?limit=1&{query}") as answer:
        return json.load(answer)["total"]


def test_explore_to_words_and_back(open_page) -> None:
    page = open_page("#/explore")
    listed(page).get_by_role("link").filter(has_text="El Obeid").filter(has_text="accounts differ").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Air strike, El Obeid")
    expect(page.get_by_role("region", name="What is said, and how it stands")).to_contain_text("Contested")
    harm = page.get_by_role("region", name="Harm")
    expect(harm).to_contain_text("people, killed")
    link = page.locator("article dd a", has_text="killing at least nine people").first
    words = link.inner_text()
    link.click()
    expect(page.locator("mark[data-pointed]").first).to_be_visible()
    assert "".join(page.locator("mark[data-pointed]").all_inner_texts()) == words
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Air strike, El Obeid")


def test_a_view_is_its_address(open_page, desk: str) -> None:
    page = open_page("#/explore")
    expect(listed(page).get_by_text(f"{total(desk)} incidents")).to_be_visible()
    page.get_by_label("Air strikes").check()
    page.get_by_label("Only where accounts differ").check()
    page.wait_for_url(re.compile("event=air_strike.*contested=true"))
    some = f"{total(desk, 'event=air_strike&contested=true')} incidents"
    expect(listed(page).get_by_text(some)).to_be_visible()
    other = open_page(page.url.split("/", 3)[3])
    expect(other.get_by_label("Air strikes")).to_be_checked()
    expect(listed(other).get_by_text(some)).to_be_visible()


def test_what_is_seen_is_taken_away(open_page, desk: str) -> None:
    page = open_page("#/explore?event=air_strike&contested=true&country=SD")
    expect(listed(page).get_by_role("link").first).to_be_visible()
    with page.expect_download() as started:
        page.get_by_role("link", name="JSON lines").click()
    lines = started.value.path().read_text("utf-8").splitlines()
    claims = [claim for line in lines for claim in json.loads(line)["claims"]]
    with urlopen(f"{desk}/api/v1/download?event=air_strike&contested=true&iso=SD&format=jsonl") as answer:
        assert answer.read().decode().splitlines() == lines
    assert claims
    with urlopen(f"{desk}/api/v1/download?format=jsonl") as answer:
        assert len(answer.read().splitlines()) > len(lines)


def test_days_are_brushed_and_cleared(open_page, desk: str) -> None:
    page = open_page("#/explore")
    whole = f"{total(desk)} incidents"
    expect(listed(page).get_by_text(whole)).to_be_visible()
    strip = page.locator(".strip svg")
    expect(strip.locator("rect").first).to_be_attached()
    box = strip.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 20, steps=4)
    page.mouse.up()
    page.wait_for_url(re.compile("since=.*until="))
    since, until = re.search(r"since=([\d-]+)&until=([\d-]+)", page.url).groups()
    some = f"{total(desk, f'StartDate={since}&EndDate={until}')} incidents"
    assert some != whole
    expect(listed(page).get_by_text(some)).to_be_visible()
    page.get_by_role("button", name="All days").click()
    expect(listed(page).get_by_text(whole)).to_be_visible()


def test_an_incident_is_opened_from_the_map(open_page, desk: str) -> None:
    query = "q=El%20Obeid&event=air_strike&contested=true"
    with urlopen(f"{desk}/api/v1/incidents?{query}") as answer:
        (found,) = json.load(answer)["data"]
    west, south, east, north = found["lon"] - 0.2, found["lat"] - 0.2, found["lon"] + 0.2, found["lat"] + 0.2
    page = open_page(
        f"#/explore?text=El%20Obeid&event=air_strike&contested=true&bbox={west},{south},{east},{north}",
        viewport={"width": 900, "height": 600},
    )
    box = page.locator(".maplibregl-canvas").bounding_box()
    for _ in range(40):  # until the map is drawn
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_timeout(500)
        if "#/incident/" in page.url:
            break
    assert page.url.endswith(f"#/incident/{found['id']}")


def test_keyboard_alone(open_page) -> None:
    page = open_page("#/explore")
    expect(listed(page).get_by_role("link").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="To the content")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(60):
        if page.evaluate("document.activeElement.closest('li[data-id]') !== null"):
            break
        page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.closest('li').dataset.id")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.closest('li').dataset.id")
    assert first != second
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url.endswith(f"#/incident/{second}")
    expect(page.locator("main")).to_be_focused()


def test_a_phone(open_page) -> None:
    page = open_page("#/explore", viewport={"width": 360, "height": 740})
    page.get_by_role("button", name="List").click()
    listed(page).get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert faults(page) == []


def test_arabic_from_right_to_left(open_page) -> None:
    page = open_page("#/explore")
    page.get_by_label("Language").select_option("ar")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.get_by_role("link", name="استكشاف")).to_be_visible()
    listed = page.get_by_role("region", name="القائمة").bounding_box()
    assert listed["x"] < 100  # the list has changed sides
    assert faults(page) == []
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "ar")
