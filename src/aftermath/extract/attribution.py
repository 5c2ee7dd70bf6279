"""Who says what: for every token of a report, the voice in which it is told.

A voice is a speaker and what the speaker does to the words (asserts, accuses, denies,
condemns). It is found by walking from a token up to the root of its sentence: the first
verb of saying of which the token is content gives the innermost speaker. Quotations carry
their speaker over sentences. Where no speaker is found the report tells it in its own voice.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from aftermath.extract.lexicon import Row, table
from aftermath.extract.phrases import conjuncts, preposition
from aftermath.model import Parse, Sentence, Token

CONTENT = {"ccomp", "xcomp", "obj", "parataxis", "csubj", "obl", "advcl", "acl", "dep"}
NOMINAL_PARTS = {"NOUN", "PROPN", "ADJ", "DET", "CCONJ", "ADP", "NUM", "PART", "X", "SYM"}
ORGANISATIONS = frozenset(
    "group organisation organization agency monitor network observatory watchdog ministry body newspaper paper charity"
    " committee command commission company station channel broadcaster".split()
)
INVERTING = {",", '"', "”", "''", "’"}
PRONOUNS = {"he", "she", "it", "they", "who", "which", "that", "him", "her", "them"}


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker (head tokens; none where nobody is named) and what is done to the content.

    `effect`: say, accuse, deny or condemn. `verb` is the index of the verb of saying, -1 for
    "according to". `why` names the rule and the table row.
    """

    speakers: tuple[int, ...]
    effect: str
    verb: int
    why: str


