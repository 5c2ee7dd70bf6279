"""Verbs of saying: which tokens they are, who speaks them, and whom pronouns among the speakers mean."""

from dataclasses import dataclass, field

from aftermath.extract.grammar.passive import is_marked_passive, is_passive
from aftermath.extract.grammar.phrases import COLLECTIVE, body_before, conjuncts, named, preposition
from aftermath.extract.grammar.subject import cut_off, is_taken_for, told_on
from aftermath.extract.lexicon import Row, table
from aftermath.model import Parse, Token, once

JUDGING = frozenset({"accuse", "blame", "deny", "condemn"})
"""What verbs do that speak of an event told already; their relative clauses tell what nobody disputes."""
INVERTING = frozenset({",", '"', "”", "''", "’"})
"""Marks after which a verb of saying may stand before its subject ("..., said residents")."""
QUOTES = frozenset({'"', "”", "“", "''", "``"})
CHARGING = frozenset({"blame", "accuse"})
"""Verbs that no subject follows: who stands behind them is charged."""
ACCUSED = frozenset("charge arrest detain indict try convict sentence jail imprison".split())
"""What is done to people who then deny it."""
PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "that", "him", "her", "them"})
PAPERS = frozenset({"statement", "communique", "release", "bulletin"})
"""What somebody named before has issued: "the statement said" is its issuer's word."""
MUTE = frozenset(
    "evidence video footage failure fact move decision history situation development sign silence"
    " day night week month year morning evening hour time result reason way".split()
)
"""Nouns that "show" or "suggest" something without being anybody's word."""
ISSUED = frozenset(
    "report tally count study investigation inquiry survey review analysis statement communique dispatch bulletin"
    " figure datum estimate account reckoning database message tweet post letter".split()
)
"""Papers and figures that are the word of who made them."""
ISSUING = frozenset(
    "issue release publish send distribute circulate post compile compil collect gather collate prepare".split()
)
OFFICES = frozenset("spokesman spokeswoman spokesperson chief head director founder chairman coordinator".split())
"""Offices whose holder speaks for a body."""
BODIES = frozenset("observatory network committee agency organisation organization movement front".split())
REACH_BEHIND = 6
"""Tokens that the phrase of a speaker set between commas behind his verb may have."""
RUSHED = frozenset({"at", "against", "into", "through", "toward", "towards"})
"""Prepositions before whom somebody charges at, and charges with nothing."""
NATIONS = frozenset({"country", "nation", "state", "camp"})
"""Nouns of place that also speak."""
SOMEBODY = frozenset({"another", "others", "some", "both"})
"""Words that the parser takes for articles and that speak for themselves: "another said"."""
SPEAKING = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "PRON", "X"})


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker (head tokens; none where nobody is named) and what is done to the content.

    `effect`: say, accuse, blame, deny or condemn. `verb` is the index of the verb of saying, -1 for
    "according to". `why` names the rule and the table row.
    """

    speakers: tuple[int, ...]
    effect: str
    verb: int
    why: str


@dataclass(frozen=True, slots=True)
class Speech:
    """The verbs of saying of a report with their rows of the speech table."""

    parse: Parse
    rows: dict[int, Row]
    _speakers: dict[int, list[int]] = field(default_factory=dict)

    def voice(self, verb: Token, rule: str = "") -> Voice | None:
        """The voice of a verb of saying that names its speaker, else None."""
        speakers = self.speakers(verb)
        return self.voiced(verb, speakers, rule) if speakers else None

    def voiced(self, verb: Token, speakers: list[int], rule: str = "") -> Voice:
        """The voice of a verb of saying with given speakers."""
        row = self.rows[verb.i]
        return Voice(tuple(speakers), row["effect"], verb.i, f"{rule}{verb.text} ({row.where})")

    def speakers(self, verb: Token) -> list[int]:
        """Head tokens of who speaks a verb of saying; pronouns are resolved, [] if nobody is named."""
        if verb.i not in self._speakers:
            self._speakers[verb.i] = self._speaking(verb)
        return self._speakers[verb.i]

    def _speaking(self, verb: Token) -> list[int]:
        if (above := told_on(verb)) is not None:
            return self.speakers(above)
        subject = self._goes_on(verb) or subject_of(verb) or _name_before(verb)
        if subject is None:
            return []
        if subject.lower in PRONOUNS and subject.pos in {"PRON", "DET", "SCONJ"}:
            resolved = self.antecedent(subject)
            return [] if resolved is None or _is_mute(self.parse[resolved]) else [resolved]
        if subject.lemma in PAPERS and any(c.lower in {"the", "this"} for c in subject.children("det")):
            named_before = self.antecedent(subject)
            return [subject.i] if named_before is None else [named_before]
        if subject.lower in {"we", "i", "you"} or _is_mute(subject):
            return []
        beside = _beside(verb, subject)
        heads = sources_in([*beside, *conjuncts(subject)])
        found = [issuer(t) for t in heads if t.pos in SPEAKING or t.lower in SOMEBODY]
        return [t.i for speaker in found for t in (named(speaker), *_organisation(speaker))]

    def _goes_on(self, verb: Token) -> Token | None:
        """The speaker who goes on to speak: "Kyiv said the troops had left and accused Moscow of shelling".

        The parser hangs "accused" on "left", but troops of whom something is said accuse nobody.
        """
        if verb.dep != "conj" or verb.child("nsubj", "nsubj:pass", "aux") is not None:
            return None
        told = verb.head
        if told.dep != "ccomp" or told.i in self.rows or told.head.i not in self.rows:
            return None
        return subject_of(told.head)

    def antecedent(self, pronoun: Token) -> int | None:
        """The speaker before that a pronoun stands for, by nearness and agreement."""
        if pronoun.lower in {"who", "which", "that"}:
            clause = pronoun.head
            meant = _beside_event(clause.head, pronoun)
            return named(meant).i if clause.dep.startswith("acl") else None
        for verb in range(pronoun.i - 1, -1, -1):
            said = self.parse[verb]
            if (cited := _cited(said)) is not None and cited.i < pronoun.i and _agrees(cited, pronoun):
                return named(cited).i
            if (own := _body_before(said, pronoun)) is not None:
                return named(own).i
            spoke = (subject_of(said) or _name_before(said)) if verb in self.rows else None
            subject = spoke or (_doer(said, pronoun) if verb not in self.rows or said.lemma in ACCUSED else None)
            if subject is not None and subject.pos != "PRON":
                meant = named(subject)  # "one of them, Zarina Jioyeva, said ... She said"
                if meant.i < pronoun.i and (_agrees(subject, pronoun) or _agrees(meant, pronoun)):
                    return meant.i
        return None


def _cited(word: Token) -> Token | None:
    """Who is cited by "according to" ("eleven were shot, according to a resident. He said")."""
    if word.lower != "according":
        return None
    source = word.head if word.dep == "case" else word.child("obl", "nmod", "obj")
    return None if source is None or source.pos == "PRON" else source


def speech(parse: Parse) -> Speech:
    """The verbs of saying of a report."""
    verbs = (i for i, pos in enumerate(parse.pos) if pos in {"VERB", "AUX"} and not is_taken_for(parse[i]))
    return Speech(parse, {i: row for i in verbs if (row := _row_of(parse[i])) is not None})


def _row_of(verb: Token) -> Row | None:
    """The row of a verb of saying; one with a partner needs it beside the verb ("holds the army responsible")."""
    rows = table("speech").at(verb)
    if any(row.partner for row in rows):
        near = (t for child in verb.children() for t in (child, *child.children("amod")))
        beside = {word for t in near for word in (t.lemma, t.lower)}
        rows = [row for row in rows if not row.partner or row.partner in beside]
    bare = all(not row.partner for row in rows) and verb.child("ccomp") is None
    if verb.lemma == "hold" and bare and is_passive(verb):
        return None  # "funerals were held for those who died"
    if verb.lemma == "charge" and any(preposition(c) in RUSHED for c in verb.children("obl")):
        return None  # "police charged at demonstrators"
    if verb.lemma == "speak" and any(c.lower in {"as", "while", "when"} for c in verb.children("mark")):
        return None  # "exploded as the minister spoke"
    return rows[0] if rows else None


def _beside_event(noun: Token, pronoun: Token) -> Token:
    """The noun a relative clause speaks of; no event speaks ("the attack on Russia, which denied it")."""
    before = noun.parse[max(0, pronoun.i - 1 - (noun.parse[pronoun.i - 1].text == ","))]
    event = noun.pos == "NOUN" and any(row["pos"] == "N" for row in table("triggers").at(noun))
    named = before.pos in {"PROPN", "NOUN"} and before.i > noun.i and not _is_mute(before)
    return before if event and named else noun


def _is_mute(subject: Token) -> bool:
    """Whether the subject of a verb of saying is nobody who speaks: an event, a time, a place, "no one"."""
    row = table("triggers").first(subject)
    if (
        subject.lower in {"nobody", "none", "most"}
        or subject.lemma in MUTE
        or (row is not None and row["pos"] == "N" and len(row.words) == 1)
    ):
        return True
    if subject.pos == "NOUN" and subject.lemma in table("place_nouns") and subject.lemma not in NATIONS:
        return True
    arms = table("means").first(subject)
    if subject.pos == "NOUN" and arms is not None and arms["kind"]:
        return True  # "shells slammed into a school"
    return any(c.lower == "no" for c in subject.children("det"))


def speaks(noun: Token) -> bool:
    """Whether a noun is of somebody who can be cited: people, a name, a source."""
    return noun.pos == "PROPN" or noun.lemma in {"source", "report", "medium"} or noun.lemma in table("people")


def _organisation(speaker: Token) -> list[Token]:
    """The body for which a chief speaks, if he is called by a short word for it ("Observatory head"): both are named.

    A body that his own words name in full ("NATO spokesman", "a spokesman for the Taliban") is no second source.
    """
    if named(speaker).pos != "PROPN":
        return []
    titles = [speaker, *speaker.children("nmod:desc", "appos")]
    for title in (t for t in titles if t.lemma in OFFICES):
        beside = [c for c in title.children("compound", "nmod:poss") if c.pos == "PROPN"]
        after = [c for c in title.children("nmod") if preposition(c) in {"for", "of", "from", "with", "at"}]
        for body in (*beside, *(c for c in after if c.pos == "PROPN")):
            if body.lower in BODIES:
                return [body]
    return []


def issuer(paper: Token) -> Token:
    """Whose word a paper is: "Amnesty" in "a report by Amnesty" or "Amnesty published a report", else the paper."""
    if paper.lemma not in ISSUED:
        return paper
    if paper.dep == "obj" and paper.head.lemma in ISSUING and (by := subject_of(paper.head)) is not None:
        return by
    issued = (c for clause in paper.children("acl") if clause.lemma in ISSUING for c in clause.children("obl"))
    makers = (c for c in (*paper.children("nmod", "acl"), *issued) if preposition(c) in {"by", "from"})
    return next(
        (c for c in makers if preposition(c) == "by" or c.name_kind != "LOCATION"), paper
    )  # "reports from Raqqa"


def _beside(verb: Token, subject: Token) -> list[Token]:
    """Other subjects of a verb of saying that stand in one phrase with the last: "police and hospital sources"."""
    others = [t for t in verb.children("nsubj") if t.i < subject.i < verb.i and t.lower not in PRONOUNS]
    joined = (t for t in others if all(t.parse.pos[i] != "PUNCT" for i in range(t.i, subject.i)))
    return [t for t in joined if not (subject.pos == "PROPN" and t.i == subject.i - 1)]  # "the agency AIM" is one


@once
def subject_of(verb: Token) -> Token | None:
    """Who speaks: the verb's subject or agent, or that of the verb it is coordinated with."""
    charged = verb.lemma in CHARGING and is_passive(verb)  # "the commander blamed for it was arrested"
    if charged or (is_marked_passive(verb) and not _tells(verb)):
        agents = (c for c in verb.children("obl") if c.dep == "obl:agent" or preposition(c) == "by")
        return next(agents, None)
    found = list(verb.children("nsubj")) or _of_participle(verb)
    if found:
        return next((t for t in reversed(found) if not preposition(t)), found[-1])
    if (first := cut_off(verb)) is not None:
        return first
    if verb.i > verb.sent.start and verb.parse[verb.i - 1].text in INVERTING and verb.lemma not in CHARGING:
        behind = verb.child("obj", "dep", "obl", "appos")
        if behind is not None and behind.i > verb.i:
            return None if preposition(behind) else behind
        if (inserted := _inserted(verb)) is not None:
            return inserted
    participle = verb.lower.endswith("ing")
    if participle and (above := _speaks_on(verb)) is not None:
        return above
    if verb.dep in {"conj", "xcomp"} or (verb.dep.startswith("advcl") and participle):
        if verb.dep == "advcl" and verb.head.is_root and verb.head.pos == "PROPN":
            return verb.head  # "Moscow, saying that it had no such missile, denied it"
        able = verb.dep == "xcomp" and verb.head.lemma == "able"  # "was able to confirm the deaths of 21"
        return subject_of(verb.head) if able or (verb.head.pos in {"VERB", "AUX"} and not verb.is_root) else None
    return verb.head if verb.dep.startswith("acl") and participle else None


