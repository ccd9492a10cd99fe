"""Cutting a text into sections that tile it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.ingest.sections import rules
from factcheck.ingest.sections.blocks import Block, blocks_of
from factcheck.model import Section, SectionKind

_MAX_HEADLINE = 250


def cut(text: str, title: str | None = None, *, clean: bool = False) -> tuple[Section, ...]:
    """Cut a text into headline, body, captions, teasers of other stories and page furniture.

    The sections tile the text; a block is a line, and white space belongs to the section before it. ``title`` is
    the article's headline where something other than the text tells it. ``clean`` says that the text is an
    article's already (a page's main text, a record's text field), so that only what surely is none is cut out.
    """
    blocks = blocks_of(text)
    kinds = _kinds(blocks, title, clean=clean)
    return _tiled(text, blocks, kinds)


def _kinds(blocks: Sequence[Block], title: str | None, *, clean: bool) -> list[SectionKind]:
    kinds = [_own_kind(block) for block in blocks]
    for index in rules.teasers(blocks):
        kinds[index] = SectionKind.TEASER
    for index, block in enumerate(blocks):
        if kinds[index] == SectionKind.FURNITURE:
            for follower in range(index + 1, index + 1 + rules.bullets_after(blocks, index)):
                kinds[follower] = SectionKind.TEASER
    headline = _headline(blocks, kinds, title)
    if headline is not None:
        kinds[headline] = SectionKind.HEADLINE
    if not clean:
        for index in range(rules.tail_start(blocks, kinds), len(blocks)):
            if kinds[index] in {SectionKind.BODY, SectionKind.CAPTION}:
                kinds[index] = SectionKind.FURNITURE
    return kinds


def _own_kind(block: Block) -> SectionKind:
    if rules.is_furniture(block.text):
        return SectionKind.FURNITURE
    return SectionKind.CAPTION if rules.is_caption(block.text) else SectionKind.BODY


def _headline(blocks: Sequence[Block], kinds: Sequence[SectionKind], title: str | None) -> int | None:
    """The index of the block that is the article's headline."""
    folded = title.casefold().strip() if title else None
    for index, block in enumerate(blocks):
        if folded is not None:
            if block.text.casefold() == folded:
                return index
        elif kinds[index] == SectionKind.BODY:
            return index if len(block.text) <= _MAX_HEADLINE and block.text[-1] not in ".;," else None
    return None


def _tiled(text: str, blocks: Sequence[Block], kinds: Sequence[SectionKind]) -> tuple[Section, ...]:
    """Sections from the text's start to its end: neighbours of one kind are one, gaps go to the block before."""
    if not blocks:
        return (Section(SectionKind.BODY, 0, len(text)),) if text else ()
    starts = [0, *(_line_start(text, block.start) for block in blocks[1:])]
    sections: list[Section] = []
    for start, kind in zip(starts, kinds, strict=True):
        if sections and sections[-1].kind == kind:
            continue
        if sections:
            sections[-1] = Section(sections[-1].kind, sections[-1].start, start)
        sections.append(Section(kind, start, len(text)))
    return tuple(sections)


def _line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1


def with_captions(sections: Sequence[Section], captions: Iterable[tuple[int, int]]) -> tuple[Section, ...]:
    """The sections with the given spans of the text made captions, where they are not foreign anyway."""
    made = list(sections)
    for start, end in captions:
        made = [piece for section in made for piece in _split(section, start, end)]
    return tuple(made)


def _split(section: Section, start: int, end: int) -> Iterable[Section]:
    start, end = max(start, section.start), min(end, section.end)
    if start >= end or section.kind not in {SectionKind.BODY, SectionKind.HEADLINE}:
        return (section,)
    pieces = (
        Section(section.kind, section.start, start),
        Section(SectionKind.CAPTION, start, end),
        Section(section.kind, end, section.end),
    )
    return tuple(piece for piece in pieces if piece.start < piece.end)
