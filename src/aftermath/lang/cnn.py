"""The quick start: the CNN candidate run by spaCy over our own tokens."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from aftermath.lang.columns import Sent, to_parse
from aftermath.lang.paragraphs import paragraphs
from aftermath.lang.tokenize import tokenize
from aftermath.model.parse import Parse
from aftermath.model.words import Span


@lru_cache(maxsize=1)
def load() -> Any:
    """Load the packaged pipeline once a process."""
    import spacy

    return spacy.load(Path(__file__).parent / "en" / "cnn")


def parse(text: str) -> Parse:
    """Parse `text`, paragraph by paragraph."""
    from spacy.tokens import Doc

    nlp = load()
    tokens = [tokenize(text, start, end) for start, end in paragraphs(text)]
    docs = [Doc(nlp.vocab, words=[text[a:b] for a, b in spans], spaces=_spaces(spans)) for spans in tokens]
    sents = []
    for number, (spans, doc) in enumerate(zip(tokens, nlp.pipe(docs), strict=True)):
        for span in doc.sents:
            sents.append(
                Sent(
                    spans=spans[span.start : span.end],
                    pos=[token.tag_ for token in span],
                    heads=[token.head.i - span.start for token in span],
                    deps=["root" if token.dep_ == "ROOT" else token.dep_ for token in span],
                    paragraph=number,
                    names=[(ent.start - span.start, ent.end - span.start, ent.label_) for ent in span.ents],
                )
            )
    return to_parse(text, sents)


def _spaces(spans: list[Span]) -> list[bool]:
    """Whether white space follows each token."""
    return [a[1] < b[0] for a, b in zip(spans, spans[1:], strict=False)] + [False] * bool(spans)
