"""Crashes, courts, illness and crime of local news, which are no armed conflict, or not as a first look says."""

import pytest
from reading import claims, only


@pytest.mark.parametrize(
    "text",
    [
        "The singer died on Wednesday after a long battle with lung cancer in Goma.",
        "He was convicted of assault and battery with intent to kill in Kingston.",
        "The squad will conduct rescue operations in the county during the next year.",
        "Paris and Rome are engaged in a tug-of-war over a ship suspected of carrying explosives to Gaza.",
        "Worshippers are engaged in prayers in a mosque near the army base in Kano.",
        "The device, called the Guardian, targets a heartbeat problem.",
        "Former councillor Richard Day is dead at 79 in Bloom.",
        "A man fled the scene on foot after he robbed a shop in Oslo.",
        "Driver hurt in Nokomis crash. Sachs, 58, was taken to a hospital. No other injuries were reported.",
    ],
)
def test_no_armed_conflict(text: str) -> None:
    assert claims(text) == ()


def test_a_street_block_is_no_count() -> None:
    claim = only("Thomas Rye, 20, of the 900 block of Long Road, was shot several times and pronounced dead.")
    assert [(h.kind, h.low, h.high) for h in claim.harm] == [("killed", 1, 1)]


def test_a_gun_that_goes_off_is_no_bomb() -> None:
    assert "explosion" not in {c.event for c in claims("The robber hit the guard and the gun went off in Riga.")}


def test_a_stones_throw_is_no_weapon() -> None:
    assert only("Tamara, a town a stone's throw from Gori, came under fire last night.").weapons == ()


def test_where_a_soldier_is_from_is_not_where_he_died() -> None:
    claim = only("Corporal Anthony Rye, 21, of Ohio, was killed the same day in Helmand.")
    assert [p.text for p in claim.where] == ["Helmand"]


def test_what_he_did_after_but_is_not_denied() -> None:
    text = "The gunman left the ward in Carthage. He did not speak, but left the room and began shooting down the hall."
    assert [c.stance for c in claims(text) if c.event == "killing"] == ["asserted"]


def test_police_who_suppose_a_kidnapping_did_not_do_it() -> None:
    claim = only("Police believed Mr. Rye robbed the bank, then kidnapped a teller and her son in Harlem with a gun.")
    assert [p.text for p in claim.attackers] == ["Mr. Rye"]


PEACE = " ".join(f"The council of the town met for the {n}. time and spoke of roads and schools." for n in range(12))
"""A text that is long enough to be of peace."""


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A teacher was beaten to death by a mob in Accra on Monday.", "killing"),
        ("Turkey carried out a strike that killed nine people in Dohuk, Baghdad said.", "air_strike"),
        ("Some 700,000 people have been displaced inside South Sudan, the UN said.", "displacement"),
        ("Supporters of a defeated candidate attacked police in Dhaka.", "attack"),
    ],
)
def test_deeds_of_war_are_told_in_reports_of_peace_too(text: str, event: str) -> None:
    assert event in {c.event for c in claims(f"{text} {PEACE}")}


def test_a_party_attacks_the_police_in_words() -> None:
    assert claims(f"The ruling party continued to attack the police over the law. {PEACE}") == ()


MISHAPS = [
    "A blaze killed 44 people at a container depot in Chattogram. Owners are being questioned.\n\n"
    "Nobody had told the fire service of the chemicals.\n\nThe toll rose after a worker died of his injuries.",
    "A truck smashed a motorcycle near Pabna on Thursday, killing two students.\n\nBoth went to one college.\n\n"
    "Police recovered the bodies and sent them to a morgue.",
    "An earthquake struck Ghazni on Wednesday.\n\nRoads were cut.\n\nAt least 90 bodies were recovered by dusk.",
]


@pytest.mark.parametrize("text", MISHAPS)
def test_a_toll_is_of_the_mishap_with_which_a_report_opens(text: str) -> None:
    assert claims(text) == ()


def test_war_beside_a_mishap_is_war() -> None:
    text = "An earthquake struck Idlib on Monday.\n\nShells had killed nine people in the town a week before."
    assert [(c.event, [h.low for h in c.harm]) for c in claims(text)] == [("shelling", [9])]


def test_a_unit_of_a_firm_makes_no_truce() -> None:
    assert claims("Gortex signed an agreement in April with its lender and its services unit in Canton.") == ()
