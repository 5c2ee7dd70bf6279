"""Words of the tables in sentences: each event, stance, harm, party and speaker as plain prose tells it."""

import pytest
from reading import claims, only

EVENTS = [
    ("air_strike", "Warplanes bombed a market in El Fasher on Tuesday."),
    ("air_strike", "A drone struck a lorry near Bakhmut on Tuesday, killing two men."),
    ("air_strike", "Army helicopters dropped barrel bombs on the town of Loikaw on Monday."),
    ("shelling", "Rebels shelled the town of Goma on Monday."),
    ("shelling", "Mortar rounds landed on a school in Kherson on Wednesday."),
    ("shelling", "The village of Demoso came under artillery fire on Sunday."),
    ("shelling", "A missile hit a power station in Odesa on Wednesday."),
    ("explosion", "A roadside bomb killed three soldiers near Mogadishu on Tuesday."),
    ("explosion", "A landmine exploded under a bus in Kandahar on Monday, wounding six passengers."),
    ("suicide_bombing", "A suicide bomber blew himself up outside a mosque in Peshawar on Friday."),
    ("chemical_attack", "Chlorine gas was used in an attack on Saraqib on Monday, doctors said."),
    ("armed_clash", "Soldiers clashed with militants near Maiduguri on Tuesday."),
    ("armed_clash", "Gunmen ambushed an army convoy near Gao on Monday."),
    ("armed_clash", "Fighting between the army and the Rapid Support Forces erupted in Khartoum on Monday."),
    ("territory_taken", "Rebels captured the town of Bunagana on Monday."),
    ("territory_taken", "The army retook Lyman on Saturday."),
    ("territory_taken", "Ukrainian troops withdrew from Soledar on Wednesday."),
    ("killing", "Gunmen shot dead a judge in Cotabato on Tuesday."),
    ("killing", "Soldiers executed five prisoners in Bucha on Monday."),
    ("abduction", "Gunmen kidnapped 30 pupils from a school in Zamfara on Monday."),
    ("arrest", "Police arrested 12 protesters in Yangon on Tuesday."),
    ("siege", "Rebels have besieged the town of Djibo since February."),
    ("destruction", "Militiamen looted shops in El Geneina on Monday."),
    ("displacement", "More than 4,000 people fled the town of Kutum on Monday."),
    ("escape", "Some 200 prisoners escaped from a jail in Kara on Tuesday."),
    ("agreement", "The army and the rebels signed a ceasefire in Juba on Monday."),
    ("violation", "The rebels violated the truce three times on Monday, the army said."),
    ("protest", "Thousands of people protested in Khartoum on Monday against military rule."),
]


@pytest.mark.parametrize(("event", "text"), EVENTS)
def test_event(event: str, text: str) -> None:
    assert [claim.event for claim in claims(text)] == [event]


@pytest.mark.parametrize(
    "text",
    [
        "The minister was bombarded with questions about the budget in Nairobi on Monday.",
        "The army will shell Goma on Monday if the rebels stay, the general said.",
        "The rebels threatened to attack the town of Gao on Monday.",
        "If the army attacks Mekelle, thousands will flee.",
        "The president called for an end to the air strikes on Gaza.",
        "Two people were killed in a car accident near Goma on Monday.",
        "Has the army bombed Mekelle?",
        "Troops stormed a beach on Monday in an exercise near Odesa.",
    ],
)
def test_no_claim(text: str) -> None:
    assert claims(text) == ()


@pytest.mark.parametrize(
    ("stance", "text"),
    [
        ("asserted", "Rebels shelled Goma on Monday, the army said."),
        ("denied", "The army denied shelling Goma on Monday."),
        ("denied", "The army did not shell Goma on Monday, a spokesman said."),
        ("unconfirmed", "Rebels reportedly shelled Goma on Monday."),
        ("unconfirmed", "The army accused rebels of shelling Goma on Monday."),
        ("unconfirmed", "Rebels are believed to have shelled Goma on Monday."),
        ("asserted", "Residents blamed the army for the shelling of Goma on Monday."),
    ],
)
def test_stance(stance: str, text: str) -> None:
    assert only(text).stance == stance


