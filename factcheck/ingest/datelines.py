"""The date in the head of a text: a line that is one, or that says so, or a wire's place and day before its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from factcheck.grammar.timex import Timex, find_timexes
from factcheck.ingest.bylines import is_notice, tells_publication, tells_update
from factcheck.ingest.clock import ZONE_BEHIND, calendar_day, is_day, sensible
from factcheck.model import Dating

_HEAD_LINES = 10
_HEAD_LINE_LENGTH = 160
_PLACE_LENGTH = 60
_SAYS_DATE = re.compile(r"\bdate\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_OPENS = re.compile(r"\s*(?:\([^()]{2,40}\)\s*)?[—–-]+\s")
_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)")
_DIGIT = re.compile(r"\d")
_WIRE_PLACE = re.compile(r"[^a-z]{3}")
"""Places in datelines are in capitals; that the line begins so tells "KYIV, Nov. 23 -" from a sentence."""

_REACH = timedelta(days=3)
"""How far a dateline without a year may lie from the day that others tell: stories go out as they are filed."""


def in_dateline(text: str) -> Iterator[Dating]:
    """The full date that a line of the text's head is made of, or calls that of the publication, or begins with.

    The date of an update is none.
    """
    for line in _head(text):
        if found := _dateline(line):
            yield found
            return


def without_year(text: str, near: date) -> Iterator[Dating]:
    """The day of a wire's dateline, "KYIV, Nov. 23 (Wire) -": the one within three days of ``near``."""
    for line in _head(text):
        if not _WIRE_PLACE.match(line) or not _DIGIT.search(line, 0, _PLACE_LENGTH):
            continue
        for timex in find_timexes(line[:_HEAD_LINE_LENGTH], None):
            parts = _YEARLESS.fullmatch(timex.value)
            if parts and _stands_before_a_dash(timex, line):
                days = (calendar_day(near.year + years, int(parts[1]), int(parts[2])) for years in (-1, 0, 1))
                yield from (Dating("dateline", timex.text, day) for day in days if day and abs(day - near) <= _REACH)
                return


def _head(text: str) -> Iterator[str]:
    """The first lines that hold anything, each cut where it is too long to be a dateline."""
    position = met = 0
    while met < _HEAD_LINES and position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        line = text[position : min(end, position + 2 * _HEAD_LINE_LENGTH)]
        if line.strip():
            met += 1
            yield line
        position = end + 1


def _dateline(line: str) -> Dating | None:
    head = line[:_HEAD_LINE_LENGTH]
    if not _YEAR.search(head) or is_notice(head):
        return None
    told_from = 0
    for timex in find_timexes(head, None):
        if not is_day(timex):
            continue
        before = head[told_from : timex.start]
        told_from = timex.end
        stands_alone = 2 * len(timex.text) >= len(line.strip())
        says_so = tells_publication(before) or _SAYS_DATE.search(before)
        is_told = says_so and len(line.strip()) <= _HEAD_LINE_LENGTH
        if tells_update(before) or not (stands_alone or is_told or _stands_before_a_dash(timex, line)):
            continue
        if timex.first and (day := sensible(timex.first)):
            zone = ZONE_BEHIND.match(head, timex.end)
            return Dating("dateline", head[timex.start : zone.end() if zone else timex.end], day)
    return None


def _stands_before_a_dash(timex: Timex, line: str) -> bool:
    return timex.start <= _PLACE_LENGTH and bool(_OPENS.match(line, timex.end))
