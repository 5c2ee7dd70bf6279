"""Two sides of dense wire copy: counter-accounts, other tolls, denials, and whose deed it was."""

import pytest
from reading import claims, only

from aftermath.model import Claim


def sources(claim: Claim) -> list[str]:
    return [s.text for s in claim.sources]


def attackers(claim: Claim) -> list[str]:
    return [a.text for a in claim.attackers]


def targets(claim: Claim) -> list[str]:
    return [t.text for t in claim.targets]


def harm(claim: Claim) -> list[tuple[str, int | None, int | None]]:
    return [(h.kind, h.low, h.high) for h in claim.harm]


def test_a_town_whose_fall_is_denied() -> None:
    for place in ("Lashio", "the town"):
        taken, denied = claims(
            f"Rebels overran Lashio on Sunday, residents said. The junta denied that {place} had fallen."
        )
        assert (taken.event, denied.event, denied.stance) == ("territory_taken", "territory_taken", "denied")
        assert sources(denied) == ["The junta"]
    _, denied = claims("The M23 seized Sake on Monday. The army said the town had not fallen.")
    assert (denied.stance, sources(denied)) == ("denied", ["The army"])
    assert claims("Rebels shelled Sake. The town fell silent.")[1:] == ()


COUNTERS = [
    ("; local officials spoke of more than 20.", ["local officials"], 21),
    (". Residents spoke of at least 40.", ["Residents"], 40),
    (", while the mayor gave a figure of nine.", ["the mayor"], 9),
    ("; hospital sources reported 15.", ["hospital sources"], 15),
]


@pytest.mark.parametrize(("text", "who", "low"), COUNTERS)
def test_a_bare_number_that_another_gives_is_his_toll(text: str, who: list[str], low: int) -> None:
    first, other = claims(f"The UN said 14 civilians were killed in an air strike on El Geneina on Monday{text}")
    assert (harm(first), sources(first)) == ([("killed", 14, 14)], ["The UN"])
    assert (other.event, sources(other), attackers(other)) == ("air_strike", who, [])
    assert [(kind, least) for kind, least, _ in harm(other)] == [("killed", low)]


def test_a_bare_number_is_of_what_was_counted_last() -> None:
    found = claims("Planes bombed Bara on Monday, killing five. Witnesses counted 12 raids; the monitor counted 15.")
    assert [h for c in found for h in harm(c)] == [("killed", 5, 5)]
    found = claims("A bomb in Jos killed five people and wounded 30 on Monday. Medics spoke of at least 12.")
    assert harm(found[-1]) == [("killed", 12, None)]


def test_another_says_what_was_hit() -> None:
    first, other = claims(
        "The air force said it had bombed a rebel camp near Lashio on Monday. Villagers said the site was a school."
    )
    assert (targets(first), targets(other)) == (["a rebel camp"], ["a school"])
    assert (other.event, other.stance, sources(other)) == ("air_strike", "asserted", ["Villagers"])
    assert "targets" not in other.inferred
    assert "attackers" in other.inferred


def test_another_says_who_the_dead_were() -> None:
    first, other = claims(
        "Troops killed ten rebels in Arauca on Monday, the army said. Neighbours said the dead were farmers."
    )
    assert (first.event, other.event) == ("armed_clash", "killing")
    assert (targets(other), sources(other), harm(other)) == (["farmers"], ["Neighbours"], [("killed", None, None)])
    assert len(claims("The army said it killed ten rebels in Arauca. It said the dead were guerrillas.")) == 1
    assert claims("Fighting went on in Goma. Officials said the house was a museum.")[1:] == ()


BOMBINGS = [
    ("The Tamil Tigers' bombing campaign in Colombo killed 60 people in 1996.", "explosion"),
    ("A bombing campaign by Sikh militants killed 90 people in Delhi in 1985.", "explosion"),
    ("Rebels bombed a market in Bara on Monday, killing five people.", "explosion"),
    ("The Saudi-led coalition's bombing campaign killed 200 people in Saada in 2015.", "air_strike"),
    ("The Israeli bombing campaign in Gaza has killed 900 people.", "air_strike"),
    ("A bombing campaign by the air force killed 90 people in Tigray in 2021.", "air_strike"),
]


@pytest.mark.parametrize(("text", "event"), BOMBINGS)
def test_who_has_no_aircraft_bombs_from_none(text: str, event: str) -> None:
    assert only(text).event == event


def test_a_short_name_owns_what_is_told() -> None:
    (claim,) = claims("Sudan's army bombed Kutum. The RSF's fighters left. In Sudan the RSF's shelling killed four.")[
        1:
    ]
    assert (claim.event, attackers(claim)) == ("shelling", ["The RSF's"]) or attackers(claim) == ["the RSF's"]


def test_nato_is_at_home_everywhere() -> None:
    claim = only("A NATO air strike killed nine insurgents in Zabul on Monday.")
    assert attackers(claim) == ["NATO"]


