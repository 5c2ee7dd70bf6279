"""On whose word an event is told, and with what stance: shapes of sentences, each with stance and sources."""

import pytest
from reading import claims

Told = list[tuple[str, str, list[str]]]

GOES_ON = [
    (
        "Rescuers said they pulled nine bodies from the rubble in Saada. Twelve people were killed in Hodeidah.",
        [("killing", "asserted", ["Rescuers"]), ("killing", "asserted", [])],
    ),
    (
        "A UN official said gunmen came to Rutshuru on Monday. They shot 15 people.",
        [("killing", "asserted", ["A UN official"])],
    ),
    (
        "A witness said the fighters burned the granaries of Kutum. His brother was shot dead.",
        [("destruction", "asserted", ["A witness"]), ("killing", "asserted", ["A witness"])],
    ),
    (
        "According to the UN, 40 people were killed in Moura. The victims were shot.",
        [("killing", "asserted", ["the UN"]), ("killing", "asserted", ["the UN"])],
    ),
    (
        "The army said 30 rebels died in a raid on Myawaddy. Earlier, the rebels had captured a base in Lashio.",
        [("armed_clash", "asserted", ["The army"]), ("territory_taken", "asserted", [])],
    ),
]
SPEAKERS = [
    (
        "Fighters set fire to houses in El Fasher on Friday, residents reached by telephone said.",
        [("destruction", "asserted", ["residents"])],
    ),
    (
        "Six people died in shelling in Taiz, police and hospital sources said.",
        [("shelling", "asserted", ["police and hospital sources"])],
    ),
    (
        "Interfax news agency, citing a source in the army, said a missile was fired at Kherson.",
        [("shelling", "asserted", ["a source in the army"])],
    ),
    (
        "UN observers counted 92 bodies in Houla, Maj Gen Robert Mood said.",
        [("killing", "asserted", ["Maj Gen Robert Mood"])],
    ),
    (
        "An AFP journalist saw four bodies in a street of Goma after the shelling.",
        [("shelling", "asserted", ["An AFP journalist"])],
    ),
    (
        "Hezbollah admitted to the loss of six fighters in Bint Jbeil.",
        [("armed_clash", "asserted", ["Hezbollah"])],
    ),
    (
        "The junta's spokesman, Zaw Min Tun, took no calls. He told the BBC soldiers had killed 30 rebels in Sagaing.",
        [("armed_clash", "asserted", ["Zaw Min Tun"])],
    ),
    (
        "Citing intercepted calls, Kyiv said Russian soldiers shot two prisoners near Izium.",
        [("killing", "asserted", ["Kyiv"])],
    ),
    (
        "A shell killed two boys in Argun, the envoy, Oleg Orlov, said. He said rebels shot six men dead in Grozny.",
        [("shelling", "asserted", ["Oleg Orlov"]), ("killing", "asserted", ["Oleg Orlov"])],
    ),
    (
        "Residents told AFP they could hear shelling in Tripoli on Wednesday morning.",
        [("shelling", "asserted", ["Residents"])],
    ),
    (
        "The UN says 8,000 people crossed into Chad on Sunday after fleeing Geneina.",
        [("displacement", "asserted", ["The UN"])],
    ),
]
STANCES = [
    ("Tehran denied supplying the drones that struck Odesa on Monday.", [("air_strike", "asserted", [])]),
    (
        "Both sides have accused each other of shelling the plant, which Russian forces seized in March 2022.",
        [("shelling", "unconfirmed", ["Both sides"]), ("territory_taken", "asserted", [])],
    ),
    ("Reports of looting in Nyala could not be confirmed.", [("destruction", "unconfirmed", [])]),
    (
        "The ministry called reports of 30 deaths in Mekelle lies.",
        [("killing", "denied", ["The ministry"])],
    ),
    (
        "Neither the army nor the rebels bombed the market of Hodeidah, the governor said.",
        [("air_strike", "denied", ["the governor"])],
    ),
    ("The governor said there had been no fighting in Myitkyina.", [("armed_clash", "denied", ["The governor"])]),
    (
        "Video appeared to show soldiers shooting prisoners in Moura.",
        [("killing", "unconfirmed", [])],
    ),
    ("Washington believes the army shelled the dam at Bakhmut.", [("shelling", "unconfirmed", ["Washington"])]),
]


