"""Which date a report gets: from its own text, from metadata, from a person."""

from datetime import date

import pytest

from aftermath.acquire.dateline import report_date
from aftermath.acquire.dates import parse_date

BODY = "Ten people were killed on Wednesday, residents said. The army said on 3 May 2001 it was ready."


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("AMMAN, July 19, 2014 (Reuters) - ", date(2014, 7, 19)),
        ("Kyiv, 3 May 2022 — ", date(2022, 5, 3)),
        ("Published 12 March 2019\n\n", date(2019, 3, 12)),
        ("Published: 12th March, 2019. ", date(2019, 3, 12)),
        ("First published on March 12 2019 | Updated March 14 2019\n", date(2019, 3, 12)),
        ("Updated March 14 2019 | Published March 12 2019\n", date(2019, 3, 12)),
        ("Last updated: 2019-03-12\n", date(2019, 3, 12)),
        ("Posted on May 6 2016 by A. Writer Gas dropped on town ", date(2016, 5, 6)),
        ("Quito, 4 Mar 87 (EL DIARIO) -- [Text] ", date(1987, 3, 4)),
        ("San Marcos, 5 Dec 05 (RADIO UNO) -- ", date(2005, 12, 5)),
        ("ACCRA | Sun Mar 4, 2012 9:12 am EST ACCRA (Reuters) - ", date(2012, 3, 4)),
        ("LOME/ACCRA | Sun Mar 4, 2012 9:12 am BST ", date(2012, 3, 4)),
        ("Ten killed in town\nQARYA, Northern Province, Oct. 3, 2015 (Wire) -- ", date(2015, 10, 3)),
        ("SANAA, Nov 5, 2023 (Reuters)\n\n", date(2023, 11, 5)),
        ("Shells kill nine in Taiz\n\nSANAA, 5 November 2023\n\n", date(2023, 11, 5)),
        ("September 10 2013 Rights group says army to blame. ", date(2013, 9, 10)),
        ("Wednesday 5 April 2017 Leader says attack cannot stand. ", date(2017, 4, 5)),
        ("Strikes kill 11 in Qarya AFP Wednesday 13 Jul 2016 ", date(2016, 7, 13)),
        ("2019-03-12\n\n", date(2019, 3, 12)),
        ("13/03/2019 ", date(2019, 3, 13)),
        ("03/13/2019 ", date(2019, 3, 13)),
        ("13.3.2019\n", date(2019, 3, 13)),
        ("\n\n  Sept. 10, 2013\n", date(2013, 9, 10)),
        ("29 February 2020 — ", date(2020, 2, 29)),
    ],
)
def test_a_dateline_with_a_year_gives_the_date(head: str, expected: date) -> None:
    assert report_date(head + BODY, None).value == expected


@pytest.mark.parametrize(
    "head",
    [
        "",
        "On 27 August 1975 a bomb exploded in the town. ",
        "A video posted on 3 May 2019 shows the strike. ",
        "The minister, who was first elected in May 2010 - a year of unrest - said so. ",
        "The attack of 3 May 2010 - the worst so far - was remembered. ",
        "The report, dated 3 May 2010, was late. ",
        "Killed on Friday 8 July 2016 were three men. ",
        "31 June 2019 ",
        "30 February 2019 — ",
        "99/99/2019 ",
        "Flight 1 May 2 passengers 3. ",
    ],
)
def test_prose_and_impossible_dates_give_none(head: str) -> None:
    assert report_date(head + BODY, None).value is None


@pytest.mark.parametrize(
    ("head", "metadata", "expected"),
    [
        ("AMMAN, July 19 (Reuters) - ", date(2014, 7, 20), date(2014, 7, 19)),
        ("AMMAN, Dec 31 (Reuters) - ", date(2014, 1, 2), date(2013, 12, 31)),
        ("AMMAN, Jan 1 (Reuters) - ", date(2013, 12, 31), date(2014, 1, 1)),
        ("QARYA, Northern Province, Oct. 3 (Wire) -- ", date(2015, 10, 3), date(2015, 10, 3)),
        ("Ten killed in QaryaQARYA, Farland, Oct. 3 (Wire) -- ", date(2015, 10, 4), date(2015, 10, 3)),
        ("AMMAN, July 19 (Reuters) - ", date(2014, 12, 20), date(2014, 12, 20)),
        ("AMMAN, July 19 (Reuters) - ", date(2014, 7, 10), date(2014, 7, 10)),
        ("AMMAN, Feb 29 (Reuters) - ", date(2015, 3, 1), date(2015, 3, 1)),
        ("Published September 23 2016 ", date(2016, 9, 14), date(2016, 9, 23)),
        ("AMMAN, July 19, 2011 (Reuters) - ", date(2019, 3, 1), date(2011, 7, 19)),
        ("September 10 2013 Rights group says so. ", date(2013, 8, 21), date(2013, 9, 10)),
        ("27 August 1975: a bomb exploded in the town. ", date(2010, 1, 1), date(2010, 1, 1)),
        ("27 August 2015: a bomb exploded in the town. ", date(2010, 1, 1), date(2010, 1, 1)),
        ("01-10-2014 Twin bombs. ", date(2014, 9, 30), date(2014, 10, 1)),
        ("01-10-2014 Twin bombs. ", date(2014, 1, 11), date(2014, 1, 10)),
        ("", date(2014, 7, 20), date(2014, 7, 20)),
    ],
)
def test_the_texts_own_date_and_the_metadatas(head: str, metadata: date, expected: date) -> None:
    assert report_date(head + BODY, metadata).value == expected


def test_a_person_has_the_last_word() -> None:
    assert report_date("Published 12 March 2019\n", date(2019, 3, 13), date(2000, 1, 1)).value == date(2000, 1, 1)


def test_a_dateline_without_year_or_metadata_says_so() -> None:
    found = report_date("AMMAN, July 19 (Reuters) - " + BODY, None)
    assert found.value is None
    assert "Jul 19 without a year" in found.notes[0]


def test_a_date_that_can_be_read_two_ways_says_so() -> None:
    found = report_date("01-10-2014 Twin bombs. ", None)
    assert found.value == date(2014, 10, 1)
    assert "2014-01-10" in found.notes[0]
    assert report_date("10-10-2014 Twin bombs. ", None).notes == ()


def test_overruled_metadata_are_mentioned_only_if_they_differ_by_days() -> None:
    text = "Published September 23 2016 " + BODY
    assert "2016-09-14" in report_date(text, date(2016, 9, 14)).notes[0]
    assert report_date(text, date(2016, 9, 24)).notes == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2019-03-14", date(2019, 3, 14)),
        (" 2019-03-14T23:59:59.000Z", date(2019, 3, 14)),
        ("Thu, 14 Mar 2019 10:00:00 GMT", date(2019, 3, 14)),
        ("March 14, 2019", date(2019, 3, 14)),
        ("14 March", None),
        ("2019", None),
        ("2019-13-01", None),
        ("soon", None),
        ("", None),
        ("2019-03-145", None),
    ],
)
def test_dates_of_metadata(words: str, expected: date | None) -> None:
    assert parse_date(words) == expected
