"""Train the small layer over the encoder's sentence ends: `python ends.py` writes `ends.json` into the package.

Takes the treebank's train part as text, as `score.py` sets it (once with line breaks, once without), what the shipped
encoder says of it, and where its sentences end; gives the weights that `aftermath/lang/ends.py` reads. The encoder
stays as it is. Seeded; two minutes on one core. The epoch and sizes were chosen on the dev part.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from corpus import TREEBANK, Sentence, read_sentences
from score import pages, runs_of
from torch import Tensor, nn
from torch.nn import functional

from aftermath.lang import encoder
from aftermath.lang.decode import best_names
from aftermath.lang.ends import NEVER, doubtful, features
from export import OUT

GUM_WEIGHT = 4.0  # its texts are edited, as news is; EWT's are e-mail and web talk
UNITS = 16
BATCH = 256
RATE = 1e-3


def examples(sentences: list[Sentence], *, lines: bool) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray, bool]]:
    """Of each run: features of its doubtful places, the encoder's scores there, whether one ends, whether in GUM."""
    names = encoder.classes().names
    for report, text, gold in pages(sentences, lines=lines):
        ends = {end for _, end in gold}
        runs = [(run, spans) for run, spans in runs_of(text) if len(run.words) > 1]
        for (run, spans), scores in zip(runs, encoder.score([run.words for run, _ in runs]), strict=True):
            seen = scores.ends[:-1].copy()
            for first, last, _ in best_names(scores.names, names):
                seen[first : last - 1] = NEVER
            at = doubtful(run, seen)
            if at:
                told = np.array([spans[i][1] in ends for i in at], dtype=np.float32)
                yield features(run, seen, at), seen[at], told, report.startswith("GUM")


class Layer(nn.Module):
    """Features to hidden units to a correction, at first none."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.hidden = nn.Linear(size, UNITS)
        self.out = nn.Linear(UNITS, 1)
        self.dropout = nn.Dropout(0.1)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)

    def forward(self, told: Tensor) -> Tensor:
        """The corrections of a batch of places."""
        return self.out(self.dropout(torch.relu(self.hidden(told))))[:, 0]


def trained(rounds: int, seed: int) -> Layer:
    """Learn from the train part."""
    torch.manual_seed(seed)
    sentences = list(read_sentences(TREEBANK / "en-train.conllu.gz"))
    parts = [part for lines in (True, False) for part in examples(sentences, lines=lines)]
    told, seen, ends = (torch.tensor(np.concatenate([part[i] for part in parts])) for i in range(3))
    weights = torch.tensor(np.concatenate([np.full(len(p[1]), GUM_WEIGHT if p[3] else 1.0) for p in parts]))
    print(f"{len(ends):,} places, {int(ends.sum()):,} of them ends", flush=True)
    layer = Layer(told.shape[1])
    optimizer = torch.optim.AdamW(layer.parameters(), RATE, weight_decay=0.01)
    for number in range(rounds):
        total = 0.0
        for group in torch.randperm(len(ends)).split(BATCH):
            losses = functional.binary_cross_entropy_with_logits(
                seen[group] + layer(told[group]), ends[group], weight=weights[group].float()
            )
            optimizer.zero_grad()
            losses.backward()
            optimizer.step()
            total += losses.item() * len(group)
        print(f"round {number + 1}: loss {total / len(ends):.4f}", flush=True)
    return layer.eval()


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT / "ends.json")
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    layer = trained(args.rounds, args.seed)
    weights = {
        "hidden": [[round(x, 4) for x in row] for row in layer.hidden.weight.tolist()],
        "hidden_bias": [round(x, 4) for x in layer.hidden.bias.tolist()],
        "out": [round(x, 4) for x in layer.out.weight[0].tolist()],
        "out_bias": round(layer.out.bias.item(), 4),
    }
    args.out.write_text(json.dumps(weights) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
