"""Bombings as translated radio, encyclopaedias and monitors tell them: duds, suicide bombers named late, courts."""

from datetime import date

import pytest
from reading import claims

from aftermath import read
from aftermath.model import Claim


def parties(claim: Claim) -> tuple[list[str], list[str]]:
    """Attackers and targets of a claim, as worded."""
    return [p.text for p in claim.attackers], [t.text for t in claim.targets]


def dead(claim: Claim) -> list[tuple[str, int | None]]:
    """Who was killed in a claim, and how many."""
    return [(h.who, h.low) for h in claim.harm if h.kind == "killed"]


DATELINES = [
    "Mexico City, 15 Jun 89 (NOTIMEX) -- [Text] Drug traffickers killed two policemen in Culiacan on Sunday.",
    "Kuwait City (KUNA) -- Drug traffickers killed two policemen in Basra yesterday.",
    "Bogota Inravision Television in Spanish 1730 GMT 2 Mar 90 -- Drug traffickers killed two policemen in Cali.",
]


@pytest.mark.parametrize("text", DATELINES)
def test_the_town_and_station_that_a_report_is_sent_from_did_nothing(text: str) -> None:
    (claim,) = claims(text)
    assert [a.text for a in claim.attackers] == ["Drug traffickers"]


DUDS = [
    "The second bomb failed to explode.",
    "A car bomb, containing 80 kg of dynamite, did not go off because the detonator was defective.",
    "A charge planted beneath a bridge in Sidon failed to go off and was defused by the army.",
    "A third bomb did not go off, police in Aden said.",
]


@pytest.mark.parametrize("text", DUDS)
def test_a_dud_is_no_claim(text: str) -> None:
    assert claims(text) == ()


def test_a_shell_that_did_not_explode_was_fired() -> None:
    (claim,) = claims("A rocket landed in a field near Sderot but did not explode.")
    assert (claim.event, claim.stance) == ("shelling", "asserted")


SUICIDE = [
    "Suspects set off explosive belts as police stormed a house in Brussels; five policemen were killed.",
    "He blew up his car at a checkpoint near Rada, killing six soldiers.",
    "A blast killed 14 people at a market in Kabul on Sunday. It was a suicide attack, police said.",
    "Two explosions killed 95 people at a rally in Ankara on Sunday. Officials said both were suicide attacks.",
    "Explosions at two churches in Colombo killed 95 people. The explosions were the work of men who blew themselves"
    " up during Mass.",
    "Two blasts shook the airport in Brussels, killing 14 people. They were caused by men who blew themselves up.",
]


@pytest.mark.parametrize("text", SUICIDE)
def test_a_suicide_bombing_is_one_whatever_it_is_called_first(text: str) -> None:
    assert claims(text)[0].event == "suicide_bombing"


PLAIN = [
    "A blast killed 14 people at a market in Kabul on Sunday. It was not a suicide attack, police said.",
    "Retreating troops blew up their vehicles at the airport in Gao, killing two boys.",
]


@pytest.mark.parametrize("text", PLAIN)
def test_other_blasts_are_no_suicide_bombings(text: str) -> None:
    assert claims(text)[0].event == "explosion"


def test_what_a_bomber_wears_or_drives_is_not_what_he_hits() -> None:
    (belt,) = claims("A man detonated his belt at the gate of a barracks in Mora, killing 15 people.")
    (truck,) = claims("Two men blew up their truck in front of a post office in Aguelhok, killing four clerks.")
    assert not {"his belt", "their truck"} & {t.text for t in (*belt.targets, *truck.targets)}


JUDGED = [
    ("Two men were convicted of the 1998 bombing that killed 29 people in Omagh.", (["Two men"], [])),
    (
        "Two men were sentenced to death over the bombing of a church in Owo that killed 40 worshippers.",
        (["Two men"], ["a church"]),
    ),
    ("Salah Abdi was identified as the driver in the attacks, in which 130 people died.", ([], [])),
]


@pytest.mark.parametrize(("text", "expected"), JUDGED)
def test_who_is_judged_for_it_was_not_hit(text: str, expected: tuple[list[str], list[str]]) -> None:
    assert parties(claims(text)[0]) == expected


