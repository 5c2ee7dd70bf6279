"""Adding: an address that is fetched, and files, several at once, good and bad."""

import http.server
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect
from tests.browser.axe import faults

from serving import serving

TEXT = (
    "Shelling hit a bakery in the Sudanese city of El Obeid on Saturday, killing four people, residents said. "
    "The bakery stood beside the main market and was full of people who queued for bread."
)
TITLE = "Bakery shelled in El Obeid"
ARTICLE = f"""<!doctype html><html lang="en"><head><title>{TITLE}</title>
<meta property="article:published_time" content="2024-06-16T08:00:00Z">
<script>document.title = "ran"; fetch("/script-ran")</script></head>
<body><article><h1>{TITLE}</h1><p>{TEXT}</p></article></body></html>"""


class Site(http.server.BaseHTTPRequestHandler):
    """One article, one way into a service of this machine, and nothing else."""

    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        if self.path == "/bakery":
            self.send_response(200)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(ARTICLE.encode())
        elif self.path == "/inside":
            self.send_response(302)
            self.send_header("location", "http://127.0.0.1:22/")
            self.end_headers()
        else:
            self.send_error(404)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, list[str]]]:
    """The address of the site, and what it was asked for."""
    asked: list[str] = []
    with serving(Site, asked=asked) as address:
        monkeypatch.setenv("AFTERMATH_TEST_SITE", address.rpartition(":")[2])
        yield address, asked


@pytest.fixture
def program(site: tuple[str, list[str]]) -> str:
    return "tests.browser.near_site"


def listed(desk: str) -> list[dict[str, Any]]:
    with urlopen(f"{desk}/api/v1/reports?q=queued%20bread") as answer:
        return json.load(answer)["data"]


def given(page: Any) -> Any:
    return page.get_by_role("list", name="What was given").get_by_role("listitem").filter(has=page.locator("strong"))


def test_an_address_is_fetched_read_and_kept(open_page, desk: str, site: tuple[str, list[str]]) -> None:
    address, asked = site
    page = open_page("#/add")
    page.get_by_label("or its address").fill(f"{address}/bakery")
    page.get_by_role("button", name="Read").click()
    read = page.get_by_role("region", name="As read")
    expect(read).to_contain_text("killing four people")
    expect(read.get_by_role("heading", level=2)).to_contain_text(TITLE)
    assert faults(page) == []
    assert listed(desk) == []
    page.get_by_role("button", name="Keep").click()
    page.get_by_role("status").get_by_role("link", name=TITLE).click()
    expect(page.locator("article.text")).to_contain_text("full of people who queued for bread")
    (report,) = listed(desk)
    assert (report["url"], report["published"][:10]) == (f"{address}/bakery", "2024-06-16")
    assert "/script-ran" not in asked  # no script of a page runs, neither read nor shown