def _told(text: str) -> Told:
    return [(c.event, c.stance, [s.text for s in c.sources]) for c in claims(text)]


@pytest.mark.parametrize(("text", "expected"), [*GOES_ON, *SPEAKERS, *STANCES])
def test_on_whose_word(text: str, expected: Told) -> None:
    found = _told(text)
    assert [claim for claim in expected if claim not in found] == []
    assert len(found) == len(expected)


def test_who_denies_a_version_denies_what_it_says() -> None:
    *_, denial = claims("Kyiv accused Russian troops of shelling a market in Kherson. Moscow rejected that version.")
    assert (denial.stance, [s.text for s in denial.sources]) == ("denied", ["Moscow"])
    assert [p.text for p in denial.attackers] == ["Russian troops"]


def test_nothing_to_do_with_it_is_a_denial() -> None:
    *_, denial = claims(
        "Five villagers were shot dead in Cauca. The rebels said they had nothing to do with the massacre."
    )
    assert (denial.stance, [p.text for p in denial.attackers]) == ("denied", ["The rebels"])


ANSWERS = [
    ("A bomb killed nine people in Kabul. A Taliban spokesman said his movement was not responsible.", "denied"),
    ("A bomb killed nine people in Kabul. Officials said the Haqqani network was responsible.", "asserted"),
    ("Six priests were murdered in San Salvador. The army said it played no part in it.", "denied"),
    ("A bomber killed 40 policemen in Pulwama. New Delhi accused Islamabad of having a hand in it.", "unconfirmed"),
    ("A bomber killed 40 policemen in Pulwama. Islamabad dismissed the accusation.", "denied"),
    ("An air strike hit a convoy near Aleppo. Moscow said that none of its planes took part.", "denied"),
    ("Rebels said they had captured the town of Goma. The defence ministry called it false.", "denied"),
    ("The Tigers said 60 soldiers died in Vanni. It was a claim that the army dismissed as propaganda.", "denied"),
    ("Israeli guns fired white phosphorus at Tyre, residents said. Israel denied using such shells.", "denied"),
    ("Poison gas was used in Douma, Paris said. Moscow's envoy said there was no evidence of an attack.", "denied"),
    ("IS said it had shot down a helicopter near Menaka, which a spokesman for the French staff denied.", "denied"),
    ("The army said it killed 22 rebels in Goma. The rebels dismissed this as a dream.", "denied"),
    ("Soldiers shot 25 people in Mopti, a rights group said. The army denied any abuse.", "denied"),
    ("A car bomb killed a governor in Badakhshan; a group called IS said it was behind that attack.", "asserted"),
    ("A rocket killed two boys, the army said. It accused Rwandan special forces of firing it.", "unconfirmed"),
]


@pytest.mark.parametrize(("text", "stance"), ANSWERS)
def test_an_answer_is_a_claim_on_the_event_told_before(text: str, stance: str) -> None:
    told, answer = claims(text)
    assert (told.stance, answer.stance) == ("asserted", stance)
    assert told.sources != answer.sources or stance == "unconfirmed"


def test_a_share_in_it_is_of_who_is_said_to_have_had_it() -> None:
    *_, denial = claims(
        "Six priests were murdered in San Salvador. Ponce denied that the army had any part in the killings."
    )
    assert (denial.stance, [p.text for p in denial.attackers]) == ("denied", ["the army"])


def test_a_communique_is_its_issuers_word() -> None:
    (claim,) = claims("The High Command issued a communique stating that 14 rebels died in a clash in Morazan.")
    assert [s.text for s in claim.sources] == ["The High Command"]


def test_blame_is_laid_on_whom_it_is_laid() -> None:
    (claim,) = claims("The authorities blame the killing of ten villagers in Homs on armed groups.")
    assert [p.text for p in claim.attackers] == ["armed groups"]
