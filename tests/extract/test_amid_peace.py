"""What is read in reports of other things: public violence told beside trade, courts and sport, and nothing common."""

import pytest
from reading import claims

FILLER = (
    "The council met on Tuesday to discuss the price of bread and the repair of the harbour road. Members heard from"
    " the head of the bakers' guild, who spoke of wheat, flour and diesel, and from an engineer who showed drawings of"
    " the new bridge. The mayor's office will publish the minutes next month, and the works are to begin in autumn,"
    " when the ferry season is over and the hotels are empty. Tenders for the asphalt are open until the end of the"
    " quarter, and three firms have asked for the papers. The fish market stays where it is, the council said, and so"
    " does the weekly fair beside the old customs house, which draws visitors from the whole of the coast."
)

PUBLIC = [
    ("Riots erupted in the city in May and caused heavy damage.", "protest"),
    ("The government has arrested several journalists and opposition campaigners.", "arrest"),
    ("A terror suspect was detained by city police on Sunday night.", "arrest"),
    ("The clashes left 355 people dead, according to a commission.", "armed_clash"),
    ("His map shows Crimea, which Russia captured in March 2014, in grey.", "territory_taken"),
    ("A man had planned to kill Mayor Pedro Solis, police said. Solis was shot dead in Riobamba on 8 July.", "killing"),
    ("The 1993 assassination of the union leader is remembered.", "killing"),
    ("Two people died in clashes between police and protesters.", "armed_clash"),
    ("Power cuts prompted people to take to the streets in Tyre last month.", "protest"),
    ("Angry demonstrators occupied the residence of the president in Bishkek on Monday.", "protest"),
    ("Protests broke out in the district over the next days.", "protest"),
    ("The marches in his support were fought back by riot police.", "protest"),
    ("The lawyer was arrested on treason charges in Lusaka in May.", "arrest"),
    ("She was one of ten people arrested during a sit-in in Sfax on 3 May.", "arrest"),
    ("The reporter Amina Diallo was fined over the protest. Diallo was arrested in Thies in March 2020.", "arrest"),
    ("A terror suspect was watched for weeks. Officers detained the suspect in Pune on Sunday.", "arrest"),
    ("She left in 1996, when students were butchered by the regime.", "killing"),
    ("He spoke after Turkey's two-week offensive in Syria.", "armed_clash"),
]

COMMON = [
    "Tobacco causes eight million deaths a year.",
    "Senegal beat Egypt in a penalty shootout.",
    "Police arrested 73 people in a brothel.",
    "Activists were hacked using spyware.",
    "It is striking that 167,645 deaths were recorded last year.",
    "Two suspects were charged with the theft of shoes and the murder of a neighbour.",
    "The law gives lifelong imprisonment for it, as for serious crimes like murder and terrorism.",
    "A minister was arrested over the tender for the bridge.",
    "The activist Paul Haule was arrested for allegedly assaulting his wife.",
    "The regime ordered the evacuation of people from the coast before the storm.",
    "Chile and Bolivia face off in court over the river.",
    "China battles a wave of the virus.",
    "The law only targets importers, the bakers say.",
]


@pytest.mark.parametrize(("text", "event"), PUBLIC)
def test_public_violence_is_read_in_a_report_of_other_things(text: str, event: str) -> None:
    assert event in {c.event for c in claims(f"{FILLER} {text} {FILLER}")}


@pytest.mark.parametrize("text", COMMON)
def test_common_deaths_arrests_and_games_are_not(text: str) -> None:
    assert claims(f"{FILLER} {text} {FILLER}") == ()


TOLD = [
    ("The organiser Emin Aksoy, a member of the party, died in police custody in Van on Monday.", "killing"),
    ("The couple were taken to a secret prison on the edge of Montevideo.", "abduction"),
    ("He was dragged to a torture centre in Kabul by gunmen.", "abduction"),
    ("Some 500 babies were stolen during the dictatorship.", "abduction"),
    ("A judge in Minsk sent the opposition leader to jail on Monday.", "arrest"),
    ("The court in Baku ruled on Monday to send ten men to custody.", "arrest"),
    ("The blogger was held at the police station for nine hours.", "arrest"),
    ("The engineer was also held on the same charges.", "arrest"),
    ("The 22-year-old was arrested in Lagos on Monday.", "arrest"),
    ("Five men were sentenced to death for crimes against humanity in Bosnia in 1992.", "killing"),
    ("He was convicted of war crimes committed in Foca in 1992.", "killing"),
    ("We must not forget that the party seized power in Gaza in a coup in 2007.", "territory_taken"),
    ("The army seized power in Niamey in July 2021.", "territory_taken"),
    ("Demonstrators occupied the residence of the president in Bishkek on Monday.", "protest"),
    ("A rebel leader was killed in an encounter with police in Dantewada on Tuesday.", "armed_clash"),
    ("The encounter took place in the forest near Kulgam on Sunday.", "armed_clash"),
    ("Ethiopia withdrew from Eritrean territory in May 2001.", "territory_taken"),
    ("A mob shot two sharecroppers dead on 25 July 1946.", "killing"),
]

UNTOLD = [
    "Both sides have been accused of war crimes.",
    "The army, which seized power in 2021, denied it.",
    "Analysts met by chance; the encounter with the bear in the park ended well.",
    "Seven of the deaths were put down to suicide, and nobody spoke of a bombing.",
    "Norway withdrew from the treaty in 2003.",
    "The court is seen as only targeting politicians.",
]


@pytest.mark.parametrize(("text", "event"), TOLD)
def test_what_those_in_power_do_to_people_is_read(text: str, event: str) -> None:
    assert event in {c.event for c in claims(text)}


@pytest.mark.parametrize("text", UNTOLD)
def test_talk_of_courts_coups_and_chance_is_none_of_it(text: str) -> None:
    assert not {c.event for c in claims(text)} - {"killing"}


def test_history_is_told_where_its_dead_have_their_day() -> None:
    assert claims("The village was razed in a battle in 1917. The church was rebuilt in 2021.") == ()
    (told,) = claims("A mob lynched two farmers at the bridge on 25 July 1946. The bridge was rebuilt in 2021.")
    assert told.when is not None
    assert str(told.when.time.start) == "1946-07-25"


def test_a_point_may_part_thousands() -> None:
    assert claims("An estimated 1.500 people were killed in the clashes.")[0].harm[0].low == 1500


def test_a_month_is_no_march() -> None:
    text = "The rebels seized the capital in 2014, prompting a coalition to intervene the following March."
    assert "protest" not in {c.event for c in claims(text)}


def test_a_report_of_violence_by_those_in_power_is_one_of_conflict() -> None:
    text = (
        "Two members of the opposition died in custody, a rights group said. The government has denied that they were"
        " tortured. A tribunal of the regime had sentenced them for terrorism."
    )
    found = claims(f"{text} {FILLER[:320]} The military shot dead a student near the campus in June. {text}")
    assert {"killing"} <= {c.event for c in found}
