"""Direct speech: which tokens stand within quotation marks, and who speaks a sentence that is quoted."""

from aftermath.extract.speakers.speech import Speech, Voice
from aftermath.model import Parse, Sentence


def quoted(parse: Parse) -> list[bool]:
    """Which tokens stand within quotation marks; an unclosed quotation ends with its paragraph.

    A quotation that runs over paragraphs opens again at each.
    """
    out, open_ = [False] * len(parse), False
    paragraph = -1
    for sent in parse.sentences:
        if sent.paragraph != paragraph:
            paragraph, open_ = sent.paragraph, False
        for token in parse.tokens(sent.start, sent.end):
            if token.text in {'"', "``", "''"}:
                open_ = not open_
            elif token.text in {"“", "«", "„"}:
                open_ = True
            elif token.text in {"”", "»"}:
                open_ = False
            else:
                out[token.i] = open_
    return out


def quote_voices(speech: Speech, inside: list[bool]) -> dict[int, Voice]:
    """By sentence, the speaker of what is quoted in it: its own verb of saying, else the last one before.

    A paragraph without quotation ends the reach of a speaker.
    """
    out: dict[int, Voice] = {}
    own: set[int] = set()
    last: Voice | None = None
    paragraph = -1
    for sent in speech.parse.sentences:
        verbs = [i for i in range(sent.start, sent.end) if i in speech.rows and not inside[i]]
        voices = [v for i in verbs if (v := speech.voice(speech.parse[i], "quotation beside ")) is not None]
        is_quoted = any(inside[sent.start : sent.end])
        if voices:
            last = voices[0]
            own.add(sent.index)
        elif not is_quoted and sent.paragraph != paragraph:
            last = None
        if last is not None and (voices or is_quoted):
            out[sent.index] = last
        paragraph = sent.paragraph
    for sent in reversed(speech.parse.sentences[:-1]):
        if sent.index + 1 in own and sent.index not in own and _runs_on(speech.parse, inside, sent):
            out[sent.index] = out[sent.index + 1]
            own.add(sent.index)
    return out


def _runs_on(parse: Parse, inside: list[bool], sent: Sentence) -> bool:
    """Whether one quotation goes on into the next sentence ('"They came. They shot him," she said')."""
    after = parse.sentences[sent.index + 1]
    return after.paragraph == sent.paragraph and inside[sent.end - 1] and inside[after.start]