def test_what_left_people_dead_is_the_attack() -> None:
    (claim,) = claims(
        "The attack on a hotel in Mopti, which left 13 people dead in August 2015, was claimed by a group."
    )
    assert (dead(claim), str(claim.when.time.start) if claim.when else "") == ([("people", 13)], "2015-08-01")


def test_who_a_bomber_is_named_as_did_it() -> None:
    named = claims(
        "A blast killed 12 people in Kano on Friday. Police identified the bomber as Musa Bello, a student."
    )[-1]
    assert (parties(named)[0], [s.text for s in named.sources]) == (["Musa Bello"], ["Police"])


def test_who_is_said_to_have_planted_it_is_charged() -> None:
    charged = claims(
        "A charge blew up in Sidon, wounding six people. The army accused the militia of planting the charge."
    )
    assert [(c.stance, parties(c)[0]) for c in charged[1:]] == [("unconfirmed", ["the militia"])]


def test_credit_is_claimed_by_who_did_it() -> None:
    (claim,) = claims("The ELN claimed credit for the bombing of the pipeline.")
    assert parties(claim) == (["The ELN"], ["the pipeline"])


def test_what_is_set_beside_an_event_with_while_has_its_own_dead() -> None:
    found = claims(
        "A bomb blew up near a mosque in Kadhimiya and killed nine, while a roadside bomb in Doura left four dead."
    )
    assert [(c.where[0].text, dead(c)) for c in found] == [("Kadhimiya", [("people", 9)]), ("Doura", [("people", 4)])]


