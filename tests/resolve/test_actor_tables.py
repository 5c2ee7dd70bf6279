"""The tables of the register: sound as shipped, and checked when users add their own."""

from collections import Counter
from pathlib import Path

import pytest

from aftermath.model import Misuse
from aftermath.model.codes import SOURCE_KINDS
from aftermath.resolve import actor
from aftermath.resolve.actor.entry import KINDS, shipped_entries, user_entries
from aftermath.resolve.sheet import shipped

ENTRIES = shipped_entries()
GROUPS = [e for e in ENTRIES if not e.is_source]
STATES = {row["code"] for row in shipped("states.tsv")}


def test_size() -> None:
    assert len(GROUPS) >= 400
    assert len(ENTRIES) - len(GROUPS) >= 200
    assert len(STATES) >= 180


def test_ids_are_unique() -> None:
    assert [i for i, n in Counter(e.id for e in ENTRIES).items() if n > 1] == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_rows_are_sound(entry: actor.Entry) -> None:
    ids = {e.id for e in ENTRIES} | {f"state:{code}" for code in STATES}
    assert entry.kind in (SOURCE_KINDS if entry.is_source else KINDS)
    assert set(entry.countries) <= STATES | {"EH", "PR"}
    assert {*entry.members, entry.parent} - {""} <= ids
    assert entry.start is None or entry.end is None or entry.start < entry.end


@pytest.mark.parametrize("name", ["state_heads.tsv", "armed_heads.tsv", "source_heads.tsv", "regimes.tsv"])
def test_other_tables(name: str) -> None:
    rows = shipped(name)
    assert rows
    for row in rows:
        if name == "source_heads.tsv":
            assert row["kind"] in SOURCE_KINDS
        if name == "armed_heads.tsv":
            assert row["kind"] in KINDS
        if name == "state_heads.tsv":
            assert row["arm"] in ("military", "police", "government")
        if name == "regimes.tsv":
            assert row["code"] in STATES


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AFTERMATH_HOME", str(tmp_path / "home"))
    return tmp_path


GOOD = (
    "id\tname\tkind\tcountries\talso\n"
    "valley-guard\tValley Guard\tpolitical militia\tKE\tBonde Guard|the Guard of the Valley\n"
)


def test_a_users_table_is_added_listed_found_and_removed(home: Path) -> None:
    table = home / "kenya.tsv"
    table.write_text(GOOD, encoding="utf-8")
    assert actor.open_register().resolve("Bonde Guard", None, ["KE"]) is None
    added = actor.add(table)
    assert (added.name, added.actors, added.sources, added.own) == ("kenya.tsv", 1, 0, True)
    assert actor.listing()[0] == added
    found = actor.open_register().resolve("Bonde Guard", None, ["KE"])
    assert found is not None
    assert found.id == "valley-guard"
    assert actor.find("valley guard")[0].id == "valley-guard"
    actor.remove("kenya")
    assert actor.open_register().resolve("Bonde Guard", None, ["KE"]) is None


def test_a_users_entry_stands_before_the_shipped(home: Path) -> None:
    table = home / "mine.tsv"
    table.write_text("id\tname\tkind\tcountries\nmy-hts\tHayat Tahrir al-Sham\tstate forces\tSY\n", encoding="utf-8")
    found = actor.open_register([table]).resolve("Hayat Tahrir al-Sham", None, ["SY"])
    assert found is not None
    assert found.id == "my-hts"


def test_sources_can_be_added(home: Path) -> None:
    table = home / "radio.tsv"
    table.write_text("id\tname\tkind\tstanding\nradio-x\tRadio Dhibi\tmedia\tindependent\n", encoding="utf-8")
    kind, found = actor.open_register([table]).source_kind("Radio Dhibi")
    assert kind == "media"
    assert found is not None
    assert found.id == "radio-x"


HEAD = "id\tname\tkind\tcountries\tfrom\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (HEAD + "\tNobody\trebel group\n", "line 2: 'id' is empty"),
        (HEAD + "a\tA\trebels\n", "line 2: 'rebels' is no kind of actor"),
        (HEAD + "a\tA\trebel group\tKenya\n", "line 2: 'Kenya' is no country code"),
        (HEAD + "a\tA\trebel group\tKE\tlong ago\n", "line 2: 'long ago' under 'from' is no year"),
        (HEAD + "a\tA\trebel group\n\na\tB\trebel group\n", "line 4: the id 'a' stands in line 2 already"),
        (HEAD + "a\tA\trebel group\tKE\t1999\textra\n", "line 2: 6 cells"),
        ("id\tname\tkind\tcolour\na\tA\trebel group\tred\n", "no such column: colour"),
        ("id\tname\tkind\tstanding\na\tA\tgossip\t\n", "'gossip' is no kind of source"),
        (HEAD, "no rows"),
    ],
)
def test_faults_name_file_and_line(home: Path, text: str, says: str) -> None:
    table = home / "broken.tsv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(Misuse, match=r"broken\.tsv") as caught:
        actor.add(table)
    assert says in str(caught.value)
    assert [t for t in actor.listing() if t.own] == []


def test_an_unreadable_file_is_misuse(home: Path) -> None:
    with pytest.raises(Misuse, match="cannot be read"):
        user_entries(home / "absent.tsv")
    (home / "latin.tsv").write_bytes(b"id\tname\xe9\n")
    with pytest.raises(Misuse, match="UTF-8"):
        user_entries(home / "latin.tsv")


def test_removing_what_is_not_there_is_misuse(home: Path) -> None:
    with pytest.raises(Misuse, match="no such table"):
        actor.remove("nothing")
