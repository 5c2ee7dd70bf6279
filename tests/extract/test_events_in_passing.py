"""Which event a loose word, a bare toll or a noun in passing is of: each text with the events it tells, in order."""

import pytest
from reading import claims

TOLD = [
    # by what it was done
    ("Two peacekeepers were hurt when a tank fired at an observation tower near Naqoura.", ["shelling"]),
    ("Helicopters fired at the fighters on the ridge near Torit.", ["air_strike"]),
    ("Warplanes struck a barracks near Aden and hit a school, leaving 20 dead.", ["air_strike", "air_strike"]),
    ("A ferry was fired on as it left the jetty at Sittwe.", ["killing"]),
    ("The military brought out six bodies by helicopter after a clash at Argelia.", ["armed_clash"]),
    ("A cameraman was shot dead in an ambush near Benghazi when he was driving back from Suluq.", ["killing"]),
    ("Men on motorcycles raided the village of Tikeina and shot dead 18 people.", ["killing"]),
    ("Ten rebels were executed over the killing of their leader in an air strike.", ["killing", "air_strike"]),
    ("The Guards launched missiles and drones at the bases of two parties near Koya.", ["shelling"]),
    ("Aircraft and artillery pounded the bases of two parties near Koya.", ["air_strike"]),
    # who fights for what ground
    ("On Sunday the base at Tatama was harassed with grenades for the fourth time.", ["armed_clash"]),
    ("Lashio has been encircled for two weeks and its garrison was shelled on Monday.", ["siege", "shelling"]),
    ("The fighters fought on, and M23 held Goma in 2012.", ["territory_taken"]),
    ("UNITA shelled Kuito and withdrew from the town on Monday.", ["shelling", "territory_taken"]),
    ("After the shelling of Wana on Monday the fighters left the town.", ["shelling", "territory_taken"]),
    ("Commandos retook the hotel in Kabul from gunmen.", ["territory_taken"]),
    ("Rebels overran a string of towns in Shan state.", ["territory_taken"]),
    ("Troops have driven back a rebel column near El Fasher.", ["armed_clash"]),
    ("Fano fighters entered Lalibela without a fight.", ["territory_taken"]),
    ("Hodeidah has been spared a full assault by coalition troops.", []),
    ("Dozens were trapped under the rubble of a house after shelling in Jabalia.", ["shelling"]),
    ("Rebels took Kismayo in 2009. Kenyan and Somali troops captured it in 2012.", ["territory_taken"] * 2),
    ("Gunmen attacked Djugu. The attackers burned the health centre.", ["attack", "destruction"]),
    ("The ministry took back the deal. Troops captured it on film near Goma.", []),
    (
        "Security forces in Sudan shot dead 50 people this week in demonstrations against the price of fuel.",
        ["killing"],
    ),
    ("Eleven students were killed by soldiers while protesting in the town of Bahri.", ["killing"]),
    ("More than 700 leaders have been murdered in Colombia since the peace accord of 2016.", ["killing"]),
    ("Four soldiers were killed on Saturday when troops surrounded a house in Pulwama.", ["armed_clash"]),
    ("A shell fell on a clinic in Monrovia where thousands had taken shelter.", ["shelling"]),
    # who is taken and freed
    ("Militants took 28 police officers captive at a border post.", ["arrest"]),
    ("The militia handed over 14 captured soldiers to the Red Cross.", ["escape"]),
    ("The boys had been recruited by force by the guerrillas in March.", ["abduction"]),
    # truces
    ("The truce held since January, but observers recorded 17 violations by April.", ["agreement", "violation"]),
    ("Fighting reached Rakhine on Monday, ending a year-old truce.", ["armed_clash"]),
    # one event or two
    ("The kidnapping of the priests on Friday follows the abduction of 30 pupils in March.", ["abduction"] * 2),
    ("IS gunmen killed 24 people in a market in Hasaka, prompting Russian air strikes.", ["killing", "air_strike"]),
    ("Al-Qaeda militants seized al-Houta and killed 20 soldiers.", ["territory_taken", "armed_clash"]),
    ("A mine killed two men near Izium; a second went off as rescuers came.", ["explosion", "explosion"]),
    ("On Friday a truck bomb killed 17 in Peshawar; on Tuesday, 34 died when a car exploded.", ["explosion"] * 2),
    # what the word alone does not tell
    ("The minister survived an attempt on his life by gunmen in Aden.", ["attack"]),
    ("A mob burned 15 cars in Jammu after the bombing of a bus.", ["destruction", "explosion"]),
    ("LTTE fighters overran the Elephant Pass base in April 2000.", ["territory_taken"]),
    ("At least five soldiers were killed in action in Zaporizhzhia.", ["armed_clash"]),
]


@pytest.mark.parametrize(("text", "events"), TOLD)
def test_events_of_a_sentence(text: str, events: list[str]) -> None:
    assert [c.event for c in claims(text)] == events


