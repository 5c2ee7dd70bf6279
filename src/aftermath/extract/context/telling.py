"""On whose word an account is where its own clause leaves it open.

Takes the accounts of a report in the order of its text, gives one that goes on with what somebody
said in the sentence before that speaker (named in `inferred`), and takes the speaker from what is
only named in passing while he tells of something else. It finds no speaker within a sentence.
"""

from datetime import timedelta

from aftermath.extract.clusters.apart import EARLIER
from aftermath.extract.context.lending import source_of
from aftermath.extract.draft import Draft
from aftermath.extract.grammar.passive import is_marked_passive
from aftermath.extract.grammar.phrases import preposition
from aftermath.extract.grammar.subject import subjects
from aftermath.extract.layout.scene import Scene
from aftermath.extract.speakers.speech import Voice
from aftermath.extract.where_when.fineness import lies_in
from aftermath.model import PlaceMention, Sentence, Time, TimeMention, Token

ADDING = frozenset({"also", "additionally", "moreover", "furthermore", "besides", "likewise"})
INSTANCE = frozenset("addition case instance".split())
"""What "in" stands before where a sentence goes on with what was told."""
SEEING = frozenset("see watch witness hear film photograph".split())
BACK = frozenset({"they", "he", "she", "it", "most", "some", "both", "all"})
"""Subjects that mean somebody of the sentence before."""
KNOWN = frozenset("attacker assailant gunman raider victim dead body wounded perpetrator bomber".split())
"""Nouns that with an article mean those of the event told before."""
OCCASION = frozenset("following after since despite amid".split())
HIS = frozenset({"his", "her", "my", "our"})
PAST = timedelta(60)
"""From the end of a month or year to the last day of a report that makes it the past, not the news."""


def keep_speaker(scene: Scene, drafts: list[Draft], draft: Draft) -> None:
    """What is told right after a source's words, in the same paragraph and of the same event, rests on that source.

    A figure goes on with figures; "they" and "the victims", "had been" and "in addition" with anything that was said.
    """
    trigger = draft.trigger
    if draft.voice is not None or _is_seen(trigger) or _is_spoken(scene, trigger):
        return
    adds = (_pluperfect(trigger) and not _is_past_before(trigger)) or _adds(trigger)
    back = _means_those_before(trigger)
    if not (adds or back or draft.harm):
        return
    before = _told_before(drafts, trigger.sent, anywhere=_adds(trigger))
    if before is None:
        voice = _voice_of(scene, trigger.sent) if back else None
        if voice is not None and not draft.places and not draft.times:
            draft.voice = voice
            draft.inferred["sources"] = f"goes on after {voice.why}"
        return
    if before.harm or adds or back:
        if not adds and (_another(before, draft) or _is_earlier(trigger)):
            return
        draft.voice = before.voice
        draft.inferred["sources"] = source_of(before)


def _told_before(drafts: list[Draft], sent: Sentence, *, anywhere: bool) -> Draft | None:
    """The account on somebody's word in the sentence before, of the same paragraph but for "in addition"."""
    for before in drafts:
        other, voice = before.trigger.sent, before.voice
        follows = (anywhere or other.paragraph == sent.paragraph) and sent.index - other.index == 1
        if follows and voice is not None and voice.effect == "say" and voice.speakers:
            return before
    return None


def _voice_of(scene: Scene, sent: Sentence) -> Voice | None:
    """Who says the sentence before, where it tells of no event itself ("the chief said gunmen came")."""
    if sent.index == 0:
        return None
    before = scene.parse.sentences[sent.index - 1]
    root = next((scene.parse[i] for i in range(before.start, before.end) if scene.parse[i].is_root), None)
    if root is None or before.paragraph != sent.paragraph:
        return None
    voice = scene.voices.speech.voice(root) if scene.voices.is_speech(root) else scene.voices.at(root)
    return voice if voice is not None and voice.effect == "say" and voice.speakers else None


def _another(before: Draft, draft: Draft) -> bool:
    """Whether place or day say that it is another event than the one told before, and no part of it."""
    if draft.places and not any(_in_one(p, q) for p in draft.places for q in before.places):
        return True
    if draft.scope == "campaign" != before.scope:
        return True
    if not draft.times:
        return False
    if not before.times:
        return _opens_with(draft.times[0], draft.trigger)
    return not _within(before.times[0].time, draft.times[0].time)


def _opens_with(day: TimeMention, trigger: Token) -> bool:
    """Whether a sentence begins with a day of its own, by which it leaves what was told before."""
    start = trigger.parse.starts[trigger.sent.start]
    return start <= day.span[0] <= start + len("On ")


def _in_one(one: PlaceMention, other: PlaceMention) -> bool:
    return one.place.name == other.place.name or lies_in(one, other) or lies_in(other, one)


def _within(whole: Time, part: Time) -> bool:
    """Whether a time lies in the time of what was told before."""
    if whole.start is None or part.start is None:
        return True
    return whole.start <= part.start and (part.end or part.start) <= (whole.end or part.start)


def _is_earlier(trigger: Token) -> bool:
    """Whether an event stands in a clause that tells when or of whom, not in the sentence's own."""
    above = [t for t in (trigger, *trigger.ancestors()) if t.pos in {"VERB", "AUX"}]
    aside = any(t.dep == "acl:relcl" for t in above)
    return aside or any(m.lower in EARLIER for t in above for m in t.children("mark"))


