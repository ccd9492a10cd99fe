"""Rules that know a block for sure, from its own words and its neighbours': teasers, captions, furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from factcheck.ingest.sections.blocks import Block
from factcheck.model import SectionKind

_MIN_TITLE, _MAX_TITLE = 15, 200
_MIN_TAIL = 20
_MIN_CAPTION_COPY = 30
_COPY_LOOKED_AT = 80
_MAX_CAPTION = 600
_MAX_FURNITURE = 300

_CREDIT = re.compile(
    r"©|\(c\) \d{4}|\b(?:Getty Images|Shutterstock|Alamy|iStock)\b|\bAP Photo\b"
    r"|\b(?:AFP|Reuters|AP) ?(?:Photo|Images?|/)|/ ?(?:AFP|AP|Reuters|Getty)\b"
    r"|\b[Pp]hoto(?:graph)?s?(?: by|:)|\b(?:Image|Picture|Photo) (?:credit|courtesy|source)"
)
"""Whose picture it is: the mark of a caption."""

_CREDIT_MARKS = (
    "©",
    "hoto",
    "Image",
    "Picture",
    "AP",
    "AFP",
    "Reuters",
    "Getty",
    "Shutterstock",
    "Alamy",
    "iStock",
    "(c)",
)
"""One of these stands in every credit; most blocks have none, and looking for them is quick."""

_LINE_UP = re.compile(
    r"(?:\(?L[-–]R\)?:?|From left(?: to right)?[:,]|Pictured(?: here)?[:,]|(?:FILE|File) (?:photo|PHOTO|- )"
    r"|\(?(?:Photo|Image|Picture)[:)])"
)
_ROLL_CALL = re.compile(r"(?:Image |Photo |Slide )?\d{1,3} ?(?:of|/) ?\d{1,3}(?=\D)")
_FURNITURE_HEADING = re.compile(
    r"(?:related (?:articles?|stories|content|posts|news|links|topics|coverage|reading)|related|see also"
    r"|read (?:more|next|also)|more (?:from|on|stories|news)\b.{0,60}|most (?:read|popular|viewed|shared)"
    r"|recommended(?: for you)?|you (?:may|might) (?:also )?(?:like|be interested in).{0,40}|trending(?: now)?"
    r"|top (?:news|stories)|about the (?:author|writer)s?|comments?(?: \(\d+\))?|\d+ comments?"
    r"|leave a (?:reply|comment)|what to read next|editor[’']?s? picks?|latest (?:news|stories)"
    r"|popular (?:stories|now)|share this(?: (?:article|story|post|page))?|tags|topics|advertisement"
    r"|sponsored(?: content)?|promoted(?: stories)?|don[’']t miss|newsletters?)\s*[:»›]?",
    re.IGNORECASE,
)
"""Lines that head something other than the article, when they are the whole line."""

_FURNITURE_START = re.compile(
    r"(?:see also\b|read more\b|start your .{0,40}\btrial\b|do you have an? (?:tip|story)\b|have a (?:news )?tip\b"
    r"|got a tip\b|sign up (?:for (?:our|the|free)|to (?:our|the|receive|get))\b|subscribe (?:to|now|for)\b"
    r"|click here\b|follow us\b|for more (?:news|stories|information),|all rights reserved|copyright ©|© \d{4}"
    r"|get the (?:latest|best)\b.{0,60}\b(?:inbox|newsletter)|share on (?:facebook|twitter)"
    r"|this (?:article|story) (?:was )?(?:originally )?(?:appeared|published)\b"
    r"|you can (?:contact|reach|get in touch with)\b|(?:contact|email|e-mail) (?:the )?(?:author|reporter|us)\b"
    r"|download our\b|join (?:the|our) (?:conversation|discussion|newsletter)|skip to (?:main )?content"
    r"|.{0,4}voice is ai[- ]generated|for immediate release\b)",
    re.IGNORECASE,
)
"""How offers and notices of a page begin."""

_TAIL_HEADING = re.compile(
    r"(?:related (?:articles?|stories|content|posts|news|coverage)|about the (?:author|writer)s?"
    r"|most (?:read|popular|viewed)|you (?:may|might) (?:also )?(?:like|be interested in).{0,40}"
    r"|recommended(?: for you)?|more from .{0,60}|comments?(?: \(\d+\))?|\d+ comments?"
    r"|leave a (?:reply|comment))\s*:?",
    re.IGNORECASE,
)
"""Headings that nothing of the article follows, in the second half of a text."""

_BULLET = re.compile(r"[•·▪►»›*]|[-–—] ")


def teasers(blocks: Sequence[Block]) -> set[int]:
    """Blocks of other stories: a title that the next block says again at its start, and that block.

    The pair is how portals flatten a teaser: its headline, then its link text, which begins with the headline.
    """
    found: set[int] = set()
    for index, (block, after) in enumerate(pairwise(blocks)):
        title = block.text
        if (
            _MIN_TITLE <= len(title) <= _MAX_TITLE
            and title[-1] not in ".!"
            and after.text.startswith(title)
            and len(after.text) > len(title) + _MIN_TAIL
            and not _credit(title)
        ):
            found.update((index, index + 1))
    return found


def is_caption(text: str) -> bool:
    """Whether the block is a picture's caption.

    It is short and has a credit, or says who stands where, or which picture of how many it is; or it is said twice
    around its credit, as portals do.
    """
    if len(text) > 2 * _MAX_CAPTION:
        return False
    if len(text) <= _MAX_CAPTION and (_LINE_UP.match(text) or _ROLL_CALL.match(text)):
        return True
    credit = _credit(text)
    if credit is None:
        return False
    said = text[: credit.start()].strip()[:_COPY_LOOKED_AT]
    twice = len(said) >= _MIN_CAPTION_COPY and text.find(said, credit.end()) > 0
    return twice or len(text) <= _MAX_CAPTION


def _credit(text: str) -> re.Match[str] | None:
    return _CREDIT.search(text) if any(mark in text for mark in _CREDIT_MARKS) else None


def is_furniture(text: str) -> bool:
    """Whether the block is a heading or an offer of the page, by its words."""
    return len(text) <= _MAX_FURNITURE and bool(_FURNITURE_HEADING.fullmatch(text) or _FURNITURE_START.match(text))


def tail_start(blocks: Sequence[Block], kinds: Sequence[SectionKind]) -> int:
    """The first block that nothing of the article follows: a tail heading in the text's second half."""
    total = sum(len(block.text) for block in blocks)
    so_far = 0
    for index, block in enumerate(blocks):
        if so_far * 2 > total and kinds[index] != SectionKind.TEASER and _TAIL_HEADING.fullmatch(block.text):
            return index
        so_far += len(block.text)
    return len(blocks)


def bullets_after(blocks: Sequence[Block], index: int) -> list[int]:
    """The blocks of the bulleted list that stands right under a block."""
    found = []
    for follower in range(index + 1, len(blocks)):
        if not _BULLET.match(blocks[follower].text):
            break
        found.append(follower)
    return found
