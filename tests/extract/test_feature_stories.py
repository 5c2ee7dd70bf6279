"""Turns of phrase of features, analyses and statements: no deed at all, or not that of whom a first look charges."""

import pytest
from reading import claims, only

NO_CLAIM = [
    "The president denied any wrongdoing and called himself the victim of a plot.",
    "The junta may have to strike a deal with the Buddhist clergy.",
    "Old feuds between the two families exploded into anger at the funeral.",
    "Ethiopia's push to double its exports of coffee is going unnoticed.",
    "Judges in The Hague rejected objections to a genocide case over the Rohingya.",
    "The prosecutor did not say how many people were arrested in Kampala.",
    "Baghdad lodged a protest with the United Nations over the border.",
    "The dispute will lead to another court battle, and the mayor faces an uphill battle in the south.",
    "A blaze tore through a depot in Sitra and killed 44 people. Police said the toll rose after a clerk died.",
    "The city wants to turn abandoned air raid shelters into wine cellars.",
    "They laid flowers at the Kargil War Memorial on Tuesday.",
    "The secrecy surrounding the country's leaders grew.",
    "Russia's defence ministry said that its forces strike only military targets in Ukraine.",
    "The junta says its troops only attack terrorists in Sagaing.",
    "Police dug up the four bodies and handed them over to the relatives.",
]


@pytest.mark.parametrize("text", NO_CLAIM)
def test_no_deed_is_told(text: str) -> None:
    assert claims(text) == ()


WHO = [
    # sentence, attackers, targets
    ("A dossier on the army's killing of 14 herders was leaked.", ["the army"], ["14 herders"]),
    ("Last June fighters raided the village and killed a nurse.", ["fighters"], ["the village"]),
    ("The army lost 11 men near Boni when a convoy struck a mine.", [], ["a convoy"]),
    ("A jet hit a checkpoint with a bomb.", ["A jet"], ["a checkpoint"]),
    ("The riot ended with three inmates hacked to death.", [], ["three inmates"]),
    ("The unrest led to at least 12 miners being shot dead by police.", ["police"], ["at least 12 miners"]),
    (
        "Kenyan soldiers, who were in the town training recruits and were attacked by the militia, withdrew.",
        ["the militia"],
        ["Kenyan soldiers"],
    ),
    ("The banker's driver Jean Moke and his clerk Ali Diallo were found dead.", [], ["Jean Moke", "Ali Diallo"]),
]


@pytest.mark.parametrize(("text", "attackers", "targets"), WHO)
def test_who_did_it_to_whom(text: str, attackers: list[str], targets: list[str]) -> None:
    claim = next(c for c in claims(text) if c.stance == "asserted")
    assert ([p.text for p in claim.attackers], [t.text for t in claim.targets]) == (attackers, targets)


def test_no_involvement_is_a_denial() -> None:
    claim = only("Kigali insisted that it had no involvement in a massacre of refugees near Kibumba.")
    assert (claim.stance, [s.text for s in claim.sources]) == ("denied", ["Kigali"])


def test_a_claim_beside_a_killing_is_disputed_and_not_the_killing() -> None:
    text = "Troops killed two farmers near Bamenda, claiming they were rebels. The families disputed the claim."
    assert [c.stance for c in claims(text)] == ["asserted"]


def test_who_is_only_cited_as_a_rule_is_no_source() -> None:
    claim = only("Soldiers killed 20 insurgents near Gao according to international law.")
    assert claim.sources == ()


def test_it_said_is_the_body_that_the_sentence_is_of() -> None:
    claim = only("The health ministry named the dead man as Omar Said, 31, who it said was killed by shrapnel.")
    assert [s.text for s in claim.sources] == ["The health ministry"]


def test_he_is_no_thing_that_indicates() -> None:
    text = (
        "Governor Ruiz spoke in Cali. He said the cruel act indicated hatred. "
        '"Soldiers have found 13 bodies in the prison," he said.'
    )
    sources = {s.text for c in claims(text) for s in c.sources}
    assert sources <= {"Governor Ruiz", "Ruiz"}


