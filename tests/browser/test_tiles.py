"""An online map is asked for only where the desk is served with one, and its absence is told."""

import http.server
import json
from collections.abc import Iterator
from typing import ClassVar

import pytest
from playwright.sync_api import expect

from serving import serving

STYLE = {
    "version": 8,
    "sources": {"land": {"type": "raster", "tiles": ["{here}/{z}/{x}/{y}.png"], "tileSize": 256}},
    "layers": [{"id": "land", "type": "raster", "source": "land"}],
}


class Tiles(http.server.BaseHTTPRequestHandler):
    """A style at /style.json, and no tiles: what is asked for is noted."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        here = f"http://{self.headers['host']}"
        body = json.dumps(STYLE).replace("{here}", here).encode()
        found = self.path == "/style.json"
        self.send_response(200 if found else 404)
        self.send_header("access-control-allow-origin", "*")
        self.send_header("content-type", "application/json")
        self.end_headers()
        self.wfile.write(body if found else b"")

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@pytest.fixture(params=["style.json", "nowhere.json"])
def tiles(request: pytest.FixtureRequest) -> Iterator[str]:
    Tiles.asked.clear()
    with serving(Tiles) as address:
        yield f"{address}/{request.param}"


@pytest.fixture
def options(tiles: str) -> tuple[str, ...]:
    return ("--tiles", tiles)


def test_the_map_asked_for_is_drawn_or_the_shipped_one_takes_its_place(chromium, desk: str, tiles: str) -> None:
    page = chromium.new_page(viewport={"width": 900, "height": 600}, locale="en")
    elsewhere = set()
    page.on("request", lambda asked: elsewhere.add(asked.url) if not asked.url.startswith((desk, "data:")) else None)
    page.goto(f"{desk}/#/explore")
    offline = page.get_by_role("status").filter(has_text="The online map does not answer")
    if tiles.endswith("style.json"):
        for _ in range(60):
            page.wait_for_timeout(500)
            if any(path.endswith(".png") for path in Tiles.asked):
                break
        assert "/style.json" in Tiles.asked
        assert any(path.endswith(".png") for path in Tiles.asked)
        assert offline.count() == 0
    else:
        expect(offline).to_be_visible()
    origin = tiles.rsplit("/", 1)[0]
    assert {url for url in elsewhere if not url.startswith((origin, f"blob:{desk}"))} == set()
    page.context.close()