@pytest.mark.parametrize(
    ("harm", "text"),
    [
        ([("killed", 10, None)], "At least 10 people were killed in an air strike on Gaza on Monday."),
        ([("killed", 3, 3), ("injured", 8, 8)], "Shelling of Kherson on Monday killed three people and injured eight."),
        (
            [("killed", 12, 12), ("killed", 5, 5)],
            "A raid on Jenin on Monday killed 12 people, including five children.",
        ),
        ([("injured", 24, None)], "Dozens were wounded when rockets hit Taiz on Monday."),
        ([("killed", None, 20)], "Up to 20 soldiers were killed when rebels ambushed a convoy near Gao on Monday."),
        ([("killed", 1, 1)], "A sniper shot dead a woman in Aleppo on Monday."),
        ([("abducted", 30, 30)], "Gunmen abducted 30 pupils in Zamfara on Monday."),
        ([("displaced", 5000, 5000)], "Shelling of Sirte displaced 5,000 people on Monday."),
    ],
)
def test_harm(harm: list[tuple[str, int | None, int | None]], text: str) -> None:
    assert [(h.kind, h.low, h.high) for claim in claims(text) for h in claim.harm] == harm


@pytest.mark.parametrize(
    ("sources", "text"),
    [
        ([], "Rebels shelled Goma on Monday."),
        (["residents"], "Rebels shelled Goma on Monday, residents said."),
        (["Residents"], "Residents said that rebels had shelled Goma on Monday."),
        (["medics"], "Rebels shelled Goma on Monday, according to medics."),
        (
            ["the Syrian Observatory for Human Rights"],
            "Jets bombed Idlib on Monday, said the Syrian Observatory for Human Rights.",
        ),
        (["rescuers", "residents"], "Jets bombed Idlib on Monday, rescuers and residents said."),
        (["Jan Kowalski"], "The spokesman, Jan Kowalski, said that rebels had shelled Goma on Monday."),
    ],
)
def test_sources(sources: list[str], text: str) -> None:
    assert [source.text for source in only(text).sources] == sources


@pytest.mark.parametrize(
    ("attackers", "targets", "text"),
    [
        (["Russian planes"], ["a hospital"], "Russian planes bombed a hospital in Aleppo on Monday."),
        (
            ["Israeli"],
            ["a refugee camp"],
            "Israeli air strikes on a refugee camp in Gaza killed five people on Monday.",
        ),
        (["the army"], ["a market"], "A market in Nyala was shelled by the army on Monday."),
        (
            ["The army", "Russian warplanes"],
            ["the town"],
            "The army, backed by Russian warplanes, attacked the town of Saraqib with rockets on Monday.",
        ),
    ],
)
def test_parties(attackers: list[str], targets: list[str], text: str) -> None:
    claim = only(text)
    assert [party.text for party in claim.attackers] == attackers
    assert any(target.text.lower().startswith(t) for t in targets for target in claim.targets)


def test_two_sides_of_one_event_are_two_claims() -> None:
    text = "Residents said jets bombed a school in Sumy on Monday. The army said jets bombed a base in Sumy on Monday."
    assert [[s.text for s in claim.sources] for claim in claims(text)] == [["Residents"], ["The army"]]


def test_one_event_told_twice_is_one_claim() -> None:
    text = "Rebels shelled Goma on Monday, killing four people. The shelling of Goma on Monday lasted an hour."
    assert len(only(text).quotes) == 2


def test_what_is_carried_is_said() -> None:
    first, second = claims("Jets bombed Sumy on Monday, killing two men. Rebels ambushed a convoy, residents said.")
    assert not first.inferred
    assert {"when", "where"} <= set(second.inferred)


def test_every_claim_says_why() -> None:
    assert {"event", "stance", "sources"} <= set(only("Rebels shelled Goma on Monday, residents said.").why)
