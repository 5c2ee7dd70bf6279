#!/usr/bin/env python3
"""Time the import of a synthetic GeoNames dump: rows a second, peak memory, bytes on disk.

    bench_gazetteer.py [ROWS]

Writes ROWS rows (1,000,000 unless told) in the form of allCountries.txt, with two other
names a row on average as the real one has, into a temporary folder, and adds them to a
gazetteer there. The names are syllables put together at random from a fixed seed.
"""

import os
import random
import resource
import shutil
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

SYLLABLES = "al bar dan el far gor ham il jab kaf lat mar nur os par qal ras sab tel um val wad yar zah khan".split()
COUNTRIES = "SY IQ UA YE AF SD LY ML NG CD MM PK IN US RU CN BR MX ID TR".split()


def main(rows: int) -> None:
    """Make the dump, add it, say how it went."""
    folder = Path(tempfile.mkdtemp())
    os.environ["AFTERMATH_HOME"] = str(folder / "home")
    from aftermath.resolve.gazetteer import add, open_gazetteer

    try:
        dump = folder / "allCountries.txt"
        write_dump(dump, rows)
        start = perf_counter()
        open_gazetteer().close()
        compiled = perf_counter() - start
        before = peak()
        start, worked = perf_counter(), process_time()
        source = add(dump)
        seconds, cpu = perf_counter() - start, process_time() - worked
        start = perf_counter()
        gazetteer = open_gazetteer()
        opened = perf_counter() - start
        start = perf_counter()
        for name in ("tel nur", "Khan Sheikhoun", "Paris", "Homs", "kafmar"):
            gazetteer.named(name)
        looked = perf_counter() - start
        print(f"default gazetteer compiled in {compiled:.0f} s, peak {before} MB")
        print(
            f"{source.places:,} rows added in {seconds:.0f} s, {source.places / seconds:,.0f} rows/s; peak {peak()} MB"
        )
        print(f"processor time {cpu:.0f} s, {source.places / cpu:,.0f} rows/s where nothing else runs")
        print(
            f"{source.size / 1e6:,.0f} MB on disk; opened in {opened * 1e3:.1f} ms, five names in {looked * 1e3:.1f} ms"
        )
    finally:
        shutil.rmtree(folder)


def peak() -> int:
    """Most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def write_dump(path: Path, rows: int) -> None:
    """Rows in the form of GeoNames' dumps."""
    dice = random.Random(7)

    def name() -> str:
        return " ".join(
            "".join(dice.choices(SYLLABLES, k=dice.randint(1, 3))) for _ in range(dice.randint(1, 2))
        ).title()

    with path.open("w", encoding="utf-8") as file:
        for i in range(1, rows + 1):
            first = name()
            others = ",".join(name() for _ in range(dice.randint(0, 4)))
            lat, lon = dice.uniform(-60, 70), dice.uniform(-180, 180)
            country, admin = dice.choice(COUNTRIES), dice.randint(1, 30)
            cells = [i, first, first, others, f"{lat:.5f}", f"{lon:.5f}", "P", "PPL", country, "", admin, "", "", "", 0]
            print(*cells, "", 0, "Etc/UTC", "2026-01-01", sep="\t", file=file)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
