"""Where and when of claims: which of the report's places and times are an event's, and what is carried."""

import pytest
from reading import claims

WHERE = [
    (["Mykolaiv"], "In the south, Mykolaiv was shelled on Monday, killing two people."),
    (["Eringeti"], "Gunmen shot dead ten people in Eringeti, on the road to Bunia, on Monday."),
    (["Jebel Moya"], "The army carried out air strikes on Jebel Moya in Sudan's Sennar state on Monday."),
    (
        ["Kismayu"],
        "Gunmen stormed a hotel in Kismayu on Monday, officials said. Kismayu was the group's port until 2012.",
    ),
    (["Gao"], "The militia denied looting homes in Gao and said that it was protecting people."),
    (["Chechnya"], "In Moscow, the ministry denied that its aircraft had attacked civilians in Chechnya."),
    (["the south of Khartoum"], "Clashes resumed in the south of Khartoum on Monday after talks in Jeddah broke down."),
    (["Raqqa"], "A medic, who was from Mosul, was killed by a bomb in Raqqa on Monday."),
    (["Sanaa"], "A bomb wounded the president in Sanaa, and forced him to get treatment in Saudi Arabia."),
    (["Saada", "Mocha"], "Warplanes bombed Saada and the port of Mocha on Monday."),
    (["Kabul airport"], "Two bombers struck crowds at Kabul airport on Monday."),
    (["Eastern Ghouta"], "Shells killed nine people in Eastern Ghouta. In Damascus, a mortar bomb hurt two on Monday."),
    (["Homs"], "A US shell hit a clinic in Homs on Monday."),
    (["Gao"], "Four workers from Timbuktu were shot dead in Gao on Monday."),
    (["Goma"], "More than 4,000 people fled Goma for Kigali on Monday."),
    (["Kitchanga"], "Rebels entered Kitchanga on Monday."),
    (["Kherson"], "Officials told Reuters from Kyiv that shells had hit a school in Kherson on Monday."),
    (["Aleppo"], "Warplanes bombed a market in Syrias Aleppo on Monday."),
    (["Kherson"], "Four missiles fired from the Black Sea hit a school in Kherson on Monday."),
    (["Idlib", "Saraqib"], "Warplanes bombed Idlib and the town of Saraqib on Monday."),
    (["Kherson"], "In Kherson, the governor said that shells had hit a school on Monday."),
    (["Kherson"], "A shell killed nine people in Kherson, according to a count of the UN's office in Geneva."),
    (["Yemen"], "Air strikes across Yemen killed 31 people on Monday, rebels in Marib said."),
    (["Goma"], "A bomb wounded a colonel in Goma on Monday, and he was flown to a hospital in Nairobi."),
    (["Muzenze prison"], "More than 40 inmates escaped from Muzenze prison on Monday."),
    (["Goma"], "Clashes broke out in Goma on Monday, and the army blamed Kigali for it."),
    (["Hawzen"], "Jets hit a market in Hawzen, a town north of Mekelle, on Monday."),
    (["the north of Israel"], "In the north of Israel, 156 rockets fell on Monday."),
    (["Argun gorge"], "Paratroopers clashed with rebels at the mouth of the Argun gorge on Monday."),
    (["Ozerzal"], "An electronic device went off outside the police station of Ozerzal on Monday."),
    (["Ozerzal"], "A bomb exploded on Monday seconds after a bus had passed the Ozerzal junction."),
    (["Ozerzal"], "Two people were shot dead on the road to Ozerzal on Monday."),
    (["Cullyhanna"], "Gunmen fired at a helicopter over Cullyhanna on Monday."),
    (["Khor Ozer"], "Seven soldiers were killed in an ambush near Khor Ozer on Monday."),
    (["Sudan's capital"], "Heavy fighting resumed in Sudan's capital on Monday, killing two people."),
    (["near Aughnacloy"], "Gunmen fired at a post near Aughnacloy, County Tyrone, on Monday, killing a guard."),
    (["Barsalogho"], "Shells killed six people in Barsalogho, in northern Burkina Faso, on Monday."),
    (["El Geneina"], "The governor of West Darfur, Khamis Abakar, was killed in El Geneina on Monday."),
    (["Kidal"], "Gunmen killed nine people in northern Mali.\n\nThey opened fire at a wedding in Kidal on Monday."),
]


