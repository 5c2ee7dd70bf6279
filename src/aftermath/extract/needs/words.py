"""What the checks share: figures of speech, nations, ground that can be held, harm near by."""

from aftermath.extract.arguments import Arguments
from aftermath.extract.lexicon import last_of, table, words_of
from aftermath.extract.phrases import preposition
from aftermath.extract.scene import Scene
from aftermath.model import Token

HARM_LEMMAS = frozenset("kill die injure wound dead death casualty fatality maim destroy damage".split())
FIGURATIVE = frozenset(
    "sexual indecent hunger general labour labor lightning union worker heart panic media verbal personal cyber"
    " cyberattack court uphill political electoral custody copyright bidding price culture propaganda legal rhetorical"
    " rescue relief search humanitarian clean-up cleanup salvage surgical medical demining"
    " down shutter shutter-down wheel-jam transport".split()
)


GROUND = frozenset(
    "territory ground grounds hill hilltop mountain island border crossing position pocket height heights area district"
    " city province capital village town outskirts quarter neighbourhood neighborhood north south east west enclave"
    " bastion stronghold redoubt suburb region valley land strip corridor ridge peak junction crossroads headquarters"
    " airport airfield airbase port harbour harbor barracks outpost checkpoint garrison compound camp roof street"
    " bank part hamlet settlement peninsula frontline line square centre center governorate county gorge pass"
    " forest".split()
)
"""Common nouns of ground."""
MEMBERS = frozenset({"member", "follower", "commander", "leader", "element", "man"})
STRIKERS = frozenset(
    "on worker union shopkeeper trader teacher driver doctor nurse miner student lawyer judge employee docker baker"
    " trucker tanner pilot merchant bazaari".split()
)
"""Who goes on strike, and the word before a strike of theirs."""
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
SHARES = frozenset(
    "part half most much swathe swath percent cent third quarter rest remainder chunk majority all bit stretch portion"
    " dozen number rest piece large string series handful score hundred slice tract many some several".split()
)
"""Nouns that take a share of what stands after their "of"."""


VICES = frozenset(
    "crime corruption media press dissent drug smuggling trafficking speech speculation pollution tech technology trade"
    " gambling piracy fraud counterfeit immigration vice alcohol misinformation society poaching tax evasion".split()
)
"""What a crackdown on is no crackdown on a crowd."""
TAKING = frozenset(
    "retake recapture capture take seize control hold defend drive oust dislodge regain expel reach encircle surround"
    " clear cut secure liberate relieve break".split()
)
"""What a battle of armies is to do ("the battle to retake the city"); others are figures of speech."""
ILLS = frozenset(
    "cancer disease illness virus addiction alcoholism depression tumor tumour leukemia leukaemia flame fire blaze"
    " inflation poverty corruption unemployment climate pandemic malaria".split()
)
"""What people battle with no arms."""
BURST = frozenset({"flame", "fire", "fireball", "ball", "piece", "fragment", "shrapnel"})
"""What a thing that explodes turns into."""
ABSTRACT = frozenset(
    "headline sovereignty economy record note deal agreement right freedom principle democracy civilization peace"
    " process image reputation interest way life idea integrity unity dignity value stability security nerve blow"
    " balance chord tone bargain accord pact wheel morale shot round bullet fire day week month hour television"
    " radio problem issue disease cancer".split()
)
"""What is hit or attacked in words only."""


def is_figurative(trigger: Token) -> bool:
    """Whether a word beside the trigger makes it a figure of speech ("hunger strike", "verbal attack")."""
    if trigger.lemma == "combat" and (trigger.dep == "compound" or trigger.head.lower == "ready"):
        return True  # "combat ready", "combat drones"
    if trigger.lemma == "combat" and any(c.lemma in table("means") for c in trigger.children("conj")):
        return True  # "combat, reconnaissance and surveillance drones"
    if trigger.lemma == "crackdown" and any(c.lemma in VICES for c in trigger.children("nmod")):
        return True  # "a crackdown on crime"
    if trigger.lemma in {"battle", "fight", "bout", "struggle"} and any(c.lemma in ILLS for c in trigger.children()):
        return True  # "a long battle with cancer"
    if trigger.lemma == "assault" and any(c.lemma == "battery" for c in trigger.children("conj")):
        return True  # a crime of the courts
    if trigger.lemma == "war" and trigger.i > 3 and trigger.parse.lower_of(trigger.i - 4) == "tug":
        return True
    if trigger.lemma == "explode" and any(
        preposition(c) == "into" and c.lemma not in BURST for c in trigger.children()
    ):
        return True  # "rivalries exploded into violence"
    if trigger.lemma in {"battle", "fight", "push"} and any(c.lemma not in TAKING for c in trigger.children("acl")):
        return not any(t.lower.endswith(("ing", "ed")) or t.dep == "acl:relcl" for t in trigger.children("acl"))
    return any(c.lemma in FIGURATIVE for c in trigger.children("amod", "compound")) or (
        trigger.lemma == "strike" and any(c.lemma in STRIKERS for c in trigger.children("case", "nmod"))
    )


def is_nation(scene: Scene, token: Token) -> bool:
    """Whether the token names a nation, a country or a body."""
    return scene.names.get(token.i) in {"NORP", "LOCATION", "ORGANIZATION"}


def is_ground(scene: Scene, token: Token) -> bool:
    """Whether the token is ground that can be held: a place, or a thing such as a base or a bridge."""
    if token.i in scene.places or scene.names.get(token.i) == "LOCATION":
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
    if token.lemma in rows:
        return True
    before = token.children("compound", "amod")
    return any(last_of(c, row.words[1:]) == token.i for c in before for row in rows.at(c) if len(row.words) > 1)


def harm_near(scene: Scene, trigger: Token) -> bool:
    """Whether harm is told in the trigger's sentence."""
    sent = trigger.sent
    return any(scene.parse.lemmas[i] in HARM_LEMMAS for i in range(sent.start, sent.end))


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
    """Whether somebody only got away from what he had done ("the gunman fled the scene")."""
    return trigger.lemma == "flee" and any(t.lemma == "scene" for t in args.undergoers)
