"""Whether the words about a bare weekday or month speak of what was or of what will be."""

from __future__ import annotations

import re

CLAUSE_REACH = 90
"""Code points on either side that are read for a verb: the median news clause has about 80."""

_BREAK = re.compile(r"[.!?;:]\s|\n")
_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|is to|are to|(?:is|are|be|being) (?:due|set|scheduled|expected|planned|likely|slated)"
    r"|scheduled|expects?|plans? to|planned for|hopes? to|going to|upcoming|set for|due|could|may|might|must|should"
    r"|can|would|until|till|by|beginning|starting|effective|next)\b|['’]ll\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|has|have|been|came|went|took|made|began|became|fell|rose|held|got|left|met|won|lost"
    r"|saw|gave|found|since|last|[a-z]{3,}ed)\b",
    re.IGNORECASE,
)


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
    distances = [len(before) - match.end() for match in cue.finditer(before)][-1:]
    first = cue.search(after)
    if first:
        distances.append(first.start() + 5)  # a verb before the date is likelier its own than one after
    return min(distances) if distances else None
