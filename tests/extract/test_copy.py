"""Sentences as agencies file them: what others did meanwhile or before, rising tolls, denials with their reasons."""

import pytest
from reading import claims


def test_who_holds_a_picture_says_nothing() -> None:
    (claim,) = claims("A protester holds a picture of a monk who was detained in Mandalay on Monday.")
    assert claim.sources == ()
    (claim,) = claims("A woman holds Russia responsible for the attack that killed her son in Bucha on Monday.")
    assert [s.text for s in claim.sources] == ["A woman"]


def test_the_town_that_a_report_is_sent_from_is_no_victim() -> None:
    (claim,) = claims("GAZA CITY — Nine people were killed in an Israeli strike on a house in Rafah on Friday.")
    assert [t.text for t in claim.targets] == ["a house"]
    assert [h.low for h in claim.harm] == [9]


ALONG = [
    ("Soldiers killed the president together with six ministers in Bujumbura on Thursday.", [1, 6]),
    ("Gunmen shot dead the mayor along with two bodyguards in Tripoli.", [1, 2]),
    ("The general died, together with three aides, when a mine exploded.", [1, 3]),
    ("The army, along with allied militias, killed 20 villagers in Bara.", [20]),
    ("Nine people were killed along the road with mortar fire.", [9]),
]


@pytest.mark.parametrize(("text", "counts"), ALONG)
def test_who_died_along_with_others_is_counted(text: str, counts: list[int]) -> None:
    (claim,) = claims(text)
    assert [h.low for h in claim.harm] == counts


def test_a_label_of_a_form_is_no_toll() -> None:
    (claim,) = claims("Casualties: at least 9 killed, 14 injured\nCoalition aircraft bombed a hall in Amran.")
    assert [(h.kind, h.low) for h in claim.harm] == [("killed", 9), ("injured", 14)]


def test_a_place_of_a_later_day_is_not_lent_backwards() -> None:
    first, *_ = claims(
        "Paratroopers on 21 October seized the palace and killed the president. In Kirundo, crowds killed some 30"
        " traders on 22 October, a priest said."
    )
    assert first.where == ()


def test_what_is_heard_in_a_headline_was_heard() -> None:
    (claim,) = claims("Unconfirmed: explosions heard in Kherson tonight.")
    assert (claim.event, [p.text for p in claim.where]) == ("explosion", ["Kherson"])


ONLY_BEFORE = [
    "Two women were killed in Ashkelon by rockets fired from Gaza, hours after Israeli aircraft flattened a tower in"
    " Gaza City.",
    "A rocket killed two women in Ashkelon shortly after Israeli aircraft struck Gaza City.",
    "Two women were killed in Bara two days after army jets bombed a depot in El Obeid.",
]


@pytest.mark.parametrize("text", ONLY_BEFORE)
def test_who_struck_before_did_not_kill_those_who_died_by_other_arms(text: str) -> None:
    died, struck = sorted(claims(text), key=lambda claim: not claim.harm)
    assert ([h.low for h in died.harm], died.attackers) == ([2], ())
    assert struck.harm == ()
    assert len(struck.attackers) == 1


def test_who_died_days_after_a_shooting_died_of_it() -> None:
    (claim,) = claims("He died in Bara two days after gunmen shot him.")
    assert [a.text for a in claim.attackers] == ["gunmen"]


def test_how_many_died_is_no_toll_where_it_is_asked() -> None:
    assert claims("It was not clear how many rebels died.") == ()
    claim = claims(
        "Maoist rebels attacked a police post, killing 32 policemen. It was not clear how many rebels died: police said"
        " 11 bodies had been found."
    )[-1]
    assert ([h.low for h in claim.harm], claim.attackers) == ([11], ())


MEANWHILE = [
    ("Syrian army troops moved into Manbij as US forces pulled out.", [["Syrian army troops"], ["US forces"]], []),
    ("Troops opened fire as protesters threw stones, killing two.", [["Troops"], ["protesters"]], [2]),
    (
        "Police fired into a crowd when protesters stormed the building, killing four.",
        [["Police"], ["protesters"]],
        [4],
    ),
    ("Soldiers shot dead three men as rebels attacked the town.", [["Soldiers"], ["rebels"]], [3]),
]


@pytest.mark.parametrize(("text", "doers", "dead"), MEANWHILE)
def test_what_others_did_at_that_moment_is_theirs_alone(text: str, doers: list[list[str]], dead: list[int]) -> None:
    found = claims(text)
    assert [[a.text for a in c.attackers] for c in found] == doers
    assert [h.low for h in found[0].harm] == dead
    assert found[1].harm == ()


CAME_OR_WENT = [
    "Bodies of at least 20 men lay on a street in Bucha after Russian troops left the town, reporters said.",
    "Twenty people were killed in Kobane after militants entered the town on Thursday.",
]


