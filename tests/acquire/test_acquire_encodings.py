"""Encodings: declared, undeclared, wrongly declared, mixed and garbled."""

import json

import pytest
from found import TEXT, Read, notes, report

from aftermath.acquire.encoding import declared_in_page, decode, mended

QUOTED = "“We heard two planes,” said Zoë Müller of the Café Élan, “then the roof fell in.” She’d lost her son — six.\n"
ARABIC = "قالت مصادر محلية إن عشرة مدنيين قتلوا في غارة جوية على بلدة القرية يوم الأربعاء، ونفى الجيش ذلك.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_english_in_any_common_encoding_comes_out_the_same(read: Read, encoding: str) -> None:
    found = report(read((TEXT + QUOTED).encode(encoding)))
    assert found.text == TEXT + QUOTED
    assert "character" not in notes(found)


def test_latin_1_comes_out_right() -> None:
    text = "Le maire de Besançon a été tué, said the Besançon paper. " * 20
    assert decode(text.encode("latin-1")).text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1256", "iso8859-6"])
def test_arabic_is_decoded_well_enough_to_be_named(encoding: str) -> None:
    assert "غارة جوية" in decode(ARABIC.encode(encoding, "replace") * 5).text


@pytest.mark.parametrize(
    "declared", ["iso-8859-1", "windows-1251", "big5", "no-such-thing", "base64", "utf-16", "", "\x00"]
)
def test_valid_utf_8_outweighs_what_is_declared(declared: str) -> None:
    assert decode(QUOTED.encode(), declared).text == QUOTED


@pytest.mark.parametrize("declared", ["utf-8", "us-ascii", "iso-8859-1", "unknown"])
def test_a_wrong_declaration_does_not_garble_windows_text(declared: str) -> None:
    assert decode(QUOTED.encode("cp1252"), declared).text == QUOTED


def test_a_right_declaration_is_used_for_what_cannot_be_guessed() -> None:
    text = "Обстрел посёлка продолжался всю ночь."
    assert decode(text.encode("koi8-r"), "koi8-r").text == text


def test_mixed_utf_8_and_windows_bytes_are_both_read() -> None:
    found = decode(QUOTED.encode() + "He said “no” – twice.".encode("cp1252") + QUOTED.encode())
    assert found.text == QUOTED + "He said “no” – twice." + QUOTED
    assert "mixed" in found.notes[0]


def test_garbled_text_in_a_file_is_put_right_but_in_annotated_json_is_left(read: Read) -> None:
    garbled = TEXT.replace("Ten", "â€œTenâ€™s")
    assert report(read(garbled.encode())).text == TEXT.replace("Ten", "“Ten’s")
    assert report(read(json.dumps({"text": garbled}).encode(), "a.json")).text == garbled


def test_garbled_quotes_are_put_right_with_a_note() -> None:
    garbled = QUOTED.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")
    found = mended(decode(garbled.encode()))
    assert found.text == QUOTED
    assert "put right" in found.notes[0]


@pytest.mark.parametrize(
    "text", ["Ângela and Zoã met at the café.", "“â” is a letter; Ã too.", "naïve — façade", "100 €"]
)
def test_rare_letters_are_not_taken_for_garbled_ones(text: str) -> None:
    assert mended(decode(text.encode())).text == text


def test_bytes_that_fit_nothing_are_shown_and_counted() -> None:
    found = decode(b"\xff\xfe" + "Ten were killed.".encode("utf-16-le") + b"\x00")
    assert found.text == "Ten were killed.\ufffd"
    assert "1 characters could not be decoded" in found.notes[0]


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<meta charset="windows-1256">', "windows-1256"),
        (b"<META http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>", "ISO-8859-1"),
        (b'<?xml version="1.0" encoding="utf-16"?><html>', "utf-16"),
        (b"<meta charset=>", ""),
        (b"", ""),
    ],
)
def test_a_pages_own_declaration(head: bytes, charset: str) -> None:
    assert declared_in_page(head) == charset
