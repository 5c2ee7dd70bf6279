"""Shapes of newspaper features and broadcasters' pages: rival versions, deeds in one breath, arms told on from."""

from datetime import date

import pytest
from reading import claims, only

from aftermath import read
from aftermath.model import Claim


def harm(claim: Claim) -> list[tuple[str, str, int | None, int | None]]:
    return [(h.kind, h.who, h.low, h.high) for h in claim.harm]


def parties(claim: Claim) -> list[str]:
    return [p.text for p in claim.attackers]


@pytest.mark.parametrize("behind", ["Security Council resolution 2085", "the Vision 2090 plan"])
def test_a_year_to_come_makes_no_history_of_the_news(behind: str) -> None:
    text = f"Rebels captured Sake on Monday, killing 12 soldiers. Troops could arrive soon under {behind}."
    assert [c.event for c in claims(text)] == ["territory_taken"]


def test_a_night_raid_is_no_length_of_time() -> None:
    found = claims("A commander was killed on 6 March in a night raid. A week later troops killed 42 men.")
    assert [c.when and c.when.time.start for c in found] == [date(2023, 3, 6), date(2023, 3, 13)]


DENIED = [
    (
        "Kherson was occupied by Russia in March after an attack by soldiers, whose presence Moscow denied then.",
        ["soldiers"],
    ),
    ("Twelve people were killed in a raid on Sake on Friday. The army denied that its men were to blame.", ["its men"]),
    (
        "Five people were killed when separatists shelled Volnovakha. A rebel denied his men had been in the area.",
        ["his men"],
    ),
]


@pytest.mark.parametrize(("text", "denied"), DENIED)
def test_what_is_denied(text: str, denied: list[str]) -> None:
    assert [p for c in claims(text) if c.stance == "denied" for p in parties(c)] == denied


def test_who_blames_speaks_for_himself() -> None:
    text = "The junta has denied the raid on a school in Sagaing, in which monitors say dozens died, and blames rebels."
    told = {c.sources[0].text: parties(c) for c in claims(text)}
    assert told == {"The junta": ["rebels"], "monitors": []}


DOERS = [
    (
        "Rebels have shot down a helicopter near Butembo, the ministry says, hours after troops and militiamen"
        " fought the fiercest battle in weeks.",
        [["Rebels"], ["troops", "militiamen"]],
    ),
    ("An RAF Reaper drone killed two men near Mosul on Monday.", [["RAF Reaper"]]),
    (
        "The station has changed hands twice since Friday: Houthi fighters seized the building that morning, and"
        " the army recaptured it a day later.",
        [[], ["Houthi fighters"], ["the army"]],
    ),
    ("Dozens of families burned to death when jets bombed a hall in Sanaa.", [["jets"]]),
    (
        "The rebels have been driven out of a few streets of Taiz, which they overran in June 2022.",
        [[], ["The rebels"]],
    ),
]


@pytest.mark.parametrize(("text", "doers"), DOERS)
def test_who_did_it(text: str, doers: list[list[str]]) -> None:
    assert [parties(c) for c in claims(text)] == doers


