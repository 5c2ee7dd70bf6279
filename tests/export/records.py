"""Records for the tests of the formats: one made by hand, and any that the types allow."""

from datetime import date

from hypothesis import strategies as st

from aftermath.model import (
    EVENTS,
    Actor,
    Claim,
    Harm,
    Party,
    Place,
    PlaceMention,
    Problem,
    Quantity,
    Record,
    Report,
    Source,
    Target,
    Time,
    TimeMention,
    Weapon,
    Words,
)
from aftermath.model.codes import HARM_KINDS, SCOPES, SOURCE_KINDS, STANCES
from aftermath.model.words import words_at

TEXT = "Residents said Russian planes hit a market in Idlib on Wednesday, killing 10 people, three of them children."


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


RUSSIA = Actor(id="ru-af", name="Military Forces of Russia", kind="state forces", why="demonym and aircraft")
IDLIB = Place(
    name="Idlib", lat=35.93, lon=36.63, precision="town", radius_km=5.0, id="geonames:169389", country="SY",
    admin=("Syria", "Idlib"), feature="PPLA", why="the only Idlib of its size", alternatives=("Idlib, province",),
)  # fmt: skip
CLAIM = Claim(
    id="c1",
    event="air_strike",
    scope="incident",
    stance="asserted",
    sources=(Source(text="Residents", span=span("Residents"), kind="resident"),),
    when=TimeMention(
        text="on Wednesday",
        span=span("on Wednesday"),
        time=Time(
            start=date(2019, 3, 13), end=date(2019, 3, 13), precision="day", anchor=date(2019, 3, 14), why="the last"
        ),
    ),
    where=(PlaceMention(text="Idlib", span=span("Idlib"), place=IDLIB),),
    attackers=(Party(text="Russian planes", span=span("Russian planes"), actor=RUSSIA),),
    targets=(Target(text="a market", span=span("a market"), kind="market"),),
    weapons=(Weapon(text="planes", span=span("planes"), kind="aircraft"),),
    count=Quantity(text="a", span=(34, 35), low=1, high=1),
    harm=(
        Harm(text="killing 10 people", span=span("killing 10 people"), kind="killed", who="people", low=10, high=10),
        Harm(
            text="three of them children", span=span("three of them children"), kind="killed",
            who="children", low=3, high=3, part_of=0,
        ),
    ),
    quotes=(words_at(TEXT, 15, 80),),
    inferred={"when": "carried from the sentence before"},
    why={"event": "triggers.tsv: hit"},
)  # fmt: skip
BARE = Claim(id="c2", event="shelling", scope="campaign", stance="denied", quotes=(words_at(TEXT, 0, 14),))
UNPLACED = Claim(
    id="c3",
    event="attack",
    scope="incident",
    stance="unconfirmed",
    when=TimeMention(text="Wednesday", span=span("Wednesday"), time=Time(why="no date to count from")),
    where=(
        PlaceMention(text="a market", span=span("a market"), place=Place(name="a market", why="not in the gazetteer")),
    ),
    quotes=(words_at(TEXT, 0, 14),),
)
REPORT = Report(
    id="r1", text=TEXT, title="Air raid", outlet="Sample Wire", published=date(2019, 3, 14), sha256="0" * 64
)
RECORD = Record(
    report=REPORT,
    claims=(CLAIM, BARE, UNPLACED),
    problems=(Problem(report="r1", stage="acquire", message="two dates disagree"),),
)
LOST = Record(
    report=Report(id="gone.html", text="", language=""),
    claims=(),
    problems=(Problem(report="gone.html", stage="acquire", message="no such file", fatal=True),),
)

# The characters that formats trip over; all of Unicode takes a minute longer and finds no more.
_texts = st.text(alphabet="ab é\"',;=-<&\n\r\t\0\x1b\x85\u2028\U0001f4a5", max_size=6)
_spans = st.tuples(st.integers(0, 99), st.integers(0, 99))
_bounds = st.none() | st.integers(0, 10**7)
_days = st.none() | st.dates()
_words = {"text": _texts, "span": _spans}
_actors = st.none() | st.builds(Actor, id=_texts, name=_texts, kind=_texts, why=_texts)
_lat, _lon = st.floats(-90, 90), st.floats(-180, 180)
_places = st.builds(
    Place, name=_texts, lat=st.none() | _lat, lon=st.none() | _lon, radius_km=st.none() | st.floats(0, 2e4),
    precision=st.sampled_from("exact town district province country region relative unknown".split()),
    id=st.none() | _texts, country=_texts, admin=st.lists(_texts, max_size=3).map(tuple), feature=_texts, why=_texts,
    alternatives=st.lists(_texts, max_size=2).map(tuple),
)  # fmt: skip
_times = st.builds(
    Time, start=_days, end=_days, anchor=_days, why=_texts,
    precision=st.sampled_from("hour day week month year unknown".split()),
)  # fmt: skip
_reasons = st.dictionaries(st.sampled_from(["when", "where", "event"]), _texts)


def _some(of: type, **parts: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.builds(of, **_words, **parts), max_size=2).map(tuple)


claims = st.builds(
    Claim,
    id=_texts,
    event=st.sampled_from(list(EVENTS)),
    scope=st.sampled_from(SCOPES),
    stance=st.sampled_from(STANCES),
    sources=_some(Source, kind=st.sampled_from(SOURCE_KINDS), actor=_actors),
    when=st.none() | st.builds(TimeMention, **_words, time=_times),
    where=_some(PlaceMention, place=_places),
    attackers=_some(Party, actor=_actors),
    targets=_some(Target, kind=_texts),
    weapons=_some(Weapon, kind=_texts),
    count=st.none() | st.builds(Quantity, **_words, low=_bounds, high=_bounds),
    harm=_some(
        Harm, kind=st.sampled_from(HARM_KINDS), who=_texts, low=_bounds, high=_bounds,
        part_of=st.none() | st.integers(0, 3),
    ),
    quotes=st.lists(st.builds(Words, **_words), min_size=1, max_size=2).map(tuple),
    inferred=_reasons,
    why=_reasons,
)  # fmt: skip
records = st.builds(
    Record,
    report=st.builds(
        Report, id=_texts, text=_texts, title=_texts, outlet=_texts, author=_texts, url=_texts, published=_days,
        language=st.sampled_from(["", "en", "ar"]), sha256=st.sampled_from(["", "a" * 64]),
    ),
    claims=st.lists(claims, max_size=2).map(tuple),
    problems=st.lists(
        st.builds(Problem, report=_texts, stage=_texts, message=_texts, fatal=st.booleans()), max_size=2
    ).map(tuple),
)  # fmt: skip
