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
    assert (claim.event, by(claim)) == ("armed_clash", ["jihadists"])


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


def test_the_hurt_on_a_bus_are_not_of_the_guard_who_shot_back() -> None:
    fired, answered = claims(
        "Gunmen fired at a bus near Ofra on Monday and a guard shot one of them dead. Four passengers were hurt."
    )
    assert (by(fired), dead(fired)) == (["Gunmen"], [("injured", 4)])
    assert (by(answered), dead(answered)) == (["a guard"], [("killed", 1)])


def test_bodies_dumped_in_a_ditch_died_of_no_shell() -> None:
    shelling, found = claims("Troops shelled Homs on Monday, and 64 bodies were found dumped in a ditch.")
    assert (shelling.event, dead(shelling), found.event, dead(found)) == ("shelling", [], "killing", [("killed", 64)])


def test_orders_not_to_shoot_deny_nothing() -> None:
    assert claims("A spokesman said the artillery near Luhansk had orders not to shoot at towns.") == ()


def test_a_breakdown_is_of_those_told_last() -> None:
    (claim,) = claims("An air strike killed 29 people and wounded 48, among them 30 children, in Dahyan on Thursday.")
    assert [(h.kind, h.low, h.part_of is not None) for h in claim.harm] == [
        ("killed", 29, False),
        ("injured", 48, False),
        ("injured", 30, True),
    ]


def test_a_stretch_before_a_number_does_not_count_it() -> None:
    (claim,) = claims("Over the past day five servicemen were killed and 14 wounded in fighting in Luhansk.")
    assert dead(claim) == [("killed", 5), ("injured", 14)]


def test_pilots_bomb_from_the_air_and_refugees_fight_no_battle() -> None:
    (bombed,) = claims("NATO said its pilots had mistakenly bombed a civilian vehicle near Djakovica on Wednesday.")
    (column,) = claims("Officials say 75 refugees were killed in an attack on a column near Djakovica on Wednesday.")
    assert (bombed.event, column.event) == ("air_strike", "attack")


def test_who_goes_on_to_announce_a_truce_did_not_tell_of_the_bomb() -> None:
    bomb, *_ = claims("A roadside bomb hit a bus in Zabul, killing 11, and the Taliban announced a three-day truce.")
    assert bomb.sources == ()


def test_who_is_blamed_and_denies_it_is_blamed_all_the_same() -> None:
    found = claims("A bomb killed 12 people in Kabul. The president blamed the Taliban, who denied it.")
    assert [(c.stance, [s.text for s in c.sources]) for c in found] == [
        ("asserted", []),
        ("asserted", ["The president"]),
        ("denied", ["the Taliban"]),
    ]


def test_each_of_two_deeds_has_its_own_victims() -> None:
    found = claims("Three men were shot dead by police in Srinagar and 96 officers were hurt as crowds threw stones.")
    assert [(by(c), dead(c)) for c in found] == [
        (["police"], [("killed", 3)]),
        (["crowds"], [("injured", 96)]),
    ]


def test_protesters_die_in_no_gun_battle() -> None:
    *_, last = claims(
        "Police shot dead three protesters in Srinagar on Monday. Two rebels died in a gun battle with troops in"
        " Kokernag. The number of protesters killed has climbed to 15."
    )
    assert (last.event, dead(last)) == ("killing", [("killed", 15)])


def test_an_attempt_to_kill_killed_nobody() -> None:
    (claim,) = claims("The IRA set off a bomb at a hotel in Brighton in an attempt to kill Margaret Thatcher.")
    assert (by(claim), dead(claim), [m.text for m in claim.where]) == (["The IRA"], [], ["Brighton"])


def test_other_places_are_no_victims() -> None:
    (claim,) = claims("Gunmen killed 14 people in Djibo and at least two other places on Monday.")
    assert dead(claim) == [("killed", 14)]


def test_an_army_without_word_of_an_attack_did_not_make_it() -> None:
    (claim,) = claims(
        "Four villagers died when their cart ran over a mine in Djibo. The army had no word of the attack."
    )
    assert by(claim) == []


def test_passengers_blow_up_no_station() -> None:
    (claim,) = claims("A suicide bomber blew himself up in Nahariya as passengers left a train, killing three.")
    assert by(claim) == ["A suicide bomber"]


def test_troops_are_of_the_country_they_are_from() -> None:
    (claim,) = claims("Troops from Eritrea shot dead three people in Adwa in Ethiopia on Monday.")
    assert [p.actor and p.actor.name for p in claim.attackers] == ["Military Forces of Eritrea"]


