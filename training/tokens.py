"""Score the tokenizer against a treebank: precision, recall and F1 of exact token spans."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from corpus import TREEBANK, read_sentences

from aftermath.lang.tokenize import tokenize


def main() -> None:
    """Score and print, with the commonest errors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebank", type=Path, default=TREEBANK / "en-dev.conllu.gz")
    parser.add_argument("--only", default="", help="documents whose name starts so")
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    right = gold_count = found_count = 0
    errors: Counter[str] = Counter()
    for sentence in read_sentences(args.treebank):
        if not sentence.doc.startswith(args.only):
            continue
        text, gold = "", set()
        for word, space in zip(sentence.words, sentence.spaces, strict=True):
            gold.add((len(text), len(text) + len(word)))
            text += word + " " * space
        found = set(tokenize(text))
        right += len(gold & found)
        gold_count += len(gold)
        found_count += len(found)
        for first, last in gold - found:
            near = sorted(s for s in found if s[0] < last and s[1] > first)
            errors[f"{text[first:last]} <- {' | '.join(text[a:b] for a, b in near)}"] += 1
    precision, recall = right / found_count, right / gold_count
    print(f"P {precision:.4f}  R {recall:.4f}  F1 {2 * precision * recall / (precision + recall):.4f}")
    for error, count in errors.most_common(args.errors):
        print(count, error)


if __name__ == "__main__":
    main()
