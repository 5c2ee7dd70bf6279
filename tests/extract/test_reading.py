"""Words of the tables in sentences: each event, stance, harm, party and speaker as plain prose tells it."""

import pytest
from reading import claims, only

EVENTS = [
    ("air_strike", "Warplanes bombed a market in El Fasher on Tuesday."),
    ("air_strike", "A drone struck a lorry near Bakhmut on Tuesday, killing two men."),
    ("air_strike", "Army helicopters dropped barrel bombs on the town of Loikaw on Monday."),
    ("shelling", "Rebels shelled the town of Goma on Monday."),
    ("shelling", "Mortar rounds landed on a school in Kherson on Wednesday."),
    ("shelling", "The village of Demoso came under artillery fire on Sunday."),
    ("shelling", "A missile hit a power station in Odesa on Wednesday."),
    ("explosion", "A roadside bomb killed three soldiers near Mogadishu on Tuesday."),
    ("explosion", "A landmine exploded under a bus in Kandahar on Monday, wounding six passengers."),
    ("suicide_bombing", "A suicide bomber blew himself up outside a mosque in Peshawar on Friday."),
    ("chemical_attack", "Chlorine gas was used in an attack on Saraqib on Monday, doctors said."),
    ("armed_clash", "Soldiers clashed with militants near Maiduguri on Tuesday."),
    ("armed_clash", "Gunmen ambushed an army convoy near Gao on Monday."),
    ("armed_clash", "Fighting between the army and the Rapid Support Forces erupted in Khartoum on Monday."),
    ("territory_taken", "Rebels captured the town of Bunagana on Monday."),
    ("territory_taken", "The army retook Lyman on Saturday."),
    ("territory_taken", "Ukrainian troops withdrew from Soledar on Wednesday."),
    ("killing", "Gunmen shot dead a judge in Cotabato on Tuesday."),
    ("killing", "Soldiers executed five prisoners in Bucha on Monday."),
    ("abduction", "Gunmen kidnapped 30 pupils from a school in Zamfara on Monday."),
    ("arrest", "Police arrested 12 protesters in Yangon on Tuesday."),
    ("siege", "Rebels have besieged the town of Djibo since February."),
    ("destruction", "Militiamen looted shops in El Geneina on Monday."),
    ("displacement", "More than 4,000 people fled the town of Kutum on Monday."),
    ("escape", "Some 200 prisoners escaped from a jail in Kara on Tuesday."),
    ("agreement", "The army and the rebels signed a ceasefire in Juba on Monday."),
    ("violation", "The rebels violated the truce three times on Monday, the army said."),
    ("protest", "Thousands of people protested in Khartoum on Monday against military rule."),
    ("air_strike", "A UAV attack killed two border guards near Tobruk on Monday."),
    ("air_strike", "Warplanes carried out three raids on the town of Dhamar on Monday."),
    ("attack", "Rebels shot down an F-16 near Gao on Monday."),
    ("air_strike", "Su-25 jets bombed a village near Afrin on Monday."),
    ("shelling", "A mortar bomb hit a church in Sake on Monday, killing a woman."),
    ("air_strike", "A guided bomb hit a block of flats in Kharkiv on Monday."),
    ("air_strike", "The army said its planes destroyed a convoy near Bara on Monday."),
    ("explosion", "A car bomb destroyed a police station in Kandahar on Monday."),
    ("destruction", "Soldiers destroyed two tanks of the rebels in Loikaw on Monday."),
    ("air_strike", "Jets strafed a column of refugees near Prizren on Tuesday."),
    ("air_strike", "A helicopter gunship attack on Thantlang on Monday killed a pastor."),
    ("shelling", "Rebels rained rockets on the town of Beni on Tuesday."),
    ("shelling", "Grad rockets smashed into a bakery in Ajdabiya on Sunday, killing two."),
    ("shelling", "The city of Taiz was hit by a barrage of mortar rounds on Monday."),
    ("shelling", "Tank shells crashed into a block of flats in Grozny on Tuesday."),
    ("explosion", "A bomb ripped through a bus in Davao on Friday, killing nine."),
    ("explosion", "A pipe bomb wounded a councillor in Derry on Monday."),
    ("explosion", "Guerrillas dynamited an oil pipeline in Arauca on Monday."),
    ("explosion", "A bomb planted under a car killed a prosecutor in Medellin on Monday."),
    ("explosion", "A grenade was thrown into a bar in Bujumbura on Monday, killing a waiter."),
    ("suicide_bombing", "An assailant detonated his explosive vest at a checkpoint in Kabul on Sunday."),
    ("armed_clash", "Militants exchanged fire with police in Cotabato on Tuesday."),
    ("armed_clash", "Guerrillas harassed an army garrison at Suchitoto on Monday."),
    ("armed_clash", "Soldiers repelled an attack by rebels on the town of Kidal on Monday."),
    ("armed_clash", "A commando raid on a rebel camp near Jolo on Monday killed four militants."),
    ("armed_clash", "Heavy fighting raged around the airport in Tripoli on Monday."),
    ("armed_clash", "Gun battles broke out between rival militias in Zawiya on Monday."),
    ("territory_taken", "Government forces drove the rebels out of Bentiu on Monday."),
    ("territory_taken", "The town of Mocimboa da Praia fell to insurgents on Monday."),
    ("territory_taken", "Rebels took control of the town of Walikale on Monday."),
    ("territory_taken", "The rebels lost most of the city of Aleppo to the army on Monday."),
    ("territory_taken", "Troops pulled out of the city of Kunduz on Monday."),
    ("territory_taken", "Taliban fighters hoisted their flag over Ghazni on Monday."),
    ("territory_taken", "Militants overran an army base in Borno state on Monday."),
    ("killing", "Gunmen gunned down a mayor in Tacloban on Monday."),
    ("killing", "Unknown men murdered a trade union leader in Barrancabermeja on Monday."),
    ("killing", "Security forces opened fire on demonstrators in Daraa on Friday, killing six."),
    ("killing", "Militiamen hacked to death four farmers near Bunia on Monday."),
    ("killing", "A journalist was assassinated in Mogadishu on Monday."),
    ("abduction", "Armed men took eight teachers hostage in Bamenda on Monday."),
    ("abduction", "Pirates seized six sailors off Bonny on Monday."),
    ("abduction", "Rebels carried off 15 girls from a village near Gulu on Monday."),
    ("arrest", "Security forces rounded up dozens of activists in Minsk on Monday."),
    ("arrest", "Three suspected militants were taken into custody in Mombasa on Monday."),
    ("arrest", "Soldiers detained the editor of a newspaper in Bamako on Monday."),
    ("siege", "Insurgents have blockaded the town of Djibo since February."),
    ("siege", "Troops surrounded the town of Baidoa on Monday."),
    ("siege", "The army has cut off the town of Madaya since July."),
    ("destruction", "Rebels set fire to 40 houses in the village of Kpalo on Monday."),
    ("destruction", "Guerrillas knocked down two power pylons near Ocana on Monday."),
    ("destruction", "Soldiers burned a clinic in the village of Mwalika on Monday."),
    ("displacement", "Hundreds of families were evacuated from Daraya on Monday."),
    ("escape", "The rebels freed 30 hostages near Jolo on Monday."),
    ("agreement", "The two sides agreed a truce in Homs on Monday."),
    ("agreement", "A ceasefire came into force in Tripoli on Monday."),
    ("agreement", "Fifty fighters laid down their arms in Marawi on Monday."),
    ("agreement", "The government signed a peace accord with the rebels in Addis Ababa on Monday."),
    ("violation", "Both sides broke the ceasefire in Donetsk on Monday, monitors said."),
    ("protest", "Demonstrators took to the streets of Caracas on Monday."),
    ("protest", "Riots erupted in Nairobi on Monday."),
    ("attack", "Militants attacked a hotel in Bamako on Friday, killing 20 people."),
    ("chemical_attack", "Helicopters dropped chlorine on Sarmin on Monday, medics said."),
    ("chemical_attack", "More than 80 people died in a nerve gas attack on Khan Sheikhoun on Tuesday."),
]


