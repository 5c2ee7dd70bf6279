"""A report's text as sentences, tokens, dependencies and names.

`Parse` keeps columns, one entry a token, and hands out light views: a `Token` is a parse
and an index. Tags are UPOS and relations are Universal Dependencies, whoever parsed.
Sentences that the relevance gate held back have tokens but no syntax: their `parsed` is
false, their tokens' `pos` is "X", `dep` is "dep" and each token is its own head.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


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
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)
    _lowers: tuple[str, ...] = field(init=False, repr=False, compare=False)
    _bare_deps: tuple[str, ...] = field(init=False, repr=False, compare=False)
    _views: "tuple[Token, ...]" = field(init=False, repr=False, compare=False)
    _name_of: Mapping[int, Name] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Derive what is looked up often: tokens as views, in lower case, with sentence, children and bare relation."""
        children: list[list[int]] = [[] for _ in self.starts]
        for i, head in enumerate(self.heads):
            if head != i:
                children[head].append(i)
        object.__setattr__(self, "_children", tuple(map(tuple, children)))
        lowers = (self.text[a:b].lower() for a, b in zip(self.starts, self.ends, strict=True))
        object.__setattr__(self, "_lowers", tuple(lowers))
        object.__setattr__(self, "_bare_deps", tuple(dep.partition(":")[0] for dep in self.deps))
        owner = [0] * len(self.starts)
        for sent in self.sentences:
            for i in range(sent.start, sent.end):
                owner[i] = sent.index
        object.__setattr__(self, "sentence_of", tuple(owner))
        object.__setattr__(self, "_name_of", {i: name for name in self.names for i in range(name.start, name.end)})
        object.__setattr__(self, "_views", tuple(Token(self, i) for i in range(len(self.starts))))

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.starts)

    def __getitem__(self, i: int) -> "Token":
        """A view of token i."""
        return self._views[i]

    def tokens(self, start: int = 0, end: int | None = None) -> Iterator["Token"]:
        """Views of tokens `start` up to (not including) `end`, in order."""
        yield from self._views[start:end]

    def lower_of(self, i: int) -> str:
        """Token i's form in lower case."""
        return self._lowers[i]

    def children_of(self, i: int) -> tuple[int, ...]:
        """The indices of token i's dependents, in order."""
        return self._children[i]


@dataclass(frozen=True, slots=True)
class Token:
    """A view of one token of a parse."""

    parse: Parse
    i: int

    @property
    def text(self) -> str:
        """The form as printed."""
        return self.parse.text[self.parse.starts[self.i] : self.parse.ends[self.i]]

    @property
    def lower(self) -> str:
        """The form in lower case."""
        return self.parse._lowers[self.i]

    @property
    def lemma(self) -> str:
        """The base form, lower case but for names."""
        return self.parse.lemmas[self.i]

    @property
    def pos(self) -> str:
        """The UPOS tag."""
        return self.parse.pos[self.i]

    @property
    def dep(self) -> str:
        """The UD relation to the head, subtype included ("nsubj:pass")."""
        return self.parse.deps[self.i]

    @property
    def feats(self) -> str:
        """UD features, "" where there are none."""
        return self.parse.feats[self.i]

    @property
    def name(self) -> Name | None:
        """The name that the token is a word of, None outside names."""
        return self.parse._name_of.get(self.i)

    @property
    def name_kind(self) -> str:
        """The class of the name that the token is a word of, "" outside names."""
        name = self.name
        return name.kind if name else ""

    @property
    def span(self) -> tuple[int, int]:
        """Character offsets of the form."""
        return self.parse.starts[self.i], self.parse.ends[self.i]

    @property
    def sent(self) -> Sentence:
        """The sentence the token stands in."""
        return self.parse.sentences[self.parse.sentence_of[self.i]]

    @property
    def head(self) -> "Token":
        """The token's head; the root's head is the root."""
        return self.parse._views[self.parse.heads[self.i]]

    @property
    def is_root(self) -> bool:
        """Whether the token is the root of its sentence."""
        return self.parse.heads[self.i] == self.i

    def children(self, *deps: str) -> "Iterator[Token]":
        """Dependents in order; with `deps`, only those of these relations.

        A relation without a subtype also finds its subtypes: "nsubj" finds "nsubj:pass".
        """
        parse = self.parse
        views = parse._views
        for j in parse._children[self.i]:
            if not deps or parse.deps[j] in deps or parse._bare_deps[j] in deps:
                yield views[j]

    def child(self, *deps: str) -> "Token | None":
        """The first dependent of these relations, or None."""
        parse = self.parse
        for j in parse._children[self.i]:  # asked most of all, so without an iterator
            if not deps or parse.deps[j] in deps or parse._bare_deps[j] in deps:
                return parse._views[j]
        return None

    def ancestors(self) -> "Iterator[Token]":
        """Head, head's head and so on up to the root."""
        views, heads = self.parse._views, self.parse.heads
        i = self.i
        while heads[i] != i:
            i = heads[i]
            yield views[i]

    def subtree(self) -> list[int]:
        """Indices of the token and all below it, in order."""
        children = self.parse._children
        out, queue = [], [self.i]
        while queue:
            i = queue.pop()
            out.append(i)
            queue.extend(children[i])
        return sorted(out)
