"""Which words can name a party to an event, and how parties found twice or by a pronoun are told apart."""

from collections.abc import Iterable, Iterator

from aftermath.extract.actors.crowd_before import crowd_before
from aftermath.extract.clusters.apart import MOMENT, openers
from aftermath.extract.clusters.cluster import Cluster
from aftermath.extract.events.frames import Frame
from aftermath.extract.grammar.arguments import of_verb
from aftermath.extract.grammar.passive import is_passive
from aftermath.extract.grammar.phrases import AGENCIES, COLLECTIVE, core, counted, phrase, preposition
from aftermath.extract.grammar.subject import subjects
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import table
from aftermath.extract.speakers.speech import OFFICES, Voice
from aftermath.model import Token

VAGUE = frozenset(
    "people person other number dozen hundred thousand score one some many million death dead body casualty"
    " all any most".split()
)
"""Nouns and numbers that count people without saying who they are."""
UNKNOWN = frozenset("unidentified unknown armed masked hooded suspected uniformed camouflaged disguised".split())
"""What is said of doers whom nobody knows ("unidentified persons")."""
PERSONAL = frozenset({"it", "they", "he", "she", "we", "i"})
OWN = frozenset({"we", "i"})
RELATIVE = frozenset({"who", "which", "that"})
"""What stands for something in its own sentence, or for all that was said there."""
THIRD = frozenset({"he", "she", "it", "they"})
MANY = frozenset({"they"})
BANDS = frozenset({"group", "movement", "militia", "faction", "brigade", "battalion", "gang"})
"""Singular nouns of which a report says "they"."""
SINGLE = frozenset({"he", "she", "him", "her", "himself", "herself"})
PRONOUNS = PERSONAL | frozenset("him her them who which that us you himself itself themselves its their his".split())
MUTUAL = frozenset(
    "clash battle fighting firefight gunfight gunbattle shootout shoot-out combat skirmish confrontation fight war"
    " crossfire exchange standoff hostility encounter".split()
)
"""Words of fighting in which both sides are doers."""
CLOCKS = frozenset({"GMT", "UTC", "BST", "EST", "EDT", "CET", "CEST"})
"""Names of clocks, which stand before the first word of an entry of a live page ("09:42 GMT Rockets have hit")."""
ASIDE = frozenset({"advcl", "acl", "acl:relcl"})
"""Clauses that say when, why or of whom, and are not what a sentence is about."""
REACH_BACK = 60
"""Tokens before a pronoun among which its party is looked for."""


def can_act(scene: Scene, token: Token) -> bool:
    """Whether the token can be who did it: a party, a pronoun, people who are not merely counted."""
    if token.pos == "PRON":
        return token.lower in PRONOUNS
    if token.i in scene.means:
        return scene.means[token.i].row["kind"] == "aircraft" and not scene.means[token.i].is_weapon
    dated = token.i in scene.times and not scene.is_side(token)  # unlike "since militants seized the city in March"
    if dated or token.pos in {"NUM", "DET"} or token.text in AGENCIES or _is_might(token):
        return False
    marked = any(c.lower in UNKNOWN for c in token.children("amod", "compound"))
    counted = (token.i in scene.quantities or token.lemma in VAGUE) and not marked
    own = token.lemma == "country" and any(c.pos == "PRON" for c in token.children("nmod:poss"))  # "denied that his"
    return scene.is_party(token) or (scene.is_people(token) and not counted) or own or _is_lot(scene, token)


def _is_lot(scene: Scene, token: Token) -> bool:
    """Whether a group or fighters stand beside whatever their men are called: "ISIS monsters", "heroes of the army"."""
    if token.pos != "NOUN" or token.lower == token.lemma or token.i in scene.places:
        return False
    things = ("triggers", "means", "targets", "harm", "place_nouns")
    of_group = any(c.i in scene.actors for c in token.children("compound"))
    of_group = of_group or any(preposition(c) == "of" and scene.is_combatant(c) for c in token.children("nmod"))
    return of_group and not any(token.lemma in table(name) for name in things)


