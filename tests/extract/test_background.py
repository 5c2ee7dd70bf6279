"""What a sentence only looks back to is a claim of its own: no toll, denial, day or place behind goes on from it."""

import pytest
from reading import claims

LOOKING_BACK = [
    "It came a month after an air raid on Pazigyi killed 165 people.",
    "The strike came two weeks after militants killed 23 soldiers in Loikaw.",
    "It was the deadliest since an air raid on Pazigyi killed 165 people in April.",
]


@pytest.mark.parametrize("before", LOOKING_BACK)
def test_a_toll_and_a_denial_mean_the_news(before: str) -> None:
    told = claims(
        "A drone strike on a school in Sagaing killed 11 children on Tuesday. "
        f"{before} The junta denied the attack. Twelve people were wounded."
    )
    *_, denied, hurt = told
    assert (denied.stance, [h.low for h in denied.harm]) == ("denied", [11])
    assert ([h.low for h in hurt.harm], [m.place.name for m in hurt.where]) == ([12], ["Sagaing"])


def test_what_led_to_the_news_is_no_place_or_day_of_it() -> None:
    *_, hurt = claims(
        "Rockets hit a market in Taiz on Tuesday. The shelling follows a raid on Hodeidah in which 13 people died "
        "on Friday. Four people were wounded, medics said."
    )
    assert (hurt.event, hurt.where[0].place.name, hurt.harm[0].low) == ("shelling", "Taiz", 4)


def test_a_paragraph_that_opens_with_the_past_goes_on_with_it() -> None:
    told = claims(
        "Gunmen shot dead a judge in San Salvador on Monday.\n\n"
        "The attack took place 24 hours after rebels fired mortar rounds at the army headquarters. "
        "One civilian was killed when three of the rounds fell short."
    )
    fired = next(c for c in told if c.event == "shelling")
    assert [h.low for h in fired.harm] == [1]


def test_one_more_victim_is_of_the_news() -> None:
    first, *_ = claims(
        "Gunmen killed a mayor in Zacatecas on Tuesday, days after a judge was shot dead in Fresnillo. "
        "His driver was also killed."
    )
    assert [h.low for h in first.harm] == [1, 1]


ELSEWHERE = ["In a separate attack, gunmen killed a policeman.", "Separately, gunmen killed a policeman."]


@pytest.mark.parametrize("behind", ELSEWHERE)
def test_nothing_is_carried_to_a_separate_event(behind: str) -> None:
    bomb, shot = claims(f"A bomb killed four people in Kirkuk on Monday. {behind}")
    assert (bomb.where[0].place.name, [m.place.name for m in shot.where]) == ("Kirkuk", [])


def test_soldiers_who_died_elsewhere_died_of_nothing_told_before() -> None:
    *_, last = claims("Gunmen set off a bomb that killed four people in Kirkuk. Elsewhere, two soldiers died.")
    assert (last.event, list(last.attackers), list(last.weapons)) == ("armed_clash", [], [])


TIMES = [
    ("A day after the bombing in Kabul, gunmen killed a judge in Herat.", "Herat"),
    ("Following the massacre in Bunia, soldiers killed two militiamen in Beni.", "Beni"),
    ("Hours before the attack in Berlin a policeman shot the Russian ambassador dead in Ankara.", "Ankara"),
]


@pytest.mark.parametrize(("text", "place"), TIMES)
def test_an_event_that_tells_when_is_not_the_one_that_killed(text: str, place: str) -> None:
    (deadly,) = [c for c in claims(text) if c.harm]
    assert (deadly.where[0].text, len(deadly.attackers)) == (place, 1)


def test_another_paragraph_goes_on_from_no_day_that_one_went_back_to() -> None:
    *_, blast, held = claims(
        "On 14 March 2015 a car bomb exploded in the market of Kadugli, Sudan. "
        "The rebels had last struck the town of El Obeid on 2 May 2014, when shells fell on the airport.\n\n"
        "The blast killed nine traders. The next day troops arrested 14 men."
    )
    assert [(c.event, c.when and str(c.when.time.start), c.where[0].place.name) for c in (blast, held)] == [
        ("explosion", "2015-03-14", "Kadugli"),
        ("arrest", "2015-03-15", "Kadugli"),
    ]


def test_the_country_some_fled_to_is_not_where_the_others_died() -> None:
    first, *_ = claims(
        "Deraa residents said the army had killed at least 50 people since tanks rolled in on April 25. Soldiers were "
        "executed, said two conscripts who fled to Jordan."
    )
    assert all(mention.place.name != "Jordan" for mention in first.where)
