"""Incidents as a person reads them: a list, and one on a page with all it rests on."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from aftermath.cli.sheet import BADGES
from aftermath.export.phrases import clean
from aftermath.model import EVENTS, Claim, Report
from aftermath.model.incident import DOUBTS, Grade, Incident, Toll
from aftermath.model.judgement import RULE
from aftermath.pipeline.judging import Page

COLUMNS = ("incident", "days", "place", "event", "killed", "voices", "grade", "accounts differ on")
WHOLE = frozenset({"incident", "days", "killed", "voices", "grade"})
"""Columns that stay whole on a narrow terminal: an id or a day cut off is of no use."""


def listing(found: Iterable[Incident]) -> RenderableType:
    """A line an incident."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in COLUMNS:
        table.add_column(name, overflow="fold", no_wrap=name in WHOLE)
    for incident in found:
        differ = dict.fromkeys(contradiction.about for contradiction in incident.contradictions)
        table.add_row(
            incident.id,
            days(incident).replace(" to ", "\nto "),
            clean(incident.place.name) if incident.place else "",
            _event(incident),
            next((numbers(toll) for toll in incident.tolls if (toll.kind, toll.group) == ("killed", "people")), ""),
            str(len(incident.voices)),
            incident.grade.grade,
            ", ".join(differ),
        )
    return table


def days(incident: Incident) -> str:
    """First and last day, one where they are the same."""
    if incident.start is None or incident.end is None:
        return "no day"
    return f"{incident.start}" if incident.start == incident.end else f"{incident.start} to {incident.end}"


def numbers(toll: Toll) -> str:
    """Least, best and most: "9 (9–14)"; one number where all are the same."""
    low, best, high = toll.low.value, toll.best.value, toll.high.value
    if best is None:
        return f"up to {high}"
    return f"{best}" if low == best == high else f"{best} ({low}–{high})"


def _event(incident: Incident) -> str:
    label = EVENTS[incident.event].label
    return f"{label} (campaign)" if incident.scope == "campaign" else label


def rendered(page: Page) -> RenderableType:
    """The whole page."""
    parts = (_head, _tolls, _differences, _positions, _claims, _judgements)
    return Group(*(line for part in parts for line in part(page)))


def _number(page: Page, claims: Iterable[str]) -> str:
    """Claims by their numbers on the page: "claim 2", "claims 1, 3"."""
    order = {claim: i for i, claim in enumerate(page.incident.claims, 1)}
    found = sorted(order[claim] for claim in claims)
    return f"claim{'s' if len(found) > 1 else ''} {', '.join(map(str, found))}"


def _head(page: Page) -> Iterator[RenderableType]:
    incident = page.incident
    place = clean(incident.place.name) if incident.place else "place not said"
    yield Rule(Text(f"{_event(incident)}, {place}, {days(incident)}", style="bold"), align="left")
    yield Text(incident.id, style="dim")
    yield from _grade(incident.grade)
    if awaiting := incident.review.awaiting:
        yield Text(
            f"awaits a second person: {awaiting.grade}, proposed by {clean(awaiting.by)}: {clean(awaiting.reason)}"
        )
    if incident.doubts:
        yield Text(f"doubtful: {', '.join(DOUBTS[doubt] for doubt in incident.doubts)}")
    if incident.within:
        yield Text(f"within {', '.join(incident.within)}")
    yield Text(
        f"\n{len(incident.voices)} independent {'voice' if len(incident.voices) == 1 else 'voices'}", style="bold"
    )
    for voice in incident.voices:
        yield Text(f"  {clean(voice.name)} ({voice.kind}): {_number(page, voice.claims)}")


def _grade(grade: Grade) -> Iterator[RenderableType]:
    """The grade with its reasons, and where a person gave it, what the rule proposes."""
    given = " and ".join(clean(name) for name in (grade.by, grade.seconded) if name)
    head = "proposed grade" if grade.by == RULE else f"grade by {given}"
    yield Text(f"{head}: {grade.grade}", style="bold")
    yield from (Text(f"  {clean(reason)}") for reason in grade.reasons)
    if grade.proposed:
        yield from _grade(grade.proposed)


def _tolls(page: Page) -> Iterator[RenderableType]:
    if page.incident.tolls:
        yield Text("\nHarm: best (least to most)", style="bold")
    for toll in page.incident.tolls:
        yield Text(f"  {toll.group} {toll.kind}: {numbers(toll)}")
        replaced = f"; replaced by updates: {_number(page, toll.superseded)}" if toll.superseded else ""
        yield Text(f"    {_bounds(page, toll)}; {toll.why}{replaced}", style="dim")


def _bounds(page: Page, toll: Toll) -> str:
    """Which claims give which bound, said once where it is one."""
    if toll.low == toll.best == toll.high:
        return _number(page, toll.best.claims)
    bounds = (("least", toll.low), ("best", toll.best), ("most", toll.high))
    return "; ".join(f"{name} by {_number(page, bound.claims)}" for name, bound in bounds if bound.claims)


def _differences(page: Page) -> Iterator[RenderableType]:
    if page.incident.contradictions:
        yield Text("\nAccounts differ", style="bold")
    for contradiction in page.incident.contradictions:
        yield Text(f"  on {contradiction.about}")
        for position in contradiction.positions:
            yield Text(f"    {clean(position.says)}: {_number(page, position.claims)}")


def _positions(page: Page) -> Iterator[RenderableType]:
    if page.incident.positions:
        yield Text("\nPositions of parties to the conflict", style="bold")
    for position in page.incident.positions:
        yield Text(f"  {clean(position.says)}: {_number(page, position.claims)}")


def _claims(page: Page) -> Iterator[RenderableType]:
    yield Text("\nClaims", style="bold")
    for number, (report, claim) in enumerate(page.claims, 1):
        yield Padding(Group(*_claim(number, report, claim, page.why.get(claim.id, ""))), (0, 0, 1, 2))


def _claim(number: int, report: Report, claim: Claim, why: str) -> Iterator[RenderableType]:
    head = Text(f"{number}  {EVENTS[claim.event].label} ")
    if claim.stance in BADGES:
        head.append(f" {BADGES[claim.stance][0]} ", style=BADGES[claim.stance][1])
    sources = ", ".join(clean(source.text) for source in claim.sources) or "the report itself"
    head.append(f" {sources}; {clean(report.outlet) or clean(report.id)}, {report.published or 'no date'}")
    yield head
    yield from (Text(f"“{clean(quote.text)}”", style="italic") for quote in claim.quotes)
    if why:
        yield Text(f"linked: {clean(why)}", style="dim")


def _judgements(page: Page) -> Iterator[RenderableType]:
    if page.people:
        yield Text("Judgements of people", style="bold")
    for judgement in page.people:
        said = judgement.grade or judgement.withdraws
        verdict = f"{judgement.verdict} {said}".rstrip()
        yield Text(f"  {verdict} by {clean(judgement.by)}: {clean(judgement.reason)}")
        yield Text(f"    {judgement.id}, {judgement.at or 'no time kept'}", style="dim")
