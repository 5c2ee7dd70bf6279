"""What the checks share: what is meant in words only, nations, ground that can be held, harm near by."""

from aftermath.extract.grammar.arguments import Arguments
from aftermath.extract.grammar.phrases import preposition
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import last_of, table, words_of
from aftermath.model import Token

HARM_LEMMAS = frozenset("kill die injure wound dead death casualty fatality maim destroy damage".split())

GROUND = frozenset(
    "territory ground grounds hill hilltop mountain island border crossing position pocket height heights area district"
    " city province capital village town outskirts quarter neighbourhood neighborhood north south east west enclave"
    " bastion stronghold redoubt suburb region valley land strip corridor ridge peak junction crossroads headquarters"
    " airport airfield airbase port harbour harbor barracks outpost checkpoint garrison compound camp roof street"
    " bank part hamlet settlement peninsula frontline gate entrance terminal"
    " runway line square centre center governorate county gorge pass"
    " forest".split()
)
"""Common nouns of ground."""
MEMBERS = frozenset({"member", "follower", "commander", "leader", "element", "man"})
MEANT = frozenset({"nsubj", "nsubj:pass", "obj", "root"})
"""Where in a clause stands what "it" means in the next."""
REACH_BACK = 40
"""Tokens before a pronoun among which the subject that it stands for is looked for."""
MOBILE = frozenset(
    "vehicle van truck lorry car bus tank aircraft plane helicopter drone ship boat warship frigate corvette"
    " destroyer cruiser submarine gunboat vessel trawler tanker freighter dhow canoe speedboat ferry yacht"
    " minesweeper convoy column patrol battery launcher howitzer radar weapon gun stockpile cache target".split()
)
"""What arms are and what carries them: captured, they are no territory."""
CONVEYANCES = frozenset(
    "car van truck pickup vehicle taxi motorcycle motorbike bike bicycle boat speedboat foot horseback jeep"
    " minibus".split()
)
"""In or on what people get away."""
SHARES = frozenset(
    "part half most much swathe swath percent cent third quarter rest remainder chunk majority all bit stretch portion"
    " dozen number rest piece large string series handful score hundred slice tract many some several".split()
)
"""Nouns that take a share of what stands after their "of"."""

ABSTRACT = frozenset(
    "headline sovereignty economy record note deal agreement right freedom principle democracy civilization peace"
    " process image reputation interest way life idea integrity unity dignity value stability security nerve blow"
    " balance chord tone bargain accord pact wheel morale shot round bullet fire day week month hour television"
    " radio problem issue disease cancer".split()
)
"""What is hit or attacked in words only."""


def is_nation(scene: Scene, token: Token) -> bool:
    """Whether the token names a nation, a country or a body."""
    return token.name_kind in {"NORP", "LOCATION", "ORGANIZATION"}


def is_ground(scene: Scene, token: Token) -> bool:
    """Whether the token is ground that can be held: a place, or a thing such as a base or a bridge."""
    if token.i in scene.places or token.name_kind == "LOCATION":
        return True
    if token.lemma in SHARES and (whole := [c for c in token.children("nmod") if preposition(c) == "of"]):
        return any(is_ground(scene, c) for c in whole)
    if token.lemma == "part" or token.lemma in MOBILE or token.i in scene.means:
        return False  # "took part in", "lost an aircraft"
    held = (
        words_of("targets", "kind", "homes")
        | words_of("targets", "kind", "military")
        | words_of("targets", "kind", "infrastructure")
    )
    return token.lemma in held or token.lemma in GROUND or token.lower in GROUND


def is_target(token: Token) -> bool:
    """Whether the token is the head of what can be hit: "hospital", "health centre"."""
    rows = table("targets")
    if token.lemma in rows or (token.pos == "PROPN" and token.lower in rows):
        return True  # "looted the National Hospital of Jasim"
    before = token.children("compound", "amod")
    return any(last_of(c, row.words[1:]) == token.i for c in before for row in rows.at(c) if len(row.words) > 1)


def harm_near(scene: Scene, trigger: Token) -> bool:
    """Whether harm is told in the trigger's sentence."""
    sent = trigger.sent
    return any(scene.parse.lemmas[i] in HARM_LEMMAS for i in range(sent.start, sent.end))


def is_denied(trigger: Token) -> bool:
    """Whether somebody denies to have done it ("officials denied targeting protesters")."""
    return trigger.dep == "xcomp" and trigger.head.lemma in {"deny", "reject", "dispute"}


def stands_for(scene: Scene, pronoun: Token) -> Token | None:
    """The nearest subject before a pronoun that several or a body can be meant by."""
    if pronoun.pos != "PRON" or pronoun.lower not in {"they", "it", "we"}:
        return None
    before = (scene.parse[i] for i in range(pronoun.i - 1, max(-1, pronoun.i - REACH_BACK), -1))
    return next((t for t in before if t.dep.startswith("nsubj") and t.pos != "PRON" and _can_be_meant(scene, t)), None)


def is_ground_told(scene: Scene, pronoun: Token) -> bool:
    """Whether "it" stands for a town or base told in this sentence or the one before ("captured it in 2012")."""
    if pronoun.lower != "it" or pronoun.pos != "PRON":
        return False
    before = (scene.parse[i] for i in range(pronoun.i - 1, max(-1, pronoun.i - REACH_BACK), -1))
    near = (t for t in before if pronoun.sent.index - t.sent.index <= 1 and t.head.i != pronoun.head.i)
    told = next((t for t in near if t.pos in {"NOUN", "PROPN"} and t.dep in MEANT and t.i not in scene.times), None)
    return told is not None and is_ground(scene, told) and not scene.is_party(told)


def _can_be_meant(scene: Scene, subject: Token) -> bool:
    """Whether a subject is no event and no time, which "they" never are where somebody is asked for."""
    event = subject.pos == "NOUN" and any(row["pos"] == "N" for row in table("triggers").at(subject))
    return not event and subject.i not in scene.times


def is_armed(scene: Scene, token: Token) -> bool:
    """Whether the token is of those who fight, or a pronoun that stands for them."""
    if token.pos == "PRON":
        subject = stands_for(scene, token)
        return subject is not None and (scene.is_combatant(subject) or subject.i in scene.actors)
    of_group = token.lemma in MEMBERS and any(c.i in scene.actors for c in token.children("compound", "nmod"))
    return of_group or scene.is_combatant(token)


def flees_scene(trigger: Token, args: Arguments) -> bool:
    """Whether somebody only got away from what he had done ("the gunman fled the scene", "fled in a stolen car")."""
    away = any(t.lemma in CONVEYANCES for t in args.by("in", "on", "aboard"))
    return trigger.lemma == "flee" and (away or any(t.lemma == "scene" for t in args.undergoers))