def _inserted(verb: Token) -> Token | None:
    """The speaker between commas behind his verb, wherever he was hung ("40 died, says Amnesty, and 90 were held")."""
    parse, i = verb.parse, verb.i + 1
    if "VerbForm=Fin" not in verb.feats or verb.child("nsubj", "nsubj:pass", "obj") is not None:
        return None
    while i < verb.sent.end and parse.pos[i] in {"DET", "ADJ", "NOUN", "PROPN", "PART"} and i - verb.i <= REACH_BEHIND:
        i += 1
    closed = i < verb.sent.end and parse[i].text == ","
    return parse[i - 1] if closed and i > verb.i + 1 and parse.pos[i - 1] in {"NOUN", "PROPN"} else None


def _of_participle(verb: Token) -> list[Token]:
    """The subject that the parser hung on a participle behind it: "villagers interviewed by the BBC said"."""
    before = (c for c in verb.children("advcl") if c.i < verb.i and c.lower.endswith("ed"))
    bare = (c for c in before if c.child("aux", "aux:pass", "mark") is None)
    return [t for c in bare for t in c.children("nsubj:pass") if t.i == c.i - 1 or t.pos != "PRON"]


def _speaks_on(verb: Token) -> Token | None:
    """Who speaks a participle that the parser hung elsewhere than on his own verb of saying.

    "quoted a nurse as saying": the nurse; "denied that its guns had fired, saying" and "wrote to the
    committee saying": who denied, who wrote.
    """
    head = verb.head
    if head.lemma in {"quote", "cite"}:
        return head.child("obj", "nsubj:pass")
    which = head.child("nsubj")
    if head.dep == "acl:relcl" and which is not None and which.lower in {"that", "which"} and verb.dep == "advcl":
        *_, main = verb.ancestors()  # "said it had raided a ministry in an attack that killed nine, saying"
        return subject_of(main) if table("speech").first(main) is not None and main.child("ccomp") else None
    told = head.dep == "ccomp" and verb.dep.startswith("advcl")
    addressed = head.dep == "obl" and verb.dep.startswith("acl")
    speaks = not head.is_root and table("speech").first(head.head) is not None
    return subject_of(head.head) if speaks and (told or addressed) and head.lemma not in table("speech") else None


