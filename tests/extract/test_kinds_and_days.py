"""What an event is called by what stands beside it, and the days that are told by halves, by their last, or to come."""

from datetime import date

import pytest
from reading import claims, only

KINDS = [
    ("Police broke up a sit-in in Kumasi on Monday, killing four people.", "killing"),
    ("A girl died after being hit by a stray bullet in Cali on Monday.", "killing"),
    ("Two nurses were wounded by snipers in Taiz on Monday.", "killing"),
    ("A student died in Tunis on Monday after being hit by a tear gas canister.", "killing"),
    ("Three people were killed on Monday when a funeral came under fire in Cizre.", "killing"),
    ("Three soldiers were killed on Monday when a patrol came under fire in Cizre.", "armed_clash"),
    ("A teacher died under torture in a prison in Lagos on Monday.", "killing"),
    ("At least 30 people died in Bria on Monday as the army pressed a push to crush the rebels.", "armed_clash"),
    (
        "Rebels fired dozens of rockets at Goma on Monday, with the army shelling their lines and jets bombing them.",
        "shelling",
    ),
]


@pytest.mark.parametrize(("text", "event"), KINDS, ids=[text[:40] for text, _ in KINDS])
def test_kinds(text: str, event: str) -> None:
    assert claims(text)[0].event == event


BLOWN_UP = [
    "A bomb went off at a market in Jolo on Monday, killing six people. Police said the bomber blew himself up.",
    "A blast tore through a market in Jolo on Monday, killing six people. Nobody owned up to the suicide bombing.",
]


@pytest.mark.parametrize("text", BLOWN_UP)
def test_a_blast_is_called_a_suicide_bombing_by_what_is_told_behind(text: str) -> None:
    assert claims(text)[0].event == "suicide_bombing"


def test_another_suicide_bombing_with_its_own_place_says_nothing_of_the_blast() -> None:
    text = (
        "A bomb killed six people at a market in Jolo on Monday. It came after the suicide bombing in Marawi of 2019."
    )
    assert claims(text)[0].event == "explosion"


def test_soldiers_and_rebels_who_died_did_not_die_of_the_bomb_told_before() -> None:
    found = claims(
        "A bomb went off in Sake on Monday, wounding a boy. Two soldiers and five rebels were killed in the area, the"
        " army said."
    )
    assert [c.event for c in found] == ["explosion", "armed_clash"]


def test_who_was_shot_dead_for_an_attempt_is_hit_and_did_not_do_it() -> None:
    claim = only("Soldiers shot dead a man who tried to stab them in Kidal on Monday.")
    assert [a.text for a in claim.attackers] == ["Soldiers"]
    assert [t.text for t in claim.targets] == ["a man"]


def test_raids_in_which_people_were_rounded_up_are_no_fight() -> None:
    assert only("Some 300 people were rounded up in night raids in Minsk on Monday.").event == "arrest"


def test_people_taken_of_whom_nobody_has_heard_are_abducted() -> None:
    text = "Soldiers detained 20 men in Bucha on Monday and took them to an unknown location."
    assert only(text).event == "abduction"
    assert only("Soldiers detained 20 men in Bucha on Monday and took them to a base.").event == "arrest"


DAYS = [
    ("Rebels killed 12 people in Bria over the past week and a half.", (2023, 6, 5), (2023, 6, 15)),
    ("Rebels killed 12 people in Bria a year and a half ago.", (2021, 12, 1), (2021, 12, 31)),
    ("Rebels killed 12 people in Bria in the first two weeks of May.", (2023, 5, 1), (2023, 5, 14)),
    ("Rebels killed 12 people in Bria in the second half of May 2019.", (2019, 5, 16), (2019, 5, 31)),
    ("Rebels killed 12 people in Bria in the last ten days of April.", (2023, 4, 21), (2023, 4, 30)),
    ("A three-day battle in Bria that ended on Monday left 12 rebels dead.", (2023, 6, 10), (2023, 6, 12)),
    ("Four days of fighting in Bria ended on Monday, leaving 12 rebels dead.", (2023, 6, 9), (2023, 6, 12)),
]


