"""Where it was, in shapes of news pages: states that act, datelines behind titles, refuges, areas named just before."""

import pytest
from reading import claims, only

from aftermath.model import Claim


def where(claim: Claim) -> list[str]:
    """The words for a claim's places."""
    return [m.text for m in claim.where]


BY_NAME = [
    ("The nation has seen weeks of violent protests since March. Bolivia is divided.", "Bolivia"),
    ("Attacks nationwide have killed 60 people since May. Burundi is tense.", "Burundi"),
    ("Gunmen killed nine people in a Nigerian village on Friday. Nigeria has sent troops.", "Nigeria"),
]


@pytest.mark.parametrize(("text", "country"), BY_NAME)
def test_a_country_is_given_by_its_name(text: str, country: str) -> None:
    claim = only(text)
    assert where(claim) == [country]
    assert claim.inferred["where"].endswith(f"«{country}», by its name")


def test_words_that_tell_how_much_of_a_country_is_meant_are_kept() -> None:
    claim = only("At least 90 people have been killed across the country since May. Togo is tense.")
    assert where(claim) == ["the country"]
    assert "where" not in claim.inferred


def test_the_country_is_the_one_named_beside_it() -> None:
    claim = only("Kenya is wary of the civil war in Comoros, as raids on the country's towns killed 60 people in May.")
    assert {m.place.country for m in claim.where} == {"KM"}


def test_the_country_that_another_state_strikes_is_that_of_the_town_before() -> None:
    found = claims(
        "Israeli jets struck Damascus overnight, Syrian media said. Israel has carried out hundreds of raids in the"
        " country since 2013."
    )
    assert {m.place.country for m in found[-1].where} == {"SY"}


ACTING = [
    ("A truce that Doha brokered in May collapsed in Nyala.", ["Nyala"]),
    ("The truce, brokered by Qatar and Egypt, took effect in Gaza on Sunday.", ["Gaza"]),
    ("It was the tenth air strike by Turkey against Iraq this year.", ["Iraq"]),
    ("Troops shelled Kidal. The government in Bamako denied the shelling.", ["Kidal"]),
    ("Mass protests have shaken the state, neighbour to Oman, since May. Yemen is poor. Aden is tense.", ["Yemen"]),
]


@pytest.mark.parametrize(("text", "places"), ACTING)
def test_a_state_that_acts_or_lies_beside_is_no_place_of_what_is_told(text: str, places: list[str]) -> None:
    assert {tuple(where(claim)) for claim in claims(text)} == {tuple(places)}


@pytest.mark.parametrize(
    "text",
    [
        "Baghdad has seen three bombings this week.",
        "Kyiv came under drone attack overnight.",
    ],
)
def test_a_capital_may_suffer(text: str) -> None:
    assert where(only(text)) == [text.split(maxsplit=1)[0]]


def test_every_country_of_a_list_of_refuges_is_one() -> None:
    claim = only("Some 30,000 people have fled Bria for Rwanda, Burundi, Kenya and Tanzania.")
    assert where(claim) == ["Bria"]
    claim = only("Some 30,000 people have fled to Rwanda, Burundi, Kenya and Tanzania.")
    assert where(claim) == []


def test_a_total_takes_the_area_named_just_before() -> None:
    found = claims(
        "Sudan is at war. Shells fell on Khartoum. The situation is worst in Darfur, where violence goes on. Almost"
        " 400,000 people have been displaced since April."
    )
    assert where(found[-1]) == ["Darfur"]


def test_a_truce_is_not_at_the_spot_named_last() -> None:
    (truce,) = claims("The minister flew to Nyala. The truce was declared on April 2.")
    assert where(truce) == []


def test_attacks_on_a_country_stay_of_the_whole() -> None:
    first, *_ = claims("Rwanda's repeated attacks on Burundi are a crime. On Friday Rwanda shelled Ngozi, killing two.")
    assert where(first) == ["Burundi"]


