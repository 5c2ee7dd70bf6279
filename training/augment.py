"""Vary training text the way news varies: quotes, datelines, capitals, dropped marks, names.

Each rule is a function of a sentence and a random source, drawn with the probability beside
it; heads and labels follow the words. Nothing here reads evaluation data.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from corpus import Passage, Sentence

Words = tuple[str, ...]

QUOTES = (("“", "”"), ("‘", "’"), ("''", "''"), ("``", "''"), ("«", "»"), ("„", "“"), ('"', '"'))
STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'", "``": '"', "''": '"'}


def requote(words: Words, rng: random.Random) -> Words:
    """Set every pair of double quotation marks in one of the other styles."""
    opening, closing = rng.choice(QUOTES)
    out, inside = [], False
    for word in words:
        if STRAIGHT.get(word, word) == '"':
            out.append(closing if inside else opening)
            inside = not inside
        else:
            out.append(word)
    return tuple(out)


def curl(words: Words, rng: random.Random) -> Words:
    """Turn straight apostrophes into curly ones, as most news sites print them."""
    del rng
    return tuple(word.replace("'", "’") for word in words)


def lower(words: Words, rng: random.Random) -> Words:
    """Write everything in small letters."""
    del rng
    return tuple(word.lower() for word in words)


def upper(words: Words, rng: random.Random) -> Words:
    """Write everything in capitals."""
    del rng
    return tuple(word.upper() for word in words)


def title(words: Words, rng: random.Random) -> Words:
    """Capitalise the longer words, as headlines do."""
    del rng
    return tuple(word.capitalize() if len(word) > 3 and word.islower() else word for word in words)


def respell(words: Words, rng: random.Random) -> Words:
    """Print quotation marks and apostrophes in one of the styles that news sites use."""
    if rng.random() < 0.5:
        words = requote(words, rng)
    return curl(words, rng) if rng.random() < 0.4 else words


# Shares of text in small letters, in capitals and in headline capitals.
CASES = ((0.05, lower), (0.04, upper), (0.05, title))


def recased(words: Words, rng: random.Random) -> Words:
    """Change the case of a passage, seldom."""
    draw = rng.random()
    for share, rule in CASES:
        if draw < share:
            return rule(words, rng)
        draw -= share
    return words


def recase(sentences: list[Sentence], rng: random.Random) -> Iterator[Sentence]:
    """Change the case of whole stretches of five sentences, as careless copy has it."""
    for start in range(0, len(sentences), 5):
        seed = rng.random()
        for sentence in sentences[start : start + 5]:
            words = recased(sentence.words, random.Random(seed))
            changed = replace(sentence, words=words)
            # A headline has no full stop.
            bare = words != sentence.words and words == title(sentence.words, rng)
            yield drop(changed, {len(words) - 1}) if bare and words[-1] == "." else changed


def drop(sentence: Sentence, gone: set[int]) -> Sentence:
    """Leave out words that nothing hangs on."""
    gone -= set(sentence.heads)
    kept = [i for i in range(len(sentence)) if i not in gone]
    if not gone or not kept:
        return sentence
    place = {old: new for new, old in enumerate(kept)}

    def column(values: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(values[i] for i in kept)

    return replace(
        sentence,
        words=column(sentence.words),
        spaces=column(sentence.spaces),
        tags=column(sentence.tags),
        lemmas=column(sentence.lemmas),
        heads=tuple(place[sentence.heads[i]] for i in kept),
        labels=column(sentence.labels),
        feats=column(sentence.feats),
    )


def drop_marks(sentence: Sentence, rng: random.Random) -> Sentence:
    """Lose commas, quotation marks or the full stop, as careless copy does."""
    lost = rng.choice(({","}, {'"', "“", "”"}, {",", "'", '"'}, {"."}))
    return drop(sentence, {i for i, word in enumerate(sentence.words) if word in lost})


def drop_apostrophes(sentence: Sentence, rng: random.Random) -> Sentence:
    """Write `s` and `nt` for `'s` and `n't`."""
    del rng
    return replace(
        sentence,
        words=tuple(
            word.replace("'", "").replace("’", "") or word if len(word) > 1 else word for word in sentence.words
        ),
    )


DATELINES = (
    "AMMAN",
    "BEIRUT",
    "KYIV",
    "KHARKIV",
    "YANGON",
    "LIMA",
    "BOGOTA",
    "KABUL",
    "PESHAWAR",
    "BAGHDAD",
    "SANAA",
    "TRIPOLI",
    "MOGADISHU",
    "GOMA",
    "KHARTOUM",
    "N'DJAMENA",
    "GAZA",
    "JERUSALEM",
    "NEW DELHI",
    "ADDIS ABABA",
    "SAN SALVADOR",
    "MANILA",
    "DAMASCUS",
    "TBILISI",
    "SREBRENICA",
    "BELFAST",
    "JUBA",
    "MAIDUGURI",
    "BAMAKO",
)
AGENCIES = ("Reuters", "AP", "AFP", "EFE", "IPS", "Xinhua", "TASS", "IRIN", "DPA")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December", "Jan.", "Feb.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip


def dateline(sentence: Sentence, rng: random.Random) -> Sentence:
    """Set a place, and perhaps a day and an agency, before the sentence, as the wires do.

    As in the treebank's own datelines, the place heads what stands beside it and hangs on
    the sentence's root as `parataxis`.
    """
    words, spaces, tags = [], [], []
    heads, labels = [], []

    def add(word: str, tag: str, head: int, label: str, *, space: bool = True) -> None:
        words.append(word)
        tags.append(tag)
        heads.append(head)
        labels.append(label)
        spaces.append(space)

    city = rng.choice(DATELINES)
    city = city.title() if rng.random() < 0.3 else city
    for i, part in enumerate(city.split()):
        add(part, "PROPN", 0, "flat" if i else "parataxis")
    if rng.random() < 0.6:
        spaces[-1] = False
        add(",", "PUNCT", len(words) + 1, "punct")
        month = len(words)
        add(rng.choice(MONTHS), "PROPN", 0, "obl:unmarked")
        add(str(rng.randint(1, 31)), "NUM", month, "nummod")
    if rng.random() < 0.6:
        agency = len(words) + 1
        add("(", "PUNCT", agency, "punct", space=False)
        add(rng.choice(AGENCIES), "PROPN", 0, "parataxis", space=False)
        add(")", "PUNCT", agency, "punct")
    add(rng.choice(("-", "–", "—", "--", ":")), "PUNCT", 0, "punct")
    size = len(words)
    root = next(i for i, head in enumerate(sentence.heads) if i == head)
    heads[0] = root + size
    return replace(
        sentence,
        words=(*words, *sentence.words),
        spaces=(*spaces, *sentence.spaces),
        tags=(*tags, *sentence.tags),
        lemmas=(*words, *sentence.lemmas),
        heads=(*heads, *(head + size for head in sentence.heads)),
        labels=(*labels, *sentence.labels),
        feats=(*("Number=Sing" if tag == "PROPN" else "" for tag in tags), *sentence.feats),
    )


@lru_cache(maxsize=1)
def invented() -> dict[str, tuple[tuple[tuple[str, ...], ...], ...]]:
    """Read `names.txt`: for each kind its groups, one a language, of names as tokens."""
    groups: dict[str, list[tuple[tuple[str, ...], ...]]] = {}
    for line in Path(__file__).with_name("names.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, forms = line.split("\t")
            names = tuple(tuple(form.split("_")) for form in forms.split())
            groups.setdefault(kind, []).append(names)
    return {kind: tuple(names) for kind, names in groups.items()}


def person(rng: random.Random) -> Words:
    """Make up a person's name of one language: in full, or by one name alone."""
    language = rng.randrange(len(invented()["given"]))
    given = rng.choice(invented()["given"][language])
    family = rng.choice(invented()["family"][language])
    return rng.choice(((*given, *family), (*given, *family), family, given))


