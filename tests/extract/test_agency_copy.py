"""Shapes of agencies' and state media's copy: what is called groundless, tolls that rose, lost commas, attempts."""

import pytest
from reading import claims, only

from aftermath.lang.gate import group_of
from aftermath.model import Claim


def harm(claim: Claim) -> list[tuple[str, int | None]]:
    """A claim's tolls, as kind and least number."""
    return [(h.kind, h.low) for h in claim.harm]


def test_who_gives_no_casualties_does_not_say_that_nobody_was_hurt() -> None:
    claim = only("The ministry said jets had bombed a depot in Bara. It gave no casualties.")
    assert claim.harm == ()
    claim = only("The ministry said jets had bombed a depot in Bara. It reported no casualties.")
    assert harm(claim) == [("killed", 0), ("injured", 0)]


CALLED_FALSE = [
    "The ministry said that what some channels aired about the use of gas in Lyman was groundless.",
    "What the rebels reported about a massacre in Sake is untrue, the ministry said.",
    "The news circulated by some sites about the shelling of Bara is a lie, the army said.",
]


@pytest.mark.parametrize("text", CALLED_FALSE)
def test_what_is_told_about_an_event_and_called_groundless_is_denied(text: str) -> None:
    (claim,) = claims(f"Fighting went on in the east. {text}")
    assert claim.stance == "denied"
    assert [s.text.lower().split()[-1] for s in claim.sources] in (["ministry"], ["army"])


def test_a_plan_that_is_rejected_is_no_account_of_an_attack() -> None:
    found = claims(
        "The army accused the militia of shelling Bria. The union gave the minister until May to accept its plan; his"
        " envoy rejected it."
    )
    assert [c.stance for c in found] == ["unconfirmed"]
    found = claims("The army said rebels shelled Goma. A rebel spokesman rejected it.")
    assert [c.stance for c in found] == ["asserted", "denied"]


def test_a_town_that_changes_hands_takes_nothing() -> None:
    _, claim = claims("Troops shelled the road. Bambari has changed hands four times since early March.")
    assert (claim.event, claim.scope, claim.attackers) == ("territory_taken", "campaign", ())


def test_they_are_the_group_of_the_main_clause_though_nobody_knows_it() -> None:
    found = claims(
        "Fighting went on. The government asked the UN for help. Naxals overran Lohardaga after they seized Ranchi."
    )
    assert {a.text for c in found for a in c.attackers} == {"Naxals"}


def test_a_second_statement_is_no_deed_of_those_spoken_of_in_the_first() -> None:
    (fire,) = claims(
        'The governor said troops had acted against "bandits" who had set fire to a school in Zamfara and that four'
        " soldiers had died."
    )[:1]
    assert ([a.text for a in fire.attackers], fire.harm) == (["bandits"], ())


def test_the_dead_of_a_clause_set_beside_a_capture_are_of_what_it_tells() -> None:
    taken, shelled = claims(
        "Soldiers seized the market from the rebels on Sunday; at least 11 civilians died when mortars struck a shop."
    )
    assert (taken.harm, harm(shelled)) == ((), [("killed", 11)])
    claim = only("Jets bombed the market in Bara on Sunday; at least 11 civilians died.")
    assert harm(claim) == [("killed", 11)]


RAISED = [
    ("Gunmen killed five people in Quetta overnight, raising the toll to 34 in four days.", [[("killed", 5)], 34]),
    ("Gunmen killed five people in Quetta overnight, raising the toll to 34.", [[("killed", 34), ("killed", 5)]]),
]


@pytest.mark.parametrize(("text", "tolls"), RAISED)
def test_a_toll_of_some_days_is_a_claim_of_its_own(text: str, tolls: list[object]) -> None:
    found = claims(text)
    assert len(found) == len(tolls)
    assert harm(found[0]) == tolls[0]
    if len(found) > 1:
        assert found[1].event == "killing"
        assert (found[1].scope, [h.low for h in found[1].harm], found[1].attackers) == ("campaign", [34], ())


