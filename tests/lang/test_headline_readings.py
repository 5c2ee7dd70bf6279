"""Headlines read aright: rules on hand-made trees, and the shipped pipeline with them."""

import pytest

from aftermath.lang import parse
from aftermath.lang.headlines import reread


def reading(rows: str) -> set[str]:
    """What "form lemma pos head dep" rows become, as "form dep head"; heads count from 0."""
    columns = [row.split() for row in rows.strip().splitlines()]
    words = [c[0] for c in columns]
    heads, deps = reread(
        words, [c[1] for c in columns], [c[2] for c in columns], [int(c[3]) for c in columns], [c[4] for c in columns]
    )
    return {f"{word} {dep} {words[head]}" for word, dep, head in zip(words, deps, heads, strict=True)}


def test_the_state_of_a_counted_root_is_what_is_said() -> None:
    found = reading("Two two NUM 0 root\ndead dead ADJ 0 amod\nin in ADP 3 case\nblast blast NOUN 0 nmod")
    assert found == {"Two nsubj dead", "dead root dead", "in case blast", "blast obl dead"}


def test_a_noun_that_is_not_counted_keeps_its_adjective() -> None:
    rows = "Bodies body NOUN 0 root\nmissing missing ADJ 0 amod\nin in ADP 3 case\ntown town NOUN 1 obl"
    assert "missing amod Bodies" in reading(rows)


def test_a_noun_with_a_preposition_is_part_of_the_bare_noun_after_it() -> None:
    rows = "dead dead ADJ 0 root\nin in ADP 2 case\nmarket market NOUN 0 obl\nblast blast NOUN 0 nmod"
    assert reading(rows) == {"dead root dead", "in case blast", "market compound blast", "blast obl dead"}


@pytest.mark.parametrize(
    ("preposition", "verb", "expected"),
    [
        ("in", "kills kill", "capital obl kills"),
        ("of", "kills kill", "capital nmod 12"),
        ("in", "counts count", "capital nmod 12"),
    ],
)
def test_where_a_deed_was_done_to_a_bare_number(preposition: str, verb: str, expected: str) -> None:
    rows = f"Bomb bomb NOUN 1 nsubj\n{verb} VERB 1 root\n12 12 NUM 1 obj\n"
    assert expected in reading(rows + f"{preposition} {preposition} ADP 4 case\ncapital capital NOUN 2 nmod")


@pytest.mark.parametrize(
    ("noun", "expected"), [("camp", "shelling xcomp denies"), ("claim", "shelling compound claim")]
)
def test_what_is_denied_is_a_deed_unless_it_is_words(noun: str, expected: str) -> None:
    rows = "Army army NOUN 1 nsubj\ndenies deny VERB 1 root\nshelling shelling NOUN 3 compound\n"
    assert expected in reading(rows + f"{noun} {noun} NOUN 1 obj")


@pytest.mark.parametrize(
    ("headline", "word", "dep", "head"),
    [
        ("Dozens dead, 40 hurt in Sanaa air strike", "Dozens", "nsubj", "dead"),
        ("At least 20 dead in Khartoum shelling", "shelling", "obl", "dead"),
        ("Militia abducts 15 in Ituri raid", "raid", "obl", "abducts"),
        ("Snipers kill two outside Taiz hospital", "hospital", "obl", "kill"),
        ("Rebels deny attacking convoy", "convoy", "obj", "attacking"),
        ("Two men, dead since Friday, found in river.", "dead", "amod", "men"),
    ],
)
def test_headlines_of_our_own_as_the_pipeline_reads_them(headline: str, word: str, dep: str, head: str) -> None:
    read = parse(headline, gate=False)
    words = [headline[a:b] for a, b in zip(read.starts, read.ends, strict=True)]
    i = words.index(word)
    assert (read.deps[i], words[read.heads[i]]) == (dep, head)