def test_a_dateline_behind_a_title_is_no_place() -> None:
    found = claims("Nine Die in Village Raid. KAMPALA -- Rebels killed nine villagers in Ituri on Friday.")
    assert {place for claim in found for place in where(claim)} == {"Ituri"}
    found = claims("YANGON, July 5 (AFP): The junta executed four men, state media said. Myanmar is tense.")
    assert found
    assert all("YANGON" not in where(claim) for claim in found)


def test_who_is_driven_from_a_place_was_there() -> None:
    assert where(only("The army drove the militants from Bria on Saturday.")) == ["Bria"]
    assert where(only("Jets killed nine rebels when the army sent troops after them into Chad.")) == ["Chad"]


def test_a_river_between_says_only_where_a_town_lies() -> None:
    claim = only("Fighting erupted between the army and the RSF in Omdurman, across the Nile from Khartoum.")
    assert where(claim) == ["Omdurman"]


def test_a_site_named_after_a_far_town_is_where_it_is_said_to_lie() -> None:
    claim = only("Gunmen killed six guards at the Kuje prison in the city of Jos on Friday.")
    assert round(claim.where[0].place.lat or 0, 1) == 9.9


NAMED_BESIDE = [
    ("A shootout north of the capital of Chad left four gunmen dead.", "TD", "north of the capital of Chad"),
    ("Gunmen attacked Mali’ s Timbuktu on Friday, killing six men.", "ML", "Timbuktu"),
    ("In Sudan's capital, shells killed six men on Friday.", "SD", "Sudan's capital"),
    ("Shells hit the Sukhna depot outside of the eastern port city of Sfax, killing two.", "TN", ""),
]


@pytest.mark.parametrize(("text", "country", "words"), NAMED_BESIDE)
def test_places_by_way_of_others(text: str, country: str, words: str) -> None:
    claim = only(text)
    assert {m.place.country for m in claim.where} == {country}
    assert not words or where(claim) == [words]


def test_a_quarter_is_of_a_city_at_home() -> None:
    (claim,) = claims(
        "Shells fell on Abidjan, in Ivory Coast. Paris said it had warned Bouake. Rebels killed a boy in the Kumassi"
        " district on Friday."
    )[1:]
    assert claim.where[0].place.country == "CI"


def test_an_arrest_is_where_the_state_that_makes_it_is() -> None:
    found = claims("Peru has arrested a suspect in the murder of a farmer, the ministry said. Peru is tense.")
    assert [where(claim) for claim in found if claim.event == "arrest"] == [["Peru"]]


def test_a_nation_spoken_to_is_no_place() -> None:
    _, truce = claims("Shells fell on Gori. In an address to the nation, the president of Georgia ordered a ceasefire.")
    assert where(truce) != ["Georgia"]


STANDING = [
    ("Troops entered Crimea in March. Two men were shot dead in the peninsula on Friday.", "UA"),
    ("Clashes in Borno state killed six. Jets bombed camps in the state on Friday.", "NG"),
    ("Damascus, SANA – Shells fell on Homs on Friday, killing two.", "SY"),
]


@pytest.mark.parametrize(("text", "country"), STANDING)
def test_nouns_for_areas_stand_for_the_one_before(text: str, country: str) -> None:
    claim = claims(text)[-1]
    assert {m.place.country for m in claim.where} == {country}
    assert all("Damascus" not in m.text for m in claim.where)


def test_people_of_a_nation_take_to_the_streets_of_their_country() -> None:
    march, *_ = claims(
        "Thousands of Togolese took to the streets on Friday. Police shot a man in Sokode. Togo is tense."
    )
    assert where(march) == ["Togo"]


def test_police_arrest_elsewhere_than_where_the_deed_was() -> None:
    arrest, *_ = claims(
        "Police in the Nigerian state of Kano have arrested four men over the killing of a priest. The victim was shot"
        " in Daura on Sunday."
    )
    assert where(arrest) == ["Kano"]
