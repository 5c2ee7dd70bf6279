"""Shapes of sentences that named a wrong perpetrator, place or toll, or lost a claim: each with what it tells."""

import pytest
from reading import PUBLISHED, claims

from aftermath import read
from aftermath.model import Claim


def told(claim: Claim) -> tuple[str, list[str], list[str]]:
    """A claim's event, attackers and targets, as worded."""
    return claim.event, [p.text for p in claim.attackers], [t.text for t in claim.targets]


WHO = [
    ("The army replied with air strikes on a camp near Gao.", ("air_strike", ["The army"], ["a camp"])),
    ("A teacher was killed by shelling in Izium on Thursday.", ("shelling", [], ["A teacher"])),
    ("Missiles fired from Belarus struck a depot in Lviv.", ("shelling", [], ["a depot"])),
    ("A bus hit a mine in Farah province and 11 passengers died.", ("explosion", [], ["A bus"])),
    (
        "A corporal was killed when his armoured vehicle hit a roadside bomb.",
        ("explosion", [], ["his armoured vehicle"]),
    ),
    ("The minister's car blew up in Aden on Monday.", ("explosion", [], ["The minister's car"])),
    (
        "Two officials were wounded in Skadovsk when a bomb attached to their car went off.",
        ("explosion", [], ["their car"]),
    ),
    ("A car bomb went off in front of the Sayed school in Kabul.", ("explosion", [], ["the Sayed school"])),
    (
        "A suicide bomber detonated a car packed with explosives at a police checkpoint in Peshawar, killing 11.",
        ("suicide_bombing", ["A suicide bomber"], ["a police checkpoint"]),
    ),
    ("A farmer died when a mine exploded on the road to Perquin.", ("explosion", [], ["A farmer"])),
    ("Rebels blew up an ammunition store inside the camp.", ("explosion", ["Rebels"], ["an ammunition store"])),
    ("Jets bombed two hideouts at Pandanguo.", ("air_strike", ["Jets"], ["two hideouts"])),
    (
        "Shells hit schools in Latakia, including a madrasa, killing ten people, including three girls.",
        ("shelling", [], ["schools", "a madrasa"]),
    ),
    ("Rebels inflicted 23 casualties on the army in Morazan.", ("armed_clash", ["Rebels"], ["the army"])),
    (
        "The army repelled an attempt by the RSF to storm the base in El Fasher.",
        ("armed_clash", ["the RSF"], ["the base"]),
    ),
    ("Six soldiers and policemen lost their lives in Zamboanga.", ("armed_clash", [], ["Six soldiers"])),
    (
        "At least 300 residents have been killed as a result of Israeli aggression.",
        ("killing", ["Israeli"], ["At least 300 residents"]),
    ),
    ("The governor laid the blame for the shelling of Kherson on Russia.", ("shelling", ["Russia"], ["Kherson"])),
    (
        "Mortar rounds landed beside a mosque where families had taken shelter, wounding seven people.",
        ("shelling", [], []),
    ),
    ("Rebel fire killed two nurses in Sake.", ("killing", ["Rebel"], ["two nurses"])),
    ("Fire from Turkish border guards killed two refugees.", ("killing", ["Turkish border guards"], ["two refugees"])),
    ("Fire from a kitchen killed two refugees in Sake.", ("killing", [], ["two refugees"])),
    (
        "Four policemen were killed when their post was overrun by rebels near Sake.",
        ("killing", ["rebels"], ["Four policemen"]),
    ),
    (
        "Police fired tear gas and rubber bullets; three demonstrators were killed.",
        ("killing", ["Police"], ["three demonstrators"]),
    ),
    ("Gunmen fired rockets at the base and two gunmen were killed.", ("shelling", ["Gunmen"], ["the base"])),
    (
        "The government says it is fighting armed gangs and claims that 2,000 policemen have been killed.",
        ("killing", ["armed gangs"], ["2,000 policemen"]),
    ),
    ("Government crackdowns came after, and the UN says some 4,000 have died.", ("killing", ["Government"], [])),
    (
        "The attack, for which no group has claimed responsibility, destroyed a bank in Lima.",
        ("attack", [], ["a bank"]),
    ),
    (
        "Armed men burst into the house of the unionist Saul Cantoral and shot him six times.",
        ("killing", ["Armed men"], ["Saul Cantoral"]),
    ),
    (
        "The rebels are blamed for the bomb that destroyed the police building in Medellin.",
        ("explosion", ["The rebels"], ["the police building"]),
    ),
    (
        "The air force carried out 14 raids on Maarat al-Numan.",
        ("air_strike", ["The air force"], ["Maarat al-Numan"]),
    ),
    (
        "Ukrainian saboteurs blew up a railway line near Bryansk.",
        ("explosion", ["Ukrainian saboteurs"], ["a railway line"]),
    ),
    (
        "An army unit clashed with terrorists who tried to infiltrate from Lebanon.",
        ("armed_clash", ["An army unit", "terrorists"], []),
    ),
    ("On the mainland, a roadside bomb blew up a bus near Midsayap.", ("explosion", [], ["a bus"])),
    ("His brother was shot dead at a roadblock in Sake.", ("killing", [], ["His brother"])),
    ("Soldiers opened fire on a ferry in Sittwe, killing the helmsman.", ("killing", ["Soldiers"], ["a ferry"])),
    ("A car bomb exploded in the Medina district of Mogadishu.", ("explosion", [], [])),
    (
        "A device attached to a motorcycle went off outside the police station.",
        ("explosion", [], ["the police station"]),
    ),
    ("Israel retaliated after a rocket attack on Sderot.", ("shelling", [], ["Sderot"])),
    ("Turkey hit Kurdish positions following a bombing in Ankara that killed six.", ("explosion", [], [])),
    ("The army struck Idlib after an attack on a base killed nine soldiers.", ("armed_clash", [], ["a base"])),
    ("Saudi Arabia retaliated with air strikes on Sanaa.", ("air_strike", ["Saudi Arabia"], ["Sanaa"])),
    (
        "The army destroyed three armoured vehicles during raids on Souran.",
        ("armed_clash", ["The army"], ["three armoured vehicles", "Souran"]),
    ),
    (
        "The army killed a commander who had led the attack on Garissa university.",
        ("armed_clash", ["a commander"], ["Garissa university"]),
    ),
    ("The coalition is investigating a strike that hit a wedding in Hodeidah.", ("air_strike", [], ["a wedding"])),
    ("Guards opened fire on inmates who tried to escape, killing ten.", ("killing", ["Guards"], ["inmates"])),
    (
        "Gunmen killed a police chief whose men had shot dead two traders in Celaya.",
        ("killing", ["Gunmen"], ["a police chief"]),
    ),
    (
        "In Homs, snipers killed three people, and two others died when a shell hit a minibus.",
        ("shelling", [], ["a minibus"]),
    ),
    (
        "Officials suspect Boko Haram, whose fighters killed 40 traders in a nearby village last week.",
        ("killing", ["Boko Haram"], ["40 traders"]),
    ),
    ("A car bomb of the separatist group ETA exploded in Bilbao.", ("explosion", ["the separatist group ETA"], [])),
    ("Bukavu fell to the rebels on Monday.", ("territory_taken", ["the rebels"], [])),
    (
        "The army shelled the market in Kadugli on Monday, residents said, killing 20.",
        ("shelling", ["The army"], ["the market"]),
    ),
    (
        "A coalition of militias including the Misrata brigades attacked the airport south of Tripoli.",
        ("attack", ["A coalition of militias"], ["the airport"]),
    ),
    (
        "Fighting between the Tigray People's Liberation Front and government troops resumed on Wednesday.",
        ("armed_clash", ["the Tigray People's Liberation Front", "government troops"], []),
    ),
    (
        "Gunmen thought to belong to Boko Haram stormed a school in Yobe.",
        ("armed_clash", ["Gunmen"], ["a school"]),
    ),
    (
        "Soldiers avenging the death of a comrade burned forty homes in Baga.",
        ("destruction", ["Soldiers"], ["forty homes"]),
    ),
    (
        "The bombers, who security officials said were from the Abu Sayyaf group, struck the cathedral during Mass.",
        ("air_strike", ["The bombers"], ["the cathedral"]),
    ),
    (
        "The Ethiopian army is on the third day of an offensive against rebels around Shire.",
        ("armed_clash", ["The Ethiopian army"], ["rebels"]),
    ),
    ("A patrol came under fire from rebels near Goma.", ("armed_clash", ["rebels"], ["A patrol"])),
    (
        "Thirteen people were killed in what residents of Douma called a government barrel bomb attack.",
        ("air_strike", ["government"], []),
    ),
    (
        "A warlord claimed responsibility on Friday for the attack on the theatre.",
        ("attack", ["A warlord"], ["the theatre"]),
    ),
    (
        "The Irish Republican Army on Monday admitted killing a taxi driver.",
        ("killing", ["The Irish Republican Army"], ["a taxi driver"]),
    ),
    (
        "09:42 GMT Rockets have hit the centre of Kharkiv, officials say.",
        ("shelling", [], ["the centre of Kharkiv"]),
    ),
    (
        "A suspected US drone fired two missiles at a house in South Waziristan on Thursday.",
        ("air_strike", ["US"], ["a house"]),
    ),
    (
        "Rebels left Bor after two days of street battles in which 70 people were killed.",
        ("armed_clash", [], []),
    ),
]