WITHOUT_COMMAS = [
    "Twelve people were killed and more than 30 others wounded most of them children when a shell hit a market near the"
    " square in Bara on Tuesday a source said.",
    "Twelve people were killed and more than 30 others wounded most of them women and children when a shell hit Bara.",
]


@pytest.mark.parametrize("text", WITHOUT_COMMAS)
def test_a_share_whose_comma_is_lost_takes_no_number_away(text: str) -> None:
    assert harm(only(text)) == [("killed", 12), ("injured", 31)]


def test_an_assault_that_was_repelled_took_place() -> None:
    claim = only("Junta troops tried to storm Demoso but rebels repelled the attack and killed 16 of them.")
    assert (claim.event, claim.stance, harm(claim)) == ("armed_clash", "asserted", [("killed", 16)])
    assert claims("Fighting went on. Junta troops wanted to storm Demoso on Monday.") == ()


def test_a_missile_that_was_intercepted_was_fired() -> None:
    claim = only("Air defences intercepted a missile fired by the rebels towards Bara and there were no casualties.")
    assert (claim.event, claim.stance, harm(claim)[:1]) == ("shelling", "asserted", [("killed", 0)])
    assert [a.text for a in claim.attackers] == ["the rebels"]


def test_the_raids_are_those_of_the_warplanes_told_before() -> None:
    _, hit = claims(
        "Warplanes struck rebel positions in Bara on Tuesday, an official said. Residents said the raids had also hit a"
        " bus and killed five civilians."
    )
    assert (hit.event, hit.scope) == ("air_strike", "incident")
    _, hit = claims("Army jets bombed Bara on Tuesday. Residents said the bombing hit a bus and killed five civilians.")
    assert hit.event == "air_strike"


def test_a_building_by_its_name_can_be_looted() -> None:
    claim = only("Gunmen looted the National Hospital of Bria last week.")
    assert (claim.event, [t.text for t in claim.targets]) == ("destruction", ["the National Hospital of Bria"])


def test_residents_of_a_capital_tell_of_it() -> None:
    claim = only("Fighting went on. Residents of Khartoum said that tanks had shelled a hospital.")
    assert [p.text for p in claim.where] == ["Khartoum"]


def test_the_martyred_open_the_gate() -> None:
    assert group_of("martyred") == "!"


FAR_SHARES = [
    (
        "More than 300 people have been killed in a month of fighting in Kivu, according to the UN, 81 of them girls.",
        81,
    ),
    ("The ministry said 120 people died in the province since the end of May, 40 of them children.", 40),
    ("At least 45 people were killed in the raids on the two towns, according to medics, including 12 women.", 12),
]


@pytest.mark.parametrize(("text", "share"), FAR_SHARES)
def test_a_share_behind_the_rest_of_its_clause_is_of_the_toll(text: str, share: int) -> None:
    (claim,) = claims(text)
    whole, part = claim.harm
    assert (part.low, part.part_of) == (share, 0)
    assert whole.low is not None


def test_a_share_of_others_counted_in_between_is_of_those() -> None:
    (claim,) = claims(
        "Ten people died in the shelling of the two towns on Friday and 50 were hurt, nine of them women."
    )
    assert [(h.kind, h.low) for h in claim.harm][-1] == ("injured", 9)


def test_a_truce_that_breaks_down_is_broken() -> None:
    assert only("Fighting went on. In Juba a truce between the army and the rebels broke down on Monday.").event == (
        "violation"
    )
    (claim,) = claims("Fighting went on. A ceasefire signed in Juba in May collapsed within a week.")
    assert claim.event == "agreement"


def test_an_attack_that_a_side_repulsed_was_fought() -> None:
    claim = only("Government troops repulsed an attack on a camp near Baidoa on Monday.")
    assert (claim.event, [p.text for p in claim.where]) == ("armed_clash", ["near Baidoa"])


