"""What a small word shows of a verb or a group that the parser left without it.

In "drove a truck packed with explosives into a base" it takes the truck to be packed into the base; "shot dead a
couple" kills nobody; an official "who asked not to be named confirmed that" is himself confirmed; in "according to
Ali Bakr, the governor, rebels and troops fought" the governor fights; in "hours after an attack killed a man" the man
died in the strike before; in "among the 12 killed were two nuns" the nuns are all. Takes heads and relations of a
text, and changes them where such a word stands.
"""

from collections.abc import Sequence

from aftermath.lang.tree import Tree

TIMING = frozenset({"after", "before", "since", "while"})
"""Words that open a clause which only says when."""

LADEN = frozenset("pack load lade fill rig stuff".split())
"""Participles that say what a vehicle carries."""

HARMED = frozenset({"dead", "killed", "wounded", "injured", "hurt", "victims"})
"""What a group is called that was counted."""

FINITE = frozenset({"was", "were", "is", "are"})
"""Verbs behind such a group that say who was of it."""

GOING_ON = frozenset("resume begin start continue renew".split())
"""Verbs that take the noun of what is done."""


class Completion(Tree):
    """Verbs and groups that are given what is theirs."""

    def complete(self, word: int, lemmas: Sequence[str], pos: Sequence[str]) -> None:
        """Give a verb its goal or its object where a small word shows which."""
        small, dep, head = self.words[word].lower(), self.deps[word], self.heads[word]
        if dep == "case":
            self.complete_behind(word, small, lemmas, pos)
        elif small in {"that", "this"} and dep == "det":
            self.name_again(head, pos)
        elif small == "dead":
            self.shoot_dead(word, lemmas)
            if dep == "xcomp":
                self.give_dead(head, word, pos)
        elif dep == "nsubj:pass" and head > word:
            self.speak(word)
        elif dep == "compound:prt":
            self.give_object_behind(word)
        elif dep == "xcomp" and pos[word] == "NOUN" and small.endswith("ing") and lemmas[head] in GOING_ON:
            self.deps[word] = "obj"  # "has resumed shelling of the town"

    def complete_behind(self, word: int, small: str, lemmas: Sequence[str], pos: Sequence[str]) -> None:
        """Give a verb or group what stands behind a preposition."""
        if small == "into":
            self.drive_into(self.heads[word], lemmas)
        elif small in TIMING:
            self.open_clause(word)
        elif small == "according":
            self.give_office(self.heads[word], pos)
        elif small in {"at", "to"}:
            self.count_harmed(word, pos)
        elif small == "among":
            self.gather(word, pos)

    def give_object_behind(self, particle: int) -> None:
        """Make a noun without preposition, right behind a verb's particle, its object ("burned down the village")."""
        verb = self.heads[particle]
        below = list(self.children(verb))
        if {self.deps[c] for c in below} & {"obj", "aux:pass"}:
            return
        noun = next((c for c in below if c > particle and self.deps[c] == "obl"), None)
        inside = () if noun is None else list(self.children(noun))
        if noun is not None and "case" not in (self.deps[c] for c in inside) and min((noun, *inside)) == particle + 1:
            self.deps[noun] = "obj"

    def speak(self, subject: int) -> None:
        """Make a subject active whose verb is followed by what is said ("who asked not to be named confirmed that")."""
        below = [self.deps[c] for c in self.children(self.heads[subject])]
        if "ccomp" in below and "aux:pass" not in below:
            self.deps[subject] = "nsubj"

    def shoot_dead(self, dead: int, lemmas: Sequence[str]) -> None:
        """Make a second subject right behind "shot dead" its object ("gunmen shot dead Governor Ayala")."""
        verb = self.heads[dead]
        if lemmas[verb] != "shoot":
            return
        beside = [c for c in self.children(verb) if self.deps[c] == "nsubj"]
        behind = [c for c in beside if c > dead]
        if dead == verb + 1 and len(beside) > len(behind) == 1:
            self.hang(behind[0], verb, "obj")

    def name_again(self, noun: int, pos: Sequence[str]) -> None:
        """Make a noun that is taken for a clause the object it is ("the group claimed that attack")."""
        below = {self.deps[c] for c in self.children(noun)}
        if self.deps[noun] == "ccomp" and pos[noun] == "NOUN" and not below & {"cop", "nsubj", "case", "mark"}:
            self.deps[noun] = "obj"

    def open_clause(self, mark: int) -> None:
        """Let a word of time open the clause on whose subject it was hung ("hours after an attack killed a man")."""
        subject = self.heads[mark]
        verb = self.heads[subject]
        if self.deps[verb] != "advcl" or not mark < subject < verb:
            return
        if self.deps[subject] == "obl" and self.lacks_subject(subject, verb):
            self.deps[subject] = "nsubj"
        if self.deps[subject] in {"nsubj", "nsubj:pass"}:
            self.hang(mark, verb, "mark")

    def lacks_subject(self, before: int, verb: int) -> bool:
        """Whether a verb with an object has nobody who does it but what stands before it without a comma."""
        told = {self.deps[c] for c in self.children(verb)}
        doing = self.words[verb].endswith("ing") or told & {"nsubj", "nsubj:pass", "aux:pass", "mark"}
        return not doing and "obj" in told and "," not in self.words[before:verb]

    def gather(self, among: int, pos: Sequence[str]) -> None:
        """Make those who were harmed the group in "among the 12 killed were two nuns", and the nuns some of them."""
        number = self.heads[among]
        group = number + 1
        harmed = group + 1 < len(self.words) and self.words[group] in HARMED and self.words[group + 1] in FINITE
        if pos[number] != "NUM" or not harmed or not among < number <= among + 2:
            return
        under = self.heads[group] == number
        head = (group if self.heads[number] == number else self.heads[number]) if under else self.heads[group]
        above = {head, *self.above(head)} if head != group else set()
        if above & set(range(among, group + 1)):
            return
        self.hang(group, head, self.deps[number] if under else self.deps[group])
        for word in (among, *range(among + 1, number)):
            self.heads[word] = group
        self.hang(number, group, "nummod")
        self.deps[group + 1] = "cop"
        for child in self.children(group):
            if child > group and self.deps[child] == "nsubj:pass":
                self.deps[child] = "nsubj"

    def count_harmed(self, case: int, pos: Sequence[str]) -> None:
        """Let a number count those behind it who were harmed ("put the casualties at 246 dead")."""
        number = self.heads[case]
        group = number + 1
        if pos[number] != "NUM" or group >= len(self.words) or self.words[group] not in HARMED or not case < number:
            return
        if self.heads[group] == self.heads[number] != number and self.deps[group] == self.deps[number] == "obl":
            self.hang(case, group, "case")
            self.hang(number, group, "nummod")
            for other in list(self.children(self.heads[group])):  # "... and nearly 1,000 wounded"
                beside = other > group and self.deps[other] == "conj" and self.words[other] in HARMED
                if beside and pos[other - 1] == "NUM" and self.heads[other - 1] == other:
                    self.hang(other, group, "conj")
                    self.deps[other - 1] = "nummod"

    def give_office(self, named: int, pos: Sequence[str]) -> None:
        """Give a speaker the office behind his name, which is no party to what he says.

        "According to Ali Bakr, the governor, rebels and troops fought".
        """
        if pos[named] != "PROPN":
            return
        last = max((c for c in self.children(named) if self.deps[c] == "flat"), default=named)
        behind = self.words[last + 1 : last + 3]
        if len(behind) < 2 or behind[0] != "," or behind[1] not in {"the", "a", "an"}:
            return
        near = range(last + 3, min(last + 6, len(self.words) - 1))
        office = next((c for c in near if self.deps[c] == "nsubj" and self.words[c + 1] == ","), None)
        others = [] if office is None else [c for c in self.children(office) if self.deps[c] == "conj"]
        if office is None or not others or pos[office] != "NOUN" or office in self.above(named):
            return
        self.hang(others[0], self.heads[office], "nsubj")
        for other in others[1:]:
            self.heads[other] = others[0]
        self.hang(office, named, "appos")

    def drive_into(self, goal: int, lemmas: Sequence[str]) -> None:
        """Hang on the verb what a laden vehicle is driven into ("drove a truck packed with explosives into a base")."""
        laden = self.heads[goal]
        vehicle = self.heads[laden]
        packed = self.deps[goal] == "obl" and lemmas[laden] in LADEN and self.deps[laden] == "acl"
        if packed and self.deps[vehicle] == "obj" and self.heads[vehicle] < vehicle < laden < goal:
            self.hang(goal, self.heads[vehicle], "obl")

    def give_dead(self, verb: int, dead: int, pos: Sequence[str]) -> None:
        """Give "shot dead" the people that are taken for a time or measure ("shot dead a couple")."""
        below = list(self.children(verb))
        unmarked = next((c for c in below if c > dead and self.deps[c] == "obl:unmarked"), None)
        if unmarked is not None and pos[unmarked] == "NOUN" and not any(self.deps[c].startswith("obj") for c in below):
            self.deps[unmarked] = "obj"
