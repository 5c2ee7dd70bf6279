"""A report's text as sentences, tokens, dependencies and names.

`Parse` keeps columns, one entry a token, and hands out views: a `Token` is its entries, bound
to the tokens beside it in the tree. What is worked out of a token by its parse alone can be
kept with the parse (`once`). Tags are UPOS and relations are Universal Dependencies, whoever parsed.
Sentences that the relevance gate held back have tokens but no syntax: their `parsed` is
false, their tokens' `pos` is "X", `dep` is "dep" and each token is its own head.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

A = TypeVar("A")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A named entity: tokens `start` up to (not including) `end`, and its class.

    Classes: PERSON, LOCATION, ORGANIZATION, NORP (nationalities, religious and political
    groups), FACILITY, EVENT, DATE, MONEY, MISC as the names corpus has them, upper case.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Tokens `start` up to (not including) `end`; `paragraph` counts from 0."""

    index: int
    start: int
    end: int
    paragraph: int
    parsed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """Columns over the tokens of one text; all have the same length.

    `starts` and `ends` are character offsets: `text[starts[i]:ends[i]]` is token i's form.
    No token holds or is white space. `heads` are absolute token indices; a sentence's
    root is its own head. `pos` is UPOS, `feats` the UD features ("Number=Plur|…", or "")
    where the pipeline gives them.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lemmas: tuple[str, ...]
    pos: tuple[str, ...]
    feats: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    sentence_of: tuple[int, ...] = field(init=False, repr=False)
    _lowers: tuple[str, ...] = field(init=False, repr=False, compare=False)
    _views: "tuple[Token, ...]" = field(init=False, repr=False, compare=False)
    _answers: dict[Any, dict[int, Any]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Derive what is looked up often: the sentence and the lower case of each token, and its view."""
        owner = [0] * len(self.starts)
        for sent in self.sentences:
            owner[sent.start : sent.end] = [sent.index] * (sent.end - sent.start)
        object.__setattr__(self, "sentence_of", tuple(owner))
        forms = [self.text[start:end] for start, end in zip(self.starts, self.ends, strict=True)]
        object.__setattr__(self, "_lowers", tuple(form.lower() for form in forms))
        object.__setattr__(self, "_views", self._viewed(forms))
        object.__setattr__(self, "_answers", defaultdict(dict))

    def _viewed(self, forms: list[str]) -> "tuple[Token, ...]":
        """A view of each token, bound to those of its head and of its children."""
        bare = {dep: dep.partition(":")[0] for dep in set(self.deps)}
        names = {i: name for name in self.names for i in range(name.start, name.end)}
        views = tuple(
            Token(self, i, form, lower, lemma, pos, dep, bare[dep], self.sentences[sent], names.get(i))
            for i, (form, lower, lemma, pos, dep, sent) in enumerate(
                zip(forms, self._lowers, self.lemmas, self.pos, self.deps, self.sentence_of, strict=True)
            )
        )
        below: dict[int, list[Token]] = defaultdict(list)
        for view, head in zip(views, self.heads, strict=True):
            view.head = views[head]
            if head != view.i:
                below[head].append(view)
        for head, children in below.items():
            views[head].dependents = tuple(children)
            views[head].relations = frozenset([relation for c in children for relation in (c.dep, c.bare_dep)])
        return views

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.starts)

    def __getitem__(self, i: int) -> "Token":
        """A view of token i."""
        return self._views[i]

    def tokens(self, start: int = 0, end: int | None = None) -> "tuple[Token, ...]":
        """Views of tokens `start` up to (not including) `end`, in order."""
        return self._views[start:end]

    def lower_of(self, i: int) -> str:
        """Token i's form in lower case."""
        return self._lowers[i]


@dataclass(slots=True, eq=False)
class Token:
    """A view of one token of a parse, which makes it once and for all; nobody changes it."""

    parse: Parse = field(repr=False)
    i: int
    text: str
    """The form as printed."""
    lower: str
    """The form in lower case."""
    lemma: str
    """The base form, lower case but for names."""
    pos: str
    """The UPOS tag."""
    dep: str
    """The UD relation to the head, subtype included ("nsubj:pass")."""
    bare_dep: str
    """The relation without its subtype."""
    sent: Sentence = field(repr=False)
    """The sentence the token stands in."""
    name: Name | None
    """The name that the token is a word of, None outside names."""
    head: "Token" = field(init=False, repr=False)
    """The token's head; the root's head is the root."""
    dependents: "tuple[Token, ...]" = field(init=False, repr=False, default=())
    """All whose head the token is, in order."""
    relations: frozenset[str] = field(init=False, repr=False, default=frozenset())
    """Those in which its dependents stand to it, with and without subtype."""

    @property
    def feats(self) -> str:
        """UD features, "" where there are none."""
        return self.parse.feats[self.i]

    @property
    def name_kind(self) -> str:
        """The class of the name that the token is a word of, "" outside names."""
        return self.name.kind if self.name else ""

    @property
    def span(self) -> tuple[int, int]:
        """Character offsets of the form."""
        return self.parse.starts[self.i], self.parse.ends[self.i]

    @property
    def is_root(self) -> bool:
        """Whether the token is the root of its sentence."""
        return self.head is self

    def children(self, *deps: str) -> "Sequence[Token]":
        """Dependents in order; with `deps`, only those of these relations.

        A relation without a subtype also finds its subtypes: "nsubj" finds "nsubj:pass".
        """
        if not deps:
            return self.dependents
        if self.relations.isdisjoint(deps):
            return ()
        return [child for child in self.dependents if child.dep in deps or child.bare_dep in deps]

    def child(self, *deps: str) -> "Token | None":
        """The first dependent of these relations, or None."""
        found = self.children(*deps)
        return found[0] if found else None

    def ancestors(self) -> "Iterator[Token]":
        """Head, head's head and so on up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def subtree(self) -> list[int]:
        """Indices of the token and all below it, in order."""
        inside = [self]
        for token in inside:
            inside.extend(token.dependents)
        return sorted([token.i for token in inside])


def once(question: Callable[[Token], A]) -> Callable[[Token], A]:
    """Have a question about a token, answered by its parse alone, worked out once: the parse keeps the answer."""

    @wraps(question)
    def ask(token: Token) -> A:
        answers = token.parse._answers[question]
        if token.i not in answers:
            answers[token.i] = question(token)
        answer: A = answers[token.i]
        return answer

    return ask
