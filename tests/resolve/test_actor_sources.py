"""Source phrases and the kinds of source they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aftermath.model.codes import SOURCE_KINDS
from aftermath.resolve.actor import open_register

REGISTER = open_register()

KINDS = [
    ("residents", "resident", None),
    ("Residents of Houthi-held Sanaa", "resident", None),
    ("tribal elders", "resident", None),
    ("a rescue worker", "rescuer", None),
    ("the White Helmets", "rescuer", "white-helmets"),
    ("a White Helmets volunteer", "rescuer", "white-helmets"),
    ("medics", "medic", None),
    ("a hospital official", "medic", None),
    ("the Sudan Doctors Network", "medic", "sudan-doctors"),
    ("activists", "activist", None),
    ("opposition activists", "activist", None),
    ("the Syrian Observatory for Human Rights", "monitor", "sohr"),
    ("SOHR director Rami Abdulrahman", "monitor", "sohr"),
    ("OSCE monitors", "monitor", "osce"),
    ("Human Rights Watch", "ngo", "hrw"),
    ("a Médecins Sans Frontières coordinator", "ngo", "msf"),
    ("MSF", "ngo", "msf"),
    ("aid agencies", "ngo", None),
    ("the ICRC", "ngo", "icrc"),
    ("the Ugandan Red Cross", "ngo", "red-cross:UG"),
    ("the Tigray People's Liberation Front", "belligerent", "tplf"),
    ("the Palestinian Red Crescent", "ngo", "red-cross:PS"),
    ("a UN spokesman", "un", "un"),
    ("OCHA", "un", "ocha"),
    ("the U.N. human rights office", "un", "ohchr"),
    ("Reuters", "media", "reuters"),
    ("the TASS news agency", "media", "tass"),
    ("state news agency SANA", "media", "sana"),
    ("state media", "media", None),
    ("Myanmar Now", "media", "myanmar-now"),
    ("local media", "media", None),
    ("a Reuters witness", "witness", None),
    ("witnesses", "witness", None),
    ("a survivor", "witness", None),
    ("Russia's defence ministry", "belligerent", "rf-mod"),
    ("the Turkish defence ministry", "belligerent", "state:TR"),
    ("a Hamas official", "belligerent", "hamas"),
    ("a spokesman for the Houthis", "belligerent", "houthis"),
    ("a commander of the Free Syrian Army", "belligerent", "fsa"),
    ("the army", "belligerent", None),
    ("rebels", "belligerent", None),
    ("Israel", "belligerent", "state:IL"),
    ("police", "government", None),
    ("two security officials", "government", None),
    ("the Kenyan interior ministry", "government", "state:KE/police"),
    ("the provincial governor", "government", None),
    ("Gaza's health ministry", "government", "gaza-moh"),
    ("diplomats", "government", None),
    ("a senior official who spoke on condition of anonymity", "unnamed", None),
    ("sources", "unnamed", None),
    ("Goran Petrovic", "person", None),
    ("an analyst", "person", None),
    ("he", "other", None),
]


@pytest.mark.parametrize(("words", "kind", "identity"), KINDS)
def test_kind(words: str, kind: str, identity: str | None) -> None:
    found, actor = REGISTER.source_kind(words)
    assert (found, actor.id if actor else None) == (kind, identity)


def test_standing_is_told() -> None:
    _, actor = REGISTER.source_kind("SANA")
    assert actor is not None
    assert "state media of Syria" in actor.why


@given(st.text(max_size=50))
def test_any_words_have_a_kind_of_the_model(words: str) -> None:
    assert REGISTER.source_kind(words)[0] in SOURCE_KINDS
