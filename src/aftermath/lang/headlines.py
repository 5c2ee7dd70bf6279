"""What a parser taught on whole sentences misreads in headlines, set right where the words leave one reading.

"Two dead in market blast" has no verb, so the parser makes the number the root; in "Car bomb kills 12 in capital" it
hangs the place on the bare number; "Army denies shelling camp" it reads as of a camp for shelling; in "Explosions heard
in port" the explosions hear. Takes the words, lemmas, tags, heads and relations of a text, gives heads and relations;
it touches nothing else.
"""

from collections.abc import Sequence

from aftermath.lang.tree import Tree

# What is said of people by an adjective alone, where "are" is left out.
STATES = frozenset("dead hurt injured wounded missing homeless displaced".split())
CROWDS = frozenset("dozen score hundred thousand many several".split())
# Verbs whose bare number means people, and the prepositions that then tell where, when or how of the deed.
DEEDS = frozenset(
    "kill wound injure hurt maim arrest detain abduct kidnap capture displace evacuate rescue free release".split()
)
SETTINGS = frozenset("in at near on outside inside after during along across around amid before".split())
# What may be denied in a word and is itself no deed done to something: "denies bombing claims".
DENYING = frozenset({"deny", "admit"})
WORDS_OF = frozenset(
    "accusation allegation charge claim report rumour rumor involvement link role responsibility plan campaign "
    "plot operation".split()
)
# What is done with news, told without "were": with nothing that is heard or seen behind it, the subject is.
NOTICED = frozenset({"heard", "seen", "felt"})
# Words to either side among which those that hang on a word of a headline are looked for.
CLOSE = 12


class _Headline(Tree):
    """One text's columns; heads and relations are changed in place."""

    def __init__(
        self, words: Sequence[str], lemmas: Sequence[str], pos: Sequence[str], heads: list[int], deps: list[str]
    ) -> None:
        super().__init__(words, heads, deps)
        self.lemmas, self.pos = lemmas, pos

    def case(self, i: int) -> str:
        """The preposition of word i, or ""."""
        return next((self.words[j].lower() for j in self.children(i, CLOSE) if self.deps[j] == "case"), "")


def reread(
    words: Sequence[str], lemmas: Sequence[str], pos: Sequence[str], heads: Sequence[int], deps: Sequence[str]
) -> tuple[list[int], list[str]]:
    """Heads and relations with these readings set right."""
    tree = _Headline(words, lemmas, pos, list(heads), list(deps))
    for i in range(1, len(words)):
        if pos[i] == "NOUN" == pos[i - 1] and tree.deps[i] == "nmod":
            _compound(tree, i)
    for i, word in enumerate(words):
        if word.lower() in STATES and tree.deps[i] == "amod":
            _state(tree, i)
        if tree.deps[i] == "nmod" and tree.deps[tree.heads[i]] == "obj" and pos[tree.heads[i]] == "NUM":
            _setting(tree, i)
        if tree.deps[i] in ("compound", "amod") and word.lower().endswith("ing"):
            _denied(tree, i)
        if word in NOTICED and tree.deps[i] in {"root", "parataxis"}:
            _noticed(tree, i)
    return tree.heads, tree.deps


def _compound(tree: _Headline, i: int) -> None:
    """Make a noun with a preposition part of the bare one right after it: "in market blast"."""
    first = i - 1
    if tree.heads[i] < first and tree.heads[first] not in (i, first) and tree.case(first) and not tree.case(i):
        for j in list(tree.children(first, CLOSE)):
            if j < first:
                tree.heads[j] = i
        tree.hang(i, tree.heads[first], tree.deps[first])
        tree.hang(first, i, "compound")


def _state(tree: _Headline, i: int) -> None:
    """Make the adjective after a counted root what is said of it: "two dead"."""
    who = tree.heads[i]
    if who > i or tree.heads[who] != who:
        return
    under = list(tree.children(who, len(tree.words)))
    counted = tree.pos[who] == "NUM" or tree.lemmas[who] in CROWDS or any(tree.deps[j] == "nummod" for j in under)
    if counted and not any(tree.deps[j] == "cop" for j in under):
        tree.hang(i, i, "root")
        tree.hang(who, i, "nsubj")
        for j in under:
            if j > i:
                tree.hang(j, i, "obl" if tree.deps[j] == "nmod" else tree.deps[j])


def _setting(tree: _Headline, i: int) -> None:
    """Put where a deed was done under its verb, not under the number: "kills 12 in capital"."""
    verb = tree.heads[tree.heads[i]]
    if tree.lemmas[verb] in DEEDS and tree.heads[i] < i and tree.case(i) in SETTINGS:
        tree.hang(i, verb, "obl")


def _denied(tree: _Headline, i: int) -> None:
    """Make what is denied a deed, right after the verb and before a bare noun: "denies shelling camp"."""
    noun = tree.heads[i]
    verb = tree.heads[noun]
    bare = noun == i + 1 and tree.deps[noun] == "obj" and tree.lemmas[noun] not in WORDS_OF
    if bare and i and verb == i - 1 and tree.lemmas[verb] in DENYING:
        tree.hang(i, verb, "xcomp")
        tree.hang(noun, i, "obj")


def _noticed(tree: _Headline, i: int) -> None:
    """Make what stands before "heard" what is heard, where nothing else is and no "have" or "were" stands by."""
    under = list(tree.children(i, CLOSE))
    before = [j for j in under if tree.deps[j] == "nsubj" and j < i]
    if before and not any(tree.deps[j] in {"obj", "ccomp", "xcomp", "aux", "aux:pass"} for j in under):
        tree.deps[before[0]] = "nsubj:pass"
