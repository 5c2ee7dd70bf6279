"""Write the treebank and names corpus as spaCy `DocBin`s for the CNN candidate.

Consecutive sentences of a report go together into short paragraphs, so that the parser
learns where sentences end. UPOS stands as the fine tag: one tagger, no tag map.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import spacy
from augment import recase, vary, vary_passage
from corpus import NAMES, TREEBANK, Passage, Sentence, read_passages, read_sentences
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab


def paragraphs(sentences: Iterable[Sentence], rng: random.Random) -> Iterator[list[Sentence]]:
    """Cut each report into runs of one to six sentences."""
    for _, group in groupby(sentences, key=lambda sentence: sentence.doc):
        left = list(group)
        while left:
            size = rng.choice((1, 2, 3, 4, 6))
            yield left[:size]
            left = left[size:]


def parsed_doc(vocab: Vocab, paragraph: list[Sentence]) -> Doc:
    """Join sentences to one `Doc` with tags and heads, names left unsaid."""
    starts = [sum(len(s) for s in paragraph[:i]) for i in range(len(paragraph))]
    return Doc(
        vocab,
        words=[word for s in paragraph for word in s.words],
        spaces=[space for s in paragraph for space in s.spaces],
        tags=[tag for s in paragraph for tag in s.tags],
        heads=[head + start for s, start in zip(paragraph, starts, strict=True) for head in s.heads],
        deps=["ROOT" if label == "root" else label for s in paragraph for label in s.labels],
    )


def named_doc(vocab: Vocab, passage: Passage) -> Doc:
    """Give one `Doc` with names, tags and heads left unsaid."""
    tags = ["O"] * len(passage.words)
    for start, end, label in passage.names:
        tags[start:end] = [f"B-{label}"] + [f"I-{label}"] * (end - start - 1)
    return Doc(vocab, words=list(passage.words), ents=tags)


def main() -> None:
    """Prepare, vary and write both parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    vocab = spacy.blank("en").vocab
    args.out.mkdir(parents=True, exist_ok=True)
    for part, copies in (("train", 2), ("dev", 0)):
        rng = random.Random(args.seed)
        sentences = list(read_sentences(TREEBANK / f"en-{part}.conllu.gz"))
        passages = list(read_passages(NAMES / f"newswire-{part}.tsv.gz"))
        docs = [parsed_doc(vocab, p) for p in paragraphs(sentences, rng)]
        docs += [named_doc(vocab, passage) for passage in passages]
        for _ in range(copies - 1):
            varied = list(recase([vary(sentence, rng) for sentence in sentences], rng))
            docs += [parsed_doc(vocab, p) for p in paragraphs(varied, rng)]
            docs += [named_doc(vocab, vary_passage(passage, rng)) for passage in passages]
        rng.shuffle(docs)
        DocBin(docs=docs, store_user_data=False).to_disk(args.out / f"{part}.spacy")
        print(f"{part}: {len(docs):,} docs, {sum(map(len, docs)):,} words")


if __name__ == "__main__":
    main()
