"""How fast claims are linked, by their number: python tools/bench_linking.py [store|uneven|crowded] [CLAIMS...]

Claims are made up by a seeded generator: an incident is told by one to nine reports, half of
them on the same day, in 400 towns; 400 claims fall on a day whatever their number, as in a
war that goes on. Two figures a size: linking from scratch, and adding one report to them; with
`store` in a SQLite file, in pieces, else in memory. With `uneven` a town is told of by its rank, as
in most wars: the first has 15 % of all claims, 60 a day, the second half of that, and so on. With
`crowded` all claims are of one town and one day, the worst case: then each meets all others.
"""

import random
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from aftermath.link import Links, Telling, Weighing, incidents, tellings
from aftermath.model import (
    Claim,
    Harm,
    Party,
    Place,
    PlaceMention,
    Record,
    Report,
    Source,
    Target,
    Time,
    TimeMention,
    Words,
)
from aftermath.pipeline.linking import link_waiting
from aftermath.store import Store, open_store

CLAIMS_A_DAY = 400
TOWNS = 400
EVENTS = ("shelling", "air_strike", "armed_clash", "killing", "explosion", "attack")
TARGETS = (
    "a market",
    "a bakery",
    "an apartment block",
    "a school",
    "a checkpoint",
    "a convoy",
    "a hospital",
    "a bridge",
)
FILLER = """smoke rose streets residents fled ambulances arrived witnesses heard loud blasts windows shook crews
searched rubble evening officials condemned attack fighting continued nearby roads closed power cut""".split()


def records(claims: int, a_day: int = CLAIMS_A_DAY, in_towns: int = TOWNS, *, uneven: bool = False) -> Iterator[Record]:
    """About so many claims, one a report."""
    chance = random.Random(7)
    towns = [(f"Town{i}", chance.uniform(30, 38), chance.uniform(34, 44)) for i in range(in_towns)]
    by_rank = [1 / (rank + 1) for rank in range(in_towns)]
    made = 0
    while made < claims:
        day = date(2000, 1, 1) + timedelta(days=made // a_day)
        town = chance.choices(towns, by_rank)[0] if uneven else chance.choice(towns)
        event, target = chance.choice(EVENTS), chance.choice(TARGETS)
        toll = chance.randint(0, 30)
        for _ in range(min(chance.choice((1, 1, 2, 3, 4, 5, 9)), claims - made)):
            yield _record(chance, made, (day, town, event, target, toll))
            made += 1


def _record(chance: random.Random, number: int, told: tuple[date, tuple[str, float, float], str, str, int]) -> Record:
    day, (town, lat, lon), event, target, toll = told
    published = day + timedelta(days=chance.choice((0, 0, 1, 2)))
    deaths = max(0, toll + chance.choice((0, 0, 1, -1, 3)))
    text = f"{event} hit {target} in {town} killing {deaths} people {' '.join(chance.sample(FILLER, 9))}"
    whole = (0, len(text))
    claim = Claim(
        id=f"c{number:07}",
        event=event,
        scope="incident",
        stance=chance.choice(("asserted",) * 9 + ("denied",)),
        quotes=(Words(text=text, span=whole),),
        sources=(Source(text=chance.choice(("residents", "police", "a medic")), span=whole, kind="resident"),),
        when=TimeMention(text="then", span=whole, time=Time(start=day, end=day)) if chance.random() < 0.8 else None,
        where=(
            PlaceMention(
                text=town, span=whole, place=Place(name=town, lat=lat, lon=lon, precision="town", radius_km=4)
            ),
        ),
        attackers=(Party(text="warplanes", span=whole),),
        targets=(Target(text=target, span=whole),),
        harm=(Harm(text=str(deaths), span=whole, kind="killed", who="people", low=deaths, high=deaths),),
    )
    report = Report(id=f"r{number:07}", text=text, outlet=f"outlet {chance.randint(0, 200)}", published=published)
    return Record(report=report, claims=(claim,))


def measure(claims: int, *, uneven: bool = False) -> str:
    """One row: claims, seconds to link and to make incidents, seconds to add one report, memory."""
    told: list[Telling] = []
    start = process_time()
    for record in records(claims, uneven=uneven):
        told += tellings(record)
    made = process_time()
    links = Links()
    links.add(told[:-1])
    linked = process_time()
    found = incidents(links)
    assembled = process_time()
    links.add(told[-1:])
    added = process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{claims:9,} claims  made and prepared {made - start:6.1f} s  linked {linked - made:6.1f} s  "
        f"{len(found):8,} incidents assembled {assembled - linked:6.1f} s  "
        f"largest knot {max(map(len, links.knots())):5,}  one more {1000 * (added - assembled):6.1f} ms  "
        f"{memory:6.0f} MiB"
    )