TOLLS = [
    ("A student died after being shot in the head by police in Goma, doctors said.", [("killed", "student", 1, 1)]),
    ("The army said one of the four hostages had since died in an air strike.", [("killed", "hostages", 1, 1)]),
    ("The monitors put the number of dead at 7,500 at least.", [("killed", "people", 7500, None)]),
    ("Rebels slit the throat of a policeman in Gao on Monday.", [("killed", "police", 1, 1)]),
    (
        "Some 300 fighters died in the months that it took to drive the rebels from Marawi.",
        [("killed", "fighters", 300, 300)],
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLLS)
def test_tolls(text: str, told: list[tuple[str, str, int | None, int | None]]) -> None:
    assert harm(only(text)) == told


def test_each_deed_of_a_list_has_its_own_dead_place_and_day() -> None:
    text = (
        "The army killed nine rebels in an ambush near Goma on Monday"
        " and six more in a raid on a camp in Sake on Tuesday."
    )
    first, second = claims(text)
    assert harm(first) == [("killed", "rebels", 9, 9)]
    assert harm(second) == [("killed", "rebels", 6, 6)]
    assert [c.where[0].place.name for c in (first, second)] == ["near Goma", "Sake"]
    assert [parties(c) for c in (first, second)] == [["The army"], ["The army"]]
    assert [t.text for t in second.targets] == ["a camp"]


ARMS = [
    ("A rocket struck a school in Kherson. Another hit a house in Nikopol.", ["shelling", "shelling"]),
    ("The fields near Huambo are full of mines. In April one killed two brothers.", ["explosion"]),
    ("Gunmen attacked two villages near Sake. One killed a nurse.", ["attack"]),
]


@pytest.mark.parametrize(("text", "events"), ARMS)
def test_one_more_of_the_arms(text: str, events: list[str]) -> None:
    assert [c.event for c in claims(text)] == events


def test_a_station_off_the_air_is_no_blast() -> None:
    assert claims("State radio in Abidjan went off the air at noon as jets circled.") == ()


HELD = [
    ("A French journalist was captured near Kidal in May by gunmen.", "abduction"),
    ("Two nuns were seized on the road to Gao in May, rebels said.", "abduction"),
    ("Two soldiers were seized on the road to Gao in May, rebels said.", "arrest"),
]


@pytest.mark.parametrize(("text", "event"), HELD)
def test_who_is_a_hostage(text: str, event: str) -> None:
    assert only(text).event == event


def test_raids_in_which_people_were_arrested_are_no_fighting() -> None:
    assert only("Police in Nairobi arrested six people in raids on Thursday.").event == "arrest"


def test_a_reply_owns_up_to_the_bombers() -> None:
    text = "Suicide bombers attacked a court in Kabul on Monday, killing 14 people; the Taliban said it had sent them."
    record = read(text, published=date(2023, 6, 15))
    assert [[p.text for p in c.attackers] for c in record.claims][-1] == ["the Taliban"]


SECOND = [
    ("On 3 March seven women were killed when soldiers fired at a rally in Abobo.", [("killed", "women", 7, 7)]),
    ("On 12 May 14 people were killed in an air strike on Sake.", [("killed", "people", 14, 14)]),
    ("In March 120 people were killed in an air strike on Sake.", [("killed", "people", 120, 120)]),
    (
        "Funerals were held in Goma for some of the 46 people who died on Friday in clashes.",
        [("killed", "people", 46, 46)],
    ),
    (
        "A commander of the rebels died on 16 May in a raid near Marawi, shot by a sniper of the army.",
        [("killed", "commander", 1, 1)],
    ),
]


@pytest.mark.parametrize(("text", "told"), SECOND)
def test_numbers_behind_a_day_and_deaths_told_aside(text: str, told: list[tuple[str, str, int, int]]) -> None:
    assert harm(only(text)) == told


QUOTED = [
    ("Rebels attacked Sake on Friday, and soldiers retook it a day later.\n\n", []),
    ("Soldiers swept through Sake on Friday.\n\n", []),
    ("Soldiers swept through Sake on Friday. ", ["Soldiers"]),
]


@pytest.mark.parametrize(("before", "doers"), QUOTED)
def test_whom_a_neighbour_means_is_left_open_unless_her_own_paragraph_says_it(before: str, doers: list[str]) -> None:
    *_, last = claims(f'{before}"They shot my neighbour," said Awa, a mother of three.')
    assert parties(last) == doers


def test_it_is_not_five_fighters() -> None:
    text = 'Five fighters and a woman died in Izium, he said. "It started at dawn, then shooting from there," said Ola.'
    assert not any(parties(c) for c in claims(text))


def test_villages_are_no_town() -> None:
    text = (
        "Shells hit the villages of Semenivka and Andriivka near the town of Izium. Rebels shelled a bus in the town."
    )
    assert "Izium" in claims(text)[-1].where[0].place.name


def test_who_is_led_off_to_be_shot_is_killed() -> None:
    (killing,) = claims("Soldiers took a teacher from his home in Sake and killed him.")
    assert killing.event == "killing"


def test_the_last_day_of_a_siege_is_only_a_day() -> None:
    assert [c.event for c in claims("Twelve hostages were freed in Goma on the last day of the siege.")] == ["escape"]


def test_what_follows_a_semicolon_dates_nothing_before_it() -> None:
    text = "Rebels abducted a driver near Azaz; his brother was last seen in Mosul in the summer of 2021."
    (claim,) = claims(text)
    assert claim.when is None
    assert [p.place.name for p in claim.where] == ["near Azaz"]


TOGETHER = [
    (
        "A photographer, Anders Lie, was abducted with his Malian driver near Gao in May.",
        [("abducted", "photographer", 1, 1), ("abducted", "driver", 1, 1)],
    ),
    (
        "Gunmen seized a priest in Goma along with a dozen of his parishioners.",
        [("abducted", "priest", 1, 1), ("abducted", "parishioners", 12, 12)],
    ),
    (
        "The general's son Yusuf and three of his grandchildren were killed in an air strike on Sirte.",
        [("killed", "son", 1, 1), ("killed", "grandchildren", 3, 3)],
    ),
    (
        "Two journalists, Mary Hale and Luis Gomez, died when a shell hit a house in Izium.",
        [("killed", "journalists", 2, 2)],
    ),
    (
        "Soldiers found the bodies of 11 farmers who had been killed by rebels near Sake.",
        [("killed", "farmers", 11, 11)],
    ),
]


@pytest.mark.parametrize(("text", "told"), TOGETHER)
def test_who_came_to_harm_together(text: str, told: list[tuple[str, str, int, int]]) -> None:
    assert harm(only(text)) == told


def test_a_day_of_arrests_is_not_the_day_of_the_bombing() -> None:
    text = (
        "Police arrested six people on Thursday in connection with the bombing of a market in Quetta, which killed 32."
    )
    assert [c.when and c.when.text for c in claims(text)] == ["on Thursday", None]


def test_a_capital_that_claims_is_no_place() -> None:
    text = "Nato says it hit a base at Zlitan, and denies a claim by Tripoli that 85 civilians were killed there."
    assert [p.place.name for p in claims(text)[-1].where] == ["Zliten"]


def test_whom_a_group_held() -> None:
    text = "A reporter, who was held for 114 days by a group of Islamists, was released in Gaza in May."
    assert [c.event for c in claims(text)] == ["abduction", "escape"]


def test_an_attack_nobody_has_claimed_is_one() -> None:
    assert only("Nobody has claimed the attack in Mogadishu, which killed three policemen.").scope == "incident"
