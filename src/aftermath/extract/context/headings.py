"""Headlines, headings and teasers: words that only tell in short what the report, or another, tells in full.

Takes drafts of a laid-out report, says of one whether it stands in such words; what becomes of it is decided
in `join`.
"""

from aftermath.extract.clusters.cluster import VIOLENT
from aftermath.extract.draft import Draft, one_family
from aftermath.extract.layout.scene import Scene
from aftermath.model import Sentence

HEADING = 14
"""Tokens of a heading at most."""
PRESENT = frozenset({"says", "writes", "reports"})


def in_headline(scene: Scene, draft: Draft) -> bool:
    """Whether a draft is told in the report's headline."""
    return draft.trigger.sent.index == scene.headline


def is_furniture(scene: Scene, draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a draft is told in a heading only, and the report tells of such an event in full."""
    if _is_teaser(scene, draft):
        return True
    if draft.repeats or not _is_heading(scene, draft.trigger.sent):
        return False
    others = (d for d in drafts if d is not draft and not _is_heading(scene, d.trigger.sent))
    return any(one_family(d.event, draft.event) or {d.event, draft.event} <= VIOLENT for d in others)


def _is_teaser(scene: Scene, draft: Draft) -> bool:
    """Whether a last paragraph only points to somebody's piece elsewhere ("stoked by air strikes, says Jim Muir.")."""
    sent, voice = draft.trigger.sent, draft.voice
    told = draft.harm or draft.times or draft.stance != "asserted" or draft.trigger.pos != "NOUN"
    if told or voice is None or voice.verb < draft.trigger.i or scene.parse.lower_of(voice.verb) not in PRESENT:
        return False
    if sent.index == 0 or sent.end < len(scene.parse) or _goes_on(scene, sent):
        return False
    names = {scene.parse.lower_of(i) for i in voice.speakers if scene.parse[i].name_kind == "PERSON"}
    return bool(names) and not any(scene.parse.lower_of(i) in names for i in range(sent.start))


def _goes_on(scene: Scene, sent: Sentence) -> bool:
    """Whether a sentence stands before this one in its paragraph."""
    return sent.index > 0 and scene.parse.sentences[sent.index - 1].paragraph == sent.paragraph


def _is_heading(scene: Scene, sent: Sentence) -> bool:
    """Whether a sentence is the headline, or a short paragraph of its own without a full stop."""
    parse = scene.parse
    if sent.index == scene.headline:
        return True
    alone = all(
        parse.sentences[i].paragraph != sent.paragraph
        for i in (sent.index - 1, sent.index + 1)
        if 0 <= i < len(parse.sentences)
    )
    return alone and sent.end - sent.start <= HEADING and sent.end < len(parse) and parse.pos[sent.end - 1] != "PUNCT"
