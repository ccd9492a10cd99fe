"""Which block is the article's own headline."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from factcheck.ingest.sections.features import Features
from factcheck.model import FOREIGN_SECTIONS, SectionKind

_MAX_LENGTH = 250
_MIN_WORDS, _MAX_WORDS = 3, 30
_LOOK_BACK = 40
"""How many blocks before the story's first sentences a headline may stand: share buttons and picture credits."""

_NEAR = 0.02
_SHARED, _REPEATED, _KEPT, _FIRST = 1.0, 0.5, 0.4, 0.4
_SOON = 4
_ENOUGH = 0.3
_ECHO = 0.75


def find_headline(
    features: Features, kinds: Sequence[SectionKind], title: str | None, barred: Collection[int] = ()
) -> int | None:
    """The index of the block that is the headline, ``None`` where none looks like it.

    Where the title is told, only a block that says the same is. Else the best of the short blocks before the story's
    first sentences: it shares its words with the story, stands near, and pages often say it twice. ``barred`` are
    blocks that rules know to be something else.
    """
    blocks, looks = features.blocks, features.looks
    opening = next(
        (index for index, seen in enumerate(looks) if seen.sentence and kinds[index] == SectionKind.BODY), len(blocks)
    )
    if title is not None:
        return _echo(features, title, opening)
    if opening == len(blocks):
        return 0 if len(blocks) == 1 and looks[0].words > 1 else None
    best, best_score = None, _ENOUGH
    for index in range(max(0, opening - _LOOK_BACK), opening + 1):
        if index in barred or not _may_head(features, kinds, index):
            continue
        score = _FIRST if index == 0 and opening <= _SOON else 0.0
        score += _SHARED * features.shared(index) - _NEAR * (opening - index)
        score += _REPEATED * features.repeated(index) + _KEPT * (kinds[index] == SectionKind.BODY)
        if score > best_score:
            best, best_score = index, score
    return best


def between(features: Features, kinds: Sequence[SectionKind], headline: int) -> range:
    """The date and author lines between the headline and the story, where nothing else stands there."""
    end = headline + 1
    while (
        end < len(kinds)
        and end - headline <= _SOON
        and kinds[end] in FOREIGN_SECTIONS
        and features.looks[end].bylined
    ):
        end += 1
    return range(headline + 1, end if end < len(kinds) and kinds[end] == SectionKind.BODY else headline + 1)


def _may_head(features: Features, kinds: Sequence[SectionKind], index: int) -> bool:
    text, seen = features.blocks[index].text, features.looks[index]
    return (
        kinds[index] != SectionKind.CAPTION
        and len(text) <= _MAX_LENGTH
        and _MIN_WORDS <= seen.words <= _MAX_WORDS
        and text[-1] not in ".;,:"
        and not seen.bylined
        and not seen.stamped
    )


def _echo(features: Features, title: str, opening: int) -> int | None:
    """The block up to the story's first sentences that says the title, or most of it and little else."""
    wanted = _words(title)
    for index in range(min(len(features.blocks), opening + 1)):
        said = _words(features.blocks[index].text)
        if said == wanted or len(said & wanted) >= _ECHO * max(len(said), len(wanted), 1):
            return index
    return None


def _words(text: str) -> set[str]:
    return set(text.casefold().split())