def test_a_nun_taken_with_soldiers_is_no_fighter() -> None:
    found = claims("Rebels took captive two soldiers and a nun near Mukalla.")
    assert [toll for c in found for toll in dead(c)] == [("arrested", 2), ("abducted", 1)]


LEADS = [
    "Troops killed 34 civilians in Eastern Ghouta on Sunday. An air strike on Hamouria on Monday killed ten people.",
    "Soldiers killed dozens of villagers in Rakhine state on Monday. In Maungdaw, a mosque was burned by a mob.",
]


@pytest.mark.parametrize("text", LEADS)
def test_a_region_is_not_the_town_of_another_event(text: str) -> None:
    assert next(m.text for m in claims(text)[0].where) in {"Eastern Ghouta", "Rakhine state"}


def test_a_charity_is_no_town() -> None:
    (claim,) = claims("Two staff of Save the Children were killed by a shell on Monday.")
    assert claim.where == ()


def test_that_no_food_has_entered_is_heard() -> None:
    (claim,) = claims("No food has entered Taiz since May, when rebels closed the road.")
    assert (claim.event, claim.stance) == ("siege", "asserted")


def test_what_the_dead_had_done_is_not_what_killed_them() -> None:
    killed, *_ = claims("Soldiers killed seven attackers in Peshawar, some of whom had blown themselves up.")
    assert (killed.event, by(killed), dead(killed)) == ("armed_clash", ["Soldiers"], [("killed", 7)])


def test_jets_sent_after_raiders_are_not_theirs() -> None:
    first, second = claims(
        "Rebels killed 24 soldiers in raids on posts in Cukurca, and 49 rebels died when the army sent jets after them."
    )
    assert (first.event, by(first), dead(first)) == ("armed_clash", ["Rebels"], [("killed", 24)])
    assert dead(second) == [("killed", 49)]


def test_who_ends_a_siege_killed_none_of_its_dead() -> None:
    ended, siege = claims("Commandos killed three gunmen in Mumbai, ending a siege in which 172 people died.")
    assert (by(ended), dead(ended)) == (["Commandos"], [("killed", 3)])
    assert (by(siege), dead(siege)) == ([], [("killed", 172)])


def test_who_shot_a_gunman_killed_none_of_his_victims() -> None:
    claim = claims("A gunman killed 38 people on a beach at Sousse on Friday and was then shot dead by police.")[0]
    assert (by(claim), dead(claim)) == (["A gunman"], [("killed", 38)])


def test_missing_and_presumed_dead_are_missing() -> None:
    (claim,) = claims("A boat blew up in Aden, killing seven sailors; ten more are missing and presumed dead.")
    assert dead(claim) == [("killed", 7), ("missing", 10)]


def test_no_air_strike_beside_what_did_it_is_no_air_strike() -> None:
    (claim,) = claims("Israel said an Islamic Jihad rocket and no air strike had killed five children in Jabalia.")
    assert (claim.event, claim.stance, by(claim)) == ("shelling", "asserted", ["Islamic Jihad"])


def test_a_works_is_not_what_it_makes() -> None:
    (claim,) = claims("Two men were beheaded by gunmen at a gas factory near Tabqa on Friday.")
    assert claim.event == "killing"


def test_having_nothing_to_do_with_it_is_a_denial() -> None:
    *_, last = claims("A bomb killed 28 people in Omagh. The IRA denied that it had anything to do with the blast.")
    assert last.stance == "denied"


def test_what_a_deal_stops_did_happen() -> None:
    found = claims("Rebels signed a deal to stop the fighting in Goma, in which 1,221 soldiers died.")
    assert [dead(c) for c in found if c.event == "armed_clash"] == [[("killed", 1221)]]


def test_a_role_is_denied_in_what_happened_at_the_place_named() -> None:
    *_, last = claims(
        "Gunmen attacked an office in Jalalabad on Tuesday, killing 15 people. A mine hit a bus in Farah and 11"
        " passengers died. The Taliban denied any role in Jalalabad."
    )
    assert (last.stance, dead(last), [m.text for m in last.where]) == ("denied", [("killed", 15)], ["Jalalabad"])


def test_that_they_had_done_it_is_heard() -> None:
    *_, last = claims("Gunmen shot dead 39 shoppers in Nairobi on Saturday. Al Shabaab said it had done it.")
    assert (by(last), [s.text for s in last.sources]) == (["Al Shabaab"], ["Al Shabaab"])


def test_those_among_the_dead_are_of_the_dead_told_last() -> None:
    found = claims(
        "An air strike killed 44 people in Rafah on Saturday. Rockets were fired at Sderot. Two commanders were among"
        " the dead."
    )
    assert [dead(c) for c in found] == [[("killed", 44), ("killed", 2)], []]


