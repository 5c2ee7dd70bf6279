"""Whether a place named near an event can be where it was.

A party's, a speaker's or an owner's place is not, nor a mere point of reference, nor where
people come from or flee to. Each question here is one such role.
"""

import re

from aftermath.extract.clusters.apart import GRIEVING
from aftermath.extract.clusters.cluster import HEAVY, ON_PEOPLE, Cluster
from aftermath.extract.grammar.phrases import leading, outer, preposition
from aftermath.extract.layout.dateline import in_dateline
from aftermath.extract.layout.powers import is_seat
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import table
from aftermath.extract.where_when.journeys import CARE, MENDING, REFUGE, is_fired_from, is_goal, is_left, is_origin
from aftermath.extract.where_when.meetings import is_meeting
from aftermath.extract.where_when.speaking import COURTS
from aftermath.extract.where_when.unplaced import EDGES, KINDS, LOCATING, OFFICES, located
from aftermath.model import PlaceMention, Token

REFERRING = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west miles km"
    " kilometres kilometers outside away far".split()
)
PART_OF = re.compile(
    r"(’s|'s|’|')?\s(\w+\s)?(suburb|district|neighbou?rhood|town|city|village|area|quarter|camp|province|countryside)s?\sof\s"
)
"""Behind a place that only says where another lies: "the Damascus suburb of Douma"."""
ON_THE_WAY = re.compile(r"\w, (?:which (?:is|lies) )?on the (?:\w+ )?(?:road|highway|way) (?:to|from) (?:the )?$")
"""Before a place that only says where the one named before it lies: "Mainok, on the road to Maiduguri"."""
ACROSS_FROM = re.compile(r"across the [\w-]+(?: [\w-]+)? from (?:the )?\Z")
"""Before a place that only says where another lies: "Omdurman, across the Nile from Khartoum"."""
AWAY_FROM = re.compile(r" from (?:the )?[A-Z]")
"""Behind a river or street across which from another place something lies ("across the Nile from Khartoum")."""
DESCRIBED = 48
"""Characters between a place and what describes where it lies, at most."""
DESCRIPTION = re.compile(
    r",?\s\(?|,?\s(which\s(is|lies)\s|lying\s|about\s|some\s|just\s)?"
    r"((a|an|the)\s)?((\w+\s){0,2}(towns?|villages?|cit(y|ies)|district|suburb|settlement|hamlet|camp)\s)?"
    r"(which\s(is|lies)\s|about\s|some\s|just\s)?"
)
"""What stands between a place and where it is said to lie."""
GRIEVED = frozenset({"against", "over"})
"""Prepositions behind which stands what people protest against."""
MARCHING = GRIEVING | {"demonstrate", "rally"}
DEMANDING = frozenset({"demand", "seek", "call", "urge", "threaten", "want"})
PLACE_PARTS = frozenset("case det nmod nmod:poss compound flat appos conj amod".split())
BODIES = frozenset(
    "agency ministry media television president minister spokesman official embassy parliament service intelligence"
    " consulate".split()
)
"""What countries have beside forces and people."""
PACTS = frozenset("agreement deal accord treaty pact talk relation tie memorandum".split())
SAYINGS = frozenset(
    "claim denial accusation statement allegation charge version account demand offer decision move plan policy"
    " invasion intervention interest ambition strategy stance response goal aim bid effort pressure threat order"
    " opposition refusal willingness role ally diplomat".split()
)
"""What a capital's name stands before when its government is meant."""
FOUGHT_FOR = frozenset({"battle", "fight", "struggle", "war", "border", "frontier", "leave"})
"""What is "for" a land in which it is, or is a border "with" it."""
BACKING = frozenset({"support", "solidarity", "sympathy"})
"""What people elsewhere march in ("in solidarity with Gaza")."""
OPENING = 9
"""Tokens within which the phrase that opens a sentence ends."""
RULING = frozenset({"mayor", "governor"})
"""Who speaks of what happens in his town or province."""
AT_HOME = frozenset("crackdown repression uprising revolt revolution insurgency unrest protest coup genocide".split())
"""What happens within a state, so that whose it is says where ("a crackdown by Syria's government")."""
STATES = frozenset({"country", "region"})
"""Precisions of what has forces of its own."""
LANDS = frozenset(
    "coast coastline shore border frontier soil territory war conflict countryside waters side sky airspace".split()
)
"""What of a country is a place, or happens all over it, beside nouns of kind."""
BLAME = frozenset("accuse blame condemn consider regard urge warn tell ask criticise criticize denounce thank".split())
"""Verbs whose object is somebody, even if it is called by the name of a capital."""
BEHELD = frozenset(
    "witness see experience suffer endure face come wake fall burn descend plunge slide sink erupt enter remain reel"
    " have mark go be become brace spiral spend lie live return collapse bury mourn".split()
)
"""Verbs of which a place can be the subject when something happens there."""


