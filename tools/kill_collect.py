"""Collect while being killed: python tools/kill_collect.py [KILLS] [REPORTS] [--postgresql]

Starts `aftermath collect` on made-up reports again and again and kills each run (SIGKILL) at
a random time. Nothing may be lost or doubled: whenever a run comes to its end, the store must
hold what an undisturbed run holds, and `aftermath verify` must find no fault. Prints how it
went; exit 1 where the stores differ. With `--postgresql` the stores are databases of a server
of its own, which the tests start in the same way.
"""

import json
import random
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from time import monotonic

AFTERMATH = str(Path(sysconfig.get_path("scripts")) / "aftermath")
TOWNS = ("El Obeid", "Omdurman", "Port Sudan", "Kassala", "Wad Madani")
TOLLS = ("three", "five", "eleven", "nine")


def write_reports(file: Path, reports: int) -> None:
    """Reports of shelling, one a line, several on an incident."""
    with file.open("w", encoding="utf-8") as out:
        for i in range(reports):
            town, toll, day = TOWNS[i // 4 % 5], TOLLS[i % 4], i // 20 % 27 + 1
            text = (
                f"Shells hit a market in {town}, Sudan, on June {day}, killing {toll} people, resident number {i} said."
            )
            out.write(json.dumps({"id": f"r{i}", "published": f"2024-06-{day + 1:02}", "text": text}) + "\n")


class Place:
    """Stores to be made, each with its archive: files in a folder, or databases where `new_database` makes them."""

    def __init__(self, folder: Path, new_database: Callable[[], str] | None = None) -> None:
        self.folder = folder
        self._new_database = new_database
        self._numbers = count(1)

    def new(self) -> list[str]:
        """The options that name a store that is not there yet."""
        name = str(self.folder / f"{next(self._numbers)}")
        store = self._new_database() if self._new_database else f"{name}.sqlite"
        return ["--store", store, "--archive", f"{name}-archive"]


def collect(file: Path, store: list[str], kill_after: float | None = None) -> bool:
    """Collect a file into a store; whether the run came to its end."""
    with subprocess.Popen([AFTERMATH, "collect", file, *store], stdout=subprocess.DEVNULL) as run:
        try:
            return run.wait(kill_after) == 0
        except subprocess.TimeoutExpired:
            run.kill()
            return False


def incidents(store: list[str]) -> list[str]:
    """All incidents as JSON, in an order of their own, of a store in which `verify` finds no fault."""
    subprocess.run([AFTERMATH, "verify", *store], stdout=subprocess.DEVNULL, check=True)
    done = subprocess.run([AFTERMATH, "incidents", "--json", *store[:2]], capture_output=True, text=True, check=True)
    return sorted(done.stdout.splitlines())


def survives(kills: int, reports: int, place: Place) -> bool:
    """Whether a store filled under kills is the same as one filled in peace."""
    file, peaceful, disturbed = place.folder / "reports.jsonl", place.new(), place.new()
    write_reports(file, reports)
    if not collect(file, peaceful):
        raise SystemExit("the undisturbed run failed")
    start = monotonic()  # of a second run: the first may have had a gazetteer to compile
    collect(file, place.new())
    usual = monotonic() - start
    wanted, chance = incidents(peaceful), random.Random(11)
    killed, ended, same, began = 0, 0, True, monotonic()
    while killed < kills and same:
        if not collect(file, disturbed, chance.uniform(0.1, 1.0) * usual):
            killed += 1
            continue
        # It came to its end between two kills: compare, and begin with an empty store again.
        ended += 1
        same = incidents(disturbed) == wanted
        disturbed = place.new()
    same = same and collect(file, disturbed) and incidents(disturbed) == wanted
    said = "every store the same, and verified" if same else "NOT the same"
    print(
        f"{killed} runs killed, {ended + 1} stores of {reports} reports filled in {monotonic() - began:.0f} s: {said}"
    )
    return same


@contextmanager
def databases(wanted: bool) -> Iterator[Callable[[], str] | None]:
    """What makes databases on a server that runs meanwhile; None where files are wanted."""
    if not wanted:
        yield None
        return
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
    import postgres

    with postgres.Server() as server:
        yield server.new_database


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:] if word != "--postgresql"]
    kills, reports = given + [100, 200][len(given) :]
    with tempfile.TemporaryDirectory() as made, databases("--postgresql" in sys.argv) as new_database:
        sys.exit(0 if survives(kills, reports, Place(Path(made), new_database)) else 1)