@pytest.mark.parametrize(("places", "text"), WHERE)
def test_where(places: list[str], text: str) -> None:
    assert [place.text for place in claims(text)[0].where] == places


CARRIED = [
    (
        "Mandera",
        "Shells hit a school in Mandera on Monday. Six girls were airlifted to Nairobi. Four bodies were found.",
    ),
    (
        "Peshawar",
        "A car bomb killed 90 people in Peshawar on Monday. It went off after a minister had arrived in Islamabad."
        " A Taliban spokesman denied that the group had set off the bomb.",
    ),
    (
        "Gao",
        "Rebels stormed a base in Gao on Friday. Jets carried out two dozen air strikes between Friday and Sunday.",
    ),
    ("Kherson", "Shells hit a school in Kherson on Monday. A teacher was shot dead later."),
    ("Goma", "Residents of Goma hid in their cellars. Shells killed three people on Monday."),
    ("Saada", "Jets hit a mosque in Sanaa. A man drove to a mosque in Saada. His belt killed two people."),
    ("there", "Rebels shelled Goma on Monday. Two children were killed there on Tuesday."),
    ("Kherson", "Shells hit a school in Kherson on Monday. Kyiv denied that its gunners had fired on people."),
    (
        "Uri",
        "Gunmen raided a farm in Pulwama on Monday. Residents of Uri said mortar bombs had destroyed three houses.",
    ),
    (
        "Gao",
        "Shells killed two people in Gao on Monday.\n\nGunmen raided a farm near Kidal. They burned it.\n\n"
        "The army denied that its shells had hit homes.",
    ),
]


@pytest.mark.parametrize(("words", "text"), CARRIED)
def test_place_of_the_passage(words: str, text: str) -> None:
    told = claims(text)[-1]
    assert [place.text for place in told.where] == [words]
    assert words == "there" or "where" in told.inferred


WHEN = [
    ("", "The killing of the mayor of Gao by gunmen was welcomed on Monday by the rebels."),
    ("2023-06-10", "The army said on Sunday three soldiers were killed by a bomb the day before near Gao."),
    ("2023-06-14", "It was a little before five on Wednesday. Then shells hit a school in Kherson."),
    ("", "The minister was sacked on Wednesday for the shelling of Kherson."),
    ("", "Two bombs exploded in Kherson within an hour."),
    (
        "2023-06-13",
        "A drone killed nine people in Gao, officials said on Thursday. The drone hit a wedding on Tuesday.",
    ),
    ("", "The army says it is fighting armed groups. A shell had hit Gao on Monday."),
    ("2023-06-12", "Gunmen killed nine people in Gao, the UN said on Wednesday.\n\nThey came at dawn on Monday."),
    ("2023-06-12", "Gunmen killed nine people in Gao this week.\n\nThey came at dawn on Monday, a nurse said."),
    ("2023-06-12", "Gunmen killed nine people in Gao.\n\nMen on motorcycles rode in on Monday and opened fire."),
    ("2023-03-01", "Gao has been shelled since March. More than 300 people have been killed."),
]


@pytest.mark.parametrize(("day", "text"), WHEN)
def test_when(day: str, text: str) -> None:
    told = claims(text)[0].when
    assert ("" if told is None else str(told.time.start)) == day


def test_the_place_of_those_who_tell_is_named_as_such() -> None:
    (claim,) = claims("Villagers in Djibo say gunmen killed two herders on Monday.")
    assert [place.text for place in claim.where] == ["Djibo"]
    assert "where those who tell of it are" in claim.inferred["where"]


