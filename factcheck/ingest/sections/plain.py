"""Whether a text is plainly an article, with nothing of a page in it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.ingest.sections.blocks import Block
from factcheck.ingest.sections.cues import PAGE_WORDS, label_words
from factcheck.ingest.sections.rules import is_furniture

_FEW_BLOCKS = 30
_MAX_LABEL = 60
_MOST_LABELS = 1 / 3
_NO_LABEL_END = '.!?…:;,"”'

_EVERYDAY_WORD_LIST = """
    more about home next previous view help close sign like likes below continue register account site here
    latest popular trending recommended read watch search video videos photos print posts author related follow
    share contact jobs careers policy terms topics content navigation loading enabled disabled visitors users
    offers delivered inbox trial buy shop deals partners flag reserved editorial
"""
_EVERYDAY_WORDS = frozenset(_EVERYDAY_WORD_LIST.split())
"""Words of pages that news uses as well ("Rovers sign keeper", "More jobs lost in the port")."""
_LABEL_WORDS = PAGE_WORDS - {"all"}

_MOST_EVERYDAY = 1
_HALF, _THIRD = 0.5, 0.3


def is_plain(blocks: Sequence[Block]) -> bool:
    """Whether at most one everyday word makes a page's label of a block, the first aside, which is a headline.

    Pages in other languages have labels, but no words that are known: in a longer text, short lines must be few as
    well. Of 181 flattened pages one is plain, and has nothing to be cut out; of their true bodies 159 are, of 295
    Wikinews articles 293.
    """
    short = [block for block in blocks[1:] if len(block.text) <= _MAX_LABEL and block.text[-1] not in _NO_LABEL_END]
    if len(blocks) > _FEW_BLOCKS and len(short) > _MOST_LABELS * len(blocks):
        return False
    found = {word for block in short for word in _page_words(label_words(block))}
    return (
        len(found) <= _MOST_EVERYDAY
        and _EVERYDAY_WORDS.issuperset(found)
        and not any(is_furniture(block.text) for block in blocks[1:])
    )


def _page_words(words: Sequence[str]) -> list[str]:
    """The words that make these a page's label: ones that only pages use, or everyday ones that are half or lead."""
    found = [word for word in words if word in _LABEL_WORDS]
    if not found or not _EVERYDAY_WORDS.issuperset(found):
        return found
    share = len(found) / len(words)
    return found if share >= _HALF or (share > _THIRD and words[0] == found[0]) else []
