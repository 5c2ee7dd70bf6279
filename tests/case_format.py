"""The form of the case files in tests/cases, tests/reports, their held trees and tests/linking (see the READMEs)."""

import datetime
import re
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
TREES = (HERE / "cases", HERE / "cases-held")
REPORTS = (HERE / "reports", HERE / "reports-held")
TOPICS = frozenset(
    (
        "triggers",
        "harm",
        "attribution",
        "stance",
        "scope-and-time",
        "not-a-claim",
        "places",
        "headlines-datelines",
        "rough-text",
    )
)
EVENTS = frozenset(
    (
        "air_strike",
        "shelling",
        "explosion",
        "suicide_bombing",
        "chemical_attack",
        "armed_clash",
        "territory_taken",
        "killing",
        "abduction",
        "arrest",
        "siege",
        "destruction",
        "displacement",
        "escape",
        "agreement",
        "violation",
        "protest",
        "attack",
    )
)
HARMS = frozenset(("killed", "injured", "displaced", "abducted", "arrested", "missing", "besieged"))
SCOPES = frozenset(("incident", "campaign"))
STANCES = frozenset(("asserted", "denied", "unconfirmed"))
WORDS_SLOTS = ("quotes", "sources", "attackers", "targets", "weapons")
HEADERS = frozenset(("war", "published", "outlet", "note"))

_BOUNDS = r"(?P<low>\d*)\.\.(?P<high>\d*)"
_WHEN = re.compile(r"(?P<text>.+) = (?P<start>\S+)\.\.(?P<end>\S+)")
_WHERE = re.compile(r"(?P<text>.+?)(?: @ (?P<lat>-?\d+(?:\.\d+)?),(?P<lon>-?\d+(?:\.\d+)?))?")
_COUNT = re.compile(rf"(?P<text>.+) = {_BOUNDS}")
_HARM = re.compile(rf'(?P<kind>\S+) (?P<who>\S+) {_BOUNDS} "(?P<text>.+)"')


class CaseError(ValueError):
    """A case file that is not well-formed, with the file and what is wrong."""


@dataclass(frozen=True)
class Words:
    """A filler that is words of the text only."""

    text: str
    optional: bool = False


@dataclass(frozen=True)
class When:
    """The words for a day or interval, and its first and last day."""

    text: str
    start: datetime.date
    end: datetime.date
    optional: bool = False


@dataclass(frozen=True)
class Where:
    """The words for a place, with its coordinates where they are known."""

    text: str
    lat: float | None
    lon: float | None
    optional: bool = False


@dataclass(frozen=True)
class Count:
    """The words for a number of strikes, rockets or raids, and the numbers they allow."""

    text: str
    low: int | None
    high: int | None
    optional: bool = False


@dataclass(frozen=True)
class Harm:
    """One entry of the harm done."""

    kind: str
    who: str
    low: int | None
    high: int | None
    text: str
    optional: bool = False


@dataclass
class Claim:
    """One expected claim."""

    event: str
    scope: str
    stance: str
    quotes: list[Words] = field(default_factory=list)
    sources: list[Words] = field(default_factory=list)
    attackers: list[Words] = field(default_factory=list)
    targets: list[Words] = field(default_factory=list)
    weapons: list[Words] = field(default_factory=list)
    when: When | None = None
    where: list[Where] = field(default_factory=list)
    count: Count | None = None
    harm: list[Harm] = field(default_factory=list)
    incident: str = ""
    """Only in tests/linking: the incident that the claim is about."""

    def texts(self) -> list[str]:
        """All words that must stand in the text."""
        found = [w.text for slot in WORDS_SLOTS for w in getattr(self, slot)]
        found += [w.text for w in self.where] + [h.text for h in self.harm]
        return found + [x.text for x in (self.when, self.count) if x]


@dataclass
class Case:
    """One passage and its key."""

    path: Path
    war: str
    published: datetime.date
    outlet: str
    note: str
    text: str
    claims: list[Claim]
    copies: str = ""
    """Only in tests/linking: the report that this one is a copy of."""

    @property
    def topic(self) -> str:
        """The capability that the case tries: the name of its folder."""
        return self.path.parent.name


