"""A parse made by hand: its tokens stand in their tree, and keep what was worked out of them once."""

import pytest

from aftermath.model import Name, Parse, Sentence, Token, once

TEXT = "Shells hit Douma on Friday"


@pytest.fixture
def parse() -> Parse:
    return Parse(
        text=TEXT,
        starts=(0, 7, 11, 17, 20),
        ends=(6, 10, 16, 19, 26),
        lemmas=("shell", "hit", "Douma", "on", "Friday"),
        pos=("NOUN", "VERB", "PROPN", "ADP", "PROPN"),
        feats=("Number=Plur", "", "", "", ""),
        heads=(1, 1, 1, 4, 1),
        deps=("nsubj:pass", "root", "obj", "case", "obl"),
        sentences=(Sentence(index=0, start=0, end=5, paragraph=0),),
        names=(Name(start=2, end=3, kind="LOCATION"),),
    )


def test_tokens_stand_in_their_tree(parse: Parse) -> None:
    hit, friday = parse[1], parse[4]
    assert (parse[0].head, hit.head) == (hit, hit)
    assert (parse[0].is_root, hit.is_root) == (False, True)
    assert [t.i for t in hit.children()] == [0, 2, 4]
    assert (hit.subtree(), friday.subtree()) == ([0, 1, 2, 3, 4], [3, 4])
    assert [t.text for t in parse[3].ancestors()] == ["Friday", "hit"]
    assert (parse[2].name_kind, parse[1].name_kind) == ("LOCATION", "")


@pytest.mark.parametrize(
    ("deps", "found"),
    [(("nsubj",), [0]), (("nsubj:pass",), [0]), (("obl", "obj"), [2, 4]), (("nsubj:outer", "case"), [])],
)
def test_a_relation_finds_its_subtypes(parse: Parse, deps: tuple[str, ...], found: list[int]) -> None:
    assert [t.i for t in parse[1].children(*deps)] == found
    first = parse[1].child(*deps)
    assert (None if first is None else first.i) == (found[0] if found else None)


def test_a_question_is_asked_once_of_each_token(parse: Parse) -> None:
    asked: list[str] = []

    @once
    def length(token: Token) -> int:
        asked.append(token.text)
        return len(token.text)

    assert [length(t) for t in (*parse.tokens(0, 2), *parse.tokens(0, 2))] == [6, 3, 6, 3]
    assert asked == ["Shells", "hit"]
