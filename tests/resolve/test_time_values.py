"""Expressions of time and the days they mean, seen from a Thursday: 14 March 2019."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.resolve.tokens import parse_of

from aftermath.resolve.time import times
from aftermath.resolve.time.find import RULES, can_open
from aftermath.resolve.time.words import Rule

REPORT = date(2019, 3, 14)

# text -> (words, first day, last day), for each expression in it
CASES: dict[str, list[tuple[str, str, str]]] = {
    # weekdays
    "Jets struck the market on Wednesday.": [("on Wednesday", "2019-03-13", "2019-03-13")],
    "Thursday's ambush killed four.": [("Thursday", "2019-03-14", "2019-03-14")],
    "Troops left last Thursday.": [("last Thursday", "2019-03-07", "2019-03-07")],
    "The convoy will leave on Friday.": [("on Friday", "2019-03-15", "2019-03-15")],
    "On Monday, the truce is due to begin.": [("On Monday", "2019-03-18", "2019-03-18")],
    "He said on Friday that they will leave next Tuesday.": [
        ("on Friday", "2019-03-08", "2019-03-08"),
        ("next Tuesday", "2019-03-19", "2019-03-19"),
    ],
    "Earlier on Sunday a mortar fell.": [("Earlier on Sunday", "2019-03-10", "2019-03-10")],
    "Fighting from Monday to Wednesday cut the road.": [("from Monday to Wednesday", "2019-03-11", "2019-03-13")],
    # what is yet to come
    "The opposition plans marches beginning on April 9.": [("on April 9", "2019-04-09", "2019-04-09")],
    "Troops killed five people on April 9.": [("on April 9", "2018-04-09", "2018-04-09")],
    # days and their parts
    "They fled overnight from Friday to Saturday.": [
        ("overnight from Friday to Saturday", "2019-03-08", "2019-03-09"),
    ],
    "They left in the night of Thursday to Friday.": [("the night of Thursday to Friday", "2019-03-07", "2019-03-08")],
    "They held it from Thursday until Sunday.": [("from Thursday until Sunday", "2019-03-07", "2019-03-10")],
    "Jets bombed Gao on Wednesday for the third straight day.": [
        ("Wednesday for the third straight day", "2019-03-11", "2019-03-13")
    ],
    "They have killed 700 since the accord of 2016.": [("since the accord of 2016", "2016-01-01", "2019-03-14")],
    "The fighting, which broke out again on March 2, left ten dead.": [
        ("which broke out again on March 2", "2019-03-02", "2019-03-14")
    ],
    "Bombs went off in Gao on Monday, police said Wednesday.\n\nTroops had moved in before dawn.": [
        ("on Monday", "2019-03-11", "2019-03-11"),
        ("Wednesday", "2019-03-13", "2019-03-13"),
        ("before dawn", "2019-03-11", "2019-03-11"),
    ],
    "Jets bombed Gao for a fifth day on Wednesday.": [("a fifth day on Wednesday", "2019-03-09", "2019-03-13")],
    "They killed 90 over two days in November.": [("over two days in November", "2018-11-01", "2018-11-30")],
    "Nine died on Saturday night. By morning jets were back.": [
        ("on Saturday night", "2019-03-09", "2019-03-09"),
        ("By morning", "2019-03-10", "2019-03-10"),
    ],
    "Troops, who had seized power in October 2014, fled. In December rebels took Gao.": [
        ("in October 2014", "2014-10-01", "2014-10-31"),
        ("In December", "2018-12-01", "2018-12-31"),
    ],
    "He was found on Saturday a day after armed men took him.": [
        ("on Saturday", "2019-03-09", "2019-03-09"),
        ("a day after", "2019-03-08", "2019-03-08"),
    ],
    "Gangs killed 846 in the first two months of the year.": [
        ("in the first two months of the year", "2019-01-01", "2019-02-28")
    ],
    "Gangs killed 46 in the first three months of 2017.": [
        ("in the first three months of 2017", "2017-01-01", "2017-03-31")
    ],
    "Troops came on 30 November. They killed a hundred over two days.": [
        ("on 30 November", "2018-11-30", "2018-11-30"),
        ("over two days", "None", "None"),
    ],
    "A car bomb went off yesterday.": [("yesterday", "2019-03-13", "2019-03-13")],
    "The mayor was shot today.": [("today", "2019-03-14", "2019-03-14")],
    "Shells fell overnight.": [("overnight", "2019-03-13", "2019-03-14")],
    "Rebels attacked last night.": [("last night", "2019-03-13", "2019-03-13")],
    "They bombed it before dawn on Sunday.": [("before dawn on Sunday", "2019-03-10", "2019-03-10")],
    "Gunmen came at dawn.": [("at dawn", "2019-03-14", "2019-03-14")],
    "Buses were set alight on Wednesday.": [("on Wednesday", "2019-03-13", "2019-03-13")],
    "It was hit on Tuesday and Wednesday.": [("Tuesday and Wednesday", "2019-03-12", "2019-03-13")],
    "He was shot on the 6 October bridge.": [],
    "She fled the July 7 district.": [],
    "The toll of the weekend was nine.": [("of the weekend", "2019-03-09", "2019-03-10")],
    "A car blew up on Tuesday. It went off at 0643 GMT.": [
        ("on Tuesday", "2019-03-12", "2019-03-12"),
        ("at 0643 GMT", "2019-03-12", "2019-03-12"),
    ],
    "Nine died in the first half of last year.": [("in the first half of last year", "2018-01-01", "2018-06-30")],
    "2017\n\n2 April: A mine killed two.\n\n2018\n\n3 May: A shell fell.": [
        ("2017", "2017-01-01", "2017-12-31"),
        ("2 April", "2017-04-02", "2017-04-02"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("3 May", "2018-05-03", "2018-05-03"),
    ],
    "Gunmen came at dawn on Tuesday.": [("at dawn on Tuesday", "2019-03-12", "2019-03-12")],
    "Raids on Tuesday night went on.": [("on Tuesday night", "2019-03-12", "2019-03-12")],
    "It began in the early hours of Wednesday.": [("in the early hours of Wednesday", "2019-03-13", "2019-03-13")],
    "At 5 p.m. on Saturday it blew up.": [("At 5 p.m. on Saturday", "2019-03-09", "2019-03-09")],
    "It blew up on Saturday at 17:30.": [("on Saturday at 17:30", "2019-03-09", "2019-03-09")],
    "On Saturday they came; at 0630 GMT they left.": [
        ("On Saturday", "2019-03-09", "2019-03-09"),
        ("at 0630 GMT", "2019-03-09", "2019-03-09"),
    ],
    "They shelled us on Tuesday. Two barrels fell after nightfall.": [
        ("on Tuesday", "2019-03-12", "2019-03-12"),
        ("after nightfall", "2019-03-12", "2019-03-12"),
    ],
    "They shelled us on Tuesday. Two barrels fell after midnight.": [
        ("on Tuesday", "2019-03-12", "2019-03-12"),
        ("after midnight", "2019-03-12", "2019-03-13"),
    ],
    "They met on Tuesday. That afternoon they fought.": [
        ("on Tuesday", "2019-03-12", "2019-03-12"),
        ("That afternoon", "2019-03-12", "2019-03-12"),
    ],
    "The toll as of 14:00 is nine.": [("as of 14:00", "2019-03-14", "2019-03-14")],
    "Gunmen shot a barber Weds in the market.": [("Weds", "2019-03-13", "2019-03-13")],
    "On the 10th, a guard was killed; the 22nd brigade left on the 20th.": [
        ("On the 10th", "2019-03-10", "2019-03-10"),
        ("on the 20th", "2019-02-20", "2019-02-20"),
    ],
    "A bomb went off after midnight.": [("after midnight", "2019-03-13", "2019-03-14")],
    "The day before yesterday a mine killed two.": [("The day before yesterday", "2019-03-12", "2019-03-12")],
    "Raids overnight on Tuesday hit a school.": [("overnight on Tuesday", "2019-03-12", "2019-03-13")],
    "Raids overnight into Wednesday hit a school.": [("overnight into Wednesday", "2019-03-12", "2019-03-13")],
    "They came on 12 July 2014. That night they left.": [
        ("on 12 July 2014", "2014-07-12", "2014-07-12"),
        ("That night", "2014-07-12", "2014-07-12"),
    ],
    "They came on 12 July 2014. Hours later they left.": [
        ("on 12 July 2014", "2014-07-12", "2014-07-12"),
        ("Hours later", "2014-07-12", "2014-07-12"),
    ],
    "They came on 12 July 2014; they had left the week before.": [
        ("on 12 July 2014", "2014-07-12", "2014-07-12"),
        ("the week before", "2014-06-30", "2014-07-06"),
    ],
    "They came on 12 July 2014. They had left two days before.": [
        ("on 12 July 2014", "2014-07-12", "2014-07-12"),
        ("two days before", "2014-07-10", "2014-07-10"),
    ],
    "Hours after the truce, shells fell.": [("Hours after", "None", "None")],
    "Two blasts came within an hour.": [("within an hour", "None", "None")],
    "Some 155,000 people have fled since the offensive was announced in January.": [
        ("since the offensive was announced in January", "2019-01-01", "2019-03-14")
    ],
    "He was shot on Wednesday last week.": [("on Wednesday last week", "2019-03-06", "2019-03-06")],
    # calendar units
    "The town fell last month.": [("last month", "2019-02-01", "2019-02-28")],
    "He was held last year.": [("last year", "2018-01-01", "2018-12-31")],
    "It fell last week.": [("last week", "2019-03-04", "2019-03-10")],
    "Clashes this week killed ten.": [("this week", "2019-03-11", "2019-03-14")],
    "Earlier this year they met.": [("Earlier this year", "2019-01-01", "2019-03-14")],
    "Later this month they will meet.": [("Later this month", "2019-03-14", "2019-03-31")],
    "Next month they will vote.": [("Next month", "2019-04-01", "2019-04-30")],
    "They clashed at the weekend.": [("at the weekend", "2019-03-09", "2019-03-10")],
    "Late last year they left.": [("Late last year", "2018-09-01", "2018-12-31")],
    "It began early last month.": [("early last month", "2019-02-01", "2019-02-10")],
    "Earlier in the week they met.": [("Earlier in the week", "2019-03-11", "2019-03-14")],
    "Since the start of the year, 40 died.": [("Since the start of the year", "2019-01-01", "2019-03-14")],
    # months, years, seasons
    "In August of last year they met.": [("In August of last year", "2018-08-01", "2018-08-31")],
    "On 25 March last year they met.": [("On 25 March last year", "2018-03-25", "2018-03-25")],
    "On January 9 this year they met.": [("On January 9 this year", "2019-01-09", "2019-01-09")],
    "In January this year they met.": [("In January this year", "2019-01-01", "2019-01-31")],
    "In the first half of 2016 they met.": [("In the first half of 2016", "2016-01-01", "2016-06-30")],
    "In the fourth quarter, 947 died.": [("In the fourth quarter", "2018-10-01", "2018-12-31")],
    "In the last week of May 2016 they met.": [("In the last week of May 2016", "2016-05-25", "2016-05-31")],
    "In the first week of January they met.": [("In the first week of January", "2019-01-01", "2019-01-07")],
    "From March 2014 onwards they fought.": [("From March 2014 onwards", "2014-03-01", "2019-03-14")],
    "From December to February 2014 they fought.": [("From December to February 2014", "2013-12-01", "2014-02-28")],
    "In January a truce was signed.": [("In January", "2019-01-01", "2019-01-31")],
    "In May the harvest burned.": [("In May", "2018-05-01", "2018-05-31")],
    "April's siege ended.": [("April", "2018-04-01", "2018-04-30")],
    "The raid of March 2014 failed.": [("March 2014", "2014-03-01", "2014-03-31")],
    "In 2016 the city fell.": [("In 2016", "2016-01-01", "2016-12-31")],
    "The 2003 invasion began there.": [("2003", "2003-01-01", "2003-12-31")],
    "Since mid-2012 the front has not moved.": [("Since mid-2012", "2012-06-01", "2019-03-14")],
    "The war of the 1990s ended.": [("the 1990s", "1990-01-01", "1999-12-31")],
    "In the spring of 2013 they came.": [("In the spring of 2013", "2013-03-01", "2013-05-31")],
    "Last summer the wells were poisoned.": [("Last summer", "2018-06-01", "2018-08-31")],
    "They ruled from 2014 to 2017.": [("from 2014 to 2017", "2014-01-01", "2017-12-31")],
    # dates
    "On 12 July they shelled us.": [("On 12 July", "2018-07-12", "2018-07-12")],
    "On July 12, 2014 they shelled us.": [("On July 12, 2014", "2014-07-12", "2014-07-12")],
    "It was Saturday, Nov. 12.": [("Saturday, Nov. 12", "2016-11-12", "2016-11-12")],
    "Between 3 and 5 May 2017 nine died.": [("3 and 5 May 2017", "2017-05-03", "2017-05-05")],
    "From 30 April to 2 May nine died.": [("From 30 April to 2 May", "2018-04-30", "2018-05-02")],
    "San Salvador, 5 Dec 88 - The army said": [("5 Dec 88", "1988-12-05", "1988-12-05")],
    "AMMAN, Feb 19 (Wire) - Rebels said": [("Feb 19", "2019-02-19", "2019-02-19")],
    "Recorded 2016-07-13 and 13/08/2016.": [
        ("2016-07-13", "2016-07-13", "2016-07-13"),
        ("13/08/2016", "2016-08-13", "2016-08-13"),
    ],
    # counted from the report
    "Two days ago they withdrew.": [("Two days ago", "2019-03-12", "2019-03-12")],
    "Towers were blown up at 2015 on Sunday.": [("on Sunday", "2019-03-10", "2019-03-10")],
    "Three weeks ago they withdrew.": [("Three weeks ago", "2019-02-21", "2019-02-21")],
    "A year ago they withdrew.": [("A year ago", "2018-03-01", "2018-03-31")],
    "Five years ago they withdrew.": [("Five years ago", "2014-01-01", "2014-12-31")],
    "In the past 24 hours nine died.": [("In the past 24 hours", "2019-03-13", "2019-03-14")],
    "Over the past week, nine died.": [("Over the past week", "2019-03-07", "2019-03-14")],
    "In the last three months it doubled.": [("In the last three months", "2018-12-14", "2019-03-14")],
    "In recent weeks it doubled.": [("In recent weeks", "2019-02-14", "2019-03-14")],
    "Residents have fled for days now.": [("for days now", "2019-03-07", "2019-03-14")],
    "After two weeks of shelling they fled.": [("After two weeks", "2019-02-28", "2019-03-14")],
    "Eight days of raids wrecked the port.": [("Eight days", "2019-03-07", "2019-03-14")],
    "The bombing went on for the third day.": [("for the third day", "2019-03-12", "2019-03-14")],
    "On the second day of the push they gained ground.": [("On the second day", "2019-03-14", "2019-03-14")],
    "The siege drags into a fourth month.": [("a fourth month", "2018-12-01", "2019-03-14")],
    "Guerrillas have recently moved south.": [("recently", "2019-02-14", "2019-03-14")],
    "Since early February, dozens died.": [("Since early February", "2019-02-01", "2019-03-14")],
    "Many fled since the war began in March 2011.": [
        ("since the war began in March 2011", "2011-03-01", "2019-03-14"),
    ],
    "They arrested 72 during the two past days.": [("during the two past days", "2019-03-12", "2019-03-14")],
    # counted from a day named before
    "On 4 June 1976 two died. That autumn five hotels burned.": [
        ("On 4 June 1976", "1976-06-04", "1976-06-04"),
        ("That autumn", "1976-09-01", "1976-11-30"),
    ],
    "In October 2014 rebels took it. The following spring they lost it.": [
        ("In October 2014", "2014-10-01", "2014-10-31"),
        ("The following spring", "2015-03-01", "2015-05-31"),
    ],
    "In January 2014 rebels took it. That winter it starved, as it had the previous summer.": [
        ("In January 2014", "2014-01-01", "2014-01-31"),
        ("That winter", "2013-12-01", "2014-02-28"),
        ("the previous summer", "2013-06-01", "2013-08-31"),
    ],
    "In June 2014 rebels took it. Earlier that year they had lost it.": [
        ("In June 2014", "2014-06-01", "2014-06-30"),
        ("Earlier that year", "2014-01-01", "2014-06-01"),
    ],
    "A bomb went off on 27 August 1975. They had last struck on 22 December 1974.\n\nIt exploded at 9:20. The next day "
    "another did.": [
        ("on 27 August 1975", "1975-08-27", "1975-08-27"),
        ("on 22 December 1974", "1974-12-22", "1974-12-22"),
        ("at 9:20", "1975-08-27", "1975-08-27"),
        ("The next day", "1975-08-28", "1975-08-28"),
    ],
    "Rebels have held the hills since 27 October 2018. They took Gao on the first day.": [
        ("since 27 October 2018", "2018-10-27", "2019-03-14"),
        ("on the first day", "2018-10-27", "2018-10-27"),
    ],
    "Some 900, most of them civilians, have died since July 8, 2018.": [
        ("since July 8, 2018", "2018-07-08", "2019-03-14")
    ],
    "Tanks came on New Year's Eve in 1994.": [("on New Year's Eve in 1994", "1994-12-31", "1994-12-31")],
    "In June 2014 rebels took it. Later that year they lost it.": [
        ("In June 2014", "2014-06-01", "2014-06-30"),
        ("Later that year", "2014-06-01", "2014-12-31"),
    ],
    "He was shot on Tuesday. The bombs that fall on the town killed 40 that week.": [
        ("on Tuesday", "2019-03-12", "2019-03-12"),
        ("that week", "2019-03-11", "2019-03-14"),
    ],
    "On 12 July 2014 they came. The following day they left.": [
        ("On 12 July 2014", "2014-07-12", "2014-07-12"),
        ("The following day", "2014-07-13", "2014-07-13"),
    ],
    "On 12 July 2014 they came. Two days later, they left.": [
        ("On 12 July 2014", "2014-07-12", "2014-07-12"),
        ("Two days later", "2014-07-14", "2014-07-14"),
    ],
    "Nine fell in November. Three died during the same period.": [
        ("in November", "2018-11-01", "2018-11-30"),
        ("during the same period", "2018-11-01", "2018-11-30"),
    ],
    "More than six years ago he was taken.": [("More than six years ago", "2012-03-14", "2013-03-14")],
    "Almost two months ago he was taken.": [("Almost two months ago", "2019-01-14", "2019-02-14")],
    "They have fought for more than two weeks.": [("for more than two weeks", "2019-02-21", "2019-03-14")],
    "It came a day after mourners were shot.": [("a day after", "2019-03-13", "2019-03-13")],
    # counted from the day on which words were spoken
    "“They shelled us yesterday,” a farmer said on Tuesday.": [
        ("yesterday", "2019-03-11", "2019-03-11"),
        ("on Tuesday", "2019-03-12", "2019-03-12"),
    ],
    'He told us on Monday: "My son was shot three days ago."': [
        ("on Monday", "2019-03-11", "2019-03-11"),
        ("three days ago", "2019-03-08", "2019-03-08"),
    ],
    "“The wells are dry,” he said on Tuesday; yesterday it rained.": [
        ("on Tuesday", "2019-03-12", "2019-03-12"),
        ("yesterday", "2019-03-13", "2019-03-13"),
    ],
    # feasts
    "During Ramadan the raids went on.": [("During Ramadan", "2018-05-16", "2018-06-14")],
    "On the eve of Eid al-Fitr 2017 a bomb killed six.": [
        ("On the eve of Eid al-Fitr 2017", "2017-06-24", "2017-06-24"),
    ],
    "On the second day of Eid al-Adha they fired.": [("On the second day of Eid al-Adha", "2018-08-22", "2018-08-22")],
    "On Orthodox Easter 2018 both sides fired.": [("On Orthodox Easter 2018", "2018-04-08", "2018-04-08")],
    "A truce held over Christmas.": [("over Christmas", "2018-12-25", "2018-12-25")],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_days(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(m.text, str(m.time.start), str(m.time.end)) for m in times(parse_of(text), REPORT)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "kind", "precision"),
    [
        ("It fell on Wednesday.", "point", "day"),
        ("It fell last month.", "point", "month"),
        ("It fell at 5 p.m. on Wednesday.", "point", "hour"),
        ("Nine died since February.", "span", "month"),
        ("Nine died in the past 24 hours.", "span", "hour"),
        ("The 10-day siege ended.", "duration", "day"),
        ("They fought for three hours.", "duration", "unknown"),
        ("They fought for three days.", "duration", "unknown"),
        ("They have fought for three days.", "span", "day"),
    ],
)
def test_kind_and_precision(text: str, kind: str, precision: str) -> None:
    (mention,) = times(parse_of(text), REPORT)
    assert (mention.kind, mention.time.precision) == (kind, precision)


@pytest.mark.parametrize(
    "text",
    [
        "He may march on the capital, and she may march too.",
        "The Sunday Times and the Daily Mail reported it.",
        "A 12-year-old boy, aged 12, and his 9-month-old sister.",
        "The April 6 Movement, the March 23 Movement and the July 20 Brigade.",
        "Bloody Sunday is remembered.",
        "The fall of the town; hot springs; spring water; in the event of a fall.",
        "Mr May and April Jones spoke.",
        "At least 2000 people; 1998 refugees; Resolution 2254.",
        "They were paid four dollars a day.",
        "The second brigade; a second attack.",
        "Most raids happen at night.",
        "They spoke at the same time.",
        "Every Friday they march; on Fridays they rest; each Sunday too.",
    ],
)
def test_no_spurious_dates(text: str) -> None:
    assert [m.text for m in times(parse_of(text), REPORT)] == []


def test_a_term_of_custody_is_yet_to_come() -> None:
    text = "A court ruled that eight men should remain in custody for two months."
    assert [m.time.start for m in times(parse_of(text), REPORT)] == [None]


def test_without_a_date_relative_expressions_stay_open() -> None:
    text = "In June, on Wednesday and last month and on 3 May 2017 they fought."
    found = [(m.text, m.time.start) for m in times(parse_of(text), None)]
    assert found == [
        ("In June", None),
        ("on Wednesday", None),
        ("last month", None),
        ("on 3 May 2017", date(2017, 5, 3)),
    ]
    assert all(m.time.why for m in times(parse_of(text), None))


@given(
    st.dates(date(1980, 1, 10), date(2040, 1, 1)), st.sampled_from("Monday Tuesday Wednesday Thursday Friday".split())
)
def test_a_weekday_lies_in_the_week_up_to_the_report(published: date, weekday: str) -> None:
    (mention,) = times(parse_of(f"Shells hit the bridge on {weekday}."), published)
    assert mention.time.start is not None
    assert 0 <= (published - mention.time.start).days <= 6
    assert mention.time.start.strftime("%A") == weekday


@given(st.dates(date(1980, 1, 1), date(2039, 12, 31)))
def test_full_dates_mean_themselves(day: date) -> None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%A, %d %B %Y", "%a %b %d, %Y"):
        (mention,) = times(parse_of(f"It was {day.strftime(form)} then."), None)
        assert (mention.time.start, mention.time.end) == (day, day)


# A pattern with a look behind cannot be drawn from; that rule opens with "on the" alone.
_DRAWN = [rule for rule in RULES if rule.name != "day_of_month"]


@given(st.data())
@pytest.mark.parametrize("rule", _DRAWN, ids=[rule.name for rule in _DRAWN])
def test_every_rule_is_tried_at_the_words_that_open_it(rule: Rule, data: st.DataObject) -> None:
    pattern = re.compile(rule.pattern)
    found = pattern.search(data.draw(st.from_regex(pattern)))
    first = re.match(r"(\w+)(?=\s*(\w*))", found[0]) if found else None
    assert first is None or can_open(*first.groups())


_PIECES = st.sampled_from(
    (
        "on |Wednesday|the |last |month| two |days|ago|since |early |March|2014|12|July|, |to |from |at |5 p.m.|dawn"
        "|\n|. |overnight"
    ).split("|")
)


@given(st.lists(_PIECES | st.text(max_size=5), max_size=25).map("".join), st.dates(date(1980, 1, 1), date(2040, 1, 1)))
def test_spans_are_exact_in_order_and_apart(text: str, published: date) -> None:
    last = 0
    for mention in times(parse_of(text), published):
        start, end = mention.span
        assert text[start:end] == mention.text
        assert last <= start < end
        assert (mention.time.start is None) == (mention.time.end is None)
        assert mention.time.why
        if mention.time.start and mention.time.end:
            assert mention.time.start <= mention.time.end
        last = end
