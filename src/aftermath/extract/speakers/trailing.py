"""Speakers set behind a sentence ("..., rebels, rescuers and residents said"), found in the words alone.

Parsers often mistake long sentences of this shape; the shape itself is plain.
"""

from aftermath.extract.speakers.speech import Speech, Voice, sources_in
from aftermath.model import Parse, Sentence

NOMINAL_PARTS = frozenset({"NOUN", "PROPN", "ADJ", "DET", "CCONJ", "ADP", "NUM", "PART", "X", "SYM", "PRON"})
BREAKS = frozenset({",", '"', "”", "’’", "''"})
REACH = 14
"""How far from the sentence's end, in tokens, the verb of saying may stand."""
LONGEST = 16
"""How many tokens the speaker's phrase may have."""

CHARGING = frozenset({"accuse", "blame"})
"""Effects of verbs whose object stands behind them, so that what stands before is not their content."""


def trail(speech: Speech, sent: Sentence) -> tuple[int, Voice] | None:
    """The token at which what is said ends, and the voice; None where no speaker stands behind."""
    parse = speech.parse
    for verb in range(sent.end - 1, max(sent.start + 3, sent.end - REACH), -1):
        if verb in speech.rows:
            effect = speech.rows[verb]["effect"]
            if effect in CHARGING:
                return None
            if speech.rows[verb]["content"] == "that" and not _has_quotation(parse, sent):
                return None  # "... entered the city, and gunfire continued"
            if effect != "deny" and any(c.lower == "which" for c in parse[verb].children("obj")):
                return None  # "Taiwan, which Beijing claims as its own"
            found = _before(parse, sent, verb)
            if found is None and effect != "deny" and not any(t.i < verb for t in parse[verb].children("nsubj")):
                found = _after(parse, sent, verb)
            found = found or _unmarked(parse, sent, verb)
            if found is None:
                return None
            end, heads = found
            return end, speech.voiced(parse[verb], _named(speech, heads), "behind the sentence: ")
        if parse.pos[verb] in {"VERB", "AUX"}:
            return None
    return None


def _has_quotation(parse: Parse, sent: Sentence) -> bool:
    return any(parse[i].text in BREAKS | {"“", "``"} and parse[i].text != "," for i in range(sent.start, sent.end))


def _named(speech: Speech, heads: list[int]) -> list[int]:
    parse = speech.parse
    heads = [t.i for t in sources_in([parse[i] for i in heads])]
    resolved = [speech.antecedent(parse[i]) if parse.pos[i] == "PRON" else i for i in heads]
    return [i for i in resolved if i is not None]


def _before(parse: Parse, sent: Sentence, verb: int) -> tuple[int, list[int]] | None:
    """Where a noun phrase between a comma and the verb starts, and its heads."""
    i = _back(parse, sent, verb - 1, verb)
    if parse[verb - 1].lower in {"who", "which"} or parse[i + 1].lower == "whose" or _goes_on(parse, i, verb):
        return None  # "blamed the Taliban, who denied it", "troops, whose presence Moscow denied"
    if i == verb - 1 and parse[i].text == ",":
        return _titled(parse, sent, verb)
    if parse[i].text not in BREAKS or i == verb - 1:
        return None
    while i > sent.start and _parts_list(parse, i, verb):
        i = _back(parse, sent, i - 1, verb)
    return (i, _heads(parse, i + 1, verb)) if parse[i].text in BREAKS else None


def _goes_on(parse: Parse, i: int, verb: int) -> bool:
    """Whether the sentence goes on with another deed of somebody ("killing 11, and the Taliban announced a truce")."""
    led = parse[i].text in BREAKS and parse[i + 1].lower in {"and", "but"}
    return led and parse.deps[verb] == "conj" and parse[verb].child("obj") is not None