def test_raids_of_aircraft_are_no_part_of_the_clashes_meanwhile() -> None:
    raid, clash = claims(
        "Helicopters carried out raids near Kutum on Monday as clashes raged between militiamen and the army"
        " near Mellit."
    )
    assert (raid.event, clash.event) == ("air_strike", "armed_clash")
    assert attackers(raid) == ["Helicopters"]
    assert attackers(clash) == ["militiamen", "the army"]


def test_who_is_led_is_not_led_away_and_who_is_driven_off_takes_nothing() -> None:
    claim = only(
        "Militants led by al Qaeda in the Maghreb attacked a barracks near Gao on Monday before being driven off."
    )
    assert (claim.event, attackers(claim)) == ("armed_clash", ["Militants"])


def test_an_aside_keeps_a_subject_from_those_named_before_it() -> None:
    first, second = claims(
        "Islamic State fighters beheaded eight villagers in Borno province and warplanes, believed to be Nigerian,"
        " hit the"
        " town of Gamboru."
    )
    assert attackers(first) == ["Islamic State fighters"]
    assert (second.event, attackers(second)) == ("air_strike", ["warplanes"])


def test_whom_somebody_denies_to_have_harmed_did_nothing() -> None:
    told, denied = claims(
        "The LTTE said seven of its fighters and four civilians had been killed in Mullaitivu on Monday. A minister"
        " denied that civilians had been harmed."
    )
    assert harm(told) == [("killed", 7, 7), ("killed", 4, 4)]
    assert (denied.stance, attackers(denied), harm(denied)) == ("denied", [], [("killed", 4, 4)])


def test_a_governor_abroad_tells_of_his_province() -> None:
    _, second = claims(
        "Russian forces shelled Kherson on Monday. In Russia's Bryansk region, the governor said a woman was killed"
        " when a"
        " drone hit a car."
    )
    assert [p.text for p in second.where] == ["Bryansk region"]


def test_a_toll_that_another_replaced_is_not_told() -> None:
    claim = only(
        "At least 22 people died when troops shelled a funeral in Hama, an NGO said, revising an earlier toll of 18."
    )
    assert harm(claim) == [("killed", 22, None)]


def test_denials_that_were_lost() -> None:
    _, denied = claims(
        "The UN said the air strike on Taiz killed three Houthis on Monday. A commander denied there were any deaths."
    )
    assert (denied.event, denied.stance, attackers(denied)) == ("air_strike", "denied", [])
    *_, denied = claims(
        "Rebels fought on. Soldiers burned down the village of Tula Toli on Monday, residents said. State media"
        " denied that soldiers"
        " had set the fires."
    )
    assert (denied.event, denied.stance, attackers(denied)) == ("destruction", "denied", ["soldiers"])
    found = claims(
        "The army killed 100 insurgents in Hiran, the ministry said. Al Shabaab denied the claim and said it had"
        " killed 59"
        " soldiers in a raid on a base in Galgaduud."
    )
    assert [(c.stance, harm(c)) for c in found] == [
        ("asserted", [("killed", 100, 100)]),
        ("denied", [("killed", 100, 100)]),
        ("asserted", [("killed", 59, 59)]),
    ]


def test_the_attack_only_dates_what_came_after() -> None:
    found = claims(
        "Gunmen killed 35 people on Friday in a mosque in Maiduguri. Hours after the attack, Nigeria's military"
        " launched"
        " air strikes on targets around Gwoza."
    )
    assert [c.event for c in found] == ["killing", "air_strike"]


def test_rockets_that_were_answered_wounded_whom_they_wounded() -> None:
    answer, rockets = claims(
        "Indian artillery hit 12 rebel positions north of Poonch after rockets fired from Pakistan wounded five"
        " people in"
        " Uri, the military said."
    )
    assert (attackers(answer), harm(answer)) == (["Indian"], [])
    assert (attackers(rockets), harm(rockets)) == ([], [("injured", 5, 5)])


def test_the_dead_of_a_town_named_there_are_of_what_struck_it() -> None:
    found = claims(
        "Militants shelled Foua on Monday, the monitor said. Eleven people were killed. Helicopters dropped barrel"
        " bombs on"
        " nearby Binnish; a rebel spokesman put the dead there at 20."
    )
    assert (found[-1].event, harm(found[-1])) == ("air_strike", [("killed", 20, 20)])


def test_a_week_earlier_is_no_day_of_what_was_told_before_it() -> None:
    found = claims(
        "Israeli strikes on Tyre killed 49 people on Monday, the ministry said. Hezbollah said it fired missiles at"
        " a base"
        " near Haifa. A week earlier a bomb killed 12."
    )
    assert found[1].when is not None
    assert found[1].when.time.start == found[0].when.time.start if found[0].when else False
