"""Write headlines from whole sentences, and set them above the text with their date and byline.

A headline leaves out articles and forms of "be", tells the past in the present, says "to"
for "will" and joins verbs by a comma; its tree is mended with it. Takes and gives the
treebank's sentences. Nothing here reads evaluation data.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from augment import MONTHS, drop, person, title
from corpus import Sentence

LONGEST = 16  # words; what is left of a longer sentence is no headline
PRESENT = "Mood=Ind|Number={}|Person=3|Tense=Pres|VerbForm=Fin"
LOOSE = frozenset({"advcl", "parataxis", "discourse", "vocative", "mark", "cc", "punct"})
COUNTED = frozenset({"nsubj", "nsubj:pass", "obj"})
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def subtree(sentence: Sentence, top: int) -> set[int]:
    """A word and all that hangs on it."""
    found = {top}
    while more := {i for i, head in enumerate(sentence.heads) if head in found and i not in found}:
        found |= more
    return found


def root_of(sentence: Sentence) -> int:
    """The place of the root, which is its own head."""
    return next(i for i, head in enumerate(sentence.heads) if head == i)


def without(sentence: Sentence, tops: Sequence[int]) -> Sentence:
    """Leave out whole subtrees: from the outside in, as only bare words can be dropped."""
    gone = set().union(*(subtree(sentence, top) for top in tops))
    kept = [i for i in range(len(sentence)) if i not in gone]
    place = {old: new for new, old in enumerate(kept)}
    columns = ("words", "spaces", "tags", "lemmas", "labels", "feats")
    return replace(
        sentence,
        heads=tuple(place[sentence.heads[i]] for i in kept),
        **{name: tuple(getattr(sentence, name)[i] for i in kept) for name in columns},
    )


def core(sentence: Sentence) -> Sentence:
    """The clause of the root without what hangs on it loosely, and without marks at its edges."""
    root = root_of(sentence)
    loose = [i for i, head in enumerate(sentence.heads) if head == root != i and sentence.labels[i] in LOOSE]
    return without(sentence, loose) if loose else sentence


def tighten(sentence: Sentence) -> Sentence:
    """Leave out articles and forms of "be", and what a number can stand for.

    A "be" that is not the finite verb stays ("must be freed"), save where "has" goes with it.
    """
    sentence = counted(sentence)
    root = root_of(sentence)
    perfect = ("have", "aux") in zip(sentence.lemmas, sentence.labels, strict=True) and "aux:pass" in sentence.labels
    gone = set()
    for i, (tag, lemma) in enumerate(zip(sentence.tags, sentence.lemmas, strict=True)):
        article = tag == "DET" and lemma.lower() in ("the", "a", "an")
        helper = tag == "AUX" and sentence.heads[i] == root and (lemma == "be" or (lemma == "have" and perfect))
        if article or (helper and (perfect or "VerbForm=Fin" in sentence.feats[i])):
            gone.add(i)
    return drop(sentence, gone)


def counted(sentence: Sentence) -> Sentence:
    """Let a number stand for what it counts, in its place in the tree: "Three killed", "kills 12"."""
    for i, label in enumerate(sentence.labels):
        hung = [j for j, head in enumerate(sentence.heads) if head == i]
        plain = {sentence.labels[j] for j in hung} <= {"nummod", "det"}
        numbers = [j for j in hung if sentence.labels[j] == "nummod"]
        if label in COUNTED and sentence.tags[i] == "NOUN" and plain and len(numbers) == 1:
            number = numbers[0]
            heads = [number if head == i else head for head in sentence.heads]
            heads[number], heads[i] = sentence.heads[i], number
            labels = list(sentence.labels)
            labels[number], labels[i] = label, "dep"
            return drop(replace(sentence, heads=tuple(heads), labels=tuple(labels)), {i})
    return sentence


def in_present(sentence: Sentence) -> Sentence:
    """Tell in the present what the root tells in the past, and by "to" what "will" be."""
    root = root_of(sentence)
    subject = next((i for i, h in enumerate(sentence.heads) if h == root and sentence.labels[i] == "nsubj"), None)
    words, tags = list(sentence.words), list(sentence.tags)
    labels, feats = list(sentence.labels), list(sentence.feats)
    future = [i for i, h in enumerate(sentence.heads) if h == root and sentence.words[i].lower() == "will"]
    if future:
        i = future[0]
        words[i], tags[i], labels[i], feats[i] = "to", "PART", "mark", ""
    elif subject is not None and "Tense=Past" in feats[root] and "VerbForm=Fin" in feats[root]:
        one = "Number=Plur" not in feats[subject] and not any(
            h == subject and sentence.labels[i] == "conj" for i, h in enumerate(sentence.heads)
        )
        words[root] = third(sentence.lemmas[root]) if one else sentence.lemmas[root]
        feats[root] = PRESENT.format("Sing" if one else "Plur")
    return replace(sentence, words=tuple(words), tags=tuple(tags), labels=tuple(labels), feats=tuple(feats))


def third(lemma: str) -> str:
    """The third person of a verb: "seize", "seizes"; "deny", "denies"; "clash", "clashes"."""
    if lemma == "have":
        return "has"
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{lemma}es"
    if lemma.endswith("y") and lemma[-2:-1] not in tuple("aeiou"):
        return f"{lemma[:-1]}ies"
    return f"{lemma}s"


def by_comma(sentence: Sentence) -> Sentence:
    """Join verbs by a comma in the place of "and"."""
    words, tags = list(sentence.words), list(sentence.tags)
    labels, lemmas = list(sentence.labels), list(sentence.lemmas)
    for i, head in enumerate(sentence.heads):
        if sentence.words[i].lower() == "and" and sentence.labels[i] == "cc" and sentence.tags[head] == "VERB":
            words[i], tags[i], labels[i], lemmas[i] = ",", "PUNCT", "punct", ","
    return replace(sentence, words=tuple(words), tags=tuple(tags), labels=tuple(labels), lemmas=tuple(lemmas))


def headline(sentence: Sentence, rng: random.Random) -> Sentence | None:
    """The sentence as a headline, or None where it makes none: asked, denied, of a pronoun, too long or short."""
    root = root_of(sentence)
    subjects = [i for i, h in enumerate(sentence.heads) if h == root and sentence.labels[i] in ("nsubj", "nsubj:pass")]
    spoken = {"PRON", "INTJ"} & {sentence.tags[0], *(sentence.tags[i] for i in subjects)}
    if not subjects or spoken or sentence.words[-1] == "?" or {"n't", "n’t", "not"} & set(sentence.words):
        return None
    short = in_present(tighten(core(sentence)))
    if rng.random() < 0.7:
        short = by_comma(short)
    if not 3 <= len(short) <= LONGEST or not short.words[0][0].isalnum():
        return None
    words = (short.words[0][0].upper() + short.words[0][1:], *short.words[1:])
    return replace(short, words=title(words, rng) if rng.random() < 0.3 else words)


def date(doc: str, rng: random.Random) -> Sentence:
    """The day of a report in a line of its own, as the treebank reads it: "Monday, May 18, 2015"."""
    words = (rng.choice(DAYS), ",", rng.choice(MONTHS), str(rng.randint(1, 31)), ",", str(rng.randint(1980, 2026)))
    return Sentence(
        doc=doc,
        words=words,
        spaces=(False, True, True, False, True, True),
        tags=("PROPN", "PUNCT", "PROPN", "NUM", "PUNCT", "NUM"),
        lemmas=words,
        heads=(0, 3, 3, 0, 5, 3),
        labels=("root", "punct", "compound", "appos", "punct", "nmod:unmarked"),
        feats=("Number=Sing", "", "Number=Sing", "", "", ""),
    )


def byline(doc: str, rng: random.Random) -> Sentence:
    """Whose report it is, in a line of its own: "By Ann Lee"."""
    names = person(rng)
    size = len(names)
    return Sentence(
        doc=doc,
        words=(rng.choice(("By", "By", "BY")), *names),
        spaces=(True,) * (size + 1),
        tags=("ADP", *("PUNCT" if name == "-" else "PROPN" for name in names)),
        lemmas=("by", *names),
        heads=(1, 1, *(1 for _ in names[1:])),
        labels=("case", "root", *("punct" if name == "-" else "flat" for name in names[1:])),
        feats=("", *("" if name == "-" else "Number=Sing" for name in names)),
    )


def with_headlines(sentences: Sequence[Sentence], rng: random.Random, share: float) -> Iterator[Sentence]:
    """The sentences, and above a `share` of those that make a headline, an eighth of the treebank, that headline.

    A date or a byline may stand between the two.
    """
    for sentence in sentences:
        above = headline(sentence, rng)
        if above and rng.random() < share:
            yield above
            if rng.random() < 0.4:
                yield date(sentence.doc, rng)
            if rng.random() < 0.3:
                yield byline(sentence.doc, rng)
        yield sentence
