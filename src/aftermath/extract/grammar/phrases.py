"""Noun phrases of a parse: which tokens belong to a head, and what people are counted in it."""

from aftermath.extract.lexicon import table
from aftermath.model import Parse, Token, Words, once
from aftermath.model.words import words_at

LEFT = frozenset(
    {"det", "det:predet", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "nmod:tmod", "advmod", "flat"}
)
RIGHT = frozenset({"flat", "flat:name", "fixed", "goeswith"})

SIDING = frozenset({"loyal", "allied", "linked", "faithful"})
"""What may follow a party's noun and say whose side it is on ("forces loyal to the president")."""

AGENCIES = frozenset(
    "Reuters Xinhua Interfax SANA TASS IRNA ISNA AFP AP DPA WAM KUNA WAFA NNA AA QNA BNA SPA SABA RIA".split()
)
"""Names and initials of news agencies, which no name of anybody else holds."""
COLLECTIVE = frozenset(
    "army navy force military militia police gendarmerie government regime junta coalition alliance group gang band mob"
    " crowd movement faction organisation organization party ministry agency council committee court company unit"
    " brigade battalion division regiment corps column patrol squad crew family tribe clan community team people"
    " personnel staff opposition resistance command leadership wing network cell".split()
)
"""Singular nouns for many human beings."""
DONE_TO = frozenset({"killing", "arrest", "abduction"})
"""Events whose nouns have their victims under "of"."""
CLAUSE_MARKS = frozenset({"when", "while", "where", "because"})
"""Words that open a clause, which a parser hangs on its first noun."""
REACH = 6
"""Tokens from a speaker's noun to the name of the body he speaks for, at most."""


def words(parse: Parse, start: int, end: int) -> Words:
    """The words of tokens `start` up to (not including) `end`."""
    return words_at(parse.text, parse.starts[start], parse.ends[end - 1])


def core(token: Token, *, of: bool = True) -> tuple[int, int]:
    """Token range of the phrase around a head noun, without clauses and apposition.

    It takes what stands before the head and belongs to it (articles, adjectives, numbers,
    possessors), the rest of a name that the head is part of, and with `of` one complement
    "of ..." ("members of the security forces").
    """
    return _core_with_of(token) if of else _core(token, of=False)


@once
def _core_with_of(token: Token) -> tuple[int, int]:
    return _core(token, of=True)


def _core(token: Token, *, of: bool) -> tuple[int, int]:
    start = end = token.i
    for child in token.children():
        if child.i < token.i and child.dep in LEFT and not child.text.startswith(("—", "-")) and not _dates(child):
            start = min(start, child.subtree()[0])
        elif child.i > token.i and child.dep in RIGHT:
            end = max(end, _end_of_name(child))
        elif child.i > token.i and (_names_beside(token, child) or (of and _is_of(child) and _is_own(token, child))):
            end = max(end, core(child, of=False)[1] - 1)
        elif of and child.i > token.i and child.dep == "amod" and child.lower in SIDING:
            end = max(end, *(core(c, of=False)[1] - 1 for c in (child, *_sides(child))))
    if token.dep == "compound" and start == token.i and _is_nationality(token.parse, start - 1, token.head.i):
        start -= 1
    if (name := token.name) is not None and name.kind not in ("DATE", "MONEY"):
        start, end = min(start, name.start), max(end, name.end - 1)
    return _trim(token.parse, start, end + 1, token.i)


def _end_of_name(part: Token) -> int:
    """The last token of the rest of a name, without others that the parser listed beside it."""
    others = [c.subtree()[0] for c in part.children("conj", "cc")]
    return min(others) - 1 if others else part.subtree()[-1]


def _dates(before: Token) -> bool:
    """Whether a word before common people says when they did it: "last June fighters raided the town"."""
    when = before.name_kind == "DATE" or before.lemma in {"night", "morning", "evening", "afternoon", "day"}
    return when and before.dep in {"compound", "amod"} and before.head.pos == "NOUN" and before.pos != "ADJ"


