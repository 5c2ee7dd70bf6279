"""A record as an HTML table, for notebooks."""

from collections.abc import Iterable
from html import escape

from aftermath.export.phrases import clean, harm_phrase, party_phrase, place_phrase, time_phrase
from aftermath.model import EVENTS, Claim, Problem, Record

HEADS = ("event", "when", "where", "who", "harm", "says", "words")


def html_table(record: Record) -> str:
    """The report's head, a row a claim, and its problems."""
    head = f"<b>{_text(record.report.title or record.report.id)}</b> {_text(_known(record))}"
    heads = "".join(f"<th>{name}</th>" for name in HEADS)
    rows = "".join(map(_row, record.claims))
    problems = "".join(map(_problem, record.problems))
    return f"<div>{head}<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{problems}</div>"


def _known(record: Record) -> str:
    report = record.report
    return " · ".join(str(part) for part in (report.outlet, report.published) if part)


def _row(claim: Claim) -> str:
    event = EVENTS[claim.event].label if claim.event in EVENTS else claim.event
    doubt = "" if claim.stance == "asserted" else f" <b>{_text(claim.stance.upper())}</b>"
    cells = [
        _text(event) + doubt,
        _text(time_phrase(claim)),
        _list(place_phrase(place) for place in claim.where),
        _list(party_phrase(party) for party in claim.attackers),
        _list(harm_phrase(harm) for harm in claim.harm),
        _list(source.text for source in claim.sources) or "the report itself",
        _list(quote.text for quote in claim.quotes),
    ]
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _problem(problem: Problem) -> str:
    return f"<p>! {_text(problem.stage)}: {_text(problem.message)}</p>"


def _list(phrases: Iterable[str]) -> str:
    return "<br>".join(map(_text, phrases))


def _text(words: str) -> str:
    return escape(clean(words))
