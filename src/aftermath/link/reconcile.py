"""The harm of an incident: least, best and most for each kind and group, by a stated rule.

Takes the tellings of one incident, gives `Toll`s. The rule, in its order:

1. Every independent voice has one say; its latest account supersedes its earlier ones.
   Copies are one voice. Denials give no figure (they are contradictions, not tolls).
2. Low is the least figure that stands, high the greatest; "up to 120" counts for high only.
   A stated "none" counts for low like any figure: it is kept as the account it is.
3. Best is a figure that somebody gave, never an average: the lower middle one among the
   voices that stand. Belligerents' figures (and figures of unconfirmed accounts) are set
   aside for it where any other stands, and so is "none" where two or more voices give a toll.

UCDP takes for best the most reliable and the lower of equally reliable sources, for low and
high the extremes that are credible; Airwars gives the range of all. This rule is both, with
reliability read from independence and party alone.
"""

from collections.abc import Sequence

from aftermath.link.figures import Figure, figures
from aftermath.link.telling import Telling
from aftermath.model import HARM_KINDS
from aftermath.model.incident import GROUPS, Bound, Toll, Voice

PARTIES = frozenset(("belligerent",))
"""Kinds of source whose figures are set aside for `best` where others stand."""

SEVERAL = 2


def tolls(tellings: Sequence[Telling], voices: Sequence[Voice]) -> tuple[Toll, ...]:
    """The tolls of an incident, in the order of kinds and groups."""
    told = figures(tellings)
    found = []
    for kind in HARM_KINDS:
        for group in GROUPS:
            own = [figure for figure in told if (figure.kind, figure.group) == (kind, group)]
            if own:
                found.append(_toll(own, voices))
    return tuple(found)


def standing(told: Sequence[Figure], voices: Sequence[Voice]) -> list[tuple[Figure, Voice]]:
    """The last figure of each voice, in the order of voices; one that two voices share in a claim counts once."""
    by_claim = {figure.telling.id: figure for figure in told}
    last: dict[str, tuple[Figure, Voice]] = {}
    for voice in voices:
        own = [by_claim[name] for name in voice.claims if name in by_claim]
        if own:
            figure = max(own, key=lambda figure: figure.telling.order)
            last.setdefault(figure.telling.id, (figure, voice))
    return list(last.values())


def _toll(told: Sequence[Figure], voices: Sequence[Voice]) -> Toll:
    stand = standing(told, voices)
    best, why = _best(stand)
    kept = _kept(told, stand)
    firm = [figure for figure in kept if figure.is_firm]
    return Toll(
        kind=told[0].kind,
        group=told[0].group,
        low=_bound(min((f.value for f in firm), default=None), firm),
        best=_bound(best, firm),
        high=_high(kept),
        why=why,
        superseded=tuple(figure.telling.id for figure in told if figure not in kept),
    )


def _kept(told: Sequence[Figure], stand: Sequence[tuple[Figure, Voice]]) -> list[Figure]:
    """What stands, and earlier claims of the same voices that said the same."""
    same = {(name, figure.low, figure.high) for figure, voice in stand for name in voice.claims}
    return [figure for figure in told if (figure.telling.id, figure.low, figure.high) in same]


def _best(stand: Sequence[tuple[Figure, Voice]]) -> tuple[int | None, str]:
    """The lower middle figure, and by which steps it was reached."""
    firm = [(figure, voice) for figure, voice in stand if figure.is_firm]
    if not firm:
        return None, "only upper bounds are told"
    steps = [f"{len(stand)} independent {'voice' if len(stand) == 1 else 'voices'}"]
    for reason, keep in (
        ("belligerents set aside", [pair for pair in firm if pair[1].kind not in PARTIES]),
        ("unconfirmed accounts set aside", [pair for pair in firm if pair[0].telling.claim.stance != "unconfirmed"]),
    ):
        kept = [pair for pair in firm if pair in keep]
        if kept and len(kept) < len(firm):
            firm = kept
            steps.append(reason)
    tolls_told = [pair for pair in firm if pair[0].value]
    if len(tolls_told) >= SEVERAL and len(tolls_told) < len(firm):
        firm = tolls_told
        steps.append('"none" set aside against several tolls')
    ranked = sorted(figure.value for figure, _ in firm)
    steps.append(f"lower middle of {', '.join(map(str, ranked))}")
    return ranked[(len(ranked) - 1) // 2], "; ".join(steps)


def _bound(value: int | None, stand: Sequence[Figure]) -> Bound:
    return Bound(
        value=value, claims=tuple(sorted(f.telling.id for f in stand if value is not None and f.value == value))
    )


def _high(stand: Sequence[Figure]) -> Bound:
    """The greatest figure told, upper bounds included."""
    most = {figure.telling.id: figure.high if figure.high is not None else figure.value for figure in stand}
    value = max(most.values())
    return Bound(value=value, claims=tuple(sorted(name for name, number in most.items() if number == value)))
