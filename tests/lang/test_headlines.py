"""A headline made of a sentence: what is left out, how the tree is mended, what makes none."""

import importlib
import random

import pytest

corpus = importlib.import_module("corpus")
headlines = importlib.import_module("headlines")


def sentence(*rows: str) -> object:
    """A treebank sentence from rows of "form lemma TAG head relation features"."""
    columns = [(*row.split(), "")[:6] for row in rows]
    return corpus.Sentence(
        doc="own",
        words=tuple(c[0] for c in columns),
        spaces=(True,) * len(columns),
        tags=tuple(c[2] for c in columns),
        lemmas=tuple(c[1] for c in columns),
        heads=tuple(int(c[3]) for c in columns),
        labels=tuple(c[4] for c in columns),
        feats=tuple(c[5] for c in columns),
    )


KILLED = sentence(
    "Five five NUM 1 nummod",
    "people people NOUN 3 nsubj:pass Number=Plur",
    "were be AUX 3 aux:pass VerbForm=Fin",
    "killed kill VERB 3 root VerbForm=Part",
    "in in ADP 6 case",
    "a a DET 6 det",
    "blast blast NOUN 3 obl Number=Sing",
    ". . PUNCT 3 punct",
)
SEIZED = sentence(
    "The the DET 1 det",
    "army army NOUN 2 nsubj Number=Sing",
    "seized seize VERB 2 root Tense=Past|VerbForm=Fin",
    "the the DET 4 det",
    "port port NOUN 2 obj Number=Sing",
    "and and CCONJ 6 cc",
    "arrested arrest VERB 2 conj Tense=Past|VerbForm=Fin",
    "guards guard NOUN 6 obj Number=Plur",
    "while while SCONJ 10 mark",
    "others other NOUN 10 nsubj Number=Plur",
    "fled flee VERB 2 advcl Tense=Past|VerbForm=Fin",
    ". . PUNCT 2 punct",
)


def relations(found: object) -> set[str]:
    return {
        f"{word} {label} {found.words[head]}"  # type: ignore[attr-defined]
        for word, label, head in zip(found.words, found.labels, found.heads, strict=True)  # type: ignore[attr-defined]
    }


class Never(random.Random):
    """Chance that takes no turn."""

    def random(self) -> float:
        return 0.999


def test_articles_helpers_and_counted_people_are_left_out() -> None:
    found = headlines.headline(KILLED, Never())
    assert found.words == tuple("Five killed in blast".split())
    assert relations(found) == {"Five nsubj:pass killed", "killed root killed", "in case blast", "blast obl killed"}


def test_the_past_is_told_in_the_present_and_clauses_fall_away() -> None:
    found = headlines.headline(SEIZED, Never())
    assert found.words == tuple("Army seizes port and arrested guards".split())
    assert found.feats[1] == "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
    assert "port obj seizes" in relations(found)


def test_verbs_are_joined_by_a_comma() -> None:
    found = headlines.by_comma(SEIZED)
    assert found.words[5] == ","
    assert (found.tags[5], found.labels[5], found.heads[5]) == ("PUNCT", "punct", 6)


def test_will_becomes_to() -> None:
    will = sentence(
        "Rebels rebel NOUN 2 nsubj", "will will AUX 2 aux", "leave leave VERB 2 root", "town town NOUN 2 obj"
    )
    assert "to mark leave" in relations(headlines.headline(will, Never()))


def test_a_be_after_a_modal_stays() -> None:
    must = sentence(
        "Hostages hostage NOUN 3 nsubj:pass",
        "must must AUX 3 aux",
        "be be AUX 3 aux:pass VerbForm=Inf",
        "freed free VERB 3 root",
    )
    assert headlines.headline(must, Never()).words == ("Hostages", "must", "be", "freed")


@pytest.mark.parametrize(
    "rows",
    [
        ("They they PRON 1 nsubj", "seized seize VERB 1 root", "ports port NOUN 1 obj"),
        ("Rebels rebel NOUN 2 nsubj", "not not PART 2 advmod", "seize seize VERB 2 root"),
        ("Rebels rebel NOUN 1 nsubj", "seize seize VERB 1 root", "ports port NOUN 1 obj", "? ? PUNCT 1 punct"),
        ("Seize seize VERB 0 root", "the the DET 2 det", "port port NOUN 0 obj"),
    ],
)
def test_what_makes_no_headline(rows: tuple[str, ...]) -> None:
    assert headlines.headline(sentence(*rows), Never()) is None


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("seize", "seizes"), ("deny", "denies"), ("clash", "clashes"), ("destroy", "destroys"), ("have", "has")],
)
def test_third_person(lemma: str, form: str) -> None:
    assert headlines.third(lemma) == form


@pytest.mark.parametrize("seed", range(40))
def test_every_line_above_a_text_is_one_tree(seed: int) -> None:
    rng = random.Random(seed)
    lines = [headlines.headline(SEIZED, rng), headlines.date("own", rng), headlines.byline("own", rng)]
    for line in lines:
        assert [line.labels[i] for i, head in enumerate(line.heads) if head == i] == ["root"]
        assert len(headlines.subtree(line, headlines.root_of(line))) == len(line)
        assert {len(line.words), len(line.tags), len(line.labels), len(line.feats), len(line.lemmas)} == {len(line)}


def test_some_sentences_come_under_a_headline_and_all_come() -> None:
    found = list(headlines.with_headlines([SEIZED] * 200, random.Random(1), 0.8))
    assert found.count(SEIZED) == 200
    assert 300 < len(found) < 560