def _unmarked(parse: Parse, sent: Sentence, verb: int) -> tuple[int, list[int]] | None:
    """The subject of a verb of saying that ends a sentence without commas ("... killed 12 people the monitor said").

    The parser hangs such a verb on the last noun, of which nothing is said.
    """
    said = parse[verb]
    subject = said.child("nsubj")
    last = all(parse.pos[i] == "PUNCT" for i in range(verb + 1, sent.end))
    if not last or subject is None or said.dep != "acl:relcl" or any(said.children("obj", "ccomp", "obl", "mark")):
        return None
    if subject.pos not in {"NOUN", "PROPN"} or subject.i > verb or not any(subject.children("det", "compound", "amod")):
        return None
    start = subject.subtree()[0]
    return (start, [subject.i]) if start > said.head.i else None


def _titled(parse: Parse, sent: Sentence, verb: int) -> tuple[int, list[int]] | None:
    """A title with the name between commas before the verb: "its director, Zafar Iqbal, said"."""
    comma = _back(parse, sent, verb - 2, verb)
    people = [t.i for t in parse.tokens(comma + 1, verb) if t.name_kind == "PERSON"]
    if parse[comma].text != "," or not people:
        return None
    start = _back(parse, sent, comma - 1, verb)
    return (start, people[:1]) if parse[start].text in BREAKS and start < comma - 1 else None


def _back(parse: Parse, sent: Sentence, i: int, verb: int) -> int:
    while i > sent.start and verb - i < LONGEST:
        if parse.pos[i] in NOMINAL_PARTS or _hyphened(parse, i):
            i -= 1
        elif (who := _relative(parse, i)) is not None and who > sent.start:
            i = who - 1
        elif _reduced(parse, i):
            i -= 1
        else:
            break
    return i


def _relative(parse: Parse, i: int) -> int | None:
    """Where the relative clause of a speaker starts, of which token i is the verb ("a villager who fled")."""
    if parse.pos[i] not in {"VERB", "AUX"}:
        return None
    return next((k for k in range(i - 1, max(i - 4, 0), -1) if parse[k].lower in {"who", "whose"}), None)


def _reduced(parse: Parse, i: int) -> bool:
    """Whether the token is a participle of a speaker: "residents reached by telephone said"."""
    participle = parse[i].lower.endswith(("ed", "ing")) and "VerbForm=Part" in parse[i].feats
    return participle and parse.pos[i - 1] in {"NOUN", "PROPN"} and i + 1 < len(parse) and parse.pos[i + 1] == "ADP"


def _hyphened(parse: Parse, i: int) -> bool:
    """Whether the token is a hyphen within a word, or stands beside one ("state-run", "London-based", "Al-Monitor")."""
    return parse[i].text == "-" or parse[i - 1].text == "-" or (i + 1 < len(parse) and parse[i + 1].text == "-")


def _parts_list(parse: Parse, i: int, verb: int) -> bool:
    """Whether the comma only parts the speakers of a list of bare nouns."""
    listed = any(parse[k].lower in {"and", "or"} for k in range(i + 1, verb))
    nouns = sum(parse.pos[k] in {"NOUN", "PROPN"} for k in range(i + 1, verb))
    bare = i >= 2 and parse.pos[i - 1] == "NOUN" and parse[i - 2].text == ","
    return listed and bare and nouns <= 4


def _after(parse: Parse, sent: Sentence, verb: int) -> tuple[int, list[int]] | None:
    """The heads of a noun phrase that follows ", said" up to a comma or the sentence's end."""
    if verb == sent.start or parse[verb - 1].text not in BREAKS or parse[verb].lower.endswith("ing"):
        return None  # "shells hit it, claiming the lives of two"
    end = verb + 1
    while end < sent.end and (parse.pos[end] in NOMINAL_PARTS or _hyphened(parse, end)):
        end += 1
    heads = _heads(parse, verb + 1, end)
    return (verb, heads) if heads else None


def _heads(parse: Parse, start: int, end: int) -> list[int]:
    """The last noun before a preposition in each part of a list; "and" within a name parts nothing."""
    heads: list[int] = []
    part: int | None = None
    closed = False
    for i in range(start, end):
        if parse[i].lower in {"and", ",", "or"} and parse[i].name is None:
            heads += [] if part is None else [part]
            part, closed = None, False
        elif parse.pos[i] == "ADP":
            closed = part is not None
        elif parse.pos[i] in {"NOUN", "PROPN", "PRON"} and not closed:
            part = i
    return heads + ([] if part is None else [part])
