"""One event told in two words is one claim; what only points at an event makes none."""

import pytest
from reading import claims, only

ONCE = [
    ("Soldiers stormed the village of Kiwanja on Friday and led away nine men.", ["armed_clash", "arrest"]),
    ("The Taliban announced a three-day truce on Monday after fighting in Kunduz.", ["agreement", "armed_clash"]),
    ("In a raid near Bago on Sunday, residents said, soldiers shot dead two farmers.", ["killing"]),
    (
        "In Aleppo, six people were killed and nine hurt on Saturday when jets bombed a tent in Bab al-Nayrab.",
        ["air_strike"],
    ),
    ('"Planes bombed Halabja in March," said a commander, who put the number of dead at 5,000.', ["air_strike"]),
    ("Gunmen shot two teachers in Gao on Monday and fled towards the border.", ["killing"]),
    ("Soldiers dropped their arms and fled into the hills near Sevare.", ["territory_taken"]),
    ("The government sent troops into Hama on Sunday.", ["territory_taken"]),
    ("The rebels have agreed to a truce in Hodeidah.", ["agreement"]),
    ("Rebels shelled Taiz on Monday. At least 17 people died there.", ["shelling"]),
    (
        "Gunmen freed 40 inmates of a jail in Beni on Monday. Soldiers have since found 25 of the inmates who escaped.",
        ["escape"],
    ),
    ("A judge was shot dead in Herat on Monday, police said. The judge was killed outside his home.", ["killing"]),
    (
        "The bar association said its head, Omar Farah, had been shot dead. It said he was killed on his way home.",
        ["killing"],
    ),
    (
        "Jane Moore was kidnapped by rebels in Mali in 2016. A nurse saw her. Moore was captured in May 2016 near Gao.",
        ["abduction"],
    ),
    ("A bomb was planted in a cafe in Bogota. The bomb exploded at 8:15, wounding 14 people.", ["explosion"]),
    (
        "A suicide bomber killed eight soldiers in Kidal on Monday, a colonel said. He said 15 were hurt. The bomber"
        " also died.",
        ["suicide_bombing"],
    ),
    ("Shops were looted and a bank was set on fire in Kadugli on Monday.", ["destruction"]),
    ("Rebels fired a mortar shell that landed in the Hamidiya quarter of Homs on Monday, killing two.", ["shelling"]),
    (
        "The UN says 5,400 people have died in the war in Yemen. More than 30 schools were shut. Some 5,400 people have"
        " been killed in the fighting since March, it said.",
        ["armed_clash"],
    ),
]
NOT_TOLD = [
    "Soldiers fired into the air in Cairo on Friday.",
    "The clinic treats families displaced from Hodeida by the war.",
    "Civilian deaths in Helmand fell by 15 percent in the first half of the year.",
    "The army was not aware of any shelling in the area of Bakhmut, a spokesman said.",
    "Fighters rejected the truce on Monday.",
    "The armed strike that the rebels called for Monday emptied the streets of Quibdo.",
]


@pytest.mark.parametrize(("text", "events"), ONCE)
def test_an_event_is_told_once(text: str, events: list[str]) -> None:
    assert [claim.event for claim in claims(text)] == events


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_is_only_spoken_of_is_no_claim(text: str) -> None:
    assert not claims(text)


def test_a_speaker_is_not_displaced_in_his_own_report() -> None:
    text = "A nurse who crossed into Chad on Friday said soldiers shot dead four of the wounded in Geneina."
    assert [claim.event for claim in claims(text)] == ["killing"]


def test_the_wounded_that_a_clinic_takes_in_are_not_displaced() -> None:
    found = claims("Two clinics have taken in 360 wounded since the shelling of Saturday, the group said.")
    assert "displacement" not in {claim.event for claim in found}


def test_people_are_held_in_the_kind_of_their_event() -> None:
    (held,) = [c for c in claims("Soldiers entered Katyr-Yurt and led away 20 men.") if c.event == "arrest"]
    assert [(harm.kind, harm.low) for harm in held.harm] == [("arrested", 20)]


