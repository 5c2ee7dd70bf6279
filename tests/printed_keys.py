"""Keys of reports that were printed and not invented, in tests/printed and tests/printed-held.

The reports stand in the shared corpora (names corpus, LGL, treebank) and are not ours to copy, so a key holds no word
of them: it says which report it is of, with a digest of its text, and names every word by where it stands in it. An
analyst who had not seen what the reader makes of them keyed each by the gold guide. `load` gives them as cases.
"""

import gzip
import hashlib
import json
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from case_format import Case, Claim, Count, Harm, When, Where, Words

HERE = Path(__file__).parent
PRINTED = (HERE / "printed", HERE / "printed-held")
SHARED = HERE.parents[1] / "shared"
TRAINING = HERE.parent / "training"
Json = dict[str, Any]


class KeyOfAnotherText(ValueError):
    """A key whose report is not, to the letter, the one that was keyed."""


@dataclass(frozen=True)
class _Text:
    """A report's text, and the words that a key's places mean in it."""

    text: str

    def at(self, span: list[int]) -> str:
        """The words from one place to another."""
        return self.text[slice(*span)]

    def words(self, spans: list[list[int]]) -> list[Words]:
        """The fillers of a slot of words."""
        return [Words(self.at(span)) for span in spans]


def newswire(part: str, number: str) -> str:
    """A report of a part of the names corpus."""
    return _newswire(part)[int(number)]


@cache
def _newswire(part: str) -> list[str]:
    sys.path.insert(0, str(TRAINING))
    from newsprint import reports

    return reports(SHARED / "ner" / f"newswire-{part}.tsv.gz")


def lgl(number: str) -> str:
    """An article of the LGL corpus."""
    return _lgl()[number]


@cache
def _lgl() -> dict[str, str]:
    with gzip.open(SHARED / "geoparse" / "lgl.xml.gz") as file:
        articles = ET.parse(file).getroot().iter("article")
        return {str(a.get("docid")): a.findtext("text") or "" for a in articles}


def treebank(part: str, name: str) -> str:
    """A document of the treebank: its sentences in a row, a new line where a paragraph begins."""
    lines: list[str] = []
    inside = False
    with gzip.open(SHARED / "treebank" / f"en-{part}.conllu.gz", "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith("# newdoc id = "):
                inside = line.split(" = ", 1)[1].strip() == name
            elif inside and line.startswith("# newpar"):
                lines.append("\n")
            elif inside and line.startswith("# text = "):
                lines.append(line.split(" = ", 1)[1].strip())
    return " ".join(lines)


CORPORA: dict[str, Callable[..., str]] = {"newswire": newswire, "lgl": lgl, "treebank": treebank}


def digest(text: str) -> str:
    """What tells a text from any other."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def load(tree: Path) -> list[Case]:
    """The reports of a folder as cases, by path; KeyOfAnotherText where a corpus has another text."""
    return [_case(path, json.loads(path.read_text("utf-8"))) for path in sorted(tree.glob("*.json"))]


def _case(path: Path, key: Json) -> Case:
    corpus, *number = key["report"]
    text = CORPORA[corpus](*number).strip() + "\n"
    if digest(text) != key["digest"]:
        raise KeyOfAnotherText(f"{path}: {' '.join(key['report'])} has another text than the one that was keyed")
    told = _Text(text)
    return Case(
        path=path,
        war="",
        published=date.fromisoformat(key["published"]),
        outlet=key["outlet"],
        note="",
        text=text,
        claims=[_claim(told, claim) for claim in key["claims"]],
    )


def _claim(told: _Text, key: Json) -> Claim:
    when, count = key.get("when"), key.get("count")
    return Claim(
        event=key["event"],
        scope=key["scope"],
        stance=key["stance"],
        quotes=told.words(key["quotes"]),
        sources=told.words(key.get("sources", [])),
        attackers=told.words(key.get("attackers", [])),
        targets=told.words(key.get("targets", [])),
        weapons=told.words(key.get("weapons", [])),
        when=when and When(told.at(when["at"]), date.fromisoformat(when["start"]), date.fromisoformat(when["end"])),
        where=[Where(told.at(place["at"]), place.get("lat"), place.get("lon")) for place in key.get("where", [])],
        count=count and Count(told.at(count["at"]), count.get("low"), count.get("high")),
        harm=[
            Harm(harm["kind"], harm["who"], harm.get("low"), harm.get("high"), told.at(harm["at"]))
            for harm in key.get("harm", [])
        ],
    )
