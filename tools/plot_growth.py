"""How linking grows, drawn: python tools/plot_growth.py docs/linking-growth.txt docs/linking-growth.svg

Takes the rows that `bench_linking.py store` printed, gives an SVG: processor seconds to link a
store of each size from scratch, both axes by powers of ten, beside a dashed line through the
first point along which time would grow just as the claims do.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, log10
from pathlib import Path

ROW = re.compile(r"^\s*(?P<claims>[\d,]+) claims .*linked\s+(?P<seconds>[\d.]+) s")
WIDTH, HEIGHT, MARGIN = 640, 400, 88
INK, LINE, FAINT = "#333", "#b3261e", 'stroke="#ccc"'

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Scale:
    """Powers of ten onto a stretch of the picture."""

    least: int
    most: int
    start: int
    end: int

    def at(self, value: float) -> float:
        """Where a value lies."""
        return round(self.start + (log10(value) - self.least) * (self.end - self.start) / (self.most - self.least), 1)

    def ticks(self) -> list[float]:
        """The powers of ten in it."""
        return [10.0**power for power in range(self.least, self.most + 1)]


def scale(values: list[float], start: int, end: int) -> Scale:
    """A scale from the power of ten below all values to that above."""
    return Scale(floor(log10(min(values))), max(ceil(log10(max(values))), floor(log10(min(values))) + 1), start, end)


def measured(text: str) -> list[tuple[float, float]]:
    """Claims and seconds of each row."""
    rows = (ROW.match(line) for line in text.splitlines())
    return [(float(row["claims"].replace(",", "")), float(row["seconds"])) for row in rows if row]


def drawing(points: list[tuple[float, float]]) -> Iterator[str]:
    """The lines of the SVG."""
    (first, took), (last, longest) = points[0], points[-1]
    across = scale([claims for claims, _ in points], MARGIN, WIDTH - MARGIN)
    up = scale([took, longest, took * last / first], HEIGHT - MARGIN, MARGIN // 2)
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif">'
    yield f"<title>Seconds to link, by claims: {took:g} s for {first:,.0f}, {longest:g} s for {last:,.0f}</title>"
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>'
    for claims in across.ticks():
        yield line((across.at(claims), up.start), (across.at(claims), up.end), FAINT)
        yield words(across.at(claims), HEIGHT - MARGIN + 18, f"{claims:,.0f}", "middle")
    for seconds in up.ticks():
        yield line((across.start, up.at(seconds)), (across.end, up.at(seconds)), FAINT)
        yield words(MARGIN - 8, up.at(seconds) + 4, f"{seconds:,g} s", "end")
    yield words(WIDTH / 2, HEIGHT - 16, "claims, linked from scratch in a SQLite store", "middle")
    end = across.at(last), up.at(took * last / first)
    yield line((across.at(first), up.at(took)), end, f'stroke="{INK}" stroke-dasharray="5 4"')
    path = " ".join(f"{across.at(claims)},{up.at(seconds)}" for claims, seconds in points)
    yield f'<polyline points="{path}" fill="none" stroke="{LINE}" stroke-width="2"/>'
    for claims, seconds in points:
        yield f'<circle cx="{across.at(claims)}" cy="{up.at(seconds)}" r="3.5" fill="{LINE}"/>'
        yield words(across.at(claims) + 8, up.at(seconds) + 16, f"{1000 * seconds / claims:.2f} ms each", "start")
    yield "</svg>"


def line(start: Point, end: Point, more: str) -> str:
    """A straight line."""
    return f'<line x1="{start[0]}" y1="{start[1]}" x2="{end[0]}" y2="{end[1]}" {more}/>'


def words(left: float, low: float, text: str, anchor: str) -> str:
    """Words at a place."""
    return f'<text x="{left}" y="{low}" font-size="12" fill="{INK}" text-anchor="{anchor}">{text}</text>'


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    target.write_text("\n".join(drawing(measured(source.read_text("utf-8")))) + "\n", "utf-8")
