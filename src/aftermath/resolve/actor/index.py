"""The names of the register by their words: which entries a stretch of words can mean.

Where several entries share a name, country, day and capitals decide, and the choice says how
sure it is.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from aftermath.resolve.actor.entry import Entry
from aftermath.resolve.actor.words import Word, fits_case, key_of

# Names of four capitals and fewer are shared by too many bodies to count outside their country.
_SHORT = 4
# Words printed with a capital before a ruler's surname that are no first name of somebody else's.
_NO_FIRST_NAME = frozenset(
    "the a an under when after before with without against anti pro by for in on at to from as while if but and or that"
    " former ousted late since until because though although over than like both even only is was has had did does"
    " president general gen colonel col mr marshal commander leader dictator strongman prime minister king sheikh"
    " imam dr lt lieutenant major maj brigadier brig field senator sir chief warlord ruler boss shiite"
    " shia sunni zaidi islamist rebel".split()
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found: first word, number of words, and the entries that bear it, with the name's spelling."""

    at: int
    size: int
    bearers: tuple[tuple[str, Entry], ...]

    @property
    def is_short(self) -> bool:
        """Whether the name is an abbreviation that many bodies could share."""
        name = self.bearers[0][0]
        return name.isupper() and len(name) <= _SHORT


class Index:
    """Names to entries; entries added later stand in front of those added before."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._bearers: dict[str, list[tuple[str, Entry]]] = {}
        self._sizes: dict[str, list[int]] = {}  # in words, of the names that begin with a word, longest first
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Make an entry known under all its names."""
        for name in entry.names:
            key = key_of(name)
            if not key:
                continue
            self._bearers.setdefault(key, []).append((name, entry))
            words = key.split(" ")
            sizes = self._sizes.setdefault(words[0], [])
            if len(words) not in sizes:
                sizes.append(len(words))
                sizes.sort(reverse=True)

    def spelt(self) -> Iterator[str]:
        """The keys of all names."""
        return iter(self._bearers)

    def bearers(self, key: str) -> tuple[Entry, ...]:
        """The entries that have a name of this key, each once."""
        return tuple(dict.fromkeys(entry for _, entry in self._bearers.get(key, ())))

    def hits(self, words: Sequence[Word]) -> Iterator[Hit]:
        """The longest names in words, from the left, none overlapping."""
        at = 0
        while at < len(words):
            hit = self._hit(words, at)
            if hit:
                yield hit
            at += hit.size if hit else 1

    def _hit(self, words: Sequence[Word], at: int) -> Hit | None:
        for size in self._sizes.get(words[at].key, ()):
            found = self._bearers.get(" ".join([w.key for w in words[at : at + size]]))
            if found and at + size <= len(words):
                forms = [w.form for w in words[at : at + size]]
                fitting = tuple((name, entry) for name, entry in found if fits_case(name, forms))
                if fitting and not _is_namesakes(words, at, size, fitting):
                    return Hit(at, size, fitting)
        return None


def _is_namesakes(words: Sequence[Word], at: int, size: int, bearers: Sequence[tuple[str, Entry]]) -> bool:
    """Whether a ruler's surname is that of somebody with another first name ("Omar Saleh, a student")."""
    first = at - 1 - (at > 1 and words[at - 1].key == "al")
    if size > 1 or first < 0:
        return False
    before, key = words[first], words[at].key
    stands_beside = words[first + 1].start - before.end == 1 and before.form[:1].isupper()
    owned = before.form.endswith(("'s", "’s"))
    if not stands_beside or owned or before.key in _NO_FIRST_NAME or not before.form.isalpha():
        return False
    return any(_is_rulers(entry, name, key) for name, entry in bearers)


def _is_rulers(entry: Entry, name: str, key: str) -> bool:
    """Whether a name of an entry is its ruler's surname: another name ends with it, and the body's own does not."""
    held = key in key_of(entry.name).split(" ") or not name.istitle() or name.endswith("s")
    return not held and any(key_of(other).endswith(f" {key}") for other in entry.names)


def choose(hit: Hit, on: date | None, countries: Sequence[str]) -> tuple[Entry, str] | None:
    """The entry that a name most likely means, and why; None where none can be meant."""
    ranked = sorted(hit.bearers, key=lambda bearer: -_fit(bearer[1], on, countries))
    name, best = ranked[0]
    if name.islower() and not set(best.countries) & set(countries):
        return None  # a common noun that means a group only where that group is at home
    elsewhere = abroad(best, countries)
    if elsewhere and name.isupper() and len(name) <= _SHORT:
        return None
    why = f"“{name}” is a name of it ({best.table})"
    rivals = [e for _, e in ranked if e.id != best.id and _fit(e, on, countries) == _fit(best, on, countries)]
    if rivals:
        why += f"; unsure: it could also be {', '.join(dict.fromkeys(e.name for e in rivals))}"
    elif len({e.id for _, e in ranked}) > 1:
        why += "; chosen by country and day among " + ", ".join(dict.fromkeys(e.name for _, e in ranked))
    if elsewhere:
        why += f"; unsure: it is known in {' '.join(best.countries)} only"
    if on and not best.active(on):
        why += "; unsure: it was not active on that day, as far as the register knows"
    return best, why


def abroad(entry: Entry, countries: Sequence[str]) -> bool:
    """Whether an actor is known, and in none of these countries; not where either is left open."""
    return bool(countries and entry.countries) and not set(entry.countries) & set(countries)


def _fit(entry: Entry, on: date | None, countries: Sequence[str]) -> int:
    """How well country and day fit: the higher the better."""
    fit = 0
    if countries and entry.countries:
        fit += 3 if set(entry.countries) & set(countries) else -3
        fit += countries[0] in entry.countries
    if on:
        fit += 1 if entry.active(on) else -2
    return fit
