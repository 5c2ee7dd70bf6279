"""Write the lemma table: the treebank's lemmas, and every form that the rules get wrong.

Known lemmas come from the train part alone; a form is an exception where its most frequent
lemma in that part differs from what `aftermath.lang.lemma` gives by rule.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from corpus import TREEBANK, read_sentences

from aftermath.lang.lemma import by_rule

OUT = Path(__file__).resolve().parents[1] / "src" / "aftermath" / "lang" / "en" / "lemmas.tsv"
IRREGULAR = Path(__file__).with_name("irregular.txt")
OPEN = ("NOUN", "VERB", "ADJ", "ADV")


def counted(path: Path) -> dict[tuple[str, str], Counter[str]]:
    """Count the lemmas that each (tag, form) has, both in lower case."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in read_sentences(path):
        for word, tag, lemma in zip(sentence.words, sentence.tags, sentence.lemmas, strict=True):
            if tag not in ("PROPN", "X", "PUNCT", "SYM") and lemma != "_":
                form = word.replace("’", "'").lower()
                seen[tag, form][lemma.replace("’", "'").lower()] += 1
    return seen


def irregular() -> dict[tuple[str, str], str]:
    """Read `irregular.txt`: forms that the treebank may lack."""
    rows = IRREGULAR.read_text(encoding="utf-8").splitlines()
    words = [row.split() for row in rows if not row.startswith("#")]
    return {(tag, form): lemma for tag, lemma, *forms in words for form in forms}


def main() -> None:
    """Count, compare with the rules, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    seen = counted(TREEBANK / "en-train.conllu.gz")
    known = frozenset(
        (tag, lemma)
        for (tag, form), lemmas in seen.items()
        if tag in OPEN
        for lemma, count in lemmas.items()
        if lemma.isalpha() and (count > 1 or lemma == form)
    )
    given_forms = irregular()
    known |= {(tag, lemma) for (tag, _), lemma in given_forms.items()}
    lines = []
    for tag in OPEN:
        words = " ".join(sorted(lemma for t, lemma in known if t == tag))
        lines.append(f"{tag}\t\t{words}")
    for tag, form in sorted(seen.keys() | given_forms.keys()):
        lemma, count = seen[tag, form].most_common(1)[0] if seen[tag, form] else ("", 0)
        lemma = given_forms.get((tag, form), lemma)
        given = by_rule(form, tag, known)
        # A single sighting of an odd pair is more often a misprint than a rule, unless we say so ourselves.
        misprint = count == 1 and tag in OPEN and lemma[:2] != form[:2] and (tag, form) not in given_forms
        if lemma != given and not misprint and "\t" not in form + lemma:
            lines.append(f"{tag}\t{form}\t{lemma}")
    args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(known):,} known lemmas, {len(lines) - len(OPEN):,} exceptions -> {args.out}")


if __name__ == "__main__":
    main()