def _number(digits: str) -> int | None:
    return int(digits) if digits else None


def _matched(pattern: re.Pattern[str], value: str) -> re.Match[str]:
    match = pattern.fullmatch(value)
    if not match:
        raise CaseError(f"not of the form of its slot: {value!r}")
    return match


def _read_when(claim: Claim, value: str, optional: bool) -> None:
    if claim.when:
        raise CaseError("two when in one claim")
    m = _matched(_WHEN, value)
    claim.when = When(
        m["text"], datetime.date.fromisoformat(m["start"]), datetime.date.fromisoformat(m["end"]), optional
    )
    if claim.when.start > claim.when.end:
        raise CaseError(f"ends before it starts: {value!r}")


def _read_count(claim: Claim, value: str, optional: bool) -> None:
    if claim.count:
        raise CaseError("two counts in one claim")
    m = _matched(_COUNT, value)
    claim.count = Count(m["text"], _number(m["low"]), _number(m["high"]), optional)


def _read_where(claim: Claim, value: str, optional: bool) -> None:
    m = _matched(_WHERE, value)
    lat, lon = (float(m["lat"]), float(m["lon"])) if m["lat"] else (None, None)
    if lat is not None and lon is not None and not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise CaseError(f"no such place on Earth: {value!r}")
    claim.where.append(Where(m["text"], lat, lon, optional))


def _read_harm(claim: Claim, value: str, optional: bool) -> None:
    m = _matched(_HARM, value)
    harm = Harm(m["kind"], m["who"], _number(m["low"]), _number(m["high"]), m["text"], optional)
    if harm.kind not in HARMS:
        raise CaseError(f"no such kind of harm: {harm.kind}")
    if harm.low is not None and harm.high is not None and harm.low > harm.high:
        raise CaseError(f"bounds the wrong way round: {value!r}")
    claim.harm.append(harm)


_READERS = {"when": _read_when, "count": _read_count, "where": _read_where, "harm": _read_harm}


def _read_slot(claim: Claim, line: str) -> None:
    name, colon, value = (part.strip() for part in line.partition(":"))
    slot, optional = name.removesuffix("?"), name.endswith("?")
    if not colon or not value:
        raise CaseError(f"no slot: {line!r}")
    if slot in WORDS_SLOTS:
        getattr(claim, slot).append(Words(value, optional))
    elif name == "incident" and not claim.incident:
        claim.incident = value
    elif slot in _READERS:
        _READERS[slot](claim, value, optional)
    else:
        raise CaseError(f"unknown slot: {name!r}")


def _read_claims(lines: list[str]) -> list[Claim]:
    claims: list[Claim] = []
    for line in lines:
        if not line.strip():
            continue
        if line[0].isspace():
            if not claims:
                raise CaseError(f"a slot before any claim: {line!r}")
            _read_slot(claims[-1], line)
            continue
        codes = line.split()
        if len(codes) != 3:
            raise CaseError(f"not event, scope, stance: {line!r}")
        event, scope, stance = codes
        claims.append(Claim(event, scope, stance))
    return claims


def parse(content: str, path: Path) -> Case:
    """The case that the content of one file holds; CaseError where it is not well-formed."""
    lines = content.splitlines()
    headers: dict[str, str] = {}
    while lines and (m := re.fullmatch(r"# (\w+): (.+)", lines[0])):
        headers[m[1]] = m[2]
        lines.pop(0)
    if "# claims" not in lines:
        raise CaseError(f"{path}: no line '# claims'")
    cut = lines.index("# claims")
    try:
        return Case(
            path=path,
            war=headers["war"],
            published=datetime.date.fromisoformat(headers["published"]),
            outlet=headers["outlet"],
            note=headers.get("note", ""),
            text="\n".join(lines[:cut]).strip(),
            claims=_read_claims(lines[cut + 1 :]),
            copies=headers.get("copies", ""),
        )
    except (CaseError, KeyError, ValueError) as e:
        raise CaseError(f"{path}: {e}") from e


def load(tree: Path) -> list[Case]:
    """All cases of a tree, by path."""
    return [
        parse(p.read_text(encoding="utf-8"), p) for p in sorted(tree.rglob("*.txt")) if p.name != "known-failures.txt"
    ]
