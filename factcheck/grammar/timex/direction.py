"""Whether the words about a bare weekday or month speak of what was or of what will be."""

from __future__ import annotations

import re

CLAUSE_REACH = 90
"""Code points on either side that are read for a verb: the median news clause has about 80."""

AFTER_PENALTY = 25
"""Code points that a cue behind the date is held to be farther off: a verb before a date is likelier its own."""

_BREAK = re.compile(r"[.!?;:]\s|\n|--|—")
_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|cannot|is to|are to|was to|were to|due|set for|going to|upcoming|until|till|would|could|may|might|must"
    r"|can|should|(?:is|are|be|being|been) (?:set|scheduled|expected|planned|likely|slated|supposed)"
    r"|scheduled|expects?|plans?|planned|hopes?|hoped|intends?|to (?:be|begin|start|meet|vote|hold|discuss|decide|make|take|go|visit"
    r"|attend|return|open|continue|resume|run|hear|consider|leave|arrive|[a-z]{3,}))\b|['’]ll\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|says|told|has|have|came|went|took|made|began|became|fell|rose|held|got|left|met|won|lost"
    r"|saw|gave|found|sent|put|led|paid|kept|hit|cut|shot|spoke|wrote|drew|flew|broke|sought|bought|sold|stood|ran|read|late"
    r"|reported|since|last|[a-z]{3,}ed)\b",
    re.IGNORECASE,
)
_PLANNED = frozenset({"scheduled", "planned", "expected", "slated", "hoped", "supposed"})
"""Participles in -ed that look ahead."""


def direction(text: str, start: int, end: int) -> int:
    """-1 for past, 1 for future, 0 where no verb says it; the cue nearest to the span decides."""
    before = text[max(0, start - CLAUSE_REACH) : start]
    cut = 0
    for stop in _BREAK.finditer(before):
        cut = stop.end()
    before = before[cut:]
    after = text[end : end + CLAUSE_REACH]
    stop_after = _BREAK.search(after)
    if stop_after:
        after = after[: stop_after.start()]
    future = _nearest(_FUTURE, before, after)
    past = _nearest(_PAST, before, after)
    if future is None:
        return 0 if past is None else -1
    return 1 if past is None or future < past else -1


def _nearest(cue: re.Pattern[str], before: str, after: str) -> int | None:
    distances = [
        len(before) - match.end()
        for match in cue.finditer(before)
        if cue is _FUTURE or match[0].lower() not in _PLANNED
    ][-1:]
    first = cue.search(after)
    if first:
        distances.append(first.start() + AFTER_PENALTY)
    return min(distances) if distances else None
