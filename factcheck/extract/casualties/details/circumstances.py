"""Which of a sentence's places and times is a count's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from factcheck.extract.casualties.figures import Figure
from factcheck.extract.casualties.sentence import Sentence


class _Placed(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_Circumstance = TypeVar("_Circumstance", bound=_Placed)

_CHAINED = 9
"""Words between counts that are told together: "killing three people and wounding thirty in …"."""


_FARTHEST = 20
"""Words between a count and its circumstance; what stands farther off is mostly of another clause."""


def own(
    found: Sequence[_Circumstance], sentence: Sentence, figures: Sequence[Figure], index: int
) -> _Circumstance | None:
    """The circumstance that belongs to ``figures[index]``, of those ``found`` in the sentence in text order.

    It is the first one between the count and the next count; else the last one before the count; else the one behind
    the counts that are told together with it.
    """
    figure = figures[index]
    edge = figures[index + 1].start if index + 1 < len(figures) else sentence.words[-1].end
    behind = next((one for one in found if figure.stop <= one.start < edge), None)
    if behind is not None and not _apart(sentence, figure.stop, behind.start):
        return behind
    before = next((one for one in reversed(found) if one.end <= figure.start), None)
    if before is not None and not _apart(sentence, before.end, figure.start):
        return before
    for last, following in zip(figures[index:], figures[index + 1 :], strict=False):
        if following.first - last.end > _CHAINED:
            return None
        behind = next((one for one in found if following.stop <= one.start), None)
        if behind is not None and not _apart(sentence, following.stop, behind.start):
            return behind
    return None


def _apart(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a mark, or many words, part statements between the two positions."""
    between = sentence.text[start:end]
    return ";" in between or between.count(" ") > _FARTHEST
