"""Cut words into the word pieces that the shipped encoder was trained on.

Takes one token's form, gives piece numbers and the class of its spelling. Forms are read
without case or accents and with quotation marks, apostrophes and dashes of all kinds as
their plain forms, so that typography makes no difference to the parser. The spelling's
class keeps what that loses: whether the word was capitalised.
"""

import unicodedata
from functools import lru_cache
from importlib.resources import files

PAD, UNKNOWN, START, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
# Longer words are addresses or noise; the published encoder reads them as unknown as well.
LONGEST = 60
MOST_PIECES = 12

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″〝〞＂", '"'),
        **dict.fromkeys("‘’‚‛ʼʻ`´′＇‹›", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": ".",
    }
)

SHAPES = ("none", "lower", "Title", "UPPER", "Initial", "miXed", "number", "with digits", "mark")


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, int]:
    """The pieces and their numbers, read once a process."""
    lines = (files(__package__) / "en" / "pieces.txt").read_text(encoding="utf-8").splitlines()
    return {piece: number for number, piece in enumerate(lines)}


@lru_cache(maxsize=131_072)
def pieces_of(form: str) -> tuple[int, ...]:
    """The numbers of the pieces of `form`; never empty."""
    known = vocabulary()
    numbers: list[int] = []
    for part in _parts(form):
        numbers += _longest_first(part, known)
    return tuple(numbers[:MOST_PIECES]) or (known[UNKNOWN],)


def _parts(form: str) -> list[str]:
    """Letters and digits in one part, every mark in its own; a run of one mark counts once."""
    plain = form.translate(_PLAIN).lower()
    parts: list[str] = []
    run = ""
    for char in unicodedata.normalize("NFD", plain):
        if unicodedata.combining(char):
            continue
        if char.isalnum():
            run += char
            continue
        if run:
            parts.append(run)
        run = ""
        if not (parts and parts[-1] == char):
            parts.append(char)
    return [*parts, run] if run else parts


def _longest_first(part: str, known: dict[str, int]) -> list[int]:
    """The fewest known pieces from the left; one unknown piece where the letters run out."""
    if len(part) > LONGEST:
        return [known[UNKNOWN]]
    numbers: list[int] = []
    start = 0
    while start < len(part):
        mark = "##" if start else ""
        for end in range(len(part), start, -1):
            number = known.get(mark + part[start:end])
            if number is not None:
                numbers.append(number)
                start = end
                break
        else:
            return [known[UNKNOWN]]
    return numbers


@lru_cache(maxsize=131_072)
def shape_of(form: str) -> int:
    """The number of the spelling's class in `SHAPES`."""
    letters = [char for char in form if char.isalpha()]
    if not letters:
        return SHAPES.index("number" if any(map(str.isdigit, form)) else "mark")
    if any(map(str.isdigit, form)):
        return SHAPES.index("with digits")
    capitals = sum(map(str.isupper, letters))
    if capitals == 0:
        return SHAPES.index("lower")
    if len(letters) == 1:
        return SHAPES.index("Initial")
    if capitals == len(letters):
        return SHAPES.index("UPPER")
    return SHAPES.index("Title" if capitals == 1 and letters[0].isupper() else "miXed")
