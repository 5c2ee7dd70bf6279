"""A parse of plain text for tests: words and marks as tokens, no syntax, as gated sentences have it."""

import re

from aftermath.model import Parse, Sentence


def parse_of(text: str) -> Parse:
    spots = [(m.start(), m.end()) for m in re.finditer(r"\w+|[^\w\s]", text)]
    sentences: list[Sentence] = []
    first = paragraph = 0
    for i, (start, end) in enumerate(spots):
        gap = text[end : spots[i + 1][0]] if i + 1 < len(spots) else "\n"
        stop = text[start:end] in ".!?" and gap and text[spots[i - 1][0] : start] not in ("Nov", "Oct", "Sept")
        if stop or "\n" in gap:
            sentences.append(Sentence(index=len(sentences), start=first, end=i + 1, paragraph=paragraph, parsed=False))
            first, paragraph = i + 1, paragraph + ("\n" in gap)
    n = len(spots)
    return Parse(
        text=text,
        starts=tuple(s for s, _ in spots),
        ends=tuple(e for _, e in spots),
        lemmas=tuple(text[s:e].lower() for s, e in spots),
        pos=("X",) * n,
        feats=("",) * n,
        heads=tuple(range(n)),
        deps=("dep",) * n,
        sentences=tuple(sentences),
        names=(),
    )
