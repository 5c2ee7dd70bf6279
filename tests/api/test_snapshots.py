"""The shapes that the browser app relies on: a change shows here, and in its own tests."""

from tests.api.answers import SNAPSHOTS, answers, text_of


def test_answers_are_those_of_the_snapshots() -> None:
    made = {name: text_of(value) for name, value in answers().items()}
    kept = {path.stem: path.read_text("utf-8") for path in SNAPSHOTS.glob("*.json")}
    assert made == kept, "if that is meant: python tests/api/answers.py"