@pytest.mark.parametrize("text", CAME_OR_WENT)
def test_troops_that_came_or_went_before_are_not_said_to_have_killed(text: str) -> None:
    died, moved = claims(text)
    assert (died.event, died.attackers, died.harm[0].low) == ("killing", (), 20)
    assert (moved.event, moved.harm) == ("territory_taken", ())


def test_a_bare_toll_is_not_laid_to_who_is_only_told_of_as_a_time() -> None:
    toll = claims(
        "Georgian tanks entered Tskhinvali on Friday after separatists shelled Georgian villages, officials said."
        " South Ossetia's leader spoke of 1,400 dead."
    )[-1]
    assert ([h.low for h in toll.harm], toll.attackers) == ([1400], ())


def test_a_nation_has_tanks() -> None:
    (claim,) = claims("Georgian tanks entered Tskhinvali on Friday.")
    assert [a.actor and a.actor.name for a in claim.attackers] == ["Military Forces of Georgia"]


def test_a_drone_that_ends_in_a_building_struck_it() -> None:
    (claim,) = claims("A drone slammed into an apartment building in Saratov, killing two people.")
    assert (claim.event, [t.text for t in claim.targets]) == ("air_strike", ["an apartment building"])


def test_who_tried_to_flee_or_fled_the_scene_was_not_displaced() -> None:
    assert claims("The gunman fled the scene.") == ()
    (claim,) = claims("He was shot dead in an ambush as he tried to flee in an ambulance.")
    assert [h.kind for h in claim.harm] == ["killed"]


