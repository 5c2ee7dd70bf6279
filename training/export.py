"""Package the trained joint model: one ONNX graph with eight-bit weights, and its classes.

`python export.py --model DIR` writes `encoder.onnx` and `classes.json` into the package.
Matrix products run in eight bits, scaled a channel and kept to seven bits so that processors
without VNNI instructions, whose sums would saturate, give what others give (the dev part's
LAS falls by 0.1 from whole numbers to eight bits, and no further to seven); the word-piece table, looked up and
never multiplied, is kept in eight bits a row and scaled after the look-up.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import onnx
import torch
from batches import Classes
from heads import SHAPES, Joint
from joint import build
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

OUT = Path(__file__).resolve().parents[1] / "src" / "aftermath" / "lang" / "en"


class SmallTable(nn.Module):
    """A look-up table of signed bytes with one scale a row."""

    def __init__(self, table: nn.Embedding) -> None:
        super().__init__()
        weight = table.weight.detach()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("bytes", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """Look rows up and scale them."""
        return self.bytes[ids].to(torch.float32) * self.scale[ids]


def load(folder: Path) -> tuple[Joint, dict[str, list[str]]]:
    """The trained model, ready to run, and its classes."""
    given = json.loads((folder / "classes.json").read_text())
    layers = given.pop("layers")
    classes = Classes(**{name: tuple(values) for name, values in given.items()})
    model = build(classes, layers=layers)
    model.load_state_dict(torch.load(folder / "joint.pt", map_location="cpu"))
    return model.eval(), given


def write_graph(model: Joint, out: Path) -> None:
    """Trace the model, quantise its products, and write the graph."""
    model.encoder.words = SmallTable(model.encoder.words)  # type: ignore[assignment]
    # Three rows of unlike length, so that nothing of the sample's sizes is traced as fixed.
    ids = torch.ones(3, 11, dtype=torch.int64)
    shapes = torch.ones(3, 11, dtype=torch.int64).clamp(max=SHAPES - 1)
    mask = torch.ones(3, 11)
    first = torch.arange(1, 8).expand(3, 7).contiguous()
    axes = {name: {0: "batch", 1: "pieces"} for name in ("ids", "shapes", "mask")}
    axes["first"] = {0: "batch", 1: "words"}
    names = ["tags", "feats", "ends", "names", "arcs", "dependents", "heads"]
    axes |= {name: {0: "batch", 1: "words"} for name in names}
    axes["arcs"][2] = "words"
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            model,
            (ids, shapes, mask, first),
            str(whole),
            input_names=["ids", "shapes", "mask", "first"],
            output_names=names,
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            whole,
            out,
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
        )
    onnx.checker.check_model(str(out))


def main() -> None:
    """Package the model of `--model`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    model, classes = load(args.model)
    tables = {
        **classes,
        "relate": [[round(x, 5) for x in row] for row in model.label_out.weight.tolist()],
        "relate_bias": [round(x, 5) for x in model.label_out.bias.tolist()],
    }
    (args.out / "classes.json").write_text(json.dumps(tables) + "\n", encoding="utf-8")
    write_graph(model, args.out / "encoder.onnx")
    print(f"{(args.out / 'encoder.onnx').stat().st_size / 1e6:.1f} MB -> {args.out}")


if __name__ == "__main__":
    main()
