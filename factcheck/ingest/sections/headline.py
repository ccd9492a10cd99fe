"""Which block is the article's own headline."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from factcheck.ingest.sections.blocks import Block
from factcheck.ingest.sections.cues import MOST_PAGE_WORDS, look
from factcheck.ingest.sections.features import Features
from factcheck.model import FOREIGN_SECTIONS, SectionKind

_MAX_LENGTH = 250
_MIN_WORDS, _MAX_WORDS = 2, 30
_LOOK_BACK = 60
"""How many blocks before the story's first sentences a headline may stand: share buttons and picture credits."""

_SHARED, _LENGTH, _REPEATED, _PAGES, _FAR = 3.0, 4.5, 1.2, -1.0, -0.06
_FULL_LENGTH = 8
_ENOUGH = 2.5
"""A headline shares its words with the story, has half a dozen words or more, is often said twice on a page, is free
of the page's own words and stands near the story. Weighed by random search on one half of the stored pages: the block
that scores highest is the headline on 62 of 84 there and on 54 of 80 of the other half."""

_SOON = 4
_STAMPED_WORDS = 5
"""A longer one that reads like a voting button is a headline about a vote or a report."""

_NO_HEADLINE_END = ".;,:"
_ECHO = 0.75


def find_headline(
    features: Features, kinds: Sequence[SectionKind], title: str | None, barred: Collection[int] = ()
) -> int | None:
    """The index of the block that is the headline, ``None`` where none looks like it.

    Where the title is told, only a block that says the same is. Else the best of the short blocks before the story's
    first sentences, the first of them where the text has no page around it. ``barred`` are blocks that rules know to
    be something else.
    """
    blocks = features.blocks
    opening = _opening(features, kinds)
    if title is not None:
        return _echo(blocks[: opening + 1], title)
    if opening == len(blocks):
        return None
    may = [
        index
        for index in range(max(0, opening - _LOOK_BACK), opening + 1)
        if index not in barred and _may_head(features, kinds, index)
    ]
    if features.page_words <= MOST_PAGE_WORDS:
        return may[0] if may else None
    best = max(may, key=lambda index: _score(features, index, opening), default=None)
    return best if best is not None and _score(features, best, opening) > _ENOUGH else None


def _opening(features: Features, kinds: Sequence[SectionKind]) -> int:
    """The first block of the story that is a sentence, or else ends as one; the number of all where none does."""
    story = [index for index, kind in enumerate(kinds) if kind == SectionKind.BODY]
    sentence = next((index for index in story if features.look(index).sentence), None)
    ended = (index for index in story if features.look(index).ended)
    return sentence if sentence is not None else next(ended, len(kinds))


def _score(features: Features, index: int, opening: int) -> float:
    seen = features.look(index)
    return (
        _SHARED * features.shared(index)
        + _LENGTH * min(seen.words, _FULL_LENGTH) / _FULL_LENGTH
        + _REPEATED * features.repeated(index)
        + _PAGES * seen.pages
        + _FAR * (opening - index)
    )


def opening_headline(blocks: Sequence[Block], title: str | None, barred: Collection[int] = ()) -> int | None:
    """The headline of a text that is an article already: the title where it opens the text.

    Without a title, a first block that is short and no sentence, before one that is.
    """
    if title is not None:
        return _echo(blocks[:_SOON], title)
    if len(blocks) < 2 or 0 in barred or len(blocks[0].text) > _MAX_LENGTH or blocks[0].text[-1] in _NO_HEADLINE_END:
        return None
    return 0 if _MIN_WORDS <= look(blocks[0]).words <= _MAX_WORDS and look(blocks[1]).sentence else None


def between(features: Features, kinds: Sequence[SectionKind], headline: int | None) -> range:
    """The date and author lines between the headline and the story, where nothing else stands there."""
    if headline is None:
        return range(0)
    end = headline + 1
    while (
        end < len(kinds) and end - headline <= _SOON and kinds[end] in FOREIGN_SECTIONS and features.look(end).bylined
    ):
        end += 1
    return range(headline + 1, end if end < len(kinds) and kinds[end] == SectionKind.BODY else headline + 1)


def _may_head(features: Features, kinds: Sequence[SectionKind], index: int) -> bool:
    text, seen = features.blocks[index].text, features.look(index)
    return (
        kinds[index] != SectionKind.CAPTION
        and len(text) <= _MAX_LENGTH
        and _MIN_WORDS <= seen.words <= _MAX_WORDS
        and text[-1] not in _NO_HEADLINE_END
        and "@" not in text
        and not seen.bylined
        and not seen.dated
        and not (seen.stamped and seen.words < _STAMPED_WORDS)
    )


def _echo(blocks: Sequence[Block], title: str) -> int | None:
    """The block that says the title, or most of it and little else."""
    wanted = _words(title)
    for index, block in enumerate(blocks):
        said = _words(block.text[: 2 * _MAX_LENGTH])
        if said == wanted or len(said & wanted) >= _ECHO * max(len(said), len(wanted), 1):
            return index
    return None


def _words(text: str) -> set[str]:
    return set(text.casefold().split())