def _is_own(token: Token, of: Token) -> bool:
    """Whether what stands under "of" belongs to the noun, and is not set off or what its bearers are charged with."""
    while token.dep == "conj" and not token.is_root:
        token = token.head
    charged = not token.is_root and token.head.lemma in {"accuse", "suspect", "convict", "absolve"}
    if preposition(token) == "by" and _is_undergone(token.head) and is_victim(of):
        return False  # "the arrest by security forces of an activist"
    return not _behind_comma(of) and not (charged and of.lemma in table("triggers"))


def _is_undergone(noun: Token) -> bool:
    """Whether a noun tells what is done to somebody: a killing, an arrest."""
    return any(row["pos"] == "N" and row["event"] in DONE_TO for row in table("triggers").at(noun))


def is_victim(of: Token) -> bool:
    """Whether what stands under "of" is of people who have no forces: a name, or a noun of civilians."""
    kinds = {row["kind"] for row in table("people").at(of)}
    return of.name_kind == "PERSON" or kinds == {"civilian"}


def nations(party: Token) -> set[str]:
    """The nations by which a party is called ("five Indian soldiers")."""
    return {c.lower for c in party.children("amod", "compound") if c.name_kind == "NORP"}


def _sides(siding: Token) -> list[Token]:
    """Whom somebody is "loyal to" or "allied with"."""
    return [c for c in siding.children("obl", "nmod") if _case(c) in {"to", "with"}]


def _is_nationality(parse: Parse, i: int, head: int) -> bool:
    """Whether a nation's adjective stands at i before another word of the same head: "Malian army" in its strike."""
    if i < 0 or parse.heads[i] != head or parse.deps[i] != "amod":
        return False
    return parse[i].name_kind == "NORP"


def _is_of(child: Token) -> bool:
    return child.dep == "nmod" and _case(child) == "of"


def _behind_comma(child: Token) -> bool:
    """Whether an "of" behind a comma says where a person is from ("Thomas Rye, 20, of the 900 block of Long Road")."""
    case = child.child("case")
    return case is not None and case.i > 0 and child.parse[case.i - 1].text == ","


def _names_beside(head: Token, child: Token) -> bool:
    """Whether the child is a name set right beside a common noun ("the news agency Tass", "activists the LCC")."""
    if head.pos != "NOUN" or child.pos != "PROPN" or child.dep not in {"appos", "nmod", "flat"} or _case(child):
        return False
    return all(head.parse[i].pos in {"DET", "PROPN", "ADJ", "NOUN"} for i in range(head.i + 1, child.i))


def _case(token: Token) -> str:
    case = token.child("case")
    return case.lower if case else ""


def _trim(parse: Parse, start: int, end: int, head: int) -> tuple[int, int]:
    """Drop punctuation and conjunctions at the edges, and what lies beyond a clause mark."""
    for i in range(head, start - 1, -1):
        if parse.pos[i] == "PUNCT" and parse[i].text in {",", ";", ":", "(", ")"}:
            start = i + 1
            break
    if _opens_sentence(parse, start, head):
        start = head
    start = max((_after_credit(parse, i, start, head) for i in range(start, head + 1)), default=start)
    shot = start > 0 and parse.lemmas[start - 1] == "shoot"  # "shot dead Governor Ayala"
    if parse.lower_of(start) == "dead" and start < head and (shot or parse.pos[start + 1] in {"NUM", "DET"}):
        start += 1  # "shot dead three protesters"
    while start < head and (
        parse.pos[start] in {"PUNCT", "CCONJ", "SCONJ"}
        or parse.lower_of(start) in CLAUSE_MARKS
        or _own_case(parse, start, head)
    ):
        start += 1
    while end - 1 > head and parse.pos[end - 1] in {"PUNCT", "CCONJ"}:
        end -= 1
    return start, end


