"""What went wrong where: slot by slot on one report, and the commonest errors over many.

Takes marked reports, gives values for a door to print. It counts; it explains nothing.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from aftermath.evaluate.agreement import SLOTS, fillers, sort_out
from aftermath.evaluate.answer import Answer
from aftermath.evaluate.measure import Marked

CODED = ("event", "scope", "stance")
"""Slots that hold one code of a closed list: their errors are confusions."""


@dataclass(frozen=True, slots=True)
class SlotFinding:
    """One slot of a matched claim in which gold and reading differ."""

    slot: str
    missed: tuple[str, ...]
    extra: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimFinding:
    """A claim that was matched, missed or read where the gold has none.

    `slots` of a matched claim are those that differ; of the others, all that are filled.
    """

    verdict: str
    event: str
    quotes: tuple[str, ...]
    slots: tuple[SlotFinding, ...]


def findings(report: Marked) -> list[ClaimFinding]:
    """Gold claims in their order, matched or missed, then the extra ones."""
    asked = [
        _matched(gold, report.read[report.matched[i]]) if i in report.matched else _alone("missed", gold)
        for i, gold in enumerate(report.gold)
    ]
    return asked + [_alone("extra", answer) for answer in report.extra]


def _matched(gold: Answer, read: Answer) -> ClaimFinding:
    sorted_out = ((slot, *sort_out(gold, read, slot)) for slot in SLOTS)
    differing = tuple(
        SlotFinding(slot, _shown(missed), _shown(extra)) for slot, _, missed, extra in sorted_out if missed or extra
    )
    return ClaimFinding("matched", _event(gold), gold.quotes, differing)


def _alone(verdict: str, answer: Answer) -> ClaimFinding:
    filled = ((slot, _shown(fillers(answer, slot))) for slot in SLOTS if fillers(answer, slot))
    slots = (
        SlotFinding(slot, shown, ()) if verdict == "missed" else SlotFinding(slot, (), shown) for slot, shown in filled
    )
    return ClaimFinding(verdict, _event(answer), answer.quotes, tuple(slots))


def _shown(values: Iterable[Any]) -> tuple[str, ...]:
    return tuple(str(value) for value in values)


def _event(answer: Answer) -> str:
    return answer.event[0] if answer.event else ""


@dataclass(frozen=True, slots=True)
class ErrorCount:
    """How often one kind of error occurred in one slot, and an example of it."""

    slot: str
    error: str
    count: int
    example: str


def commonest_errors(reports: Iterable[Marked], most: int = 40) -> list[ErrorCount]:
    """The commonest errors: missed and extra claims by event, confusions, missed and extra fillers."""
    counts: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], str] = {}
    for report in reports:
        for slot, error, example in _errors(report):
            counts[slot, error] += 1
            examples.setdefault((slot, error), f"{report.id}: {example}")
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [ErrorCount(slot, error, count, examples[slot, error]) for (slot, error), count in ranked[:most]]


def _errors(report: Marked) -> Iterable[tuple[str, str, str]]:
    for claim in findings(report):
        words = " … ".join(claim.quotes)[:90]
        if claim.verdict != "matched":
            yield "claim", f"{claim.verdict} {claim.event}", words
            continue
        for slot in claim.slots:
            yield from ((slot.slot, error, words) for error in _slot_errors(slot))


def _slot_errors(found: SlotFinding) -> Iterable[str]:
    """A confusion for coded slots; otherwise whether fillers were wrong, missed or extra."""
    if found.slot in CODED:
        yield f"{'/'.join(found.missed) or 'none'} read as {'/'.join(found.extra) or 'none'}"
    elif found.missed and found.extra:
        yield "wrong filler"
    elif found.missed:
        yield "missed, nothing else read"
    else:
        yield "extra, nothing missed"
