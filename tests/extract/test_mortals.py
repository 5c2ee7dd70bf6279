"""Who is harmed and who does it where words mislead: bombers who are shot, telegrams, fire on one's own side."""

import pytest
from reading import claims

BOMBERS: list[tuple[str, list[tuple[str, list[str], list[int | None]]]]] = [
    ("Troops shot dead two suicide bombers in Jalalabad.", [("killing", ["Troops"], [2])]),
    ("Police shot dead five men wearing explosive belts in Cambrils.", [("killing", ["Police"], [5])]),
    ("The army destroyed a vehicle carrying a suicide bomber in Kabul.", []),
    ("A suicide bomber killed 12 people in Mogadishu.", [("suicide_bombing", ["A suicide bomber"], [12])]),
]


@pytest.mark.parametrize(("text", "read"), BOMBERS)
def test_bombers_who_are_stopped_bomb_nobody(text: str, read: list[tuple[str, list[str], list[int | None]]]) -> None:
    told = [(c.event, [p.text for p in c.attackers], [h.low for h in c.harm]) for c in claims(text)]
    assert [t for t in told if t[0] != "destruction"] == read


def test_a_rumoured_bomber_kills_nobody() -> None:
    told = claims("At least 900 pilgrims died in a stampede in Baghdad after rumours of a suicide bomber spread.")
    assert told == ()


TELEGRAMS = [
    ("Four fishermen shot in mouth on beach in Pesalai by sailors, villagers said.", ["sailors"], []),
    ("State policeman gunned down outside home in Juarez on Monday.", [], [("killed", 1)]),
    ("Two farmers killed, three wounded by mine in Arauca.", [], [("killed", 2), ("injured", 3)]),
]


@pytest.mark.parametrize(("text", "doers", "tolls"), TELEGRAMS)
def test_passives_without_auxiliary(text: str, doers: list[str], tolls: list[tuple[str, int]]) -> None:
    (claim,) = claims(text)
    assert [p.text for p in claim.attackers] == doers
    assert [(h.kind, h.low) for h in claim.harm] == tolls


def test_nobody_fires_on_his_own_side() -> None:
    _, own, denied = claims(
        "Three Pakistani soldiers died in firing by Indian troops in Kotli, Pakistan's army said, and five Indian "
        "soldiers were killed. India's army denied losing any men."
    )
    assert ([h.low for h in own.harm], list(own.attackers)) == ([5], [])
    assert (denied.stance, list(denied.attackers)) == ("denied", [])


def test_a_group_whose_name_looks_like_a_verb_has_done_it() -> None:
    (claim,) = claims("The UN said IS had executed 50 former police officers near Mosul.")
    assert [p.text for p in claim.attackers] == ["IS"]


def test_who_takes_words_back_gives_no_ground_up() -> None:
    assert claims("The army withdrew the statement in Chibok.") == ()


def test_flight_that_a_deed_forced_is_its_harm() -> None:
    (claim,) = claims("Gang members set fire to 45 houses in Pont-Sonde, forcing 6,270 residents to flee.")
    assert (claim.event, [(h.kind, h.low) for h in claim.harm]) == ("destruction", [("displaced", 6270)])


def test_who_is_on_strike_is_struck_by_no_aircraft() -> None:
    (claim,) = claims("Police opened fire on striking miners in Marikana on Thursday, leaving 34 dead.")
    assert claim.event == "killing"


def test_a_roundup_of_news_arrests_nobody() -> None:
    assert claims("Reporters' roundup, Kabul.") == ()


def test_all_who_are_taken_hostage_are_counted() -> None:
    (claim,) = claims("Gunmen took a priest and about 14 churchgoers hostage in Marawi.")
    assert [(h.kind, h.low) for h in claim.harm] == [("abducted", 1), ("abducted", 14)]


def test_who_was_spared_is_not_who_died() -> None:
    (claim,) = claims("All but three of the 20 hostages were killed in Moscow by special forces.")
    assert [h.low for h in claim.harm] == [17]


def test_a_crush_is_no_killing() -> None:
    assert claims("Shelling hit Homs.\n\nAt least 56 people were crushed to death at a funeral in Kerman.")[1:] == ()


def test_brothers_who_are_named_as_bombers_bombed_no_prosecutors() -> None:
    assert claims("Prosecutors named two brothers as suicide bombers in Brussels.") == ()


def test_bombers_among_gunmen_fly_no_aircraft() -> None:
    (claim,) = claims("Three teams of gunmen and bombers struck Paris on Friday night, killing 129 people.")
    assert claim.event != "air_strike"


def test_who_is_counted_among_the_dead_killed_nobody() -> None:
    (claim,) = claims("At least 250 people were killed by Russian strikes in Ghouta, incl 58 kids.")
    assert all("kids" not in party.text for party in claim.attackers)