@dataclass(slots=True)
class Voices:
    """The voices of one report, found on demand and kept by token."""

    parse: Parse
    _by_quote: dict[int, Voice | None]
    _heads: dict[int, Row]
    _quoted: list[bool]
    trails: dict[int, tuple[int, Voice] | None] = field(default_factory=dict)

    def at(self, token: Token) -> Voice | None:
        """The innermost voice in which a token is told, None for the report's own."""
        found = self._climb(token)
        if found is None or not found.speakers:
            found = trailing(self, token) or found
        if found is None:
            found = self._sentence_source(token.sent)
        if found is not None:
            return found
        if self._quoted[token.i]:
            return self._by_quote.get(token.sent.index)
        return None

    def is_speech(self, token: Token) -> bool:
        """Whether the token is a verb of saying that has a speaker or content of its own."""
        return token.i in self._heads

    def denial(self, token: Token) -> Voice | None:
        """Who denies an event in a clause that hangs on its noun ("an attack which the army denies")."""
        if token.pos not in {"NOUN", "PROPN"}:
            return None
        for clause in token.children("acl"):
            row = self._heads.get(clause.i)
            if row is not None and _effect(row) == "deny" and clause.dep == "acl:relcl":
                speakers = tuple(i for i in self.speakers(clause) if i != token.i)
                if speakers:
                    return Voice(speakers, "deny", clause.i, f"{clause.text} ({row.where})")
        return None

    def is_trailing(self, i: int) -> bool:
        """Whether the token is a speaker set behind its sentence."""
        trail = _trail(self, self.parse[i].sent)
        return trail is not None and i in trail[1].speakers

    def quoted(self, token: Token) -> bool:
        """Whether the token stands within quotation marks."""
        return self._quoted[token.i]

    def _sentence_source(self, sent: Sentence) -> Voice | None:
        """A source named by "according to" anywhere in the sentence: it vouches for all of it."""
        for i in range(sent.start, sent.end):
            if self.parse[i].lower == "according":
                for token in (self.parse[i].head, self.parse[i].head.head):
                    found = self._according(token)
                    if found is not None:
                        return found
        return None

    def _climb(self, token: Token) -> Voice | None:
        child = token
        while True:
            source = self._according(child)
            if source is not None:
                return source
            said = self._beside(child)
            if said is not None:
                return said
            if child.is_root:
                return None
            head = child.head
            if head.i in self._heads and child.dep.partition(":")[0] in CONTENT and not self._is_source(child, head):
                voice = self._voice(head, child)
                if voice is not None:
                    return voice
            child = head

    def _is_source(self, child: Token, head: Token) -> bool:
        """Whether the child is the speaker or setting of the verb of saying, not its content."""
        dep = child.dep
        if dep == "obl:agent":
            return True
        if dep.startswith("obl"):
            return not (_effect(self._heads[head.i]) in {"accuse", "deny", "condemn"} or preposition(child) in {"of", "about", "for"})
        if dep.startswith("advcl"):
            return _marker(child) in {"when", "while", "after", "before", "if", "as", "because", "since", "amid", "until"}
        if dep in {"obj", "xcomp"} and self._heads[head.i]["content"] == "clause" and not _passive(head):
            return True
        if dep == "obj":
            return head.lemma in {"tell", "inform", "quote", "cite", "warn"} and child.pos in {"PROPN", "PRON"}
        return False

    def _voice(self, verb: Token, child: Token) -> Voice | None:
        row = self._heads[verb.i]
        effect = _effect(row)
        if verb.lemma in {"quote", "cite"} and (obj := verb.child("obj")) and child.i != obj.i:
            return Voice(tuple(t.i for t in conjuncts(obj)), effect, verb.i, f"quoted ({row.where})")
        speakers = self.speakers(verb)
        if not speakers and not _passive(verb) and child.dep != "ccomp" and child.dep != "parataxis":
            return None
        return Voice(tuple(speakers), effect, verb.i, f"{verb.text} ({row.where})")

    def speakers(self, verb: Token) -> list[int]:
        """Head tokens of who speaks a verb of saying; pronouns are resolved, [] if nobody is named."""
        subject = _subject(verb)
        if subject is None:
            return []
        if subject.lower in PRONOUNS and subject.pos in {"PRON", "DET", "SCONJ"}:
            resolved = self.antecedent(subject)
            return [resolved] if resolved is not None else []
        return [self._named(t).i for t in conjuncts(subject) if t.pos in {"NOUN", "PROPN", "NUM", "ADJ", "PRON", "X"}]

    def _named(self, speaker: Token) -> Token:
        """The full name that "the group" or "the Observatory" stands for, if one spoke before."""
        words = self.parse.text[slice(*speaker.span)]
        bare = speaker.lower in ORGANISATIONS and not any(speaker.children("amod", "compound", "nmod", "flat", "acl"))
        if not bare or not any(c.lower in {"the", "this"} for c in speaker.children("det")):
            return speaker
        for name in reversed([n for n in self.parse.names if n.end <= speaker.i and n.kind == "ORGANIZATION"]):
            inside = range(name.start, name.end)
            if any(self.parse[i].text == words for i in inside) or any(_speaks(self, i) for i in inside):
                return self.parse[name.end - 1] if self.parse.pos[name.end - 1] != "PUNCT" else self.parse[name.start]
        return speaker

    def antecedent(self, pronoun: Token) -> int | None:
        """The noun that a pronoun subject of saying stands for, by nearness and agreement."""
        if pronoun.lower in {"who", "which", "that"}:
            clause = pronoun.head
            return clause.head.i if clause.dep.startswith("acl") else None
        person = pronoun.lower in {"he", "she", "him", "her"}
        for verb in range(pronoun.i - 1, -1, -1):
            if verb in self._heads:
                subject = _subject(self.parse[verb])
                if subject is None or subject.i >= pronoun.i or subject.pos == "PRON" or subject.i == pronoun.i:
                    continue
                if _agrees(subject, person=person, plural=pronoun.lower in {"they", "them"}):
                    return subject.i
        return None

    def _according(self, child: Token) -> Voice | None:
        for obl in child.children("obl", "nmod", "advcl", "advmod"):
            if (preposition(obl) in {"according to", "according"} or _accord(obl)) and obl.pos != "PRON":
                target = _accord(obl) or obl
                return Voice(tuple(t.i for t in conjuncts(target)), "say", -1, "according to")
        return None

    def _beside(self, child: Token) -> Voice | None:
        """A verb of saying set beside the clause: "..., residents said", "as residents put it"."""
        for verb in child.children("parataxis", "advcl"):
            if verb.i not in self._heads or not _subject(verb):
                continue
            if verb.dep.startswith("advcl") and _marker(verb) != "as":
                continue
            if verb.child("ccomp") is not None and verb.dep.startswith("parataxis") and verb.i > child.i:
                continue
            speakers = self.speakers(verb)
            if speakers:
                return Voice(tuple(speakers), _effect(self._heads[verb.i]), verb.i, f"{verb.text} ({self._heads[verb.i].where})")
        return None