def _opens_sentence(parse: Parse, start: int, head: int) -> bool:
    """Whether a heading ran into the phrase: "Aden Militants of the self styled council" begins at its capital."""
    text = parse[head].text
    opens = head > start and parse.pos[head] == "NOUN" and text[:1].isupper() and text.endswith("s")
    before = parse[head - 1].name
    return opens and before is not None and before.kind == "LOCATION" and before.end == head


def _after_credit(parse: Parse, i: int, start: int, head: int) -> int:
    """Where a phrase really starts that runs over an agency's initials ("Provinces SANA Units of the army")."""
    if parse[i].text not in AGENCIES:
        return start
    if i == head:
        return head if i > start and parse[i - 1].text[:1].isupper() else start
    return i + 1 if parse[i + 1].text[:1].isupper() or parse.pos[i + 1] == "NUM" else start


def _own_case(parse: Parse, i: int, head: int) -> bool:
    """Whether the token is the phrase's own preposition, not part of "at least ten"."""
    above = parse.heads[i]
    named = parse.pos[i + 1] == "PROPN" == parse.pos[above]  # "on Maarat al-Numan": hung on the name's first part
    return parse.pos[i] == "ADP" and (above == head or named or not head > above > i)


def phrase(token: Token, *, of: bool = True) -> Words:
    """The words of the phrase around a head noun."""
    return words(token.parse, *core(token, of=of))


def titled(token: Token) -> Words:
    """The words of a speaker, with the body or place he speaks for ("a spokesman for the Taliban")."""
    start, end = core(token)
    for child in token.children("nmod"):
        near = child.i - end <= REACH and child.i > end and child.pos in {"PROPN", "NOUN"}
        if token.pos == "NOUN" and near and _case(child) in {"for", "from", "at", "with", "in"}:
            end = max(end, core(child)[1])
            break
    shared = body_before(token)
    return words(token.parse, start if shared is None else shared.i, end)


def body_before(noun: Token) -> Token | None:
    """The bare body that shares a noun for speakers with the next: "police" in "police and hospital sources"."""
    parse, start = noun.parse, noun.i
    while start > noun.sent.start and parse.pos[start - 1] in {"NOUN", "ADJ", "PROPN"}:
        start -= 1
    if noun.lemma not in {"source", "official"} or start == noun.i or start < noun.sent.start + 2:
        return None
    body = parse[start - 2]
    bare = body.pos == "NOUN" and body.lower == body.lemma and not any(c.dep in LEFT for c in body.children())
    return body if bare and parse[start - 1].lower == "and" else None


def conjuncts(token: Token) -> list[Token]:
    """The token and all that is coordinated with it, in order."""
    out = [token]
    for child in token.children("conj", "appos", "flat"):
        if _is_age(child):
            out.extend(t for c in child.children("conj") for t in conjuncts(c))
        elif child.dep == "conj" or _is_listed(token, child):
            out.extend(conjuncts(child))
        elif child.pos == "PROPN" and "Number=Sing" in token.feats:
            out.extend(t for c in child.children("conj") if _is_counted(c) for t in conjuncts(c))
    return out


def _is_age(number: Token) -> bool:
    """Whether a number listed behind a person's name is how old he was ("Ali, 8, Omar, 10 and Sara, 12")."""
    parse, before = number.parse, number.i - 2
    if number.pos != "NUM" or before < number.sent.start or parse[number.i - 1].text != ",":
        return False
    return parse[before].name_kind == "PERSON" and number.text.isdigit() and number.child("nmod") is None


def _is_counted(other: Token) -> bool:
    """Whether what the parser hung on a name is others beside who bears it ("his son Saif and three grandchildren")."""
    return other.pos == "NUM" or (other.pos == "NOUN" and other.child("nummod", "det", "nmod:poss") is not None)


