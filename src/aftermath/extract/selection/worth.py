"""Which drafts are claims: events told as such, not talk, mishaps or bare words."""

from aftermath.extract.clusters.apart import is_negated, is_one_more
from aftermath.extract.clusters.cluster import MOVES
from aftermath.extract.context.scope import HABITUALLY, LASTING, ORDINALS
from aftermath.extract.draft import Draft
from aftermath.extract.grammar.arguments import is_nobody
from aftermath.extract.grammar.phrases import preposition
from aftermath.extract.grammar.subject import subjects
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import table
from aftermath.extract.selection.amid_peace import is_armed
from aftermath.extract.selection.fled import names_speaker
from aftermath.extract.selection.mishaps import is_mishap
from aftermath.model import Token

TALK = frozenset("war conflict fighting violence unrest uprising insurgency crackdown operation bloodshed".split())
"""Nouns that are as often spoken of in general as told of an event: they need two slots filled."""
SPELLS = TALK | {"siege", "battle", "offensive", "bombardment"}
"""What lasts so long that days of it are spoken of."""
DAYS = frozenset({"hour", "day", "night", "week", "weekend", "month", "year"})
JOINING = frozenset(
    "join attend participate take part gather turn wave series number spate day week month year dozen hundred thousand"
    " march call continue lead organize organise hold respond clash".split()
)
"""Words under which a protest is told, not only named."""
BLASTS = frozenset({"explosion", "suicide_bombing", "shelling", "air_strike"})
GOING_OFF = frozenset("explode detonate go blow ignite".split())
"""What arms do by themselves, or fail to do."""
DUDS = frozenset({"device", "charge", "belt", "vest", "one", "second", "third", "other"})
"""How arms are spoken of beside their names."""
MOCK = frozenset({"mock", "simulated", "feigned", "sham", "dummy", "fictitious"})
"""What an attack is called that hit nobody."""
CRIMES = frozenset("crime offence offense charge act felony abuse atrocity".split())
"""Of what kinds of deeds are examples."""
GENERATIONS = 45
"""Years after which an event is history told, and no claim that an analyst records."""
COMMON = frozenset("common frequent commonplace rare rife routine usual familiar unusual uncommon widespread".split())
"""How often such things are said to happen."""
TRENDS = frozenset("fall rise drop decline increase decrease double triple halve grow".split())
"""What figures do over time."""
MARKS = frozenset({"level", "low", "high", "record", "rate"})
"""What figures fall or rise to."""
FEELING = frozenset(
    "anger enrage outrage inspire worry fear support view opinion celebrate mourn applaud oppose favour favor condone"
    " justify glorify remember commemorate reject dismiss protest".split()
)
"""Words of what people feel or think about an event."""
LASTING_DEEDS = frozenset({"territory_taken", "siege", "agreement"})
"""Events that, once done, are there to be rejected."""
QUITTING = frozenset({"resign", "quit", "step", "withdraw"})
ASKING = frozenset({"who", "whom", "whose", "which", "whether", "why", "what"})
"""Words that open an embedded question."""
GOING_ON = LASTING | frozenset(
    "begin start erupt break sweep rock subside mar shake spread resume flare grip engulf".split()
)
"""Verbs that make an event's bare noun news ("the protests have continued", "clashes erupted")."""
TOPPLING = frozenset({"overthrow", "topple", "oust", "unseat", "depose"})
"""What uprisings do to rulers, by which they are news too."""


