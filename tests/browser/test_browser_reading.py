"""Reading on: playback, print, a phone, Arabic to the words, filters, and what cannot be fetched."""

import http.server
import json
import re
from typing import ClassVar
from urllib.request import urlopen

from playwright.sync_api import expect
from tests.browser.axe import faults

from serving import serving


def contested(desk: str) -> str:
    with urlopen(f"{desk}/api/v1/incidents?q=El%20Obeid&event=air_strike&contested=true") as answer:
        (found,) = json.load(answer)["data"]
    return str(found["id"])


def test_playback_moves_the_window_to_the_end(open_page) -> None:
    page = open_page("#/explore", viewport={"width": 500, "height": 500})
    expect(page.locator(".strip rect").first).to_be_attached()
    page.get_by_role("button", name="Play").click()
    page.wait_for_url(re.compile("since="))
    first = re.search(r"since=([\d-]+)", page.url).group(1)
    page.wait_for_url(lambda url: (found := re.search(r"since=([\d-]+)", url)) and found.group(1) > first)
    page.get_by_role("button", name="Pause").click()
    stopped = page.url
    page.wait_for_timeout(1000)
    assert page.url == stopped


def test_the_printed_page_is_clean(open_page, desk: str) -> None:
    page = open_page(f"#/incident/{contested(desk)}", color_scheme="dark")
    expect(page.locator("article.card").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation")).to_have_count(0)
    assert page.locator("button:visible").count() == 0
    expect(page.get_by_role("region", name="Harm")).to_be_visible()
    expect(page.locator("article.card").last).to_be_visible()
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert sum(map(int, re.findall(r"\d+", paper)[:3])) > 700  # light, whatever the screen's colours
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_phone_goes_from_incident_to_words(open_page, desk: str) -> None:
    page = open_page(f"#/incident/{contested(desk)}", viewport={"width": 360, "height": 740})
    expect(page.locator("article.card").first).to_be_visible()
    wide = "document.documentElement.scrollWidth"
    assert page.evaluate(wide) <= 360
    page.locator("article blockquote a").first.click()
    expect(page.locator("mark").first).to_be_visible()
    assert page.evaluate(wide) <= 360
    for where in ("review", "add", "sources"):
        page.goto(f"{desk}/#/{where}")
        page.locator("main h1").wait_for()
        assert page.evaluate(wide) <= 360
    assert faults(page) == []


def test_arabic_to_the_words(open_page, desk: str) -> None:
    page = open_page(f"#/incident/{contested(desk)}", locale="ar")
    expect(page.get_by_role("heading", level=1)).to_contain_text("غارة جوية")
    expect(page.get_by_text("السودان").first).to_be_visible()
    expect(page.get_by_text("عدد الأصوات المستقلة القائلة إنها وقعت")).to_be_visible()
    expect(page.get_by_text("المكان نفسه").first).to_be_attached()
    assert page.get_by_text("independent voice").count() == 0
    page.locator("article blockquote a").first.click()
    text = page.locator("article.text")
    expect(text).to_be_visible()
    # The report is English: its words run from left to right on a page that runs from right to left.
    assert text.locator("p").first.evaluate("one => getComputedStyle(one).direction") == "ltr"
    assert page.locator("html").get_attribute("dir") == "rtl"


def test_filters_by_country_and_words(open_page, desk: str) -> None:
    page = open_page("#/explore", viewport={"width": 1000, "height": 600})
    listed = page.get_by_role("region", name="List")
    page.get_by_label("Country").select_option("SD")
    page.get_by_text("More filters").click()
    page.get_by_label("At least so many killed").fill("5")
    page.get_by_label("At least so many killed").press("Enter")
    with urlopen(f"{desk}/api/v1/incidents?iso=SD&fatalities=5") as answer:
        some = json.load(answer)["total"]
    assert some
    expect(listed.get_by_text(re.compile(rf"^{some} incidents?$"))).to_be_visible()
    assert "country=SD" in page.url
    assert "killed=5" in page.url


class Private(http.server.BaseHTTPRequestHandler):
    """A page in a private network, which notes that it was asked for."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.end_headers()


def test_an_address_in_a_private_network_is_refused_and_told(open_page) -> None:
    with serving(Private) as address:
        page = open_page("#/add")
        page.get_by_label("or its address").fill(f"{address}/report.html")
        page.get_by_role("button", name="Read").click()
        expect(page.get_by_role("status").filter(has_text="is not one where web pages are served")).to_be_visible()
        assert page.get_by_role("region", name="As read").count() == 0
    assert Private.asked == []


def test_a_source_leads_to_what_it_said(open_page, desk: str) -> None:
    page = open_page("#/sources", viewport={"width": 700, "height": 500})
    page.get_by_role("row").filter(has_text="the Idlib Monitor").get_by_role("link").click()
    with urlopen(f"{desk}/api/v1/incidents?source=the%20Idlib%20Monitor") as answer:
        found = json.load(answer)
    page.get_by_role("button", name="List").click()
    expect(page.locator("li[data-id]")).to_have_count(len(found["data"]))
    assert {one.get_attribute("data-id") for one in page.locator("li[data-id]").all()} == {
        one["id"] for one in found["data"]
    }
