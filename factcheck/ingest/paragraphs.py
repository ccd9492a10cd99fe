"""Paragraphs that the extraction of a page's main text left out, though they are made as those that it kept.

Pages cut long articles into several containers (around adverts, newsletter boxes, pictures), and extraction by
container may keep only one of them: on 5 of 181 news pages a third or more of the article was lost. A paragraph whose
own tag and class and whose parents' are the same as those of several kept ones is the article's as well.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from factcheck.ingest.sections.rules import is_caption, is_furniture

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MIN_LENGTH = 40
_KEY_LENGTH = 100
_GENERATIONS = 3
_LEAST_KEPT = 3
_MAX_LINKED = 0.5
_MAX_TEXT = 500_000
"""Longer texts are left as they are: looking for each paragraph in them would take too long."""

_WORD = re.compile(r"\w+")

Make = tuple[tuple[str, str], ...]
"""The tags and classes of an element and of the elements that hold it, innermost first."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph of the page: its text, its make, how many h1 stand above it, and whether it is mostly links."""

    text: str
    make: Make
    zone: int
    linked: bool


def restored(lines: Sequence[str], tree: HtmlElement) -> list[str]:
    """The lines with the left out paragraphs of the article, each behind the one that stands before it on the page.

    Only what stands under the same h1 as most of the kept paragraphs counts, since pages append further articles.
    """
    keys = [_key(line) for line in lines]
    starts = list(accumulate((len(key) + 1 for key in keys), initial=0))
    whole = " ".join(keys)
    if len(whole) > _MAX_TEXT:
        return list(lines)
    paragraphs = list(_paragraphs(tree))
    places = [whole.find(_key(paragraph.text)[:_KEY_LENGTH]) for paragraph in paragraphs]
    kept = [paragraph for paragraph, place in zip(paragraphs, places, strict=True) if place >= 0]
    makes = Counter(paragraph.make for paragraph in kept)
    zone = Counter(paragraph.zone for paragraph in kept).most_common(1)
    behind: defaultdict[int, list[str]] = defaultdict(list)
    line = 0
    for paragraph, place in zip(paragraphs, places, strict=True):
        if place >= 0:
            line = bisect_right(starts, place)
        elif zone and paragraph.zone == zone[0][0] and makes[paragraph.make] >= _LEAST_KEPT and _is_prose(paragraph):
            behind[line].append(paragraph.text)
    return [text for index, own in enumerate([None, *lines]) for text in (own, *behind[index]) if text is not None]


def _is_prose(paragraph: _Paragraph) -> bool:
    return not (paragraph.linked or is_furniture(paragraph.text) or is_caption(paragraph.text))


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _paragraphs(tree: HtmlElement) -> Iterator[_Paragraph]:
    zone = 0
    for element in tree.iter("h1", "p"):
        if element.tag == "h1":
            zone += 1
            continue
        text = " ".join(element.text_content().split())
        if len(text) >= _MIN_LENGTH:
            linked = sum(len(link.text_content()) for link in element.iter("a"))
            yield _Paragraph(text, _make(element), zone, linked > _MAX_LINKED * len(text))


def _make(element: HtmlElement) -> Make:
    make: list[tuple[str, str]] = []
    holder: HtmlElement | None = element
    while holder is not None and len(make) < _GENERATIONS:
        make.append((str(holder.tag), holder.get("class") or ""))
        holder = holder.getparent()
    return tuple(make)
