"""Pictures of the browser app, made anew from the demo record.

    python tools/screenshots.py              those of docs/
    python tools/screenshots.py --all FOLDER every page, on a desk, on a phone, in Arabic and in dark colours

Needs the app built (`make web`), Playwright's Python client and the system's Chromium.
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from tests.browser.demo import make_store  # noqa: E402 - found by the line above
from tests.browser.served import CHROMIUM, served  # noqa: E402

DESK = {"viewport": {"width": 1280, "height": 800}, "locale": "en"}
VIEWS: dict[str, dict[str, Any]] = {
    "desk": DESK,
    "dark": DESK | {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "locale": "en", "device_scale_factor": 2},
    "arabic": DESK | {"locale": "ar"},
    "arabic-phone": {"viewport": {"width": 390, "height": 844}, "locale": "ar"},
}
DRAWN = 6000
"""Milliseconds in which a map is drawn in software."""


def pages(desk: str) -> dict[str, str]:
    """The addresses of the pages by name: of incidents, the contested air strike that six claims are about."""
    (found,) = _asked(desk, "/incidents?q=El%20Obeid&event=air_strike&contested=true")["data"]
    claim = _asked(desk, f"/incidents/{found['id']}")["claims"][0]
    span = "-".join(map(str, claim["harm"][0]["span"]))
    return {
        "explore": "explore",
        "incident": f"incident/{found['id']}",
        "report": f"report/{claim['report']['id']}?claim={claim['id']}&span={span}",
        "review": "review",
        "add": "add",
        "sources": "sources",
        "actors": "actors",
        "places": "places",
    }


def _asked(desk: str, path: str) -> Any:
    with urlopen(f"{desk}/api/v1{path}") as answer:
        return json.load(answer)


def picture(browser: Browser, address: str, view: str, file: Path, *, whole: bool = False) -> None:
    """One page as one reader sees it."""
    context = browser.new_context(**VIEWS[view])
    page = context.new_page()
    page.goto(address)
    _settled(page)
    page.screenshot(path=file, full_page=whole)
    context.close()
    print(file)


def _settled(page: Page) -> None:
    page.locator("main h1").first.wait_for(state="attached")
    page.wait_for_timeout(DRAWN if page.locator(".maplibregl-canvas").count() else 1200)


def shots(folder: Path | None) -> Iterator[tuple[str, str, Path]]:
    """What to take: the page, the view, the file."""
    if folder is None:
        for name in ("explore", "incident", "report"):
            yield name, "desk", ROOT / "docs" / f"desk-{name}.png"
        yield "explore", "arabic", ROOT / "docs" / "desk-arabic.png"
        yield "incident", "phone", ROOT / "docs" / "desk-phone.png"
        return
    for name in ("explore", "incident", "report", "review", "add", "sources", "actors", "places"):
        for view in VIEWS:
            yield name, view, folder / f"{name}-{view}.png"


def main() -> None:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", type=Path, metavar="FOLDER")
    parser.add_argument("--only", default="", help="names of pages or views, with commas")
    given = parser.parse_args()
    only = set(filter(None, given.only.split(",")))
    if given.all:
        given.all.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        store = Path(folder) / "demo.sqlite"
        make_store(store)
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=list(CHROMIUM))
        with served(store, Path(folder)) as desk:
            found = pages(desk)
            for name, view, file in shots(given.all):
                if not only or {name, view} & only:
                    picture(browser, f"{desk}/#/{found[name]}", view, file, whole=bool(given.all) and name != "explore")
        browser.close()


if __name__ == "__main__":
    main()
