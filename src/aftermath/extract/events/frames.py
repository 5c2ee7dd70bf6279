"""Words that tell of an event, with the arguments they take: one frame a trigger.

A frame is not yet a claim: `clusters.grouping` puts together the frames that tell of one event.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aftermath.extract.events.needs import NEEDS
from aftermath.extract.grammar.arguments import Arguments, of_noun, of_verb
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import Row, last_of, table
from aftermath.model import Token

PHRASAL = frozenset("take hold break carry fall enter free lose bring lead set".split())
"""Verbs that a particle turns into another word ("took up positions")."""
MARKS = frozenset("from into of to out through on at under".split())
"""Prepositions that make a verb another word wherever their complement stands ("drove 200 families from")."""
PREMISES = frozenset("centre center facility camp cell site room unit order warrant condition".split())
"""Nouns that "detention" or "arrest" only tells the purpose of."""
FIGURES = frozenset(
    "toll count figure certificate case trial hearing tribunal convention law shelter siren alarm alert drill memorial"
    " museum monument cemetery force group command capability".split()
)
"""Nouns before which the word for an event only tells what they are of ("death toll", "air raid shelter")."""
STOPPED = "weapons_stopped"
CROWD = "crowd"
AWAITING = frozenset({"ambush", "trap", "minefield"})
"""What somebody runs into that others have prepared for him."""
NOMINAL = {"NOUN", "PROPN"}


@dataclass(frozen=True, slots=True)
class Frame:
    """A trigger, the event it tells of, and its arguments."""

    trigger: Token
    last: int
    event: str
    row: Row
    args: Arguments

    @property
    def is_verb(self) -> bool:
        """Whether the trigger is a verb."""
        return self.row["pos"] == "V"

    @property
    def is_stopped(self) -> bool:
        """Whether arms were brought down before they hit; a reply's row asks nothing of its words."""
        return self.row.cells.get("needs") == STOPPED

    @property
    def puts_down(self) -> bool:
        """Whether people in the streets are put down or broken up, by others than themselves."""
        return self.row.cells.get("needs") == CROWD


def frames(scene: Scene) -> Iterator[Frame]:
    """Frames of a report, in order."""
    rows = table("triggers")
    covered = -1
    for token in scene.parse.tokens():
        if token.i <= covered or not rows.starts(token):
            continue
        in_name = token.i in scene.armed and token.pos == "PROPN"  # "Democratic Forces for the Liberation of Rwanda"
        if not token.sent.parsed or in_name:
            continue
        frame = _frame(scene, token, rows.at(token))
        if frame is not None:
            covered = frame.last
            yield frame


def _frame(scene: Scene, token: Token, rows: list[Row]) -> Frame | None:
    for row in rows:
        last = last_of(token, row.words[1:])
        timed = token.i in scene.times and token.pos != "VERB"  # but "since militants seized the city"
        if last is None or timed or not _fits(scene, token, last, row):
            continue
        head = scene.parse[last]
        if head.lemma == "bomber" and head.head.child("expl") is not None:
            continue  # "shouted that there was a suicide bomber among them"
        if row["pos"] == "N" and head.dep == "conj" and any(c.lower in {"no", "not"} for c in head.children("det")):
            continue  # "a misfired rocket and no air strike had killed them"
        args = of_verb(token) if row["pos"] == "V" else of_noun(head)
        need = NEEDS[row["needs"]]
        if any(map(_is_asked, (*args.doers, *args.undergoers))):
            continue
        if need(scene, head if row["pos"] == "N" else token, args):
            trigger = token if row["pos"] == "V" else head
            return Frame(trigger, last, row["event"], row, _in_their_roles(token, row, args))
    return None


def _in_their_roles(token: Token, row: Row, args: Arguments) -> Arguments:
    """The arguments as those who did it and those it was done to, where the words have them the other way round."""
    if row["needs"] == STOPPED:
        return Arguments((), args.undergoers, args.obliques)  # who brings missiles down launched none
    if token.lemma == "send" and row["event"] == "territory_taken":
        return Arguments((*args.doers, *args.undergoers), (), args.obliques)  # the troops sent in take it
    waited_for = row["pos"] == "V" and any(t.lemma in AWAITING for t in args.by("into"))
    if waited_for or (row.partner == "death" and args.doers and not args.undergoers):
        return Arguments((), args.doers, args.obliques)  # "ran into an ambush", "families burned to death"
    return args


def _is_asked(party: Token) -> bool:
    """Whether it is only asked how many they are ("did not say how many people were arrested")."""
    many = [party, *party.children("amod", "det", "nummod")]
    return any(t.lower == "many" and any(c.lower == "how" for c in t.children("advmod")) for t in many)


def _fits(scene: Scene, token: Token, last: int, row: Row) -> bool:
    if row["pos"] == "V":
        if token.pos != "VERB" and not (token.pos == "ADJ" and token.lower.endswith("ed")):
            return False
        if token.dep == "amod" and token.i < token.head.i:  # "displaced families", "the besieged city": no claim
            return False
        if not row.partner:
            return token.lemma not in PHRASAL or token.child("compound:prt") is None
        return _has_partner(scene, token, row.partner)
    head = token.parse[last]
    gerund = head.pos == "VERB" and head.lower.endswith("ing") and head.child("aux", "obj") is None
    gerund = gerund and not (head.dep == "amod" and head.i < head.head.i)  # "striking miners"
    if head.pos not in NOMINAL and not gerund:
        return False
    if head.dep != "compound" or head.head.pos not in NOMINAL:
        return True
    # "riot police", "assault rifle", "detention centre": the second noun is what is spoken of
    if row["event"] == "arrest" and head.head.lemma in PREMISES:
        return False
    return head.head.lemma.lower() not in FIGURES and not any(
        head.head.lemma in table(name) for name in ("triggers", "people", "means")
    )


def _unhyphened(token: Token) -> str:
    """A word of two parts in one ("ceasefire" for "cease-fire"), "" where no hyphen stands before it."""
    parse, i = token.parse, token.i
    return parse.lemmas[i - 2] + token.lemma if i >= 2 and parse[i - 1].text == "-" else ""


def _has_partner(scene: Scene, verb: Token, partner: str) -> bool:
    """Whether the verb has this lemma as particle, object or oblique, or beside it; no "on" of a day is one."""
    beside = verb.i + 1 if verb.i + 1 < verb.sent.end else verb.i
    following = verb.parse[beside]
    if beside != verb.i and partner in (following.lemma, following.lower):
        return True
    if partner == "on" and verb.lemma == "take":
        return any(c.lower == "on" for c in verb.children("compound:prt"))  # "took up positions on roofs"
    for child in verb.children("compound", "obj", "obl", "advmod", "xcomp", "nsubj", "nmod", "conj"):
        if partner == "home" and child.child("case") is not None:
            continue  # "forced their way into the home"
        if partner in (child.lemma, child.lower, _unhyphened(child)):
            came = verb.lemma == "come" and child.dep == "nsubj" and verb.child("advcl") is not None
            return not came  # "the attack came a week after", not "came under attack"
        marked = child.dep.startswith("obl") and partner in MARKS and child.i not in scene.times
        if marked and any(partner == c.lower for c in child.children("case")):
            return True  # "pushed the militants out of the town"
        if child.dep == "obj" and any(partner == c.lemma for c in child.children("nmod", "compound")):
            return True
    return False
