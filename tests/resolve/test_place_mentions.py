"""Places of whole passages: which words are places, where they lie, and how that is said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.resolve.tokens import parse_of

from aftermath.model import Name, Parse, PlaceMention
from aftermath.model.globe import great_circle_km
from aftermath.resolve.gazetteer import Gazetteer
from aftermath.resolve.place import places


def with_names(parse: Parse, **names: str) -> Parse:
    """The parse with names of a class, each given as it is printed, spaces as underscores."""
    found = []
    for words, kind in names.items():
        start = parse.text.index(words.replace("_", " "))
        end = start + len(words)
        tokens = [i for i in range(len(parse)) if start <= parse.starts[i] and parse.ends[i] <= end]
        found.append(Name(start=tokens[0], end=tokens[-1] + 1, kind=kind))
    columns = {
        c: getattr(parse, c) for c in ("text", "starts", "ends", "lemmas", "pos", "feats", "heads", "deps", "sentences")
    }
    return Parse(**columns, names=tuple(found))


def read(text: str, gazetteer: Gazetteer) -> dict[str, PlaceMention]:
    return {mention.text: mention for mention in places(parse_of(text), gazetteer)}


SYRIA = "Residents of Idlib city in Syria fled to Aleppo. "

PLACED = [
    # words before, the mention, words after, where, and how near
    ("The army shelled ", "Khan Sheikhun", " in Idlib province, Syria.", 35.442, 36.651, 5),
    (SYRIA + "Fighting reached ", "Jisr al Shaqour", " and Ariha.", 35.814, 36.320, 5),
    # spelled alike are a town and the district around it, 11 km apart: the bare name is the town
    ("Planes bombed a market in ", "Maarat al-Numan", " in Syria's Idlib province.", 35.648, 36.677, 2),
    ("A car bomb in ", "Paris", ", Texas, killed two.", 33.66, -95.55, 5),
    ("A blast in ", "Paris", " killed two, French police said.", 48.85, 2.35, 10),
    ("Troops left ", "Tripoli", " for Misrata and Benghazi, Libya.", 32.89, 13.19, 10),
    ("Snipers in ", "Tripoli", ", in the north of Lebanon, fired on Beirut.", 34.43, 35.84, 10),
    (SYRIA + "Raids hit ", "the Eastern Ghouta"[4:], " on Friday.", 33.53, 36.42, 10),
    (SYRIA + "Rebels held ", "Hama province", ".", 35.22, 37.1, 40),
    (SYRIA + "Jets left the ", "Shayrat airbase", " at dawn.", 34.49, 36.91, 5),
    ("Shells hit ", "Kharkov", " and the Donetsk region, Ukraine said.", 49.98, 36.25, 10),
    ("Ukraine said shells hit the ", "Donetsk region", ".", 48.0, 37.7, 40),
    (SYRIA + "A mortar hit the ", "Zbeidiya neighbourhood", " of Aleppo.", 36.20, 37.16, 5),
    (SYRIA + "A post ", "5 km east of Idlib city", " was shelled.", 35.931, 36.689, 1),
    (SYRIA + "A camp ", "10 miles north of Idlib", " burned.", 36.075, 36.634, 1),
    (SYRIA + "A camp ", "ten miles north of Idlib", " burned.", 36.075, 36.634, 1),
    ("A bomb at the ", "Lakeside restaurant", " near Newtownards, Northern Ireland, killed nine.", 54.59, -5.69, 10),
    ("Gunmen stormed a ", "Kabul", " hotel. Nairobi sent its sympathy.", 34.53, 69.17, 10),
    ("The ", "Guildford", " pub bombings killed five people in England.", 51.24, -0.57, 10),
    (SYRIA + "A convoy was hit ", "between Saraqib and Ariha", ".", 35.84, 36.71, 5),
    (SYRIA + "They fled ", "the southern countryside of Hama", ".", 35.22, 37.0, 50),
    (SYRIA + "In Aleppo, rockets fell on the ", "Medina district", ".", 36.20, 37.16, 5),
    ("Heavy fighting resumed in ", "Sudan's capital", " on Monday.", 15.55, 32.53, 10),
    ("In ", "Panuco", ", a town in Veracruz, Mexico, two soldiers died.", 22.05, -98.18, 10),
    ("Six died at ", "the Oxford Street"[4:], " bus station in Belfast, Northern Ireland.", 54.60, -5.93, 10),
    ("Police in Belfast, Northern Ireland, said a man was held ", "near Dundalk", ".", 54.0, -6.4, 15),
    ("Shells hit the east bank of the ", "Dnipro", " near Kherson, Ukraine, on Monday.", 46.64, 32.61, 10),
    ("Rockets fell in ", "the north of Israel", " on Monday.", 32.8, 35.0, 60),
    ("Gunmen killed a mayor in ", "the north of Cauca", ", Colombia.", 2.4, -76.8, 40),
    ("Colombia's army fought ", "to the north of Cali", " on Monday.", 3.43, -76.52, 15),
    ("Bombs in Lima, Peru, hit banks in the ", "Miraflores", " and La Victoria districts of Lima.", -12.12, -77.03, 10),
    ("Bombs in Peru hit banks in the Miraflores and ", "La Victoria districts", " of Lima.", -12.07, -77.02, 10),
    ("Bombs hit the ", "Kyivskyi", " and Saltivskyi districts of Kharkiv.", 49.98, 36.25, 10),
    ("In Baghdad, Iraq, a bomb hit the ", "Shaab district", " on Monday.", 33.34, 44.40, 12),
    ("Militias killed 72 men in ", "the southwest of the Central African Republic", ".", 4.0, 17.8, 150),
    ("Militants hit a base in ", "Balad", ", north of Baghdad, Iraq.", 34.015, 44.145, 15),
]


@pytest.mark.parametrize(("before", "words", "after", "lat", "lon", "km"), PLACED)
def test_places_are_put_where_they_are(
    gazetteer: Gazetteer, before: str, words: str, after: str, lat: float, lon: float, km: float
) -> None:
    mentions = places(parse_of(before + words + after), gazetteer)
    found = [m for m in mentions if m.span[0] <= len(before) + 4 and m.span[1] >= len(before) + len(words)]
    assert found, [m.text for m in mentions]
    place = found[-1].place
    assert place.lat is not None
    assert place.lon is not None
    assert great_circle_km(place.lat, place.lon, lat, lon) <= km, place


NO_PLACES = [
    ("Jordan Smith of the relief group said so.", "Jordan"),
    ("President Jordan spoke.", "Jordan"),
    ("Hamas and Hezbollah condemned it.", "Hamas"),
    ("Fighters of Islamic State fled.", "Islamic"),
    ("On Friday the Police fired.", "Police"),
    ("In March the talks failed.", "March"),
    ("Many of the rebels, Most of them young, left.", "Most"),
]


@pytest.mark.parametrize(("text", "word"), NO_PLACES)
def test_these_words_are_no_places(gazetteer: Gazetteer, text: str, word: str) -> None:
    assert not [m for m in places(parse_of(text), gazetteer) if word in m.text]


def test_names_of_people_and_organisations_hold_no_places(gazetteer: Gazetteer) -> None:
    parse = parse_of("The Aleppo Media Centre and Paris Jackson spoke to the Washington Post in Idlib, Syria.")
    named = with_names(
        parse, Aleppo_Media_Centre="ORGANIZATION", Paris_Jackson="PERSON", Washington_Post="ORGANIZATION"
    )
    assert [m.text for m in places(named, gazetteer)] == ["Idlib", "Syria"]


def test_demonyms_are_context_and_no_places(gazetteer: Gazetteer) -> None:
    mentions = read("The Syrian army and Turkish-backed rebels fought in Tripoli.", gazetteer)
    assert mentions["Syrian"].adjectival
    assert mentions["Syrian"].place.country == "SY"
    assert not mentions["Tripoli"].adjectival


def test_the_first_half_of_an_adjective_is_no_place(gazetteer: Gazetteer) -> None:
    assert read("The Britain-based monitor said 12 died.", gazetteer)["Britain"].adjectival


def test_a_name_that_nobody_knows_stays_named_and_unplaced(gazetteer: Gazetteer) -> None:
    parse = with_names(parse_of("Shells fell on Xqzwvia and Idlib in Syria."), Xqzwvia="LOCATION")
    unplaced, idlib, _ = places(parse, gazetteer)
    assert (unplaced.place.name, unplaced.place.lat, unplaced.place.precision) == ("Xqzwvia", None, "unknown")
    assert "no place called" in unplaced.place.why
    assert idlib.place.lat is not None


def test_a_place_says_how_and_why(gazetteer: Gazetteer) -> None:
    place = read("Rebels in Paris, Texas, fired on Dallas.", gazetteer)["Paris"].place
    assert place.precision == "town"
    assert place.country == "US"
    assert place.admin[:2] == ("United States", "Texas")
    assert place.id == "geonames:4717560"
    assert "since the report names" in place.why
    assert any("France" in other for other in place.alternatives)


def test_another_spelling_is_owned_up_to(gazetteer: Gazetteer) -> None:
    place = read(SYRIA + "Shells hit Jisr al Shaqour in Idlib province.", gazetteer)["Jisr al Shaqour"].place
    assert "another spelling" in place.why


def test_an_unknown_neighbourhood_takes_its_city(gazetteer: Gazetteer) -> None:
    place = read("A mortar hit the Zbeidiya neighbourhood of Aleppo, Syria.", gazetteer)["Zbeidiya neighbourhood"].place
    assert place.precision == "town"
    assert place.admin[-1] == "Aleppo"
    assert "not in the gazetteer" in place.why


def test_what_only_says_where_another_is_goes_into_it(gazetteer: Gazetteer) -> None:
    mentions = read(
        "Syria's Saraqib, 15 km east of Idlib, and Hama, Syria, were hit; so was Caterham, Surrey.", gazetteer
    )
    assert mentions["Syria"].adjectival
    assert mentions["Surrey"].adjectival
    assert not mentions["Saraqib"].adjectival
    assert not [words for words in mentions if "15 km" in words]


def test_an_unknown_village_is_placed_by_the_words_beside_it(gazetteer: Gazetteer) -> None:
    parse = with_names(parse_of(SYRIA + "Shells hit Qwertabad, 10 km east of Idlib."), Qwertabad="LOCATION")
    *_, village = places(parse, gazetteer)
    assert (village.text, village.place.name, village.place.precision) == ("Qwertabad", "Qwertabad", "relative")
    assert village.place.lat is not None
    assert village.place.lon is not None
    assert great_circle_km(village.place.lat, village.place.lon, 35.931, 36.744) < 2


def test_a_street_is_not_the_town_of_its_name(gazetteer: Gazetteer) -> None:
    mentions = places(parse_of("A bomb went off in Salisbury Street in Belfast, Northern Ireland."), gazetteer)
    street = next(m for m in mentions if m.text == "Salisbury Street")
    assert street.place.admin[-1] == "Belfast"


@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("northern Hama", "region"),
        ("north-eastern Syria", "region"),
        ("Idlib province", "province"),
        ("Syria", "country"),
        ("near Hama", "relative"),
        ("Hama's outskirts", "relative"),
        ("Baba Amr district", "district"),
    ],
)
def test_precision_follows_the_words(gazetteer: Gazetteer, words: str, precision: str) -> None:
    mentions = read(f"{SYRIA}On Friday shells hit {words} again.", gazetteer)
    assert mentions[words].place.precision == precision


def test_borders_are_placed_by_the_towns_beside_them(gazetteer: Gazetteer) -> None:
    text = "Air strikes in Syria hit Atmeh near the Turkish border on Friday."
    border = next(m for m in places(parse_of(text), gazetteer) if "border" in m.text)
    assert border.place.lat is not None
    assert border.place.lon is not None
    assert great_circle_km(border.place.lat, border.place.lon, 36.31, 36.68) < 25
    assert "Turkey and Syria" in border.place.name


def test_a_border_town_is_a_town(gazetteer: Gazetteer) -> None:
    mentions = read("Syria said the border town of Atmeh was hit.", gazetteer)
    assert mentions["Atmeh"].place.precision == "town"
    assert not [text for text in mentions if "border" in text]


def test_the_dateline_decides_where_nothing_else_does(gazetteer: Gazetteer) -> None:
    parse = parse_of("Police in Tripoli fired on a crowd.")
    for dateline, country in (("Beirut", "LB"), ("Benghazi", "LY")):
        (mention,) = places(parse, gazetteer, dateline=dateline)
        assert mention.place.country == country


WORDS = st.sampled_from(
    "Idlib Syria in near the province of , . 5 km east Paris Texas border Turkish between and Hama northern al-Bab "
    "Jisr al Shughour said Jordan Smith 's neighbourhood city".split()
)


@settings(max_examples=60)
@given(words=st.lists(WORDS, min_size=1, max_size=25))
def test_whatever_the_words_mentions_are_words_of_the_text(gazetteer: Gazetteer, words: list[str]) -> None:
    text = " ".join(words)
    mentions = places(parse_of(text), gazetteer)
    for mention in mentions:
        assert text[mention.span[0] : mention.span[1]] == mention.text
        assert (mention.place.lat is None) == (mention.place.precision == "unknown")
        assert mention.place.why
    assert list(mentions) == sorted(mentions, key=lambda m: m.span)
    assert mentions == places(parse_of(text), gazetteer)


@pytest.mark.parametrize(
    ("text", "name"), [("Gangs in Haiti fled to Saint-Marc.", "Saint-Marc"), ("A raid in Pont-Sonde.", "Pont-Sonde")]
)
def test_a_hyphenated_name_is_one_place(text: str, name: str, gazetteer: Gazetteer) -> None:
    parse = with_names(parse_of(text), **{name.split("-")[1]: "LOCATION"})
    assert name in {mention.text for mention in places(parse, gazetteer)}


def test_a_small_place_abroad_is_not_taken_against_the_country_said(gazetteer: Gazetteer) -> None:
    text = "The army of Mali fought in Gao, Timbuktu and Kidal. In Welingara, in Mali, bodies were found near Bamako."
    assert read(text, gazetteer)["Welingara"].place.country != "GM"


def test_a_quarter_told_before_goes_before_a_village_of_its_name(gazetteer: Gazetteer) -> None:
    text = "Troops moved into the Bogside and Creggan districts of Londonderry. Two youths were shot in the Creggan."
    last = places(parse_of(text), gazetteer)[-1]
    assert last.text == "Creggan"
    assert last.place.lat == pytest.approx(54.99, abs=0.05)
    assert last.place.lon == pytest.approx(-7.33, abs=0.05)


def test_a_country_lies_in_no_county(gazetteer: Gazetteer) -> None:
    text = "Fighting resumed in Tonga, in Panyikang County, South Sudan, and in Malakal."
    parse = with_names(parse_of(text), Tonga="LOCATION", Panyikang_County="LOCATION", Malakal="LOCATION")
    (found,) = (m for m in places(parse, gazetteer) if m.text == "Tonga")
    assert found.place.country in {"", "SS"}


def test_initials_are_no_other_spelling_of_a_town(gazetteer: Gazetteer) -> None:
    text = "In Monrovia, Liberia, the rebels of LURD shelled the port. American troops from Nashville, Tennessee, came."
    parse = with_names(parse_of(text), Monrovia="LOCATION", LURD="LOCATION", Nashville="LOCATION")
    assert all(m.place.lat is None for m in places(parse, gazetteer) if m.text == "LURD")


def test_a_road_between_towns_is_neither_of_them(gazetteer: Gazetteer) -> None:
    text = "A bomb killed three soldiers on the Kabul-Kandahar highway in Afghanistan."
    names = {"Kabul": "LOCATION", "Kandahar": "LOCATION", "Afghanistan": "LOCATION"}
    found = {m.text: m.place for m in places(with_names(parse_of(text), **names), gazetteer)}
    assert found["Kabul-Kandahar highway"].lat is None
    assert "Kabul-" not in found


def test_a_part_of_the_town_behind_a_quarter_is_no_place_of_its_own(gazetteer: Gazetteer) -> None:
    text = "Police shot dead two men in Ardoyne, north Belfast, Northern Ireland."
    names = {"Ardoyne,_north_Belfast": "LOCATION", "Northern_Ireland": "LOCATION"}
    found = {m.text: m for m in places(with_names(parse_of(text), **names), gazetteer)}
    assert not found["Ardoyne"].adjectival
    assert found["north Belfast"].adjectival


def test_a_district_named_before_a_city_is_no_part_of_it(gazetteer: Gazetteer) -> None:
    text = "Riyadh denied it. Mines killed eleven in the Tuhayta district near Hodeidah in Yemen, and nine in Mokha."
    assert read(text, gazetteer)["Tuhayta district"].place.country == "YE"


def test_a_description_called_a_place_is_parted(gazetteer: Gazetteer) -> None:
    """The pipeline takes the words around a name for its own: the kind before it, the area behind it."""
    bombs = with_names(
        parse_of("Bombs fell on the southern Philippine city of Marawi."), southern_Philippine_city_of_Marawi="LOCATION"
    )
    assert [m.text for m in places(bombs, gazetteer) if not m.adjectival] == ["Marawi"]
    held = with_names(
        parse_of("They died in Natogyi Township of Mandalay Region."), Natogyi_Township_of_Mandalay_Region="LOCATION"
    )
    assert [m.text for m in places(held, gazetteer)] == ["Natogyi Township", "Mandalay Region"]
