"""How the map bears many incidents: frame times and work in the system's Chromium, beside an empty map's.

    python tools/bench_map.py [--points 100000] [--rounds 4]

Three maps in turns, so that whatever else the machine does slows them alike: a bare background (the world's file
is answered with no country), land and names without incidents, and the same with as many incidents as asked for.
The points are made up and handed to the app in place of the API's answer; everything else is the app as built.
A frame is the time from one drawn picture to the next while the mouse drags the map: in each, the page waits until
the graphics card, or the software in its place, is done. Beside it stands the processor time that the browser
spent a frame, which other programs on the machine change less.
"""

import argparse
import json
import os
import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from tests.browser.demo import make_store  # noqa: E402 - found by the line above
from tests.browser.served import CHROMIUM, served  # noqa: E402

EVENTS = ("air_strike", "shelling", "explosion", "armed_clash", "killing", "displacement", "agreement")
SECONDS = 4
FIRST = date(2018, 1, 1)
CENTRES = ((33.5, 36.3), (13.2, 30.2), (48.5, 37.5), (15.4, 44.2), (21.9, 96.1), (12.4, -1.5), (31.5, 34.4))

WATCH = """
const draw = WebGL2RenderingContext.prototype.drawElements;
WebGL2RenderingContext.prototype.drawElements = function (...all) {
  window.drawn = (window.drawn ?? 0) + 1;
  return draw.apply(this, all);
};
const ask = window.fetch;
window.fetch = async (...all) => {
  const answer = await ask(...all);
  if (String(all[0]).includes('/points')) window.answered = performance.now();
  return answer;
};
new MutationObserver(() => {
  if (document.querySelector('.strip rect')) window.barred ??= performance.now();
}).observe(document, { childList: true, subtree: true });
"""
"""Counts what the map draws, so that frames in which it drew nothing are left out; notes when points came and stood."""

FRAMES = """(seconds) => new Promise((done) => {
  const canvas = document.querySelector('.maplibregl-canvas'), gl = canvas.getContext('webgl2');
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const pixel = new Uint8Array(4), frames = [];
  const mouse = (type, to, n) => to.dispatchEvent(new MouseEvent(type, {
    bubbles: true, cancelable: true, view: window, button: 0, buttons: type === 'mouseup' ? 0 : 1,
    clientX: left + width / 2 + 120 * Math.sin(n / 20), clientY: top + height / 2 + 60 * Math.sin(n / 13) }));
  let n = 0, last = performance.now(), before = window.drawn;
  const end = last + seconds * 1000;
  mouse('mousedown', canvas, 0);
  const step = () => {
    const began = performance.now();
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);  // waits until all is drawn
    const now = performance.now();
    if (window.drawn > before) frames.push([now - last, now - began, window.drawn - before]);
    [last, before] = [now, window.drawn];
    mouse('mousemove', document, ++n);
    if (now < end) return requestAnimationFrame(step);
    mouse('mouseup', document, n);
    done(frames);
  };
  requestAnimationFrame(step);
})"""


def columns(many: int) -> dict[str, list[Any]]:
    """Made-up incidents around places of war, over seven years."""
    chance = random.Random(7)
    found: dict[str, list[Any]] = {
        name: [] for name in ("id", "lon", "lat", "first", "last", "event", "killed", "contested")
    }
    for number in range(many):
        lat, lon = chance.choice(CENTRES)
        day = (FIRST + timedelta(days=chance.randrange(2500))).isoformat()
        values = (f"i-{number:012x}", lon + chance.gauss(0, 2.5), lat + chance.gauss(0, 2), day, day)
        row = (*values, chance.choice(EVENTS), chance.randrange(30), chance.random() < 0.1)
        for name, value in zip(found, row, strict=True):
            found[name].append(value)
    return found


NO_WORLD = json.dumps(
    {"type": "Topology", "arcs": [], "objects": {"countries": {"type": "GeometryCollection", "geometries": []}}}
)


@dataclass
class Map:
    """One of the maps that are compared, and what was measured on it."""

    name: str
    page: Page
    times: list[float] = field(default_factory=list)
    calls: list[int] = field(default_factory=list)
    worked: float = 0.0

    def drag(self) -> None:
        """Drag it once, and note each frame but the first."""
        self.page.bring_to_front()
        self.page.wait_for_timeout(500)
        before = worked()
        frames = self.page.evaluate(FRAMES, SECONDS)[1:]
        self.worked += worked() - before
        self.times += [took for took, _, _ in frames]
        self.calls += [calls for _, _, calls in frames]

    def __str__(self) -> str:
        times = sorted(self.times)
        return (
            f"{self.name}: {len(times)} frames, median {statistics.median(times):.0f} ms, "
            f"95% under {times[int(len(times) * 0.95)]:.0f} ms, "
            f"{self.worked * 1000 / len(times):.0f} ms of processor time a frame, "
            f"{statistics.median(self.calls):.0f} draw calls"
        )


def worked() -> float:
    """Seconds of processor time that the browser's processes, which are our descendants, have used."""
    ticks, parents = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            name, rest = (folder / "stat").read_text().rsplit(")", 1)
        except OSError:
            continue  # it ended meanwhile
        values = rest.split()
        parents[int(folder.name)] = int(values[1])
        ticks[int(folder.name)] = int(values[11]) + int(values[12]) if "chrom" in name else 0
    ours = {os.getpid()}
    while grown := {one for one, parent in parents.items() if parent in ours} - ours:
        ours |= grown
    return sum(ticks[one] for one in ours) / os.sysconf("SC_CLK_TCK")


def opened(browser: Browser, address: str, points: str, *, world: bool = True) -> Page:
    """A page of the app with these points on its map."""
    page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="en")
    page.add_init_script(WATCH)
    page.route("**/api/v1/points*", lambda route: route.fulfill(body=points, content_type="application/json"))
    if not world:
        page.route("**/countries-*.json", lambda route: route.fulfill(body=NO_WORLD, content_type="application/json"))
    page.goto(f"{address}/#/explore?bbox=20,5,50,45")
    page.locator("canvas.maplibregl-canvas").wait_for()
    return page


def maps(browser: Browser, address: str, many: int) -> Iterator[Map]:
    """Open the three."""
    yield Map("bare background", opened(browser, address, "{}", world=False))
    yield Map("land, no incidents", opened(browser, address, "{}"))
    body = json.dumps(columns(many))
    page = opened(browser, address, body)
    page.locator(".strip rect").first.wait_for(state="attached", timeout=120_000)
    took = page.evaluate("barred - answered") / 1000
    print(f"{many:,} points, {len(body) / 1e6:.1f} MB: a timeline {took:.1f} s after the answer began to come")
    yield Map(f"land, {many:,} incidents", page)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--points", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--picture", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        store = Path(folder) / "demo.sqlite"
        make_store(store)
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=list(CHROMIUM))
        with served(store, Path(folder)) as desk:
            compared = list(maps(browser, desk, given.points))
            compared[-1].page.wait_for_timeout(10_000)  # until all is clustered
            for _ in range(given.rounds):
                for one in compared:
                    one.drag()
            print(*compared, f"load {os.getloadavg()[0]:.0f}", sep="\n")
            if given.picture:
                compared[-1].page.screenshot(path=given.picture)
        browser.close()


if __name__ == "__main__":
    main()
