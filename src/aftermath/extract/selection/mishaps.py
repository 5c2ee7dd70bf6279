"""What accident, nature, traffic or fire did, and no war: such drafts are no claims."""

from collections.abc import Iterable

from aftermath.extract.draft import Draft
from aftermath.extract.events.frames import Frame
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import table
from aftermath.model import Parse, Sentence, Token

TRAFFIC = frozenset(
    "truck lorry bus car train van taxi tram rickshaw auto-rickshaw jeep minibus motorbike motorcycle vehicle".split()
)
"""What runs people over, and runs into its like, with no bomb in it."""
MISHAPS = frozenset({"accident", "nature", "fire"})
"""Kinds of other causes that the sentences behind go on to tell of."""
CRASHES = frozenset({"crash", "rollover", "collision", "wreck", "motorist", "derailment"})
CRASHING = frozenset("hit strike smash knock crash ram collide plough plow".split())
"""Verbs of what vehicles do to each other on the road."""
FOUGHT = frozenset("war fighting fight clash battle attack shell shelling army offensive gunfire shoot ambush".split())
"""Words of fighting, with which a toll is no mishap's."""
POLICE = frozenset("police policeman policewoman officer cop detective".split())
"""Who is armed where there is no war."""


def is_mishap(scene: Scene, draft: Draft) -> bool:
    """Whether harm or a blast stands beside a word of mishap, and nothing of war stands there."""
    sent = draft.trigger.sent
    rows = table("other_causes")
    parse, within = scene.parse, range(sent.start, sent.end)
    crashes = (parse[i] for i in within if parse.lemmas[i] in CRASHING)
    if not draft.attackers and not draft.weapons and any(map(_collides, crashes)):
        return True
    if not draft.attackers and not draft.weapons and _capsizes(parse, within):
        return True
    if any(_of_nature_or_traffic(f) for f in draft.cluster.frames) or _goes_on_from_mishap(scene, draft):
        return True
    listed = filter(rows.starts, parse.tokens(sent.start, sent.end))
    beside = (t for t in listed if not _aside(scene, t.i, draft.trigger))
    found = (
        (token, row)
        for token in beside
        for row in rows.at(token)
        if row["kind"] != "animals" or token.pos != "PROPN"  # the Elephant Pass
    )
    weights = {row["weight"] for token, row in found if token.pos != "VERB" or row["kind"] == "accident"}
    if "strong" in weights:
        return True
    if not weights or draft.attackers or draft.weapons:
        return False
    return not any(f.event not in {"explosion", "displacement", "killing"} for f in draft.cluster.frames)


def _goes_on_from_mishap(scene: Scene, draft: Draft) -> bool:
    """Whether a bare toll is of a mishap: the one told right before ("A boat capsized. Thirty are missing."), or that
    with which the report opens.
    """
    sent = draft.trigger.sent
    if draft.cluster.frames or draft.attackers or draft.weapons or sent.index == 0:
        return False
    before, lead = scene.parse.sentences[sent.index - 1], scene.parse.sentences[0]
    if before.paragraph == sent.paragraph and _is_of_mishap(scene, before):
        return True
    return (_is_of_mishap(scene, lead) and not _is_of_war(scene, sent)) or _is_of_crashes(scene)


def _is_of_war(scene: Scene, sent: Sentence) -> bool:
    """Whether a report speaks of fighting or of those who fight up to the end of a sentence."""
    tokens = [*scene.parse.tokens(0, sent.end)]
    return any(t.lemma in FOUGHT or (scene.is_combatant(t) and t.lemma not in POLICE) for t in tokens)


def _is_of_mishap(scene: Scene, sent: Sentence) -> bool:
    """Whether a sentence tells of an accident, of nature or of a fire, and names no arms and nobody who bears them."""
    tokens = [*scene.parse.tokens(sent.start, sent.end)]
    if _is_armed(scene, tokens):
        return False
    rows = table("other_causes")
    told = (row["kind"] for token in filter(rows.starts, tokens) for row in rows.at(token))
    collides = any(t.lemma in CRASHING and _collides(t) for t in tokens)
    return bool(MISHAPS & set(told)) or collides or _capsizes(scene.parse, range(sent.start, sent.end))


def _is_of_crashes(scene: Scene) -> bool:
    """Whether a whole report speaks of crashes and nowhere of arms or fighters."""
    tokens = scene.parse.tokens()
    return not _is_armed(scene, tokens) and any(t.lemma in CRASHES for t in tokens)


def _is_armed(scene: Scene, tokens: Iterable[Token]) -> bool:
    """Whether words name arms, or those who bear them and are not police."""
    return any(t.i in scene.means or (scene.is_combatant(t) and t.lemma not in POLICE) for t in tokens)


def _capsizes(parse: Parse, within: range) -> bool:
    """Whether a boat capsizes, and not under fire."""
    lemmas = {parse.lemmas[i] for i in within}
    return "capsize" in lemmas and not lemmas & {"fire", "shoot"}


def _collides(verb: Token) -> bool:
    """Whether a vehicle runs into another ("as a truck hit an auto-rickshaw")."""
    if verb.pos != "VERB":
        return False
    sides = ([*verb.children("nsubj")], [*verb.children("obj", "obl")])
    return all(any(t.lemma in TRAFFIC for t in side) for side in sides)


def _of_nature_or_traffic(frame: Frame) -> bool:
    """Whether nature or traffic did it: "an earthquake struck the town", "hit by a truck"."""
    by_nature = any(row["kind"] == "nature" for t in frame.args.doers for row in table("other_causes").at(t))
    ran = frame.trigger.lemma in {"hit", "strike", "smash", "knock"}
    run_over = ran and any(t.lemma in TRAFFIC for t in frame.args.by("by"))
    crashed = ran and all(any(t.lemma in TRAFFIC for t in side) for side in (frame.args.doers, frame.args.undergoers))
    return by_nature or run_over or crashed


def _aside(scene: Scene, i: int, trigger: Token) -> bool:
    """Whether a word stands in a relative clause that says nothing of the event ("where floods have ruined crops")."""
    head = scene.parse[scene.clause[i]]
    return head.dep == "acl:relcl" and trigger.i not in head.subtree() and head.head.i != trigger.i