def _tells(verb: Token) -> bool:
    """Whether "told" has its speaker for a subject though the parser took it for a passive ("medics told Reuters")."""
    return verb.lower == "told" and verb.child("aux") is None and verb.child("iobj", "obj") is not None


def _name_before(verb: Token) -> Token | None:
    """The name right before a verb of saying to which the parser gave no subject, as in text without commas."""
    if "VerbForm=Fin" not in verb.feats:
        return None
    last = verb.i - 1
    if last > verb.sent.start and verb.parse[last].text == ",":
        last -= 1
    name = verb.parse[last].name if last >= verb.sent.start else None
    if name is None or name.end != last + 1 or name.kind not in {"PERSON", "ORGANIZATION"}:
        return None
    inside = range(name.start, name.end)
    head = next((verb.parse[i] for i in inside if verb.parse.heads[i] not in inside), None)
    return head if head is not None and not preposition(head) else None


def sources_in(heads: list[Token]) -> list[Token]:
    """Speakers without the body that is only named in the words of the next ("police and hospital sources").

    Nor is a number one ("four according to the police and 19 according to hospital staff").
    """
    shared = {body.i for t in heads if (body := body_before(t)) is not None}
    return [t for t in heads if t.i not in shared and not (t.pos == "NUM" and t.dep == "conj")]


