"""Replies to an event told before: who owns it, denies it, is charged with it, and what is no reply."""

import pytest
from reading import claims

BOMB = "A car bomb killed nine people at a market in Baidoa on Monday. "
REPLIES = [
    ("Al-Shabaab claimed responsibility.", "asserted", ["Al-Shabaab"], ["Al-Shabaab"]),
    ("Officials blamed al-Shabaab.", "asserted", ["Officials"], ["al-Shabaab"]),
    ("Investigators suspect al-Shabaab.", "unconfirmed", ["Investigators"], ["al-Shabaab"]),
    ("Al-Shabaab denied involvement.", "denied", ["Al-Shabaab"], ["Al-Shabaab"]),
    ("A spokesman denied that the militants were involved.", "denied", ["A spokesman"], ["the militants"]),
    ("The militants said they had nothing to do with it.", "denied", ["The militants"], ["The militants"]),
    ("The army said it could be the work of al-Shabaab.", "unconfirmed", ["The army"], ["al-Shabaab"]),
    ("The attack bore the hallmarks of al-Shabaab, police said.", "unconfirmed", ["police"], ["al-Shabaab"]),
    ("The governor laid it at the door of al-Shabaab.", "asserted", ["The governor"], ["al-Shabaab"]),
]


@pytest.mark.parametrize(("reply", "stance", "sources", "attackers"), REPLIES)
def test_reply_is_a_claim_on_the_event_before(
    reply: str, stance: str, sources: list[str], attackers: list[str]
) -> None:
    bomb, said = claims(BOMB + reply)
    assert (said.event, said.stance) == (bomb.event, stance)
    assert [source.text for source in said.sources] == sources
    assert [party.text for party in said.attackers] == attackers
    assert "when" in said.inferred
    assert bool(said.harm) == (stance == "denied")


NONE = [
    "No group has claimed responsibility.",
    "The minister blamed the opposition for the rise in prices.",
    "The mayor accused the government of neglecting the town.",
    "Al-Shabaab may claim responsibility.",
]


@pytest.mark.parametrize("words", NONE)
def test_what_is_no_reply(words: str) -> None:
    assert len(claims(BOMB + words)) == 1


def test_reply_needs_an_event() -> None:
    assert claims("Al-Shabaab claimed responsibility.") == ()


def test_an_armed_party_denies_its_own_charge() -> None:
    union = "The union said the bomb was planted by soldiers. "
    *_, denied = claims(BOMB + union + "Al-Shabaab denied the charge.")
    assert (denied.stance, [p.text for p in denied.attackers]) == ("denied", ["Al-Shabaab"])


def test_who_lays_an_event_at_a_door_did_not_do_it() -> None:
    told = claims("Four villagers were shot dead in Cauca. The governor laid the killings at the door of militiamen.")
    assert [[p.text for p in claim.attackers] for claim in told] == [[], ["militiamen"]]


def test_who_denies_a_charge_and_accuses_another_does_both() -> None:
    told = claims(
        "Shells hit a market in Nyala on Sunday, killing 12 people. The Rapid Support Forces denied the charge and "
        "accused the army of bombing the market."
    )
    assert [(c.stance, [p.text for p in c.attackers]) for c in told[1:]] == [
        ("denied", ["The Rapid Support Forces"]),
        ("unconfirmed", ["the army"]),
    ]


DENIALS = [
    "An army spokesman denied.",
    "The army denied that its men were there.",
    "An army spokesman denied soldiers had used live rounds.",
]


@pytest.mark.parametrize("denial", DENIALS)
def test_short_denials_are_of_the_deed_laid_to_ones_own_side(denial: str) -> None:
    told = claims(
        "Soldiers shot dead four fishermen in Pesalai on Saturday, villagers said. Rebels killed a policeman with a "
        f"grenade in Mannar. {denial}"
    )
    denied = told[-1]
    assert (denied.stance, [h.low for h in denied.harm]) == ("denied", [4])


ORDERS = [
    "Karimov denied that his men had fired.",
    "Karimov denied he had given the order to shoot.",
    "The government denied that the guns were its own.",
]


@pytest.mark.parametrize("denial", ORDERS)
def test_who_denies_the_shot_or_the_order_denies_the_deed(denial: str) -> None:
    *_, denied = claims(f"Troops fired on demonstrators in Andijan on Friday, killing 24 people. {denial}")
    assert (denied.stance, [h.low for h in denied.harm]) == ("denied", [24])


def test_the_hurt_are_not_of_the_word_of_who_owns_it() -> None:
    *_, avowed, hurt = claims(
        "Gunmen stormed a guesthouse in Kabul, killing five people. The Taliban claimed responsibility. Nine people "
        "were injured."
    )
    assert ([s.text for s in avowed.sources], list(avowed.harm)) == (["The Taliban"], [])
    assert ([h.low for h in hurt.harm], list(hurt.sources)) == ([9], [])


def test_what_one_side_lays_to_the_other_is_not_the_others_word() -> None:
    *_, hurt = claims(
        "A blast at a prison in Olenivka killed 53 people on Friday, Moscow said. Kyiv said Russian forces had blown "
        "it up. Eight guards were hurt, Moscow said."
    )
    assert ([h.low for h in hurt.harm], list(hurt.attackers)) == ([8], [])


def test_what_is_denied_behind_a_semicolon_was_told_first() -> None:
    struck, denied = claims(
        "Turkish jets struck Ras al-Ain on Wednesday. Nine civilians were killed; the army denied it."
    )
    assert (struck.stance, [h.low for h in struck.harm], struck.sources) == ("asserted", [9], ())
    assert (denied.stance, [h.low for h in denied.harm]) == ("denied", [9])


def test_who_reports_no_losses_does_not_tell_of_the_others() -> None:
    *_, lost = claims("Clashes broke out in Ras al-Ain. The SDF lost three fighters; Turkey reported no losses.")
    assert ([h.low for h in lost.harm], lost.sources) == ([3], ())


def test_who_denies_another_report_denies_nothing_told_before() -> None:
    found = claims(
        "Contras took San Rafael on Monday. Army sources said one attacker was killed. The office denied reports that"
        " it had supplied the group with radios."
    )
    assert "denied" not in {c.stance for c in found}