@pytest.mark.parametrize(("path", "told"), [("/none", "404"), ("/inside", "port 22")])
def test_what_cannot_be_fetched_is_told(
    open_page, desk: str, site: tuple[str, list[str]], path: str, told: str
) -> None:
    page = open_page("#/add")
    page.get_by_label("or its address").fill(site[0] + path)
    page.get_by_role("button", name="Read").click()
    expect(given(page)).to_contain_text("not read")
    expect(given(page).get_by_role("status")).to_contain_text(told)
    expect(page.get_by_role("button", name="Keep")).to_have_count(0)
    expect(page.get_by_label("or its address")).to_have_value(site[0] + path)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two that can be read and three that cannot."""
    other = TEXT.replace("bakery", "school").replace("four", "six")
    bodies = {
        "bakery.txt": TEXT.encode(),
        "notes.docx": b"PK\x03\x04 no text",
        "school.txt": other.encode(),
        "packed.txt": b"\x1f\x8b packed",
        "large.txt": b"a" * 10_500_000,
    }
    for name, body in bodies.items():
        (tmp_path / name).write_bytes(body)
    return [tmp_path / name for name in bodies]


def test_of_several_files_each_is_told(open_page, desk: str, files: list[Path]) -> None:
    page = open_page("#/add")
    page.get_by_label("Published").fill("2024-06-16")
    page.get_by_label("or files").set_input_files(files)
    expect(page.get_by_text("5 of 5 done")).to_be_visible()
    items = given(page)
    for name, told in (
        ("bakery.txt", "read, not kept"),
        ("notes.docx", "files that can be read end with"),
        ("school.txt", "1 report"),
        ("packed.txt", "unpack it first"),
        ("large.txt", "at most 10,000,000 bytes"),
    ):
        expect(items.filter(has_text=name)).to_contain_text(told)
    assert faults(page) == []
    page.get_by_role("button", name="Keep all 2").click()
    expect(page.get_by_role("status").filter(has_text="Kept:")).to_have_count(2)
    assert len(listed(desk)) == 2
    assert {report["published"][:10] for report in listed(desk)} == {"2024-06-16"}


def test_files_are_dropped_anywhere_on_the_page(open_page, desk: str, tmp_path: Path) -> None:
    page = open_page("#/add")
    page.get_by_label("Paste a report").fill("Half a sentence that must not be lost")
    moved = page.evaluate_handle(
        """texts => {
          const moved = new DataTransfer();
          texts.forEach((text, i) => moved.items.add(new File([text], `${i}.txt`, { type: 'text/plain' })));
          return moved;
        }""",
        [TEXT, TEXT.replace("four", "five")],
    )
    page.locator("h1").dispatch_event("drop", {"dataTransfer": moved})
    expect(page.get_by_text("2 of 2 done")).to_be_visible()
    expect(page.get_by_label("Paste a report")).to_have_value("Half a sentence that must not be lost")
    first = given(page).filter(has_text="0.txt")
    first.locator("summary").click()
    expect(first).to_contain_text("killing four people")
    first.get_by_role("button", name="Leave out").click()
    expect(given(page)).to_have_count(1)
    given(page).get_by_role("button", name="Keep").click()
    expect(page.get_by_role("status").filter(has_text="Kept:")).to_have_count(1)
    assert len(listed(desk)) == 1


def test_day_outlet_and_title_are_said_of_files_and_of_each(open_page, desk: str, files: list[Path]) -> None:
    page = open_page("#/add")
    form = page.locator("main form").first
    form.get_by_label("Published").fill("2024-06-16")
    form.get_by_label("Outlet").fill("Radio Kordofan")
    form.get_by_label("Title").fill("Of which?")
    page.get_by_label("or files").set_input_files(files[:3:2])
    expect(page.get_by_text("2 of 2 done")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="A title is of one report")).to_be_visible()

    known = page.get_by_role("form", name="What is known of school.txt")
    expect(known.get_by_label("Outlet")).to_have_value("Radio Kordofan")
    expect(known.get_by_label("Title")).to_have_value("")
    known.get_by_label("Title").fill("School shelled")
    known.get_by_label("Published").fill("2024-06-23")
    school = given(page).filter(has_text="school.txt")
    expect(school.get_by_role("button", name="Keep")).to_be_disabled()  # it would be kept as it was not seen
    expect(page.get_by_role("button", name="Keep all")).to_have_count(0)
    assert faults(page) == []
    known.get_by_role("button", name="Read again").click()
    expect(school.get_by_role("button", name="Keep")).to_be_enabled()
    school.locator("summary").click()
    expect(school).to_contain_text("Jun 22, 2024")  # Saturday, counted from the other day
    page.get_by_role("button", name="Keep all 2").click()
    expect(page.get_by_role("status").filter(has_text="Kept:")).to_have_count(2)
    assert {(report["title"], report["outlet"], report["published"]) for report in listed(desk)} == {
        ("", "Radio Kordofan", "2024-06-16"),
        ("School shelled", "Radio Kordofan", "2024-06-23"),
    }


def test_a_day_that_has_not_come_is_told_in_the_readers_language(open_page) -> None:
    page = open_page("#/add", locale="ar")
    page.locator("main textarea").fill(TEXT)
    page.locator("main input[type=date]").fill("2199-01-01")
    page.locator("main form button.main").first.click()
    expect(page.get_by_role("alert")).to_contain_text("لم يأت هذا اليوم بعد")
    item = page.locator("li[data-state]")
    known = item.locator("form")
    known.locator("input[type=date]").fill("2024-06-16")
    known.locator("button").click()
    expect(item).to_contain_text("killing four people")
    expect(item.get_by_text("آخر يوم كهذا حتى يوم التقرير").first).to_be_visible()  # why Saturday is that day


def test_a_report_that_is_kept_already_is_told(open_page, desk: str, files: list[Path]) -> None:
    page = open_page("#/add")
    for _ in range(2):
        page.get_by_label("or files").set_input_files(files[:1])
        given(page).get_by_role("button", name="Keep").click()
        expect(page.get_by_role("status").filter(has_text="Kept:")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="the store has this report already")).to_be_visible()
    assert len(listed(desk)) == 1
