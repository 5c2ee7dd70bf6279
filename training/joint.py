"""Train the joint model (candidate b): tags, features, heads, sentence ends and names at once.

One command, seeded: `python joint.py --out DIR`. Writes the weights and the classes after
every round, the last round's being those that count; `export.py` packages them.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from dataclasses import asdict
from pathlib import Path

import torch
from batches import NONE, Classes, Item, batches, classes_of, epoch, padded, parsed_item
from corpus import NAMES, TREEBANK, Sentence, read_passages, read_sentences
from encoder import load_encoder
from heads import Joint, Sizes
from pieces import kept
from torch import Tensor
from torch.nn import functional

# Weights of the heads in the sum: arcs and relations count in full, the easy heads less.
WEIGHTS = {"tags": 0.5, "feats": 0.25, "ends": 0.5, "arcs": 1.0, "labels": 1.0, "names": 1.0}


def build(classes: Classes, *, layers: int = 6) -> Joint:
    """The untrained model on the published encoder."""
    sizes = Sizes(
        pieces=len(kept()),
        tags=len(classes.tags),
        feats=len(classes.feats),
        labels=len(classes.labels),
        names=len(classes.names),
    )
    return Joint(load_encoder(layers, kept=kept()), sizes)


def scores(model: Joint, group: list[Item]) -> tuple[Tensor, ...]:
    """Run the model on a batch, in half precision where the processor has it."""
    ids = padded([item.ids for item in group], 0)
    mask = padded([[1] * len(item.ids) for item in group], 0).float()
    shapes = padded([item.shapes for item in group], 0)
    first = padded([item.first for item in group], 0)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return tuple(out.float() for out in model(ids, shapes, mask, first))


def loss_of(model: Joint, group: list[Item]) -> Tensor:
    """The weighted sum of what the heads lose on a batch, over what the batch annotates."""
    tags, feats, ends, names, arcs, dependents, heads = scores(model, group)
    if group[0].names:
        gold = padded([item.names for item in group], NONE)
        return WEIGHTS["names"] * functional.cross_entropy(names.transpose(1, 2), gold)

    def column(name: str) -> Tensor:
        return padded([getattr(item, name) for item in group], NONE)

    gold_heads = column("heads")
    real = gold_heads != NONE
    arcs = arcs.masked_fill(~real[:, None, :], -1e4)
    chosen = gold_heads.clamp(min=0)[..., None].expand(-1, -1, heads.shape[-1])
    labels = model.relate(dependents, heads.gather(1, chosen))
    parts = {
        "tags": functional.cross_entropy(tags.transpose(1, 2), column("tags"), label_smoothing=0.05),
        "feats": functional.cross_entropy(feats.transpose(1, 2), column("feats")),
        "ends": functional.binary_cross_entropy_with_logits(ends[real], column("ends")[real].float()),
        "arcs": functional.cross_entropy(arcs.transpose(1, 2), gold_heads),
        "labels": functional.cross_entropy(labels.transpose(1, 2), column("labels")),
    }
    return sum((WEIGHTS[name] * part for name, part in parts.items()), torch.zeros(()))


@torch.inference_mode()
def check(model: Joint, sentences: list[Sentence], classes: Classes) -> dict[str, float]:
    """Quick figures on the dev part: shares of words right, by the best-scored head alone."""
    model.eval()
    right = {"tags": 0, "feats": 0, "heads": 0, "labels": 0}
    words = 0
    items = [parsed_item([sentence], classes) for sentence in sentences]
    for group in batches(items, 4096, random.Random(0)):
        tags, feats, _, _, arcs, dependents, heads = scores(model, group)
        gold = padded([item.heads for item in group], NONE)
        real = gold != NONE
        best = arcs.masked_fill(~real[:, None, :], -1e4).argmax(-1)
        at = best[..., None].expand(-1, -1, heads.shape[-1])
        labels = model.relate(dependents, heads.gather(1, at)).argmax(-1)
        hit = (best == gold) & real
        words += int(real.sum())
        right["tags"] += int((tags.argmax(-1) == padded([i.tags for i in group], NONE)).sum())
        right["feats"] += int((feats.argmax(-1) == padded([i.feats for i in group], NONE)).sum())
        right["heads"] += int(hit.sum())
        right["labels"] += int((hit & (labels == padded([i.labels for i in group], NONE))).sum())
    model.train()
    return {name: round(100 * count / words, 2) for name, count in right.items()}


def optimizer_of(model: Joint, rate: float, head_rate: float) -> torch.optim.Optimizer:
    """AdamW with a lower rate for what is pretrained and no decay of norms and biases."""
    groups: dict[tuple[bool, bool], list[torch.nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        key = (name.startswith("encoder"), parameter.ndim > 1)
        groups.setdefault(key, []).append(parameter)
    return torch.optim.AdamW(
        [
            {
                "params": parameters,
                "lr": rate if pretrained else head_rate,
                "weight_decay": 0.01 if decays else 0.0,
            }
            for (pretrained, decays), parameters in groups.items()
        ],
        betas=(0.9, 0.98),
        fused=True,
    )


def train(model: Joint, args: argparse.Namespace, classes: Classes) -> None:
    """Go through the data `args.rounds` times, the rates rising for 5% and falling to none."""
    sentences = list(read_sentences(TREEBANK / "en-train.conllu.gz"))
    passages = list(read_passages(NAMES / "newswire-train.tsv.gz"))
    dev = list(read_sentences(TREEBANK / "en-dev.conllu.gz"))[:: args.dev_every]
    rng = random.Random(args.seed)
    optimizer = optimizer_of(model, args.rate, args.head_rate)
    per_round = sum(1 for _ in batches(epoch(sentences, passages, classes, random.Random(0)), args.size, rng))
    total = int(per_round * args.rounds * 1.01)

    def factor(step: int) -> float:
        return min(step / (0.05 * total), max(0.0, (total - step) / (0.95 * total)))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
    started, step = time.monotonic(), 0
    model.train()
    for number in range(args.rounds):
        for group in batches(epoch(sentences, passages, classes, rng), args.size, rng):
            optimizer.zero_grad(set_to_none=True)
            loss = loss_of(model, group)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            if not math.isfinite(loss.item()):
                raise RuntimeError(f"the loss is {loss.item()} at step {step}")
            if step % 50 == 0:
                spent = time.monotonic() - started
                print(f"step {step}/{total} loss {loss.item():.3f} {spent:.0f}s", flush=True)
        print(f"round {number + 1}: {check(model, dev, classes)}", flush=True)
        torch.save(model.state_dict(), args.out / "joint.pt")


def main() -> None:
    """Train with the given settings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--size", type=int, default=2048, help="word pieces in a batch")
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--head-rate", type=float, default=1.5e-3)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--dev-every", type=int, default=3, help="check every n-th dev sentence")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    random.seed(args.seed)
    torch.manual_seed(args.seed)
    classes = classes_of(
        list(read_sentences(TREEBANK / "en-train.conllu.gz")),
        list(read_passages(NAMES / "newswire-train.tsv.gz")),
    )
    (args.out / "classes.json").write_text(json.dumps({**asdict(classes), "layers": args.layers}, indent=1))
    train(build(classes, layers=args.layers), args, classes)


if __name__ == "__main__":
    main()
