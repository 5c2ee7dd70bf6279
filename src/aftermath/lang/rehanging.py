"""Words that the parser hung on the wrong verb: mistakes that cost an event its doer or its dead.

In "gunmen thought to be rebels stormed a school" it makes "thought" the main verb, and nobody storms; in "soldiers
avenging a comrade burned homes" it hangs the soldiers on "avenging"; in "the bomb missed its target and injured four
shoppers" the shoppers on "missed"; in "troops opened fire, witnesses said, a day after police had killed four" it
makes "killed" a second thing that was said; in "GAZA CITY — Nine people died" the city dies too; in "the army said
rebels had fired and soldiers had fired back" only the first was said; in "led to 40 protesters being shot" and "who
were there training recruits and were attacked" nobody is shot or attacked; in "police thought Rye robbed the shop,
then seized a girl" police seize her; in "killing eight and injuring 52" both figures are of the dead; in "fired on
fleeing civilians" nobody is fired on; in "tanks fired at protesters and snipers shot at anyone" the snipers are fired
at; in "killed the envoy Mary Smith and two guards" the envoy and his name are two, or the guards are his; in "the army
denied that its troops had burned it, saying that rebels had" the troops say so. What small words show is in
`completion`. Takes heads and relations of a text, gives them with these words where they belong; it
touches nothing else.
"""

from collections.abc import Sequence

from aftermath.lang.completion import TIMING, Completion
from aftermath.lang.tree import Tree

SUPPOSED = frozenset("think believe suspect say know allege understand report presume".split())
"""Verbs whose participle before "to" says what somebody is taken for."""

DASHES = frozenset({"-", "--", "–", "—", ":"})
"""Marks behind the place that a report is sent from."""

DATELINE = 20
"""Words of a dateline, at most."""

SHIFTED = frozenset({"had", "would"})
"""Auxiliaries of what was said before now."""

FINITE = frozenset("was were is are has have had".split())
"""Auxiliaries of a clause that can stand for itself."""

MOVING = frozenset("flee sleep pray protest march retreat mourn withdraw advance starve queue worship".split())
"""Verbs without object, whose "-ing" before a noun describes people."""

SAYING = frozenset("say add claim insist stress note argue maintain allege state warn explain".split())
"""Verbs whose "-ing" behind what was said goes on with it."""

FIRING = frozenset({"fire", "shoot", "retaliate"})
"""Deeds told without an object."""

AIMED = frozenset({"on", "at", "against", "into", "among"})
"""Prepositions of what is shot at."""


def rehung_verbs(
    words: Sequence[str], lemmas: Sequence[str], heads: Sequence[int], deps: Sequence[str], pos: Sequence[str]
) -> tuple[list[int], list[str]]:
    """Heads and relations in which reduced relatives hang on their nouns, and objects on the verb before them."""
    tree = _Verbs(words, list(heads), list(deps))
    completion = Completion(words, tree.heads, tree.deps)  # of the same tree
    for i in range(len(words) - 1):
        if words[i + 1] in DASHES and not words[i].islower():
            tree.part_dateline(i)
        if lemmas[i] in SUPPOSED and words[i + 1] == "to" and heads[i] == i:
            tree.unfold_supposed(i)
        elif words[i].lower().endswith("ing") and deps[i] == "advcl":
            tree.hang_participle(i, lemmas)
        elif pos[i] == "PROPN" and deps[i] in {"obj", "appos"} and i and pos[i - 1] == "NOUN":
            tree.name_one(i, pos)
        elif deps[i] == "ccomp" and heads[i] < i:
            tree.hang_time(i)
        elif words[i] == "being" and deps[i] == "aux:pass" and deps[heads[i]] == "advcl":
            tree.give_sufferer(i)
        elif words[i].lower() == "then" and deps[i] == "advmod" and heads[i] > i:
            tree.go_on_supposing(heads[i], lemmas)
        elif pos[i] == "VERB" and deps[i] in {"acl", "conj"} and heads[i] < i:
            tree.join(i, pos)
        else:
            completion.complete(i, lemmas, pos)
    return tree.heads, tree.deps