def test_whom_a_blast_killed_by_the_word_of_who_owns_up_to_it() -> None:
    _, owned = claims(
        "A bomb exploded in Mogadishu on Monday. Al-Shabaab claimed responsibility for the blast, saying it killed 15"
        " officers."
    )
    assert (owned.event, harm(owned), [a.text for a in owned.attackers]) == (
        "explosion",
        [("killed", 15)],
        ["Al-Shabaab"],
    )


def test_who_says_that_nobody_was_killed_tells_of_no_killing() -> None:
    claim = only("Fighting went on. The government said that no protester was killed in Mandalay.")
    assert (claim.event, claim.stance, claim.harm) == ("killing", "denied", ())
    claim = only("The army said no civilians were killed in the strike on Bara.")
    assert (claim.event, claim.stance, harm(claim)) == ("air_strike", "asserted", [("killed", 0)])


def test_a_march_that_is_fired_on_is_hit_and_no_protest_of_its_own() -> None:
    claim = only("Troops fired on a march of women in Goma on Monday, killing seven.")
    assert (claim.event, [t.text for t in claim.targets]) == ("killing", ["a march of women"])


CARRIED = [
    ("Fighting went on. Buses carrying 1,200 people left Bakhmut on Monday under the deal.", 1200, "Bakhmut"),
    ("Fighting went on. A convoy of 20 buses carried 800 people from Bakhmut to Dnipro on Sunday.", 800, "Bakhmut"),
]


@pytest.mark.parametrize(("text", "low", "where"), CARRIED)
def test_whom_buses_take_away_is_displaced(text: str, low: int, where: str) -> None:
    claim = only(text)
    assert (claim.event, harm(claim), claim.attackers) == ("displacement", [("displaced", low)], ())
    assert [p.text for p in claim.where] == [where]


def test_buses_that_carry_people_are_no_flight_where_nobody_leaves() -> None:
    assert claims("Fighting went on. A bus carrying 40 people was seen in Bakhmut.") == ()


def test_those_from_whom_the_gunfire_came_killed_and_were_not_hit() -> None:
    claim = only("Three soldiers were killed by gunfire from protesters in Mandalay, state television said.")
    assert [a.text for a in claim.attackers] == ["protesters"]
    assert [t.text for t in claim.targets] == ["Three soldiers"]


def test_what_is_bombed_with_rockets_from_the_ground_is_shelled() -> None:
    claim = only('"They bombed us with Grad rockets," said a farmer from Bakhmut.')
    assert claim.event == "shelling"
    claim = only("Army jets bombed the village with rockets on Monday.")
    assert claim.event == "air_strike"


def test_a_town_in_whose_support_people_march_is_not_where_they_do() -> None:
    claim = only("Police used tear gas against a march in support of Gaza in Cairo on Monday, wounding 11.")
    assert [p.text for p in claim.where] == ["Cairo"]


def test_whom_a_party_killed_on_the_day_is_told_beside_what_it_holds() -> None:
    held, killed = claims(
        "Fighting went on. The RSF has held much of Nyala since late October, when it killed 32 policemen."
    )
    assert (held.event, held.harm, harm(killed)) == ("territory_taken", (), [("killed", 32)])


def test_who_denies_taking_a_building_need_not_be_armed() -> None:
    claim = only("Fighting went on. The governor's office denied taking any building in Aden since the truce.")
    assert (claim.event, claim.stance) == ("territory_taken", "denied")


def test_corpses_are_people() -> None:
    (toll,) = only("Fighting went on. The Red Cross collected 14 corpses in Sake.").harm
    assert (toll.kind, toll.who, toll.low) == ("killed", "people", 14)


def test_an_uprising_that_breaks_out_is_news() -> None:
    claim = only("Fighting went on. The uprising broke out in Benghazi on February 15.")
    assert (claim.event, [p.text for p in claim.where]) == ("protest", ["Benghazi"])
