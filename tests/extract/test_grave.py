"""Faults that could harm somebody: a wrong perpetrator, a toll laid to the wrong event, a fact told as a plan."""

import pytest
from reading import claims

ATTACKERS = [
    (
        "Leftist rebels fired a mortar into a church in Bojaya where villagers had taken refuge, killing 108 people.",
        "shelling",
        [("Leftist rebels", "Rebels (Colombia)")],
    ),
    (
        "Philippine soldiers were killed by their own air force in Marawi on Monday.",
        "air_strike",
        [("their own air force", "Military Forces of Philippines")],
    ),
    (
        "The militants stormed Marawi on May 23 after the army failed to arrest a leader. They freed 100 inmates.",
        "escape",
        [("The militants", "Militants (Philippines)")],
    ),
    (
        "Al Shabaab said its fighters had killed seven soldiers in the raid in Mogadishu."
        " The Burundian army said one of its men was killed.",
        "armed_clash",
        [("its fighters", "Al-Shabaab")],
    ),
    ("Rebels shot down an army helicopter over Aleppo on Monday.", "attack", [("Rebels", "Rebels (Syria)")]),
]


@pytest.mark.parametrize(("text", "event", "parties"), ATTACKERS)
def test_nobody_else_is_charged(text: str, event: str, parties: list[tuple[str, str]]) -> None:
    found = [p for c in claims(text) if c.event == event for p in c.attackers]
    assert [(p.text, p.actor.name if p.actor else "") for p in found] == parties


STANCES = [
    ("Rebels killed 19 workers in Nduga, in what would be the deadliest attack there in years.", ["asserted"]),
    ("U.S. forces may have bombed a hospital in Kunduz, killing 19 people.", ["unconfirmed"]),
    ("Serb forces pressed their attack on the town of Zepa on Tuesday.", ["asserted"]),
    ("The Serbs will kill them as they killed the others near Bratunac.", ["asserted"]),
]


@pytest.mark.parametrize(("text", "stances"), STANCES)
def test_what_happened_is_no_plan(text: str, stances: list[str]) -> None:
    assert [claim.stance for claim in claims(text) if claim.stance != "planned"] == stances


def test_a_shell_kills_and_no_siege() -> None:
    found = claims("In Sarajevo, where the siege is in its fourth year, a shell killed a girl of 11.")
    assert [(c.event, [h.low for h in c.harm]) for c in found] == [("siege", []), ("shelling", [1])]


TOLLS = [
    ("The United Nations put the toll of Monday's strike on Hajjah at 11.", [11]),
    ("Militiamen grabbed six Sunnis in Hilla, doused them with petrol and burned them alive.", [6]),
    ("Soldiers shot dead five teenagers in Paniai.", [5]),
    ("Two officers were tried over the death of ten peacekeepers in Kigali in April.", [10]),
]


@pytest.mark.parametrize(("text", "killed"), TOLLS)
def test_no_toll_is_lost(text: str, killed: list[int]) -> None:
    assert [h.low for c in claims(text) for h in c.harm if h.kind == "killed"] == killed


def test_a_defused_bomb_went_off_nowhere() -> None:
    assert not claims("Police defused a car bomb in Bogota on Monday.")
    assert not claims("A car bomb that police defused in Bogota on Monday held 40 kg of explosives.")


def test_who_denies_that_his_own_men_died_did_not_kill_them() -> None:
    (claim,) = claims("Pakistan's foreign ministry denied claims that Pakistani officers had been killed in Kunar.")
    assert (claim.stance, claim.attackers) == ("denied", ())


def test_bodies_in_another_town_are_of_another_event() -> None:
    text = "A grenade was thrown at a bar in Guadalupe. In Acapulco, the bodies of two women were found in a car park."
    assert [claim.event for claim in claims(text)] == ["explosion", "killing"]


ACCUSED = [
    (
        "Malian soldiers have been accused by rights groups of executing civilians in Sevare.",
        "Malian soldiers",
        "rights groups",
    ),
    (
        "The Tigers accused the Karuna group, a faction that they say works with the army, of seizing two students.",
        "the Karuna group",
        "The Tigers",
    ),
]


