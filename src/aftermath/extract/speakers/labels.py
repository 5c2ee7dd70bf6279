"""Speakers set before a colon: "Reuters: gunmen killed four", "Witnesses: soldiers opened fire".

Takes the verbs of saying of a report, gives by sentence the voice of whoever stands before its colon. A paper or
person by name vouches for what follows in the paragraph too, as in a digest of the press, until another paper is
cited; "police:" only for its own sentence. A place before a colon ("Kabul: a bomb went off") speaks of nothing.
"""

from collections.abc import Collection

from aftermath.extract.grammar.phrases import AGENCIES
from aftermath.extract.lexicon import table
from aftermath.extract.speakers.speech import PAPERS, Speech, Voice, subject_of
from aftermath.model import Parse, Sentence, Token

LONGEST = 8
"""Tokens before the colon, at most."""
WHY = "named before a colon"
SOURCES = frozenset(
    "tv television radio newspaper paper agency ministry source medium monitor observatory witness eyewitness".split()
)
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "DET"})
BREAKS = frozenset({"[", "]", "(", ")"})


def labels(speech: Speech, armed: Collection[int] = ()) -> dict[int, Voice]:
    """The voice before the colon by each sentence for which it vouches; none is an armed group's (tokens `armed`)."""
    parse = speech.parse
    out: dict[int, Voice] = {}
    last: Voice | None = None
    paragraph = -1
    for sent in parse.sentences:
        if sent.paragraph != paragraph or _cites_another(speech, sent):
            paragraph, last = sent.paragraph, None
        speaker = _before_colon(parse, sent)
        if speaker is not None and speaker.i in armed:
            continue  # "Boko Haram: soldiers kill 40 villagers"
        if speaker is not None:
            last = Voice((speaker.i,), "say", -1, WHY)
        if last is not None and not _is_remark(parse, sent):
            out[sent.index] = last
        if speaker is not None and not _by_name(speaker):
            last = None
    return out


def _before_colon(parse: Parse, sent: Sentence) -> Token | None:
    """The head of the words before a sentence's first colon, where they are of somebody who speaks."""
    end = min(sent.end, sent.start + LONGEST + 1)
    colon = next((i for i in range(sent.start, end) if parse[i].text == ":"), None)
    if colon is None or colon == sent.start or not any(parse.pos[i] == "VERB" for i in range(colon, sent.end)):
        return None
    before = range(sent.start, colon)
    if any(parse.pos[i] not in NOMINAL and parse[i].text != "-" for i in before):
        return None
    head = next(parse[i] for i in before if parse.heads[i] not in before or parse[i].is_root)
    speaks = _by_name(head) or head.lemma in SOURCES or (head.lemma in table("people") and head.lower != head.lemma)
    speaks = speaks or head.lemma in {"police", "army", "military"}
    return head if speaks and head.lemma not in PAPERS else None


def _cites_another(speech: Speech, sent: Sentence) -> bool:
    """Whether a body by name says what the sentence tells ("Le Monde reports that")."""
    saying = (speech.parse[i] for i in range(sent.start, sent.end) if i in speech.rows and speech.parse[i].is_root)
    return any((who := subject_of(verb)) is not None and who.name_kind == "ORGANIZATION" for verb in saying)


def _by_name(head: Token) -> bool:
    """Whether a body or a person with more than one name is named, who is no place."""
    if head.text in AGENCIES:
        return True
    name = head.name
    if head.pos != "PROPN" or name is None:
        return False
    return name.kind == "ORGANIZATION" or (name.kind == "PERSON" and name.end - name.start > 1)


def _is_remark(parse: Parse, sent: Sentence) -> bool:
    """Whether a sentence stands in brackets, as the remarks of whoever made the digest do."""
    return parse[sent.start].text in BREAKS