def _is_might(token: Token) -> bool:
    """Whether "force" is how strong something was and no troops: "the force of the blast"."""
    of = (c for c in token.children("nmod") if preposition(c) == "of")
    return token.lower == "force" and any(table("triggers").at(c) or table("means").at(c) for c in of)


HARMLESS = frozenset(
    "woman child girl baby infant toddler relative wife mother patient orderly nurse medic doctor staff passenger"
    " worshipper pilgrim shopper bystander refugee journalist reporter correspondent"
    " citizen civilian".split()
)
"""People whom no report means when it says who attacked, however the parser hung them."""


def names_party(scene: Scene, token: Token) -> bool:
    """Whether a word before a noun says whose it is: "Russian", "government"; "Mali attack" is one in Mali."""
    mention = scene.places.get(token.i)
    if token.text in CLOCKS:
        return False
    if mention is not None and not mention.adjectival:
        return mention.place.precision == "country" and token.text.isupper()
    if mention is not None or token.i in scene.actors:
        return True
    return token.name_kind == "NORP" or scene.is_side(token)


def speaks_behind(token: Token, voice: Voice | None) -> bool:
    """Whether words right behind a verb of saying are its speaker, wherever they were hung ("..., say medics")."""
    if voice is None or voice.verb < 0 or token.i not in voice.speakers:
        return False
    return core(token)[0] == voice.verb + 1


def is_position(scene: Scene, token: Token) -> bool:
    """Whether the token is a position or a craft that guns are fired from: a base, a battery, a gunboat."""
    row = table("targets").first(token)
    is_weapon = token.i in scene.means and scene.means[token.i].is_weapon
    return row is not None and row["kind"] == "military" and not is_weapon


def resolved(scene: Scene, token: Token, voice: Voice | None, *, of_crowd: bool = False) -> Token | None:
    """The party a token stands for: itself, or for a pronoun the speaker, else the last party that acted before.

    `of_crowd`: the deed is one of a crowd, so that "they" may be any people told of before.
    """
    if (group := _whose(token)) is not None and scene.is_party(group):
        return group  # "Boko Haram, whose fighters killed 40"
    if token.pos == "PROPN" or (token.pos != "PRON" and token.lower not in PRONOUNS):
        return _by_name(scene, token)  # "US" is no "us"
    if token.lower in OWN and (voice is None or not voice.speakers):
        own = (t for t in _subjects_before(scene, token) if any(c.lower == "our" for c in t.children("nmod:poss")))
        return next(own, token)  # a communique's own "we" are "our forces", or nobody that the text names
    if token.lower in RELATIVE or (token.lower == "it" and _means_event(scene, token)):
        return None
    if token.lower in THIRD and voice is not None and (nearer := _told_of(scene, token, voice)) is not None:
        return nearer
    if token.lower in PERSONAL and voice is not None and voice.speakers and _means_speaker(scene, token, voice):
        speaker = scene.parse[voice.speakers[0]]
        named = scene.is_party(speaker) or any(i in scene.actors for i in range(*core(speaker)))
        return speaker if named or voice.effect == "deny" else None
    if (hit := _hit_meanwhile(token)) is not None and (scene.is_side(hit) or scene.is_people(hit)):
        return hit if scene.is_side(hit) else None
    if token.dep == "nmod:poss" and (verb := next((a for a in token.ancestors() if a.pos == "VERB"), None)) is not None:
        subject = next((t for t in subjects(verb) if scene.is_party(t)), None)
        if subject is not None:  # "soldiers were killed by their own jets"
            return None if is_passive(verb) else subject
    group = (crowd_before(scene, token) if of_crowd else None) or _of_main_clause(scene, token)
    return _acted_before(scene, token, voice) if group is None else group


def _of_main_clause(scene: Scene, pronoun: Token) -> Token | None:
    """The name that is subject of what a clause of time with "they" belongs to, be it taken for a person's.

    "Naxals overran Lohardaga after they had taken Palamu": no party of a sentence before is meant.
    """
    clause = pronoun.head
    timed = clause.dep == "advcl" and bool(openers(clause) & {"after", "before", "once"})
    if pronoun.lower != "they" or not timed or pronoun.dep != "nsubj":
        return None
    named = (t for t in clause.head.children("nsubj") if t.pos == "PROPN" and t.i not in scene.places)
    plural = (t for t in named if t.name_kind != "PERSON" or phrase(t).text.endswith("s"))
    return next((t for t in plural if t.i not in scene.means and (t.name_kind != "PERSON" or scene.is_party(t))), None)