def locates(scene: Scene, cluster: Cluster, i: int, mention: PlaceMention) -> bool:
    """Whether a place can be an event's: it is no party, no speaker's place and no mere point of reference."""
    token = name_head(scene, i)
    if mention.adjectival or is_reference(scene, mention) or is_seat(scene.parse, mention):
        return False
    if is_speakers(scene, token) and not (_is_behind(cluster, token) or _is_of_deed(cluster, token)):
        return False
    if _is_voices(scene, cluster, token) or _is_part(cluster, token) or _is_side(token, mention):
        return False
    if _is_demanded(cluster, token) or _is_courts(cluster, token) or _is_grieved_over(cluster, token):
        return False
    if _is_where(cluster, token):
        return True
    if is_origin(scene, token) and not is_left(cluster, token):
        return False
    if cluster.event in HEAVY and is_fired_from(scene, cluster, token):
        return False
    if (
        _is_owner(scene, cluster, token, mention)
        or _is_office(cluster, token)
        or is_goal(cluster, token)
        or is_meeting(cluster, token)
        or names_only(scene, token)
    ):
        return False
    if mention.place.precision == "unknown" and not (
        located(scene, mention) or _is_struck(cluster, token) or is_left(cluster, token)
    ):
        return False
    return i not in scene.actors or mention.place.precision == "country"


def _is_side(token: Token, mention: PlaceMention) -> bool:
    """Whether a state is who did something ("Bahrain lost five soldiers", "a truce that Doha brokered", "by Qatar")."""
    if mention.place.precision not in STATES and mention.place.feature != "PPLC":
        return False
    name = leading(token)
    acts = name.dep == "nsubj" and name.head.pos == "VERB" and name.head.lemma not in BEHELD
    return acts or preposition(name) == "by"


def _is_grieved_over(cluster: Cluster, token: Token) -> bool:
    """Whether a place only stands in what people protest against ("300 held at rallies against the war in Ukraine")."""
    own = {t.i for t in cluster.tokens}
    for word in (token, *token.ancestors()):
        if word.i in own:
            return False
        if preposition(word) in GRIEVED and word.head.lemma in MARCHING:
            return True
    return False


def _is_courts(cluster: Cluster, token: Token) -> bool:
    """Whether a court sits there that judges the deed ("a court in The Hague sentenced him for massacres")."""
    court = token.head
    sits = token.dep == "nmod" and court.lemma in COURTS and court.dep.startswith("nsubj")
    return sits and all(t.i != court.head.i for t in cluster.tokens)


def _is_demanded(cluster: Cluster, token: Token) -> bool:
    """Whether a place only stands in what those who did it want ("militants demanding that troops leave Chechnya")."""
    own = {t.i for t in cluster.tokens}
    for word in token.ancestors():
        if word.i in own:
            return False
        if word.lemma in DEMANDING and word.dep in {"acl", "advcl"}:
            return True
    return False


