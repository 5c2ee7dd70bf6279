"""Which group "the rebels" and "the group" are."""

import pytest
from reading import claims

from aftermath.model import Claim


def actor(claim: Claim) -> str:
    return next((party.actor.id for party in claim.attackers if party.actor is not None), "-")


MEANT = [
    (
        "Al-Shabaab fighters raided a police post near Garissa in Kenya on Monday. The group shot dead two teachers"
        " on Tuesday.",
        "shabaab",
    ),
    (
        "Houthi rebels shelled Marib in Yemen on Monday. The rebels killed nine soldiers on Tuesday.",
        "houthis",
    ),
]


@pytest.mark.parametrize(("text", "group"), MEANT)
def test_a_bare_noun_is_the_group_named_before(text: str, group: str) -> None:
    last = claims(text)[-1]
    assert actor(last) == group
    assert "named before" in str(last.attackers[0].actor)


def test_a_noun_that_tells_more_is_not() -> None:
    text = "Houthi rebels shelled Marib in Yemen on Monday. The southern rebels killed nine soldiers on Tuesday."
    assert actor(claims(text)[-1]).startswith("unnamed:")


def test_where_nobody_was_named_nobody_is_meant() -> None:
    assert actor(claims("The rebels killed nine soldiers near Marib in Yemen on Tuesday.")[0]).startswith("unnamed:")