def test_people_who_leave_and_arrive_are_displaced_once() -> None:
    claim = only("At least 30,000 refugees have left the country and arrived in Chad.")
    assert [(h.kind, h.low) for h in claim.harm] == [("displaced", 30_000)]


def test_they_are_who_did_it_and_not_who_tells() -> None:
    text = "Ugandan soldiers seized an activist in Gulu, six groups said. They shot two others dead."
    *_, last = claims(text)
    assert [p.text for p in last.attackers] == ["Ugandan soldiers"]


def test_the_office_of_who_speaks_is_no_place_of_what_happened() -> None:
    text = "(Beirut, March 3, 2021) – Houthi forces fired a missile at a camp, killing eight, a rights group said."
    claim = only(text)
    assert claim.where == ()


def test_a_regime_that_others_condemn_is_not_theirs() -> None:
    text = (
        "The United States condemned the regime's execution of four men in Yangon. "
        "Myanmar's junta hanged them on Monday, state media in Myanmar said."
    )
    first = claims(text)[0]
    assert first.attackers[0].actor is not None
    assert "United States" not in first.attackers[0].actor.name


@pytest.mark.parametrize(
    "text",
    [
        "The raid was based on a security pact between Baghdad and Ankara.",
        "Iranian police have arrested four members of a network close to Israel's secret services.",
    ],
)
def test_a_state_that_only_has_something_is_no_place(text: str) -> None:
    assert {p.place.name for c in claims(text) for p in c.where} <= {"Iran"}


def test_a_town_that_owns_an_attack_is_no_place() -> None:
    claim = only("Tel Aviv's attacks on the border town of Naqoura began again.")
    assert "Tel Aviv" not in [p.text for p in claim.where]


def test_each_of_a_list_of_names_is_harmed() -> None:
    claim = only("Marco, Luis, Pedro and Kevin were murdered by the police in Maracaibo.")
    assert [(h.kind, h.low, h.high) for h in claim.harm] == [("killed", 1, 1)] * 4


def test_they_may_be_who_it_was_done_by() -> None:
    text = "On Monday gunmen shot a herder in Bosso. The village was raided by insurgents in 2017. They killed a nun."
    *_, last = claims(text)
    assert [p.text for p in last.attackers] == ["insurgents"]


def test_what_lies_in_the_past_takes_no_day() -> None:
    text = "On Monday gunmen shot a herder in Bosso. The town has been attacked several times by rebels in the past."
    *_, last = claims(text)
    assert (last.event, last.when) == ("attack", None)


def test_the_clashes_are_those_told_just_before() -> None:
    text = (
        "In Bankura, clashes broke out between two groups on Monday. Ten people were injured during the clashes. "
        "In Delhi, clashes broke out at a hostel on Tuesday."
    )
    first, second = claims(text)
    assert ([p.text for p in first.where], [h.low for h in first.harm]) == (["Bankura"], [10])
    assert ([p.text for p in second.where], second.harm) == (["Delhi"], ())


@pytest.mark.parametrize(
    "text",
    [
        "The leaders agreed to make sure Russia faces sanctions for its invasion of Ukraine.",
        "The ministers also discussed Israel's bombardment of Gaza.",
        "Russia's invasion of Ukraine has raised fears for Taiwan, which Beijing claims as its own territory.",
    ],
)
def test_a_war_of_which_others_speak_goes_on(text: str) -> None:
    claim = only(text)
    assert (claim.stance, "Beijing" in [s.text for s in claim.sources]) == ("asserted", False)


def test_what_an_abuse_included_was_not_done_to_the_abuse() -> None:
    assert all(not c.targets for c in claims("The girl suffered abuse that included being shot with a pellet gun."))


@pytest.mark.parametrize("name", ["Omar Saleh", "Ismail Assad", "Ahmed Haftar"])
def test_a_namesake_of_a_ruler_is_no_army(name: str) -> None:
    text = f"The student {name} killed a guard in Dhaka."
    actor = only(text).attackers[0].actor
    assert actor is None or "Civilians" in actor.name