@pytest.mark.parametrize(("text", "expected"), WHO)
def test_who_and_whom(text: str, expected: tuple[str, list[str], list[str]]) -> None:
    assert expected in [told(claim) for claim in claims(text)]


def test_the_dead_are_of_the_main_clause() -> None:
    first, second = claims("Police opened fire on demonstrators who had attacked a bank, killing four.")
    assert (told(first), [h.low for h in first.harm]) == (("killing", ["Police"], ["demonstrators"]), [4])
    assert (second.attackers[0].text, second.harm) == ("demonstrators", ())


def test_a_strike_and_what_it_answers_are_two_events() -> None:
    strike, rockets = claims("Israel said it had struck Hezbollah positions after rockets were fired at Haifa.")
    assert told(strike) == ("air_strike", ["Israel"], ["Hezbollah positions"])
    assert (rockets.event, rockets.attackers) == ("shelling", ())
    assert not strike.weapons


def test_what_follows_a_semicolon_is_another_voice() -> None:
    (claim,) = claims(
        "An air strike levelled the school where families had taken shelter; the coalition said it was looking into it."
    )
    assert (claim.sources, claim.harm) == ((), ())


def test_fire_from_a_place_is_not_fire_on_it() -> None:
    (claim,) = claims("Villages north of Kharkiv have been the target of daily rocket fire from Belgorod.")
    assert [t.text for t in claim.targets] == ["Villages"]
    assert all("Belgorod" not in mention.text for mention in claim.where)


