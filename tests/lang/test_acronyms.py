"""Initials of a group that are a verb in small letters."""

import pytest

from aftermath import lang
from aftermath.lang.acronyms import heard


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("IS claimed the attack .", "ISIS claimed the attack ."),
        ("Troops drove IS from the town .", "Troops drove ISIS from the town ."),
        ("THE WAR IS OVER", "THE WAR IS OVER"),
        ("That IS true .", "That IS true ."),
        ("It is over .", "It is over ."),
    ],
)
def test_initials_are_given_in_an_unmistakable_form(words: str, given: str) -> None:
    assert heard(words.split()) == given.split()


def test_the_text_stays_and_the_group_acts() -> None:
    parse = lang.parse("IS beheaded four captives in Deir al-Zour on Thursday.")
    assert parse[0].text == "IS"
    assert (parse[0].pos, parse[0].dep, parse[0].head.text) == ("PROPN", "nsubj", "beheaded")
