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
]


@pytest.mark.parametrize(("text", "event"), PUBLIC)
def test_public_violence_is_read_in_a_report_of_other_things(text: str, event: str) -> None:
    assert event in {c.event for c in claims(f"{FILLER} {text} {FILLER}")}


@pytest.mark.parametrize("text", COMMON)
def test_common_deaths_arrests_and_games_are_not(text: str) -> None:
    assert claims(f"{FILLER} {text} {FILLER}") == ()


def test_a_report_of_violence_by_those_in_power_is_one_of_conflict() -> None:
    text = (
        "Two members of the opposition died in custody, a rights group said. The government has denied that they were"
        " tortured. A tribunal of the regime had sentenced them for terrorism."
    )
    found = claims(f"{text} {FILLER[:320]} The military shot dead a student near the campus in June. {text}")
    assert {"killing"} <= {c.event for c in found}
