"""Who independently says so, what is contradicted, and the grade that is proposed."""

from datetime import date, timedelta

import pytest

from aftermath.link import incidents, judgements, link
from aftermath.link.contradictions import contradictions
from aftermath.link.credit import heard_by, newsroom
from aftermath.link.grade import grade
from aftermath.link.hours import apart, hours
from aftermath.link.links import Links
from aftermath.link.reconcile import tolls
from aftermath.link.voices import voices
from aftermath.model import Actor, Claim, Record, Report
from aftermath.model.judgement import Judgement
from link.making import DAY, claim, harm, party, place, record, source, target, told, when

RUSSIA = Actor(id="state:RU", name="Military Forces of Russia", kind="state forces")
SYRIA = Actor(id="state:SY", name="Military Forces of Syria", kind="state forces")
POLICE = Actor(id="state:SY/police", name="Police Forces of Syria", kind="state forces")
GUNMEN = Actor(id="unnamed:gunmen", name="Gunmen", kind="political militia")
COPY = "Jets hit a bakery in the town on Monday morning, killing six people, a war monitor said"


def one_outlet_each(*claims: Claim) -> list[Record]:
    return [record(f"r{i}", made, outlet=f"outlet {i}") for i, made in enumerate(claims)]


@pytest.mark.parametrize(
    ("outlet", "text", "room"),
    [
        ("Gulf Post", "CAIRO (Reuters) - A drone fired two missiles.", "Reuters"),
        ("Gulf Post", "MOSCOW, July 23. /TASS/. Aircraft flew no missions.", "TASS"),
        ("Gulf Post", "A drone fired two missiles. (Reuters)\n\nShells hit the station.", "Reuters"),
        ("Gulf Post", "Rescuers were struck. - AFP", "AFP"),
        ("Gulf Post", "Police said so. (Reporting by Reuters)", "Reuters"),
        ("Gulf Post", "A spokesman told Reuters that shells had hit the station, and more came later.", "Gulf Post"),
        ("Reuters", "A drone fired two missiles.", "Reuters"),
        ("", "A drone fired two missiles.", "x"),
    ],
)
def test_newsroom(outlet: str, text: str, room: str) -> None:
    assert newsroom(Report(id="x", outlet=outlet, text=text)) == room


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("a resident told Reuters that shells fell.", "Reuters"),
        ("a resident, a trader of 40, told the Associated Press.", "AP"),
        ("a resident told the AFP news agency", "AFP"),
        ("a resident told ani that shells fell", "Gulf Post"),
        ("a resident said. A general told Reuters the same.", "Gulf Post"),
        ("a resident told the police.", "Gulf Post"),
    ],
)
def test_who_heard_a_speaker(text: str, room: str) -> None:
    speaker = source("a resident")
    assert heard_by(claim("a", sources=(speaker,)), Report(id="x", outlet="Gulf Post", text=text)) == room


def test_one_witness_of_an_agency_in_two_papers() -> None:
    texts = ("a resident told Reuters of shells on the market", "a resident told Reuters: I saw the market burn")
    records = [
        Record(report=Report(id=f"r{i}", outlet=f"outlet {i}", text=text, published=DAY),
               claims=(claim(f"c{i}", text, sources=(source("a resident"),)),))
        for i, text in enumerate(texts)
    ]  # fmt: skip
    assert len(voices(told(*records))) == 1


def test_an_agency_is_one_with_its_newsroom() -> None:
    cited = record("a", claim("a", "This is so", sources=(source("Reuters", "media"),)), outlet="Gulf Post")
    own = record("b", claim("b", "And that is it"), outlet="Reuters")
    assert len(voices(told(cited, own))) == 1


