"""Load on `aftermath serve`: people who browse and people who edit, all at once.

    python tools/bench_serve.py STORE [--seconds 60] [--browsing 50] [--editing 5]

STORE is a file or a PostgreSQL address that may be written to: the edits are comments. Says how
long answers took, how many failed, and whether a judgement that was answered with 201 is not
in the store. An edit that came second (412) is read again and repeated, as the app does.
"""

import argparse
import asyncio
import random
import re
import subprocess
import sys
import sysconfig
import time
from collections import defaultdict
from itertools import chain
from pathlib import Path

import httpx

from aftermath.store import open_store

THINK = (0.5, 3.0)
"""Seconds that a person looks at a page, from least to most."""

Times = dict[str, list[float]]


class Load:
    """What all users together met."""

    def __init__(self, address: str, until: float) -> None:
        self.address, self.until = address, until
        self.times: Times = defaultdict(list)
        self.failures: list[str] = []
        self.kept: list[str] = []
        self.stale = 0

    async def get(self, client: httpx.AsyncClient, name: str, path: str, **asked: object) -> dict:
        """Ask, and note how long it took."""
        began = time.perf_counter()
        answered = await client.get(path, params=asked)
        self._note(name, began, answered, {200})
        return answered.json() if answered.status_code == 200 else {}

    def _note(self, name: str, began: float, answered: httpx.Response, good: set[int]) -> None:
        self.times[name].append(time.perf_counter() - began)
        if answered.status_code not in good:
            self.failures.append(f"{name} {answered.status_code} {answered.text[:100]}")

    async def browse(self, number: int) -> None:
        """A list, the map and the timeline, then an incident and a report of it, again and again."""
        chance = random.Random(number)
        async with httpx.AsyncClient(base_url=self.address, timeout=60) as client:
            while time.monotonic() < self.until:
                await asyncio.sleep(chance.uniform(*THINK))
                order = chance.choice(("newest", "oldest", "deadliest"))
                found = await self.get(client, "list", "incidents", order=order, limit=50)
                await self.get(client, "map", "points", format="columns")
                await self.get(client, "timeline", "statistics", by="day")
                if found.get("data"):
                    name = chance.choice(found["data"])["id"]
                    await asyncio.sleep(chance.uniform(*THINK))
                    whole = await self.get(client, "incident", f"incidents/{name}")
                    if whole:
                        await self.get(client, "report", f"reports/{whole['claims'][0]['report']['id']}")

    async def edit(self, number: int) -> None:
        """A comment on one of few incidents, again and again."""
        chance = random.Random(-number)
        async with httpx.AsyncClient(base_url=self.address, timeout=60) as client:
            client.headers["X-CSRF-Token"] = (await client.get("session")).json()["csrf"]
            turn = 0
            while time.monotonic() < self.until:
                # All edit among the same few, so that they meet.
                found = (await self.get(client, "list", "incidents", limit=5))["data"]
                whole = await self.get(client, "incident", f"incidents/{chance.choice(found)['id']}")
                await asyncio.sleep(chance.uniform(*THINK))
                asked = {"verdict": "comment", "reason": f"editor {number}, {turn}"}
                asked |= {"incident": whole["id"], "version": whole["version"]}
                began = time.perf_counter()
                answered = await client.post("judgements", json=asked)
                self._note("judge", began, answered, {201, 412})
                if answered.status_code == 201:
                    self.kept.append(answered.json()["id"])
                    turn += 1
                self.stale += answered.status_code == 412


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store")
    for name, value in (("--seconds", 60), ("--browsing", 50), ("--editing", 5)):
        parser.add_argument(name, type=int, default=value)
    given = parser.parse_args()
    command = [str(Path(sysconfig.get_path("scripts")) / "aftermath"), "serve", "--store", given.store]
    with subprocess.Popen([*command, "--port", "0", "--rate", "1000000"], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        found = re.search(r"http://\S+", server.stdout.readline())
        assert found, "the server did not start"
        time.sleep(2)
        load = Load(f"{found[0]}api/v1/", time.monotonic() + given.seconds)
        asyncio.run(_all(load, given.browsing, given.editing))
        server.terminate()
    with open_store(given.store) as store:
        there = {judgement.id for judgement in store.judgements()}
        print("{:,} reports, {:,} claims, {:,} incidents".format(*store.size()))
    print(f"{given.browsing} browsing, {given.editing} editing, {given.seconds} s")
    for name, times in sorted(load.times.items()):
        times.sort()
        print(f"{name:10} {len(times):6,} answers, median {_at(times, 0.5):6.0f} ms, p95 {_at(times, 0.95):6.0f} ms")
    every = sorted(chain.from_iterable(load.times.values()))
    print(f"all        {len(every):6,} answers, median {_at(every, 0.5):6.0f} ms, p95 {_at(every, 0.95):6.0f} ms")
    print(f"{len(load.failures)} errors, {len(load.kept)} judgements kept, {load.stale} told to look again")
    lost = [name for name in load.kept if name not in there]
    print(f"{len(lost)} judgements lost")
    print(*load.failures[:5], sep="\n")
    sys.exit(bool(lost or load.failures))


async def _all(load: Load, browsing: int, editing: int) -> None:
    await asyncio.gather(*map(load.browse, range(browsing)), *map(load.edit, range(editing)))


def _at(times: list[float], share: float) -> float:
    return times[int(len(times) * share)] * 1000 if times else 0


if __name__ == "__main__":
    main()
