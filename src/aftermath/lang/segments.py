"""Cut a paragraph's tokens where a sentence ends for certain, and only there.

Takes tokens with their offsets, gives runs of tokens. Where a mark leaves doubt (a full
stop after an initial, a dash) or there is none (a headline run into the text), it does not
cut: the parser's own reading of sentence ends divides what is left. The runs are what the
gate weighs and what the parser is given.
"""

import re

from aftermath.model.words import Span

ENDS = frozenset({".", "?", "!", "…", "...", "....", "?!", "!!", "??", "!!!", "???"})
CLOSERS = frozenset("\"'”’»)]`") | {"''"}
OPENERS = frozenset("\"'“‘«([`") | {"``", "-", "–", "—"}
# An abbreviation that may end a sentence does so before one of these: no name begins with them.
# "P.S." and those that need what follows ("vs.", "e.g.", "Gen.") are not among them.
LAST = re.compile(
    r"(?!p\.s\.|e\.g\.|i\.e\.)(?:[^\W\d_]\.){2,}|(?:al|etc|inc|corp|ltd|co|jr|sr|jan|feb|aug|sept?|oct|nov|dec)\.",
    re.IGNORECASE,
)
# A number and its full stop alone begin an item of a list: "2. Fighters crossed the border."
LISTED = re.compile(r"\d{1,2}\.")
BEGINNERS = frozenset("The A An He She It They We I This That These Those His Her Its Their Our There".split())


def segments(text: str, tokens: list[Span]) -> list[list[Span]]:
    """Divide the tokens of one paragraph into runs that hold whole sentences."""
    runs: list[list[Span]] = []
    start = i = 0
    while i < len(tokens):
        form = text[slice(*tokens[i])]
        i += 1
        if form not in ENDS and not (LAST.fullmatch(form) and _begins(text, tokens, i)):
            continue
        if form == "." and LISTED.fullmatch(text[tokens[start][0] : tokens[i - 1][1]]):
            continue
        i = _past_note(text, tokens, _past_closers(text, tokens, i))
        if i < len(tokens) and _opens(text, tokens, i):
            runs.append(tokens[start:i])
            start = i
    if start < len(tokens):
        runs.append(tokens[start:])
    return runs


def _begins(text: str, tokens: list[Span], i: int) -> bool:
    """Whether token i, after a space, is a word that stands capitalised only where a sentence begins."""
    return i < len(tokens) and tokens[i][0] > tokens[i - 1][1] and text[slice(*tokens[i])] in BEGINNERS


def _past_closers(text: str, tokens: list[Span], i: int) -> int:
    """The place after the closing marks that stand directly at token i; a quote must not open."""
    while i < len(tokens):
        start, end = tokens[i]
        touches = tokens[i - 1][1] == start
        follows = i + 1 < len(tokens) and tokens[i + 1][0] == end
        if not touches or text[start:end] not in CLOSERS or (follows and text[end].isalnum()):
            break
        i += 1
    return i


def _past_note(text: str, tokens: list[Span], i: int) -> int:
    """The place after the number of a footnote ("[17]") that follows a sentence's end."""
    while [text[a:b] for a, b in tokens[i : i + 3]][::2] == ["[", "]"] and text[slice(*tokens[i + 1])].isdecimal():
        i += 3
    return i


def _opens(text: str, tokens: list[Span], i: int) -> bool:
    """Whether token i, after a space, looks like the first of a sentence."""
    if tokens[i - 1][1] == tokens[i][0]:
        # No space: "Homs.The" is careless copy, "3.30" never gets here.
        return text[tokens[i][0]].isupper() and text[tokens[i - 1][0]] in ".?!"
    while i < len(tokens) and text[slice(*tokens[i])] in OPENERS:
        i += 1
    if i == len(tokens):
        return False
    first = text[tokens[i][0]]
    return first.isupper() or first.isdigit() or not first.isascii()
