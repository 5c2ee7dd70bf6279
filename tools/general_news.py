"""What is read where little is to be read: claims in general news, for people to judge.

    python tools/general_news.py [--show]

Reads the 108 reports of the names corpus's test part (../shared/ner), few of them on conflict,
and prints how many hold a claim; with --show each claim, so that false ones can be counted.
Their dates are not in the corpus, so relative days stay unresolved.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "training"))

from newsprint import reports  # noqa: E402 - training/ is a folder of scripts

from aftermath import read  # noqa: E402

CORPUS = ROOT.parent / "shared" / "ner" / "newswire-test.tsv.gz"


def main() -> None:
    """Read the reports and print the count."""
    if not CORPUS.exists():
        sys.exit(f"the names corpus is not at {CORPUS}")
    records = [read(text) for text in reports(CORPUS)]
    found = {n: [c for c in r.claims if c.stance != "planned"] for n, r in enumerate(records)}
    holding = {n: claims for n, claims in found.items() if claims}
    print(f"{len(records)} reports, {len(holding)} with a claim, {sum(map(len, holding.values()))} claims")
    if "--show" in sys.argv[1:]:
        for n, claims in holding.items():
            print(f"{n}: {' '.join(records[n].report.text.split())[:90]}")
            for claim in claims:
                print(f"    {claim.event} {claim.stance}: {' '.join(claim.quotes[0].text.split())[:120]}")


if __name__ == "__main__":
    main()
