"""Cutting a text into sections that tile it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.ingest.sections import rules
from factcheck.ingest.sections.blocks import Block, blocks_of
from factcheck.ingest.sections.cues import MOST_PAGE_WORDS, page_words
from factcheck.ingest.sections.features import Features
from factcheck.ingest.sections.headline import between, find_headline, opening_headline
from factcheck.ingest.sections.plain import is_plain
from factcheck.ingest.sections.story import own_blocks
from factcheck.model import FOREIGN_SECTIONS, Section, SectionKind

_TEASER_WORDS = 5
_MAX_LABEL = 60
_LEAST_STORY = 0.1


def cut(text: str, title: str | None = None, *, clean: bool = False) -> tuple[Section, ...]:
    """Cut a text into headline, body, captions, teasers of other stories and page furniture.

    The sections tile the text; a block is a line, and white space belongs to the section before it. ``title`` is
    the article's headline where something other than the text tells it. ``clean`` says that the text is an
    article's already (a page's main text, a record's text field), so that only what rules know for sure is cut out;
    otherwise the blocks are weighed against each other as well (``sections.story``), unless the text is plainly an
    article (``sections.plain``).
    """
    blocks = blocks_of(text)
    if clean:
        kinds = [SectionKind.BODY] * len(blocks)
        known = _apply_rules(blocks, kinds)
        headline = opening_headline(blocks, title, known)
    else:
        features = Features(blocks)
        kinds = [SectionKind.BODY] * len(blocks) if is_plain(blocks) else _weighed(features)
        known = _apply_rules(blocks, kinds)
        _cut_tail(blocks, kinds)
        headline = find_headline(features, kinds, title, known)
        for index in between(features, kinds, headline):
            kinds[index] = SectionKind.BODY
    if headline is not None:
        kinds[headline] = SectionKind.HEADLINE
    return _tiled(text, blocks, kinds)


def looks_like_page(text: str) -> bool:
    """Whether a text that should be an article's own has the labels of a page in it."""
    return page_words(block for block in blocks_of(text) if len(block.text) <= _MAX_LABEL) > MOST_PAGE_WORDS


def _weighed(features: Features) -> list[SectionKind]:
    """Body where the story is; elsewhere teasers where a title or a sentence stands, furniture for the rest.

    A text without a page's labels that would hardly have a story is one as a whole: a table, a list, a dispatch.
    """
    own = own_blocks(features)
    size = sum(len(block.text) for block in features.blocks)
    kept = sum(len(block.text) for block, is_own in zip(features.blocks, own, strict=True) if is_own)
    if not kept or (features.page_words <= MOST_PAGE_WORDS and kept < _LEAST_STORY * size):
        return [SectionKind.BODY] * len(own)
    return [
        SectionKind.BODY if is_own else SectionKind.TEASER if seen.words >= _TEASER_WORDS else SectionKind.FURNITURE
        for is_own, seen in zip(own, features.looks, strict=True)
    ]


def _apply_rules(blocks: Sequence[Block], kinds: list[SectionKind]) -> set[int]:
    """Overrule what is known for sure, in ``kinds``; the indices of the blocks that no headline may be."""
    own = [index for index, kind in enumerate(kinds) if kind == SectionKind.BODY]
    story = range(own[0], own[-1] + 1) if own else range(0)
    known = {index for index, block in enumerate(blocks) if rules.is_furniture(block.text)}
    for index, block in enumerate(blocks):
        if index in known:
            kinds[index] = SectionKind.FURNITURE
        elif index in story and rules.is_caption(block.text):
            kinds[index] = SectionKind.CAPTION
    listed = {item for index in known for item in rules.bullets_after(blocks, index)}
    for index in rules.teasers(blocks) | listed:
        kinds[index] = SectionKind.TEASER
        known.add(index)
    return known


def _cut_tail(blocks: Sequence[Block], kinds: list[SectionKind]) -> None:
    """Make furniture of whatever stands behind a tail heading, in ``kinds``."""
    for index in range(rules.tail_start(blocks, kinds), len(blocks)):
        if kinds[index] not in FOREIGN_SECTIONS:
            kinds[index] = SectionKind.FURNITURE


def _tiled(text: str, blocks: Sequence[Block], kinds: Sequence[SectionKind]) -> tuple[Section, ...]:
    """Sections from the text's start to its end: neighbours of one kind are one, gaps go to the block before."""
    if not blocks:
        return (Section(SectionKind.BODY, 0, len(text)),) if text else ()
    starts = [0, *(text.rfind("\n", 0, block.start) + 1 for block in blocks[1:])]
    sections: list[Section] = []
    for start, kind in zip(starts, kinds, strict=True):
        if sections and sections[-1].kind == kind:
            continue
        if sections:
            sections[-1] = Section(sections[-1].kind, sections[-1].start, start)
        sections.append(Section(kind, start, len(text)))
    return tuple(sections)


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
