"""The main answers of the API on a small record; the tests of the browser app read the same files.

python tests/api/answers.py    writes them anew into tests/api/snapshots
"""

import json
import sys
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fastapi.testclient import TestClient

ROOT = Path(__file__).parents[2]
sys.path += [str(ROOT), str(ROOT / "tests")]

from tests.link.making import DAY, claim, harm, record, source, when  # noqa: E402

from aftermath.api import ServeSettings, create_app  # noqa: E402
from aftermath.pipeline.judging import Ground, grade  # noqa: E402
from aftermath.pipeline.linking import link_waiting  # noqa: E402
from aftermath.store import Query, open_store  # noqa: E402

SNAPSHOTS = Path(__file__).parent / "snapshots"
ASKED = {
    "session": "/session",
    "incidents": "/incidents?limit=1",
    "incident": "/incidents/{incident}",
    "nearby": "/incidents/{incident}/nearby?days=30",
    "queue": "/queue",
    "queue-awaiting": "/queue?awaiting=true&fields=awaiting,grade",
    "reports": "/reports",
    "report": "/reports/wire",
    "claims": "/claims",
    "points": "/points",
    "points-columns": "/points?format=columns",
    "gazetteer": "/gazetteer?q=Tripoli&report=wire&limit=2",
    "days": "/days?q=Tuesday&report=wire",
    "statistics": "/statistics",
    "search": "/search?q=shells",
    "sources": "/sources",
    "actors": "/actors",
    "places": "/places",
    "judgements": "/judgements",
    "problem": "/incidents?event=murder",
}
PASSING = {"csrf", "at", "version"}
"""Fields that differ from run to run."""

TEXT = "Shells hit the place. Nine people were killed, residents said."


def answers() -> dict[str, Any]:
    """Every answer by its name."""
    with TemporaryDirectory() as folder, open_store(Path(folder) / "s.sqlite", create=True) as store:
        nine, five = (harm("killed", "people", count, count) for count in (9, 5))
        store.keep(
            [
                record("wire", claim("wire:1", harm=(nine,), sources=(source("residents"),)), outlet="Wire", text=TEXT),
                record("paper", claim("paper:1", "Another account", harm=(five,)), outlet="Paper", text=TEXT),
                record("other", claim("other:1", event="abduction", where=()), outlet="Other", text=TEXT),
                record("later", claim("later:1", when=when(DAY + timedelta(days=9))), outlet="Later", text=TEXT),
            ]
        )
        link_waiting(store)
        found = next(incident for incident in store.incidents(Query()) if "wire:1" in incident.claims)
        grade(store, found.id, "fair", Ground(by="Ana", reason="two papers"))
        client = TestClient(create_app(store, ServeSettings(user="Ana")), base_url="http://localhost/api/v1")
        return {name: _steady(client.get(path.format(incident=found.id)).json()) for name, path in ASKED.items()}


def _steady(value: Any) -> Any:
    """The answer with what passes made equal; of judgements the id too, which is made of the time."""
    if isinstance(value, list):
        return [_steady(item) for item in value]
    if not isinstance(value, dict):
        return value
    passing = PASSING | ({"id"} if "verdict" in value else set())
    return {key: "…" if key in passing else _steady(item) for key, item in value.items()}


def text_of(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    SNAPSHOTS.mkdir(exist_ok=True)
    for name, value in answers().items():
        (SNAPSHOTS / f"{name}.json").write_text(text_of(value), "utf-8")
