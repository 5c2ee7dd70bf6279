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