class _Verbs(Tree):
    """Verbs, and who hangs on the wrong one."""

    def unfold_supposed(self, participle: int) -> None:
        """Make the verb behind what somebody is supposed to be the root."""
        below = list(self.children(participle))
        noun = next((c for c in below if self.deps[c].startswith("nsubj") and c == participle - 1), None)
        taken_for = next((c for c in below if self.deps[c] == "xcomp"), None)
        if noun is None or taken_for is None:
            return
        later = (c for c in below if c > taken_for and self.deps[c] in {"ccomp", "xcomp"} and self.is_finite(c))
        main = next(later, None)
        if main is None or any(self.deps[c].startswith("aux") for c in below):
            return
        for child in below:
            if child > main or self.deps[child] == "punct":
                self.heads[child] = main
        self.hang(main, main, "root")
        self.hang(noun, main, "nsubj")
        self.hang(participle, noun, "acl")

    def hang_participle(self, participle: int, lemmas: Sequence[str]) -> None:
        """Hang an "-ing" on the noun it describes, be it before or behind."""
        if self.heads[participle] > participle:
            self.unfold_gerund(participle)
        elif lemmas[participle] in MOVING:
            self.describe(participle)
        elif lemmas[participle] in SAYING:
            self.say_on(participle)
        else:
            self.follow_from(participle, lemmas)

    def follow_from(self, participle: int, lemmas: Sequence[str]) -> None:
        """Hang what came of it on the deed right before, not on what was done to the doers before that.

        "Police were pelted with stones and opened fire, killing one".
        """
        suffered = self.heads[participle]
        below = list(self.children(suffered))
        done = (c for c in below if self.deps[c] == "conj" and c < participle)
        deed = next((c for c in done if lemmas[c] in FIRING or "obj" in (self.deps[d] for d in self.children(c))), None)
        if deed is not None and "aux:pass" in (self.deps[c] for c in below) and self.words[participle - 1] == ",":
            self.hang(participle, deed, "advcl")

    def say_on(self, participle: int) -> None:
        """Hang "saying that" on who said what stands before it, and not on that ("denied it had shot him, saying")."""
        told = self.heads[participle]
        above = self.heads[told]
        if self.deps[told] == "acl" and self.deps[above] == "obj":  # "rejected claims that it had"
            above = self.heads[above]
        says = any(self.deps[c] == "ccomp" for c in self.children(participle))
        set_off = self.words[participle - 1] == ","
        if says and set_off and self.deps[told] in {"ccomp", "acl"} and above < told:
            self.hang(participle, above, "advcl")

    def unfold_gerund(self, participle: int) -> None:
        """Give the verb behind a bare "-ing" its subject, where no comma sets the participle off."""
        main, below = self.heads[participle], list(self.children(participle))
        noun = next((c for c in below if self.deps[c] == "nsubj" and c == participle - 1), None)
        if noun is None or any(self.deps[c] in {"mark", "aux"} or self.words[c] == "," for c in below):
            return
        beside = [self.deps[c] for c in self.children(main)]
        if any(dep.startswith("nsubj") for dep in beside) or "," in self.words[participle:main]:
            return
        self.hang(noun, main, "nsubj")
        self.hang(participle, noun, "acl")

    def give_sufferer(self, being: int) -> None:
        """Give a passive behind "to" or "of" the noun right before it ("led to 40 protesters being shot")."""
        verb, noun = self.heads[being], being - 1
        bare = not any(self.deps[c].startswith("nsubj") for c in self.children(verb))
        if bare and self.heads[noun] == self.heads[verb] and self.deps[noun] == "obl":
            self.hang(noun, verb, "nsubj:pass")

    def leave_participle(self, verb: int) -> None:
        """Hang a finite verb on the clause that a participle before it describes, and not on the participle.

        "Troops who were in the country training recruits and were attacked".
        """
        participle = self.heads[verb]
        finite = any(self.deps[c].startswith("aux") and self.words[c] in FINITE for c in self.children(verb))
        bare = not any(self.deps[c].startswith("aux") for c in self.children(participle))
        if finite and bare and self.words[participle].endswith("ing") and self.deps[participle] in {"acl", "advcl"}:
            self.hang(verb, self.heads[participle], "conj")

    def hang_time(self, verb: int) -> None:
        """Hang a clause that says when, behind the speaker, on what is said and not on the saying."""
        told = (c for c in self.children(self.heads[verb]) if self.deps[c] == "ccomp" and c < self.heads[verb])
        said = next(told, None)
        marks = [self.words[c].lower() for c in self.children(verb) if self.deps[c] == "mark"]
        if said is not None and TIMING & set(marks):
            self.hang(verb, said, "advcl")

    def join(self, verb: int, pos: Sequence[str]) -> None:
        """Hang a verb behind another where it belongs, and what is its own on it."""
        self.give_second_subject(verb, pos)
        if self.deps[verb] == "conj":
            self.leave_participle(verb)
            self.go_on_saying(verb)
            self.pair_verbs(verb, pos)
            self.give_object(verb, pos)
            self.part_counts(verb, pos)

    def give_second_subject(self, verb: int, pos: Sequence[str]) -> None:
        """Make the noun that "and" joins to whoever was shot at the subject of the verb behind it that has none.

        "Tanks fired at protesters and snipers shot at anyone in the streets".
        """
        noun, below = verb - 1, list(self.children(verb))
        if pos[noun] != "NOUN" or self.deps[noun] != "conj":
            return
        first = self.heads[noun]
        main = self.heads[first]
        joined = [c for c in self.children(noun) if self.deps[c] == "cc" and self.words[c].lower() == "and"]
        taken = any(self.deps[c] in {"cc", "aux:pass"} or self.deps[c].startswith("nsubj") for c in below)
        around = (word for c in below for word in (c, *self.children(c)))
        aimed = any(self.words[word].lower() in {"at", "on", "against"} for word in around)
        if not joined or taken or self.deps[first] != "obl" or pos[main] != "VERB" or self.words[verb].endswith("ing"):
            return
        if self.heads[verb] not in {first, noun, main} or not aimed:
            return
        self.hang(noun, verb, "nsubj")
        self.hang(joined[0], verb, "cc")
        self.hang(verb, main, "conj")

    def go_on_saying(self, verb: int) -> None:
        """Hang a clause that stands in the tense of what was said on that, and not on the saying."""
        told = (c for c in self.children(self.heads[verb]) if self.deps[c] == "ccomp" and self.heads[verb] < c < verb)
        said = next(told, None)
        if said is None or not any(self.deps[c].startswith("nsubj") for c in self.children(verb)):
            return
        one, other = ({self.words[c] for c in self.children(v) if self.deps[c] == "aux"} for v in (said, verb))
        if one & other & SHIFTED:
            self.hang(verb, said, "conj")

    def go_on_supposing(self, verb: int, lemmas: Sequence[str]) -> None:
        """Hang what came "then" on the deed that somebody is thought to have done before, and not on the thinking."""
        thinking = self.heads[verb]
        told = [c for c in self.children(thinking) if self.deps[c] == "ccomp" and thinking < c < verb]
        bare = not any(self.deps[c].startswith("nsubj") for c in self.children(verb))
        if told and bare and lemmas[thinking] in SUPPOSED and self.deps[verb] in {"conj", "parataxis"}:
            self.hang(verb, told[0], "conj")

    def name_one(self, name: int, pos: Sequence[str]) -> None:
        """Make a name right behind the noun for its bearer one with it, and who is listed behind it the noun's."""
        noun = name - 1
        if self.deps[name] == "obj" and (self.deps[noun] != "obj" or self.heads[noun] != self.heads[name]):
            return
        if self.deps[name] == "appos" and self.heads[name] != noun:
            return
        self.hang(name, noun, "appos")
        for child in list(self.children(name)):
            if self.deps[child] == "conj" and pos[child] == "NOUN":
                self.hang(child, noun, "conj")

    def part_dateline(self, last: int) -> None:
        """Take the place, day and agency that begin a sentence, before a dash or colon, out of the clause behind it."""
        first = last
        while first and last - first < DATELINE and self._is_sent_from(first - 1):
            first -= 1
        said = [word for word in self.words[first : last + 1] if word.isalnum()]
        dated = self.words[last] == ")" or (self.words[last + 1] != "-" and any(map(str.isdigit, said)))
        begins = first == 0 or self.root(first - 1) != self.root(first)
        if not begins or not (dated or (all(map(str.isupper, said)) and said)):
            return
        for word in range(first, last + 1):
            beside = (c for c in self.children(self.heads[word]) if c > last + 1)
            if self.heads[word] > last and any(self.deps[c].startswith("nsubj") for c in beside):
                self.deps[word] = "parataxis"

    def _is_sent_from(self, word: int) -> bool:
        """Whether a word can stand in a dateline: a name, a number, a mark that ends no sentence, or "in"."""
        return not (self.words[word].islower() and self.words[word] not in {"in", "of"}) and self.words[word] != "."

    def pair_verbs(self, verb: int, pos: Sequence[str]) -> None:
        """Pair a participle with the one before it, and not with what that has for its object.

        "Killing eight and injuring 52".
        """
        told = self.heads[verb]
        first = self.heads[told]
        ing = self.words[verb].endswith("ing") and self.words[first].endswith("ing")
        if ing and pos[told] in {"NUM", "NOUN"} and self.deps[told] == "obj" and pos[first] == "VERB":
            self.hang(verb, first, "conj")

    def describe(self, participle: int) -> None:
        """Make what people are doing at whom is shot a word that describes them ("fired on fleeing civilians")."""
        below = list(self.children(participle))
        case = next((c for c in below if self.deps[c] == "mark" and self.words[c] in AIMED), None)
        noun = next((c for c in below if self.deps[c] == "obj" and c == participle + 1), None)
        if case is None or noun is None:
            return
        self.hang(noun, self.heads[participle], "obl")
        self.hang(case, noun, "case")
        self.hang(participle, noun, "amod")

    def give_object(self, verb: int, pos: Sequence[str]) -> None:
        """Give the second of two verbs the noun behind it, where the first has an object of its own before."""
        first, below = self.heads[verb], list(self.children(verb))
        if pos[first] != "VERB" or any(
            self.deps[c] in {"obj", "nsubj", "nsubj:pass", "aux:pass", "xcomp"} for c in below
        ):
            return
        beside = list(self.children(first))
        if not any(self.deps[c] == "obj" and c < verb for c in beside):
            return
        behind = [
            c for c in beside if c > verb and pos[c] in {"NOUN", "PROPN", "NUM"} and self.deps[c] in {"obj", "conj"}
        ]
        bare = (c for c in behind if not any(self.deps[d] in {"cc", "case"} for d in self.children(c)))
        noun = next(bare, None)
        if noun is not None and not any(word in {",", ";", "and"} for word in self.words[verb + 1 : noun]):
            self.hang(noun, verb, "obj")

    def part_counts(self, verb: int, pos: Sequence[str]) -> None:
        """Give each of two verbs the number behind it ("killed 12 and injured 20 people")."""
        first = self.heads[verb]
        noun = next((c for c in self.children(first) if c > verb and self.deps[c] == "obj"), None)
        if noun is None or pos[first] != "VERB" or verb != first + 3 or pos[first + 1] != "NUM":
            return
        if self.heads[first + 1] == noun and any(pos[c] == "NUM" for c in range(verb + 1, noun)):
            self.hang(first + 1, first, "obj")
            self.hang(noun, verb, "obj")