COUNTED = [
    ("The number of dead in the bombing in Aleppo rose from 17 to 23 after six of the wounded died.", [("people", 23)]),
    ("A bomb killed a waitress of 20 in a bar in Kampala.", [("waitress", 1)]),
    ("The ambush killed two Turkish and three Syrian soldiers near Jarablus.", [("soldiers", 2), ("soldiers", 3)]),
    ("The bombing in Beirut killed 241 American and 58 French servicemen.", [("servicemen", 241), ("servicemen", 58)]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_how_many_died(text: str, expected: list[tuple[str, int]]) -> None:
    (claim,) = claims(text)
    assert [(h.who, h.low) for h in claim.harm if h.part_of is None] == expected


def test_a_shepherd_elsewhere_is_one_more() -> None:
    found = claims("Mines killed three soldiers in Gao, two policemen in Mopti and a shepherd near Menaka on Saturday.")
    assert [(c.where[0].text, dead(c)) for c in found] == [
        ("Gao", [("soldiers", 3)]),
        ("Mopti", [("police", 2)]),
        ("near Menaka", [("shepherd", 1)]),
    ]


def test_whose_some_killings_are_they_all_are_not() -> None:
    (claim,) = claims("The mission documented 112 killings in Ituri in March, 74 of them by the militia.")
    assert (claim.attackers, dead(claim)) == ((), [("people", 112)])


def test_what_a_man_accused_others_of_before_is_not_what_befell_him() -> None:
    found = claims(
        "The governor was kidnapped and killed a day after he had accused the militia of murdering civilians."
    )
    his = [c for c in found if "The governor" in parties(c)[1]]
    assert len(his) == 2
    assert [c.attackers for c in his] == [(), ()]


def test_an_account_of_old_keeps_to_its_year() -> None:
    text = (
        "The bombings were a series of attacks in Chad in June and July 2015.\n\nOn 15 June, bombs killed 38 people in"
        " N'Djamena. The group claimed responsibility in a message on 9 July.\n\nTwo days after the bombings, Chadian"
        " jets struck six camps in Nigeria."
    )
    found = read(text, published=date(2019, 1, 10)).claims
    days = [(str(c.when.time.start), str(c.when.time.end)) for c in found if c.when is not None]
    assert days[0] == ("2015-06-01", "2015-07-31")
    assert days[1] == ("2015-06-15", "2015-06-15")
    assert days[-1] == ("2015-06-17", "2015-06-17")


def test_a_report_of_news_does_not_keep_to_an_old_year() -> None:
    text = (
        "Bombs killed two people in Lyon on Monday.\n\nOn 13 November 2015 gunmen killed 130 people in Paris.\n\n"
        "On 2 March a bomb killed a guard in Nice."
    )
    last = read(text, published=date(2019, 4, 10)).claims[-1]
    assert last.when is not None
    assert str(last.when.time.start) == "2019-03-02"


DENIED = [
    "A policeman shot dead a man at a checkpoint in Aden on Sunday. He denies it.",
    "The prosecutor is reported to have shot dead a man in Gonaives. He denies it.",
    "The officer is accused of shooting dead a man in Aden; he denies it.",
]


@pytest.mark.parametrize("text", DENIED)
def test_a_man_who_denies_it_is_heard(text: str) -> None:
    told, denied = claims(text)
    assert (denied.stance, parties(denied)[0]) == ("denied", parties(told)[0])
    assert [s.text for s in denied.sources] == [a.text for a in told.attackers]


def test_a_police_force_is_no_he() -> None:
    found = claims("The ELN said the police killed two men in Arauca. He denies it.")
    assert "denied" not in {c.stance for c in found}


def test_bombers_of_no_nation_are_no_aircraft() -> None:
    (planted,), (flown,) = (
        claims("Al-Shabaab bombers killed 76 people in Kampala."),
        claims("Russian bombers killed 12 in Idlib."),
    )
    assert (planted.event, flown.event) == ("explosion", "air_strike")


def test_a_mock_raid_is_none() -> None:
    assert claims("Four planes carried out two mock raids over Baalbek and left in the direction of the sea.") == ()


def test_what_will_be_recalled_is_told() -> None:
    (claim,) = claims(
        "It will be recalled that in July last year more than 400 people were massacred in the town of Homoine."
    )
    assert claim.stance == "asserted"


def test_a_train_that_hits_a_mine_is_hit() -> None:
    (claim,) = claims(
        "A train was derailed yesterday when it hit a mine near Nhamatanda; the driver was slightly injured."
    )
    assert parties(claim) == ([], ["A train"])


def test_shot_or_hacked_to_death_is_killed() -> None:
    (claim,) = claims("At least 20 residents were shot or hacked to death in Gressier.")
    assert dead(claim) == [("residents", 20)]


def test_who_struck_a_mine_killed_nobody() -> None:
    (claim,) = claims("A convoy of the UN mission struck a mine near Gao, killing two Egyptian peacekeepers.")
    assert (parties(claim), dead(claim)) == (([], ["A convoy of the UN mission"]), [("peacekeepers", 2)])


def test_planes_that_a_blast_destroys_bomb_nobody() -> None:
    (claim,) = claims("An explosion rocked a base at Saky on Tuesday. It destroyed nine planes and killed one man.")
    assert claim.event == "explosion"


def test_who_owns_up_did_not_shoot_whom_police_shot() -> None:
    found = claims(
        "Two blasts killed four people in Jakarta on Tuesday. Police officers shot a suspect dead in Bekasi."
        " The Islamic State group claimed the attack through its news agency."
    )
    assert [c.event for c in found if parties(c)[0] == ["The Islamic State group"]] == ["explosion"]


def test_words_of_translated_radio_are_read() -> None:
    (claim,) = claims("The general said that 30 subversives had been annihilated in the past 72 hours.")
    assert dead(claim) == [("subversives", 30)]


def test_some_of_them_are_of_the_fighters_named_last() -> None:
    (claim,) = claims("Troops pursued the bandits to the river near Gorongosa, where seven of them were killed.")
    assert claim.event == "armed_clash"


def test_some_let_go_and_others_who_fled_a_month_later_are_two() -> None:
    found = claims("Gunmen kidnapped 17 nuns in Maaloula. Two were released in March and 12 escaped in May.")
    assert [str(c.when.time.start) for c in found if c.event == "escape" and c.when] == ["2023-03-01", "2023-05-01"]


def test_what_officers_came_to_do_is_not_yet_done() -> None:
    found = claims("A cleric was killed in Wakiso as he tried to escape from officers who had come to arrest him.")
    assert [c.event for c in found] == ["killing"]