def _body_before(verb: Token, pronoun: Token) -> Token | None:
    """The body or capital of the clause before in the same sentence: "Baku gave no figure; it said that"."""
    if pronoun.lower != "it" or verb.pos != "VERB" or verb.dep.startswith("acl"):
        return None
    subject = verb.child("nsubj")
    if subject is not None and verb.dep == "ccomp" and verb.head.i == pronoun.head.i and verb.i < pronoun.i:
        quoted = sum(t.text in QUOTES for t in verb.parse.tokens(subject.sent.start, subject.i)) % 2
        own = subject.lemma in COLLECTIVE or subject.pos == "PROPN"  # "the junta has hanged two, it said"
        return subject if own and not quoted else None
    if verb.i < pronoun.sent.start:
        near = verb.is_root and pronoun.sent.index - verb.sent.index == 1 and pronoun.head.is_root
        power = subject is not None and subject.pos == "PROPN" and subject.name_kind in {"LOCATION", "ORGANIZATION"}
        return subject if near and power else None  # "Baku gives no figures. It says that"
    if subject is not None and verb.is_root and subject.lemma in COLLECTIVE and pronoun.head.dep == "acl:relcl":
        return subject  # "the ministry named the dead as Haddad, who it said was shot"
    if subject is None or subject.pos != "PROPN" or not _agrees(subject, pronoun):
        return None
    return subject if subject.name is not None and pronoun.head.dep in {"parataxis", "conj", "root"} else None


