"""What an article's own words say of the day it was published: full dates, weekdays, "today (Nov. 18)"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.grammar.timex import find_timexes
from factcheck.ingest.clock import calendar_day, is_day, sensible
from factcheck.model import FOREIGN_SECTIONS, Dating, Section

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY_NAME = rf"(?P<weekday>{'|'.join(_WEEKDAYS)})"
_MONTH_NAME = (
    r"(?P<{0}>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_MONTH_DAY = (
    rf"(?:{_MONTH_NAME.format('month')} (?P<day>\d\d?)(?:st|nd|rd|th)?"
    rf"|(?P<day2>\d\d?)(?:st|nd|rd|th)? {_MONTH_NAME.format('month2')})\b"
)
_WEEKDAY = re.compile(rf"\b{_WEEKDAY_NAME}\b", re.IGNORECASE)
_PAIR = re.compile(rf"\b{_WEEKDAY_NAME},? (?:the )?{_MONTH_DAY}(?!,? \d{{4}})", re.IGNORECASE)
_NOW = r"\b(?P<now>today|tonight|this (?:morning|afternoon|evening)|yesterday|last night|tomorrow)\b"
_NOW_IS = re.compile(rf"{_NOW}(?:,| \() ?(?:{_WEEKDAY_NAME}\b)?(?:,? ?{_MONTH_DAY})?", re.IGNORECASE)
_WEEKDAY_IS_NOW = re.compile(rf"\b{_WEEKDAY_NAME} \({_NOW}\)", re.IGNORECASE)
_DAYS_AHEAD = {"yesterday": -1, "last night": -1, "tomorrow": 1}

_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_BEFORE_WEEKDAY = re.compile(
    r"\b(?:next|last|every|each|previous|following|coming|until|by|this|per)\s+$", re.IGNORECASE
)
_AFTER_WEEKDAY = re.compile(r"s\b|,?\s+(?:\d|[A-Z][a-z]{2,8}\.?\s+\d)")
_AHEAD = re.compile(
    r"\b(?:will|shall|'ll|’ll|is to|are to|due|plans?|planned|scheduled|expected|upcoming)\b", re.IGNORECASE
)
_QUOTES = re.compile(r"[\"“”]")
_CLAUSE = 80
_DAYS_ON = 2
"""How many days behind the latest full date of a text its weekdays may still put the publication.

In Wikinews the latest date is mostly the last event told of, and the article at most two days younger. Each further
day would move one article in ten (17 of 173) on to a weekday that it told of the week before."""

_LEAD = 800
"""So far into an article a weekday that it tells of as past is taken for that of the news itself."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What an article says of its own day.

    ``now`` are pairs of a weekday (0 is Monday), or a month and a day, with how many days ahead of the publication
    the words put it ("today, Wednesday" 0, "yesterday (Nov. 17)" -1). ``lead`` are the weekdays that its first words
    tell of as past. ``pairs`` are weekdays with their month and day, which only some years bear out.
    """

    now: tuple[tuple[int | tuple[int, int], int], ...] = ()
    lead: frozenset[int] = frozenset()
    pairs: tuple[tuple[int, int, int], ...] = ()

    def says_it_is(self, day: date) -> bool:
        """Whether all that is said of today, yesterday and tomorrow holds on the day."""
        return bool(self.now) and all(_is(when, day + timedelta(days=ahead)) for when, ahead in self.now)

    def fits_calendar_of(self, day: date) -> bool:
        """Whether most pairs of weekday and date are true in the year around the day; also where there are none."""
        borne_out = sum(_nearest(month, number, day) == weekday for weekday, month, number in self.pairs)
        return 2 * borne_out >= len(self.pairs)


def _is(when: int | tuple[int, int], day: date) -> bool:
    return day.weekday() == when if isinstance(when, int) else (day.month, day.day) == when


def _nearest(month: int, number: int, day: date) -> int | None:
    """The weekday that a month's day has in the year in which it lies nearest to ``day``."""
    days = [found for years in (-1, 0, 1) if (found := calendar_day(day.year + years, month, number))]
    return min(days, key=lambda found: abs(found - day)).weekday() if days else None


def own_words(text: str, sections: Sequence[Section]) -> OwnWords:
    """Read what the article's own lines say; quotes are left out, since speakers have a today of their own."""
    now: list[tuple[int | tuple[int, int], int]] = []
    lead: set[int] = set()
    pairs: list[tuple[int, int, int]] = []
    read = 0
    for line in _own_lines(text, sections):
        now.extend(_now(line))
        pairs.extend(_pairs(line))
        if read < _LEAD:
            lead.update(_past_weekdays(line[: _LEAD - read]))
        read += len(line)
    return OwnWords(tuple(now), frozenset(lead), tuple(pairs))


