"""Half records at the ends of archive files are named, whole ones are not, wherever the cut is."""

import gzip
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aftermath.pipeline import Settings
from aftermath.pipeline.collect import collect
from aftermath.store import Store
from aftermath.store import tails as tails_module
from aftermath.store.tails import half_record
from link.making import DAY
from store.reading import reading

MEMBERS = st.lists(st.binary(max_size=300), min_size=1, max_size=5)


@settings(max_examples=60)
@given(MEMBERS, st.data())
def test_the_byte_at_which_half_a_record_begins(bodies: list[bytes], data: st.DataObject) -> None:
    members = [gzip.compress(body) for body in bodies]
    ends = [sum(map(len, members[: i + 1])) for i in range(len(members))]
    cut = data.draw(st.integers(0, ends[-1]))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.warc.gz"
        path.write_bytes(b"".join(members)[:cut])
        expected = max((end for end in ends if end <= cut), default=0)
        assert half_record(path, 0) == (None if expected == cut else expected)


@pytest.mark.parametrize("piece", [1, 7, 64])
def test_the_size_of_the_pieces_is_of_no_account(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, piece: int) -> None:
    monkeypatch.setattr(tails_module, "PIECE", piece)
    first = gzip.compress(b"a" * 10_000)
    (tmp_path / "a").write_bytes(first + first[:-1])
    assert half_record(tmp_path / "a", 0) == half_record(tmp_path / "a", len(first)) == len(first)
    (tmp_path / "a").write_bytes(first + b"no record")
    assert half_record(tmp_path / "a", 0) == len(first)


def test_verify_names_a_torn_end_and_what_to_do(store: Store, tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("Shells hit the market of El Obeid on Tuesday, residents said.", "utf-8")
    collect([str(tmp_path / "r.txt")], store, Settings(published=DAY), reading)
    assert store.archive
    (path,) = store.archive.folder.iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole + whole)  # whole records to which nothing refers
    assert list(store.verify()) == []
    path.write_bytes(whole + whole[:100])
    (found,) = store.verify()
    assert found.is_note
    assert f"from byte {len(whole):,} on it is half a record" in found.says
    assert f"truncate -s {len(whole)} '{path}'" in found.says
    path.write_bytes(path.read_bytes()[: len(whole)])
    assert list(store.verify()) == []
    (store.archive.folder / "other.warc.gz").write_bytes(whole[:50])
    (found,) = store.verify()
    assert "from byte 0 on" in found.says
