"""Read `robust.txt` and say, group by group, what share of its expectations a parse meets."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from aftermath.model.parse import Parse

CASES = Path(__file__).with_name("robust.txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A text and the lines that say what must be read in it."""

    group: str
    text: str
    expected: tuple[str, ...]


def cases() -> Iterator[Case]:
    """The cases of the file, in order: a text, and under it, indented, what it must hold."""
    group, text, expected = "", "", list[str]()
    for line in [*CASES.read_text(encoding="utf-8").splitlines(), "## end"]:
        if line.startswith("    "):
            expected.append(line.strip())
            continue
        if text:
            yield Case(group=group, text=text, expected=tuple(expected))
        text, expected = ("" if line.startswith("#") else line), []
        if line.startswith("## "):
            group = line.removeprefix("## ")


def is_met(parse: Parse, expectation: str) -> bool:
    """Whether a parse holds what an expectation says."""
    first, second, rest = [*expectation.split(" ", 2), ""][:3]
    if first == "sentences":
        return len(parse.sentences) == int(second)
    if first == "name":
        return any(
            name.kind == second and parse.text[parse.starts[name.start] : parse.ends[name.end - 1]] == rest
            for name in parse.names
        )
    return any(
        token.text == first
        and token.head.text == rest
        and (token.dep == second or token.dep.partition(":")[0] == second)
        for token in parse.tokens()
    )


def shares(read: Callable[[str], Parse]) -> dict[str, tuple[int, int, list[str]]]:
    """For each group: expectations met, expectations, and those that were missed."""
    found: dict[str, tuple[int, int, list[str]]] = {}
    for case in cases():
        parse = read(case.text)
        met, count, missed = found.get(case.group, (0, 0, []))
        lost = [f"{expectation}  <-  {case.text}" for expectation in case.expected if not is_met(parse, expectation)]
        found[case.group] = (met + len(case.expected) - len(lost), count + len(case.expected), missed + lost)
    return found
