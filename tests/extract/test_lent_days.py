"""Which accounts without a day of their own are lent one, and which are not: own sentences, from many wars."""

import pytest
from reading import claims

from aftermath import read


def day(text: str, *, event: str) -> str | None:
    """The first day of the last claim of an event, None where it has no time."""
    told = [c for c in claims(text) if c.event == event][-1]
    return None if told.when is None else str(told.when.time.start)


AFTER_A_WEEK = [
    (
        "The army said on 20 March 2016 that it would send more men.\n\n"
        "Shells fell on the market of Lashkar Gah on 2 March 2016, police said.\n\n"
        "In Marjah gunmen shot a teacher dead.",
        "killing",
    ),
    (
        "Herders met the governor on 28 June 2021, his office said.\n\n"
        "On 5 June 2021 gunmen set fire to a village near Dori.\n\n"
        "Robbers killed a trader in Sebba.",
        "killing",
    ),
]


@pytest.mark.parametrize(("text", "event"), AFTER_A_WEEK)
def test_a_day_of_weeks_before_is_not_lent_to_another_paragraph(text: str, event: str) -> None:
    assert day(text, event=event) is None


def test_flight_is_lent_no_day() -> None:
    text = "Militiamen attacked the town of Djibo on 4 May 2019. Thousands of people fled to Ouagadougou."
    assert day(text, event="displacement") is None


STANDING = [
    "Rebels ambushed a convoy near Goma on 7 July 2013. Soldiers shelling the hills guard the road.",
    "A bomb killed a guard in Quetta on 3 March 2014. The army bombs villages in the hills.",
]


@pytest.mark.parametrize("text", STANDING)
def test_what_stands_now_without_harm_is_lent_no_day(text: str) -> None:
    assert claims(text)[-1].when is None


def test_harm_takes_the_day_that_the_account_before_was_lent() -> None:
    text = (
        "Shells struck a school in Stepanakert on 4 October 2020. Nobody was there. Rockets then hit the bus station. "
        "A gunman shot two drivers dead."
    )
    assert day(text, event="killing") == "2020-10-04"


ONE_TIME = [
    ("The rebels bombed 30 pylons in June 2022.\n\nEleven bridges were blown up.\n\nA mast was burned.", 3),
    ("Mines killed six soldiers near Huanta in May 2023.\n\nThe garrison is small.\n\nA bomb hurt a guard.", 2),
]


@pytest.mark.parametrize(("text", "count"), ONE_TIME)
def test_the_only_time_of_a_report_is_that_of_its_harm_and_damage(text: str, count: int) -> None:
    told = [c.when and str(c.when.time.start)[:7] for c in claims(text)]
    assert len(told) == count
    assert len(set(told)) == 1
    assert None not in told


def test_a_day_that_cannot_be_counted_is_no_other_day() -> None:
    text = "A bomb went off in Basra on 3 May 2019. Shells killed nine people in Taiz on Friday."
    dated = [c.when and str(c.when.time.start) for c in read(text, published=None).claims]
    assert dated == ["2019-05-03", None]