def test_fighters_driven_out_are_not_displaced_people() -> None:
    assert not [h for c in claims("The rebels were driven out of Kidal by French troops.") for h in c.harm]


def test_an_arrest_that_angers_people_is_not_theirs() -> None:
    arrest = claims("Boko Haram militants, angered by the arrest of their wives, burned down the village of Dalori.")[0]
    assert [t.text for t in arrest.targets] == ["their wives"]


TOLLS = [
    ("The toll from Monday's bombing in Mogadishu climbed to 58 after rescuers pulled six more bodies out.", [58]),
    ("In the shelling of the camp, the death toll rose to 30 as medics found four more bodies.", [30]),
    ("Rebels said they had lost three men in the fighting and killed more than 50 soldiers.", [3, 51]),
]


@pytest.mark.parametrize(("text", "killed"), TOLLS)
def test_a_rising_toll_takes_the_new_dead_in(text: str, killed: list[int]) -> None:
    assert [h.low for c in claims(text) for h in c.harm if h.kind == "killed" and h.part_of is None] == killed


def test_a_verb_is_no_mishap() -> None:
    found = claims("Two people were shot and wounded as protesters tried to storm the governor's office in Basra.")
    assert [(h.kind, h.low) for c in found for h in c.harm] == [("injured", 2)]


def test_reports_still_looked_into_are_unconfirmed() -> None:
    (claim,) = claims("NATO said it was investigating reports that one of its air strikes killed nine people in Kunar.")
    assert claim.stance == "unconfirmed"