def _speaks(voices: Voices, i: int) -> bool:
    token = voices.parse[i]
    if token.dep.startswith("nsubj") and token.head.i in voices._heads:
        return True
    return _accord(token.head) is not None or preposition(token).startswith("according") or voices.is_trailing(i)


def trailing(voices: Voices, token: Token) -> Voice | None:
    """A speaker set behind the sentence ("..., residents said"), found in the words alone.

    Parsers often mistake long sentences of this shape; the shape itself is plain.
    """
    sent = token.sent
    if sent.index not in voices.trails:
        voices.trails[sent.index] = _trail(voices, sent)
    trail = voices.trails[sent.index]
    return trail[1] if trail is not None and token.i < trail[0] else None


def _trail(voices: Voices, sent: Sentence) -> tuple[int, Voice] | None:
    parse = voices.parse
    for verb in range(sent.end - 1, max(sent.start + 3, sent.end - 14), -1):
        if verb not in voices._heads:
            if parse.pos[verb] in {"VERB", "AUX"}:
                return None
            continue
        before = _phrase_before(parse, sent, verb)
        if before is not None:
            return before[0], _trailing_voice(voices, verb, before[1])
        after = _phrase_after(parse, sent, verb)
        if after is not None:
            return verb, _trailing_voice(voices, verb, after)
        return None
    return None


def _trailing_voice(voices: Voices, verb: int, speakers: list[int]) -> Voice:
    row = voices._heads[verb]
    resolved = [voices.antecedent(voices.parse[i]) if voices.parse.pos[i] == "PRON" else i for i in speakers]
    return Voice(tuple(i for i in resolved if i is not None), _effect(row), verb, f"behind the sentence: {row.where}")


def _phrase_before(parse: Parse, sent: Sentence, verb: int) -> tuple[int, list[int]] | None:
    """Where a noun phrase between a comma and the verb starts, and its heads."""
    i = verb - 1
    while i > sent.start and parse.pos[i] in NOMINAL_PARTS | {"PRON"} and verb - i < 16:
        i -= 1
    if parse[i].text not in {",", '"', "”", "’’", "''"} or i == verb - 1:
        return None
    while i > sent.start and _is_list_comma(parse, i, verb):
        i -= 1
        while i > sent.start and parse.pos[i] in NOMINAL_PARTS:
            i -= 1
    return (i, _list_heads(parse, i + 1, verb)) if parse[i].text in {",", '"', "”"} else None


def _is_list_comma(parse: Parse, i: int, verb: int) -> bool:
    """Whether the comma only parts the speakers of a list ("rebels, rescuers and residents said")."""
    listed = any(parse[k].lower in {"and", "or"} for k in range(i + 1, verb))
    words = [k for k in range(i + 1, verb) if parse.pos[k] in {"NOUN", "PROPN"}]
    short = i >= 1 and parse.pos[i - 1] == "NOUN" and parse[i - 2].text in {","}
    return listed and short and len(words) <= 4


def _phrase_after(parse: Parse, sent: Sentence, verb: int) -> list[int] | None:
    """The heads of a noun phrase that follows ", said" up to a comma or the sentence's end."""
    if verb == sent.start or parse[verb - 1].text not in {",", '"', "”"}:
        return None
    end = verb + 1
    while end < sent.end and parse.pos[end] in NOMINAL_PARTS:
        end += 1
    return _list_heads(parse, verb + 1, end) or None


def _list_heads(parse: Parse, start: int, end: int) -> list[int]:
    """The last noun before a preposition in each part of a list; a name counts as a whole."""
    heads: list[int] = []
    open_ = True
    for i in range(start, end):
        text = parse[i].lower
        if text in {"and", ",", "or"} and not any(n.start <= i < n.end for n in parse.names):
            open_ = True
        elif parse.pos[i] == "ADP":
            open_ = False if heads else open_
        elif parse.pos[i] in {"NOUN", "PROPN", "PRON"} and (open_ is True or (heads and open_ == len(heads))):
            if open_ is True:
                heads.append(i)
                open_ = len(heads)  # type: ignore[assignment]
            else:
                heads[-1] = i
    return heads


