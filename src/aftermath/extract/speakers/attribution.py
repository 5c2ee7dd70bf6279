"""Who says what: for every token of a report, the voice in which it is told.

The voice is found by walking from a token up to the root of its sentence: the first verb of
saying of which the token is content gives the innermost speaker. Where the tree gives none,
the words do: a speaker behind the sentence, "according to" anywhere in it, the speaker of a
quotation. Where no speaker is found the report tells it in its own voice.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from aftermath.extract.grammar.passive import is_marked_passive, is_passive
from aftermath.extract.grammar.phrases import conjuncts, preposition
from aftermath.extract.speakers.according import accord, according
from aftermath.extract.speakers.content import cited_as_saying, cited_behind, goes_on, is_content, is_recorded
from aftermath.extract.speakers.disputed import CALLING, REPORTS, called_false, found_false, report_over
from aftermath.extract.speakers.fullname import full_name
from aftermath.extract.speakers.labels import labels
from aftermath.extract.speakers.quotation import quote_voices, quoted
from aftermath.extract.speakers.speech import (
    ISSUED,
    JUDGING,
    Speech,
    Voice,
    speech,
    subject_of,
)
from aftermath.extract.speakers.trailing import trail
from aftermath.model import Parse, Sentence, Token

COUNTING = frozenset("count record register tally log document list".split())
"""What somebody does with the dead whose word another gives ("observers counted 92 bodies, the general said")."""
UNSIGNED = frozenset("report information indication account estimate figure datum data finding result".split())
"""Papers and figures that, where no word says whose they are, are the word of who cites them."""
CLAIMS = frozenset("allegation accusation claim charge suspicion".split())
"""What somebody says of an event that others doubt."""


@dataclass(slots=True)
class Voices:
    """The voices of one report, found on demand and kept."""

    parse: Parse
    speech: Speech
    inside: list[bool]
    _quotes: dict[int, Voice]
    _labels: dict[int, Voice]
    _trails: dict[int, tuple[int, Voice] | None] = field(default_factory=dict)
    _found: dict[int, Voice | None] = field(default_factory=dict)

    def at(self, token: Token) -> Voice | None:
        """The innermost voice in which a token is told, None for the report's own."""
        if token.i not in self._found:
            found = self._find(token)
            if found is not None and found.effect in JUDGING and _is_presupposed(token, found):
                found = self._find(self.parse[found.verb])
            self._found[token.i] = self._named(found)
        return self._found[token.i]

    def is_speech(self, token: Token) -> bool:
        """Whether the token is a verb of saying."""
        return token.i in self.speech.rows

    def denial(self, token: Token) -> Voice | None:
        """Who calls an event false, or denies it in a clause that hangs on its noun ("an attack which Kyiv denies")."""
        noun = token.head if token.head.lemma in REPORTS and not token.is_root else token
        verb = called_false(noun)
        if verb is not None and (who := self.speech.speakers(verb)):
            return Voice(tuple(who), "deny", verb.i, f"calls it false: {verb.text}")
        if (report := report_over(token)) is not None and (false := found_false(report)) is not None:
            said = self.at(report if false.head.i == report.i else false)
            return None if said is None else Voice(said.speakers, "deny", said.verb, f"calls it false: {false.text}")
        if token.pos not in {"NOUN", "PROPN"}:
            return None
        for clause in token.children("acl"):
            row = self.speech.rows.get(clause.i)
            denier = any(
                c.lower in {"which", "who", "that"} for c in clause.children("nsubj")
            )  # "Kyiv, which denied it"
            if row is not None and row["effect"] == "deny" and clause.dep == "acl:relcl" and not denier:
                speakers = [i for i in self.speech.speakers(clause) if i != token.i]
                if speakers:
                    return self.speech.voiced(clause, speakers)
        return None

    def _find(self, token: Token) -> Voice | None:
        found = self._climb(token)
        if found is None or not found.speakers:
            found = self._trailing(token) or found
        if found is None:
            found = self._sentence_source(token.sent) or self._cut_off(token.sent)
        if found is None and self.inside[token.i]:
            found = self._quotes.get(token.sent.index)
        return found or self._labels.get(token.sent.index)

    def _trailing(self, token: Token) -> Voice | None:
        behind = self._trail(token.sent)
        return behind[1] if behind is not None and token.i < behind[0] else None

    def _trail(self, sent: Sentence) -> tuple[int, Voice] | None:
        if sent.index not in self._trails:
            self._trails[sent.index] = trail(self.speech, sent)
        return self._trails[sent.index]

    def _sentence_source(self, sent: Sentence) -> Voice | None:
        """A source named by "according to" anywhere in the sentence: it vouches for all of it."""
        for token in self.parse.tokens(sent.start, sent.end):
            if token.lower == "according":
                found = according(token.head) or according(token.head.head)
                if found is not None:
                    return found
        return None

    def _cut_off(self, sent: Sentence) -> Voice | None:
        """The speaker in a sentence of his own, cut off by the parser from what he says ("... raids the monitor said").

        Where a text has no commas a sentence ends without a mark, and the next one holds only who said it.
        """
        if sent.index + 1 >= len(self.parse.sentences) or self.parse.pos[sent.end - 1] == "PUNCT":
            return None
        after = self.parse.sentences[sent.index + 1]
        if after.paragraph != sent.paragraph:
            return None
        for i in range(after.start, after.end):
            verb = self.parse[i]
            if i in self.speech.rows and verb.is_root and verb.child("ccomp", "xcomp", "parataxis", "obj") is None:
                return self.speech.voice(verb, "cut off behind it: ")
        return None

    def _climb(self, token: Token) -> Voice | None:
        child = token
        while True:
            found = according(child) or self._beside(child)
            if found is not None and found.verb < 0 and child.dep == "ccomp":
                found = self._content(child, child.head) or found  # "officials said ..., according to the agency"
            if found is not None or child.is_root:
                return found
            found = self._content(child, child.head) or self._through_paper(child)
            found = found or self._by_paper(child) or self._called(child, child.head)
            if found is not None:
                return self._beyond(found) or found
            child = child.head

    def _beyond(self, voice: Voice) -> Voice | None:
        """Who says that somebody counted them, or that reports of nobody show it.

        "Observers counted 92 bodies, the general said", "the army said initial reports showed three dead".
        """
        verb = self.parse[voice.verb]
        if voice.verb < 0 or not (verb.lemma in COUNTING or self._is_unsigned(voice)):
            return None
        outer = self._find(verb)
        return outer if outer is not None and outer.effect == "say" and outer.speakers else None

    def _is_unsigned(self, voice: Voice) -> bool:
        """Whether a voice is that of papers that are nobody's by their words ("preliminary reports")."""
        papers = [self.parse[i] for i in voice.speakers]
        return bool(papers) and all(t.lemma in UNSIGNED and t.child("compound", "nmod", "acl") is None for t in papers)

    def _through_paper(self, child: Token) -> Voice | None:
        """The voice above a "that" clause hung on a noun: "said in a statement that", "was told by staff that"."""
        noun = child.head
        if not child.dep.startswith("acl") or not any(c.lower == "that" for c in child.children("mark")):
            return None
        if noun.is_root or not noun.dep.startswith("obl") or noun.head.i not in self.speech.rows:
            return None
        return self.speech.voice(noun.head)

    def _called(self, child: Token, verb: Token) -> Voice | None:
        """Who calls what happened so: "died in what Hamas called an Israeli shelling"."""
        so = child.dep == "xcomp" or preposition(child) == "as"
        what = verb.dep.startswith("acl") and verb.head.lower == "what" and verb.lemma in CALLING
        who = self.speech.speakers(verb) if so and what else []
        return Voice(tuple(who), "say", verb.i, f"called so: {verb.text}") if who else None

    def _by_paper(self, child: Token) -> Voice | None:
        """The issuer of a paper of which a "that" clause is the content: "a statement by the office that ..."."""
        paper = child.head
        if paper.dep == "nmod" and preposition(paper) in {"by", "from"} and paper.head.lemma in ISSUED | CLAIMS:
            paper = paper.head  # the clause hung on who issued it
        said = child.dep.startswith("acl") and any(c.lower == "that" for c in child.children("mark"))
        if not said or paper.lemma not in ISSUED | CLAIMS:
            return None
        issuers = [c for c in paper.children("nmod") if c.dep == "nmod:poss" or preposition(c) in {"by", "from"}]
        if not issuers or issuers[0].pos == "PRON":
            return None
        denied = paper.head if paper.dep == "obj" and paper.head.i in self.speech.rows else None
        if denied is not None and self.speech.rows[denied.i]["effect"] == "deny":
            return self.speech.voice(denied)  # "denied claims by the rebels that they had seized the town"
        effect = "accuse" if paper.lemma in CLAIMS else "say"
        return Voice(tuple(t.i for t in conjuncts(issuers[0])), effect, -1, f"the content of a {paper.lemma}")

    def _content(self, child: Token, verb: Token) -> Voice | None:
        """The voice of a verb of saying whose content the child is."""
        row = self.speech.rows.get(verb.i)
        if row is not None and (goes_on(child, verb) or is_recorded(child, verb)):
            return self.speech.voice(verb)
        if row is None or not is_content(child, verb, row, self.inside[child.i]):
            return None
        if verb.lemma in {"quote", "cite"} and (cited := verb.child("obj")) is not None and child.i != cited.i:
            return self.speech.voiced(verb, [t.i for t in conjuncts(cited)], "quoted: ")
        cited = cited_behind(verb, child)
        if cited is not None:
            return self.speech.voiced(verb, [t.i for t in conjuncts(cited)], "citing: ")
        speakers = self.speech.speakers(verb)
        if not speakers and verb.lemma == "suggest":
            return None  # "the evidence suggests", which is the word of whoever says so
        charged = row["effect"] in {"accuse", "blame"} and is_passive(verb)  # "a man accused of killing"
        if not speakers and not charged and not is_marked_passive(verb) and child.dep not in {"ccomp", "parataxis"}:
            return None
        return self.speech.voiced(verb, speakers)

    def _beside(self, child: Token) -> Voice | None:
        """A verb of saying set beside the clause: "..., residents said", "as residents put it"."""
        for verb in child.children("parataxis", "advcl"):
            if verb.i not in self.speech.rows or subject_of(verb) is None:
                continue
            mark = verb.child("mark")
            if verb.dep.startswith("advcl") and (mark is None or mark.lower != "as"):
                continue
            if verb.dep.startswith("advcl") and verb.child("obj") is not None:
                continue
            if self.speech.rows[verb.i]["content"] == "that" and not self.inside[child.i]:
                continue
            if self.speech.rows[verb.i]["effect"] in {"blame", "accuse"} and verb.child("obj") is not None:
                continue  # "mortar bombs fell on the convoys; each side blamed the other"
            judges = self.speech.rows[verb.i]["effect"] == "condemn"  # "shells fell on it; Tunis protested to Tripoli"
            own = judges or verb.child("obj") is not None
            parted = own and any(c.text == ";" for c in verb.children("punct"))
            own = parted or verb.child("ccomp") is not None  # "nine were killed; the army denied it"
            goes_on = own and verb.dep.startswith("parataxis") and verb.i > child.i
            cited = cited_as_saying(verb)
            found = (
                None if goes_on else self.speech.voiced(verb, cited, "quoted: ") if cited else self.speech.voice(verb)
            )
            if found is not None:
                return found
        return None

    def _named(self, voice: Voice | None) -> Voice | None:
        """The voice with full names for "the group" or "the Observatory"."""
        if voice is None:
            return None
        speakers = tuple(full_name(self.parse[i], self._spoke) for i in voice.speakers)
        return Voice(speakers, voice.effect, voice.verb, voice.why)

    def _spoke(self, i: int) -> bool:
        """Whether the token is a speaker."""
        token = self.parse[i]
        if token.dep.startswith("nsubj") and token.head.i in self.speech.rows:
            return True
        behind = self._trail(token.sent)
        named_behind = behind is not None and i in behind[1].speakers
        return named_behind or accord(token.head) is not None or preposition(token).startswith("according")


def voices(parse: Parse, armed: Collection[int] = ()) -> Voices:
    """The voices of a report; an armed group's name before a colon (a token of `armed`) is a topic and speaks not."""
    said, inside = speech(parse), quoted(parse)
    return Voices(parse, said, inside, quote_voices(said, inside), labels(said, armed))


def _is_presupposed(token: Token, voice: Voice) -> bool:
    """Whether a word stands in a relative clause of what is charged or denied, and so is no part of it."""
    if voice.verb < 0:
        return False
    clause = False
    for above in (token, *token.ancestors()):
        if above.i == voice.verb:
            return clause
        clause = clause or (above.dep == "acl:relcl" and above.head.lemma not in ISSUED | CLAIMS)
    return False