def _is_where(cluster: Cluster, token: Token) -> bool:
    """Whether a clause of the place tells the event ("fled to Hodeidah, where a shell killed nine").

    Not where those who were hurt, or fled, now are ("in Aden, where 54,000 have sought refuge").
    """
    name = outer(token).i
    clauses = [a for t in cluster.tokens for a in (t, *t.ancestors()) if a.dep == "acl:relcl" and a.head.i == name]
    sought = (c.child("obj") for c in clauses)
    if any(c.lemma in MENDING for c in clauses) or any(o is not None and o.lemma in CARE | REFUGE for o in sought):
        return False
    return any(c.lower == "where" for clause in clauses for c in clause.children("advmod", "obl"))


def name_head(scene: Scene, i: int) -> Token:
    """The word of a place's name that stands for it in the tree: "Arabia" of "in Saudi Arabia"."""
    token, name = scene.parse[i], scene.places[i]
    while not token.is_root and scene.places.get(token.head.i) is name:
        if not (token.head.text[:1].isupper() or (token.dep == "amod" and token.text[:1].isupper())):
            break
        token = token.head
    return token


def _is_behind(cluster: Cluster, token: Token) -> bool:
    """Whether a place stands behind an event that a verb of speech is about: "denied looting homes in Sinja"."""
    verb = outer(token).head
    objects = (t for t in cluster.tokens if t.dep in {"obj", "xcomp"} and t.head.i == verb.i)
    return any(verb.i < t.i < token.i for t in objects)


def _is_of_deed(cluster: Cluster, token: Token) -> bool:
    """Whether a place stands with a verb of speech that is the event itself ("thousands protested in Minsk")."""
    name = outer(token)
    return name.dep.startswith("obl") and any(t.i == name.head.i for t in cluster.tokens)


def _is_struck(cluster: Cluster, token: Token) -> bool:
    """Whether a name of a place is what the event's verb is done to ("entered Kitchanga"), or names it."""
    head = outer(token)
    own = {t.i for t in cluster.tokens}
    if cluster.event in ON_PEOPLE:
        return False  # "shot Yusuf Karim"
    return token.name_kind == "LOCATION" and head.head.i in own and head.dep in {"obj", "compound"}


def _is_part(cluster: Cluster, token: Token) -> bool:
    """Whether the place is only that of a part of the event: "killed across the country, including 110 in Homs"."""
    own = {t.i for t in cluster.tokens}
    parts = {t.victim.i for t in cluster.tolls if t.part and t.victim is not None} - own
    for word in (token, *token.ancestors()):
        if word.i in own:
            return False
        if preposition(word) == "including" or _is_among(word) or word.i in parts:
            return True
    return False


def _is_among(word: Token) -> bool:
    """Whether a word is of some of those told of before ("killed in raids on the north, among them 19 in Abs")."""
    beside = [*word.children("nmod", "obl"), *(word.head.children("obl") if word.dep == "parataxis" else ())]
    return any(c.lower in {"them", "whom"} and preposition(c) in {"among", "of"} and c.i < word.i for c in beside)


def _is_voices(scene: Scene, cluster: Cluster, token: Token) -> bool:
    """Whether the place stands within the words for who tells of the event ("a count of the UN's office in Geneva")."""
    voice = scene.voices.at(cluster.trigger)
    own = {t.i for t in cluster.tokens}
    for word in (token, *token.ancestors()):
        if word.i in own or voice is None:
            return False
        if word.i in voice.speakers:
            return True
    return False


def _is_owner(scene: Scene, cluster: Cluster, token: Token, mention: PlaceMention) -> bool:
    """Whether a country only says whose people, weapons or doings they are: "a US shell", "Iran's announcement"."""
    if mention.place.precision not in STATES or token.is_root or token.head.i in scene.places:
        return False
    if is_at_home(token):
        return False
    if token.dep in {"compound", "amod"} and mention.place.precision == "region":
        return scene.is_side(token.head)  # "a dozen Puntland soldiers"
    if token.dep in {"compound", "amod"}:
        return token.head.lemma not in {"war", "conflict"}
    owned = token.head
    if token.dep == "nmod:poss" and mention.place.precision == "country" and _is_doing(cluster, owned):
        return True
    named = owned.name_kind == "ORGANIZATION" or owned.lemma in BODIES or scene.is_side(owned) or scene.is_people(owned)
    return token.dep == "nmod:poss" and (named or any(scene.voices.is_speech(a) for a in (owned.head,)))