def _is_listed(first: Token, second: Token) -> bool:
    """Whether what looks like an apposition is the next of a list ("a judge, his driver and a guard")."""
    own = any(c.pos == "PRON" for c in second.children("nmod:poss"))
    return own and second.i > first.i and (second.child("conj") is not None or first.child("conj") is not None)


def members(token: Token) -> list[Token]:
    """The names that a number of parties stands for ("two groups, the X and the Y,"), else the token itself."""
    listed = [c for child in token.children("appos") for c in conjuncts(child) if c.pos == "PROPN"]
    return listed if len(listed) > 1 and token.child("nummod") is not None else [token]


def _case_before(name: Token) -> Token | None:
    """The preposition that the parser hung on the first part of a name ("raids on Maarat al-Numan")."""
    if name.pos != "PROPN":
        return None
    parts = (c for c in name.children("compound") if c.i < name.i and c.pos == "PROPN")
    return next((case for part in parts if (case := part.child("case")) is not None), None)


@once
def preposition(token: Token) -> str:
    """The preposition that marks the token ("in", "according to"), or ""."""
    case = token.child("case") or _case_before(token)
    if case is None:
        return ""
    fixed = [child.lower for child in case.children("fixed")]
    return " ".join([case.lower, *fixed]) if fixed else case.lower


def obliques(token: Token) -> list[tuple[str, Token]]:
    """What hangs on a token under prepositions, each of a list for itself."""
    out: list[tuple[str, Token]] = []
    for child in token.children("obl", "nmod"):
        if child.dep == "nmod:poss":
            continue
        prep = preposition(child) or ("by" if child.dep == "obl:agent" else "")
        if not prep and out and child.child("cc") is not None:
            prep = out[-1][0]  # "between the Front and government troops", the second hung beside the first
        out.extend((prep, c) for c in conjuncts(child))
    return out


NUMBERS = frozenset("ten dozen score hundred thousand number handful majority million couple total".split())
"""Nouns that count what stands under "of" after them."""
SOME = frozenset("some many several most all few both half".split())
"""Words for part of those who stand under "of" after them."""


def counted(token: Token) -> Token:
    """Who or what is counted: "mourners" in "tens of thousands of mourners", else the token itself."""
    while token.lemma in NUMBERS or token.pos == "NUM" or token.lower in SOME:
        below = token.children("nmod", "obl") if token.pos == "ADJ" else token.children("nmod")
        of = (c for c in below if _case(c) == "of" and c.pos != "PRON")
        inner = next((c for c in of if c.lemma != "victim"), None)  # "most of the victims" names nobody
        if inner is None:
            break
        token = inner
    return token


def named(token: Token) -> Token:
    """The name set beside a noun for one person ("its deputy head, Omar Farah,"), else the token itself."""
    if token.pos == "PROPN":
        return token
    beside = (c for c in token.children("appos", "flat") if c.i > token.i)
    return next((c for c in beside if c.name_kind == "PERSON"), token)


def by_name(token: Token) -> list[Token]:
    """The names set beside a noun for all whom it counts ("two nurses, Ana Ruiz and Eva Gil,"), else as `named`."""
    listed = [c for child in token.children("appos") for c in conjuncts(child) if c.name_kind == "PERSON"]
    several = len(listed) > 1 and "Number=Plur" in token.feats
    return listed if several else [named(token)]


@once
def outer(token: Token) -> Token:
    """The head of the name or of the phrase of kind that a place's word stands in ("the town of Basra")."""
    head = token
    inner = {"det", "compound", "flat", "appos", "nmod"}
    while head.dep in inner and not head.is_root and preposition(head) in {"", "of"}:
        head = head.head
    return head


def leading(token: Token) -> Token:
    """The head of a place's phrase, or the first listed with it, whose preposition is theirs ("to Chad and Mali")."""
    head = outer(token)
    while head.dep == "conj" and not head.is_root and not preposition(head) and head.head.pos in {"NOUN", "PROPN"}:
        head = outer(head.head)
    return head