def test_an_uprising_that_left_people_dead_is_not_the_last_army_named() -> None:
    text = "The army called off the vote in 1992. An uprising began that left some 2,000 dead over the next years."
    *_, last = claims(text)
    assert (last.attackers, [h.low for h in last.harm]) == ((), [2000])


def test_they_in_a_mourners_words_are_not_the_government() -> None:
    text = '"This government will do nothing. When they killed my daughter it did nothing," he said in Bella.'
    (claim,) = [c for c in claims(text) if c.harm]
    assert claim.attackers == ()


def test_a_surname_is_no_weapon() -> None:
    assert all(not c.weapons for c in claims("Rebels shot dead the writer Eldridge Cleaver near Gao."))


def test_a_day_of_years_ago_is_not_that_of_another_paragraph() -> None:
    text = (
        "The town lies west of the capital. Insurgents took it on August 7, 2011.\n\n"
        'Migrants were held near Sabratha. "Militiamen killed the captives in the desert," Musa said.'
    )
    *_, last = claims(text)
    assert (last.event, last.when) == ("killing", None)


def test_they_who_come_out_when_troops_leave_are_not_the_troops() -> None:
    text = "Militiamen hid in Adhamiya. They came out when Americans left, then they fired mortars at the houses."
    (claim,) = [c for c in claims(text) if c.event == "shelling"]
    assert "Americans" not in [p.text for p in claim.attackers]


def test_a_witness_in_a_trial_did_not_die_in_the_massacre() -> None:
    found = claims("A witness in the trial of the general for a 1982 massacre at Dujail has died.")
    assert all(not c.harm for c in found if "massacre" in c.quotes[0].text and c.event == "killing")


def test_an_attack_that_is_only_rejected_as_a_plan_is_no_denial() -> None:
    assert claims("The minister first rejected an attack on rebel bases in Kunduz, saying it would fail.") == ()


def test_bombs_that_were_found_in_time_did_not_go_off() -> None:
    assert claims("In Lashkar Gah a lorry bomb was found before anybody could set it off.") == ()


def test_its_military_is_that_of_the_country_named_beside_it() -> None:
    text = "The group spoke of a truce. Shells were fired at Ethiopia, months after its army left Baidoa."
    (claim,) = [c for c in claims(text) if c.event == "territory_taken"]
    assert claim.attackers[0].actor is not None
    assert "Ethiopia" in claim.attackers[0].actor.name


def test_where_survivors_came_to_is_not_where_it_happened() -> None:
    text = "Survivors who reached Adre in Chad told reporters that men were pulled out of their homes and shot."
    assert all("Adre" not in p.text for c in claims(text) for p in c.where)


def test_the_paramilitary_group_is_the_one_named_before() -> None:
    text = "The Rapid Support Forces killed 40 people in Ardamata. The paramilitary group denied the killings."
    *_, last = claims(text)
    assert (last.stance, last.attackers[0].actor and last.attackers[0].actor.id) == ("denied", "rsf")


def test_where_some_of_the_dead_fell_is_not_where_all_did() -> None:
    claim = claims("At least 35 civilians were killed in raids on northern Yemen, among them 19 at a hospital in Abs.")[
        0
    ]
    assert "Abs" not in [p.text for p in claim.where]


def test_who_took_shelter_before_a_strike_was_not_displaced_by_it() -> None:
    text = "On Tuesday an air strike destroyed the theatre in Mariupol where hundreds of people had taken shelter."
    assert all(h.kind != "displaced" for c in claims(text) for h in c.harm)


def test_a_mayor_speaks_of_his_town() -> None:
    text = "The mayor of the port of Mariupol said that some 5,000 people had been killed since the siege began."
    assert [p.text for p in claims(text)[0].where] == ["Mariupol"]


def test_an_attack_that_is_ranked_has_no_doers_of_its_own() -> None:
    text = (
        "Taliban gunmen stormed a school in Peshawar, killing 141 people, in the deadliest militant attack for years."
    )
    assert [p.text for p in claims(text)[0].attackers] == ["Taliban gunmen"]


