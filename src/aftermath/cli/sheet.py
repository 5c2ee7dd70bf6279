"""The sheet: a record as a person reads it on a terminal.

Takes records, gives things that rich can print: the report's head, a card a claim, and the
problems. Doubt and denial stand beside the event, not in a footnote; what was carried from
elsewhere in the report is marked `inferred`.
"""

from collections.abc import Iterator, Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from aftermath.export.phrases import (
    clean,
    count_phrase,
    harm_phrase,
    party_phrase,
    place_phrase,
    problem_line,
    time_phrase,
)
from aftermath.model import EVENTS, Claim, Record

BADGES: Mapping[str, tuple[str, str]] = {
    "denied": ("DENIED", "bold white on red"),
    "unconfirmed": ("UNCONFIRMED", "bold black on yellow"),
    "planned": ("PLANNED", "bold white on blue"),
}
"""How a stance other than plain assertion is shown."""


def sheet(record: Record) -> RenderableType:
    """The whole record of one report."""
    return Group(*_head(record), *(card(i, claim) for i, claim in enumerate(record.claims, 1)), *_tail(record))


def _head(record: Record) -> Iterator[RenderableType]:
    report = record.report
    title = clean(report.title) or clean(report.id)
    known = [report.outlet, report.author, str(report.published or "no date"), report.id if report.title else ""]
    yield Rule(Text(title, style="bold"), align="left")
    yield Text(" · ".join(clean(part) for part in known if part) + f" · {_claims(len(record.claims))}", style="dim")
    yield Text()


def _claims(number: int) -> str:
    return "no claims" if not number else f"{number} claim{'' if number == 1 else 's'}"


def card(number: int, claim: Claim) -> RenderableType:
    """One claim: what, when and where on the first line, then who, harm, source and words."""
    rows = Table.grid(padding=(0, 2, 0, 0))
    rows.add_column(style="cyan", no_wrap=True, min_width=9)
    rows.add_column(overflow="fold")
    for label, words in _rows(claim):
        rows.add_row(label, words)
    return Group(_first_line(number, claim), Padding(rows, (0, 0, 1, 4)))


def _first_line(number: int, claim: Claim) -> Text:
    event = EVENTS[claim.event].label if claim.event in EVENTS else claim.event
    line = Text.assemble((f"{number:3} ", "dim"), (event.upper(), "bold"))
    if claim.stance in BADGES:
        label, style = BADGES[claim.stance]
        line.append("  ").append(f" {label} ", style)
    if claim.scope == "campaign":
        line.append("  ").append("campaign", "magenta")
    return line


def _rows(claim: Claim) -> Iterator[tuple[str, Text]]:
    """The rows of a card that have something to show."""
    yield "when", _marked(time_phrase(claim), claim, "when")
    yield "where", _marked("\n".join(map(place_phrase, claim.where)) or "not said", claim, "where")
    for label, slot, phrases in _fillers(claim):
        if phrases:
            yield label, _marked("; ".join(phrases), claim, slot)
    yield "says", _marked(_sources(claim), claim, "sources")
    for quote in claim.quotes:
        yield "words", Text(f"“{clean(quote.text)}”", style="italic")


def _fillers(claim: Claim) -> Iterator[tuple[str, str, list[str]]]:
    yield "who", "attackers", [party_phrase(party) for party in claim.attackers]
    yield "against", "targets", [clean(target.text) for target in claim.targets]
    yield "with", "weapons", [clean(weapon.text) for weapon in claim.weapons]
    yield "how many", "count", [count_phrase(claim.count)] if claim.count else []
    yield "harm", "harm", [harm_phrase(harm) for harm in claim.harm]


def _sources(claim: Claim) -> str:
    return "; ".join(f"{clean(source.text)} ({source.kind})" for source in claim.sources) or "the report itself"


def _marked(words: str, claim: Claim, slot: str) -> Text:
    """The words, with a mark where the slot's value was carried from elsewhere."""
    text = Text(words)
    if slot in claim.inferred:
        text.append(f"  inferred: {clean(claim.inferred[slot])}", "dim italic")
    return text


def _tail(record: Record) -> Iterator[RenderableType]:
    for problem in record.problems:
        yield Text(f"  ! {problem_line(problem)}", style="red" if problem.fatal else "yellow")
    if record.problems:
        yield Text()
