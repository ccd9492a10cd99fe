"""Pages to text: the main text by trafilatura, captions kept, or a plain scan where that cannot be trusted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.ingest.metadata import PageFacts, page_facts
from factcheck.ingest.page_text import Outline, outline
from factcheck.ingest.paragraphs import restored

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SCANNED = "page_scanned"
"""Flag: the page's structure could not be used, and its text is that of all its blocks, menus included."""

_MAX_TAGS = 20_000
_MAX_ATTRIBUTES = 5_000
_MAX_DEPTH = 200
_MAX_TEXT = 5_000_000
"""Pages beyond these are scanned: libxml2 drops text nested deeper than 256 or longer than 10 MB, and trafilatura's
time grows with the square of the elements (0.7 s at 10,000) and libxml2's with that of a tag's attributes."""

_SAMPLES, _SAMPLE_LENGTH = 20, 40
_MAX_MISSING = 0.2
"""Of so many blocks of a page at most this share may be missing in its tree; in 181 news pages none was."""

_CAPTION_MARK = "⧼caption⧽"
"""Stands before a caption on its way through the extraction, which drops what cannot be printed."""

_MIN_CAPTION = 20
_DECLARED = re.compile(
    rb"""<meta[^<>]{0,300}?charset\s*=\s*["']?\s*([a-zA-Z0-9_.:-]{2,40})|<\?xml[^<>]{0,100}?encoding\s*=\s*["']([a-zA-Z0-9_.:-]{2,40})""",
    re.IGNORECASE,
)
_HEAD_BYTES = 65536


@dataclass(frozen=True, slots=True)
class Page:
    """What was read of a page; ``captions`` are spans of the text that are picture captions."""

    text: str
    facts: PageFacts
    captions: tuple[tuple[int, int], ...] = ()
    scanned: bool = False


def declared_encoding(raw: bytes) -> str | None:
    """The encoding that a meta tag or an XML declaration in the page's head names."""
    match = _DECLARED.search(raw, 0, _HEAD_BYTES)
    return (match[1] or match[2]).decode("ascii") if match else None


def read_page(page: str) -> Page:
    """The main text of a page, a block a line, with its captions and what its head says.

    Time is bounded: a page that would take the structural readers too long, or whose text they drop, is scanned
    (``Page.scanned``).
    """
    seen = outline(page)
    tree = _parsed(page) if _is_tame(seen) else None
    if tree is None:
        return Page(seen.text, _head_facts(page), scanned=True)
    facts = page_facts(tree)
    lines = _main_lines(tree) if _is_whole(tree, seen) else []
    if not lines:
        return Page(seen.text, facts, scanned=True)
    return _assembled(lines, facts)


def _head_facts(page: str) -> PageFacts:
    """What the head alone says, of a page whose body cannot be parsed."""
    body = page.find("<body")
    head = page[: min(_HEAD_BYTES, body if body >= 0 else _HEAD_BYTES)]
    tree = _parsed(head) if _is_tame(outline(head)) else None
    return page_facts(tree) if tree is not None else PageFacts(None, None, None, ())


def _is_tame(seen: Outline) -> bool:
    return (
        seen.tags <= _MAX_TAGS
        and seen.attributes <= _MAX_ATTRIBUTES
        and seen.depth <= _MAX_DEPTH
        and seen.longest <= _MAX_TEXT
    )


def _is_whole(tree: HtmlElement, seen: Outline) -> bool:
    """Whether the tree holds the blocks that the scan saw: libxml2 drops what is nested too deep without a word."""
    longer = [block for block in seen.blocks if len(block) >= _SAMPLE_LENGTH]
    samples = longer[:: 1 + len(longer) // _SAMPLES]
    held = "".join(tree.text_content().split())
    missing = sum("".join(block.split())[:_SAMPLE_LENGTH] not in held for block in samples)
    return missing <= _MAX_MISSING * len(samples)


def _parsed(page: str) -> HtmlElement | None:
    from lxml import etree, html  # noqa: PLC0415 - only pages pay for it

    # bytes with their encoding named: lxml refuses a str with an XML declaration, and drops what follows a NUL
    data = page.replace("\0", "\ufffd").encode("utf-8", "replace")
    try:
        tree = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    return tree


def _main_lines(tree: HtmlElement) -> list[str]:
    from trafilatura import extract  # noqa: PLC0415 - only pages pay for it

    _mark_captions(tree)
    text = extract(tree, include_comments=False, include_tables=True, fast=True)
    lines = [line for line in (text or "").split("\n") if line.removeprefix(_CAPTION_MARK).strip()]
    return restored(lines, tree) if lines else []


def _mark_captions(tree: HtmlElement) -> None:
    """Put each figure's caption in the figure's place as a marked paragraph, since figures are dropped whole."""
    for figure in list(tree.iter("figure")):
        caption = next(figure.iter("figcaption"), None)
        parent = figure.getparent()
        if caption is None or parent is None:
            continue
        words = " ".join(caption.text_content().split())
        if len(words) < _MIN_CAPTION:
            continue
        for child in list(figure):
            figure.remove(child)
        figure.tag = "p"
        figure.attrib.clear()
        figure.text = _CAPTION_MARK + words


def _assembled(lines: list[str], facts: PageFacts) -> Page:
    captions: list[tuple[int, int]] = []
    position = 0
    kept: list[str] = []
    for line in lines:
        bare = line.removeprefix(_CAPTION_MARK)
        if bare != line:
            captions.append((position, position + len(bare)))
        kept.append(bare)
        position += len(bare) + 1
    return Page("\n".join(kept), facts, tuple(captions))