NOT_TOLD = [
    "“We bomb terrorists and nobody else,” the minister said of the war in Idlib.",
    "Its fighters never fire on civilians, the rebel group said.",
    "Israel was in no rush for a ceasefire in Gaza, its prime minister said.",
    # what has not happened
    "The movement is due to sign a truce with the army in Juba this week.",
    "Rebel commanders said they were weeks away from capturing the last districts of Taiz.",
    "On Monday the League announced a plan that asks for an end of it, a withdrawal of the army from Homs, and talks.",
    "Villagers near Izium said they were worried about booby-traps.",
    "The general said that an operation of the army against rebels in Tigray is near.",
    # what is no event of a war
    "The government took a firm position on the war in Sudan.",
    "The firm sells combat, reconnaissance and surveillance drones to the army of Myanmar.",
    "The Taliban signed a deal with an oil firm in Kabul on Monday.",
    "The coastguard seized a trawler that had entered the waters of Yemen.",
    "A dispute at the shipyard in Aden led to its occupation by workers.",
    "On May 21 the military aircraft left Caracas bound for Tehran.",
    "The officer said that the drone was the best that the army had used since the Korean War.",
    "Rebels are fighting for a separate state in Kayin.",
    "A strike of shopkeepers closed much of the bazaar in Tehran for a third day.",
    "The group was banned in Europe over its violence against Israel.",
    "The standoff between the army and rebels in Sanaa has divided the city.",
    "Two students were killed after a truck smashed a motorcycle in Bogura on Thursday.",
    "Such torpedoes would matter in future battles at sea, the general said.",
    # what is only felt about, or goes on in general
    "When people are murdered by militias, the state must act.",
    "Recent attacks in the capital had inspired him to join the army.",
    "The council passed a resolution that rejects the occupation of the Golan Heights.",
    "Jordan rejected the occupation of the Golan Heights.",
    "The minister dismissed trials and executions in Insein prison as attempts to frighten people.",
    "The parade was a demonstration of the military power of the army.",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_is_no_event(text: str) -> None:
    assert [c for c in claims(text) if c.stance == "asserted"] == []


def test_missiles_brought_down_were_not_fired_by_who_brought_them_down() -> None:
    strike, stopped = claims("The coalition struck Sanaa on Sunday after it intercepted 12 drones over Jizan.")
    assert [p.text for p in strike.attackers] == ["The coalition"]
    assert (stopped.event, stopped.attackers, [w.text for w in stopped.weapons]) == ("air_strike", (), ["drones"])


def test_a_high_toll_right_behind_its_incident_is_of_it() -> None:
    strike, toll = claims(
        "Israeli jets hit dozens of targets in Gaza on Saturday. At least 225 people died, medics said."
    )
    assert (toll.event, toll.scope) == (strike.event, strike.scope) == ("air_strike", "incident")


def test_damage_with_nobody_who_did_it_is_of_the_event_before() -> None:
    (shelling,) = claims("Rockets hit Aden on Monday. Three houses were destroyed.")
    assert len(shelling.quotes) == 2


def test_a_share_of_the_dead_stands_beside_their_number() -> None:
    (bombing,) = claims("A bomb on a bus in Tripoli killed 14, nine of them soldiers.")
    assert [(h.low, h.part_of) for h in bombing.harm] == [(14, None), (9, 0)]


def test_an_attack_that_came_after_another_is_only_named() -> None:
    text = "Gunmen killed 134 Fulani in Ogossagou. The attack came a week after jihadists killed 23 soldiers at Dioura."
    assert [c.harm[0].low for c in claims(text)] == [134, 23]


def test_a_building_that_was_stormed_is_fought_over_and_not_besieged() -> None:
    text = "Gunmen stormed the university in Garissa on Thursday. Four attackers were killed when the siege ended."
    assert {c.event for c in claims(text)} == {"armed_clash"}


NAMED_AGAIN = [
    "Government aircraft bombed Douma on Saturday, killing 20. The minister wrote of his response to the Douma attack.",
    "Gunmen shot dead a Kurdish politician in Qamishli on Friday. The killing angered many Kurds.",
    "A bomb killed 40 policemen in Pulwama on Thursday. The bombing was the deadliest in three decades.",
    "The army fired rockets at a camp near Koya on Monday. Baghdad condemned the strikes.",
    "Gunmen killed 25 people in Juarez on Thursday. Four of the victims were decapitated.",
    "Rebels shelled the market in Bunia on Friday. The United Nations condemned the attack in Bunia.",
]


@pytest.mark.parametrize("text", NAMED_AGAIN)
def test_what_is_only_named_again_is_one_event(text: str) -> None:
    assert len(claims(text)) == 1


def test_an_army_that_has_yet_to_come_denies_nothing() -> None:
    text = "Militants seized Jaar in March. The army launched an offensive but has yet to regain Jaar."
    assert [c.event for c in claims(text)] == ["territory_taken", "armed_clash"]


def test_a_war_of_generations_ago_is_history_though_its_year_is_told_elsewhere() -> None:
    text = "On May 5, 1862, French troops marched to Puebla. They lost the battle of Puebla to the Mexican army."
    later = " In May 2022 the mayor spoke of it again."
    assert claims(text + later) == ()


def test_gunmen_who_block_a_road_do_not_protest() -> None:
    text = "The gunmen blocked two roads in Reynosa with stolen buses on Saturday."
    assert "protest" not in {c.event for c in claims(text)}


CRIME = (
    "A plumber is said to have murdered a woman in Zarqa on Sunday. The prosecutor is questioning him, and a special"
    " task force was sent to the shop, where it found a hammer and a bag. "
)


@pytest.mark.parametrize(("words", "is_told"), [("", False), (" Gunmen killed two soldiers in Homs on Monday.", True)])
def test_crime_is_told_of_where_there_is_war(words: str, is_told: bool) -> None:
    court = "The court heard on Monday that the family had bought the shop, and that the lease was paid for a year. "
    assert bool(claims(CRIME + 6 * court + words)) is is_told


def test_a_shelter_from_the_storm_is_no_conquest() -> None:
    text = "Soldiers evacuated dozens of villagers from the island of Rama Cay. Militants held the port."
    assert "territory_taken" not in {c.event for c in claims(text)}
