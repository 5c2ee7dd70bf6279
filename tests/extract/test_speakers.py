"""Who is the source, by shapes in which nobody or somebody else was taken for one."""

import pytest
from reading import claims, only

SPEAKERS = [
    ("The FMLN held the Armed Forces High Command responsible for both attacks on the union hall.", ["The FMLN"]),
    ("The ELN assumed responsibility for the kidnapping of a sergeant in Arauca.", ["The ELN"]),
    ("Luckson Elan took responsibility for the massacre in Pont-Sonde.", ["Luckson Elan"]),
    ("Reports from Raqqa indicate that ISIS executed 20 men on Monday.", ["Reports from Raqqa"]),
    ("Rebels who hold the town of Rutshuru killed six people there on Monday.", []),
]


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_who_says_so(text: str, speakers: list[str]) -> None:
    assert [s.text for s in only(text).sources] == speakers


def test_what_a_film_shows_somebody_doing_is_his_deed() -> None:
    claim = only("Footage posted online showed soldiers shooting three men in Bamenda.")
    assert [p.text for p in claim.attackers] == ["soldiers"]


def test_the_observatory_is_not_who_spoke_last() -> None:
    found = claims("Strikes on a school in Hass killed 22 children, UNICEF said. The Observatory put the dead at 26.")
    assert [s.text for s in found[-1].sources] == ["The Observatory"]