THINGS = """Jets hit a market in Maarat al-Numan on Monday, killing 11 people, rescuers said.

Residents said eight barrel bombs were dropped on Kafr Nabl, where three women were wounded.

The ministry denied that its jets had bombed the market. The toll in the market rose to 14, a monitor said."""


def test_a_denial_and_a_later_toll_belong_to_what_they_name() -> None:
    """Of two events, "the market" is the one at which a market was hit, not the one told last."""
    denial, toll = claims(THINGS)[-2:]
    assert denial.stance == "denied"
    assert [(harm.kind, harm.low) for harm in denial.harm] == [("killed", 11)]
    assert [(harm.kind, harm.low) for harm in toll.harm] == [("killed", 14)]
    assert {place.place.name for claim in (denial, toll) for place in claim.where} == {"Ma‘arrat an Nu‘mān"}


def test_where_a_paragraph_looks_back_no_day_of_the_news_is_carried() -> None:
    text = (
        "Gunmen attacked Gao on Monday, killing nine people.\n\n"
        "In May last year they killed 40 in Kidal. A bomb then killed six people at a well."
    )
    assert [claim.when and str(claim.when.time.start) for claim in claims(text)] == [
        "2023-06-12",
        "2022-05-01",
        "2022-05-01",
    ]


def test_a_capital_that_answers_is_no_place_that_a_noun_could_stand_for() -> None:
    text = "Rockets hit a jail in Olenivka, Russia said, and accused Kyiv of the attack. Shells fell on the town."
    assert {place.place.name for claim in claims(text) for place in claim.where} == {"Olenivka"}


def test_a_displacement_camp_is_a_place_and_no_flight() -> None:
    told = claims("Fighters attacked the Abu Shouk displacement camp outside El Fasher on Friday.")
    assert "displacement" not in {claim.event for claim in told}
    assert len(told) == 1


def test_the_event_with_which_a_stretch_begins_has_its_first_day() -> None:
    taken = claims("Troops have shelled Gao since Friday, when rebels seized the town.")[-1].when
    assert taken is not None
    assert (str(taken.time.start), str(taken.time.end)) == ("2023-06-09", "2023-06-09")


CAPITALS = [
    ("Kyiv", "In Chernihiv ten people were shot. In the capital, a house was struck by a missile on Monday."),
    ("Mogadishu", "A truck bomb killed 200 people at a junction in the Somali capital on Monday."),
]


@pytest.mark.parametrize(("place", "text"), CAPITALS)
def test_the_capital_is_that_of_the_nation_or_of_the_report(place: str, text: str) -> None:
    assert [found.place.name for found in claims(text)[-1].where] == [place]


def test_a_town_that_people_fled_to_is_not_the_town() -> None:
    text = "Rebels stormed Sinja in Sudan and drove thousands towards Gedaref. On Monday jets bombed the town."
    assert [place.place.name for place in claims(text)[-1].where] == ["Singa"]


def test_a_quarter_is_in_the_town_it_is_said_to_be_of() -> None:
    (claim,) = claims("Two missiles fell on the Rawda quarter of Marib in Yemen on Monday, killing five people.")
    assert [round(place.place.lat or 0, 1) for place in claim.where] == [15.5]


SITES = [
    (
        "near Gao",
        "Rebels shelled a base near Gao on Monday. Jets bombed Kidal on Tuesday. On Wednesday mines hit the base.",
    ),
    ("Gonder", "Rockets hit the airport in Gonder. A market in Bahir Dar was burned. Drones struck the airport later."),
    ("Aden", "Troops cut the road from Taiz. Gunmen raided a hotel in Aden. A bomb went off at the hotel on Friday."),
]


