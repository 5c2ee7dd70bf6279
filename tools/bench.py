"""How fast reports are read on this machine, where the time goes, and how start-up stands.

    python tools/bench.py [FOLDER]      a folder of reports; without it, or where it is absent,
                                        the reports of the demo

Prints one table, with the machine and the date, for docs/quality.md. Rates and shares are of
one core's own time, so that a busy machine does not blur them; commands are also timed by the
clock.
"""

import os
import platform
import resource
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeVar

from aftermath.acquire import acquire
from aftermath.model import Report
from aftermath.pipeline import Reader, Settings

AFTERMATH = Path(sysconfig.get_path("scripts")) / "aftermath"
T = TypeVar("T")
ROUNDS = 3
"""Each timing is the median of this many."""


def main() -> None:
    """Measure and print."""
    asked = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    folder = asked if asked and asked.is_dir() else Path(str(files("aftermath.cli") / "demo_reports"))
    reports, _, acquiring = _timed(lambda: [item for item in acquire(folder) if isinstance(item, Report)])
    words = sum(len(report.text.split()) for report in reports)
    reader = Reader(Settings())
    _, warming, _ = _timed(lambda: reader.read(reports[0]))
    rounds = [_round(reader, reports) for _ in range(ROUNDS)]
    seconds = {stage: median(taken[stage] for taken in rounds) for stage in rounds[0]}
    print(f"{date.today()}  {_machine()}  {len(reports)} reports, {words} words of {folder.name}")
    _print_speed(seconds, words, len(reports))
    _print_row("acquire (files to reports)", f"{acquiring / len(reports) * 1000:.1f} ms a report")
    _print_row("first report in a warm process", f"{warming:.2f} s")
    _print_row("peak memory", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    example = min(folder.iterdir(), key=lambda file: (file.stat().st_size, file.name))
    _print_row("aftermath read, one report, cold", _command("read", str(example)))
    _print_row("aftermath --help", _command("--help"))


def _round(reader: Reader, reports: list[Report]) -> dict[str, float]:
    """Seconds of processor a stage for one pass over the reports."""
    reader.clock.seconds.clear()
    for report in reports:
        reader.read(report)
    return dict(reader.clock.seconds)


def _print_speed(seconds: dict[str, float], words: int, reports: int) -> None:
    whole = sum(seconds.values())
    beyond = whole - seconds["lang"]
    _print_row("words a second", f"{words / whole:,.0f}")
    _print_row("reports a second", f"{reports / whole:.1f}")
    for stage, taken in seconds.items():
        _print_row(f"share of {stage}", f"{taken / whole:.1%}")
    _print_row("everything beyond the language pipeline, on top of it", f"{beyond / seconds['lang']:.0%}")


def _print_row(what: str, figure: str) -> None:
    print(f"{what:55} {figure}")


def _command(*arguments: str) -> str:
    """How long one command takes from start to end, its files already in the disk cache."""
    command = [str(AFTERMATH), *arguments]
    runs = [_timed(lambda: subprocess.run(command, capture_output=True, check=True)) for _ in range(ROUNDS + 1)]
    return (
        f"{median(wall for _, wall, _ in runs[1:]):.2f} s ({median(own for _, _, own in runs[1:]):.2f} s of processor)"
    )


def _timed(work: Callable[[], T]) -> tuple[T, float, float]:
    """The result, the seconds by the clock, and those of the processor, child processes included."""
    start, before = perf_counter(), _processor()
    result = work()
    return result, perf_counter() - start, _processor() - before


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def _machine() -> str:
    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [
            line.partition(":")[2].strip() for line in info.read_text().splitlines() if line.startswith("model name")
        ]
        cpu = names[0] if names else cpu
    return f"{cpu}, {os.cpu_count()} cores, Python {platform.python_version()}"


if __name__ == "__main__":
    main()
