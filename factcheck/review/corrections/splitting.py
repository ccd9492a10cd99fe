"""Where a claim that holds two is cut, and where two that are one are joined."""

from __future__ import annotations

import re

from factcheck.model import SpanRef

_JOINTS = re.compile(r"[\s,;:&–—-]+|(?:and|or|plus|but|as well as)\b", re.IGNORECASE)
_LAST_JOINT = re.compile(r"(?:[\s,;:&–—-]|\b(?:and|or|plus|but|as well as))\Z", re.IGNORECASE)


def first_part(text: str, whole: SpanRef, second: SpanRef) -> SpanRef | None:
    """What is left of a claim's words when the second claim has its own: what stands before it, else behind it.

    All of them where the second lies elsewhere; ``None`` where nothing is left. What joined the two is in neither.
    """
    if second.field != whole.field or second.end <= whole.start or second.start >= whole.end:
        return whole
    if (end := _trimmed_end(text, whole.start, second.start)) > whole.start:
        return SpanRef(whole.field, whole.start, end)
    start = _trimmed_start(text, second.end, whole.end)
    return SpanRef(whole.field, start, whole.end) if start < whole.end else None


def joined(first: SpanRef, second: SpanRef) -> SpanRef | None:
    """Both claims' words with what stands between them; ``None`` where they stand in different strings."""
    if first.field != second.field:
        return None
    return SpanRef(first.field, min(first.start, second.start), max(first.end, second.end))


def _trimmed_start(text: str, start: int, end: int) -> int:
    while start < end and (found := _JOINTS.match(text, start, end)) is not None:
        start = found.end()
    return start


def _trimmed_end(text: str, start: int, end: int) -> int:
    """The end without what joins; looked for in the last characters, step by step, so that it costs no more."""
    while end > start and (found := _LAST_JOINT.search(text[max(start, end - 12) : end])) is not None:
        end -= len(found[0])
    return end
