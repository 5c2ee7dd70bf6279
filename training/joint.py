"""Train the joint model (candidate b): tags, features, heads, sentence ends and names at once.

One command, seeded: `python joint.py --out DIR`, on a GPU with `--device cuda`. Writes the
weights and the classes after every round, the last round's being those that count;
`export.py` packages them. With `--teachers`, it learns from models trained so before as well;
with `--start`, it goes on from one. Interrupted, the same command goes on where it stood.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from batches import NONE, Classes, Item, batches, classes_of, epoch, padded, parsed_item
from corpus import NAMES, TREEBANK, Sentence, read_passages, read_sentences
from encoder import load_encoder
from heads import LABEL, Joint, Sizes
from pieces import kept
from progress import Place, Progress
from torch import Tensor
from torch.nn import functional

# Weights of the heads in the sum: arcs and relations count in full, the easy heads less.
WEIGHTS = {"tags": 0.5, "feats": 0.25, "ends": 0.5, "arcs": 1.0, "labels": 1.0, "names": 1.0}
# What the model gives, in order.
COLUMNS = ("tags", "feats", "ends", "names", "arcs", "dependents", "heads")
SAVE_EVERY = 50  # steps


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the model says of a batch, as `Joint.forward` gives it; `real` marks words that are no padding."""

    tags: Tensor
    feats: Tensor
    ends: Tensor
    names: Tensor
    arcs: Tensor
    dependents: Tensor
    heads: Tensor
    real: Tensor

    def relations(self, model: Joint, heads: Tensor) -> Tensor:
        """Scores of the relations of all words to their heads (batch, words)."""
        return model.relate(self.dependents, self.heads.gather(1, heads[..., None].expand(-1, -1, LABEL)))


def scores(model: Joint, group: list[Item]) -> Scores:
    """Run the model on a batch, in half precision where the processor has it."""
    place = model.arc.weight.device
    given = (
        padded([item.ids for item in group], 0),
        padded([item.shapes for item in group], 0),
        padded([[1] * len(item.ids) for item in group], 0).float(),
        padded([item.first for item in group], 0),
    )
    real = padded([[1] * len(item.first) for item in group], 0).bool().to(place)
    with torch.autocast(place.type, dtype=torch.bfloat16):
        outs = [out.float() for out in model(*(column.to(place) for column in given))]
    outs[4] = outs[4].masked_fill(~real[:, None, :], -1e4)  # no padding is a head
    return Scores(**dict(zip(COLUMNS, outs, strict=True)), real=real)


def loss_of(model: Joint, group: list[Item], told: Scores) -> Tensor:
    """The weighted sum of what the heads lose on a batch, over what the batch annotates."""

    def column(name: str) -> Tensor:
        return padded([getattr(item, name) for item in group], NONE).to(told.real.device)

    if group[0].names:
        names = functional.cross_entropy(told.names.transpose(1, 2), column("names"), label_smoothing=0.05)
        return WEIGHTS["names"] * names
    heads = column("heads")
    labels = told.relations(model, heads.clamp(min=0))
    parts = {
        "tags": functional.cross_entropy(told.tags.transpose(1, 2), column("tags"), label_smoothing=0.05),
        "feats": functional.cross_entropy(told.feats.transpose(1, 2), column("feats")),
        "ends": functional.binary_cross_entropy_with_logits(told.ends[told.real], column("ends")[told.real].float()),
        "arcs": functional.cross_entropy(told.arcs.transpose(1, 2), heads),
        "labels": functional.cross_entropy(labels.transpose(1, 2), column("labels")),
    }
    return weighed(parts)


def weighed(parts: dict[str, Tensor]) -> Tensor:
    """Losses by head, summed by `WEIGHTS`."""
    return torch.stack([WEIGHTS[name] * part for name, part in parts.items()]).sum()


def distance(model: Joint, told: Scores, teachers: list[Joint], group: list[Item], *, strict: bool) -> Tensor:
    """How far the model is from what its teachers say on the whole, of every head on any text.

    The treebank has no names and the news no trees: what one corpus lacks, teachers tell. With
    `strict`, of a word whose head they take for another than the annotation's they are not heard,
    names aside: a model that goes on from its own teacher has to come away from what that misreads.
    """
    with torch.no_grad():
        taught = [scores(teacher, group) for teacher in teachers]
        heads = torch.stack([t.arcs.softmax(-1) for t in taught]).mean(0).argmax(-1)
        wanted = {
            name: torch.stack([getattr(t, name).softmax(-1) for t in taught]).mean(0)
            for name in ("tags", "feats", "names", "arcs")
        }
        related = (t.relations(teacher, heads).softmax(-1) for t, teacher in zip(taught, teachers, strict=True))
        wanted["labels"] = torch.stack(list(related)).mean(0)
        ends = torch.stack([t.ends.sigmoid() for t in taught]).mean(0)
    given = {name: getattr(told, name) for name in ("tags", "feats", "names", "arcs")}
    given["labels"] = told.relations(model, heads)
    heard = told.real
    if strict and not group[0].names:
        heard = heard & (heads == padded([item.heads for item in group], NONE).to(heads.device))
    parts = {
        name: -(wanted[name] * given[name].log_softmax(-1)).sum(-1)[told.real if name == "names" else heard].mean()
        for name in wanted
    }
    parts["ends"] = functional.binary_cross_entropy_with_logits(told.ends[heard], ends[heard])
    return weighed(parts)