def test_what_went_on_is_not_of_those_who_tell_of_other_dead() -> None:
    text = (
        "Rebels claimed control of Goma on Monday, and shelling continued. Ten people were killed, hospitals said. "
        "Kigali said five civilians were killed in Rubavu by shells fired by the Congolese army."
    )
    ten = next(c for c in claims(text) if any(h.low == 10 for h in c.harm))
    assert (ten.attackers, "Rubavu" in [p.text for p in ten.where]) == ((), False)


def test_raids_just_told_are_those_whose_dead_others_count() -> None:
    text = (
        "The Sudanese army has stepped up its air raids on southern Khartoum since early May. "
        "The raids have killed scores of civilians and wounded hundreds, doctors said."
    )
    found = only(text)
    assert (bool(found.attackers), len(found.harm)) == (True, 2)


def test_gunfire_that_continued_says_nothing() -> None:
    text = "Rebels claimed control of Goma after entering the city, and gunfire continued around the airport."
    assert "gunfire" not in [s.text for c in claims(text) for s in c.sources]


def test_what_was_called_a_camp_was_bombed() -> None:
    text = "Pakistan shot down two jets, a day after Indian planes bombed what Delhi called a training camp in Balakot."
    (strike,) = [c for c in claims(text) if c.event == "air_strike"]
    assert [t.text for t in strike.targets] == ["a training camp"]


def test_bodies_found_bound_are_not_of_the_crowd_that_was_fired_on() -> None:
    text = (
        "Soldiers fired on students near the port in Abidjan's Treichville district, "
        "and 57 bodies, many of them bound, were found in a forest the next morning, a United Nations team reported."
    )
    found = next(c for c in claims(text) if any(h.low == 57 for h in c.harm))
    assert found.attackers == ()


def test_who_entered_an_airport_when_troops_fired_neither_took_it_nor_killed() -> None:
    text = (
        "On Thursday soldiers opened fire when demonstrators entered the airport of Ayacucho, killing eight and "
        "injuring 52, the health office said."
    )
    claim = only(text)
    assert [p.text for p in claim.attackers] == ["soldiers"]
    assert [(h.kind, h.low) for h in claim.harm] == [("killed", 8), ("injured", 52)]


def test_fire_on_fleeing_civilians_that_is_denied_is_a_denied_killing() -> None:
    claim = only("The presidency denied reports that troops had fired on fleeing civilians in Maungdaw.")
    assert (claim.event, claim.stance, [t.text for t in claim.targets]) == ("killing", "denied", ["fleeing civilians"])


def test_villagers_evacuated_later_were_not_hurt_by_who_shot() -> None:
    text = "Refugees said soldiers shot at them in Maungdaw. About 4,000 villagers were evacuated by the army."
    assert all(h.kind != "displaced" for c in claims(text) if c.event == "killing" for h in c.harm)


def test_the_wounded_who_are_flown_out_are_not_displaced() -> None:
    assert claims("US planes evacuated 58 of the wounded to Germany.") == ()


def test_the_worst_massacre_is_the_one_just_told() -> None:
    claim = only("A shell landed in a market in Tuzla, killing 68 and wounding 200 in the worst massacre of the war.")
    assert (claim.event, [h.low for h in claim.harm]) == ("shelling", [68, 200])


def test_a_state_that_only_denies_owns_no_commandos() -> None:
    text = (
        "Gunmen attacked ten sites in Mumbai. Commandos freed 39 hostages from a hotel on Thursday. Indian officials "
        "said the gunmen had come by sea from Karachi; Pakistan denied any involvement."
    )
    (freed,) = [c for c in claims(text) if c.event == "escape"]
    assert freed.attackers[0].actor is not None
    assert "Pakistan" not in freed.attackers[0].actor.name


def test_soldiers_who_fell_were_not_killed_by_their_allies() -> None:
    text = (
        "Coalition jets pounded Houthi positions in Hodeidah on Wednesday. Four Emirati soldiers were killed, the UAE "
        "armed forces said."
    )
    fallen = next(c for c in claims(text) if any(h.low == 4 for h in c.harm))
    assert fallen.attackers == ()


