"""Two claims compared: every feature's finding, their weighted sum, and whether they may link.

Takes two tellings, gives a `Comparison`. The features and their weights are the table below;
they were set on the work half of the labelled set (docs/quality-linking.md has the figures).
"""

from collections.abc import Callable
from typing import NamedTuple

from aftermath.link import setting, substance, telling_apart
from aftermath.link.finding import Finding
from aftermath.link.telling import Telling

Feature = Callable[[Telling, Telling], Finding | None]

FEATURES: tuple[tuple[Feature, float], ...] = (
    (setting.place, 2.0),
    (setting.day, 1.5),
    (setting.hour, 1.5),
    (substance.event, 1.0),
    (substance.actors, 0.8),
    (substance.targets, 1.3),
    (substance.weapons, 0.5),
    (substance.harm, 0.8),
    (substance.words, 1.5),
    (telling_apart.same_report, 1.5),
    (telling_apart.further, 1.0),
)
"""What is compared, in the order shown to analysts, and how much each counts."""

LINK = 2.4
"""The sum from which two claims are taken to be of one incident."""

UNMET = -2.0
"""What a pair counts that shares no block: nothing speaks for it, place or day against."""


class Comparison(NamedTuple):
    """Two claims, the weighted sum of what was found, and the findings."""

    one: str
    other: str
    total: float
    is_barred: bool
    findings: tuple[tuple[Finding, float], ...]

    @property
    def reasons(self) -> str:
        """The findings in a line, what counts most first."""
        ranked = sorted(self.findings, key=lambda found: -abs(found[0].score * found[1]))
        return "; ".join(f"{finding.text} ({finding.score * weight:+.1f})" for finding, weight in ranked)


def compare(one: Telling, other: Telling) -> Comparison:
    """All findings on two claims, the same whichever comes first; the first that bars ends it."""
    if other.id < one.id:
        one, other = other, one
    findings: list[tuple[Finding, float]] = []
    if one.claim.scope != other.claim.scope:
        findings.append((Finding(-1.0, "a total and a single incident are never one", bars=True), 1.0))
        return Comparison(one.id, other.id, -1.0, True, tuple(findings))
    total, is_barred = 0.0, False
    for feature, weight in FEATURES:
        finding = feature(one, other)
        if finding is None:
            continue
        findings.append((finding, weight))
        total += finding.score * weight
        if finding.bars:
            is_barred = True
            break
    return Comparison(one.id, other.id, round(total, 6), is_barred, tuple(findings))
