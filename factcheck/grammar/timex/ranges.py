"""Ranges: two time expressions that are the ends of one stretch, "Nov. 23-24", "from Monday to Friday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.grammar.timex.model import Timex

_LINK = re.compile(r"[ ]?[-–—][ ]?|[ ](?:to|through|thru|until|till|up to|up until)[ ](?:the[ ])?", re.IGNORECASE)
_AND = re.compile(r"[ ]and[ ](?:the[ ])?")
_BETWEEN = re.compile(r"\bbetween[ ](?:the[ ])?$", re.IGNORECASE)
_REACH = 14
"""Code points before a first end in which "between" stands."""

_LONGEST_LINK = 14


def joined(text: str, found: Sequence[Timex]) -> list[Timex]:
    """The expressions with their ``range``: the first to the last day of the stretch that two of them bound.

    Each end stays an expression of its own, as TIMEX3 has it. Of a chain only the first two are a range.
    """
    ends = list(found)
    place = 0
    while place + 1 < len(ends):
        first, last = ends[place], ends[place + 1]
        if _linked(text, first, last) and first.first and last.last and first.first <= last.last:
            bounds = first.first, last.last
            ends[place], ends[place + 1] = replace(first, range=bounds), replace(last, range=bounds)
            place += 1
        place += 1
    return ends


def _linked(text: str, first: Timex, last: Timex) -> bool:
    if last.start - first.end > _LONGEST_LINK:
        return False
    between = text[first.end : last.start]
    if _LINK.fullmatch(between):
        return True
    lead = text[max(0, first.start - _REACH) : first.start]
    return _AND.fullmatch(between) is not None and _BETWEEN.search(lead) is not None