def test_bodies_that_volunteers_buried_are_laid_to_nobody() -> None:
    text = "The RSF said army soldiers had stormed the embassy in Khartoum. Volunteers in Omdurman buried 23 bodies."
    found = next(c for c in claims(text) if any(h.low == 23 for h in c.harm))
    assert found.attackers == ()


def test_a_flight_number_is_no_flight() -> None:
    assert {c.event for c in claims("A bomb tore apart Pan Am Flight 103 over Lockerbie, killing all 259 aboard.")} == {
        "explosion"
    }


def test_what_hostage_takers_want_is_not_where_they_are() -> None:
    text = "Some 1,100 hostages are held in a school in Beslan by militants demanding that troops leave Chechnya."
    assert "Chechnya" not in [p.text for c in claims(text) for p in c.where]


def test_a_number_speaks_for_nobody() -> None:
    text = "Guards opened fire, killing four people according to the police and 19 according to hospital staff in Aden."
    assert "19" not in [s.text for c in claims(text) for s in c.sources]


def test_who_dies_crossing_a_border_is_of_no_blast_told_before() -> None:
    text = (
        "Soldiers blew up the homes of three suspects in Jenin. Two men were killed while trying to cross the border, "
        "the army said."
    )
    two = next(c for c in claims(text) if any(h.low == 2 for h in c.harm))
    assert (two.event, two.attackers) == ("killing", ())


def test_whom_rebels_seize_in_a_town_is_no_town() -> None:
    events = {
        c.event for c in claims("Rebels have seized 300 peacekeepers in four towns of Sierra Leone since Monday.")
    }
    assert "territory_taken" not in events


def test_who_was_telephoned_before_is_not_where_the_bombs_fell() -> None:
    text = (
        "A gunship hit a hospital in Kunduz on Saturday, killing 19 people. The charity said the bombing went on for "
        "half an hour after it had telephoned officers in Kabul."
    )
    assert "Kabul" not in [p.text for c in claims(text) for p in c.where]


def test_those_who_died_since_are_within_the_toll_that_rose() -> None:
    found = only("The toll of a truck bombing in Mogadishu rose to 58 on Monday after six of the injured died.")
    assert [(h.low, h.part_of) for h in found.harm] == [(58, None), (6, 0)]


def test_the_dead_since_a_day_are_of_no_raid_told_before() -> None:
    text = (
        "Baku shelled Shushi overnight, and three people were injured. "
        "Karabakh officials have put their military dead at 673 since 27 September."
    )
    dead = next(c for c in claims(text) if any(h.low == 673 for h in c.harm))
    assert (dead.event, dead.scope, [p.text for p in dead.where]) == ("armed_clash", "campaign", [])


def test_a_shell_that_hits_and_bursts_is_one() -> None:
    claim = only("A shell fired by government troops smashed through the roof of a school in Kadugli and exploded.")
    assert (claim.event, [p.text for p in claim.attackers]) == ("shelling", ["government troops"])


def test_a_bomb_that_was_fired_is_driven_by_nobody() -> None:
    found = claims("A gas cylinder bomb fired by the rebels crashed through the roof and exploded on the altar.")
    assert "suicide_bombing" not in {c.event for c in found}


def test_what_has_not_stopped_goes_on() -> None:
    found = claims("Shells fell on Homs on Tuesday. The shelling of Homs has not stopped.")
    assert {c.stance for c in found} == {"asserted"}


def test_who_is_charged_denies_it() -> None:
    found = claims(
        "A farmer told the tribunal on Monday that soldiers shot his neighbours near Kalinovik. Anto Babic, 70, is"
        " charged with the siege of Gorazde. He denies the charges."
    )
    (denied,) = (c for c in found if c.stance == "denied")
    assert [s.text for s in denied.sources] == ["Anto Babic"]


def test_the_day_of_a_testimony_is_no_day_of_the_deed() -> None:
    (claim,) = claims("A farmer told the tribunal on Monday that soldiers shot his neighbours near Kalinovik.")
    assert claim.when is None


