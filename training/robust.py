"""Say what share of the expectations of `tests/lang/robust.txt` a pipeline meets, by group."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "lang"))

import robust_cases

from aftermath.lang import parse


def main() -> None:
    """Measure and print, with what was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pipeline", default="", help="an installed spaCy pipeline, or its folder")
    args = parser.parse_args()
    shares = robust_cases.shares(lambda text: parse(text, pipeline=args.pipeline, gate=False))
    for group, (met, count, missed) in shares.items():
        print(f"{group}: {met}/{count}")
        print("".join(f"    {line}\n" for line in missed), end="")


if __name__ == "__main__":
    main()