def voices(parse: Parse) -> Voices:
    """The voices of a report."""
    heads = {i: row for i, row in _speech_verbs(parse)}
    out = Voices(parse=parse, _by_quote={}, _heads=heads, _quoted=_quoted(parse))
    out._by_quote.update(_quote_speakers(out))
    return out


def _speech_verbs(parse: Parse) -> Iterator[tuple[int, Row]]:
    rows = table("speech")
    for i, pos in enumerate(parse.pos):
        if pos in {"VERB", "AUX"} and (row := rows.first(parse[i])) is not None:
            yield i, row


def _effect(row: Row) -> str:
    return row["effect"]


def _passive(verb: Token) -> bool:
    return any(c.dep in {"nsubj:pass", "aux:pass", "csubj:pass"} for c in verb.children())


def _marker(clause: Token) -> str:
    mark = clause.child("mark") or clause.child("advmod")
    return mark.lower if mark and mark.i < clause.i else ""


def _accord(token: Token) -> Token | None:
    """The source in "according to X" where the parser made "according" a verb."""
    if token.lower != "according":
        return None
    return token.child("obl", "nmod", "obj")


def _subject(verb: Token) -> Token | None:
    """Who speaks: the verb's subject or agent, or that of the verb it is coordinated with."""
    if _passive(verb):
        for child in verb.children("obl"):
            if child.dep == "obl:agent" or preposition(child) == "by":
                return child
        return None
    subject = verb.child("nsubj")
    if subject is not None:
        return subject
    behind = verb.child("obj", "dep", "obl", "appos")
    if behind is not None and behind.i > verb.i and verb.i > verb.sent.start and verb.parse[verb.i - 1].text in INVERTING:
        return behind if not preposition(behind) else None
    if verb.dep in {"conj", "xcomp"} or (verb.dep.startswith("advcl") and verb.lower.endswith("ing")):
        return _subject(verb.head) if verb.head.pos in {"VERB", "AUX"} and not verb.is_root else None
    if verb.dep.startswith("acl") and verb.lower.endswith("ing"):
        return verb.head
    return None


def _agrees(noun: Token, *, person: bool, plural: bool) -> bool:
    is_person = any(n.start <= noun.i < n.end and n.kind == "PERSON" for n in noun.parse.names)
    if plural:
        return "Number=Plur" in noun.feats or noun.lower.endswith("s")
    if person:
        return is_person or noun.pos == "NOUN" and "Number=Plur" not in noun.feats
    return not is_person and noun.pos != "PRON"


def _quoted(parse: Parse) -> list[bool]:
    """Which tokens stand within quotation marks; an unclosed quotation ends with its paragraph's end.

    A quotation that runs over paragraphs opens again at each: the mark then follows a break.
    """
    out, open_ = [False] * len(parse), False
    paragraph = -1
    for sent in parse.sentences:
        for i in range(sent.start, sent.end):
            text = parse[i].text
            if sent.paragraph != paragraph:
                paragraph = sent.paragraph
                open_ = False
            if text in {'"', "``", "''"}:
                open_ = not open_
            elif text in {"“", "«", "„"}:
                open_ = True
            elif text in {"”", "»"}:
                open_ = False
            else:
                out[i] = open_
    return out


def _quote_speakers(voices: Voices) -> dict[int, Voice | None]:
    """The speaker of each sentence that is wholly or partly quoted and names none itself.

    The speaker stands in a neighbouring sentence: the one before where the quotation runs on
    from it, else the one after ("… ." she said), else the last speaker of the paragraph.
    """
    parse, out = voices.parse, {}
    last: Voice | None = None
    for sent in parse.sentences:
        own = [_own(voices, parse[i]) for i in range(sent.start, sent.end) if i in voices._heads and not voices._quoted[i]]
        spoken = [v for v in own if v is not None]
        if spoken:
            last = spoken[0]
            out[sent.index] = last
        elif any(voices._quoted[sent.start : sent.end]):
            out[sent.index] = last
        elif sent.index and parse.sentences[sent.index - 1].paragraph != sent.paragraph:
            last = None
    return out


def _own(voices: Voices, verb: Token) -> Voice | None:
    speakers = voices.speakers(verb)
    if not speakers:
        return None
    row = voices._heads[verb.i]
    return Voice(tuple(speakers), _effect(row), verb.i, f"quotation beside {verb.text} ({row.where})")