def worth(scene: Scene, draft: Draft) -> bool:
    """Whether a draft tells of something that happened, was denied, or is suspected or planned."""
    sent = draft.trigger.sent
    if scene.parse[sent.end - 1].text == "?" or is_mishap(scene, draft) or _asked(scene, draft):
        return False
    if not draft.harm and (_is_said_of(draft) or _in_passing(scene, draft) or _is_felt_about(draft)):
        return False
    if _is_word(draft.trigger) or _is_mere_talk(draft) or names_speaker(scene, draft) or _nobody_taken(draft):
        return False
    if _is_to_come(scene, draft) or _is_cared_for(draft):
        return False
    if _is_trend(draft) or _is_only_known(draft) or _is_none(draft) or _is_dud(draft):
        return False
    if _is_obituary(draft) or is_history(scene, draft) or _said_by_nobody(scene, draft) or _is_general(draft):
        return False
    if not (scene.is_of_war or is_armed(scene, draft)) or _is_habit(draft) or _is_commonplace(draft):
        return False
    told = (draft.harm, draft.times, draft.places, draft.attackers, draft.targets, draft.weapons, draft.count)
    answers = draft.stance == "denied" and draft.voice is not None and bool(draft.voice.speakers)
    filled = sum(map(bool, told)) + answers
    if draft.trigger.pos in {"NOUN", "PROPN"} and not draft.harm:
        return filled >= (2 if draft.trigger.lemma in TALK else 1) or _goes_on(draft.trigger)
    moved = [f.args for f in draft.cluster.frames if f.is_verb and draft.event in MOVES]
    by_persons = any(args.doers or any(t.i in scene.quantities for t in args.undergoers) for args in moved)
    worn = any(t.lemma in {"belt", "vest"} for f in draft.cluster.frames for t in f.args.undergoers)
    return filled > 0 or by_persons or worn or _one_more(draft)


def _is_habit(draft: Draft) -> bool:
    """Whether somebody only says what a party does or never does ("we bomb fighters", "they never fire")."""
    verb = draft.trigger
    if draft.harm or draft.times or draft.count is not None or verb.pos != "VERB" or verb.child("aux:pass") is not None:
        return False
    helped = [c for c in verb.children("aux") if c.lower not in {"do", "does"}]
    present = "Tense=Pres" in verb.feats and "VerbForm=Fin" in verb.feats
    does = any(c.lower in {"do", "does"} for c in verb.children("aux"))
    pronoun = any(c.pos == "PRON" and c.lower in {"we", "they", "it"} for c in verb.children("nsubj"))
    never = any(c.lower in {"not", "never", "n't", "n’t"} for c in verb.children("advmod"))
    return not helped and (present or does) and (pronoun or never)


def _is_commonplace(draft: Draft) -> bool:
    """Whether it is only said how common such events are ("raids are frequent", "feuds often turn violent")."""
    known = draft.times or draft.places or draft.attackers or draft.count is not None or _counts(draft)
    if not known and any(map(_recurs, (draft.trigger, *draft.trigger.ancestors()))):
        return True  # "old quarrels often flare into violence"
    return _is_frequent(draft)


def _recurs(verb: Token) -> bool:
    present = verb.pos == "VERB" and "Tense=Pres" in verb.feats and "VerbForm=Fin" in verb.feats
    return present and any(c.lower in HABITUALLY for c in verb.children("advmod"))


def _is_frequent(draft: Draft) -> bool:
    """Whether it is said of events that they are frequent or regularly break out, and nothing of any one of them."""
    noun, said = draft.trigger, draft.trigger.head
    if noun.pos != "NOUN" or noun.dep != "nsubj" or draft.times or draft.count is not None or _counts(draft):
        return False
    cop = said.child("cop")
    if said.lemma in COMMON and cop is not None:
        return cop.lower in {"is", "are"}
    return _recurs(said) and said.child("aux") is None


def _counts(draft: Draft) -> bool:
    return any(h.low is not None or h.high is not None for h in draft.harm)


def _one_more(draft: Draft) -> bool:
    """Whether it is one more of what was told just before: "a second went off as rescuers arrived"."""
    return draft.event == "explosion" and any(map(is_one_more, draft.cluster.frames))


def _is_word(trigger: Token) -> bool:
    """Whether an event's noun is only spoken of as a word ("did not use the word genocide")."""
    before = trigger.parse.lemmas[trigger.i - 1] if trigger.i > trigger.sent.start else ""
    return trigger.pos in {"NOUN", "PROPN"} and before in {"word", "term", "phrase"}