def _now(line: str) -> Iterator[tuple[int | tuple[int, int], int]]:
    quotes = [match.start() for match in _QUOTES.finditer(line)]
    for pattern in (_NOW_IS, _WEEKDAY_IS_NOW):
        for match in pattern.finditer(line):
            if bisect_left(quotes, match.start()) % 2:
                continue
            ahead = _DAYS_AHEAD.get(match["now"].lower(), 0)
            if match["weekday"]:
                yield _WEEKDAYS.index(match["weekday"].lower()), ahead
            if pattern is _NOW_IS and (day := _month_day(match)):
                yield day, ahead


def _month_day(match: re.Match[str]) -> tuple[int, int] | None:
    month, number = match["month"] or match["month2"], match["day"] or match["day2"]
    return (_MONTHS.index(month[:3].lower()) + 1, int(number)) if month and number else None


def _pairs(line: str) -> Iterator[tuple[int, int, int]]:
    for match in _PAIR.finditer(line):
        if day := _month_day(match):
            yield _WEEKDAYS.index(match["weekday"].lower()), *day


def day_among(words: OwnWords, day: date, rivals: Collection[date], possible: Collection[date]) -> date:
    """The day that the words bear out best: ``day`` itself, unless they speak for another.

    "Today, Wednesday" decides between all days that are ``possible``. Else a weekday that the first words tell of as
    past moves the day on to the rival that it names, since what is past was not published the day before.
    """
    if words.now and not words.says_it_is(day):
        fitting = [other for other in possible if words.says_it_is(other)]
        if len(fitting) == 1:
            return fitting[0]
    later = [other for other in rivals if other > day and other.weekday() in words.lead]
    return max(later, default=day) if not words.says_it_is(day) else day


def in_text(text: str, sections: Sequence[Section]) -> Iterator[Dating]:
    """The day that the article's own words put it on: its latest full date, moved on by its weekdays.

    A weekday told of as past is the last such day before the publication. So one that falls within two days
    behind the latest full date ("... on November 23, 2022" and "was shared on Thursday") says that the article was
    published on it, or later. Dates and weekdays of what is ahead do not count, nor do those of other articles'
    teasers. A weekday with its date ("Wednesday, November 23") is a full date of the latest year named, if it is true
    in that year. Where the text speaks of a later year than its full dates', those are history and say nothing.
    """
    latest: tuple[date, str] | None = None
    weekdays: set[int] = set()
    last_year = 0
    yearless: list[re.Match[str]] = []
    for line in _own_lines(text, sections):
        weekdays.update(_past_weekdays(line))
        yearless.extend(
            match for match in _PAIR.finditer(line) if not _AHEAD.search(_clause_before(line, match.start()))
        )
        years = _past_years(line)
        if years:
            last_year = max(last_year, *years)
            latest = max(filter(None, (latest, *_full_dates(line))), default=None)
    latest = max(filter(None, (latest, *_of_year(yearless, last_year))), default=None)
    if latest is None or latest[0].year < last_year:
        return
    day, words = latest
    later = [day + timedelta(days=ahead) for ahead in range(1, _DAYS_ON + 1)]
    fitting = [other for other in later if other.weekday() in weekdays]
    yield Dating("text", words, fitting[-1] if fitting else day)


def _of_year(pairs: Sequence[re.Match[str]], year: int) -> Iterator[tuple[date, str]]:
    for match in pairs:
        month_day = _month_day(match)
        day = calendar_day(year, *month_day) if year and month_day else None
        if day and _WEEKDAYS[day.weekday()] == match["weekday"].lower():
            yield day, match.group()


def _own_lines(text: str, sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        if section.kind not in FOREIGN_SECTIONS:
            yield from text[section.start : section.end].split("\n")


def _full_dates(line: str) -> Iterator[tuple[date, str]]:
    for timex in find_timexes(line, None):
        if not is_day(timex) or _AHEAD.search(_clause_before(line, timex.start)):
            continue
        if timex.first and sensible(timex.first):
            yield timex.first, timex.text


def _past_years(line: str) -> list[int]:
    """The years named in a line, those of what is ahead left out."""
    return [
        int(match.group()) for match in _YEAR.finditer(line) if not _AHEAD.search(_clause_before(line, match.start()))
    ]


def _clause_before(line: str, position: int) -> str:
    return line[max(0, position - _CLAUSE) : position].rpartition(". ")[2]


def _past_weekdays(line: str) -> Iterator[int]:
    for match in _WEEKDAY.finditer(line):
        before = _clause_before(line, match.start())
        if _BEFORE_WEEKDAY.search(before) or _AHEAD.search(before) or _AFTER_WEEKDAY.match(line, match.end()):
            continue
        yield _WEEKDAYS.index(match[1].lower())
