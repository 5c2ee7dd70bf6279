"""What the other side says: denials beside counts of their own, who is said to have done it, condemnations."""

import pytest
from reading import claims, only

from aftermath.model import Claim


def sources(claim: Claim) -> list[str]:
    return [s.text for s in claim.sources]


def attackers(claim: Claim) -> list[str]:
    return [a.text for a in claim.attackers]


DENYING = [
    "The militia denied responsibility, saying that four residents died in crossfire.",
    "The militia denied the accusation, saying that four residents died in crossfire.",
    "The militia denied any involvement, adding that four residents were killed in fighting.",
]


@pytest.mark.parametrize("text", DENYING)
def test_who_denies_his_part_and_gives_a_toll_of_his_own_still_denies(text: str) -> None:
    killing, *answers = claims(f"Gunmen killed 40 residents of two villages near Zalingei. {text}")
    assert (killing.stance, [h.low for h in killing.harm]) == ("asserted", [40])
    assert [(c.stance, sources(c)) for c in answers] == [("denied", ["The militia"]), ("asserted", ["The militia"])]


def test_who_only_corrects_a_figure_says_it_once() -> None:
    _, answer = claims("Gunmen killed 40 people, the mayor said. The minister called the figure wrong; nine had died.")
    assert answer.stance in {"asserted", "denied"}


def test_saying_belongs_to_who_denied_and_not_to_those_he_denied_it_of() -> None:
    found = claims("The army denied reports that its troops had burned down the village of Tha Dun, saying rebels had.")
    assert [(c.stance, sources(c), attackers(c)) for c in found] == [("denied", ["The army"], ["its troops"])]
    denied, told = claims("The junta rejected claims that jets had bombed a clinic, saying rebels had shelled it.")
    assert (denied.stance, sources(denied), attackers(denied)) == ("denied", ["The junta"], ["jets"])
    assert (told.stance, sources(told), attackers(told)) == ("asserted", ["The junta"], ["rebels"])


def test_another_says_who_killed_those_told_of_before() -> None:
    found = claims("Gunmen killed 30 villagers in Bria, the UN said. The rebels said the army had killed them.")
    assert [(attackers(c), sources(c)) for c in found[:1]] == [(["Gunmen"], ["the UN"])]
    assert [(attackers(c), sources(c)) for c in found[1:]] == [(["the army"], ["The rebels"])]


def test_captives_whom_a_group_says_it_killed_were_killed() -> None:
    taken, killed = claims(
        "Two soldiers were taken hostage in Arauca on Monday. The ELN later said it had killed them."
    )
    assert (taken.event, killed.event) == ("abduction", "killing")
    assert (attackers(killed), sources(killed)) == (["The ELN"], ["The ELN"])


OWNING = [
    ("Islamic State said it was behind the attack.", "Islamic State"),
    ("Islamic State said its fighters carried out the attack.", "its fighters"),
]


@pytest.mark.parametrize(("text", "doer"), OWNING)
def test_who_says_that_he_did_it_is_heard_beside_the_account(text: str, doer: str) -> None:
    told, owned = claims(f"Gunmen shot a policeman dead in Grozny on Monday. {text}")
    assert (attackers(told), sources(told)) == (["Gunmen"], [])
    assert (attackers(owned), sources(owned)) == ([doer], ["Islamic State"])


def test_who_condemns_what_was_told_vouches_for_nothing() -> None:
    claim = only("Gunmen shot dead a judge in Kabul on Monday. The embassy condemned the killing of the judge.")
    assert sources(claim) == []
    told, other = claims(
        "Jets bombed a school in Sanaa on Monday, killing 12. The UN condemned the killing of nine aid workers in Taiz."
    )
    assert [p.text for p in told.where] == ["Sanaa"]
    assert ([p.text for p in other.where], sources(other)) == (["Taiz"], ["The UN"])


JUDGING = [
    '"These unlawful executions represent a new low," said an envoy.',
    "The executions mark a further step towards civil war, a diplomat said.",
    "The government of Norway condemned the nation's first executions in decades.",
]


@pytest.mark.parametrize("text", JUDGING)
def test_what_is_said_to_follow_from_an_event_tells_no_other(text: str) -> None:
    claim = only(f"The junta executed four activists on Monday, state media said. {text}")
    assert [h.low for h in claim.harm] == [4]


def test_both_are_two_and_a_third_is_one_of_the_people() -> None:
    claim = only("Rebels shot down a helicopter over Marib on Tuesday, killing both pilots.")
    assert [(h.who, h.low, h.high) for h in claim.harm] == [("pilots", 2, 2)]
    claim = only("A bomb hit a car in Herat on Tuesday. Both of them were killed.")
    assert [(h.low, h.high) for h in claim.harm] == [(2, 2)]
    claim = only("Two policemen were shot dead and a third was wounded in Quetta on Monday.")
    assert [(h.kind, h.who, h.low) for h in claim.harm] == [("killed", "police", 2), ("injured", "people", 1)]


def test_the_toll_of_those_who_fired_back_is_not_of_who_attacked_them() -> None:
    ambush, killing = claims("Soldiers were ambushed near Mora on Monday and fired at a bus, killing three passengers.")
    assert (ambush.harm, attackers(killing)) == ((), ["Soldiers"])
    assert [(h.who, h.low) for h in killing.harm] == [("passengers", 3)]
    claim = only("Protesters were attacked and beaten by police in Minsk on Monday, leaving two dead.")
    assert attackers(claim) == ["police"]


def test_a_body_is_of_one_and_who_may_leave_home_is_no_refugee() -> None:
    _, killing = claims("Gunmen kidnapped a trader in Kano on Monday. His body was found in a well the next morning.")
    assert [(h.kind, h.low, h.high) for h in killing.harm] == [("killed", 1, 1)]
    claim = only("Snipers in Homs were firing at anyone who left home.")
    assert (claim.event, claim.harm) == ("killing", ())


def test_barrels_of_oil_are_no_bombs() -> None:
    claim = only("Guerrillas blew up an oil pipeline on Monday, spilling 20,000 barrels into the river near Arauca.")
    assert (claim.event, claim.weapons) == ("explosion", ())
    claim = only("Helicopters dropped barrels on Daraya on Monday, killing nine.")
    assert (claim.event, [w.text for w in claim.weapons]) == ("air_strike", ["barrels"])


def test_who_resumes_shelling_shells() -> None:
    claim = only("The army has resumed shelling of Homs, activists said on Monday.")
    assert attackers(claim) == ["The army"]
    assert [c.event for c in claims("Shells fell on Homs hours after a deadline for a ceasefire passed.")] == [
        "shelling"
    ]


def test_a_campaign_of_bombs_that_were_planted_falls_from_no_aircraft() -> None:
    bomb, campaign = claims(
        "A bomb exploded in a pub in Caterham on 27 August 1990. The attack marked the start of a renewed bombing"
        " campaign in England."
    )
    assert (bomb.event, campaign.event, campaign.scope) == ("explosion", "explosion", "campaign")
    claim = only("Before the truce the gang had carried out bomb and gun attacks in Derry for years.")
    assert claim.event == "explosion"
