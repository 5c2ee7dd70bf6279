"""Turn the shipped graph back into a model that can be trained on: `python restore.py --out DIR`.

Weights come back as the whole numbers that eight bits hold, so what is restored and exported
again, untrained, scores the same. Training goes on from it with `joint.py --start DIR`.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import onnx
import torch
from batches import Classes
from heads import Joint
from joint import build
from onnx import numpy_helper
from torch import Tensor

from export import OUT

LAYERS = 6


def weights(path: Path) -> dict[str, Tensor]:
    """The model's weights by their names in training, from the graph's bytes and their scales."""
    graph = onnx.load(str(path)).graph
    given = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in graph.initializer}
    state = {name: value for name, value in given.items() if value.ndim and not name.startswith("onnx::")}
    state["encoder.words.weight"] = state.pop("encoder.words.bytes").float() * state.pop("encoder.words.scale")
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            name = ".".join(node.name.removesuffix("/MatMul_quant").strip("/").split("/"))
            # A part of a sequence is named after it as well: "dependent.dependent.0".
            first, _, rest = name.partition(".")
            name = rest if rest.startswith(f"{first}.") else name
            stem = node.input[1].removesuffix("_quantized")
            state[f"{name}.weight"] = (given[f"{stem}_quantized"].float() * given[f"{stem}_scale"]).T.contiguous()
    return state


def restored(folder: Path) -> tuple[Joint, dict[str, list[str]]]:
    """The model packaged in `folder`, and its classes; a weight that is missing is an error."""
    given = json.loads((folder / "classes.json").read_text(encoding="utf-8"))
    relate, bias = torch.tensor(given.pop("relate")), torch.tensor(given.pop("relate_bias"))
    model = build(Classes(**{name: tuple(values) for name, values in given.items()}), layers=LAYERS)
    state = weights(folder / "encoder.onnx")
    model.load_state_dict({**state, "label_out.weight": relate, "label_out.bias": bias})
    return model.eval(), given


def main() -> None:
    """Write the weights and classes as `joint.py` does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--package", type=Path, default=OUT)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    model, classes = restored(args.package)
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), args.out / "joint.pt")
    (args.out / "classes.json").write_text(json.dumps({**classes, "layers": LAYERS}, indent=1))
    print(f"restored {sum(p.numel() for p in model.parameters()):,} weights -> {args.out}")


if __name__ == "__main__":
    main()
