"""What stands on a page beside its article, and got past the extractor.

Takes blocks of text and gives those of the article. A block is dropped for its own words only
if it is short and begins like a furnishing of pages; when in doubt it stays, as a lost
sentence is worse than a dull one.
"""

import re
from collections.abc import Iterator

from aftermath.acquire.paragraphs import Block

# One row a kind of furnishing. Whole-line rows end with $; the others need their first words
# to be of a kind that no report begins a paragraph with.
_FURNISHINGS = (
    r"(?:sign up|subscribe|register)\b(?: now| here| today| free)?(?:$|[.!:]| (?:to|for|with|and|below)\b)",
    r"(?:get|receive|want) (?:our|the|all the|more) (?:free |latest |best |daily |top |breaking )+\b",
    r"(?:enter|submit) your e-?mail",
    r"(?:already (?:a subscriber|have an account|registered)|log ?in|sign in)\b",
    r"(?:read|see|watch|listen|hear) (?:more|also|next)\b\s*(?:$|[:|>»-])",
    r"(?:more|also) (?:on this story|from|read|in this section)\b.{0,60}$",
    r"(?:related|recommended|popular|trending|most (?:read|viewed|popular|shared)|top|latest)"
    r"(?: (?:articles?|stories|story|topics?|content|links?|news|posts?|coverage|videos?))?:?$",
    r"(?:you (?:may|might) (?:also )?(?:like|be interested in)|editor['’]?s['’]? picks?|what to read next)\b",
    r"(?:share|tweet|email|print|save|bookmark|copy)(?: (?:this|on|via|to|link|article|story|page|with)\b.{0,60})?$",
    r"(?:follow|like|join|find) us\b",
    r"(?:download|get) (?:our|the) .{0,30}\bapp\b",
    r"(?:advertis(?:e)?ment|sponsored(?: content)?|promoted(?: stories)?|paid content)$",
    r"(?:story|article) continues (?:below|after)\b",
    r"(?:skip|jump|back) to (?:main |the )?(?:content|top|navigation|main)\b",
    r"(?:we|this (?:web)?site|our (?:web)?site|we and our partners) (?:use|uses|store|may use)\b.{0,40}\bcookies?\b",
    r"by (?:clicking|continuing|using|subscribing|signing up)\b.{0,120}\b(?:agree|accept|consent|terms|cookies)\b",
    r"(?:please |you (?:need|have) to |you must )?(?:enable|turn on|activate) (?:javascript|cookies)\b",
    r"your browser (?:does not|is not|doesn['’]t)\b",
    r"(?:copyright\b|\(c\) ?\d{4}|©).{0,120}$",
    r"all rights reserved\b",
    r"(?:privacy policy|terms (?:of (?:use|service)|and conditions)|cookie (?:policy|settings))\b.{0,40}$",
    r"(?:contact|about) us$",
    r"image (?:source|credit|copyright)\b.{0,80}$",
    r"(?:click|tap) (?:here|below|on)\b",
    r"(?:support|donate)(?: (?:us|now|today|our (?:work|journalism)))?$",
)
_FURNISHING = re.compile(rf"(?:{'|'.join(_FURNISHINGS)})", re.IGNORECASE)
_COMMENTS = re.compile(
    r"(?:(?:\d+|view|read|show|all|post a|leave a|add a|write a|your|reader|user)\s+)*"
    r"(?:comments?|reply|replies|responses?|join the (?:discussion|conversation))\s*(?:\(\d+\)|\d+)?:?",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"(?:related|more|most|recommended|you may|you might|also|read|see|latest|trending|popular)\b", re.IGNORECASE
)
_SHORT = 250
_TEASER = 150
_ENDS = tuple(".!?…\"”’')]")


def article(found: list[Block], title: str) -> list[Block]:
    """The blocks that belong to the article: no title, no furnishings, nothing from the comments on."""
    kept: list[Block] = []
    teasing = False
    for block in found:
        if _opens_comments(block):
            break
        if is_furnishing(block.text):
            teasing = bool(_RELATED.match(block.text))
        elif not (teasing and _is_teaser(block)) and not (not kept and _same(block.text, title)):
            teasing = False
            kept.append(block)
    return list(_without_last_headings(kept))


def is_furnishing(text: str) -> bool:
    """Whether a block is an invitation, a notice or a button of the page rather than its article."""
    return len(text) <= _SHORT and bool(_FURNISHING.match(text))


def _opens_comments(block: Block) -> bool:
    """Whether readers' comments begin here: a line that says so and nothing else."""
    return len(block.text) <= _TEASER and bool(_COMMENTS.fullmatch(block.text))


def _is_teaser(block: Block) -> bool:
    """Whether this looks like a headline in a list of other articles: short and no sentence."""
    return len(block.text) <= _TEASER and not block.text.endswith(_ENDS)


def _same(text: str, title: str) -> bool:
    """Whether a block repeats the title, with or without the outlet's name behind it."""
    plain, other = (re.sub(r"\W+", " ", each.casefold()).strip() for each in (text, title))
    return bool(plain) and (plain == other or (len(plain) > 15 and other.startswith(plain)))


def _without_last_headings(kept: list[Block]) -> Iterator[Block]:
    """The blocks without headings that nothing follows."""
    last = max((i for i, block in enumerate(kept) if not block.heading), default=-1)
    yield from kept[: last + 1]
