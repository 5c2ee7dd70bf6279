"""Words for armed actors and the actors they name, on a day and in a country."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolve.tokens import parse_of

from aftermath.resolve.actor import KINDS, Entry, open_register

REGISTER = open_register()

# words, year, country of the report's places -> id
NAMED = [
    ("Hayat Tahrir al-Sham (HTS)", 2019, "SY", "hts"),
    ("Hay'at Tahrir ash-Sham fighters", 2019, "SY", "hts"),
    ("هيئة تحرير الشام", 2020, "SY", "hts"),
    ("militants from the Islamic State group", 2015, "IQ", "is"),
    ("IS", 2016, "SY", "is"),
    ("ИГИЛ", 2016, "SY", "is"),
    ("the RSF", 2023, "SD", "rsf"),
    ("Rapid Support Forces (RSF) paramilitaries", 2024, "SD", "rsf"),
    ("Houthi rebels", 2016, "YE", "houthis"),
    ("Al-Shabaab", 2012, "SO", "shabaab"),
    ("al-Shebab insurgents", 2012, "SO", "shabaab"),
    ("JNIM fighters", 2022, "ML", "jnim"),
    ("Mai-Mai fighters", 2013, "CD", "mai-mai"),
    ("M23", 2022, "CD", "m23"),
    ("Tamil Tiger rebels", 2007, "LK", "ltte"),
    ("Naxalites", 2010, "IN", "naxalites"),
    ("the Arakan Army (AA)", 2023, "MM", "arakan-army"),
    ("PDF fighters", 2022, "MM", "pdf"),
    ("Abu Sayyaf gunmen", 2009, "PH", "abu-sayyaf"),
    ("pro-Russian separatists", 2014, "UA", "donbas-rebels"),
    ("the Provisional IRA", 1979, "GB", "ira"),
    ("ETA", 1987, "ES", "eta"),
    ("Sendero Luminoso", 1988, "PE", "shining-path"),
    ("FARC guerrillas", 2002, "CO", "farc"),
    ("UNITA rebels", 1992, "AO", "unita"),
    ("the KLA", 1998, "XK", "kla"),
    ("Fano militiamen", 2023, "ET", "fano"),
    ("members of Hamas", 2009, "PS", "hamas"),
    ("Turkish-backed Syrian rebels", 2019, "SY", "sna"),
    ("Hemedti's fighters", 2023, "SD", "rsf"),
    ("bin Laden", 2001, "AF", "al-qaeda"),
    ("the Saudi-led coalition", 2016, "YE", "saudi-coalition"),
    ("US-led coalition warplanes", 2016, "SY", "us-coalition"),
    ("the Maoist organization Shining Path", 1989, "PE", "shining-path"),
    ("Serb gunners", 1993, "BA", "vrs"),
    ("the Bosnian Serb command in Pale", 1993, "BA", "vrs"),
    ("Croat militiamen", 1993, "BA", "hvo"),
    ("Karabakh's army", 2020, "AZ", "artsakh"),
    ("masked settlers", 2024, "PS", "settlers-il"),
    ("rebels of the Organization of the People in Arms", 1991, "GT", "orpa"),
    ("forces loyal to former president Ali Abdullah Saleh", 2015, "YE", "saleh-ye"),
    ("foreign soldiers", 2012, "AF", "unnamed:international-forces:AF"),
    ("coalition jets", 2018, "YE", "unnamed:international-forces:YE"),
    ("Marines", 2017, "PH", "state:PH"),
    ("Soldiers of the Caliphate", 2024, "CD", "is"),
    ("Sudan's paramilitary Rapid Support Forces", 2024, "SD", "rsf"),
    ("Syrian Kurdish forces", 2016, "SY", "ypg"),
    ("Congolese militiamen", 2003, "CD", "unnamed:militia:CD"),
    ("Libyan militiamen", 2015, "LY", "unnamed:militia:LY"),
    ("soldiers of the caliphate", 2019, "ML", "unnamed:islamists:ML"),
    ("the army", 2014, "PS IL", "state:IL"),
    ("Ukraine's armed forces", 2022, "RU UA", "state:UA"),
    ("Iranian armed forces", 2022, "SY", "state:IR"),
    ("an Israeli military spokesperson", 2024, "LB", "state:IL"),
    ("Serb forces", 1999, "XK RS", "state:RS"),
    ("Some 600 Serb fighters", 1995, "HR BA", "rsk"),
]

# the same words elsewhere or at another time
SHARED = [
    ("Ansar al-Sharia", 2013, "LY", "ansar-sharia-ly"),
    ("Ansar al-Sharia", 2013, "YE", "aqap"),
    ("National Liberation Army", 1999, "CO", "eln"),
    ("National Liberation Army", 2001, "MK", "nla-mk"),
    ("NLA", 2001, "MK", "nla-mk"),
    ("the VDP", 2022, "BF", "vdp-bf"),
    ("the VDP", 2024, "CD", "wazalendo"),
    ("the SNA", 2019, "SY", "sna"),
    ("the SNA", 2018, "SO", "state:SO:2000-"),
    ("the Taliban", 2010, "AF", "taliban"),
    ("the Taliban", 2022, "AF", "state:AF:2021-"),
    ("the Syrian army", 2012, "SY", "state:SY:1970-2024"),
    ("the Syrian army", 2025, "SY", "state:SY:2024-"),
    ("Libyan troops", 2010, "LY", "state:LY:1969-2011"),
    ("Libyan troops", 2013, "LY", "state:LY:2011-"),
]

STATES = [
    ("Russian planes", 2016, "SY", "state:RU"),
    ("Russia's defence ministry", 2016, "SY", "state:RU"),
    ("Israeli artillery", 2014, "PS", "state:IL"),
    ("a Turkish drone", 2020, "SY", "state:TR"),
    ("U.S. forces", 2004, "IQ", "state:US"),
    ("US", 2004, "IQ", "state:US"),
    ("the army of Chad", 2015, "TD", "state:TD"),
    ("Kenyan police", 2008, "KE", "state:KE/police"),
    ("the Ukrainian General Staff", 2022, "UA", "state:UA"),
    ("Turkey", 2019, "SY", "state:TR"),
    ("Moscow", 2016, "SY", "state:RU/government"),
    ("Vladimir Putin", 2022, "UA", "state:RU/government"),
    ("Vladimir Putin's forces", 2022, "UA", "state:RU"),
    ("Assad's forces", 2013, "SY", "state:SY:1970-2024"),
    ("government forces", 2013, "SY", "state:SY:1970-2024"),
    ("the junta", 2022, "MM", "state:MM:2021-"),
    ("security forces", 2011, "YE", "state:YE:1990-2012/police"),
    ("soldiers", 2023, "SD", "state:SD:2021-"),
    ("Russian soldiers fighting Hamas", 2023, "PS", "state:RU"),
]

UNNAMED = [
    ("unidentified gunmen", "NG", "unnamed:unidentified-armed-group:NG", "political militia"),
    ("the jihadist group", "SY", "unnamed:islamists:SY", "rebel group"),
    ("Syrian rebels", "TR", "unnamed:rebels:SY", "rebel group"),
    ("anti-Houthi fighters", "YE", "unnamed:unidentified-armed-group:YE", "political militia"),
    ("al Qaeda-linked militants", "ML", "unnamed:militants:ML", "rebel group"),
    ("the rebel coalition", "SY", "unnamed:rebels:SY", "rebel group"),
    ("pirates", "ID", "unnamed:gang:ID", "political militia"),
    ("protesters", "SD", "unnamed:protesters:SD", "protesters"),
    ("an angry mob", "IN", "unnamed:rioters:IN", "rioters"),
    ("tribesmen", "YE", "unnamed:communal-militia:YE", "identity militia"),
]


@pytest.mark.parametrize(("words", "year", "country", "identity"), [*NAMED, *SHARED, *STATES])
def test_resolved(words: str, year: int, country: str, identity: str) -> None:
    actor = REGISTER.resolve(words, date(year, 6, 1), country.split())
    assert actor is not None
    assert (actor.id, actor.kind in KINDS, bool(actor.why)) == (identity, True, True)


@pytest.mark.parametrize(("words", "country", "identity", "kind"), UNNAMED)
def test_unnamed(words: str, country: str, identity: str, kind: str) -> None:
    actor = REGISTER.resolve(words, None, [country])
    assert actor is not None
    assert (actor.id, actor.kind) == (identity, kind)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "a school",
        "the bridge",
        "is",
        "Amal's house of cards"[7:],
        "Russian",
        "apples and pears",
        "an Iranian carpet",
    ],
)
def test_no_actor(words: str) -> None:
    assert REGISTER.resolve(words, date(2016, 1, 1), ["SY"]) is None
    assert not REGISTER.is_actor(words)


@pytest.mark.parametrize(
    ("words", "year", "countries", "says"),
    [
        ("the Three Brotherhood Alliance", 2023, ["MM"], "its members: Myanmar National Democratic Alliance Army"),
        ("the Qassam Brigades", 2014, ["PS"], "part of Hamas"),
        ("Ansar al-Sharia", 2013, ["TN"], "unsure: it could also be"),
        ("Tamil Tigers", 2020, ["LK"], "unsure: it was not active on that day"),
        ("Sendero Luminoso", 1990, ["CO"], "unsure: it is known in PE only"),
        ("Jabhat al Nousra", 2014, ["SY"], "unsure: it is spelt nearly like"),
        ("British and French forces", 2018, ["SY"], "unsure: the words also name France"),
        ("government troops", 2014, ["SY", "IQ"], "unsure: the report also names Iraq"),
    ],
)
def test_why(words: str, year: int, countries: list[str], says: str) -> None:
    actor = REGISTER.resolve(words, date(year, 1, 1), countries)
    assert actor is not None
    assert says in actor.why


def test_without_a_country_state_forces_stay_open() -> None:
    actor = REGISTER.resolve("the army")
    assert actor is not None
    assert (actor.id, actor.kind) == ("state", "state forces")


def test_mentions_are_exact() -> None:
    text = "Fighters of Ahrar al-Sham and the Free Syrian Army met; the IS group is near."
    mentions = REGISTER.mentions(parse_of(text), date(2014, 1, 1), ["SY"])
    assert [(m.text, m.actor.id) for m in mentions] == [
        ("Ahrar al-Sham", "ahrar-al-sham"),
        ("Free Syrian Army", "fsa"),
        ("IS group", "is"),
    ]
    assert all(text[slice(*m.span)] == m.text for m in mentions)


def test_short_names_need_their_country_or_their_full_name() -> None:
    alone = REGISTER.mentions(parse_of("The ADF fired first."), None, ["AU"])
    with_name = REGISTER.mentions(parse_of("The Allied Democratic Forces came; the ADF fired first."), None, ["AU"])
    at_home = REGISTER.mentions(parse_of("The ADF fired first."), None, ["CD"])
    assert alone == ()
    assert [m.actor.id for m in with_name] == ["adf", "adf"]
    assert [m.actor.id for m in at_home] == ["adf"]


def test_capitals_part_names_from_common_words() -> None:
    text = "Let them form a national unity government, a national army and a security belt; it is done."
    assert REGISTER.mentions(parse_of(text), None, ["MM", "YE", "PK", "SY"]) == ()


@given(st.text(max_size=60), st.sampled_from([[], ["SY"], ["SD", "SS"]]))
def test_any_words_give_a_known_kind_or_none(words: str, countries: list[str]) -> None:
    actor = REGISTER.resolve(words, None, countries)
    assert actor is None or (actor.kind in KINDS and actor.id and actor.name and actor.why)


@given(st.sampled_from([e for e in REGISTER.entries if not e.is_source]))
def test_every_group_is_found_by_its_name_at_home(entry: Entry) -> None:
    actor = REGISTER.resolve(entry.names[0], entry.start, entry.countries)
    assert actor is not None
    assert entry.id in {actor.id, *(found.id for found in REGISTER.find(entry.names[0]))}


def test_a_territory_without_forces_of_its_own_gives_no_state() -> None:
    # Bonaire is a country code of the gazetteer and no state: the forces are then of the next country.
    actor = open_register().resolve("the army", countries=("BQ", "VE"))
    assert actor is not None
    assert actor.id.startswith("state:VE")
