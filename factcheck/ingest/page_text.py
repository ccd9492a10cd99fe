"""The text of a page by scanning its tags once, whatever they are: slow for no page, and blind to structure.

The page readers that understand structure need time that grows faster than the page on some hostile ones, and drop
text without a word on others. This scan says beforehand whether a page is one of them, and is what reads it then.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_MARKUP = re.compile(r"<(?:!--|!|\?|(/?)([a-zA-Z][a-zA-Z0-9:-]*))")
_QUOTE_OR_END = re.compile(r"[>\"']")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_ATTRIBUTE_GAPS = re.compile(r"[=\s/]+")
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "textarea", "select", "iframe", "title"})
_INLINE_LIST = """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small
    span strike strong sub sup time tt u var wbr
"""
INLINE = frozenset(_INLINE_LIST.split())
_VOID_LIST = """
    area base br col embed hr img input link meta param source track wbr p li
"""
_VOID = frozenset(_VOID_LIST.split())


@dataclass(slots=True)
class Outline:
    """What a scan of a page saw.

    ``blocks`` are the texts of its block-level elements in order, entities resolved and white space made single
    spaces. ``tags`` counts start tags, ``attributes`` is at least the most on one tag, ``depth`` the deepest nesting
    of elements that must be closed, ``longest`` the longest text between two tags.
    """

    blocks: list[str] = field(default_factory=list)
    tags: int = 0
    attributes: int = 0
    depth: int = 0
    longest: int = 0

    @property
    def characters(self) -> int:
        """How much text the page shows."""
        return sum(map(len, self.blocks))

    @property
    def text(self) -> str:
        """The page as one text, a block a line."""
        return "\n".join(self.blocks)


def outline(page: str) -> Outline:
    """Scan a page; linear in its length."""
    seen = Outline()
    pieces: list[str] = []
    depth = 0
    for text, name, closing, attributes in _pieces(page):
        seen.longest = max(seen.longest, len(text))
        pieces.append(text)
        if name in INLINE:
            seen.tags += not closing
            seen.attributes = max(seen.attributes, attributes)
            continue
        _close_block(seen, pieces)
        if not name:
            continue
        seen.tags += not closing
        seen.attributes = max(seen.attributes, attributes)
        if name not in _VOID:
            depth = max(0, depth + (-1 if closing else 1))
            seen.depth = max(seen.depth, depth)
    _close_block(seen, pieces)
    return seen


def _close_block(seen: Outline, pieces: list[str]) -> None:
    block = _SPACES.sub(" ", html.unescape("".join(pieces))).strip()
    pieces.clear()
    if block:
        seen.blocks.append(block)


def _pieces(page: str) -> Iterator[tuple[str, str, bool, int]]:
    """Each text with the tag behind it: its name, whether it closes, how many attributes it may have."""
    position = text_from = 0
    unseen_ends = _Finder(page.lower())
    ends = _Finder(page)
    while markup := _MARKUP.search(page, position):
        start = markup.start()
        name = (markup[2] or "").lower()
        if not name:
            closer = "-->" if markup.group() == "<!--" else ">"
            position = ends.after(closer, markup.end())
            yield page[text_from:start], "wbr", True, 0
            text_from = position
            continue
        position = _tag_end(page, markup.end(), ends)
        attributes = _attribute_count(page, markup.end(), position)
        yield page[text_from:start], name, bool(markup[1]), attributes
        if name in _UNSEEN and not markup[1]:
            position = unseen_ends.before(f"</{name}", position)
        text_from = position
    yield page[text_from:], "", False, 0


class _Finder:
    """``str.find`` that remembers what is not there any more, so that many searches stay linear together."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._absent: set[str] = set()

    def before(self, needle: str, start: int) -> int:
        """Where the needle starts, from ``start`` on; ``start`` itself where it is not there."""
        if needle in self._absent:
            return start
        found = self._page.find(needle, start)
        if found < 0:
            self._absent.add(needle)
            return start
        return found

    def after(self, needle: str, start: int) -> int:
        """Where the needle ends, from ``start`` on; ``start`` itself where it is not there."""
        found = self.before(needle, start)
        return start if needle in self._absent else found + len(needle)


def _tag_end(page: str, start: int, ends: _Finder) -> int:
    """The position behind a tag's ``>``, quoted values passed over."""
    position = start
    while mark := _QUOTE_OR_END.search(page, position):
        position = mark.end()
        if mark.group() == ">":
            return position
        if page[mark.start() - 1] == "=" or page[mark.start() - 1].isspace():
            position = ends.after(mark.group(), position)
    return len(page)


def _attribute_count(page: str, start: int, end: int) -> int:
    if end - start < 256:
        return 0
    return sum(1 for _ in _ATTRIBUTE_GAPS.finditer(page, start, end)) // 2