def is_history(scene: Scene, draft: Draft) -> bool:
    """Whether an event lies generations before the last day of the report, with no dead on a day of their own."""
    ends = [m.time.end for m in draft.times if not (draft.harm and m.time.start == m.time.end)]
    told = [end.year for end in ends if end is not None]
    return bool(told) and scene.last_day is not None and max(told) < scene.last_day.year - GENERATIONS


def _is_to_come(scene: Scene, draft: Draft) -> bool:
    """Whether all days that are told of an event lie after the report's own, though no word says that it is planned."""
    days = [m.time.start for m in draft.times]
    known = draft.trigger.pos == "NOUN" and bool(days) and draft.stance != "planned"
    return known and all(day is not None and scene.published is not None and day > scene.published for day in days)


def _is_cared_for(draft: Draft) -> bool:
    """Whether all that is told is that one who was hurt was taken to a hospital ("He was taken to hospital")."""
    tolls = draft.cluster.tolls
    cared = bool(tolls) and all(t.row.partner == "hospital" and t.victim is not None for t in tolls)
    return cared and not draft.cluster.frames and all(t.victim is None or t.victim.pos == "PRON" for t in tolls)


def _is_obituary(draft: Draft) -> bool:
    """Whether somebody only died at an age ("the councilman is dead at 79")."""
    if draft.cluster.frames or draft.attackers or draft.weapons or any((h.low, h.high) != (1, 1) for h in draft.harm):
        return False
    aged = (c for t in draft.cluster.tolls for c in t.trigger.children("obl", "nmod"))
    return any(preposition(c) == "at" and (c.pos == "NUM" or c.lemma == "age") for c in aged)


def _is_general(draft: Draft) -> bool:
    """Whether it is told of no time what is done to people in general ("when people are murdered")."""
    verb = draft.trigger
    told = draft.times or draft.places or draft.count is not None or any(h.low is not None for h in draft.harm)
    if (
        told
        or verb.pos != "VERB"
        or not any(c.lower in {"when", "whenever", "if"} for c in verb.children("advmod", "mark"))
    ):
        return False
    tense = verb.child("aux:pass", "aux") or verb
    return "Tense=Pres" in tense.feats and "VerbForm=Fin" in tense.feats and tense.lower not in {"have", "has"}


def _said_by_nobody(scene: Scene, draft: Draft) -> bool:
    """Whether it is told that nobody says so ("no group said that it had carried out the attack")."""
    if draft.voice is None or draft.voice.verb < 0:
        return False
    said_by = subjects(scene.parse[draft.voice.verb])
    return bool(said_by) and all(is_nobody(t) for t in said_by)


def _is_trend(draft: Draft) -> bool:
    """Whether it is only told how much there is of it ("civilian deaths fell by 15 percent")."""
    noun, verb = draft.trigger, draft.trigger.head
    moved = noun.pos == "NOUN" and noun.dep == "nsubj" and verb.lemma in TRENDS
    by = verb.lemma in {"double", "triple", "halve"} or any(preposition(c) == "by" for c in verb.children("obl"))
    by = by or any(preposition(c) == "to" and c.lemma in MARKS for c in verb.children("obl"))
    return moved and by and not any(h.low for h in draft.harm)


def _is_only_known(draft: Draft) -> bool:
    """Whether somebody says that he does not know of it, which denies nothing ("was not aware of any shelling")."""
    noun = draft.trigger
    return draft.stance == "denied" and noun.dep == "obl" and noun.head.lemma in {"know", "aware", "hear", "learn"}


def _is_none(draft: Draft) -> bool:
    """Whether it is told that there was none, which denies nobody's claim ("police have made no arrests")."""
    if any(c.lower in MOCK for c in draft.trigger.children("amod", "compound")):
        return not draft.harm  # "carried out two mock raids over the town"
    return draft.stance == "asserted" and not draft.harm and draft.trigger.pos == "NOUN" and is_nobody(draft.trigger)


