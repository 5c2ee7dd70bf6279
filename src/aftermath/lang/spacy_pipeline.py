"""Parse with a spaCy pipeline that the user has installed, if its labels are UD's.

spaCy is an optional extra: it is imported here, on use, and nothing of it leaves this
module. A pipeline labelled in another scheme (English models from spaCy's makers use
CLEAR's `dobj`, `nsubjpass`) is refused, since every reading rule would miss.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from aftermath.lang.columns import Sent, to_parse
from aftermath.lang.paragraphs import paragraphs
from aftermath.model.errors import UnsuitablePipeline
from aftermath.model.parse import Parse

if TYPE_CHECKING:
    from collections.abc import Iterator

# The 37 relations of Universal Dependencies, version 2.
RELATIONS = frozenset(
    "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse "
    "dislocated expl fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis "
    "punct reparandum root vocative xcomp".split()
)
TAGS = frozenset("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
# Name classes of other corpora under ours.
KINDS = {
    "PER": "PERSON",
    "ORG": "ORGANIZATION",
    "LOC": "LOCATION",
    "GPE": "LOCATION",
    "FAC": "FACILITY",
    "TIME": "DATE",
}


@lru_cache(maxsize=2)
def load(name: str) -> Any:
    """Load the spaCy pipeline `name`; `UnsuitablePipeline` says why where it cannot be used."""
    try:
        import spacy
    except ImportError as error:
        raise UnsuitablePipeline(
            f"the pipeline {name!r} needs spaCy, which is not installed: pip install 'aftermath[spacy]'"
        ) from error
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise UnsuitablePipeline(f"no spaCy pipeline named {name!r} is installed") from error
    _check(name, nlp)
    return nlp


def _check(name: str, nlp: Any) -> None:
    """Refuse a pipeline that has no parser, or whose relations are not UD's."""
    if "parser" not in nlp.pipe_names:
        raise UnsuitablePipeline(f"the pipeline {name!r} has no dependency parser")
    foreign = sorted(
        label
        for label in nlp.get_pipe("parser").labels
        if label.lower().partition(":")[0] not in RELATIONS and "||" not in label
    )
    if foreign:
        raise UnsuitablePipeline(
            f"the pipeline {name!r} is not labelled with Universal Dependencies: it has "
            f"{', '.join(foreign[:6])}{' and others' if len(foreign) > 6 else ''}"
        )


def parse_with(name: str, text: str, title: str = "") -> Parse:
    """Parse `text` with the spaCy pipeline `name`, paragraph by paragraph."""
    nlp = load(name)
    sents: list[Sent] = []
    spans = paragraphs(text, title)
    for number, ((start, _), doc) in enumerate(
        zip(spans, nlp.pipe(text[first:last] for first, last in spans), strict=True)
    ):
        sents += _sents(doc, start, number)
    return to_parse(text, sents)


def _sents(doc: Any, start: int, paragraph: int) -> "Iterator[Sent]":
    """The sentences of one paragraph; tokens of white space are left out."""
    for span in doc.sents:
        tokens = [token for token in span if not token.is_space]
        if not tokens:
            continue
        place = {token.i: i for i, token in enumerate(tokens)}
        yield Sent(
            spans=[(start + token.idx, start + token.idx + len(token)) for token in tokens],
            pos=[_tag(token) for token in tokens],
            heads=[place[_head(token, place)] for token in tokens],
            deps=["root" if token.dep_.lower() == "root" else token.dep_ or "dep" for token in tokens],
            paragraph=paragraph,
            names=[
                (place[inside[0]], place[inside[-1]] + 1, KINDS.get(ent.label_, ent.label_))
                for ent in span.ents
                if (inside := [token.i for token in ent if token.i in place])
            ],
            lemmas=[token.lemma_ for token in tokens] if doc.has_annotation("LEMMA") else [],
            feats=[str(token.morph) for token in tokens],
        )


def _tag(token: Any) -> str:
    """UPOS, from wherever the pipeline keeps it."""
    if token.pos_:
        return str(token.pos_)
    return str(token.tag_) if token.tag_ in TAGS else "X"


def _head(token: Any, place: dict[int, int]) -> int:
    """The nearest head that is a word of the sentence; a token with none is its own."""
    head = token.head
    while head.i not in place and head.head.i != head.i:
        head = head.head
    return int(head.i) if head.i in place else int(token.i)