def _thing_that(pronoun: Token) -> Token | None:
    """What "it" means in a clause of time: the one thing that the clause above is about.

    "A gunboat sank the ferry when it opened fire": no party of a sentence before.
    """
    clause = pronoun.head
    if pronoun.lower != "it" or not clause.dep.startswith("advcl") or clause.is_root or not openers(clause) & MOMENT:
        return None
    above = clause.head
    while above.dep == "advcl" and above.child("nsubj", "nsubj:pass") is None and above.lower.endswith("ing"):
        above = above.head  # "sank it, drowning nine, when it opened fire"
    one = (t for t in above.children("nsubj", "nsubj:pass") if t.pos == "NOUN" and "Number=Sing" in t.feats)
    return next(one, None)


def _acted_before(scene: Scene, token: Token, voice: Voice | None) -> Token | None:
    """The last party that acted before a pronoun and that it can mean."""
    if (thing := _thing_that(token)) is not None:
        return thing if scene.is_party(thing) or is_position(scene, thing) else None
    guns = token.lower == "it"  # "a gunboat sank the ferry when it opened fire"
    before = (_counted_before(scene, token, t) for t in _subjects_before(scene, token))
    told = (t for t in before if scene.is_party(t) or (guns and is_position(scene, t)))
    speakers = voice.speakers if voice is not None and token.lower in PERSONAL else ()
    meant = [t for t in told if t.i not in speakers and _agrees(scene, token, t)]
    silent = [t for t in meant if scene.is_combatant(t) or not scene.voices.is_speech(t.head)]
    quoted = scene.voices.inside[token.i] and token.lower in SINGLE  # '"He blew himself up," the chief said'
    meant = silent if quoted else silent or meant
    if scene.voices.inside[token.i] and token.lower == "they":  # "they killed my daughter": whoever bears arms
        meant = [t for t in meant if scene.is_combatant(t) or t.i in scene.armed]
        meant = [t for t in meant if t.sent.paragraph == token.sent.paragraph]
    return _foremost(token, meant)


def _counted_before(scene: Scene, pronoun: Token, subject: Token) -> Token:
    """Who is counted by a subject of a sentence before ("dozens of students attacked it. They beat up two")."""
    return counted(subject) if subject.sent.index < pronoun.sent.index and not scene.is_party(subject) else subject


def _hit_meanwhile(pronoun: Token) -> Token | None:
    """Whom "they" means in a clause of what those were doing who were hit ("jets bombed fighters as they withdrew")."""
    clause = pronoun.head
    if pronoun.lower != "they" or clause.dep != "advcl" or not openers(clause) & MOMENT or is_passive(clause.head):
        return None
    return clause.head.child("obj")


def _whose(token: Token) -> Token | None:
    """Whose the words are where a relative clause opens with them ("Boko Haram, whose fighters killed 40")."""
    owned = token.head.dep == "acl:relcl" and any(c.lower == "whose" for c in token.children("nmod:poss"))
    return token.head.head if owned else None


def _means_event(scene: Scene, pronoun: Token) -> bool:
    """Whether "it" goes on with the fighting or the blast that was told of last: "the war broke out; it has killed"."""
    last = next(_subjects_before(scene, pronoun), None)
    rows = table("triggers").at(last) if last is not None and last.pos == "NOUN" else []
    return last is not None and not scene.is_party(last) and any(row["pos"] == "N" for row in rows)


def _by_name(scene: Scene, token: Token) -> Token:
    """A party by the name that its sentence gives it: "Hamas is the group that seized Gaza"."""
    if token.pos != "NOUN" or token.i in scene.actors:
        return token
    said = token.head if token.dep == "nmod" and token.head.lower == "one" else token
    if said.child("cop") is not None:
        return next((t for t in said.children("nsubj") if t.i in scene.actors), token)
    return said.head if said.dep == "appos" and said.head.i in scene.actors else token