def _doer(verb: Token, pronoun: Token) -> Token | None:
    """A person by name who does something, whom "he said" may mean: "President Bakiyev refused to quit",
    "Mladic is charged with genocide. He denies it".
    """
    if pronoun.lower not in {"he", "she"} or verb.pos != "VERB":
        return None
    subject = verb.child("nsubj", "nsubj:pass") if verb.lemma in ACCUSED else verb.child("nsubj")
    if verb.lemma in ACCUSED and (one := _one_among(verb)) is not None:
        return one
    if subject is None or subject.pos not in {"NOUN", "PROPN"}:
        return None
    person = named(subject)
    return person if person.pos == "PROPN" and _is_person(person) else None


def _one_among(verb: Token) -> Token | None:
    """The one person by name among those who were arrested: "among them the mayor, Jose Luis Abarca, and his wife"."""
    parse = verb.parse
    names = [t for t in map(parse.__getitem__, verb.subtree()) if t.name_kind == "PERSON" and t.dep != "flat"]
    among = any(parse.lower_of(i) in {"among", "including"} for i in verb.subtree())
    return names[0] if among and len(names) == 1 else None


def _is_person(noun: Token) -> bool:
    return noun.name_kind == "PERSON"


def _agrees(noun: Token, pronoun: Token) -> bool:
    is_person = _is_person(noun)
    plural = "Number=Plur" in noun.feats
    if pronoun.lemma in PAPERS:
        return noun.lemma not in PAPERS
    if pronoun.lower in {"they", "them"}:
        return plural or noun.lower.endswith("s")
    if pronoun.lower in {"he", "she", "him", "her"}:
        one = noun.pos == "NOUN" and not plural and noun.lemma not in COLLECTIVE
        return is_person or (one and (noun.lemma in table("people") or noun.lemma == "source"))
    return not is_person and not (pronoun.lower == "it" and plural and noun.pos == "NOUN")
