"""Where and when an event was, in shapes of passages that named a wrong place, day or scope."""

import pytest
from reading import PUBLISHED, claims

from aftermath import read


def test_an_air_base_is_no_city() -> None:
    _, taken = claims(
        "Jets attacked the al-Dailami air base in Sanaa on 25 March 2015. "
        "Six months earlier the Houthis had seized the city."
    )
    assert taken.where[0].place.name == "Sanaa"


def test_capitals_hold_no_abbreviations() -> None:
    text = (
        "80 GUERRILLAS ATTACKED THE POLICE STATION OF YONDO, IN NORTHEASTERN ANTIOQUIA, COLOMBIA. A CAR BOMB EXPLODED."
    )
    assert {m.place.country for claim in claims(text) for m in claim.where} == {"CO"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "A blast in Sanaa killed four guards. It wounded the minister, and he is recovering in Saudi Arabia.",
            "Sanaa",
        ),
        ("Musa Hall, of Portsmouth, was killed by two bombs while clearing a house in Raqqa.", "Ar Raqqah"),
        ("Masked men broke into a flat in the city of Mosul and shot Yusuf Karim on Friday.", "Mosul"),
        (
            "Soldiers burned the market in Nyala. Shops were looted. Homes and a school were set ablaze.",
            "Nyala",
        ),
    ],
)
def test_where_it_was(text: str, place: str) -> None:
    assert {m.place.name for claim in claims(text) for m in claim.where} == {place}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Rebels captured the villages of Kyi Su and Leik Chaw in Sagaing, Myanmar.",
            [["Kyi Su", "Leik Chaw"]],
        ),
        (
            "The army retook the areas of Al-Hammadi and Al-Dibaibat in South Kordofan State, Sudan.",
            [["Al-Hammadi", "Al-Dibaibat"]],
        ),
        (
            "The women have come from Hodeidah, Yemen, where a mortar shell killed nine people on Monday.",
            [["Hodeidah"]],
        ),
        (
            "The Houthis have fired more than 200 missiles at Saudi Arabia. One killed an Egyptian in Riyadh in March.",
            [["Saudi Arabia"], ["Riyadh"]],
        ),
        (
            "Gunmen killed nine people in Zarkhum, in Nangarhar province, Afghanistan, on Monday.",
            [["Zarkhum"]],
        ),
        (
            "Eight people were killed in Thala and Kasserine, Tunisia, and six in Regueb on Monday.",
            [["Thala", "Kasserine"], ["Regueb"]],
        ),
        ("A further 2,000 people fled from Diel to Old Fangak, South Sudan, on Monday.", [["Diel"]]),
        ("Officials say 54,000 Abyan residents sought refuge in Aden, Yemen, in March.", [["Abyan"]]),
        (
            "Gunmen burned six houses in Karat, Guatemala, and fled in the direction of the Mexican border.",
            [["Karat"]],
        ),
        (
            "Shells fell on Sloviansk, Kramatorsk and the nearby town of Druzhkivka in Ukraine, killing nine people.",
            [["Sloviansk", "Kramatorsk", "Druzhkivka"]],
        ),
        (
            "Drones hit a depot in Port Sudan and an airport in Kassala, Sudan, on Monday, killing nine people.",
            [["Port Sudan", "Kassala"]],
        ),
        (
            "Iran's crackdown on protesters has killed 326 people, rights groups in Oslo say.",
            [["Iran"]],
        ),
        (
            "Fighters attacked an army base south-west of the Somali capital, Mogadishu, killing nine soldiers.",
            [["south-west of the Somali capital, Mogadishu"]],
        ),
        (
            "Troops exchanged fire near Tukaraq. Somaliland said a dozen Puntland soldiers were captured.",
            [["Tukaraq"], ["Tukaraq"]],
        ),
    ],
)
def test_places_as_told(text: str, places: list[list[str]]) -> None:
    assert [[m.text for m in claim.where] for claim in claims(text)] == places


def test_what_is_going_on_is_a_campaign() -> None:
    assert claims("The government says it is fighting armed gangs in Homs.")[0].scope == "campaign"
    assert claims("A man was held in Leeds on charges of placing a bomb in a bank.")[-1].scope == "incident"


def test_a_day_goes_before_the_year_in_which_it_lies() -> None:
    (deal,) = read("Last year's ceasefire, announced by Riyadh on 9 April 2022, failed.", published=PUBLISHED).claims
    assert deal.when is not None
    assert (str(deal.when.time.start), str(deal.when.time.end)) == ("2022-04-09", "2022-04-09")


def test_who_lost_men_is_not_where_they_fell() -> None:
    told = claims("A missile killed 45 soldiers at a base near Marib, Yemen, on Friday. Bahrain lost five soldiers.")
    assert {m.place.country for claim in told for m in claim.where} == {"YE"}


def test_what_goes_to_a_country_did_not_happen_there() -> None:
    *_, left = claims("Rebels took Goma, Congo, on Monday. They withdrew after donors cut aid to Rwanda.")
    assert [m.place.name for m in left.where] == ["Goma"]


def test_a_country_is_not_lent() -> None:
    """An account without a place takes a town that another tells, no country in which anything may lie."""
    _, shot = claims("Shelling killed nine people in Afghanistan on Monday. Gunmen later shot dead a judge.")
    assert not shot.where
    told = claims("Shelling killed nine people in Sangin, Afghanistan, on Monday. Gunmen later shot dead a judge.")
    assert [m.place.name for m in told[-1].where] == ["Sangin"]


def test_a_day_named_far_above_is_not_lent() -> None:
    aside = "\n\n".join(
        ("Aid groups met in Geneva.", "Bread is dear in the market.", "Schools are shut.", "Roads are bad.")
    )
    *_, shot = claims(f"Elections were held in Mali on Monday.\n\n{aside}\n\nGunmen shot dead a judge in Gao.")
    assert shot.when is None


def test_what_was_recorded_over_days_is_of_those_days() -> None:
    (claim,) = claims("Between 5 and 8 June the office recorded six abductions of aid workers in Darfur.")
    assert claim.when is not None
    assert (str(claim.when.time.start), str(claim.when.time.end)) == ("2023-06-05", "2023-06-08")


def test_what_stands_now_was_not_done_on_one_day_long_past() -> None:
    found = claims(
        "On 25 August 2022 a bomb hit three houses in Sanaa, killing 16. Houthi forces have also shelled Taiz."
    )
    assert [c.when is None for c in found] == [False, True]


def test_a_peacekeeper_who_is_hurt_beside_both_sides_is_neither() -> None:
    found = claims("A patrol exchanged fire with the gunmen in Ngassuma on Monday; one peacekeeper was wounded.")
    assert "one peacekeeper" not in [a.text for c in found for a in c.attackers]
