"""Rules that know a block for sure, from its own words and its neighbours': teasers, captions, furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.ingest.sections.blocks import Block
from factcheck.model import SectionKind

_MIN_TITLE, _MAX_TITLE = 15, 200
_MIN_TAIL = 20
_MIN_CAPTION_COPY = 30
_MAX_CAPTION = 600

_CREDIT = re.compile(
    r"©|\(c\) \d{4}|\b(?:Getty|Getty Images|Shutterstock|Alamy|iStock|AFP|Reuters|AP) ?(?:Photo|Images?|/)|/ ?(?:AFP|AP|Reuters|Getty)\b"
    r"|\bAP Photo\b|\b[Pp]hoto(?:graph)?s?(?: by|:)|\b(?:Image|Picture|Photo) (?:credit|courtesy|source)|^FILE ?[-–—:]"
)
_CREDIT_WORDS = tuple("© (c) Getty Shutterstock Alamy iStock AFP Reuters AP Photo photo Image Picture FILE".split())
"""One of these stands in every credit; looking for them is many times quicker than the pattern."""
_LINE_UP = re.compile(
    r"^(?:\(?L[-–]R\)?:?|From left(?: to right)?[:,]|Pictured(?: here)?[:,]|(?:FILE|File) (?:photo|PHOTO|- )|\(?(?:Photo|Image|Picture)[:)])"
)

FURNITURE_HEADINGS = re.compile(
    r"(?:related (?:articles?|stories|content|posts|news|links|topics|coverage|reading)|related|see also|read (?:more|next|also)|more (?:from|on|stories|news)\b.*"
    r"|most (?:read|popular|viewed|shared)|recommended(?: for you)?|you (?:may|might) (?:also )?(?:like|be interested in).*|trending(?: now)?|top (?:news|stories)"
    r"|about the (?:author|writer)s?|comments?(?: \(\d+\))?|\d+ comments?|leave a (?:reply|comment)|what to read next|editor[’']?s? picks?|latest (?:news|stories)|popular (?:stories|now)"
    r"|share this(?: (?:article|story|post|page))?|tags|topics|advertisement|sponsored(?: content)?|promoted(?: stories)?|don[’']t miss|also on .*|sign up.*|newsletters?)\s*[:»›]?",
    re.IGNORECASE,
)
"""Lines that head something other than the article, when they are the whole line."""

_FURNITURE_START = re.compile(
    r"(?:see also\b|read more\b|start your .{0,40}\btrial\b|do you have an? (?:tip|story)\b|have a (?:news )?tip\b|got a tip\b"
    r"|sign up (?:for|to)\b|subscribe (?:to|now|for)\b|click here\b|follow us\b|for more (?:news|stories|information),|get the (?:latest|best)\b.{0,60}\b(?:inbox|newsletter)"
    r"|all rights reserved|copyright ©|© \d{4}|🎙|share on (?:facebook|twitter)|this (?:article|story) (?:was )?(?:originally )?(?:appeared|published)|you can (?:contact|reach|get in touch with)\b"
    r"|(?:contact|email|e-mail) (?:the )?(?:author|reporter|us)\b|download our\b|join (?:the|our) (?:conversation|discussion|newsletter)|skip to (?:main )?content)",
    re.IGNORECASE,
)
_TAIL_HEADINGS = re.compile(
    r"(?:related (?:articles?|stories|content|posts|news|coverage)|about the (?:author|writer)s?|most (?:read|popular|viewed)"
    r"|you (?:may|might) (?:also )?(?:like|be interested in).*|recommended(?: for you)?|more from .*|comments?(?: \(\d+\))?|\d+ comments?|leave a (?:reply|comment))\s*:?",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[•·▪►»›*]|[-–—] ")


def teasers(blocks: Sequence[Block]) -> set[int]:
    """Blocks of other stories: a title that the next block says again at its start, and that block.

    The pair is how portals flatten a teaser: its headline, then its link text, which begins with the headline.
    """
    found: set[int] = set()
    for index, (block, after) in enumerate(zip(blocks, blocks[1:], strict=False)):
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


def _credit(text: str) -> re.Match[str] | None:
    return _CREDIT.search(text) if any(word in text for word in _CREDIT_WORDS) else None


def is_caption(text: str) -> bool:
    """Whether the block is a picture's caption: it has a credit and is short, is said twice, or says who stands where."""
    if len(text) > 2 * _MAX_CAPTION:
        return False
    credit = _credit(text)
    if credit:
        copied = text[: credit.start()].strip()[:80]
        if len(copied) >= _MIN_CAPTION_COPY and text.find(copied, credit.end()) > 0:
            return True
        if len(text) <= _MAX_CAPTION:
            return True
    return len(text) <= _MAX_CAPTION and bool(_LINE_UP.match(text))


def is_furniture(text: str) -> bool:
    """Whether the block is a heading or an offer of the page, by its words."""
    return len(text) <= 300 and bool(FURNITURE_HEADINGS.fullmatch(text) or _FURNITURE_START.match(text))


def tail_start(blocks: Sequence[Block], kinds: Sequence[SectionKind]) -> int:
    """The first block that nothing of the article follows: a tail heading in the text's second half."""
    total = sum(len(block.text) for block in blocks)
    so_far = 0
    for index, block in enumerate(blocks):
        if so_far * 2 > total and kinds[index] != SectionKind.TEASER and _TAIL_HEADINGS.fullmatch(block.text):
            return index
        so_far += len(block.text)
    return len(blocks)


def bullets_after(blocks: Sequence[Block], index: int) -> int:
    """How many blocks behind a furniture heading are its bulleted list."""
    count = 0
    for block in blocks[index + 1 :]:
        if not _BULLET.match(block.text):
            break
        count += 1
    return count