@pytest.mark.parametrize(("place", "text"), SITES)
def test_a_site_is_where_its_namesake_was_put(place: str, text: str) -> None:
    assert [found.place.name for found in claims(text)[-1].where] == [place]


def test_a_site_that_is_put_somewhere_is_there() -> None:
    told = claims("Rebels shelled a base near Gao on Monday. Jets bombed the base in Kidal on Tuesday.")[-1]
    assert [place.place.name for place in told.where] == ["Kidal"]


def test_nightfall_is_of_the_news_though_a_paragraph_looked_back() -> None:
    text = (
        "Rebels shelled Gao on Monday.\n\nOn 3 May 2019 gunmen killed 40 people there.\n\n"
        "At nightfall soldiers burned a market in Kidal."
    )
    told = claims(text)[-1].when
    assert told is not None
    assert str(told.time.start) == "2023-06-12"


def test_a_day_later_is_of_the_month_that_its_sentence_told() -> None:
    text = "Rebels shelled Gao on Monday. In May last year troops entered Kidal and gunmen shot the mayor a day later."
    told = claims(text)[-1].when
    assert told is not None
    assert (str(told.time.start), str(told.time.end)) == ("2022-05-01", "2022-05-31")


LASTED = [
    ("2023-04-15", "The war in Sudan broke out on April 15. It has killed more than 2,000 people."),
    ("1983-01-01", "The war in Sudan, in which more than 70,000 people have died, began in 1983."),
    ("2023-04-15", "The war in Sudan began on April 15.\n\nThe war has driven two million people from their homes."),
]


@pytest.mark.parametrize(("start", "text"), LASTED)
def test_what_lasts_has_done_its_harm_since_it_began(start: str, text: str) -> None:
    (toll,) = (claim for claim in claims(text) if claim.harm)
    assert toll.when is not None
    assert (str(toll.when.time.start), str(toll.when.time.end)) == (start, "2023-06-15")


def test_what_the_war_has_done_is_laid_to_nobody_named_before() -> None:
    text = (
        "The RSF shelled Bara on Monday. The war broke out on April 15."
        " It has killed 2,000 people and driven a million from home."
    )
    assert [claim.event for claim in claims(text) if not claim.attackers] == ["armed_clash", "displacement"]


def test_what_a_siege_lasts_is_no_time_of_other_deeds() -> None:
    text = "Rebels have besieged Kadugli since late May. The fighting in Sudan has killed more than 2,000 people."
    assert [str(claim.when.time.start) if claim.when else "" for claim in claims(text)] == ["2023-05-21", ""]


def test_an_account_far_behind_of_an_event_near_the_place_told_has_its_day() -> None:
    between = "\n\n".join(["Militants want to bring down the government, which fights them with tanks."] * 9)
    lead = "A bomb exploded in a car in Aden, Yemen, on Tuesday, killing a Briton."
    told = claims(f"{lead}\n\n{between}\n\nTwo windows broke when the car blew up on Mualla Plaza in Aden.")
    assert [str(c.when.time.start) for c in told if c.event == "explosion" and c.when] == ["2023-06-13"] * 2


def test_a_groups_name_is_no_place_and_no_event() -> None:
    for text in (
        "Fighters of the Islamic State of Iraq and the Levant killed ten people.",
        "The Democratic Forces for the Liberation of Rwanda killed 12 soldiers.",
    ):
        assert [(c.event in {"killing", "armed_clash"}, c.where) for c in claims(text)] == [(True, ())]


def test_a_court_judges_what_was_done_elsewhere() -> None:
    (claim,) = claims("A court in The Hague sentenced Bosco Ntaganda to 30 years for massacres of villagers in Ituri.")
    assert [p.text for p in claim.where] == ["Ituri"]


def test_who_claims_that_attack_did_it() -> None:
    found = claims("A bomb killed eight workers in Kabul on Monday. Islamic State claimed that attack.")
    assert [[a.text for a in c.attackers] for c in found] == [[], ["Islamic State"]]
