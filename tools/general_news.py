"""What is read where little is to be read: claims in general news, for people to judge.

    python tools/general_news.py [--show] [--part test|dev|train]

Reads the reports of a part of the names corpus (../shared/ner; 108 of test, 108 of dev, 859 of train), few of
them on conflict, and prints how many hold a claim; with --show each claim, so that false ones can be counted.
Their dates are not in the corpus, so relative days stay unresolved.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "training"))

from newsprint import reports  # noqa: E402 - training/ is a folder of scripts

from aftermath import read  # noqa: E402

CORPUS = ROOT.parent / "shared" / "ner"


def main() -> None:
    """Read the reports and print the count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print each claim")
    parser.add_argument("--part", choices=("test", "dev", "train"), default="test")
    args = parser.parse_args()
    part = CORPUS / f"newswire-{args.part}.tsv.gz"
    if not part.exists():
        sys.exit(f"the names corpus is not at {CORPUS}")
    records = [read(text) for text in reports(part)]
    found = {n: [c for c in r.claims if c.stance != "planned"] for n, r in enumerate(records)}
    holding = {n: claims for n, claims in found.items() if claims}
    print(f"{len(records)} reports, {len(holding)} with a claim, {sum(map(len, holding.values()))} claims")
    if args.show:
        for n, claims in holding.items():
            print(f"{n}: {' '.join(records[n].report.text.split())[:90]}")
            for claim in claims:
                print(f"    {claim.event} {claim.stance}: {' '.join(claim.quotes[0].text.split())[:120]}")


if __name__ == "__main__":
    main()
