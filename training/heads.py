"""The joint model: the encoder, and on each word's first piece the heads that read it.

Given word pieces it scores, a word: its UPOS tag, its features, whether it ends a sentence,
its part in a name, and every other word as its head; a word whose best head is itself is
a root. Relations are scored for a chosen head alone, from two vectors a word (`relate`),
so that the run-time can choose the tree first.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from encoder import WIDTH, Encoder
from torch import Tensor, nn

# Widths of the vectors that words are compared by; 256 against 512 cost nothing on the dev part.
ARC, LABEL = 256, 256
SHAPES = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How many classes each head tells apart."""

    pieces: int
    tags: int
    feats: int
    labels: int
    names: int


class Joint(nn.Module):
    """Encoder and heads; `forward` is what is exported."""

    def __init__(self, encoder: Encoder, sizes: Sizes, dropout: float = 0.25) -> None:
        super().__init__()
        self.encoder = encoder
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(WIDTH, sizes.tags)
        self.feats = nn.Linear(WIDTH, sizes.feats)
        self.ends = nn.Linear(WIDTH, 1)
        self.names = nn.Linear(WIDTH, sizes.names)
        self.dependent = nn.Sequential(nn.Linear(WIDTH, ARC), nn.GELU(), nn.Dropout(dropout))
        self.head = nn.Sequential(nn.Linear(WIDTH, ARC), nn.GELU(), nn.Dropout(dropout))
        self.arc = nn.Linear(ARC, ARC)
        self.arc_bias = nn.Linear(ARC, 1)
        self.label_dependent = nn.Linear(WIDTH, LABEL)
        self.label_head = nn.Linear(WIDTH, LABEL)
        self.label_out = nn.Linear(LABEL, sizes.labels)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Score a batch.

        ids, shapes, mask: (batch, pieces); first: (batch, words), the place of each word's
        first piece. Gives tags (batch, words, tags), feats, ends (batch, words), names,
        arcs (batch, words, words) with the head in the last axis, and the two vectors of
        `relate` (batch, words, LABEL).
        """
        states = self.encoder(ids, mask, self.shapes(shapes))
        words = states.gather(1, first[..., None].expand(-1, -1, WIDTH))
        words = self.dropout(words)
        arcs = self.arc(self.dependent(words)) @ self.head(words).transpose(1, 2)
        arcs = arcs * ARC**-0.5 + self.arc_bias(self.head(words)).transpose(1, 2)
        return (
            self.tags(words),
            self.feats(words),
            self.ends(words)[..., 0],
            self.names(words),
            arcs,
            self.label_dependent(words),
            self.label_head(words),
        )

    def relate(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Score the relation of dependents to their heads, both (..., LABEL)."""
        return self.label_out(self.dropout(torch.relu(dependents + heads)))