def _is_doing(cluster: Cluster, owned: Token) -> bool:
    """Whether what a country has is neither an event nor a part of its land."""
    spots = ("place_nouns", "sites", "triggers")
    return all(t.i != owned.i for t in cluster.tokens) and not (
        preposition(owned) in LOCATING
        or owned.lemma in LANDS | KINDS | EDGES
        or owned.name_kind
        or any(owned.lemma in table(name) for name in spots)
    )


def is_at_home(token: Token) -> bool:
    """Whether a state's name says whose crackdown it is, and so where."""
    above = (token.head, token.head.head) if token.dep == "nmod:poss" else ()
    return any(a.lemma in AT_HOME for a in above)


def _is_office(cluster: Cluster, token: Token) -> bool:
    """Whether a place only says of what somebody is the head, who was not hit ("talks with the president of X")."""
    holder = token.head
    if token.dep != "nmod" or preposition(token) != "of" or holder.lemma not in OFFICES:
        return False
    hit = {t.victim.i for t in cluster.tolls if t.victim is not None}
    hit |= {t.i for f in cluster.frames for t in f.args.undergoers}
    return holder.i not in hit


def names_only(scene: Scene, token: Token) -> bool:
    """Whether a name only tells whose something is: a make of arms, a side of a pact, who owns a claim, is backed."""
    name = outer(token)
    against = (c for c in name.head.children("nmod") if preposition(c) in {"on", "against"})
    owns = name.dep == "nmod:poss" and (name.head.lemma in SAYINGS or any(against))  # "Tel Aviv's attacks on"
    owns = owns and not is_at_home(name)
    owns = owns or (name.dep == "nmod" and name.head.lemma in BACKING and preposition(name) in {"of", "for", "with"})
    owns = owns or (preposition(name) == "against" and name.head.lemma in SAYINGS) or _is_beside(scene, token, name)
    return owns or _is_partner(token) or _is_make(scene, token)


def _is_beside(scene: Scene, token: Token, name: Token) -> bool:
    """Whether a country is only compared, or is with whom or for whom others act ("agents working for Israel")."""
    mention = scene.places.get(token.i)
    if mention is None or mention.place.precision != "country" or mention.text.islower() or name.is_root:
        return False
    return preposition(name) in {"for", "like", "unlike", "than", "with"} and name.head.lemma not in FOUGHT_FOR


def _is_partner(token: Token) -> bool:
    """Whether a place is a government with which something was agreed ("a pact between Baghdad and Ankara")."""
    first = token
    while first.dep in {"conj", "case", "cc"}:
        first = first.head
    return preposition(first) in {"between", "with"} and not first.is_root and first.head.lemma in PACTS


def _is_make(scene: Scene, token: Token) -> bool:
    """Whether the name only tells the make of a vehicle or weapon ("a Ural truck")."""
    return token.dep == "compound" and token.head.i in scene.means and token.head.i not in scene.places


