"""Lemmas of the words that reports of conflict are made of."""

import pytest

from aftermath.lang.lemma import lemma_of


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("were", "AUX", "be"),
        ("Being", "AUX", "be"),
        ("does", "AUX", "do"),
        ("n’t", "PART", "not"),
        ("fled", "VERB", "flee"),
        ("shot", "VERB", "shoot"),
        ("blew", "VERB", "blow"),
        ("slain", "VERB", "slay"),
        ("sank", "VERB", "sink"),
        ("torn", "VERB", "tear"),
        ("flung", "VERB", "fling"),
        ("retook", "VERB", "retake"),
        ("overran", "VERB", "overrun"),
        ("besieged", "VERB", "besiege"),
        ("shelled", "VERB", "shell"),
        ("strafed", "VERB", "strafe"),
        ("evacuated", "VERB", "evacuate"),
        ("kidnapped", "VERB", "kidnap"),
        ("BOMBED", "VERB", "bomb"),
        ("dying", "VERB", "die"),
        ("children", "NOUN", "child"),
        ("militiamen", "NOUN", "militiaman"),
        ("corpses", "NOUN", "corpse"),
        ("ambushes", "NOUN", "ambush"),
        ("grenades", "NOUN", "grenade"),
        ("casualties", "NOUN", "casualty"),
        ("wounded", "ADJ", "wounded"),
        ("worse", "ADJ", "bad"),
        ("Syrian", "ADJ", "syrian"),
        ("United", "PROPN", "United"),
    ],
)
def test_lemma(form: str, tag: str, lemma: str) -> None:
    assert lemma_of(form, tag) == lemma
