"""Whose forces and ministries are meant where the words name no country."""

import pytest
from reading import claims

MEANT = [
    (
        "Turkish forces shelled Afrin in Syria on Monday. The Turkish military fired at Idlib. The military said it"
        " shelled a base in Homs.",
        "Military Forces of Turkey",
    ),
    (
        "Saudi soldiers entered Manama in Bahrain on Monday. In Sitra, in Bahrain, soldiers shot dead two men.",
        "Military Forces of Bahrain",
    ),
    (
        "The army of Mali and French forces fought near Gao in Mali. In Niamey, the army shot two men.",
        "Military Forces of Niger",
    ),
]


@pytest.mark.parametrize(("text", "actor"), MEANT)
def test_whose_army_is_meant(text: str, actor: str) -> None:
    last = claims(text)[-1]
    assert {party.actor.name.partition(" (")[0] for party in last.attackers if party.actor} == {actor}


def test_a_ministry_is_of_the_place_that_leads_its_sentence_in() -> None:
    text = (
        "Rockets fired from Lebanon hit Safed and Haifa in Israel on Monday. Israel struck Tyre. In Gaza, the health"
        " ministry said 122 people were killed on Monday."
    )
    (source,) = claims(text)[-1].sources
    assert source.actor is not None
    assert source.actor.name == "Government of Palestine"
