"""Text files, folders and standard input, and what is wrong with them."""

import gzip
import hashlib
import io
import os
import random
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from found import TEXT, Read, notes, problem, report

from aftermath.acquire import Settings, acquire, report_from_text
from aftermath.model import Misuse, Problem, Report


def test_a_text_file_is_kept_as_it_is(read: Read) -> None:
    found = report(read(TEXT.encode(), "strike.txt"))
    assert found.text == TEXT
    assert found.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert found.language == "en"
    assert found.id.startswith("strike-")


def test_line_ends_become_lf_and_the_hash_is_of_the_raw_bytes(read: Read) -> None:
    raw = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    found = report(read(raw))
    assert found.text == TEXT
    assert found.sha256 == hashlib.sha256(raw).hexdigest()


def test_ids_depend_on_name_and_bytes_but_not_on_the_folder(tmp_path: Path) -> None:
    ids = []
    for folder, name, body in (
        ("a", "x.txt", TEXT),
        ("b", "x.txt", TEXT),
        ("c", "y.txt", TEXT),
        ("d", "x.txt", TEXT * 2),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(body)
        ids.append(report(list(acquire(tmp_path / folder / name))).id)
    assert ids[0] == ids[1]
    assert len(set(ids)) == 3


def test_a_date_given_outweighs_all_others(read: Read) -> None:
    text = TEXT.replace("May 5 ", "May 5, 2021 ")
    assert report(read(text.encode())).published == date(2021, 5, 5)
    assert report(read(text.encode(), published=date(2020, 1, 2))).published == date(2020, 1, 2)


def test_a_report_without_a_date_is_read_and_says_what_to_do(read: Read) -> None:
    found = report(read(TEXT.partition(" - ")[2].encode()))
    assert found.published is None
    assert "--published" in notes(found)


def test_a_folder_is_read_in_order_without_its_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.txt", ".hidden.txt", ".git/x.txt", "c.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"text": "' + "The army said that it was not there. " * 5 + '"}' if name == "c.json" else TEXT)
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 ...")
    found = list(acquire(str(tmp_path)))
    names = [each.id.rpartition("-")[0] if isinstance(each, Report) else each.report for each in found]
    assert names == ["b", str(tmp_path / "bad.pdf"), "c", "1", "2"]


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    assert "no files" in problem(list(acquire(tmp_path))).message


def test_a_missing_path_is_a_problem(tmp_path: Path) -> None:
    assert "no such file" in problem(list(acquire(tmp_path / "nothing.txt"))).message


@pytest.mark.parametrize("name", ["nul\0byte.txt", "n" * 5000])
def test_a_name_no_system_allows_is_a_problem(name: str) -> None:
    assert "cannot be opened" in problem(list(acquire(name))).message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_problem_and_the_rest_goes_on(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "a.txt").chmod(0)
    first, second = acquire(tmp_path)
    assert isinstance(first, Problem)
    assert "permission denied" in first.message
    assert isinstance(second, Report)


def test_a_refusal_of_the_system_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same as without permission, for those who test as root."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT)

    def refuse(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    assert "permission denied" in problem(list(acquire(path))).message


def test_loops_of_links_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "x.txt").symlink_to(tmp_path / "y.txt")
    (tmp_path / "y.txt").symlink_to(tmp_path / "x.txt")
    (tmp_path / "z.txt").symlink_to(tmp_path / "a.txt")
    found = list(acquire(tmp_path))
    assert [isinstance(each, Report) for each in found] == [True, False, False, True]


def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "pipe" in problem(list(acquire(tmp_path))).message


