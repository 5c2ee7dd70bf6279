"""The key of actors in tests/actors: well-formed, large enough, and read no worse than it was."""

import pytest

from actor_reading import Mention, mentions
from aftermath.resolve.actor import open_register

LEAST = 97
"""Mentions with the actor meant; 99 of 111 on 2026-11-26."""


@pytest.fixture(scope="module")
def every() -> list[Mention]:
    return mentions()


def test_the_key_is_of_many_wars(every: list[Mention]) -> None:
    assert len(every) >= 80
    assert len({mention.passage for mention in every}) >= 10


def test_the_key_names_actors_of_the_register(every: list[Mention]) -> None:
    """A group that the register does not have could never be read."""
    known = {entry.id for entry in open_register().entries}
    groups = {mention.meant for mention in every if not mention.meant.startswith(("state:", "unnamed:"))}
    assert groups <= known


def test_actors_are_read_as_they_were(every: list[Mention]) -> None:
    wrong = [f"{m.passage}: {m.words} is {m.meant}, read {m.found}" for m in every if not m.right]
    assert len(every) - len(wrong) >= LEAST, wrong
