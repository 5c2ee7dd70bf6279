"""Tokens are those of the English Universal Dependencies treebanks, and lose no character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftermath.lang.tokenize import tokenize

CASES = [
    ("She holds a Ph.D. in law.", "She holds a Ph.D. in law ."),
    ("didn't", "did n't"),
    ("They didn’t stop.", "They did n’t stop ."),
    ("Syria's army", "Syria 's army"),
    ("the soldiers' camp", "the soldiers ' camp"),
    ("cannot", "can not"),
    ("al-Assad", "al - Assad"),
    ("government-held towns", "government - held towns"),
    ("anti-tank mines", "anti-tank mines"),
    ("pro-Russian", "pro-Russian"),
    ("re-entered", "re-entered"),
    ("the U.S. Army", "the U.S. Army"),
    ("U.S.-backed", "U.S. - backed"),
    ("U.S.'s", "U.S. 's"),
    ("Gen. Smith died.", "Gen. Smith died ."),
    ("J. Smith", "J. Smith"),
    ("no. 5 and no.", "no. 5 and no ."),
    ("on Jan. 3, 2013.", "on Jan. 3 , 2013 ."),
    ("1,200 dead", "1,200 dead"),
    ("at 3:30 p.m.", "at 3:30 p.m."),
    ("50% of $3.5m", "50 % of $ 3.5 m"),
    ("the 1990s", "the 1990s"),
    ("2003-2004", "2003 - 2004"),
    ("(AP) — Rebels", "( AP ) — Rebels"),
    ("AMMAN, July 19 (Reuters) -", "AMMAN , July 19 ( Reuters ) -"),
    ("“We left,” he said...", "“ We left , ” he said ..."),
    ("``No'' -- never", "`` No '' -- never"),
    ("and/or", "and / or"),
    ("Sha'lan of Ta'izz", "Sha'lan of Ta'izz"),
    ("O’Brien", "O’Brien"),
    ("see http://example.org/a?b=1.", "see http://example.org/a?b=1 ."),
    ("mail a.b@example.org now", "mail a.b@example.org now"),
    ("12km away", "12 km away"),
    ("Zaporizhzhia’s", "Zaporizhzhia ’s"),
    ("Deir ez-Zor", "Deir ez - Zor"),
    ("Mr. Öztürk", "Mr. Öztürk"),
    ("It was his.The army", "It was his . The army"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_tokens(text: str, expected: str) -> None:
    assert [text[start:end] for start, end in tokenize(text)] == expected.split()


def test_offsets_count_from_the_start_of_the_whole_text() -> None:
    text = "One. Two men."
    assert [text[a:b] for a, b in tokenize(text, 5, 12)] == ["Two", "men"]


@given(st.text(alphabet=st.sampled_from("aB é'’-.,0 5\n\t\"“”$@/:_~…ا中"), max_size=60))
def test_every_mark_is_in_one_token(text: str) -> None:
    spans = tokenize(text)
    covered = [i for start, end in spans for i in range(start, end)]
    assert covered == [i for i, char in enumerate(text) if not char.isspace()]


@given(st.text(max_size=80))
def test_no_token_holds_white_space(text: str) -> None:
    assert not any(char.isspace() for start, end in tokenize(text) for char in text[start:end])