@pytest.mark.parametrize(("text", "accused", "source"), ACCUSED)
def test_who_is_accused_and_who_accuses(text: str, accused: str, source: str) -> None:
    (claim,) = claims(text)
    assert claim.stance == "unconfirmed"
    assert [p.text for p in claim.attackers] == [accused]
    assert [s.text for s in claim.sources] == [source]


def test_an_army_answers_for_its_own_soldiers() -> None:
    text = (
        "The Chadian army killed 65 fighters in northern Mali on Friday."
        " Malian soldiers have been accused by rights groups of executing civilians in Sevare. The army denies it."
    )
    (party,) = claims(text)[-1].attackers
    assert party.actor is not None
    assert "Mali" in party.actor.name


def test_a_threat_harms_nobody() -> None:
    text = (
        "A statement said the group would kill its hostages in Kidal if its demands were not met;"
        " the group executed a diplomat in September."
    )
    assert [h.text for c in claims(text) for h in c.harm] == ["executed a diplomat"]


def test_police_there_are_of_the_place_told_last() -> None:
    text = (
        "Villagers near Srinagar in India fled to Delhi."
        " Four civilians were killed by Indian shelling in Kotli, police there said."
    )
    (source,) = claims(text)[-1].sources
    assert source.actor is not None
    assert source.actor.name == "Police Forces of Pakistan"


def test_the_city_is_not_where_somebody_spoke_of_it() -> None:
    text = (
        "Eleven soldiers died in Marawi, Lorenzana told a news conference in Manila."
        " The militants stormed the city on May 23."
    )
    assert [p.place.name for p in claims(text)[-1].where] == ["Marawi City"]


def test_a_year_before_soldiers_is_no_number_of_them() -> None:
    (claim,) = claims("In 2014 soldiers shot five teenagers dead in Paniai.")
    assert claim.when is not None
    assert claim.when.time.start is not None
    assert claim.when.time.start.year == 2014


def test_a_ministry_is_of_the_country_it_sits_in() -> None:
    text = (
        "A bomb killed six people in Kabul on Sunday."
        " Two soldiers died in an explosion near Sangin, the Ministry of Defence in London said."
    )
    (source,) = claims(text)[-1].sources
    assert source.actor is not None
    assert "United Kingdom" in source.actor.name


OWN = [
    ("Kyiv denied that its forces had shelled the prison at Olenivka.", "Military Forces of Ukraine"),
    ("Moscow denied that its planes had hit the hospital in Idlib.", "Military Forces of Russia"),
    ("Myanmar's government said its forces had killed 12 rebels in Rakhine.", "Military Forces of Myanmar (2021-)"),
]


@pytest.mark.parametrize(("text", "actor"), OWN)
def test_a_government_has_its_own_forces(text: str, actor: str) -> None:
    assert [p.actor.name for c in claims(text) for p in c.attackers if p.actor] == [actor]


def test_a_battle_has_not_the_dead_of_its_war() -> None:
    found = claims(
        "The assault on Hodeidah is the biggest battle of a conflict that has killed more than 10,000 people."
    )
    assert [(c.scope, [h.low for h in c.harm]) for c in found] == [("incident", []), ("campaign", [10001])]


def test_what_the_rebels_did_is_not_done_by_who_fights_them() -> None:
    found = claims(
        "Myanmar says its forces are fighting insurgents from the Arakan Rohingya Salvation Army, who attacked 30"
        " police posts in August, killing 12 officers."
    )
    assert [([a.text for a in c.attackers], [h.low for h in c.harm]) for c in found] == [
        (["its forces"], []),
        (["the Arakan Rohingya Salvation Army"], [12]),
    ]


BOTH = [
    ("The strike killed and injured 20 people in Homs.", [("killed", None), ("injured", None)]),
    ("The strike killed 12 and injured 20 people in Homs.", [("killed", 12), ("injured", 20)]),
    ("Twelve people were killed and 20 injured in Homs.", [("killed", 12), ("injured", 20)]),
    ("Dozens of militants were killed and wounded in the shelling of Homs.", [("killed", None), ("injured", None)]),
    ("Three men were shot and killed in Homs.", [("killed", 3)]),
]