def test_another_is_one_more_person() -> None:
    (claim,) = claims("One man was shot dead in Gao on Monday and another was wounded.")
    assert [(harm.kind, harm.low) for harm in claim.harm] == [("killed", 1), ("injured", 1)]


def test_what_must_follow_leaves_the_event_told() -> None:
    (claim,) = claims("The shelling of the hospital in Kharkiv on Monday must not go unpunished, the minister said.")
    assert claim.stance == "asserted"


def test_aid_that_is_not_let_in_is_a_siege() -> None:
    text = "The army besieged Madaya in July. No food has been allowed into the town since January, the U.N. said."
    assert "siege" in {claim.event for claim in claims(text) if "January" in claim.quotes[-1].text}


def test_unrest_that_began_is_a_protest() -> None:
    (claim,) = claims("The unrest began on Monday in Wad Madani.")
    assert (claim.event, [p.text for p in claim.where]) == ("protest", ["Wad Madani"])


SUMMED = [
    ("51 rebels had been killed and 48 captured since the siege of Marawi began in May.", [51, 48]),
    (
        "More than 40,000 people have been killed and two million displaced by the insurgency in Borno.",
        [40001, 2000000],
    ),
    ("A bomb killed the president in Grozny on Monday. The blast left six others dead.", [1, 6]),
    ("Shelling killed four people in Kherson on Monday. Three more died on the way to hospital.", [4, 3]),
    ("58 combatants were killed on Wednesday and taken to hospitals in Hodeidah.", [58]),
]


@pytest.mark.parametrize(("text", "harm"), SUMMED)
def test_harm_of_one_event_is_in_one_claim(text: str, harm: list[int]) -> None:
    (claim,) = claims(text)
    assert [told.low for told in claim.harm] == harm


def test_what_ranks_an_event_is_no_other() -> None:
    text = "Shells struck a clinic in El Fasher, killing 14 people, medics said, in the heaviest bombardment since May."
    (claim,) = claims(text)
    assert (claim.event, [h.low for h in claim.harm]) == ("shelling", [14])


@pytest.mark.parametrize(
    "text",
    [
        "Police have made no arrests over the killing of a judge, the mayor of Lima said.",
        "Peacekeepers handed the bodies over to the Red Cross on Monday.",
        "Two members of parliament from Deraa resigned on Saturday in protest at the crackdown.",
    ],
)
def test_no_arrest_no_escape_no_protest(text: str) -> None:
    assert not {claim.event for claim in claims(text)} & {"arrest", "escape", "protest"}


def test_nobody_was_harmed_is_a_denial_of_what_was_told() -> None:
    text = "Jets bombed a hospital in Sanaa on Monday, killing nine people. A spokesman denied that it had been hit."
    assert [(c.event, c.stance) for c in claims(text)] == [("air_strike", "asserted"), ("air_strike", "denied")]


def test_a_clause_of_time_tells_an_event() -> None:
    text = "Abyan province has seen daily bloodshed since jihadist gunmen took the town of Rada in May."
    assert "territory_taken" in {claim.event for claim in claims(text)}


def test_one_of_several_bombs_is_no_other_event() -> None:
    text = (
        "Three car bombs exploded in Claudy on Monday, killing eight people. The first bomb went off outside a bar."
        " A second exploded beside the hotel."
    )
    assert [(c.event, [h.low for h in c.harm]) for c in claims(text)] == [("explosion", [8])]


def test_one_death_is_one_incident() -> None:
    assert [c.scope for c in claims("The head of the clinic, Rima Sabbagh, has been shot dead in Homs.")] == [
        "incident"
    ]


def test_two_things_wrecked_in_one_breath_are_one_claim() -> None:
    text = "Armed men looted the store in Acobamba and set fire to the town hall on Tuesday."
    assert [claim.event for claim in claims(text)] == ["destruction"]