@torch.inference_mode()
def check(model: Joint, sentences: list[Sentence], classes: Classes) -> dict[str, float]:
    """Quick figures on the dev part: shares of words right, by the best-scored head alone."""
    model.eval()
    right = {"tags": 0, "feats": 0, "heads": 0, "labels": 0}
    words = 0
    items = [parsed_item([sentence], classes) for sentence in sentences]
    for group in batches(items, 4096, random.Random(0)):
        told = scores(model, group)
        columns = {name: padded([getattr(item, name) for item in group], NONE).to(told.real.device) for name in right}
        best = told.arcs.argmax(-1)
        hit = (best == columns["heads"]) & told.real
        words += int(told.real.sum())
        right["tags"] += int((told.tags.argmax(-1) == columns["tags"]).sum())
        right["feats"] += int((told.feats.argmax(-1) == columns["feats"]).sum())
        right["heads"] += int(hit.sum())
        right["labels"] += int((hit & (told.relations(model, best).argmax(-1) == columns["labels"])).sum())
    model.train()
    return {name: round(100 * count / words, 2) for name, count in right.items()}


def optimizer_of(model: Joint, rate: float, head_rate: float) -> torch.optim.Optimizer:
    """AdamW with a lower rate for what is pretrained and no decay of norms and biases; nothing for what is frozen."""
    groups: dict[tuple[bool, bool], list[torch.nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
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


def train(model: Joint, args: argparse.Namespace, classes: Classes, teachers: list[Joint]) -> None:
    """Go through the data `args.rounds` times, the rates rising for 5% and falling to none."""
    sentences = list(read_sentences(TREEBANK / "en-train.conllu.gz"))[:: args.every]
    passages = list(read_passages(NAMES / "newswire-train.tsv.gz"))[:: args.every * args.news_every]
    dev = list(read_sentences(TREEBANK / "en-dev.conllu.gz"))[:: args.dev_every]
    rng = random.Random(args.seed)
    optimizer = optimizer_of(model, args.rate, args.head_rate)
    per_round = sum(
        1
        for _ in batches(
            epoch(sentences, passages, classes, random.Random(0), headlines=args.headlines), args.size, rng
        )
    )
    total = int(per_round * args.rounds * 1.01)

    def factor(step: int) -> float:
        return min(step / (0.05 * total), max(0.0, (total - step) / (0.95 * total)))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
    parts = {"optimizer": optimizer, "schedule": schedule}
    progress = Progress(args.out, {name: str(value) for name, value in vars(args).items() if name != "out"})
    place = progress.load(model, parts) or Place(rounds=0, batches=0, steps=0, chance=rng.getstate())
    rng.setstate(place.chance)
    started, step = time.monotonic(), place.steps
    model.train()
    for number in range(place.rounds, args.rounds):
        chance = rng.getstate()
        passed = place.batches if number == place.rounds else 0
        items = epoch(sentences, passages, classes, rng, headlines=args.headlines)
        for done, group in enumerate(batches(items, args.size, rng), start=1):
            if done <= passed:
                continue
            loss = one_step(model, group, teachers, parts, strict=bool(args.start))
            step += 1
            if not math.isfinite(loss):
                raise RuntimeError(f"the loss is {loss} at step {step}")
            if step % SAVE_EVERY == 0:
                print(f"step {step}/{total} loss {loss:.3f} {time.monotonic() - started:.0f}s", flush=True)
                progress.save(Place(rounds=number, batches=done, steps=step, chance=chance), model, parts)
        print(f"round {number + 1}: {check(model, dev, classes)}", flush=True)
        torch.save(model.state_dict(), args.out / "joint.pt")
        progress.save(Place(rounds=number + 1, batches=0, steps=step, chance=rng.getstate()), model, parts)


def freeze(model: Joint, layers: int) -> None:
    """Leave the word-piece tables and the first `layers` of the encoder as they are; 0 freezes nothing."""
    if layers:
        low = [model.shapes, model.encoder.words, model.encoder.positions, model.encoder.norm]
        for part in [*low, *model.encoder.layers[:layers]]:
            part.requires_grad_(False)


def one_step(
    model: Joint,
    group: list[Item],
    teachers: list[Joint],
    parts: dict[str, Any],
    *,
    strict: bool,
) -> float:
    """Learn from one batch; gives the loss."""
    optimizer = parts["optimizer"]
    optimizer.zero_grad(set_to_none=True)
    told = scores(model, group)
    loss = loss_of(model, group, told)
    if teachers:
        loss = loss + distance(model, told, teachers, group, strict=strict)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    parts["schedule"].step()
    return loss.item()


def trained(folder: Path, classes: Classes, args: argparse.Namespace) -> Joint:
    """A model trained before, on the same classes."""
    model = build(classes, layers=args.layers)
    model.load_state_dict(torch.load(folder / "joint.pt", map_location="cpu"))
    return model.eval().to(args.device)


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
    parser.add_argument("--device", default="cpu", help="cuda for a GPU")
    parser.add_argument("--teachers", type=Path, nargs="*", default=[], help="trained models to learn from as well")
    parser.add_argument("--start", type=Path, help="a trained model to go on from")
    parser.add_argument("--headlines", type=float, default=0.0, help="share of fit sentences to set a headline above")
    parser.add_argument("--freeze", type=int, default=0, help="leave the tables and the first n layers as they are")
    parser.add_argument("--every", type=int, default=1, help="train on every n-th sentence and paragraph alone")
    parser.add_argument("--news-every", type=int, default=1, help="of those, on every n-th paragraph of news")
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
    model = trained(args.start, classes, args) if args.start else build(classes, layers=args.layers).to(args.device)
    freeze(model, args.freeze)
    train(model, args, classes, [trained(folder, classes, args) for folder in args.teachers])


if __name__ == "__main__":
    main()