def _is_dud(draft: Draft) -> bool:
    """Whether arms did not go off, or failed to, which denies nobody's claim ("a second bomb did not explode")."""
    noun, words = draft.trigger, [f.trigger for f in draft.cluster.frames]
    words += [noun.head] if noun.dep in {"nsubj", "acl"} else []
    words += [noun.head.head] if noun.dep == "acl" and noun.head.dep == "nsubj" else []
    blasts = draft.event in BLASTS and not draft.harm
    return blasts and any(_fails(v) for word in words for v in (word, *word.children("xcomp")))


def _fails(verb: Token) -> bool:
    """Whether arms do not go off, by a verb that is said not to have happened."""
    if verb.lemma not in GOING_OFF:
        return False
    failed = verb.dep == "xcomp" and verb.head.lemma == "fail"
    doers = verb.head.children("nsubj") if failed else verb.children("nsubj")
    thing = all(t.lemma in table("means") or t.pos == "PRON" or t.lemma in DUDS for t in doers)
    return (failed or is_negated(verb)) and thing and verb.child("obj") is None


def _is_mere_talk(draft: Draft) -> bool:
    """Whether "violence" or "bloodshed" is spoken of with nobody harmed and nobody named who did it."""
    told = draft.harm or draft.attackers or draft.count or (draft.targets and draft.times)
    return not told and draft.trigger.lemma in {"violence", "bloodshed"}


def _nobody_taken(draft: Draft) -> bool:
    """Whether all that is told is that nobody was arrested or fled, which answers nobody's claim."""
    return draft.event in {"arrest", "displacement"} and bool(draft.harm) and all(h.high == 0 for h in draft.harm)


def _in_passing(scene: Scene, draft: Draft) -> bool:
    """Whether a protest, or a war, is only a circumstance or complement of something else."""
    noun = draft.trigger
    if draft.event == "protest" and not draft.cluster.tolls and _is_scene_of_death(scene, noun):
        return True
    if draft.event == "agreement" and noun.pos == "NOUN" and noun.dep.startswith(("obl", "nmod")):
        dating = preposition(noun) in {"since", "before", "after", "until"}  # "murdered since the peace accord of 2016"
        return dating and noun.child("acl", "acl:relcl") is None
    if _is_of_time(noun):
        return True  # "rescued on the last weekend of the fighting"
    first = noun.head if noun.dep == "conj" else noun
    if preposition(first) in {"like", "such as"} and first.head.lemma in CRIMES:
        return True  # "crimes like murder and terrorism"
    if noun.lower == "war" and noun.bare_dep in {"nmod", "obl"} and not draft.times:
        return draft.count is None  # "the best since the Korean War"
    if noun.pos != "NOUN" or draft.count is not None or noun.bare_dep not in {"nmod", "compound", "obl"}:
        return False
    return draft.event == "protest" and not draft.times and noun.head.lemma not in JOINING


def _is_of_time(noun: Token) -> bool:
    """Whether a known war or siege only says of which days they were ("in the first week of the siege")."""
    of_days = noun.dep == "nmod" and noun.head.lemma in DAYS and preposition(noun) == "of"
    return of_days and noun.lemma in SPELLS and any(c.lower == "the" for c in noun.children("det"))


def _is_scene_of_death(scene: Scene, protest: Token) -> bool:
    """Whether a protest only tells where people were killed ("shot dead in demonstrations", "while protesting")."""
    top = (
        protest.head if protest.dep == "nmod" and protest.head.i in scene.times else protest
    )  # "in a week of protests"
    aside = top.dep.startswith(("obl", "advcl")) and not any(top.children("nsubj", "nsubj:pass"))
    if aside and top.head.lemma in QUITTING and preposition(top) == "in" and top.child("det") is None:
        return True  # "resigned in protest at the killings"
    told = protest.child("acl:relcl") is not None  # "killed in the rallies, which started in May"
    if protest.dep == "nsubj" and not told and _leaves_dead(protest.head):
        return True  # "protests over prices in 2019 left 300 people dead"
    return aside and not told and any(row["kind"] in {"killed", "arrested"} for row in table("harm").at(top.head))


