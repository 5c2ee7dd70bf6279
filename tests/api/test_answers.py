"""Answers kept in memory: made once, thrown away when there are too many, never kept of a question that failed."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from aftermath.api.answers import BESIDES, Answer, Answers
from aftermath.model import Misuse


def answer(body: bytes = b"x") -> Answer:
    return Answer(body=body, shown=())


def test_of_many_who_ask_at_once_one_makes_it() -> None:
    answers, made, go = Answers(), [], Event()

    def make() -> Answer:
        go.wait(5)
        made.append(1)
        return answer()

    with ThreadPoolExecutor(8) as threads:
        asked = [threads.submit(answers.to, "q", make) for _ in range(8)]
        go.set()
        assert {one.result().body for one in asked} == {b"x"}
    assert made == [1]


def test_those_asked_for_longest_ago_go_first() -> None:
    answers = Answers(most=3 * (BESIDES + 1))
    for question in "abca":
        answers.to(question, answer)
    answers.to("d", answer)
    for question, kept in (("a", True), ("b", False)):
        assert answers.to(question, lambda: answer(b"new")).body == (b"x" if kept else b"new")


def test_what_fails_is_asked_again() -> None:
    answers = Answers()

    def fail() -> Answer:
        raise Misuse("no")

    for _ in range(2):
        with pytest.raises(Misuse):
            answers.to("q", fail)
    assert answers.to("q", answer).body == b"x"