def test_a_man_dies_once() -> None:
    found = claims(
        "Attorney General Roberto Garcia was assassinated in San Salvador on Monday when a bomb placed by guerrillas on"
        " his vehicle exploded. Garcia, 56, was killed instantly."
    )
    assert [(c.event, [a.text for a in c.attackers], [h.low for h in c.harm]) for c in found] == [
        ("explosion", ["guerrillas"], [1])
    ]


def test_the_dead_and_the_hurt_of_one_bomb_are_one_event() -> None:
    found = claims(
        "Four soldiers died and a lieutenant was slightly injured when terrorists threw a bomb at a checkpoint."
    )
    assert [[(h.kind, h.low) for h in c.harm] for c in found] == [[("killed", 4), ("injured", 1)]]


def test_groups_that_make_up_a_toll_are_its_parts() -> None:
    (claim,) = claims(
        "Two people were hurt when rebels fired shells at Marib, officials said. The shells hit a house in the town,"
        " wounding a woman and a girl, the officials said."
    )
    assert [(h.low, h.part_of) for h in claim.harm] == [(2, None), (1, 0), (1, 0)]


def test_who_owns_an_event_tells_its_toll() -> None:
    first, owned = claims(
        "A bomb went off in Mogadishu on Monday, wounding three people. The Shabaab's spokesman claimed responsibility"
        " and said 12 officers were killed."
    )
    assert [h.low for h in first.harm] == [3]
    assert [h.low for h in owned.harm] == [12]
    other = claims(
        "A bomb went off in Mogadishu on Monday, wounding three people. The Shabaab's spokesman claimed responsibility"
        " and said the army killed his brothers."
    )
    assert [[h.kind for h in c.harm] for c in other] == [["injured"], [], ["killed"]]


def test_who_only_disputes_a_number_gives_his_own() -> None:
    said, disputed = claims(
        "The opposition says 900 people have been killed in the crackdown in Sudan. The minister disputed this and put"
        " the number killed at 61."
    )
    assert (said.stance, [h.low for h in said.harm]) == ("asserted", [900])
    assert (disputed.stance, [h.low for h in disputed.harm]) == ("asserted", [61])


def test_both_things_wrecked_in_one_breath_are_named() -> None:
    (claim,) = claims("Shops were looted and a bank was set on fire in Kadugli on Monday.")
    assert [t.text for t in claim.targets] == ["Shops", "a bank"]
    assert [q.text for q in claim.quotes] == ["Shops were looted and a bank was set on fire in Kadugli on Monday"]


GRIEVANCES = [
    "Police shot dead three people in Nairobi on Tuesday during protests against the killing of a blogger.",
    "Soldiers shot dead three people in Nairobi on Tuesday as a rally over the death of Samuel Kiplagat went on.",
]


@pytest.mark.parametrize("text", GRIEVANCES)
def test_a_death_that_is_protested_against_is_of_another_day(text: str) -> None:
    told = [c for c in claims(text) if c.harm]
    assert [[h.low for h in c.harm] for c in told] == [[3], [1]]
    assert told[0].when is not None
    assert told[1].when is None
    assert told[1].attackers == ()


def test_what_follows_a_grievance_is_of_the_news() -> None:
    text = GRIEVANCES[1] + " The shooting began when marchers reached the parliament, witnesses said."
    assert not any(h.low == 1 for c in claims(text) if "began" in c.quotes[-1].text for h in c.harm)


def test_who_drives_home_flees_from_nothing() -> None:
    (claim,) = claims("Judge Omar Farah was driving home when he was shot dead in Herat.")
    assert claim.event == "killing"


def test_a_headline_that_the_report_tells_in_full_is_no_claim() -> None:
    found = claims(
        "Taiz: scores dead on the second day of air raids as talks in Geneva end without a word on truces - as it"
        " happened\n\nRescuers were at work on Monday, the mayor said. Many have gone. Jets bombed the old town of Taiz"
        " twice, killing a family of six, he said. A doctor put the day's dead at 45."
    )
    assert [[h.low for h in c.harm] for c in found if c.event == "air_strike"] == [[6], [45]]