NAMED = [
    ("A caller said a group named Islamic Jihad had carried out both attacks in Beirut.", "Islamic Jihad"),
    ("A group known as the Red Brigade shot dead a judge in Rome.", "the Red Brigade"),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_group_goes_by_the_name_it_is_given(text: str, name: str) -> None:
    (claim,) = claims(text)
    assert [a.text for a in claim.attackers] == [name]


def test_another_truck_is_another_attack() -> None:
    found = claims(
        "A suicide bomber drove a truck into a barracks in Beirut on Sunday, killing 241 servicemen; minutes later"
        " another truck hit a building used by French paratroopers, killing 58."
    )
    assert [[h.low for h in c.harm] for c in found] == [[241], [58]]


def test_who_burned_to_death_died() -> None:
    found = claims("A mob set fire to a church in Eldoret, burning to death at least 30 villagers.")
    assert [(c.event, [(h.kind, h.low) for h in c.harm]) for c in found] == [("killing", [("killed", 30)])]


def test_whose_rockets_one_side_says_were_used() -> None:
    (claim,) = claims("Moscow said Kyiv had used US-made Himars rockets on the prison.")
    assert ([a.text for a in claim.attackers], [s.text for s in claim.sources]) == (["Kyiv"], ["Moscow"])


def test_a_toll_is_not_of_the_bombing_that_pilots_refused() -> None:
    toll = claims(
        "Two pilots flew their jets to Malta on Monday after refusing to bomb protesters in Benghazi."
        " Human Rights Watch put the dead at 233 in four days."
    )[-1]
    assert (toll.event, [h.low for h in toll.harm]) == ("killing", [233])


def test_a_sentence_that_opens_with_its_own_day_leaves_the_speaker_and_lends_no_day() -> None:
    strike, *_, bomb = claims(
        "A US drone strike on a car in Kabul killed ten members of one family, relatives said. The Pentagon said it had"
        " hit a threat. On Thursday a bomber killed 13 US troops at the airport."
    )
    assert (strike.when, bomb.sources) == (None, ())


ONE_AND_MORE = [
    ("A bomb tore through the UN headquarters in Baghdad, killing the envoy Sergio de Mello and 16 others.", [1, 16]),
    ("Gunmen killed the journalist Marie Colvin and two guards in Homs.", [1, 2]),
]


@pytest.mark.parametrize(("text", "dead"), ONE_AND_MORE)
def test_a_bearer_and_his_name_are_one_dead(text: str, dead: list[int]) -> None:
    (claim,) = claims(text)
    assert [h.low for h in claim.harm] == dead


def test_the_army_in_a_land_without_one_is_that_which_was_named() -> None:
    *_, fired = claims(
        "Gaza's health ministry said Israeli troops killed 112 Palestinians near Gaza City. The army said soldiers"
        ' fired at "several people" who approached them. Washington asked for answers.'
    )
    assert [a.actor and a.actor.name for a in fired.attackers] == ["Military Forces of Israel"]


def test_who_is_responsible_is_so_for_the_attack_and_not_for_what_a_hall_saw() -> None:
    *_, claimed = claims(
        "Gunmen killed 120 people in Paris on Friday. Eighty-seven died at a hall, where attackers held hostages"
        " before police stormed in. Islamic State said it was responsible."
    )
    assert (claimed.event, [a.text for a in claimed.attackers]) == ("killing", ["Islamic State"])


PASSED = [
    ("The death toll in Israel passed 700 after Hamas gunmen stormed towns near Gaza on Saturday.", (701, None)),
    ("The death toll from Monday's attack in Borno has reached 17.", (17, 17)),
    ("The number of dead in Tigray exceeded 40, doctors said.", (41, None)),
]


@pytest.mark.parametrize(("text", "bounds"), PASSED)
def test_a_toll_passes_a_figure(text: str, bounds: tuple[int, int | None]) -> None:
    (claim,) = claims(text)
    assert [(h.low, h.high) for h in claim.harm] == [bounds]


def test_what_opens_hours_later_is_another_event() -> None:
    found = claims(
        "A bomb killed a lord, his grandson and a boy off Mullaghmore on Monday; hours later 18 soldiers died in a"
        " double bombing at Warrenpoint."
    )
    assert [[h.low for h in c.harm] for c in found] == [[1, 1, 1], [18]]


def test_jets_that_strike_meanwhile_fire_no_rockets() -> None:
    fired, struck = claims("Hezbollah fired 90 rockets at northern Israel on Thursday, as Israeli jets struck Baalbek.")
    assert (fired.event, struck.event) == ("shelling", "air_strike")


def test_a_capital_that_calls_a_charge_a_lie_is_no_place_of_the_deed() -> None:
    *_, charged = claims(
        "Drones attacked oil plants at Abqaiq on Saturday. The US secretary of state accused Iran of the attack; Tehran"
        ' called that "maximum lies".'
    )
    assert [p.text for p in charged.where] == ["Abqaiq"]


def test_own_dead_are_not_laid_to_oneself() -> None:
    *_, own = claims(
        "Azerbaijan shelled the town of Jermuk overnight, killing 49 soldiers. Baku said 50 of its own servicemen had"
        " died."
    )
    assert ([h.low for h in own.harm], own.attackers) == ([50], ())


def test_who_it_was_is_not_told_where_it_is_asked() -> None:
    assert claims("The army said it was not clear whose bullets had hit the boy.") == ()
    (claim,) = claims("It is unclear which side fired the shell that killed nine people in Agdam.")
    assert (claim.attackers, [h.low for h in claim.harm]) == ((), [9])


def test_the_hurt_beside_the_dead_are_counted() -> None:
    (claim,) = claims("Fifteen Palestinians were killed and 500 hurt across Gaza and the West Bank, officials said.")
    assert [(h.kind, h.low) for h in claim.harm] == [("killed", 15), ("injured", 500)]


DENIED = [
    "Moscow denied responsibility, saying only Ukraine used the type.",
    "The army denied involvement, saying its planes had not flown that day.",
    "The army denied it, adding that no jets were in the area.",
]


@pytest.mark.parametrize("reply", DENIED)
def test_a_denial_that_goes_on_to_say_why_is_one(reply: str) -> None:
    _, denied = claims(f"A strike killed 50 people in Kramatorsk. {reply}")
    assert (denied.stance, [h.low for h in denied.harm]) == ("denied", [50])


OWN_DOERS = [
    "The coalition killed more than 100 fighters in Deir al-Zor after about 500 of them attacked a headquarters.",
    "Soldiers killed nine villagers in Djibo after rebels attacked an army post.",
]


@pytest.mark.parametrize("text", OWN_DOERS)
def test_who_killed_did_not_attack_what_others_had_attacked(text: str) -> None:
    killed, attacked = claims(text)
    assert len(killed.attackers) == 1
    assert (len(killed.harm), attacked.harm) == (1, ())


def test_a_figure_that_nobody_gave_is_no_toll_and_troops_that_cross_a_border_do_not_flee() -> None:
    assert claims("China gave no figure for its own casualties.") == ()
    assert [c.event for c in claims("China accused Indian troops of crossing the border and attacking its men.")] == [
        "attack"
    ]


def test_who_finds_the_dead_did_not_kill_them() -> None:
    stormed, found = claims("Commandos stormed a Jewish centre in Mumbai and found five bodies.")
    assert (stormed.harm, [h.low for h in found.harm], found.attackers) == ((), [5], ())


def test_deaths_of_another_deed_hours_before_are_not_those_of_a_gunman() -> None:
    shot, bombed = claims(
        "A gunman killed at least 84 people at a youth camp on the island of Utoya, hours after a bomb killed seven in"
        " Oslo."
    )
    assert ([h.low for h in shot.harm], [a.text for a in shot.attackers]) == ([84], ["A gunman"])
    assert ([h.low for h in bombed.harm], bombed.attackers) == ([7], ())


def test_what_is_called_revenge_for_an_attack_is_not_planned() -> None:
    (claim,) = claims("Moscow called it revenge for an attack on the Crimean bridge that killed a couple on Monday.")
    assert (claim.stance, [h.low for h in claim.harm]) == ("asserted", [2])