def _subjects_before(scene: Scene, token: Token, start: int | None = None) -> Iterator[Token]:
    """The nouns before a token that are a verb's subject or agent, the nearest first, to `start` or within reach."""
    first = max(0, token.i - REACH_BACK + 1) if start is None else start
    before = (scene.parse[i] for i in range(token.i - 1, first - 1, -1))
    yield from (t for t in before if t.dep.startswith(("nsubj", "obl:agent")) and t.pos != "PRON")


def _foremost(pronoun: Token, parties: list[Token]) -> Token | None:
    """Of parties before a pronoun, the nearest; in a sentence before, one of its main clause goes first.

    "The rebels stormed the town after the army had failed. They burned the church."
    """
    parties = [t for t in parties if not _is_set_off(pronoun, t)]
    if not parties or parties[0].sent.index == pronoun.sent.index:
        return next(iter(parties), None)
    near = [t for t in parties if t.sent.index == parties[0].sent.index]
    return next((t for t in near if t.head.dep not in ASIDE), near[0])


def _is_set_off(pronoun: Token, party: Token) -> bool:
    """Whether the same pronoun is already subject of what the party's clause hangs on: "they left when troops came"."""
    clause = party.head
    if party.sent.index != pronoun.sent.index or clause.dep not in ASIDE or clause.is_root:
        return False
    return any(c.lower == pronoun.lower and c.i < party.i for c in clause.head.children("nsubj", "nsubj:pass"))


def _told_of(scene: Scene, pronoun: Token, voice: Voice) -> Token | None:
    """The subject before a pronoun in what a speaker says: "Kurilla said that Homsi died when he set off a bomb"."""
    told = _subjects_before(scene, pronoun, max(pronoun.sent.start, voice.verb + 1))
    meant = (t for t in told if t.i not in voice.speakers and _agrees(scene, pronoun, t))
    return next((t for t in meant if scene.is_party(t) or _is_one(scene, t)), None)


def _agrees(scene: Scene, pronoun: Token, party: Token) -> bool:
    """Whether a party can be meant by a pronoun: one human being by "he" or "she", none by "they"."""
    if pronoun.lower in MANY:
        return not _is_one(scene, party)
    if pronoun.lower == "it" and party.pos == "NOUN" and "Number=Plur" in party.feats:
        return False  # "five fighters had died. It began at dawn"
    return pronoun.lower not in SINGLE or _is_one(scene, party)


def _means_speaker(scene: Scene, token: Token, voice: Voice) -> bool:
    """Whether a pronoun can stand for its speaker: "we" in his own words, "he" and "they" in the report's."""
    if token.lower in OWN:
        return True
    if scene.voices.inside[token.i]:
        return False
    speaker = scene.parse[voice.speakers[0]]
    if token.i < speaker.i and token.sent.index == speaker.sent.index:
        return False  # "they killed a priest, refugees said"
    if token.lower in SINGLE:
        return _is_one(scene, speaker)
    if speaker.sent.index < token.sent.index and not scene.is_combatant(speaker):
        told = _subjects_before(
            scene, token, speaker.sent.start
        )  # "troops shot one, monitors said. They shot two more"
        if any(t.i != speaker.i and scene.is_party(t) and _agrees(scene, token, t) for t in told):
            return False
    many = (
        (speaker.pos == "NOUN" or speaker.name_kind == "NORP") and "Number=Plur" in speaker.feats
    ) or speaker.i in scene.actors
    many = many or speaker.lemma in BANDS
    return token.lower not in MANY or many


def _is_one(scene: Scene, token: Token) -> bool:
    """Whether the words name one human being."""
    named = token.name_kind == "PERSON"
    plural = "Number=Plur" in token.feats or token.lower != token.lemma
    return named or (token.pos == "NOUN" and not plural and token.lemma not in COLLECTIVE and scene.is_people(token))


def spoken_for(scene: Scene, person: Token) -> Token:
    """The group in whose name a person speaks, where his phrase says it ("Ahmadi, who speaks for the Taliban")."""
    if person.name_kind != "PERSON":
        return next(_on_behalf(scene, person), person)
    head = person
    while head.dep in {"flat", "appos", "nmod:desc"} and not head.is_root:
        head = head.head
    within = (scene.parse[i] for i in head.subtree() if i in scene.actors and scene.parse[i].name_kind != "PERSON")
    return next((t for t in within if t.head.i not in scene.actors and _speaks_for(t)), person)