TWO_MEANS = [
    ("Shelling and air strikes killed ten people in Homs.", "shelling"),
    ("Air strikes and shelling killed ten people in Homs.", "air_strike"),
    ("The village of Bara came under shelling and air strikes on Monday.", "shelling"),
    ("The army pounded the village of Bara from the air on Monday.", "air_strike"),
]


@pytest.mark.parametrize(("text", "event"), TWO_MEANS)
def test_two_means_of_one_breath_are_one_event_under_the_first(text: str, event: str) -> None:
    assert [claim.event for claim in claims(text)] == [event]


def test_strikes_with_a_doer_each_are_two() -> None:
    first, second = claims("The village came under shelling from Syria and air strikes by Israel on Monday.")
    assert [(first.event, [p.text for p in first.attackers]), (second.event, [p.text for p in second.attackers])] == [
        ("shelling", ["Syria"]),
        ("air_strike", ["Israel"]),
    ]
    assert first.where == second.where == ()


def test_a_missile_strike_for_a_gas_attack_is_no_gas() -> None:
    found = claims(
        "The gas attack in Khan Sheikhoun killed dozens a year ago, when Washington ordered a missile strike on a base."
    )
    assert all(not c.weapons or c.event != "chemical_attack" for c in found)


def test_who_is_taken_once_is_counted_once_at_the_finer_day() -> None:
    (claim,) = claims(
        "Jane Moore was kidnapped by rebels in Mali in 2016. A nurse saw her. Moore was captured in May 2016 near Gao."
    )
    assert [(h.kind, h.low) for h in claim.harm] == [("abducted", 1)]
    assert claim.when is not None
    assert str(claim.when.time.start) == "2016-05-01"


def test_another_judge_in_another_town_is_another() -> None:
    found = claims(
        "A judge was shot dead in Herat on Monday. A clerk saw nothing. In Kandahar the judge was killed at home."
    )
    assert len(found) == 2


def test_what_others_did_meanwhile_is_another_event() -> None:
    raid, clash = claims(
        "Residents said 14 farmers were killed in raids by army troops in Daraa on Saturday while two rebels"
        " died when they fought the army in Homs, a centre of the revolt against 40 years of family rule."
    )
    assert ([p.text for p in raid.attackers], [h.low for h in raid.harm]) == (["army troops"], [14])
    assert [h.low for h in clash.harm] == [2]
    assert clash.scope == "incident"


def test_who_does_one_thing_is_not_who_does_the_thing_before() -> None:
    found = claims(
        "A wave of rallies in 2011 sparked a war in Chad and a violent crackdown by the government of Sudan."
    )
    (war,) = [claim for claim in found if claim.event == "armed_clash"]
    assert war.attackers == ()


def test_what_those_do_who_are_fought_is_not_who_fights_them() -> None:
    fight, deed = claims("The state says soldiers are fighting bandits who have been killing farmers in Maiduguri.")
    assert ([p.text for p in fight.attackers], fight.harm) == (["soldiers"], ())
    assert ([p.text for p in deed.attackers], deed.event) == (["bandits"], "killing")
    (rocket,) = claims("Troops fired a rocket that killed nine people in Marib on Monday.")
    assert [h.low for h in rocket.harm] == [9]


DRIVEN = [
    ("Some 50,000 people have been displaced by fighting in Bria.", "armed_clash"),
    ("Fighting in Bria has displaced 50,000 people.", "armed_clash"),
    ("Some 50,000 people were driven from their homes by the shelling of Horlivka.", "shelling"),
]


@pytest.mark.parametrize(("text", "event"), DRIVEN)
def test_those_whom_a_deed_drove_out_are_its_harm(text: str, event: str) -> None:
    claim = only(text)
    assert (claim.event, [(h.kind, h.low) for h in claim.harm]) == (event, [("displaced", 50000)])
