"""Where it was: provinces and seats of one name, several places without a name, whose place is not carried on."""

import pytest
from reading import claims, only

from aftermath.model import Claim


def where(claim: Claim) -> list[str]:
    """The words for a claim's places."""
    return [m.text for m in claim.where]


PROVINCE = (
    "Shells fell on two markets in Marib province on Friday. The Houthis hold a third of Marib province."
    " Marib has often been shelled since March."
)
CITY = (
    "Shells fell on two markets in Marib province on Friday. The Houthis are at the gates of Marib city."
    " Marib has often been shelled since March."
)


@pytest.mark.parametrize(("text", "precision"), [(PROVINCE, "province"), (CITY, "town")])
def test_a_bare_name_is_the_provinces_where_the_report_tells_of_that_alone(text: str, precision: str) -> None:
    assert [m.place.precision for m in claims(text)[-1].where] == [precision]


def test_a_provincial_capital_is_the_seat_of_the_province_told_last() -> None:
    told = claims(
        "Fighting broke out in Hasakah province on Friday. Gunmen stormed the provincial capital on Saturday."
    )
    assert [(m.text, m.place.precision) for m in told[-1].where] == [("the provincial capital", "town")]


SEVERAL = [
    (
        "Gunmen killed 12 people near Bria on Monday. Rebels burned schools in several villages on Sunday.",
        "several villages",
    ),
    ("Jets struck Taiz on Monday. Rebel-held towns were shelled on Friday, residents said.", "Rebel-held towns"),
    ("Troops killed a man in Mandalay on Sunday. Police arrested 40 people in three cities on Monday.", "three cities"),
]


@pytest.mark.parametrize(("text", "words"), SEVERAL)
def test_several_places_without_a_name_are_not_the_one_told_before(text: str, words: str) -> None:
    (place,) = claims(text)[-1].where
    assert (place.text, place.place.lat) == (words, None)


def test_villages_told_before_are_those_that_are_meant() -> None:
    told = claims("Rebels entered Bria on Monday. They shelled the villages on Friday.")
    assert where(told[-1]) == ["Bria"]


def test_what_was_taken_at_another_time_is_no_place_beside() -> None:
    claim = only("Islamist militants seized the city of Jowhar in March and the port of Kismayo in May.")
    assert where(claim) == ["Jowhar"]


def test_the_area_is_what_its_sentence_has_named() -> None:
    told = claims(
        "Four people were shot dead in Loikaw on Monday. The hills of Kayah have lately been the target of air raids by"
        " the junta, aimed at rebels in the area fighting for a state."
    )
    assert where(told[-1]) == ["Kayah"]


def test_what_a_report_tells_without_day_or_speaker_has_no_place_but_its_own() -> None:
    told = claims("Two men were shot dead in Bria on Friday.\n\nGunmen who raid farms have looted a school.")
    assert where(told[-1]) == []


def test_a_lead_on_a_nations_forces_has_the_town_told_behind() -> None:
    told = claims(
        "Sudanese police shot three mourners dead on Saturday as a burial ended in chants, doctors said. The burial of"
        " a farmer in the city of Nyala had become a protest."
    )
    assert where(told[0]) == ["Nyala"]


SEATS = [
    ("Soldiers of a brigade based in Gulu were killed on Tuesday.", []),
    ("A ceasefire signed in Malakal on 9 September between the two groups is largely holding.", []),
    ("Guerrillas killed an engineer, Hamid Saleh, from Tikrit, on Monday.", []),
    ("The bombing in Nyala came days after talks in Geneva collapsed.", ["Nyala"]),
    ("Fighters based in Gulu shelled Kitgum on Tuesday.", ["Kitgum"]),
]


@pytest.mark.parametrize(("text", "places"), SEATS)
def test_seats_talks_and_homes_are_no_places_of_an_event(text: str, places: list[str]) -> None:
    assert where(only(text)) == places


def test_towns_engulfed_in_clashes_are_where_these_were() -> None:
    told = claims(
        "Two men were shot dead in Taiz on Monday. Clashes engulfed southern towns on Friday.\n\nFive more died on"
        " Saturday in villages shelled during battles between the army and tribesmen, doctors said."
    )
    assert [where(claim) for claim in told] == [["Taiz"], ["southern towns"], ["villages"]]


THERE = [
    ("The army fought rebels in Jonglei. Troops shelled a market there.", "SS"),
    ("Fighting has spread to Darfur. Gunmen burned a camp there, killing nine people.", "SD"),
]


@pytest.mark.parametrize(("text", "country"), THERE)
def test_there_may_be_a_region(text: str, country: str) -> None:
    assert [m.place.country for m in claims(text)[-1].where] == [country]


def test_where_leads_back_to_the_place_of_its_own_sentence() -> None:
    told = claims(
        "Marines were sent to Helmand, where British soldiers have fought some of the heaviest battles of the war."
    )
    assert where(told[-1]) == ["Helmand"]
