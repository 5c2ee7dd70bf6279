"""Whose land it was: countries by their names, police and executioners at home, strikes abroad, what is no spot."""

import pytest
from reading import claims


def where(text: str, number: int = 0) -> list[str]:
    """The names of the places of one claim of a text."""
    return [place.place.name for place in claims(text)[number].where]


def test_a_country_in_the_company_of_countries_is_no_hamlet_of_its_name() -> None:
    text = (
        "The uprisings in Cuba, Venezuela and Nicaragua were watched in Colombia. Police in Havana, Holguin, Camaguey"
        " and Santiago de Cuba were on alert. In Colombia, gunmen killed six on Monday."
    )
    assert where(text) == ["Colombia"]


@pytest.mark.parametrize("name", ["Chad", "Mali", "Jordan"])
def test_a_country_that_opens_a_sentence_is_nobody_of_that_name(name: str) -> None:
    assert where(f"{name} arrested ten men on Monday.") == [name]
    assert where(f"{name} Smith was arrested on Monday. {name} denied it.") == []


def test_a_persons_surname_is_no_village() -> None:
    text = "Laurent Gbagbo lost the vote in the Ivory Coast. Rebels failed to overthrow Gbagbo but killed six soldiers."
    assert "Gbougbo" not in where(text)


POLICED = [
    ("Tunisian police arrested ten people on charges of buying arms.", "Tunisia"),
    ("Thai authorities arrested two Burmese men suspected of spying for Laos.", "Thailand"),
    ("Pakistan hanged four militants on Tuesday.", "Pakistan"),
    ("A Vietnamese court jailed eleven activists.", "Vietnam"),
    ("Uzbek security forces shot dead 14 protesters.", "Uzbekistan"),
    ("Algeria said its security forces had arrested a ring working for Morocco.", "Algeria"),
    ("Algeria deported 800 migrants on Sunday.", "Algeria"),
    ("Armenian police detained 300 people at rallies against the war in Syria.", "Armenia"),
]


@pytest.mark.parametrize(("text", "land"), POLICED)
def test_what_police_courts_and_executioners_do_is_in_their_land(text: str, land: str) -> None:
    assert where(text) == [land]


@pytest.mark.parametrize(
    "text", ["Israeli soldiers arrested 12 people on Monday.", "Rwandan troops killed 50 civilians."]
)
def test_what_soldiers_do_may_be_abroad(text: str) -> None:
    assert where(text) == []


def test_unrest_without_a_place_is_in_the_country_of_the_report() -> None:
    text = "Zimbabwe's opposition would not give up. Soldiers stood in the streets. Thousands marched on Monday."
    assert where(text) == ["Zimbabwe"]
    assert where("Zimbabwe's opposition held out. A rebel leader was shot dead on Monday.") == []


def test_a_land_is_not_where_others_act_for_it_or_as_it_does() -> None:
    assert where("Agents working for Sudan killed a general on Monday.") == []
    assert where("The militia killed six villagers, like Somalia in 1993.") == []
    assert where("A day before Kenya's announcement, gunmen killed six.") == []


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Peru's protests of 2022 left 49 dead.", "Peru"),
        ("In Bolivia, soldiers killed ten at Senkata. Peru's protests of 2022 left 49 dead.", "Peru"),
    ],
)
def test_an_uprising_is_in_the_land_whose_it_is(text: str, land: str) -> None:
    assert where(text, -1) == [land]


def test_a_total_is_not_put_in_the_other_of_two_countries() -> None:
    text = "Rwanda's army and militias killed 800,000 people in 1994. In Burundi, soldiers killed six on Monday."
    assert where(text) != ["Burundi"]


def test_strikes_on_a_nations_posts_are_in_its_land_where_the_report_is_of_it() -> None:
    text = "Turkey struck dozens of Iraqi targets last week. The raids hit depots near Kirkuk and Mosul."
    assert where(text) == ["Iraq"]
    assert where("Turkish jets hit Iraqi targets on Sunday, the army in Ankara said.") == []
    assert where("Rockets from Gaza hit Israeli territory on Friday.") == ["Israel"]


def test_a_river_that_was_crossed_is_not_where_the_next_event_was() -> None:
    assert where("Rebels crossed the Tigris on Friday. A convoy was ambushed and six soldiers died.", -1) == []


def test_a_great_town_is_no_village() -> None:
    text = "Shells fell on Luhansk on Friday. Soldiers entered the village two days later and killed six."
    assert [p.text for p in claims(text)[1].where] != ["the village"]


def test_months_of_a_country_are_not_those_of_its_one_town() -> None:
    text = (
        "Some 98 people were abducted in Honduras in the first half of this year. Two students were abducted in"
        " Choloma on Monday."
    )
    assert where(text) == ["Honduras"]


def test_what_hit_several_spots_of_an_area_was_at_more_than_one_of_them() -> None:
    text = "Mortars hit parts of Marib province on Monday, killing nine. A man said Harib was worst hit."
    assert where(text) == ["Marib province"]


def test_the_dead_of_a_war_are_not_those_of_the_village_named_before() -> None:
    text = (
        "Shells fell near Harib on Monday, and a man died in Marib. Yemen is at war. The UN said the fighting had"
        " killed 150,000 people."
    )
    assert where(text, -1) == ["Yemen"]
    text = (
        "Shells fell near Harib on Monday. In Marib, the ministry of Yemen's rebels said 1,400 people had been killed."
    )
    assert where(text, -1) == ["Ma'rib"]


def test_a_mayor_and_a_governor_tell_of_their_own_land() -> None:
    news = "A bomb killed nine in Quetta."
    assert where(f"{news} Kharkiv's mayor said a missile had killed six people.", -1) == ["Kharkiv"]
    assert where(f"{news} The governor of Idlib province said a bomb had killed four men.", -1) == ["Idlib province"]


def test_a_village_that_is_put_somewhere_stands_for_none_told_before() -> None:
    text = "The army bombed a market in Kutum. Refugees said gunmen had burned their village in Kordofan."
    assert [p.text for p in claims(text)[1].where] == ["Kordofan"]


def test_police_who_arrest_for_a_deed_abroad_are_at_home() -> None:
    text = "Guatemalan police arrested three men over the murder of a journalist in Mexico."
    assert where(text) == ["Guatemala"]
    assert where("The US arrested a bride for a raid in Falluja.") != ["United States"]


def test_of_two_countries_named_alike_the_one_named_last_is_meant() -> None:
    text = (
        "Hundreds of people have been jailed in Nicaragua since 2018. The police broke up marches on Sunday. Costa Rica"
        " has taken in 200,000 exiles."
    )
    assert where(text, 1) == ["Nicaragua"]