@pytest.mark.parametrize(("event", "text"), EVENTS)
def test_event(event: str, text: str) -> None:
    assert [claim.event for claim in claims(text)] == [event]


@pytest.mark.parametrize(
    "text",
    [
        "The minister was bombarded with questions about the budget in Nairobi on Monday.",
        "The army will shell Goma on Monday if the rebels stay, the general said.",
        "The rebels threatened to attack the town of Gao on Monday.",
        "If the army attacks Mekelle, thousands will flee.",
        "The president called for an end to the air strikes on Gaza.",
        "Two people were killed in a car accident near Goma on Monday.",
        "Has the army bombed Mekelle?",
        "Troops stormed a beach on Monday in an exercise near Odesa.",
        "Nobody knows who was behind the attack.",
        "The besieged city of Homs lies north of Damascus.",
    ],
)
def test_no_claim(text: str) -> None:
    assert claims(text) == ()


@pytest.mark.parametrize(
    ("stance", "text"),
    [
        ("asserted", "Rebels shelled Goma on Monday, the army said."),
        ("denied", "The army denied shelling Goma on Monday."),
        ("denied", "The army did not shell Goma on Monday, a spokesman said."),
        ("unconfirmed", "Rebels reportedly shelled Goma on Monday."),
        ("unconfirmed", "The army accused rebels of shelling Goma on Monday."),
        ("unconfirmed", "Rebels are believed to have shelled Goma on Monday."),
        ("asserted", "Residents blamed the army for the shelling of Goma on Monday."),
    ],
)
def test_stance(stance: str, text: str) -> None:
    assert only(text).stance == stance


