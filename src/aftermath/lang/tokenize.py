"""Cut a paragraph into tokens as the English Universal Dependencies treebanks do.

Takes text, gives character offsets; no token holds or is white space and every other
character lies in exactly one token. Clitics stand alone ("n't", "'s"), hyphenated
compounds come apart ("al", "-", "Assad") but for the prefixes in `PREFIXES`, abbreviations
keep their full stop. Sentence ends are not decided here.
"""

import re
from collections.abc import Iterator

from aftermath.model.words import Span

# Prefixes that stay joined to what follows. Those that the treebank's train part joins at
# least twice as often as it splits, and their like.
PREFIXES = frozenset(
    "anti co counter cross e ex extra hyper inter intra mega mid mini multi non over para post "
    "pre pro pseudo psycho re semi socio sub super trans ultra un under".split()
)

# Words that keep their full stop; single letters and "U.S."-like runs are in the pattern.
ABBREVIATIONS = frozenset(
    "adm amb approx assn ave bldg blvd bn brig bros capt cf cmdr co col comdr corp cpl dept det "
    "ca div dr ed eds est etc ex ext fig figs fr ft gen gens gov govs hon inc insp jr lt ltd maj "
    "messrs mr mrs ms mt mts nos op pfc pg pp pres prof pt pvt rep reps ret rev rt sec sen sens sgt "
    "spc sq sr st ste supt univ vol vols vs "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mich minn miss mo mont neb nev "
    "okla ore pa tenn tex va vt wash wis wyo e.g i.e".split()
)

# What follows decides for these: "No. 5" against "They said no."
NUMBERED = frozenset("no c art ch eq sect p par para".split())

_APOSTROPHE = "['’ʼ`´]"
_TOKEN = re.compile(
    rf"""
    (?P<address>(?:https?://|www\.)[^\s<>"“”]+[^\s<>"“”.,;:!?)\]'’]
      | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
      | [\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|co\.uk)\b(?:/[^\s<>"“”]*[\w/])?
      | (?<!\w)[@#][A-Za-z_]\w+ )
    | (?P<dotted>(?:[^\W\d_]\.){{2,}}(?![^\W\d_])|[^\W\d_]\.(?:[^\W\d_]\.)+|\bPh\.D\.)
    | (?P<initial>(?<![\w'’.])[A-Z]\.(?=\s?[^\W\d_]))
    | (?P<number>\d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|s)\b)?)
    | (?P<clitic>(?<=[\w.)\]]){_APOSTROPHE}(?:s|re|ve|ll|d|m)(?!\w))
    | (?P<word>[^\W\d_](?:[^\W_]|[\u0300-\u036f])*(?:{_APOSTROPHE}[^\W\d_](?:[^\W_]|[\u0300-\u036f])*)*)
    | (?P<run>([!?.*=_~–—-])(?:\1+)|\.\s\.\s\.|``|'')
    | (?P<other>\S)
    """.replace(r"\1", r"(?P=mark)").replace("([!?.*=_~–—-])", "(?P<mark>[!?.*=_~–—-])"),
    re.VERBOSE | re.IGNORECASE,
)
_CLITIC = re.compile(rf"(n{_APOSTROPHE}t|{_APOSTROPHE}(?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_JOINED = {
    "cannot": 3,
    "gonna": 3,
    "wanna": 3,
    "gotta": 3,
    "dont": 2,
    "cant": 2,
    "didnt": 3,
    "doesnt": 4,
    "isnt": 2,
    "wasnt": 3,
    "wont": 2,
    "couldnt": 5,
    "wouldnt": 5,
    "havent": 4,
    "hasnt": 3,
    "hadnt": 3,
    "arent": 3,
    "werent": 4,
}


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Give the tokens of `text[start:end]` as offsets into `text`, in order."""
    end = len(text) if end is None else end
    return list(_joined_prefixes(text, list(_pieces(text, start, end))))


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut into words, clitics, numbers and marks; an abbreviation takes its full stop."""
    place = start
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        if last <= place:
            continue
        first = max(first, place)
        if match.lastgroup == "word":
            word = text[first:last]
            cut = _cut(word)
            if cut:
                yield first, first + cut
                yield first + cut, last
            elif text[last : last + 1] == "." and last < end and _keeps_stop(word, text[last + 1 : last + 3]):
                last += 1
                yield first, last
            else:
                yield first, last
        else:
            yield first, last
        place = last


def _cut(word: str) -> int:
    """Where a word comes apart into a word and its clitic; 0 where it does not."""
    joined = _JOINED.get(word.lower())
    if joined:
        return joined
    clitic = _CLITIC.search(word)
    return clitic.start() if clitic else 0


def _keeps_stop(word: str, after: str) -> bool:
    """Whether the full stop after `word` belongs to it."""
    lower = word.lower()
    if lower in NUMBERED:
        return bool(re.match(r"\s?\d", after))
    return lower in ABBREVIATIONS and not (lower in SHORT_WORDS and word.islower())


# Abbreviations that are words as well: only a capital marks them.
SHORT_WORDS = frozenset(
    "ave co del det ed est ex fig fr gen hon ill ind insp la mar mo miss mon no op pa par pres pt rep "
    "ret sat sec sep st sun wash wed".split()
)


def _joined_prefixes(text: str, spans: list[Span]) -> Iterator[Span]:
    """Put "anti", "-", "tank" back together, and nothing else that is hyphenated."""
    i = 0
    while i < len(spans):
        first, last = spans[i]
        if (
            i + 2 < len(spans)
            and text[first:last].lower() in PREFIXES
            and spans[i + 1] == (last, last + 1)
            and text[last] == "-"
            and spans[i + 2][0] == last + 1
            and text[last + 1].isalnum()
            and (first == 0 or text[first - 1] != "-")
        ):
            last = spans[i + 2][1]
            i += 2
        yield first, last
        i += 1