def rename(passage: Passage, rng: random.Random) -> Passage:
    """Put names as war reporting prints them in the place of half the people and places."""
    words: list[str] = []
    names = []
    at = 0
    for start, end, kind in passage.names:
        words += passage.words[at:start]
        new = passage.words[start:end]
        if kind == "PERSON" and rng.random() < 0.5:
            new = person(rng)
        elif kind == "LOCATION" and rng.random() < 0.5:
            new = rng.choice(rng.choice(invented()["place"]))
        names.append((len(words), len(words) + len(new), kind))
        words += new
        at = end
    return replace(passage, words=(*words, *passage.words[at:]), names=tuple(names))


def rename_words(sentence: Sentence, rng: random.Random) -> Sentence:
    """Put such a name, of one word, in the place of half the sentence's names."""
    kinds = [name[0] for kind in ("family", "place") for group in invented()[kind]
             for name in group if len(name) == 1]  # fmt: skip
    return replace(
        sentence,
        words=tuple(
            rng.choice(kinds) if tag == "PROPN" and word.istitle() and rng.random() < 0.5 else word
            for word, tag in zip(sentence.words, sentence.tags, strict=True)
        ),
    )


def vary(sentence: Sentence, rng: random.Random) -> Sentence:
    """Give the sentence as another desk might have printed it."""
    if rng.random() < 0.10:
        sentence = rename_words(sentence, rng)
    if rng.random() < 0.10 and len(sentence) > 6:
        sentence = dateline(sentence, rng)
    if rng.random() < 0.15:
        sentence = drop_marks(sentence, rng)
    if rng.random() < 0.04:
        sentence = drop_apostrophes(sentence, rng)
    return replace(sentence, words=respell(sentence.words, rng))


def vary_passage(passage: Passage, rng: random.Random) -> Passage:
    """Give the paragraph as another desk might have printed it."""
    if rng.random() < 0.4:
        passage = rename(passage, rng)
    return replace(passage, words=recased(respell(passage.words, rng), rng))
