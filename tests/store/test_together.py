"""Several collectors and a judge at once: nothing is lost, doubled or forked."""

import multiprocessing
from collections.abc import Callable
from pathlib import Path

from aftermath.model.judgement import Judgement
from aftermath.pipeline import Settings
from aftermath.pipeline.collect import collect
from aftermath.pipeline.linking import link_waiting
from aftermath.store import Query, Store, open_store
from link.making import DAY, claim, record
from store.reading import reading

COLLECTORS = 4
KNOWN = record("known", claim("known:1", quotes=(), when=None, where=()))


def collecting(address: str, archive: Path, folder: Path, name: str) -> None:
    with open_store(address, archive=archive) as store:
        collect([str(folder)], store, Settings(published=DAY), reading, by=name)


def judging(address: str, archive: Path) -> None:
    with open_store(address, archive=archive) as store:
        for i in range(20):
            store.judge(Judgement(verdict="split", claims=("known:1",), reason=f"reason {i}", by="Ana"))


def test_collectors_and_a_judge_at_once(
    store: Store, address: str, tmp_path: Path, new_address: Callable[[], str]
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for i in range(70):
        text = f"Shells hit the market of El Obeid on Tuesday, residents said. It was the {i}th attack since May."
        (folder / f"{i:02}.txt").write_text(text, "utf-8")
    store.keep([KNOWN])
    link_waiting(store)
    spawn = multiprocessing.get_context("spawn")
    archive = tmp_path / "archive"
    runs = [
        spawn.Process(target=collecting, args=(address, archive, folder, f"collector {i}")) for i in range(COLLECTORS)
    ]
    runs.append(spawn.Process(target=judging, args=(address, archive)))
    for run in runs:
        run.start()
    for run in runs:
        run.join(120)
        assert run.exitcode == 0
    assert store.size()[0] == 71
    assert [made.reason for made in store.judgements()] == [f"reason {i}" for i in range(20)]
    link_waiting(store)
    head = store.head()
    assert head
    assert head.number == 71 + 20 + 1  # and who linked
    assert [found for found in store.verify() if not found.is_note] == []
    with open_store(new_address(), create=True, archive=tmp_path / "alone") as alone:
        alone.keep([KNOWN])
        collect([str(folder)], alone, Settings(published=DAY), reading)
        names = [{claim for made in one.incidents(Query()) for claim in made.claims} for one in (alone, store)]
        assert names[0] == names[1]