ONE_BY_ONE = 20
"""Reports added each by itself, of which the middle time and the longest are told."""

STEP = 100_000
"""Claims kept and linked between looks at the clock."""


def measure_store(sizes: Sequence[int]) -> Iterator[str]:
    """One store that grows; a row at each size: processor seconds so far to keep and to link, and since the last.

    Reports come in the order of their days, as linking takes those that wait. So the time so far is
    that of linking a store of this size from scratch.
    """
    made = records(max(sizes) + ONE_BY_ONE * len(sizes))
    kept = linked = 0.0
    with TemporaryDirectory() as folder:
        file = Path(folder) / "store.sqlite"
        with open_store(file, create=True) as store:
            for size in sorted(sizes):
                before, start = linked, store.size()[0]
                while missing := size - store.size()[0]:
                    clock = process_time()
                    store.keep(islice(made, min(STEP, missing)))
                    kept += process_time() - clock
                    clock = process_time()
                    link_waiting(store)
                    linked += process_time() - clock
                rate = 1000 * (linked - before) / max(1, size - start)
                bytes_a_report = sum(path.stat().st_size for path in Path(folder).iterdir()) / size
                single = list(_one_by_one(store, made))
                memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                yield (
                    f"{size:9,} claims  kept {kept:6.1f} s  linked {linked:7.1f} s ({rate:.2f} ms a claim)  "
                    f"{store.size()[2]:8,} incidents  {bytes_a_report / 1024:5.1f} KiB a report  "
                    f"one more {median(single):5.0f} ms, at most {max(single):5.0f} ms  {memory:6.0f} MiB"
                )


def _one_by_one(store: Store, made: Iterator[Record]) -> Iterator[float]:
    """Milliseconds, waiting for the disk included, that each of a few reports more takes."""
    for record in islice(made, ONE_BY_ONE):
        before = perf_counter()
        store.keep([record])
        link_waiting(store)
        yield 1000 * (perf_counter() - before)


def measure_crowded(claims: int) -> str:
    """One row: seconds to compare all pairs of claims of one town and day, and to file, compare and group them."""
    told = [telling for record in records(claims, a_day=claims, in_towns=1) for telling in tellings(record)]
    weighing = Weighing()
    start = process_time()
    for i, one in enumerate(told):
        weighing(one, told[:i])
    weighed = process_time()
    links = Links()
    links.add(told)
    grouped = process_time()
    return (
        f"{claims:9,} claims of one town and day  all pairs compared {weighed - start:6.1f} s  "
        f"filed, compared and grouped {grouped - weighed:6.1f} s  groups {len(links.groups()):,}"
    )


if __name__ == "__main__":
    how = next((word for word in sys.argv[1:] if not word.isdecimal()), "")
    asked = [int(word) for word in sys.argv[1:] if word.isdecimal()] or [10_000, 30_000, 100_000]
    in_memory: dict[str, Callable[[int], str]] = {"crowded": measure_crowded, "uneven": partial(measure, uneven=True)}
    for row in measure_store(asked) if how == "store" else map(in_memory.get(how, measure), asked):
        print(row, flush=True)
