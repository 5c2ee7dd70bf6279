"""Readings that do harm where they are wrong: whose dead, whose deed, whose word, which country, which day."""

import pytest
from reading import claims

from aftermath.model import Claim


def dead(claim: Claim) -> list[tuple[str, int | None]]:
    """The tolls of a claim, as kinds and least numbers."""
    return [(h.kind, h.low) for h in claim.harm]


def by(claim: Claim) -> list[str]:
    """The attackers as worded."""
    return [p.text for p in claim.attackers]


def test_fire_that_is_answered_is_two_deeds_with_a_doer_each() -> None:
    found = claims("Rebels opened fire on an army post in Goma and soldiers fired back, killing three of them.")
    assert [(c.event, by(c), dead(c)) for c in found] == [
        ("armed_clash", ["Rebels"], []),
        ("armed_clash", ["soldiers"], [("killed", 3)]),
    ]


def test_those_who_remain_in_hospital_are_not_missing() -> None:
    *_, last = claims("A missile struck Vinnytsia. Sixty-eight people remained in hospital and four were missing.")
    assert dead(last) == [("missing", 4)]


TRADES = [
    ("A juggler was killed by shelling in Izium.", [("killed", 1)]),
    ("Two soldiers and a tea seller were wounded by shelling in El Obeid.", [("injured", 2), ("injured", 1)]),
    ("Shelling in Goma killed a nun and a beekeeper.", [("killed", 1), ("killed", 1)]),
    ("Shelling in Goma damaged a clinic and killed a goat.", []),
]


@pytest.mark.parametrize(("text", "tolls"), TRADES)
def test_people_are_harmed_whatever_they_do_for_a_living(text: str, tolls: list[tuple[str, int]]) -> None:
    assert [toll for c in claims(text) for toll in dead(c)] == tolls


def test_what_people_are_taken_for_is_not_what_they_say() -> None:
    (claim,) = claims("Amnesty said soldiers and foreign fighters thought to be Russian had executed 300 men in Moura.")
    assert ([s.text for s in claim.sources], by(claim)) == (["Amnesty"], ["soldiers", "foreign fighters"])


def test_who_fires_on_aircraft_made_no_air_strike() -> None:
    (claim,) = claims("Two men were killed when jihadists fired on the helicopters near Moura.")
    assert claim.event == "killing"


def test_what_shootings_followed_is_another_deed() -> None:
    first, second = claims(
        "Troops killed dozens of people in Axum on Monday. The shootings followed an attack on a base by militiamen."
    )
    assert (by(first), by(second)) == (["Troops"], ["militiamen"])


def test_the_dead_of_a_storming_did_not_die_of_the_blasts_before_it() -> None:
    found = claims("More than 320 hostages were killed when troops stormed the school after two explosions in Beslan.")
    assert [(c.event, dead(c)) for c in found] == [("armed_clash", [("killed", 321)]), ("explosion", [])]


def test_who_tells_of_his_clash_with_others_fought_in_it() -> None:
    (claim,) = claims("The M23 said that eight civilians were killed in fighting with a rival militia near Goma.")
    assert by(claim) == ["a rival militia", "The M23"]
    (claim,) = claims("The UN said that eight civilians were killed in fighting with the M23 near Goma.")
    assert by(claim) == ["the M23"]


def test_a_suspect_handed_over_is_not_free() -> None:
    assert claims("A soldier was killed in Tyre on Monday. The army handed over a suspect to the court.")[1:] == ()


AVOWED = [
    "A car bomb killed 40 people in Gao on Monday. The JNIM group claimed the attack.",
    "A car bomb killed 40 people in Gao on Monday. The JNIM group claimed responsibility for the attack.",
]


@pytest.mark.parametrize("text", AVOWED)
def test_that_they_did_it_is_their_word_alone(text: str) -> None:
    told, avowed = claims(text)
    assert (by(told), dead(told)) == ([], [("killed", 40)])
    assert (avowed.event, by(avowed), [s.text for s in avowed.sources]) == (
        "explosion",
        ["The JNIM group"],
        ["The JNIM group"],
    )


DENIED = [
    "The RSF said the army had shelled a mosque in El Obeid. The army denied using artillery in the area.",
    "Artillery shells struck a school in Ganja, killing 13. Armenia denied firing them.",
    "Parents said tanks had fired on the school in Beslan, which the prosecutor denied.",
    "A peacekeeper was killed when gunmen fired at a patrol in Tyre. Hezbollah denied involvement in the killing.",
]


@pytest.mark.parametrize("text", DENIED)
def test_a_denial_is_heard(text: str) -> None:
    assert [c.stance for c in claims(text)] == ["asserted", "denied"]


def test_the_toll_of_one_bombing_is_of_an_incident_on_its_own_day() -> None:
    first, second = claims(
        "The number of dead in Saturday's truck bombing in Mogadishu has risen to 276, officials said on Monday."
        " The truck blew up at a junction beside a fuel tanker."
    )
    assert (first.scope, dead(first)) == ("incident", [("killed", 276)])
    assert second.when is not None
    assert str(second.when.time.start) == "2023-06-10"


def test_two_verbs_share_the_day_behind_them() -> None:
    killed, held = claims(
        "The army said on Wednesday it had killed 20 rebels and arrested 51 others in an operation in Moura on Sunday."
    )
    assert [c.when and str(c.when.time.start) for c in (killed, held)] == ["2023-06-11"] * 2


def test_talks_with_a_president_are_not_where_he_rules() -> None:
    *_, freed = claims(
        "Gunmen seized a school in Beslan on Monday. Twenty-six women were let go after talks with the former"
        " president of Ingushetia."
    )
    assert [m.text for m in freed.where] == ["Beslan"]


def test_an_army_that_says_what_it_hit_is_that_of_the_aircraft() -> None:
    _, said = claims(
        "Israeli aircraft struck an ambulance in Gaza City on Friday, medics said. The army said it had hit a vehicle"
        " used by fighters. Shells fell on Sabra in Lebanon and on Tyre in Lebanon."
    )[:2]
    assert [p.actor and p.actor.name for p in said.attackers] == ["Military Forces of Israel"]
