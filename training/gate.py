"""Measure the relevance gate: gold quotes kept, and sentences and words held back.

`python gate.py`. Conflict news is the annotated dev reports, general news the newswire
test split joined to text again. A quote is kept where every run that it touches is read.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from corpus import NAMES, SHARED
from newsprint import reports

from aftermath.lang.gate import passes
from aftermath.lang.paragraphs import paragraphs
from aftermath.lang.segments import segments
from aftermath.lang.tokenize import tokenize


def gated(text: str) -> list[tuple[int, int, bool, int]]:
    """The runs of a text: start, end, whether read, and words."""
    runs = [run for start, end in paragraphs(text) for run in segments(text, tokenize(text, start, end))]
    kept = passes([[text[a:b] for a, b in run] for run in runs])
    return [(run[0][0], run[-1][1], keep, len(run)) for run, keep in zip(runs, kept, strict=True)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=SHARED / "gold" / "dev")
    parser.add_argument("--lost", action="store_true", help="print the quotes that are lost")
    args = parser.parse_args()
    quotes = kept_quotes = 0
    conflict = []
    for path in sorted(args.gold.glob("*.json")):
        report = json.loads(path.read_text(encoding="utf-8"))
        runs = gated(report["text"])
        conflict += runs
        for quote in {q for claim in report["claims"] for q in claim["quotes"]}:
            start = report["text"].index(quote)
            touched = [keep for a, b, keep, _ in runs if a < start + len(quote) and start < b]
            quotes += 1
            kept_quotes += all(touched)
            if args.lost and not all(touched):
                print(f"lost in {path.stem}: {quote}")
    print(f"quotes kept {kept_quotes}/{quotes} = {kept_quotes / quotes:.4f}")
    general = [run for text in reports(NAMES / "newswire-test.tsv.gz") for run in gated(text)]
    for title, runs in (("conflict", conflict), ("general", general)):
        words = sum(size for *_, size in runs)
        skipped = sum(size for *_, keep, size in runs if not keep)
        share = sum(not keep for *_, keep, _ in runs) / len(runs)
        print(f"{title}: {share:.1%} of {len(runs):,} runs held back, {skipped / words:.1%} of {words:,} words")


if __name__ == "__main__":
    main()