def _is_spoken(scene: Scene, trigger: Token) -> bool:
    """Whether the sentence has a speaker of its own, or none at all ("Hezbollah admitted it", "are said to clash")."""
    above = (t for t in (trigger, *trigger.ancestors()) if scene.voices.is_speech(t))
    return any(is_marked_passive(t) or scene.voices.speech.voice(t) is not None for t in above)


def _is_seen(trigger: Token) -> bool:
    """Whether the sentence names its own witness: "a Reuters cameraman saw rescuers carry out a body"."""
    above = (trigger, *trigger.ancestors())
    return any(t.lemma in SEEING and t.child("nsubj") is not None and t.i != trigger.i for t in above)


def _means_those_before(trigger: Token) -> bool:
    """Whether the sentence tells of somebody of the sentence before: "they", "four of them", "the dead", "his son"."""
    sent, parse = trigger.sent, trigger.parse
    clause = next((t for t in (trigger, *trigger.ancestors()) if t.is_root), None)
    if clause is None or sent.index == 0 or sent.start == 0:
        return False
    before = parse.sentences[sent.index - 1]
    named = {parse.lemmas[i] for i in range(before.start, before.end) if parse.pos[i] == "NOUN"}
    for subject in subjects(clause):
        if subject.lower in BACK or any(c.lower in {"them", "those"} for c in subject.children("nmod")):
            return True
        if any(c.lower in HIS for c in subject.children("nmod:poss")):
            return True
        pointed = any(c.lower in {"the", "these", "those"} for c in subject.children("det"))
        if pointed and subject.lemma in named | KNOWN and not any(subject.children("amod", "compound", "nmod")):
            return True
    return False


def _adds(trigger: Token) -> bool:
    """Whether the sentence only adds to the one before it: "In addition, four trains were blown up", "In one case"."""
    parse, start = trigger.parse, trigger.sent.start
    first = [parse.lower_of(i) for i in range(start, min(start + 4, len(parse)))]
    return first[0] in ADDING or (first[0] == "in" and bool(INSTANCE & set(first[1:])))


def _pluperfect(trigger: Token) -> bool:
    """Whether an event is told as a speaker's words are in reported speech: "troops had left the town"."""
    verb = trigger if trigger.pos == "VERB" else trigger.head
    return verb.dep in {"root", "conj"} and any(c.lower == "had" for c in verb.children("aux"))


def _is_past_before(trigger: Token) -> bool:
    """Whether the pluperfect is only that of an earlier day ("Earlier, rebels had killed 11 gendarmes there")."""
    verb = trigger if trigger.pos == "VERB" else trigger.head
    return any(c.lower in {"earlier", "previously", "before"} for c in verb.children("advmod"))


def drop_aside(scene: Scene, drafts: list[Draft], draft: Draft) -> None:
    """An event only named within what somebody says of another is told in the report's own voice.

    The guide's *Asides in an attributed sentence*: "3,500 died in the crackdown on the protests
    which began in March, the UN says" leaves the protests to the report, and so does "a visit to
    the town that rebels seized in 2012".
    """
    if draft.voice is None or draft.voice.effect != "say":
        return
    if _is_background(scene, draft):
        draft.voice = None
        draft.why["sources"] = "background told in passing: the report's own voice"
        return
    told = bool(draft.harm) or draft.count is not None or draft.trigger.pos == "VERB"
    inside = set(draft.trigger.subtree())
    if _is_occasion(draft.trigger) and all(t.trigger.i in inside for t in draft.cluster.tolls):
        draft.voice = None
        draft.why["sources"] = "the known occasion of what is told: the report's own voice"
    if told or draft.voice is None or draft.trigger.dep not in {"nmod", "compound"}:
        return
    index = draft.trigger.sent.index
    if any(d is not draft and d.voice == draft.voice and d.trigger.sent.index == index for d in drafts):
        draft.voice = None
        draft.why["sources"] = "named in passing: the report's own voice"


def _is_occasion(noun: Token) -> bool:
    """Whether a known event is only when or why something else was done ("left after the recent arrests")."""
    known = any(c.lower == "the" for c in noun.children("det"))
    return known and noun.pos == "NOUN" and noun.dep.startswith("obl") and preposition(noun) in OCCASION


def _is_background(scene: Scene, draft: Draft) -> bool:
    """Whether an event of a past month or year is told in a clause that only says which thing is meant."""
    verb = -1 if draft.voice is None else draft.voice.verb
    clause = next((t for t in (draft.trigger, *draft.trigger.ancestors()) if t.pos == "VERB"), None)
    if verb < 0 or clause is None or clause.i == verb or not clause.dep.startswith("acl"):
        return False
    said = clause.head.is_root or clause.head.head.i == verb
    return not said and any(_is_past(scene, t.time) for t in draft.times)


def _is_past(scene: Scene, time: Time) -> bool:
    """Whether a time is a month or year long before the last day that the report names."""
    if time.precision not in {"month", "year"} or time.end is None or scene.last_day is None:
        return False
    return scene.last_day - time.end > PAST
