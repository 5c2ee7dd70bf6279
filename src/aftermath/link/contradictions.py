"""On what the accounts of one incident cannot all be right, and who stands where.

Takes the tellings of one incident and its voices, gives `Contradiction`s. Nothing is decided
here: every position is listed with the claims that hold it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from aftermath.link.figures import figures
from aftermath.link.positions import blamed
from aftermath.link.reconcile import standing
from aftermath.link.spot import nearest
from aftermath.link.telling import Telling, side
from aftermath.model import HARM_KINDS
from aftermath.model.incident import Contradiction, Position, Voice


def contradictions(tellings: Sequence[Telling], voices: Sequence[Voice]) -> tuple[Contradiction, ...]:
    """All contradictions, in the order of `model.incident.MATTERS`."""
    found = [*_tolls(tellings, voices), _status(tellings), perpetrators(tellings), _targets(tellings)]
    found += [_places(tellings), _days(tellings), _occurrence(tellings)]
    return tuple(contradiction for contradiction in found if contradiction)


def _listed(about: str, said: Mapping[str, Iterable[str]]) -> Contradiction | None:
    """A contradiction where there are at least two positions."""
    if len(said) < 2:
        return None
    positions = (Position(says=says, claims=tuple(sorted(set(claims)))) for says, claims in sorted(said.items()))
    return Contradiction(about=about, positions=tuple(positions))


def _tolls(tellings: Sequence[Telling], voices: Sequence[Voice]) -> list[Contradiction]:
    """Standing figures of all people whose bounds exclude each other."""
    told = figures(tellings)
    found = []
    for kind in HARM_KINDS:
        own = [figure for figure in told if figure.kind == kind and figure.group == "people"]
        stand = [figure for figure, _ in standing(own, voices)]
        lows = [figure.low or 0 for figure in stand]
        highs = [figure.high for figure in stand if figure.high is not None]
        if not lows or not highs or max(lows) <= min(highs):
            continue
        said: dict[str, list[str]] = defaultdict(list)
        for figure in stand:
            said[f"{_number(figure.low, figure.high)} {kind}"].append(figure.telling.id)
        contradiction = _listed("toll", said)
        found += [contradiction] if contradiction else []
    return found


def _number(low: int | None, high: int | None) -> str:
    if low is None:
        return f"up to {high}"
    if high is None:
        return f"at least {low}"
    return str(low) if low == high else f"{low} to {high}"


def _status(tellings: Sequence[Telling]) -> Contradiction | None:
    """Those killed were civilians for some accounts and only fighters for others."""
    said: dict[str, list[str]] = defaultdict(list)
    groups: dict[str, set[str]] = defaultdict(set)
    for figure in figures(tellings):
        if figure.kind == "killed" and figure.value and figure.group != "people":
            groups[figure.telling.id].add("fighters" if figure.group == "fighters" else "civilians")
    for claim, told in groups.items():
        if len(told) == 1:
            said[f"the dead were {next(iter(told))}"].append(claim)
    return _listed("status", said)


def perpetrators(tellings: Sequence[Telling]) -> Contradiction | None:
    """Known attackers that are not the same; who denies a part in it takes a position too.

    Words that fit any party ("gunmen", "warplanes") contradict none.
    """
    said: dict[str, list[str]] = defaultdict(list)
    for telling in tellings:
        for party in blamed(telling):
            if party.actor:
                denied = telling.claim.stance == "denied"
                said[f"not {party.actor.name}" if denied else party.actor.name].append(telling.id)
    return _listed("perpetrator", said) if _exclude(tellings) else None


def _exclude(tellings: Sequence[Telling]) -> bool:
    """Whether two accounts name known attackers that are different, or one denies what another asserts."""
    sides = ({side(p.actor) for p in blamed(t) if p.actor} for t in tellings)
    named = [(told, t.claim.stance == "denied") for told, t in zip(sides, tellings, strict=True) if told]
    return any(
        bool(one & other) if denies != refuses else not (denies or one & other)
        for i, (one, denies) in enumerate(named)
        for other, refuses in named[i + 1 :]
    )


def _targets(tellings: Sequence[Telling]) -> Contradiction | None:
    """Targets of different kinds, none of which the accounts share."""
    said: dict[str, list[str]] = defaultdict(list)
    for telling in tellings:
        for target in telling.claim.targets:
            if target.kind:
                said[target.kind].append(telling.id)
    military = set(said.get("military", ()))
    civil = {claim for kind, claims in said.items() if kind != "military" for claim in claims}
    return _listed("target", said) if military - civil and civil - military else None


def _places(tellings: Sequence[Telling]) -> Contradiction | None:
    """Points farther from each other than both may lie from the truth."""
    placed = [telling for telling in tellings if telling.spots]
    said: dict[str, list[str]] = defaultdict(list)
    for telling in placed:
        said[telling.claim.where[0].place.name].append(telling.id)
    far = any(_far(one, other) for i, one in enumerate(placed) for other in placed[i + 1 :])
    return _listed("place", said) if far else None


def _far(one: Telling, other: Telling) -> bool:
    distance, a, b = nearest(one.spots, other.spots)
    return distance > a.slack_km + b.slack_km


def _days(tellings: Sequence[Telling]) -> Contradiction | None:
    """Days that cannot be the same."""
    dated = [(telling, telling.days) for telling in tellings if telling.days]
    if not dated or max(days[0] for _, days in dated) <= min(days[1] for _, days in dated):
        return None
    said: dict[str, list[str]] = defaultdict(list)
    for telling, _ in dated:
        when = telling.claim.when
        assert when is not None  # noqa: S101 - who has days has words for them
        says = f"{when.time.start} to {when.time.end}" if when.time.start != when.time.end else f"{when.time.start}"
        said[says].append(telling.id)
    return _listed("day", said)


def _occurrence(tellings: Sequence[Telling]) -> Contradiction | None:
    """Whether it happened at all: asserted by some, denied by others."""
    said: dict[str, list[str]] = defaultdict(list)
    words = {"asserted": "it happened", "unconfirmed": "it may have happened", "denied": "it did not happen so"}
    for telling in tellings:
        said[words[telling.claim.stance]].append(telling.id)
    return _listed("occurrence", said) if words["denied"] in said else None