def _on_behalf(scene: Scene, caller: Token) -> Iterator[Token]:
    """The group in whose name somebody without a name speaks: "a man speaking on behalf of the Red Brigades"."""
    for clause in (c for c in caller.children("acl") if c.lemma in {"speak", "call", "write"}):
        below = (scene.parse[i] for i in clause.subtree())
        yield from (t for t in below if preposition(t) in {"for", "on behalf of"} or _named_in(t))


def _named_in(group: Token) -> bool:
    """Whether a group stands in "in the name of" or "on behalf of" it, as the parser hung it."""
    return preposition(group) == "of" and group.head.lemma in {"behalf", "name"}


def _speaks_for(group: Token) -> bool:
    above = group.head
    return above.lemma in {"speak", *OFFICES} and (above.lemma != "speak" or preposition(group) == "for")


def owner(scene: Scene, token: Token, voice: Voice | None) -> Token | None:
    """Whose the party is by its possessive pronoun: the speaker's, else of the last subject told before ("its troops").

    None where the words have no such pronoun or nobody that it can mean is told before.
    """
    pronoun = next((c for c in token.children("nmod:poss") if c.pos == "PRON"), None)
    if pronoun is None:
        return None
    verb = next((a for a in token.ancestors() if a.pos == "VERB"), None)
    if verb is not None and is_passive(verb) and any(c.lower == "own" for c in token.children("amod")):
        return next((t for t in subjects(verb) if scene.is_party(t)), None)  # "were killed by their own air force"
    near = [t for t in _subjects_before(scene, token, token.sent.start) if scene.is_party(t)]
    state = next((t for t in reversed(list(scene.parse.tokens(token.sent.start, token.i))) if _is_land(scene, t)), None)
    if pronoun.lower == "its" and state is not None and all(t.pos == "NOUN" for t in near):
        return state  # "rockets fell on Israel, weeks after its military withdrew"
    named = (scene.parse[i] for i in (voice.speakers if voice is not None else ()))
    speaker = next((t for t in named if pronoun.lower != "its" or t.name_kind != "PERSON"), None)  # "its" is no man's
    return speaker or next((t for t in _subjects_before(scene, token) if scene.is_party(t)), None)


def _is_land(scene: Scene, token: Token) -> bool:
    """Whether a token is a country by its own name."""
    mention = scene.places.get(token.i)
    return mention is not None and not mention.adjectival and mention.place.precision == "country"


def both_sides(frame: Frame) -> bool:
    """Whether an event is fought by both sides with nobody said to have begun it ("clashes with", "a battle").

    What somebody was doing who was killed tells with whom he fought or whose he was ("a woman fighting with rebels").
    """
    return frame.event == "armed_clash" and frame.trigger.lemma in MUTUAL and not of_the_dead(frame)


def of_the_dead(frame: Frame) -> bool:
    """Whether a clause tells what somebody was doing who was harmed ("a woman fighting with rebels was killed")."""
    return frame.is_verb and frame.trigger.dep == "acl" and frame.trigger.head.dep == "nsubj:pass"


def mutual(cluster: Cluster) -> bool:
    """Whether a cluster is of such an event, and nobody is said to have killed its dead."""
    done = (t for t in cluster.tolls if t.trigger.pos == "VERB" and t.role not in {"subject", "self"})
    if cluster.event != "armed_clash" or any(of_verb(t.trigger).doers for t in done):
        return False
    return any(both_sides(f) for f in cluster.frames)


def distinct(tokens: Iterable[Token]) -> list[Token]:
    """Tokens whose phrases differ and do not lie within another's ("Russian" in "Russian planes")."""
    heads = list({t.i: t for t in tokens}.values())
    spans = [core(t) for t in heads]
    out: dict[str, Token] = {}
    for token, (start, end) in zip(heads, spans, strict=True):
        if not any(a <= start and end <= b and (a, b) != (start, end) for a, b in spans):
            out.setdefault(phrase(token).text.lower(), token)
    return list(out.values())