NOTHING = [
    "She came under fire from all sides at the party congress and left early.",
    "The two men are held in a detention centre near the capital.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_event(text: str) -> None:
    assert not claims(text)


def test_what_a_target_bears_is_not_what_hit_it() -> None:
    (claim,) = claims(
        "Units of the army eliminated scores of terrorists and destroyed two vehicles equipped with machine guns."
    )
    assert (claim.event, claim.weapons) == ("armed_clash", ())


def test_a_newspaper_is_no_drone() -> None:
    (claim,) = claims("Two journalists from the daily Al-Shahed were killed on Wednesday in crossfire in Tripoli.")
    assert not claim.weapons


CHARGED = [
    ("Police killed a gang leader accused of the murder of nine villagers in Ituri.", [1, 9]),
    ("Israeli troops demolished the home of a Palestinian accused of killing a settler.", [1]),
]


@pytest.mark.parametrize(("text", "tolls"), CHARGED)
def test_what_somebody_is_accused_of_is_not_what_is_done_to_him(text: str, tolls: list[int]) -> None:
    found = claims(text)
    assert [h.low for c in found for h in c.harm] == tolls
    of_charge = found[-1]
    assert of_charge.stance == "unconfirmed"
    assert not {"Police", "Israeli troops"} & {p.text for p in of_charge.attackers}


COUNTED = [
    ("A member of the UN peacekeeping force was killed on Monday and four were wounded near Bangassou.", [1, 4]),
    ("Ten workers were abducted in South Kordofan; five were later found dead.", [10, 5]),
    ("Islamic State said it had executed a Norwegian and a Chinese hostage.", [1, 1]),
    ("Planes bombed two tanker trucks hijacked by rebels near Kunduz.", []),
]


@pytest.mark.parametrize(("text", "harmed"), COUNTED)
def test_how_many_are_harmed(text: str, harmed: list[int]) -> None:
    assert [h.low for c in claims(text) for h in c.harm] == harmed


def test_a_deed_that_only_tells_when_is_not_the_main_one() -> None:
    taken, bombed = claims(
        "Iraqi forces said they had retaken two parts of Mosul, a day after a suicide bomber killed 12 soldiers."
    )
    assert (taken.event, taken.harm) == ("territory_taken", ())
    assert (bombed.event, [h.low for h in bombed.harm]) == ("suicide_bombing", [12])


def test_a_threat_names_only_who_threatens() -> None:
    text = "The commander threatened to kill one hostage a day unless the army withdrew."
    (threat,) = (c for c in read(text, published=PUBLISHED).claims if c.event == "killing")
    assert (threat.stance, [p.text for p in threat.attackers]) == ("planned", ["The commander"])


def test_a_suggestion_is_unconfirmed_and_evidence_is_not_a_voice() -> None:
    (hint,) = claims("An adviser suggested that Russia had shelled the market in Donetsk itself.")
    assert hint.stance == "unconfirmed"
    (found,) = claims("The evidence suggests that troops shelled the market in Donetsk, Human Rights Watch said.")
    assert (found.stance, [s.text for s in found.sources]) == ("asserted", ["Human Rights Watch"])


def test_water_is_no_artillery() -> None:
    (claim,) = claims("More than 30 people were wounded when police used water cannon against protesters in Yerevan.")
    assert claim.event == "protest"


def test_limbs_cut_off_are_no_siege() -> None:
    assert not claims("Mr Kony's men cut off the lips of two women in Gulu.")


def test_a_second_bomb_has_its_own_dead() -> None:
    text = "The explosion tore through a tent, killing 36, and a second bomber struck the hospital, killing 10 more."
    assert [[h.low for h in c.harm] for c in claims(text)] == [[36], [10]]


def test_shrapnel_is_of_whose_shell_it_was() -> None:
    (claim,) = claims("Two reporters were injured by shrapnel from an Israeli tank shell in Khan Younis.")
    assert [p.text for p in claim.attackers] == ["Israeli"]


def test_a_people_is_no_town_of_its_name() -> None:
    (claim,) = claims("The militants had beheaded one of the hostages, a Canadian, in April.")
    assert not claim.where


def test_what_is_ended_did_happen() -> None:
    found = claims("Warring clans signed a truce in Hobyo, ending fighting in which some 60 people were killed.")
    assert [(c.event, c.stance) for c in found] == [("agreement", "asserted"), ("armed_clash", "asserted")]


WORDS = [
    ("Kenyan police shot dead three protesters in Kisumu.", "three protesters"),
    ("A spokesman told Reuters 23 fighters had been killed in an ambush in Derna.", "23 fighters"),
]


@pytest.mark.parametrize(("text", "target"), WORDS)
def test_words_beside_a_target_are_not_its_own(text: str, target: str) -> None:
    assert [t.text for c in claims(text) for t in c.targets] == [target]


def test_what_an_attack_is_ranked_by_is_not_its_time() -> None:
    (claim,) = claims("The bombing of a bus in Netanya, the deadliest since March 2002, killed nine people on Monday.")
    assert claim.when is not None
    assert (str(claim.when.time.start), claim.scope) == ("2023-06-12", "incident")


def test_the_worst_since_a_month_when_others_died() -> None:
    (claim,) = claims("It was the worst attack in Tuzla since February 1994, when 68 people were killed in a market.")
    assert claim.when is not None
    assert (str(claim.when.time.start), str(claim.when.time.end)) == ("1994-02-01", "1994-02-28")


def test_a_booby_trapped_house_is_not_besieged() -> None:
    assert not [
        c for c in claims("Soldiers found the streets deserted and houses booby-trapped.") if c.event == "siege"
    ]


def test_a_toll_told_again_is_of_the_event_that_had_one() -> None:
    text = (
        "An Israeli air strike flattened a building in Qana on Sunday, killing at least 54 people, police said."
        " The army said Hezbollah had fired rockets from the village. A rights group later gave the toll as 28."
    )
    *_, rockets, toll = claims(text)
    assert (toll.event, [p.text for p in toll.attackers], [h.low for h in toll.harm]) == (
        "air_strike",
        ["Israeli"],
        [28],
    )
    assert all(mention.text != "the village" for mention in rockets.where)


PASSIVE = [
    "A convoy of refugees was hit near Korisa, killing 80 people.",
    "Three soldiers were ambushed near Gao, killing two and wounding one.",
]


@pytest.mark.parametrize("text", PASSIVE)
def test_who_was_hit_killed_nobody(text: str) -> None:
    assert not [p.text for c in claims(text) for p in c.attackers]


def test_the_agent_of_two_passives_did_both() -> None:
    found = claims("At least 26 fighters were captured and killed by junta soldiers in Sagaing.")
    assert [[p.text for p in c.attackers] for c in found] == [["junta soldiers"], ["junta soldiers"]]


def test_he_is_the_person_named_last_and_no_ministry() -> None:
    text = (
        "The health ministry put the dead in Bishkek at 75. President Kurmanbek Bakiyev refused to quit."
        ' "Armed men came and killed people," he said.'
    )
    assert [s.text for s in claims(text)[-1].sources] == ["President Kurmanbek Bakiyev"]


def test_a_bomb_that_falls_was_dropped() -> None:
    (claim,) = claims("A bomb also fell on a warehouse in Kabul on October 16, the committee said.")
    assert claim.event in {"shelling", "air_strike"}


def test_another_deed_in_between_lends_no_perpetrator() -> None:
    text = (
        "Farmers killed five herders in Barkin Ladi on Thursday, residents said."
        " In Borno, rebels overran a base at Gajiram, while the army said one soldier died."
    )
    assert not [p.text for c in claims(text) if c.harm and c.harm[0].text.startswith("one") for p in c.attackers]


def test_who_saw_it_does_not_speak_for_a_ministry() -> None:
    text = (
        "The defence ministry of Armenia said nine people were killed by shells in Ganja."
        " A cameraman saw rescuers carry one body out of the ruins."
    )
    assert [s.text for s in claims(text)[-1].sources] == ["A cameraman"]


def test_an_airliner_is_shot_down_and_the_sky_is_no_target() -> None:
    (claim,) = claims("A Malaysian airliner was shot down by a missile over eastern Ukraine on Thursday.")
    assert [t.text for t in claim.targets] == ["A Malaysian airliner"]


def test_a_lead_takes_no_place_of_years_before() -> None:
    text = (
        "Rebels killed 41 pupils in western Uganda on Friday."
        " In June 1998 the group burned 80 students to death at Kichwamba."
    )
    assert all(mention.text != "Kichwamba" for mention in claims(text)[0].where)


def test_a_country_whose_deadliest_attack_it_was_did_not_do_it() -> None:
    (claim,) = claims("Two bombs exploded in the town of Reyhanli, Turkey's deadliest attack in years.")
    assert (claim.event, claim.attackers) == ("explosion", ())


def test_an_aircraft_shot_down_killed_nobody() -> None:
    text = (
        "An Mi-17 carrying 14 soldiers was shot down near Sloviansk, killing all aboard including General Kulchytskiy."
    )
    assert not [p.text for c in claims(text) for p in c.attackers]


def test_an_earlier_figure_is_not_added() -> None:
    found = claims(
        "At least 20 civilians were executed in Kishishe, according to the UN, which earlier spoke of 131 dead."
    )
    assert [[h.low for h in c.harm] for c in found] == [[20], [131]]


def test_a_lorry_bomb_is_driven_into_what_it_hits() -> None:
    (claim,) = claims(
        "A truck loaded with explosives crashed into a barracks in Beirut on Sunday, killing 146 soldiers."
    )
    assert (claim.event, [h.low for h in claim.harm]) == ("suicide_bombing", [146])


def test_both_sides_of_a_clash_whatever_they_are_called() -> None:
    text = "Two people died in Odessa during clashes between soccer fans and supporters of the rebels on Friday."
    (claim,) = claims(text)
    assert {word for p in claim.attackers for word in p.text.split()} >= {"fans", "supporters"}


def test_martyrs_are_counted() -> None:
    text = (
        "The number of martyrs of the strike on the market in El Obeid has risen to 14, with 31 wounded, medics said."
    )
    assert [(h.kind, h.low) for c in claims(text) for h in c.harm] == [("killed", 14), ("injured", 31)]


LOST = [
    ("Indian troops shot dead three militants in a gunbattle in which an army major was also killed.", [3, 1]),
    ("A grenade lobbed at a bunker in Srinagar missed its target and injured four shoppers.", [4]),
    ("More than 40 people are missing after soldiers raided the village of Toribio, the bishop said.", [41]),
]


@pytest.mark.parametrize(("text", "tolls"), LOST)
def test_no_harm_is_lost_to_the_parse(text: str, tolls: list[int]) -> None:
    assert [h.low for c in claims(text) for h in c.harm] == tolls


def test_from_whom_a_town_is_taken_did_not_shell_it() -> None:
    found = claims(
        "Government forces recaptured Huambo from UNITA after 55 days of bombardment that killed 10,000 people."
    )
    assert [(c.event, [p.text for p in c.attackers], [h.low for h in c.harm]) for c in found] == [
        ("territory_taken", ["Government forces"], []),
        ("shelling", [], [10000]),
    ]


def test_a_clause_of_time_behind_the_speaker_is_another_deed() -> None:
    found = claims(
        "Troops opened fire on mourners in Manama on Friday, witnesses said, a day after riot police had stormed the"
        " camp there and killed four protesters."
    )
    assert [([p.text for p in c.attackers], [h.low for h in c.harm]) for c in found] == [
        (["Troops"], []),
        (["riot police"], [4]),
    ]


def test_those_who_fled_took_no_town() -> None:
    found = claims(
        "Militants seized Bunia overnight after soldiers threw away their uniforms and fled, officials said."
    )
    assert [[p.text for p in c.attackers] for c in found] == [["Militants"], ["soldiers"]]


def test_nobody_who_says_it_did_it() -> None:
    found = claims(
        "A car bomb killed nine people in Maiduguri on Monday. No group said it had carried out the attack,"
        " but residents blamed Boko Haram."
    )
    assert [([p.text for p in c.attackers], [s.text for s in c.sources]) for c in found] == [
        ([], []),
        (["Boko Haram"], ["residents"]),
    ]


def test_families_are_people_only_from_below() -> None:
    found = claims("Three families were butchered in their homes in Beni. Forty families fled Beni on Monday.")
    assert [(h.kind, h.low, h.high) for c in found for h in c.harm] == [("killed", 3, None), ("displaced", 40, 40)]


def test_an_agency_is_no_capital() -> None:
    (claim,) = claims("SANA: Terrorists fired six shells at Aleppo, claiming the lives of two civilians.")
    assert [a.actor.name if a.actor else "" for a in claim.attackers] == ["Militants (Syria)"]
    assert [s.actor.kind if s.actor else "" for s in claim.sources] == ["external/other"]
    assert [m.place.name for m in claim.where] == ["Aleppo"]


def test_a_man_who_was_killed_too_died_where_others_did() -> None:
    *_, last = claims(
        "The warlord was killed in Sirte on Thursday. A Nato spokesman said its aircraft had struck two vehicles near"
        " Sirte. His son was also killed."
    )
    assert (last.event, last.attackers) == ("killing", ())


def test_two_groups_are_named() -> None:
    *_, last = claims(
        "A bomb killed three ministers in Mogadishu on Monday."
        " Two groups, Al-Shabaab and Hizbul Islam, each said they had carried out the attack."
    )
    assert [p.text for p in last.attackers] == ["Al-Shabaab", "Hizbul Islam"]


def test_whoever_denies_names_his_own_men() -> None:
    *_, last = claims(
        "A rocket killed 25 people in Taiz, residents said, blaming militants."
        " Rebel commander Qasim Saad denied that his men were behind it."
    )
    assert (last.stance, [p.text for p in last.attackers]) == ("denied", ["his men"])


def test_a_siege_told_aside_hurt_nobody() -> None:
    found = claims(
        "The Houthis, who have besieged Taiz since April, were accused by officials of shelling a hospital on Thursday;"
        " a medic there said 14 patients were hurt."
    )
    assert [(c.event, [h.low for h in c.harm]) for c in found] == [("siege", []), ("shelling", []), ("shelling", [14])]


def test_what_went_on_nationwide_was_in_no_town() -> None:
    (claim,) = claims("Police in Egypt detained 1,004 activists nationwide on Friday, most of them in Alexandria.")
    assert [m.place.name for m in claim.where] == ["Egypt"]


def test_militants_are_of_the_group_that_they_are_from() -> None:
    (claim,) = claims("Militants from the Islamic State in Iraq and the Levant seized Mosul overnight.")
    assert [p.actor and p.actor.name for p in claim.attackers] == ["Islamic State"]


def test_officers_killed_beside_a_fire_were_hit_too() -> None:
    (claim,) = claims("Armed groups killed eight policemen and set fire to police stations in Hama.")
    assert [t.text for t in claim.targets] == ["police stations", "eight policemen"]


BROKEN_DOWN = [
    ("A BBC reporter was among those killed.", [("killed", 1)]),
    ("Among those killed was a BBC reporter.", [("killed", 1)]),
    ("The victims included a priest and two nuns.", [("killed", 1), ("killed", 2)]),
    ("Four of the dead were soldiers.", [("killed", 4)]),
    ("Women and children were among the dead.", [("killed", None), ("killed", None)]),
]


@pytest.mark.parametrize(("text", "parts"), BROKEN_DOWN)
def test_who_some_of_the_dead_were_is_part_of_the_toll(text: str, parts: list[tuple[str, int | None]]) -> None:
    (claim,) = claims(f"A bomb killed at least 60 people in Goma on Sunday. {text}")
    assert [(h.kind, h.low, h.part_of) for h in claim.harm] == [
        ("killed", 60, None),
        *((kind, low, 0) for kind, low in parts),
    ]


def test_a_head_is_a_limb_or_a_man() -> None:
    (claim,) = claims("The army killed the head of the rebels' armed wing, Ahmed Jabari, in an air strike on his car.")
    assert [(h.kind, h.low) for h in claim.harm] == [("killed", 1)]
    assert not claims("Militants cut off the head of a statue in Mosul on Friday.")


CALLINGS = ["pilot", "scientist", "detective", "paratrooper", "filmmaker", "pensioner", "chancellor", "housewife"]


@pytest.mark.parametrize("calling", CALLINGS)
def test_people_of_all_callings_can_be_killed(calling: str) -> None:
    (claim,) = claims(f"Gunmen killed a {calling} in Mogadishu on Monday.")
    assert [(h.kind, h.low) for h in claim.harm] == [("killed", 1)]


CROWDS = [
    ("Police used tear gas against demonstrators in Caracas on Monday.", "protest", []),
    ("Security forces fired water cannon and sound bombs to disperse protesters in Baghdad on Friday.", "protest", []),
    ("Troops used tear gas and live fire against demonstrators in Khartoum, killing four people.", "killing", [4]),
]


@pytest.mark.parametrize(("text", "event", "killed"), CROWDS)
def test_a_crowd_is_set_upon(text: str, event: str, killed: list[int]) -> None:
    (claim,) = claims(text)
    assert (claim.event, [h.low for h in claim.harm], len(claim.attackers)) == (event, killed, 1)


def test_police_are_of_the_country_they_act_in() -> None:
    found = claims(
        "Police used tear gas against demonstrators in Caracas on Monday."
        " Troops used live fire against demonstrators in Khartoum on Monday, killing four people."
    )
    assert [p.actor.id[:8] for c in found for p in c.attackers if p.actor] == ["state:VE", "state:SD"]


def test_harm_done_in_an_attempt_was_done() -> None:
    (claim,) = claims("The army says a militia tried to storm the barracks, and that an officer was killed.")
    assert (claim.stance, [h.low for h in claim.harm]) == ("asserted", [1])


def test_what_a_place_was_used_for_was_done() -> None:
    (claim,) = claims("The military said the rebels had used the district to fire 140 rockets since 8 June.")
    assert (claim.event, claim.stance) == ("shelling", "asserted")


def test_either_of_two_is_neither() -> None:
    (claim,) = claims("The raids on Urum were carried out by either Syrian or Russian aircraft.")
    assert [(p.text, p.actor) for p in claim.attackers] == [("Syrian or Russian aircraft", None)]


def test_those_captured_when_rebels_attacked_were_taken_by_them() -> None:
    (claim,) = claims("Four soldiers were killed and two captured when rebels attacked a post in Deraa on Friday.")
    assert [p.text for p in claim.attackers] == ["rebels"]
    assert [(h.kind, h.low) for h in claim.harm] == [("killed", 4), ("arrested", 2)]


def test_one_of_the_rockets_was_a_rocket() -> None:
    *_, last = claims("Militants fired 60 rockets into Israel overnight; one hit a house in Ashkelon, killing three.")
    assert (last.event, [w.text for w in last.weapons]) == ("shelling", ["rockets"])


def test_a_bare_toll_does_not_name_an_attack_anew() -> None:
    (claim,) = claims("An aid convoy was hit in Urum on Monday night. At least 12 people were killed.")
    assert (claim.event, [h.low for h in claim.harm]) == ("attack", [12])


NO_WAR = [
    "A powerful earthquake struck a rural region of Afghanistan early on Wednesday, killing at least 920 people.",
    "A rider was killed after getting hit by a truck on a road near Shadipora on Saturday.",
    "The former president, who battled for independence from France, has died at the age of 84.",
    "The singer has been blasted on social media in China.",
    "China is boosting its rocket launch system, and the ship was combat ready in April.",
    "Okinawa's battle to reduce the US military presence has continued for decades.",
    "The Pope did not think to use the word genocide during his trip to Canada on Friday.",
    "Two students were killed after a truck hit a motorcycle in Bogura on Thursday.",
    "A boy drowned in a canal near Mandi on Monday.",
    "Fighting between two armies at the Lircay river killed 200 men in April 1830, the museum's guide of 2021 says.",
]


@pytest.mark.parametrize("text", NO_WAR)
def test_mishaps_history_and_figures_of_speech_are_no_claims(text: str) -> None:
    assert not claims(text)


def test_who_arrests_a_suspect_did_not_murder() -> None:
    found = claims("Malta has arrested a man over the murder of a reporter in Bidnija.")
    doers = [(c.event, c.stance, [p.text for p in c.attackers]) for c in found]
    assert doers == [("arrest", "asserted", ["Malta"]), ("killing", "unconfirmed", ["a man"])]


def test_an_attack_called_by_what_it_hit_was_not_done_by_it() -> None:
    (claim,) = claims("A trial on the AMIA attack in Buenos Aires concluded in 2019.")
    assert claim.attackers == ()


def test_police_who_dismiss_a_death_deny_no_killing_of_theirs() -> None:
    found = claims("A businessman was shot dead in Kismayo in May. The police dismissed it as a suicide pact.")
    assert [c.stance for c in found] == ["asserted"]


def test_they_who_kill_are_no_government_that_did_not_call() -> None:
    text = (
        '"The government never gave us security," the governor said. "When they killed my daughter nobody called me."'
    )
    assert [c.attackers for c in claims(text)] == [()]


def test_a_crackdown_on_crime_is_none_on_a_crowd() -> None:
    found = claims("Police in Hebei have detained 558 suspects since launching a crackdown on crime in May.")
    assert [c.event for c in found] == ["arrest"]
    assert [c.event for c in claims("At least 300 people died in the crackdown on protesters in Daraa.")] == ["killing"]


def test_whose_the_warplanes_of_a_capital_are() -> None:
    *_, last = claims(
        "At least 36 people were killed in air strikes on Talbiseh in Syria on Wednesday."
        " Moscow confirmed that its warplanes had bombed stores of weapons in Homs."
    )
    assert [p.actor and p.actor.name for p in last.attackers] == ["Military Forces of Russia"]


def test_an_ally_is_called_by_its_own_name() -> None:
    *_, last = claims("Rebels said the army and its ally Hezbollah had shelled Qusayr in Syria on Monday.")
    assert [p.actor and p.actor.name for p in last.attackers][1] == "Hezbollah"


def test_where_strikes_were_not_is_no_denial_of_them() -> None:
    found = claims("A US official said the strikes on Homs did not appear to be in areas held by jihadists.")
    assert [c.stance for c in found] == ["asserted"]


def test_a_toll_where_they_clashed_is_of_the_clash() -> None:
    (claim,) = claims("Rebels clashed with troops in Goma, where nine people were killed on Sunday.")
    assert (claim.event, [h.low for h in claim.harm]) == ("armed_clash", [9])


def test_a_province_listed_behind_schools_was_not_hit() -> None:
    (claim,) = claims("Missiles hit five clinics and two schools in Aleppo and Idlib provinces on Monday.")
    assert [t.text for t in claim.targets] == ["five clinics", "two schools"]


def test_who_fires_back_did_not_kill_those_who_died_before() -> None:
    found = claims(
        "Five people died when a mortar bomb landed in the border town of Akcakale on Wednesday;"
        " Turkey's artillery fired back at targets in Tal Abyad."
    )
    assert [([h.low for h in c.harm], [m.text for m in c.where]) for c in found] == [
        ([5], ["Akcakale"]),
        ([], ["Tal Abyad"]),
    ]


def test_containers_of_gas_are_a_chemical_attack() -> None:
    (claim,) = claims("A helicopter dropped containers of toxic gas overnight on Saraqeb, a rescue service said.")
    assert told(claim) == ("chemical_attack", ["A helicopter"], ["Saraqeb"])


BEHIND = [
    ("The Taliban said they were behind it.", "asserted", ["The Taliban"], ["The Taliban"]),
    ("Police said the Taliban were behind it.", "asserted", ["the Taliban"], ["Police"]),
    ("The Taliban denied they were behind it.", "denied", ["The Taliban"], ["The Taliban"]),
]


@pytest.mark.parametrize(("text", "stance", "doers", "sources"), BEHIND)
def test_who_is_said_to_be_behind_it(text: str, stance: str, doers: list[str], sources: list[str]) -> None:
    *_, last = claims(f"A bomb killed 12 people in Kabul on Monday. {text}")
    assert (last.stance, [p.text for p in last.attackers], [s.text for s in last.sources]) == (stance, doers, sources)


def test_nobody_knows_who_was_behind_it() -> None:
    assert len(claims("A bomb killed 12 people in Kabul on Monday. It was not clear who was behind it.")) == 1


def test_gunmen_are_of_the_country_where_they_struck() -> None:
    (claim,) = claims(
        "A suicide bomber and gunmen attacked crowds at Kabul airport on Thursday, killing at least 13 US troops and"
        " 60 others, US officials said."
    )
    assert {p.actor and p.actor.name for p in claim.attackers} == {
        "Unidentified Armed Group (Afghanistan)",
        "Militants (Afghanistan)",
    }


def test_the_observatory_is_no_group_that_spoke_before() -> None:
    *_, last = claims(
        "Fighters shot her dead near Tal Abyad, the Syrian Democratic Forces said."
        " At least nine civilians died in Turkish shelling of Ras al-Ain, the Observatory said."
    )
    assert [s.text for s in last.sources] == ["the Observatory"]


SAINTS = [
    ("Soldiers killed 21 people at the church of Saint George in Mai Kinetal in Tigray.", ["Mai Kinetal"]),
    ("Soldiers killed 21 people outside St George's church in Dengelat.", ["Dengelat"]),
    ("A bomb went off near St. Mark's Cathedral in Cairo on Sunday, killing three.", ["Cairo"]),
    ("A bomb hit a Saint Petersburg hospital on Friday, killing three.", ["Saint Petersburg"]),
]


@pytest.mark.parametrize(("text", "places"), SAINTS)
def test_a_church_is_not_in_its_saint(text: str, places: list[str]) -> None:
    assert [m.place.name.removesuffix(" hospital") for c in claims(text) for m in c.where] == places


def test_an_attack_denies_nothing() -> None:
    found = claims("Kyiv put the blame for the attack on Russia, which denied it.")
    assert {s.text for c in found for s in c.sources} <= {"Kyiv", "Russia"}
    assert found[0].stance == "asserted"
    assert [p.text for p in found[0].attackers] == ["Russia"]


def test_nobody_is_laid_to_refugees_where_no_harm_was_done() -> None:
    found = claims(
        "A second missile fell hours later on the edge of the Al-Suwayda camp, which houses families displaced from"
        " Hodeida, without causing casualties."
    )
    assert not [p.text for c in found for p in c.attackers]


def test_a_side_does_not_kill_its_own() -> None:
    found = claims(
        "The army shelled a hamlet near Wana on Monday. Two policemen were among the dead, an official said."
    )
    told = [c for c in found if any("policemen" in q.text for q in c.quotes) and c.sources]
    assert all(not c.attackers for c in told)


def test_who_speaks_as_a_bomb_explodes_does_not_tell_of_it() -> None:
    assert claims("A bomb exploded in Kabul as the minister spoke, injuring six persons.")[0].sources == ()


def test_the_occasion_of_what_is_told_is_no_speakers_word() -> None:
    found = claims("Germany said it was expelling four diplomats after the recent arrest of two men in Berlin.")
    assert [c.sources for c in found if c.event == "arrest"] == [()]


def test_they_are_not_those_who_are_named_as_speakers_behind() -> None:
    found = claims(
        "Eritrean soldiers entered Adigrat after the militia withdrew. They killed a priest, according to refugees."
    )
    assert [p.text for p in next(c for c in found if c.event == "killing").attackers] == ["Eritrean soldiers"]