def test_standard_input_is_looked_at_like_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    for raw, expected in ((TEXT.encode(), TEXT), (b'{"id": "x", "text": "Ten were killed."}', "Ten were killed.")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        assert report(list(acquire("-"))).text == expected


def test_a_packed_text_is_unpacked(read: Read) -> None:
    assert report(read(gzip.compress(TEXT.encode()), "strike.txt.gz")).text == TEXT


@pytest.mark.parametrize(
    ("raw", "cause"),
    [
        (gzip.compress(TEXT.encode() * 50)[:60], "end too early: nothing"),
        (gzip.compress(TEXT.encode())[:-8] + b"\0" * 8, "gzip data are broken"),
        (gzip.compress(gzip.compress(TEXT.encode())), "packed twice"),
        (gzip.compress(b"a" * 60_000_000), "larger than 5 MB"),
    ],
    ids=["cut", "wrong checksum", "packed twice", "bomb"],
)
def test_broken_and_hostile_gzip_is_a_problem(read: Read, raw: bytes, cause: str) -> None:
    assert cause in problem(read(raw, "x.gz")).message


@pytest.mark.parametrize(
    ("raw", "cause"),
    [
        (b"", "empty"),
        (b" \n\t \r\n", "empty"),
        ("\ufeff".encode(), "empty"),
        (b" \x1b \x1b", "empty"),
        (b"%PDF-1.4\n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "PNG"),
        (b"PK\x03\x04\x14\0", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
        (bytes(range(256)) * 20, "binary data"),
        (b"\0" * 5000, "binary data"),
        (random.Random(1).randbytes(50_000), "binary data"),
    ],
    ids="nothing space mark controls pdf png zip office bytes nulls noise".split(),
)
def test_what_is_no_text_is_named(read: Read, raw: bytes, cause: str) -> None:
    assert cause in problem(read(raw)).message


def test_null_bytes_in_a_text_become_spaces_with_a_note(read: Read) -> None:
    raw = TEXT.replace("air strike", "air\0strike").encode()
    found = report(read(raw))
    assert found.text == TEXT
    assert "1 null byte" in notes(found)


def test_control_characters_never_reach_a_terminal(read: Read) -> None:
    found = report(read(TEXT.replace("Qarya", "\x1b[31mQarya\x07").encode()))
    assert not {"\x1b", "\x07"} & set(found.text)


def test_a_text_beyond_the_limit_is_a_problem_that_states_it(read: Read) -> None:
    message = problem(read(TEXT.encode() * 60_000)).message  # 20 MB
    assert "5 MB" in message
    assert report(read(TEXT.encode() * 1000)).text == TEXT * 1000
    assert "0.001 MB" in problem(read(TEXT.encode() * 10, max_text=1000)).message


def test_a_text_at_hand_becomes_a_report() -> None:
    found = report_from_text(TEXT, published=date(2021, 5, 6), title="Strike", outlet="The Example", id="x1")
    assert (found.id, found.text, found.title, found.outlet) == ("x1", TEXT, "Strike", "The Example")
    assert found.published == date(2021, 5, 6)
    assert report_from_text(TEXT).id == report_from_text(TEXT).id


@pytest.mark.parametrize("text", ["", " \n", "Десять человек погибли при обстреле города, сообщили жители."])
def test_a_text_at_hand_that_cannot_be_read_is_misuse(text: str) -> None:
    with pytest.raises(Misuse):
        report_from_text(text)


def test_a_name_that_no_terminal_can_show_is_made_printable(tmp_path: Path) -> None:
    for name in (b"\xff\xfe.pdf", b"red\x1b[31m\nline.pdf"):
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))).write_bytes(b"%PDF-1")
    for each in acquire(tmp_path):
        assert isinstance(each, Problem)
        each.report.encode()
        assert not {"\x1b", "\n"} & set(each.report)


def test_a_name_in_no_encoding_still_gives_an_id(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    path.write_text(TEXT)
    assert report(list(acquire(path))).id.startswith("report-")


def test_no_source_at_all_is_a_problem() -> None:
    assert "no source" in problem(list(acquire(""))).message


def test_closed_standard_input_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert "closed" in problem(list(acquire("-"))).message


def test_a_moment_given_as_the_date_counts_as_its_day() -> None:
    assert report_from_text(TEXT, published=datetime(2021, 5, 6, 12, tzinfo=UTC)).published == date(2021, 5, 6)


def test_settings_can_be_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert list(acquire(tmp_path)) == list(acquire(tmp_path, Settings()))