def test_two_subjects_around_an_aside_are_both_dead() -> None:
    (claim,) = claims("Two soldiers and, by their count, more than 100 rebels were killed in fighting in Goma.")
    assert dead(claim) == [("killed", 2), ("killed", 101)]


def test_gunmen_caught_fleeing_took_and_left_nothing() -> None:
    found = claims("Four gunmen were killed while fleeing towards Ukraine on Friday, Vladimir Putin said.")
    assert not {c.event for c in found} & {"territory_taken", "displacement"}


def test_each_side_blames_the_other_and_tells_of_no_shells() -> None:
    claim = claims("Eleven people died in Homs when mortar bombs fell on a convoy; each side blamed the other.")[0]
    assert (claim.event, claim.sources) == ("shelling", ())


def test_a_state_that_executes_does_so_in_no_town_of_the_next_event() -> None:
    found = claims("Saudi Arabia executed 47 men on Saturday. In Tehran a crowd set the Saudi embassy on fire.")
    assert "Tehran" not in [m.text for m in found[0].where]


def test_protesters_who_throw_things_at_police_shot_no_man() -> None:
    shot = claims("In Awamiya a man was shot dead as protesters threw petrol bombs at police on Monday.")[0]
    assert (by(shot), dead(shot)) == ([], [("killed", 1)])


def test_a_stampede_of_rumour_is_no_suicide_bombing() -> None:
    text = "Up to 965 people died in a stampede in Baghdad after somebody shouted that there was a suicide bomber."
    assert claims(text) == ()


def test_a_mine_that_people_work_in_is_no_weapon() -> None:
    (claim,) = claims("Police shot dead 34 miners at a platinum mine at Marikana on Thursday.")
    assert claim.weapons == ()


def test_some_of_the_wounded_told_before_are_no_further_wounded() -> None:
    found = claims(
        "A mortar bomb killed 68 people in Sarajevo and wounded 200. Shells killed ten people in Dobrinja on Friday. A"
        " hundred and forty of the wounded are to be flown out."
    )
    assert [dead(c) for c in found] == [[("killed", 68), ("injured", 200)], [("killed", 10)]]


def test_fighters_are_not_said_to_have_hurt_their_like() -> None:
    *_, last = claims(
        "Fighters attacked a base near Khasham on Wednesday. Moscow said that 25 militiamen had been injured."
    )
    assert by(last) == []


def test_reporters_who_deny_it_did_not_do_it() -> None:
    found = claims("The army said a tank had come under fire from a hotel in Baghdad, which reporters there denied.")
    assert [by(c) for c in found if c.stance == "denied"] == [[]]


def test_a_people_is_not_one_man() -> None:
    (claim,) = claims("Soldiers killed Rohingya in Maungdaw on Monday.")
    assert dead(claim) == [("killed", None)]


def test_a_man_who_had_lost_both_legs_was_not_maimed_now() -> None:
    found = claims("A Palestinian who had lost both legs was shot dead by soldiers near Gaza City on Friday.")
    assert [dead(c) for c in found] == [[("killed", 1)]]


def test_who_counts_the_dead_is_not_one_of_them() -> None:
    battle, toll = claims("A battle raged in Kunduz on Monday; a doctor counted 49 dead.")
    assert (dead(battle), battle.sources) == ([], ())
    assert (dead(toll), [s.text for s in toll.sources]) == ([("killed", 49)], ["a doctor"])


def test_an_army_did_not_shoot_those_it_lost() -> None:
    found = claims("Soldiers shot dead 14 rebels and lost two men in a clash near Loselose on Tuesday.")
    assert [(c.event, dead(c)) for c in found] == [
        ("killing", [("killed", 14)]),
        ("armed_clash", [("killed", 2)]),
    ]


def test_bodies_counted_after_a_massacre_are_of_it() -> None:
    *_, last = claims(
        "Militiamen killed hundreds of Palestinians in two camps in Beirut between Thursday and Saturday. The Red Cross"
        " counted 328 bodies."
    )
    assert (last.event, dead(last)) == ("killing", [("killed", 328)])


def test_a_denial_is_not_of_what_the_denier_owned_up_to() -> None:
    *_, last = claims(
        "A rocket hit a football pitch in Majdal Shams on Saturday, killing 12 children. Israel said Hezbollah had"
        " fired it. The group, which had said that it fired a rocket at an army post, denied it."
    )
    assert (last.stance, dead(last)) == ("denied", [("killed", 12)])


def test_who_is_blamed_is_not_lost_behind_what_he_holds() -> None:
    found = claims("Six priests were shot dead in San Salvador. The army blamed the rebels, who hold the city.")
    assert [by(c) for c in found if c.event == "killing"] == [[], ["the rebels"]]


