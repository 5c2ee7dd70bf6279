"""The map and the timeline where incidents are many at one spot, few far off in time, or read in Arabic."""

import json
import re
from typing import Any

from playwright.sync_api import Page, Route, expect

DRAWN = """
window.written = [];
const write = CanvasRenderingContext2D.prototype.fillText;
CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
  window.written.push(text);
  return write.call(this, text, ...rest);
};
"""
"""Notes what is written on canvases: a map's names cannot be read back from its picture."""


def points(page: Page, lons: list[float], days: list[str]) -> None:
    """Put points into the place of the API's; all at 15° north."""
    many = len(lons)
    same: dict[str, Any] = {"lat": 15.0, "event": "shelling", "killed": 1, "contested": False}
    columns = {"id": [f"i-{n}" for n in range(many)], "lon": lons, "first": days, "last": days}
    body = json.dumps(columns | {name: [value] * many for name, value in same.items()})

    def answer(route: Route) -> None:
        route.fulfill(body=body, content_type="application/json")

    page.route("**/api/v1/points*", answer)


def test_many_at_one_spot_are_listed(open_page, desk: str) -> None:
    page = open_page("#/add", viewport={"width": 900, "height": 600})
    points(page, [32.5] * 40, ["2024-05-01"] * 40)
    page.goto(f"{desk}/#/explore?bbox=32.4,14.9,32.6,15.1")
    page.locator(".strip rect").first.wait_for(state="attached")
    box = page.locator(".maplibregl-canvas").bounding_box()
    for _ in range(40):  # until the map is drawn
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_timeout(500)
        if "32.497" in page.url:
            break
    west, south, east, north = map(float, re.search(r"bbox=([^&]+)", page.url).group(1).split("%2C"))
    assert west < 32.5 < east
    assert south < 15 < north
    assert east - west < 0.01


def test_far_days_do_not_squeeze_the_others(open_page, desk: str) -> None:
    page = open_page("#/add")
    days = ["1998-08-07", *(f"2024-05-{day:02}" for day in range(1, 31))]
    points(page, [32.5] * len(days), days)
    page.goto(f"{desk}/#/explore")
    timeline = page.get_by_role("region", name="Timeline")
    expect(timeline.locator("rect").nth(29)).to_be_attached()
    expect(timeline).not_to_contain_text("1998")
    timeline.get_by_role("button", name="1 earlier incident").click()
    expect(timeline).to_contain_text("Aug 7, 1998")
    timeline.get_by_role("button", name="Without far days").click()
    expect(timeline).not_to_contain_text("1998")
    timeline.get_by_label("From").fill("1998-01-01")
    expect(timeline.locator(".ends")).to_contain_text("Aug 7, 1998")  # a window is always seen whole


def test_countries_are_named_in_the_readers_language(open_page, desk: str) -> None:
    page = open_page("#/add", locale="ar")
    page.add_init_script(DRAWN)
    page.goto(f"{desk}/#/explore?bbox=22,8,38,23")
    page.reload()
    assert wrote(page, "السودان")
    page.get_by_label("اللغة").select_option("en")
    assert wrote(page, "Sudan")


def wrote(page: Page, name: str) -> bool:
    """Whether a name comes onto the map; asked again and again, as the page's policy forbids its own waiting."""
    for _ in range(60):
        if page.evaluate("name => window.written.includes(name)", name):
            return True
        page.wait_for_timeout(250)
    return False