@pytest.mark.parametrize(("text", "first", "last"), DAYS, ids=[text[:60] for text, *_ in DAYS])
def test_days(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    claim = claims(text)[0]
    assert claim.when is not None
    assert (claim.when.time.start, claim.when.time.end) == (date(*first), date(*last))


def test_weeks_counted_from_a_month_are_as_long_as_it() -> None:
    found = claims("Rebels took Bria in March 2019. The army retook the town six weeks later.")
    assert found[1].when is not None
    assert (found[1].when.time.start, found[1].when.time.end) == (date(2019, 4, 12), date(2019, 5, 12))


def test_the_day_of_a_rally_to_come_is_not_that_of_the_arrests() -> None:
    text = "Opponents in Baku have called for mass protests on June 29. Ten of them were arrested, the ministry said."
    assert [c.when for c in claims(text) if c.event == "arrest"] == [None]


def test_the_month_of_a_lead_stays_where_the_day_told_behind_is_far_off() -> None:
    found = claims(
        "Rebels killed 38 villagers near Bria in the first half of May, a rights group said today.\n\n"
        "The group spoke to 52 people. Survivors said that men with machetes came to Bria before dawn on May 5."
    )
    assert found[0].when is not None
    assert found[0].when.time.end == date(2023, 5, 15)


MORE_KINDS = [
    ("Militants lobbed a grenade at a checkpoint in Marawi on Monday, wounding two soldiers.", ["explosion"]),
    ("The raiders shot residents of Jos on Monday as they ran and set houses on fire.", ["killing"]),
    (
        "Rockets hit a base in Gao on Monday. The army struck back a day later, bombing two depots of the militia.",
        ["shelling", "air_strike"],
    ),
    (
        "Reports appeared on Monday, based on talks with rebels, claiming the hostage had been killed in an air strike"
        " in Sirte.",
        ["air_strike"],
    ),
    (
        "Clashes broke out near Taiz on Monday. Two shells fell on a market, killing four civilians. The army said it"
        " had lost six men.",
        ["armed_clash", "shelling", "armed_clash"],
    ),
    (
        "Two car bombs went off at a hotel in Herat on Monday. All the gunmen were killed, police said.",
        ["explosion", "armed_clash"],
    ),
    (
        "Jets bombed a village near Idlib on Monday, killing a boy. The jets also targeted a clinic in Saraqib.",
        ["air_strike", "air_strike"],
    ),
]


@pytest.mark.parametrize(("text", "events"), MORE_KINDS, ids=[text[:40] for text, _ in MORE_KINDS])
def test_kinds_of_several(text: str, events: list[str]) -> None:
    assert [c.event for c in claims(text)] == events


def test_who_says_that_he_did_it_is_no_source_of_its_toll() -> None:
    first, second = claims(
        "A suicide bomber killed 30 people in Jolo on Monday. IS said it had carried out the bombing."
    )
    assert (first.event, first.sources) == ("suicide_bombing", ())
    assert (second.event, [s.text for s in second.sources]) == ("suicide_bombing", ["IS"])


def test_killings_that_are_laid_to_somebody_are_of_the_ambush_told_before() -> None:
    found = claims(
        "Two nurses died when their car was ambushed in Bor on Monday. The army blamed rebels for the killings."
    )
    assert [c.event for c in found] == ["armed_clash", "armed_clash"]
    assert found[1].harm[0].low == 2


SINCE = [
    ("The army seized power in Niamey on 3 May. Police have killed 90 people since the coup.", (2023, 5, 3)),
    ("The coup of May 2021 brought the generals to power. Police have killed 90 people since the coup.", (2021, 5, 1)),
    (
        "The war began in April 2021. It goes on. At least 900 people have been killed since the war began.",
        (2021, 4, 1),
    ),
]


@pytest.mark.parametrize(("text", "first"), SINCE, ids=[text[:30] for text, _ in SINCE])
def test_what_was_done_since_a_coup_counts_from_its_day(text: str, first: tuple[int, int, int]) -> None:
    claim = next(c for c in claims(text) if c.harm)
    assert claim.when is not None
    assert (claim.when.time.start, claim.when.time.end) == (date(*first), date(2023, 6, 15))
    assert "when" in claim.inferred


def test_since_a_coup_without_a_day_is_no_day() -> None:
    claim = only("Police have killed at least 90 people in Niamey since the coup, doctors said.")
    assert claim.when is None


COUNTED = [
    ("The war in Bria began in 2021. By May 2022, at least 900 people had been killed.", (2021, 1, 1), (2022, 5, 31)),
    (
        "The army said late on Sunday that it had killed 12 rebels in Bria earlier in the day.",
        (2023, 6, 11),
        (2023, 6, 11),
    ),
    (
        "Rebels held Bria until late 2016; the army took the town in October of that year.",
        (2016, 10, 1),
        (2016, 10, 31),
    ),
    ("In the space of three days, rebels killed 80 people in Bria.", (2023, 6, 12), (2023, 6, 15)),
]


@pytest.mark.parametrize(("text", "first", "last"), COUNTED, ids=[text[:40] for text, *_ in COUNTED])
def test_days_that_are_counted(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    claim = claims(text)[-1]
    assert claim.when is not None
    assert (claim.when.time.start, claim.when.time.end) == (date(*first), date(*last))


def test_the_morning_of_a_vote_is_not_that_of_the_report() -> None:
    assert only("On the morning of the vote, bombs went off at two schools in Herat.").when is None


def test_an_aggregate_has_the_month_of_its_paragraph_and_who_goes_on_doing_has_no_day() -> None:
    claim = claims("In August 2017, the army began a campaign in Rakhine. More than 6,700 people have been killed.")[-1]
    assert claim.when is not None
    assert claim.when.time.start == date(2017, 8, 1)
    text = (
        "Troops killed six people in Homs on Sunday. The ministry blames gangs that have been killing civilians there."
    )
    assert claims(text)[-1].when is None


TELLERS = [
    "Police declared nine people dead in Bria on Monday after a bomb went off.",
    "Amnesty was able to confirm the names of 21 of the dead in Bria.",
]


@pytest.mark.parametrize("text", TELLERS)
def test_who_declares_people_dead_did_not_kill_them(text: str) -> None:
    assert all(not claim.attackers for claim in claims(text))


def test_a_truce_that_was_agreed_came_about() -> None:
    assert only("A truce was agreed in Geneva on Monday.").stance == "asserted"
    assert claims("A raid on the camp was agreed in Geneva on Monday.") == ()