@pytest.mark.parametrize(
    ("claims", "count"),
    [
        # The same wire copy in three papers is one source.
        ([claim(name, COPY, sources=(source("a war monitor"),)) for name in "abc"], 1),
        ([claim(name, COPY) for name in "abc"], 1),
        # The same institution quoted by two papers is one claimant; unnamed people may be others.
        ([claim("a", "The police say this", sources=(source("police", "government"),)),
          claim("b", "Another told that", sources=(source("the police spokesman", "government"),))], 1),
        ([claim("a", "The residents say this", sources=(source("residents"),)),
          claim("b", "Another told that", sources=(source("residents"),))], 2),
        # Two speakers in one report are two voices.
        ([claim("a", "They say this", sources=(source("residents"), source("a medic", "medic")))], 2),
        # Headline and lead repeat what the report's speaker says.
        ([claim("a", COPY, sources=(source("a war monitor"),)),
          claim("b", "Jets hit a bakery in the town on Monday morning")], 1),
        # Named in part, and in whole; in part where two have that part.
        ([claim("a", "He told this", sources=(source("the Observatory", "monitor"),)),
          claim("b", "Another told that", sources=(source("the Syrian Observatory for Human Rights", "monitor"),))], 1),
        ([claim("a", "He told this", sources=(source("the hospital", "un"),)),
          claim("b", "Another told that", sources=(source("Nasser hospital", "un"),)),
          claim("c", "A third one too", sources=(source("Shifa hospital", "un"),))], 3),
        # Told in the report's own voice: the outlet.
        ([claim("a", "This is so"), claim("b", "And that is it")], 2),
    ],
)  # fmt: skip
def test_voices_are_counted_once(claims: list[Claim], count: int) -> None:
    assert len(voices(told(*one_outlet_each(*claims)))) == count


def about(*claims: Claim) -> dict[str, list[str]]:
    group = told(*one_outlet_each(*claims))
    return {found.about: [p.says for p in found.positions] for found in contradictions(group, voices(group))}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({}, {}, {}),
        (
            {"harm": (harm("killed", "people", 5, 5),)},
            {"harm": (harm("killed", "people", 9, None),)},
            {"toll": ["5 killed", "at least 9 killed"]},
        ),
        ({"harm": (harm("killed", "people", 5, None),)}, {"harm": (harm("killed", "people", 9, 9),)}, {}),
        (
            {"harm": (harm("killed", "civilians", 5, 5),)},
            {"harm": (harm("killed", "fighters", 5, 5),)},
            {"status": ["the dead were civilians", "the dead were fighters"]},
        ),
        (
            {"attackers": (party("Russia", RUSSIA),)},
            {"attackers": (party("Syria", SYRIA),)},
            {"perpetrator": [RUSSIA.name, SYRIA.name]},
        ),
        ({"attackers": (party("Russia", RUSSIA),)}, {"attackers": (party("gunmen", GUNMEN),)}, {}),
        ({"attackers": (party("Syria", SYRIA),)}, {"attackers": (party("Syrian police", POLICE),)}, {}),
        (
            {"attackers": (party("Russia", RUSSIA),)},
            {"attackers": (party("Russia", RUSSIA),), "stance": "denied"},
            {
                "perpetrator": [RUSSIA.name, f"not {RUSSIA.name}"],
                "occurrence": ["it did not happen so", "it happened"],
            },
        ),
        (
            {"targets": (target("a base", "military"),)},
            {"targets": (target("a school", "school"),)},
            {"target": ["military", "school"]},
        ),
        (
            {"where": (place("El Obeid", 13.18, 30.22),)},
            {"where": (place("Ar Rahad", 12.72, 30.65),)},
            {"place": ["Ar Rahad", "El Obeid"]},
        ),
        (
            {"when": when(DAY)},
            {"when": when(DAY + timedelta(days=1))},
            {"day": ["2024-06-11", "2024-06-12"]},
        ),
    ],
)
def test_contradictions(one: dict[str, object], other: dict[str, object], expected: dict[str, list[str]]) -> None:
    assert about(claim("a", "Told so by one", **one), claim("b", "Said otherwise in another", **other)) == expected


