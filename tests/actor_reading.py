"""The actors of a key of our own writing (tests/actors) against those that reading gives.

python tests/actor_reading.py     what is wrong, then how many mentions were read and how many rightly
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from aftermath import read
from aftermath.model import Claim, Party

KEYS = Path(__file__).parent / "actors"
FORM = re.compile(
    r"# war: (?P<war>[^\n]+)\n# published: (?P<day>[^\n]+)\n(?P<text>.+)\n# actors\n(?P<key>.+)", re.DOTALL
)


@dataclass(frozen=True)
class Mention:
    """Words of a passage, the actor that they mean, and the one that was read; None where no claim has the words."""

    passage: str
    words: str
    meant: str
    found: str | None

    @property
    def right(self) -> bool:
        """Whether the actor that was read is the one meant."""
        return self.found == self.meant


def mentions() -> list[Mention]:
    """Every mention of the key, read."""
    return [mention for path in sorted(KEYS.glob("*.txt")) for mention in _mentions(path)]


def _mentions(path: Path) -> Iterator[Mention]:
    form = FORM.fullmatch(path.read_text("utf-8").rstrip("\n"))
    if form is None:
        raise ValueError(f"{path}: not war, published, text, actors")
    claims = read(form["text"], published=date.fromisoformat(form["day"])).claims
    for line in form["key"].splitlines():
        words, meant = line.split(" = ")
        start = form["text"].index(words)  # raises where the key's words are not the text's
        yield Mention(path.stem, words, meant, _found(claims, start, start + len(words)))


def _found(claims: tuple[Claim, ...], start: int, end: int) -> str | None:
    parties = [party for claim in claims for party in claim.attackers if _overlaps(party, start, end)]
    if not parties:
        return None
    return next((party.actor.id for party in parties if party.actor is not None), "-")


def _overlaps(party: Party, start: int, end: int) -> bool:
    return party.span[0] < end and start < party.span[1]


def main() -> None:
    """Print what is wrong, and the figure."""
    every = mentions()
    for mention in every:
        if not mention.right:
            print(f"{mention.passage}: «{mention.words}» means {mention.meant}, read {mention.found or 'as nobody'}")
    known = [mention for mention in every if mention.found is not None]
    right = sum(mention.right for mention in every)
    print(f"{len(every)} mentions, {len(known)} read as a party, {right} with the actor meant")
    print(f"of those read {right / len(known):.3f}, of all {right / len(every):.3f}")


if __name__ == "__main__":
    main()
