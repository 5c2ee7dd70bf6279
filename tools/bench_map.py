"""How the map bears many incidents: load and frame times in the system's Chromium.

    python tools/bench_map.py [--points 100000]

The points are made up and handed to the app in place of the API's answer; everything else is the
app as built. A frame is the time from one drawn picture to the next while the mouse drags the map:
in each, the page waits until the graphics card, or the software in its place, is done. How long it waited is
what drawing takes; how busy the page's thread was besides is our code and MapLibre's.
"""

import argparse
import json
import random
import shutil
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Route, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from tests.browser.demo import make_store  # noqa: E402 - found by the line above
from tests.browser.served import CHROMIUM, served  # noqa: E402

EVENTS = ("air_strike", "shelling", "explosion", "armed_clash", "killing", "displacement", "agreement")
SECONDS = 5
FIRST = date(2018, 1, 1)
CENTRES = ((33.5, 36.3), (13.2, 30.2), (48.5, 37.5), (15.4, 44.2), (21.9, 96.1), (12.4, -1.5), (31.5, 34.4))

WATCH = """
const draw = WebGL2RenderingContext.prototype.drawElements;
WebGL2RenderingContext.prototype.drawElements = function (...all) {
  window.drawn = (window.drawn ?? 0) + 1;
  return draw.apply(this, all);
};
"""
"""Counts what the map draws, so that frames in which it drew nothing are left out."""

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


def busy(session: CDPSession) -> float:
    """Seconds that the page's thread has worked."""
    found = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    return float(found["TaskDuration"])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--points", type=int, default=100_000)
    parser.add_argument("--picture", type=Path)
    given = parser.parse_args()
    body = json.dumps(columns(given.points))

    def answer(route: Route) -> None:
        route.fulfill(body=body, content_type="application/json")

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        store = Path(folder) / "demo.sqlite"
        make_store(store)
        browser = started.chromium.launch(executable_path=shutil.which("chromium"), args=list(CHROMIUM))
        page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="en")
        page.add_init_script(WATCH)
        page.route("**/api/v1/points*", answer)
        with served(store, Path(folder)) as desk:
            began = time.monotonic()
            page.goto(f"{desk}/#/explore")
            page.locator(".strip rect").first.wait_for(state="attached", timeout=120_000)
            print(f"{given.points:,} points, {len(body) / 1e6:.1f} MB: drawn as a timeline after", end=" ")
            print(f"{time.monotonic() - began:.1f} s")
            page.wait_for_timeout(10_000)
            session = page.context.new_cdp_session(page)
            session.send("Performance.enable")
            for _ in range(2):
                before = busy(session)
                frames = page.evaluate(FRAMES, SECONDS)[1:]
                share = (busy(session) - before) / SECONDS
                times, waits, calls = (sorted(column) for column in zip(*frames, strict=True))
                print(f"dragged: {len(times)} frames, median {statistics.median(times):.0f} ms,", end=" ")
                print(
                    f"90% under {times[int(len(times) * 0.9)]:.0f} ms, waiting {statistics.median(waits):.0f} ms,",
                    end=" ",
                )
                print(f"{calls[len(calls) // 2]} draw calls, page's thread busy {share:.0%}")
            if given.picture:
                page.screenshot(path=given.picture)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