DEAD = (harm("killed", "civilians", 5, 5),)


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([claim("a", "One tells this", harm=DEAD)], "weak"),
        ([claim("a", "One tells this", harm=DEAD, attackers=(party("Russia", RUSSIA),)),
          claim("b", "Another says that", harm=DEAD)], "fair"),
        ([claim("a", "One tells this", harm=DEAD), claim("b", "Another says that", harm=DEAD)], "weak"),
        ([claim("a", "One tells this", harm=DEAD), claim("b", "Another says that", harm=DEAD),
          claim("c", "An army denies", stance="denied", attackers=(party("the army"),))], "weak"),
        ([claim("a", "One tells this", harm=DEAD, attackers=(party("Russia", RUSSIA),)),
          claim("b", "Another says that", harm=DEAD, attackers=(party("Syria", SYRIA),))], "contested"),
        ([claim("a", "One tells this", harm=(harm("killed", "fighters", 5, 5),)),
          claim("b", "Another says that", harm=(harm("killed", "soldiers", 7, 7),))], "discounted"),
        ([claim("a", "The ministry tells", harm=DEAD, attackers=(party("Russia", RUSSIA),),
                sources=(source("the ministry", "belligerent", RUSSIA),))], "confirmed"),
        ([claim("a", "The ministry tells", harm=(harm("killed", "fighters", 5, 5),),
                attackers=(party("Russia", RUSSIA),), sources=(source("the ministry", "belligerent", RUSSIA),)),
          claim("b", "Another says that", harm=DEAD)], "fair"),
    ],
)  # fmt: skip
def test_grades(claims: list[Claim], expected: str) -> None:
    group = told(*one_outlet_each(*claims))
    said_by = voices(group)
    found = grade(group, said_by, tolls(group, said_by))
    assert found.grade == expected
    assert all(found.reasons)


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("at noon", 12, 9),
        ("shortly after 2 a.m. today", 2, 14),
        ("at 14:30", 14, 2),
        ("on Monday night", 23, 12),
        ("early on Monday", 5, 15),
        ("at about 10 a.m. on Monday", 10, 12),
    ],
)
def test_hours(text: str, inside: int, outside: int) -> None:
    found = hours(text)
    assert found
    assert inside in found
    assert outside not in found


def test_hours_are_around_the_clock() -> None:
    assert hours("on Monday") is None
    assert apart(frozenset((23,)), frozenset((1,))) == 2


def campaign(name: str, **slots: object) -> Claim:
    given = {"scope": "campaign", "when": when(date(2024, 6, 1), date(2024, 6, 30))} | slots
    return claim(name, "Shelling has killed many this month", **given)


@pytest.mark.parametrize(
    ("slots", "inside"),
    [
        ({"where": (place("North Kordofan", 13.2, 30.0, precision="province"),)}, True),
        ({"where": (place("El Obeid"),)}, True),
        ({"where": (place("Darfur", 13.0, 25.0, precision="province"),)}, False),
        ({"where": (place("El Obeid"),), "event": "abduction"}, False),
        ({"where": (place("El Obeid"),), "event": "attack"}, True),
        ({"where": (place("El Obeid"),), "when": when(date(2024, 5, 1), date(2024, 5, 31))}, False),
    ],
)
def test_campaigns_contain_and_never_merge(slots: dict[str, object], inside: bool) -> None:
    total, single = link([record("r", campaign("total", **slots), published=DAY), record("s", claim("one"))])
    if total.scope == "incident":
        total, single = single, total
    assert (total.claims, single.claims) == (("total",), ("one",))
    assert (single.within == (total.id,)) is inside
    assert total.within == ()


def test_every_link_has_its_reasons() -> None:
    links = Links()
    links.add(told(*one_outlet_each(claim("a"), claim("b"), claim("c", where=(place("Tame", 6.4, -71.7),)))))
    made = list(judgements(links))
    assert [(judgement.verdict, judgement.claims, judgement.together) for judgement in made] == [
        ("link", ("b",), ("a",))
    ]
    assert "the same place (+2.0)" in made[0].reason


def test_incident_is_a_function_of_claims_and_judgements() -> None:
    records = one_outlet_each(claim("a"), claim("b", "Another account of it"))
    split = Judgement(verdict="split", claims=("b",), apart=("a",), reason="two shells", by="Ana")
    assert link(records) == link(reversed(records))
    assert [incident.claims for incident in link(records)] == [("a", "b")]
    assert [incident.claims for incident in link(records, [split])] == [("a",), ("b",)]


def test_founder_gives_the_id() -> None:
    early, late = record("r", claim("b"), published=DAY), record("s", claim("a"), published=DAY + timedelta(days=1))
    (alone,), (both,) = link([early]), link([late, early])
    assert alone.id == both.id
    assert both.claims == ("b", "a")


def test_nothing_gives_nothing() -> None:
    assert link([]) == []
    assert incidents(Links()) == []
