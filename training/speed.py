"""Measure words a second on one core, with and without the gate, the start, and the memory.

Conflict news is the annotated dev reports, general news the newswire test split set back
to text. Time is processor time, so that other work on the machine matters less.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from pathlib import Path

from corpus import NAMES, SHARED
from newsprint import reports

from aftermath.lang import load, parse


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pipeline", default="", help="an installed spaCy pipeline, or its folder")
    parser.add_argument("--gold", type=Path, default=SHARED / "gold" / "dev")
    args = parser.parse_args()
    before = time.process_time()
    load(args.pipeline)
    parse("Rebels attacked.", pipeline=args.pipeline)
    print(f"start {time.process_time() - before:.2f} s")
    conflict = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in sorted(args.gold.glob("*.json"))]
    general = reports(NAMES / "newswire-test.tsv.gz")
    for title, texts in (("conflict", conflict), ("general", general)):
        for gate in (False, True):
            before = time.process_time()
            words = sum(len(parse(text, pipeline=args.pipeline, gate=gate)) for text in texts)
            spent = time.process_time() - before
            print(f"{title} news, gate {'on' if gate else 'off'}: {words / spent:,.0f} words/s")
    # Linux counts kilobytes.
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
