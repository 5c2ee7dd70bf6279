"""Figures of speech, a sentence for each row of the table, and the same words where arms are meant."""

import pytest
from reading import claims

NO_DEED = [
    "Teachers began a hunger strike in Lagos, and a verbal attack on the minister followed.",  # * before
    "A strike of teachers spread in Lagos on Monday.",  # strike behind
    "A crackdown on crime began in Lagos on Monday, the army said.",  # crackdown behind
    "The general died on Monday after a long battle with cancer in Lagos.",  # battle behind
    "A soldier was convicted of assault and battery in Lagos.",  # assault listed
    "Troops watched a tug-of-war over a ship with the rebels near Lagos on Monday.",  # war above
    "Rebels said the army has weapons of mass destruction near Lagos.",  # destruction above
    "The economy of Lagos exploded on Monday.",  # explode subject
    "Old rivalries of soldiers exploded into anger in Lagos on Monday.",  # explode into
]


@pytest.mark.parametrize("text", NO_DEED)
def test_a_figure_of_speech_is_no_claim(text: str) -> None:
    told = [c for c in claims(text) if c.event not in {"protest", "arrest"}]
    assert told == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("An air strike on teachers killed two in Lagos.", "air_strike"),
        ("The army's crackdown on protesters in Lagos killed two.", "killing"),
        ("Troops fought a battle with rebels in Lagos.", "armed_clash"),
        ("A lorry exploded into flames in Lagos on Monday.", "explosion"),
    ],
)
def test_the_same_words_of_arms_are_one(text: str, event: str) -> None:
    assert [c.event for c in claims(text)] == [event]
