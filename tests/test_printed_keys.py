"""The keys of printed reports are well-formed and of the texts that were keyed."""

import json
from pathlib import Path

import pytest

from case_format import EVENTS, HARMS, SCOPES, STANCES, Case
from printed_keys import PRINTED, SHARED, KeyOfAnotherText, load

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason=f"the shared corpora are not at {SHARED}")


def keyed() -> list[Case]:
    return [case for tree in PRINTED for case in load(tree)]


def test_every_key_has_the_codes_of_the_guide_and_words_of_its_text() -> None:
    for case in keyed():
        for claim in case.claims:
            assert claim.event in EVENTS, case.path
            assert (claim.scope in SCOPES, claim.stance in STANCES) == (True, True), case.path
            assert claim.quotes, case.path
            assert {harm.kind for harm in claim.harm} <= HARMS, case.path
            assert claim.when is None or claim.when.start <= claim.when.end, case.path
            for words in claim.texts():
                assert words == words.strip() != "", (case.path, words)


def test_no_report_is_in_both_parts() -> None:
    shown, held = ({case.text for case in load(tree)} for tree in PRINTED)
    assert (len(shown), len(held)) == (70, 31)
    assert not shown & held


def test_a_key_of_another_text_is_refused(tmp_path: Path) -> None:
    path = min(PRINTED[0].glob("*.json"))
    key = json.loads(path.read_text("utf-8")) | {"digest": "0" * 64}
    (tmp_path / path.name).write_text(json.dumps(key), "utf-8")
    with pytest.raises(KeyOfAnotherText, match=path.name):
        load(tmp_path)