@pytest.mark.parametrize(
    ("harm", "text"),
    [
        ([("killed", 10, None)], "At least 10 people were killed in an air strike on Gaza on Monday."),
        ([("killed", 3, 3), ("injured", 8, 8)], "Shelling of Kherson on Monday killed three people and injured eight."),
        (
            [("killed", 12, 12), ("killed", 5, 5)],
            "A raid on Jenin on Monday killed 12 people, including five children.",
        ),
        ([("injured", 24, None)], "Dozens were wounded when rockets hit Taiz on Monday."),
        ([("killed", None, 20)], "Up to 20 soldiers were killed when rebels ambushed a convoy near Gao on Monday."),
        ([("killed", 1, 1)], "A sniper shot dead a woman in Aleppo on Monday."),
        ([("abducted", 30, 30)], "Gunmen abducted 30 pupils in Zamfara on Monday."),
        ([("displaced", 5000, 5000)], "Shelling of Sirte displaced 5,000 people on Monday."),
        ([("displaced", 300, 300)], "Mortar fire forced 300 families to flee their homes near Taiz on Sunday."),
        (
            [("killed", 9, 9), ("injured", 45, 45)],
            "Nine villagers were killed and forty five injured by shells in Goma.",
        ),
        ([("killed", 17, 17), ("injured", 24, None)], "Bombs in Jolo on Monday killed 17 people and injured dozens."),
        ([("killed", 25, 25), ("injured", 60, 60)], "A blast in Kabul on Monday left 25 dead and 60 others wounded."),
        ([("killed", None, None), ("injured", None, None)], "Rebels killed or wounded 20 soldiers in a raid on Gao."),
        (
            [("killed", 0, 0), ("injured", 0, 0)],
            "Jets bombed a bridge in Wad Banda on Monday. No casualties were reported.",
        ),
        ([("injured", 0, 0)], "A rocket hit the town of Sderot on Monday but nobody was hurt."),
        ([("killed", 70000, 70000)], "The civil war that began in 1980 has claimed 70,000 lives in Peru."),
        (
            [("killed", 12, 12)],
            "Twelve killed in Kidal blast\n\nA mine blast killed twelve people near Kidal on Monday.",
        ),
    ],
)
def test_harm(harm: list[tuple[str, int | None, int | None]], text: str) -> None:
    assert [(h.kind, h.low, h.high) for claim in claims(text) for h in claim.harm] == harm


@pytest.mark.parametrize(
    ("sources", "text"),
    [
        ([], "Rebels shelled Goma on Monday."),
        (["residents"], "Rebels shelled Goma on Monday, residents said."),
        (["Residents"], "Residents said that rebels had shelled Goma on Monday."),
        (["medics"], "Rebels shelled Goma on Monday, according to medics."),
        (
            ["the Syrian Observatory for Human Rights"],
            "Jets bombed Idlib on Monday, said the Syrian Observatory for Human Rights.",
        ),
        (["rescuers", "residents"], "Jets bombed Idlib on Monday, rescuers and residents said."),
        (["Jan Kowalski"], "The spokesman, Jan Kowalski, said that rebels had shelled Goma on Monday."),
    ],
)
def test_sources(sources: list[str], text: str) -> None:
    assert [source.text for source in only(text).sources] == sources