def test_another_partys_men_stay_its_own_where_somebody_denies_it() -> None:
    found = claims("The warlord Ramzan Kadyrov claimed that his men had captured Popasna in Ukraine. Kyiv denied it.")
    (denied,) = (c for c in found if c.stance == "denied")
    assert all(p.actor is None or "Ukraine" not in p.actor.name for p in denied.attackers)


def test_how_long_a_siege_was_makes_it_lasting_and_not_recent() -> None:
    found = claims("Srebrenica fell in July 1995. The mayor is charged with the 44-month siege of Sarajevo.")
    (siege,) = (c for c in found if c.event == "siege")
    assert siege.scope == "campaign"
    assert siege.when is None or siege.when.time.start.year == 1995


def test_a_charge_is_of_what_was_told_before_it() -> None:
    found = claims(
        "At least 35 people were killed in Sobane on Monday. The governor blamed Fulani gunmen. In March Dogon hunters"
        " killed 160 herders in Ogossagou."
    )
    (charged,) = (c for c in found if any("blamed" in q.text for q in c.quotes))
    assert [p.text for p in charged.where] == ["Sobane"]


def test_whom_a_victim_had_blamed_before_is_charged_with_nothing() -> None:
    found = claims("A judge was abducted and killed on Monday in Geneina, hours after he had blamed the army.")
    assert not [p.text for c in found for p in c.attackers]


def test_they_are_the_nation_that_admits_it() -> None:
    found = claims(
        "The men who held his family had left. The Americans admitted that they dropped the bomb in Mosul on Monday."
    )
    assert [[p.text for p in c.attackers] for c in found] == [["The Americans"]]


def test_it_is_no_people_who_spoke_before() -> None:
    found = claims(
        "A pastor was shot dead in Thantlang, relatives said. The house was hit after a militia ambushed an army post"
        " and killed, it says, 30 soldiers."
    )
    assert all(not c.sources for c in found if any("ambushed" in q.text for q in c.quotes))


def test_a_charge_and_its_denial_in_one_sentence_are_two_claims() -> None:
    found = claims(
        "A missile hit a row of houses in Ganja on Monday and killed 13 people. Azerbaijan accused Armenia of having"
        " fired it, which Yerevan denied."
    )
    assert [(c.stance, [p.text for p in c.attackers]) for c in found][1:] == [
        ("unconfirmed", ["Armenia"]),
        ("denied", ["Armenia"]),
    ]


def test_a_name_at_which_people_are_is_a_place() -> None:
    found = claims("Rebels took Lalibela. The army accuses them of killing 120 villagers at Chenna Teklehaymanot.")
    (killing,) = (c for c in found if c.event == "killing")
    assert [p.text for p in killing.where] == ["Chenna Teklehaymanot"]


def test_gunmen_and_not_those_on_the_bus_shoot() -> None:
    (claim,) = claims("Gunmen stopped a bus in which miners were travelling near Quetta and shot dead nine of them.")
    assert [p.text for p in claim.attackers] == ["Gunmen"]


def test_he_is_the_one_named_among_the_arrested() -> None:
    found = claims(
        "Juan Murillo said in January that police shot six students in Iguala. More than 100 people have been"
        " arrested, among them the mayor of Iguala, Jose Abarca, and his wife. He denies having ordered the attack."
    )
    (denied,) = (c for c in found if c.stance == "denied")
    assert [s.text for s in denied.sources] == ["Jose Abarca"]


def test_who_was_killed_with_his_sons_was_not_alone() -> None:
    claim = only("The commander, Salah Hassanein, was killed with his two sons in an air strike on his house in Rafah.")
    assert sorted((h.kind, h.low) for h in claim.harm) == [("killed", 1), ("killed", 2)]


def test_what_is_denied_is_what_was_said_right_before() -> None:
    found = claims(
        "Jets bombed the market of Gao on Monday and killed 19 civilians. The minister says that the group is armed"
        " from abroad. The group denies this."
    )
    assert "denied" not in {c.stance for c in found}


def test_what_is_denied_of_an_event_stays_denied() -> None:
    found = claims(
        "Jets bombed the market of Gao on Monday and killed 19 civilians. Residents said that the bombs were its own."
        " The army denies this."
    )
    assert "denied" in {c.stance for c in found}
