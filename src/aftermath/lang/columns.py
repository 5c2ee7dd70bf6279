"""Collect what a pipeline says of each paragraph and make it one `Parse` of the text."""

from dataclasses import dataclass, field

from aftermath.lang.accused import rehung
from aftermath.lang.headlines import reread
from aftermath.lang.lemma import lemma_of
from aftermath.lang.one_class import one_class
from aftermath.lang.rehanging import rehung_verbs
from aftermath.model.parse import Name, Parse, Sentence
from aftermath.model.words import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One sentence as a pipeline gives it; `heads` count from the sentence's first token.

    A root is its own head. `names` are (first token, token after the last, class). `lemmas`
    may be left empty, and are then made from form and tag. `parsed` is false where the gate
    held the sentence back.
    """

    spans: list[Span]
    pos: list[str]
    heads: list[int]
    deps: list[str]
    paragraph: int
    names: list[tuple[int, int, str]] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    parsed: bool = True


def unparsed(spans: list[Span], paragraph: int) -> Sent:
    """A sentence that was held back: tokens without syntax, each its own head."""
    size = len(spans)
    return Sent(
        spans=spans,
        pos=["X"] * size,
        heads=list(range(size)),
        deps=["dep"] * size,
        paragraph=paragraph,
        parsed=False,
    )


def to_parse(text: str, sents: list[Sent]) -> Parse:
    """Join sentences, in the order of the text, to its `Parse`."""
    spans: list[Span] = []
    lemmas: list[str] = []
    pos: list[str] = []
    feats: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    sentences: list[Sentence] = []
    names: list[Name] = []
    for sent in sents:
        base, size = len(spans), len(sent.spans)
        spans += sent.spans
        pos += sent.pos
        deps += sent.deps
        feats += sent.feats or [""] * size
        heads += [base + head for head in sent.heads]
        lemmas += sent.lemmas or [
            lemma_of(text[start:end], tag) for (start, end), tag in zip(sent.spans, sent.pos, strict=True)
        ]
        names += [Name(start=base + start, end=base + end, kind=kind) for start, end, kind in sent.names]
        sentences.append(
            Sentence(index=len(sentences), start=base, end=base + size, paragraph=sent.paragraph, parsed=sent.parsed)
        )
    words = [text[slice(*span)] for span in spans]
    heads, deps = rehung(words, lemmas, heads, deps)
    heads, deps = rehung_verbs(words, lemmas, heads, deps, pos)
    heads, deps = reread(words, lemmas, pos, heads, deps)
    return Parse(
        text=text,
        starts=tuple(start for start, _ in spans),
        ends=tuple(end for _, end in spans),
        lemmas=tuple(lemmas),
        pos=tuple(pos),
        feats=tuple(feats),
        heads=tuple(heads),
        deps=tuple(deps),
        sentences=tuple(sentences),
        names=tuple(one_class(names, lambda i: words[i])),
    )