@pytest.mark.parametrize(
    ("attackers", "targets", "text"),
    [
        (["Russian planes"], ["a hospital"], "Russian planes bombed a hospital in Aleppo on Monday."),
        (
            ["Israeli"],
            ["a refugee camp"],
            "Israeli air strikes on a refugee camp in Gaza killed five people on Monday.",
        ),
        (["the army"], ["a market"], "A market in Nyala was shelled by the army on Monday."),
        (
            ["The army", "Russian warplanes"],
            ["the town"],
            "The army, backed by Russian warplanes, attacked the town of Saraqib with rockets on Monday.",
        ),
    ],
)
def test_parties(attackers: list[str], targets: list[str], text: str) -> None:
    claim = only(text)
    assert [party.text for party in claim.attackers] == attackers
    assert any(target.text.lower().startswith(t) for t in targets for target in claim.targets)


@pytest.mark.parametrize(
    ("scope", "text"),
    [
        ("campaign", "The army has shelled the town of Goma repeatedly since March."),
        ("campaign", "Fighting between the army and rebels has killed more than 3,000 people in Kachin since June."),
        ("campaign", "A wave of bombings in Baghdad this year killed 400 people."),
        ("incident", "Rebels shelled the town of Goma on Monday."),
        ("incident", "The army captured the town of Lyman on Saturday after weeks of fighting."),
    ],
)
def test_scope(scope: str, text: str) -> None:
    assert {claim.scope for claim in claims(text)[:1]} == {scope}
    assert claims(text)[0].why["scope"]


def test_two_sides_of_one_event_are_two_claims() -> None:
    text = "Residents said jets bombed a school in Sumy on Monday. The army said jets bombed a base in Sumy on Monday."
    assert [[s.text for s in claim.sources] for claim in claims(text)] == [["Residents"], ["The army"]]


def test_one_event_told_twice_is_one_claim() -> None:
    text = "Rebels shelled Goma on Monday, killing four people. The shelling of Goma on Monday lasted an hour."
    assert len(only(text).quotes) == 2


def test_what_is_carried_is_said() -> None:
    first, second = claims("Jets bombed Sumy on Monday, killing two men. Rebels ambushed a convoy, residents said.")
    assert not first.inferred
    assert {"when", "where"} <= set(second.inferred)


def test_every_claim_says_why() -> None:
    assert {"event", "stance", "sources"} <= set(only("Rebels shelled Goma on Monday, residents said.").why)


def test_a_denied_conduct_is_of_no_one_event() -> None:
    text = "Rebels shelled Beni on Monday, killing two. A spokesman denied that the rebels were targeting civilians."
    _, denial = claims(text)
    assert (denial.stance, denial.scope, denial.harm) == ("denied", "campaign", ())


def test_a_denial_is_not_of_what_is_laid_to_another_state() -> None:
    text = "Ukrainian shells hit a market in Donetsk on Monday, killing two. Russian troops denied attacking the town."
    _, denial = claims(text)
    assert (denial.stance, denial.harm) == ("denied", ())


def test_no_number_of_dead_is_no_zero() -> None:
    assert not [
        h
        for c in claims("The army shelled Bara on Monday. It gave no number of gunmen killed.")
        for h in c.harm
        if h.low == 0
    ]


def test_an_age_is_no_toll() -> None:
    (claim,) = claims("Shelling in Taiz on Monday killed a boy of 14.")
    assert [(h.low, h.high) for h in claim.harm] == [(1, 1)]


def test_a_headline_is_not_spelt_out_by_what_goes_on_at_large() -> None:
    text = (
        "Blast kills eight in Quetta\n\nA bomb exploded in Quetta on Monday, killing eight people, police said. Nobody"
        " claimed it, but suspicion fell on the Baloch Liberation Army, who have stepped up attacks in Balochistan."
    )
    assert not claims(text)[0].attackers


def test_no_evidence_of_an_event_denies_it() -> None:
    assert only("The air force said it had no evidence of civilian deaths in Biu.").stance == "denied"


def test_to_take_part_takes_no_territory() -> None:
    text = "The commander said his men had not taken part in the fighting in Pont-Sonde."
    assert "territory_taken" not in {claim.event for claim in claims(text)}