def _leaves_dead(verb: Token) -> bool:
    """Whether a verb tells whom an event killed."""
    rows = (row for row in table("harm").at(verb) if row["kind"] == "killed")
    beside = {c.lemma for c in verb.children("xcomp", "obj", "amod")} | {c.lower for c in verb.children("xcomp")}
    return any(row.partner in {"", *beside} for row in rows)


def _is_felt_about(draft: Draft) -> bool:
    """Whether an event is only what somebody feels or thinks about ("angered by attacks", "in support of the raid")."""
    noun = draft.trigger
    if noun.pos != "NOUN" or draft.count is not None or noun.is_root:
        return False
    if draft.stance == "denied":
        return _is_scorned(draft)
    if draft.times:
        return False
    if noun.dep == "nsubj":  # "recent attacks in the city had inspired him"
        return noun.head.lemma in FEELING and noun.lower != noun.lemma and noun.child("det", "nmod:poss") is None
    if noun.bare_dep not in {"nmod", "obl", "obj"}:
        return False
    above = noun.head
    while above.pos == "NOUN" and above.bare_dep == "nmod" and not above.is_root:
        above = above.head
    return noun.head.lemma in FEELING or (above.pos == "NOUN" and above.head.lemma in FEELING)


def _is_scorned(draft: Draft) -> bool:
    """Whether somebody is against an event and does not deny it: rejects an occupation, dismisses executions as..."""
    first = draft.trigger.head if draft.trigger.dep == "conj" else draft.trigger
    verb = first.head
    if first.is_root or first.dep != "obj":
        return False
    valued = verb.lemma == "dismiss" and any(preposition(c) == "as" for c in verb.children("obl"))
    proposed = first.child("nmod:poss") is None and all(c.lower in {"a", "an"} for c in first.children("det"))
    return valued or (verb.lemma == "reject" and (draft.event in LASTING_DEEDS or proposed))


def _is_said_of(draft: Draft) -> bool:
    """Whether the noun only says what something told elsewhere was; "the fourth attack in a week" counts them."""
    trigger = draft.trigger
    subject = trigger.child("nsubj")
    pointing = subject is not None and (subject.pos in {"PRON", "DET"} or subject.lemma == trigger.lemma)
    counts = any(c.lower in ORDINALS for c in trigger.children("amod")) and bool(draft.times)
    behind = preposition(trigger) == "behind"  # "it was behind a roadside bomb"
    return trigger.pos == "NOUN" and trigger.child("cop") is not None and pointing and not counts and not behind


def _asked(scene: Scene, draft: Draft) -> bool:
    """Whether it is only asked who did it or what it was ("nobody knows who was behind the attack")."""
    clause = scene.parse[scene.clause[draft.trigger.i]]
    words = [*clause.children("nsubj", "nsubj:pass", "obj", "advmod", "mark")]
    words = [w for w in words if w.child("acl:relcl") is None]  # "bombed what Delhi called a camp"
    asks = any(w.lower in ASKING for word in words for w in (word, *word.children("nmod:poss", "det")))
    return asks and clause.dep in {"ccomp", "csubj", "advcl", "acl"} and not draft.harm


def _goes_on(noun: Token) -> bool:
    verb = noun.head
    toppled = [*noun.children("acl:relcl"), *([verb] if noun.dep == "nsubj" else [])]
    if any(v.lemma in TOPPLING for v in toppled):
        return True
    return noun.dep.startswith("nsubj") and verb.lemma in GOING_ON and not verb.dep.startswith("advcl")