@pytest.mark.parametrize(("text", "harm"), BOTH)
def test_one_number_for_dead_and_hurt_is_the_number_of_neither(text: str, harm: list[tuple[str, int | None]]) -> None:
    assert [(h.kind, h.low) for c in claims(text) for h in c.harm] == harm


def test_planes_of_a_coalition_are_its_own() -> None:
    (party,) = [
        p for c in claims("The warplanes of the Saudi-led coalition waged raids on Haradh.") for p in c.attackers
    ]
    assert party.actor is not None
    assert party.actor.name == "Saudi-led coalition in Yemen"


def test_units_that_inflict_losses_did_so_themselves() -> None:
    (claim,) = claims("Army units responded to the source of fire in Jobar, inflicting losses on the terrorists.")
    assert ([a.text for a in claim.attackers], claim.sources) == (["Army units"], ())


NOT_OF_IT = [
    ("Venezuela's opposition leader Leopoldo Lopez killed nine people in Caracas.", [""]),
    ("A former Sudanese minister shot two men in Khartoum.", [""]),
    ("Ukrainian separatists fired on marchers in Donetsk.", ["Rebels (Ukraine)"]),
    ("A British woman fighting with Kurdish forces has been killed in northern Syria, her commanders say.", []),
]


@pytest.mark.parametrize(("text", "actors"), NOT_OF_IT)
def test_who_is_against_a_state_is_no_arm_of_it(text: str, actors: list[str]) -> None:
    assert [p.actor.name if p.actor else "" for c in claims(text) for p in c.attackers] == actors


def test_the_first_to_die_did_die() -> None:
    assert [c.stance for c in claims("She is the first Briton to be killed by the rebels in Goma.")] == ["asserted"]


def test_those_who_withdraw_as_they_are_bombed_are_not_the_jets() -> None:
    found = claims("F-16s bombed rebel fighters near Rafah as they withdrew from the town.")
    assert next((c.event, [a.text for a in c.attackers]) for c in found) == ("air_strike", ["F-16s"])
    assert all([a.text for a in c.attackers] != ["F-16s"] for c in found[1:])


def test_massacres_of_which_somebody_is_accused_have_not_the_dead_of_one() -> None:
    found = claims(
        "Gunmen killed two aid workers near Bunkonde on Monday. Congolese officers were accused of massacres."
    )
    assert [[h.low for h in c.harm] for c in found] == [[2], []]


GROUPS = [
    ("Planes bombed a street in Homs. Among the 12 killed were a photographer and his driver.", [12, 1, 1]),
    ("A strike killed 12 people in Homs. Among the 12 dead were a photographer and his driver.", [12, 1, 1]),
    ("Strikes killed a woman and a stepson in the village of Sawana.", [1, 1]),
]


@pytest.mark.parametrize(("text", "killed"), GROUPS)
def test_those_singled_out_are_of_the_dead(text: str, killed: list[int]) -> None:
    assert [h.low for c in claims(text) for h in c.harm] == killed


def test_the_dead_of_an_attack_before_are_its_own() -> None:
    found = claims(
        "Israeli strikes killed a woman in Sawana on Wednesday, hours after a rocket attack on a base in Safed in"
        " northern Israel killed a soldier."
    )
    assert [(c.event, [h.who for h in c.harm]) for c in found] == [("air_strike", ["women"]), ("shelling", ["soldier"])]


def test_workers_of_a_gas_company_were_not_gassed() -> None:
    found = claims("Fighters attacked Mocimboa da Praia, killing eight workers of a gas contractor in an ambush.")
    assert {c.event for c in found} <= {"armed_clash", "killing", "attack"}


def test_a_killing_that_is_avenged_did_happen() -> None:
    (claim,) = claims("The group vowed to avenge the killing of its leader in Jenin.")
    assert claim.stance == "asserted"