def test_a_province_is_narrowed_to_its_own_towns_alone() -> None:
    *_, bus = claims(
        "Gunmen attacked an office in Jalalabad on Tuesday. A bus hit a mine in Farah province and 11 passengers died."
        " The dead were flown to Jalalabad, and shops shut in Jalalabad."
    )
    assert [m.text for m in bus.where] == ["Farah province"]


def test_a_denial_in_a_clause_behind_names_no_prosecutor_as_doer() -> None:
    found = claims(
        "Parents said tanks had fired on the school while children were inside, which the prosecutor denied."
    )
    assert [(c.stance, by(c)) for c in found] == [("asserted", []), ("denied", [])]


def test_a_count_right_behind_its_verb_is_its_own() -> None:
    (claim,) = claims(
        "An air strike on a bus in Dahyan on Thursday killed 29 children under the age of 15 and wounded 48 people."
    )
    assert dead(claim) == [("killed", 29), ("injured", 48)]


def test_who_is_blamed_for_shelling_did_not_fire_the_next_shells() -> None:
    *_, last = claims(
        "The dam at Nova Kakhovka burst on Tuesday. Moscow blamed Ukrainian shelling. Two policemen were wounded when"
        " shells fell on Kherson."
    )
    assert (by(last), [s.text for s in last.sources], dead(last)) == ([], [], [("injured", 2)])


def test_a_bomb_that_did_not_go_off_denies_no_other() -> None:
    found = claims(
        "Bombs killed 191 people in Madrid on Thursday. Police held five men over a telephone found in a bag with a"
        " bomb that did not go off."
    )
    assert "denied" not in {c.stance for c in found}


def test_not_to_have_been_shot_at_denies_no_deaths() -> None:
    found = claims("Five soldiers died when a mine went off in Baghdad; the army said it had not been shot at.")
    assert [dead(c) for c in found if c.stance == "denied"] in ([], [[]])


def test_a_country_that_fires_is_not_where_it_fell() -> None:
    (claim,) = claims("North Korea fired some 170 shells at an island on Tuesday, killing two builders.")
    assert claim.where == ()


def test_who_died_in_a_falling_helicopter_was_not_bombed() -> None:
    (claim,) = claims("Five rebels died when their helicopter came down near Goma.")
    assert claim.event != "air_strike"


OF_EITHER = [
    "Russian missiles struck Kharkiv and a drone hit Odesa on Monday. Four people were killed.",
    "Gunmen attacked a market in Gao and soldiers shelled Menaka on Monday. Nine people were killed, residents said.",
]


@pytest.mark.parametrize("text", OF_EITHER)
def test_a_toll_of_either_of_two_deeds_is_given_to_neither(text: str) -> None:
    (toll,) = [c for c in claims(text) if c.harm]
    assert (toll.where, toll.attackers, toll.weapons) == ((), (), ())


NO_DENIAL = [
    "Rebels killed 12 people in Homs on Monday. Police questioned a number of suspects.",
    "Shelling killed 12 people in Homs on Monday. The United Nations questioned the number of tents at the camp.",
]


@pytest.mark.parametrize("text", NO_DENIAL)
def test_a_number_of_other_things_is_no_toll_that_is_disputed(text: str) -> None:
    assert [c.stance for c in claims(text)] == ["asserted"]


WAR_AFTER_A_MISHAP = (
    "A ferry sank off Aden on Sunday, drowning three people.\n\nOn Monday there was fighting in Taiz. Eleven people "
    "were killed."
)


def test_the_dead_of_a_war_are_of_no_mishap_told_before() -> None:
    assert [(c.event, [h.low for h in c.harm]) for c in claims(WAR_AFTER_A_MISHAP)] == [("armed_clash", [11])]


def test_who_is_driven_out_is_not_cleared_of_a_deed() -> None:
    (claim,) = [c for c in claims("The army cleared militants who had killed 20 villagers from Hajin.") if c.harm]
    assert [p.text for p in claim.attackers] == ["militants"]


def test_a_group_before_a_colon_is_a_topic() -> None:
    (claim,) = claims("Boko Haram: Nigerian soldiers kill 40 villagers in Borno.")
    assert claim.sources == ()


def test_strikes_across_a_strip_from_dawn_are_there() -> None:
    (claim,) = claims("Israeli air strikes across the Gaza Strip from dawn on Monday killed 30 people.")
    assert [p.text for p in claim.where] == ["Gaza Strip"]


@pytest.mark.parametrize(
    "text", ["A judge cleared two protesters in Minsk on Monday.", "Two people sat in a bar in Odesa on Monday."]
)
def test_courts_and_bars_put_down_and_hold_nobody(text: str) -> None:
    assert claims(text) == ()