def is_reference(scene: Scene, mention: PlaceMention) -> bool:
    """Whether the place only helps to find or to name another: "north of X", "X-based", "X-backed"."""
    text, (start, end) = scene.parse.text, mention.span
    if in_dateline(text, start):
        return True
    behind = text[end : end + 10].lower().lstrip()
    if behind.startswith(("-based", "-backed", "- based", "- backed", "-led", "-born", "-run", "-held")):
        return True
    beyond = text.find("across the ", max(0, start - 36), start)
    if beyond >= 0 and (ACROSS_FROM.match(text, beyond, start) or AWAY_FROM.match(text, end)):
        return True
    if PART_OF.match(text[end : end + 40].lower()) or ON_THE_WAY.search(text[max(0, start - 48) : start].lower()):
        return True
    if mention.place.precision == "relative" and _describes(scene, mention):
        return True
    before = text[max(0, start - 24) : start].lower().split()
    if before and before[-1] == "the":
        before.pop()
    if before and before[-1] == "bordering":
        return True
    beside = len(before) >= 2 and before[-1] in {"to", "of"} and before[-2] in {"neighbor", "neighbour"}
    return beside or (len(before) >= 2 and before[-1] in {"of", "from"} and before[-2] in REFERRING)


def _describes(scene: Scene, mention: PlaceMention) -> bool:
    """Whether a distance or bearing only says where the place named before it lies ("Hawzen, a town north of X")."""
    text, start = scene.parse.text, mention.span[0]
    near = {m.span: m for m in scene.places.values() if 0 < start - m.span[1] <= DESCRIBED and m is not mention}
    return any(
        not m.adjectival
        and (m.place.lat is not None or located(scene, m))
        and DESCRIPTION.fullmatch(text[m.span[1] : start].lower())
        for m in near.values()
    )


def is_speakers(scene: Scene, token: Token) -> bool:
    """Whether the place is only where somebody speaks ("told reporters in Beirut")."""
    if _before_content(scene, token):
        return True
    if _sets_scene(scene, token):
        return False
    head = token
    while head.dep in PLACE_PARTS and not head.is_root:
        head = head.head
    if (
        head.is_root
        or not (scene.voices.is_speech(head.head) or head.head.lemma in BLAME or _calls(head))
        or head.head.child("nsubj:pass") is not None
    ):
        return False
    if head.dep == "nsubj" and head.head.lemma in BEHELD:
        return False
    if head.dep in {"obj", "iobj"}:
        deed = head.pos == "NOUN" and head.lemma in table("triggers")  # "condemned the killing of medics in Hodeidah"
        return head.head.lemma in BLAME and not deed
    return head.dep.startswith(("obl", "nsubj")) and preposition(head) in {"in", "from", "at", "by", ""}


def _calls(capital: Token) -> bool:
    """Whether a place is a government that gives something a name ("Tehran called that a lie")."""
    return capital.dep == "nsubj" and capital.head.lemma in {"call", "describe", "brand", "term"}


def _sets_scene(scene: Scene, token: Token) -> bool:
    """Whether a place at home opens its sentence: "In Misrata, a doctor said ..." tells of Misrata.

    So does one abroad, no capital and no country, where its governor speaks ("In Russia's Bryansk, the governor said").
    """
    start, mention = token.sent.start, scene.places.get(token.i)
    if mention is None or scene.parse[start].lower not in {"in", "at", "around"}:
        return False
    capital = mention.place.feature == "PPLC" or mention.place.precision == "country"
    if mention.place.country != scene.home and (capital or not _governor_speaks(token)):
        return False
    commas = (i for i in range(start, min(token.sent.end, start + OPENING)) if scene.parse[i].text == ",")
    return token.i < next(commas, start)


def _governor_speaks(place: Token) -> bool:
    """Whether the sentence that a place opens is told by who governs there."""
    verbs = (t for t in place.ancestors() if t.pos == "VERB")
    return any(t.lemma in RULING for t in next(verbs, place).children("nsubj"))


def _before_content(scene: Scene, token: Token) -> bool:
    """Whether the place stands between a verb of saying and the "that" of what is said ("told X from Erbil that")."""
    parse, sent = scene.parse, token.sent
    that = next((i for i in range(token.i + 1, sent.end) if parse.lower_of(i) == "that"), None)
    if that is None or parse.deps[that] != "mark":
        return False
    verb = next((i for i in range(that - 1, sent.start - 1, -1) if parse.pos[i] == "VERB"), None)
    return verb is not None and verb < token.i and scene.voices.is_speech(parse[verb])