def test_who_tells_a_toll_is_no_part_of_it() -> None:
    (claim,) = claims("An air strike on a camp in Dedebit killed 56 people, among them children, two aid workers said.")
    assert [(h.who, h.low, h.part_of) for h in claim.harm] == [("people", 56, None)]


def test_a_truce_broken_by_shelling_is_shelling() -> None:
    (claim,) = claims("The rebels violated the ceasefire on Monday, firing mortar shells at army posts near Loikaw.")
    assert claim.event == "shelling"


def test_what_is_called_an_event_is_no_plan() -> None:
    text = "The mission condemned what it called the abduction of Siham Sergiwa, a lawmaker, in Benghazi."
    assert only(text).event == "abduction"


def test_arms_captured_or_lost_are_no_territory() -> None:
    told = claims("The army said it had captured a van near Tripoli. The government denied losing any aircraft.")
    assert "territory_taken" not in {claim.event for claim in told}


def test_what_people_fight_for_is_no_fight() -> None:
    assert not claims("Kurdish rebels in Turkey are fighting for a separate state.")


def test_a_denial_of_one_thing_has_no_toll_of_another() -> None:
    text = "Rockets hit Zagreb on Tuesday, killing six people. An official denied that refugees had been shelled."
    denial = claims(text)[-1]
    assert (denial.stance, denial.harm) == ("denied", ())


def test_a_part_of_a_land_is_no_province_abroad() -> None:
    told = claims("Rebels shelled the enclave of Western Slavonia in Croatia on Monday.")
    assert all(place.place.country in {"HR", ""} for claim in told for place in claim.where)


def test_another_figure_is_of_the_same_event() -> None:
    told = claims("A bomb exploded in a market in Baghdad, killing at least 200 people. Police put the number at 233.")
    assert [(c.event, [h.low for h in c.harm]) for c in told] == [("explosion", [200]), ("explosion", [233])]


def test_a_figure_is_of_what_was_counted() -> None:
    told = claims("Some 20,000 people have fled Sake since Monday. The UN puts the figure at 25,000.")
    assert [(h.kind, h.low) for c in told for h in c.harm] == [("displaced", 20000), ("displaced", 25000)]


def test_who_is_lined_up_and_shot_is_dead() -> None:
    (claim,) = claims("Gunmen lined up 25 men and shot them in the town of Tete on Monday.")
    assert [(h.kind, h.low, h.high) for h in claim.harm] == [("killed", 25, 25)]


def test_a_day_makes_no_other_verb() -> None:
    (claim,) = claims("The Syrian army took the Baba Amr district of Homs on 1 March.")
    assert claim.event == "territory_taken"


def test_men_with_rifles_and_grenades_shell_nobody() -> None:
    (claim,) = claims("Youths with machine guns and rocket-propelled grenades attacked a village near Akobo on Monday.")
    assert claim.event == "attack"


def test_shells_say_nothing() -> None:
    (claim,) = claims("Tank shells slammed into a school in Jabalia, killing at least 19 people, doctors said.")
    assert [h.low for h in claim.harm] == [19]
    assert [s.text for s in claim.sources] == ["doctors"]


def test_tear_gas_kills_nobody() -> None:
    (claim,) = claims("Police fired tear gas at a crowd of demonstrators in Omdurman on Monday.")
    assert claim.event == "protest"


def test_who_enters_a_village_to_kill_takes_nothing() -> None:
    (claim,) = claims("Gunmen killed 16 people on Sunday when they entered the village of Sokoura.")
    assert claim.event == "killing"


def test_a_town_cut_off_is_no_person() -> None:
    assert not [h for c in claims("Kuito has been cut off by the rebels since January.") for h in c.harm]


def test_a_crew_is_more_than_one() -> None:
    (claim,) = claims("Rebels destroyed a tank near Hama on Monday and killed its crew.")
    assert [(h.kind, h.low, h.high) for h in claim.harm] == [("killed", None, None)]


def test_a_pointer_to_a_piece_elsewhere_tells_nothing() -> None:
    teaser = "Hopes of a deal remain despite tensions stoked by air strikes, says Ann Lee."
    told = f"The army shelled Homs on Monday.\n\n{teaser}"
    assert [c.event for c in claims(told)] == ["shelling"]


def test_what_somebody_feels_about_an_event_is_none() -> None:
    assert not claims("The volunteer said he was angered by bombings in Europe and wanted to fight.")
