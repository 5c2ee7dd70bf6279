import json
from hashlib import sha256
from pathlib import Path

import pytest

from aftermath.evaluate import (
    fallen,
    gold_hash,
    load_floors,
    load_gold,
    load_predictions,
    mark_all,
    measure,
    only,
    part_of,
    require_gold,
    unpredicted,
)
from aftermath.model import Misuse

CLAIM = {"event": "shelling", "scope": "incident", "stance": "asserted", "quotes": ["Shells fell"]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    gold = tmp_path / "gold"
    gold.mkdir()
    for i in range(9):
        report = {
            "id": f"r{i}",
            "title": "",
            "outlet": "",
            "published": "2020-01-01",
            "text": "Shells fell.",
            "claims": [CLAIM],
        }
        (gold / f"r{i}.json").write_text(json.dumps(report))
    return gold


def test_parts_split_the_whole(folder: Path) -> None:
    gold = load_gold(folder)
    work, held = part_of(gold, "work"), part_of(gold, "held")
    assert (len(work), len(held)) == (6, 3)
    assert sorted(report.id for report in work + held) == [report.id for report in gold]
    assert part_of(gold, "all") == gold


def test_the_held_part_is_chosen_by_hash(folder: Path) -> None:
    lowest = sorted((f"r{i}" for i in range(9)), key=lambda name: sha256(name.encode()).hexdigest())[:3]
    assert {report.id for report in part_of(load_gold(folder), "held")} == set(lowest)


def test_unknown_part(folder: Path) -> None:
    with pytest.raises(Misuse, match="parts are all, work, held"):
        part_of(load_gold(folder), "half")


def test_the_hash_changes_with_the_gold(folder: Path) -> None:
    before = gold_hash(load_gold(folder))
    assert gold_hash(load_gold(folder)) == before
    file = folder / "r0.json"
    file.write_text(file.read_text().replace("shelling", "explosion"))
    assert gold_hash(load_gold(folder)) != before


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"id": "x", "text": 3}', '{"id": "x", "text": "", "published": "soon", "claims": []}']
)
def test_a_malformed_gold_file_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "bad.json").write_text(content)
    with pytest.raises(Misuse, match=r"bad\.json is no gold file"):
        load_gold(tmp_path)


def test_no_gold(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="holds no gold"):
        load_gold(tmp_path)
    with pytest.raises(Misuse, match="not a folder"):
        load_gold(tmp_path / "none")


def test_only(folder: Path) -> None:
    gold = load_gold(folder)
    assert [report.id for report in only(gold, "r3")] == ["r3"]
    with pytest.raises(Misuse, match="no gold report 'r99'"):
        only(gold, "r99")


def test_predictions_from_lines(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "read.jsonl"
    file.write_text(
        json.dumps({"id": "r0", "claims": [CLAIM]}) + "\n\n" + json.dumps({"id": "r1", "claims": []}) + "\n"
    )
    gold, predictions = load_gold(folder), load_predictions(file)
    assert unpredicted(gold, predictions) == [f"r{i}" for i in range(2, 9)]
    row = measure(mark_all(gold, predictions)).rows["claim"]
    assert (row.right, row.read, row.gold) == (1, 1, 9)


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "x"}'])
def test_a_malformed_line_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "read.jsonl"
    file.write_text('{"id": "a", "claims": []}\n' + line)
    with pytest.raises(Misuse, match="line 2"):
        load_predictions(file)


def floors_file(path: Path, text: str) -> Path:
    file = path / "floors.toml"
    file.write_text(text)
    return file


def test_floors(folder: Path, tmp_path: Path) -> None:
    gold = load_gold(folder)
    head = f'gold = "{gold_hash(gold)}"\npart = "all"\n[floors]\n'
    table = measure(mark_all(gold, {"r0": [CLAIM], "r1": [CLAIM], "r2": [CLAIM]}))  # claim F1 0.5
    holding = load_floors(floors_file(tmp_path, head + "claim = 0.5\nharm = 0.0\n"))
    require_gold(holding, gold)
    assert fallen(table, holding) == []
    too_high = load_floors(floors_file(tmp_path, head + "claim = 0.501\nheadline = 0.9\n"))
    assert [(fall.row, fall.floor) for fall in fallen(table, too_high)] == [("claim", 0.501), ("headline", 0.9)]


def test_floors_of_other_gold(folder: Path, tmp_path: Path) -> None:
    floors = load_floors(floors_file(tmp_path, 'gold = "0"\npart = "all"\n[floors]\nclaim = 0.1\n'))
    with pytest.raises(Misuse, match="other gold"):
        require_gold(floors, load_gold(folder))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "gold = 1",
        'gold = "0"\npart = "all"\n[floors]\n',
        'gold = "0"\npart = "all"\n[floors]\nspeed = 1\n',
        'gold = "0"\npart = "x"\n[floors]\nclaim = 1\n',
    ],
)
def test_malformed_floors(tmp_path: Path, text: str) -> None:
    with pytest.raises(Misuse, match=r"floors\.toml"):
        load_floors(floors_file(tmp_path, text))
