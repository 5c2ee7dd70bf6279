"""Faults that could harm somebody: a wrong perpetrator, a toll laid to the wrong event, a fact told as a plan."""

import pytest
from reading import claims

ATTACKERS = [
    (
        "Leftist rebels fired a mortar into a church in Bojaya where villagers had taken refuge, killing 108 people.",
        "shelling",
        [("Leftist rebels", "Rebels (Colombia)")],
    ),
    (
        "Philippine soldiers were killed by their own air force in Marawi on Monday.",
        "air_strike",
        [("their own air force", "Military Forces of Philippines")],
    ),
    (
        "The militants stormed Marawi on May 23 after the army failed to arrest a leader. They freed 100 inmates.",
        "escape",
        [("The militants", "Militants (Philippines)")],
    ),
    (
        "Al Shabaab said its fighters had killed seven soldiers in the raid in Mogadishu."
        " The Burundian army said one of its men was killed.",
        "armed_clash",
        [("its fighters", "Al-Shabaab")],
    ),
    ("Rebels shot down an army helicopter over Aleppo on Monday.", "attack", [("Rebels", "Rebels (Syria)")]),
]


@pytest.mark.parametrize(("text", "event", "parties"), ATTACKERS)
def test_nobody_else_is_charged(text: str, event: str, parties: list[tuple[str, str]]) -> None:
    found = [p for c in claims(text) if c.event == event for p in c.attackers]
    assert [(p.text, p.actor.name if p.actor else "") for p in found] == parties


STANCES = [
    ("Rebels killed 19 workers in Nduga, in what would be the deadliest attack there in years.", ["asserted"]),
    ("U.S. forces may have bombed a hospital in Kunduz, killing 19 people.", ["unconfirmed"]),
    ("Serb forces pressed their attack on the town of Zepa on Tuesday.", ["asserted"]),
    ("The Serbs will kill them as they killed the others near Bratunac.", ["asserted"]),
]


@pytest.mark.parametrize(("text", "stances"), STANCES)
def test_what_happened_is_no_plan(text: str, stances: list[str]) -> None:
    assert [claim.stance for claim in claims(text) if claim.stance != "planned"] == stances


def test_a_shell_kills_and_no_siege() -> None:
    found = claims("In Sarajevo, where the siege is in its fourth year, a shell killed a girl of 11.")
    assert [(c.event, [h.low for h in c.harm]) for c in found] == [("siege", []), ("shelling", [1])]
