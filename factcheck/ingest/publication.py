"""When an article was published: what was said of it, by whom, and which statement decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, timezone

from factcheck.grammar.timex import Timex, find_timexes
from factcheck.model import FOREIGN_SECTIONS, Dating, Published, Section

_ORDER = ("option", "record", "json-ld", "meta", "url", "dateline", "text")
"""Whose word goes first."""

_INFERRED = frozenset({"dateline", "text"})
_PLACEHOLDERS = frozenset({date(1, 1, 1), date(1900, 1, 1), date(1970, 1, 1)})
"""Days that content systems write where they know none."""

_FIRST_YEAR, _LAST_YEAR = 1600, 2199
_ISO = re.compile(r"(\d{4})-?([01]\d)-?([0-3]\d)(?!\d)")
_ISO_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?\s?(Z|[+-]\d\d:?\d\d)")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([/-]?)(\d\d|[a-z]{3}|\d(?=[/-]))\2(\d\d?)(?!\d)", re.IGNORECASE)
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")

_HEAD_LINES = 10
_HEAD_LINE_LENGTH = 160
_PLACE_LENGTH = 60
_SAYS_PUBLISHED = re.compile(r"\b(?:published|posted|updated|created|date)\b", re.IGNORECASE)

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_BEFORE_WEEKDAY = re.compile(
    r"\b(?:next|last|every|each|previous|following|coming|until|by|this|per)\s+$", re.IGNORECASE
)
_AFTER_WEEKDAY = re.compile(r"s\b|,?\s+(?:\d|[A-Z][a-z]{2,8}\.?\s+\d)")
_AHEAD = re.compile(
    r"\b(?:will|shall|'ll|’ll|is to|are to|due|plans?|planned|scheduled|expected|upcoming)\b", re.IGNORECASE
)
_CLAUSE = 80
_DAYS_ON = 2
"""How many days behind the latest full date of a text its weekdays may still put the publication.

_AHEAD = re.compile(
    r"\b(?:will|shall|'ll|’ll|is to|are to|due|plans?|planned|scheduled|expected|upcoming)\b", re.IGNORECASE
)
younger. Each further day would move one article in ten (17 of 173 in Wikinews) on to a weekday that it told of the
week before."""


def day_of(raw: str) -> date | None:
    """The calendar day that a date's words name, as its writer's clock showed it; ``None`` for nonsense.

    Reads ISO 8601, seconds and milliseconds since 1970 (in UTC), and dates in English words.
    """
    raw = raw.strip()
    if _EPOCH.fullmatch(raw):
        return _sensible(datetime.fromtimestamp(int(raw[:10]), UTC).date())
    iso = _ISO.match(raw)
    if iso:
        return _calendar_day(int(iso[1]), int(iso[2]), int(iso[3]))
    for timex in find_timexes(raw[:64], None):
        if _is_day(timex) and timex.first:
            return _sensible(timex.first)
    return None


def _is_day(timex: Timex) -> bool:
    """Whether the expression names one day in full, by itself."""
    return timex.granularity in {"day", "minute", "part_of_day"} and timex.first is not None and not timex.anchor


def _calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return _sensible(date(year, month, day))
    except ValueError:
        return None


def _sensible(day: date) -> date | None:
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR and day not in _PLACEHOLDERS else None


def dating(source: str, raw: str | None) -> Iterator[Dating]:
    """The statement that ``raw`` makes; nothing where it names no day."""
    if raw and (day := day_of(raw)):
        yield Dating(source, raw, day)


def in_url(url: str | None) -> Iterator[Dating]:
    """The day that an address is filed under: ``/2022/11/24/``, ``/2022/nov/24/``, ``-2022-11-24``, ``20221124``."""
    for match in _URL_DAY.finditer(url or ""):
        month = _MONTHS.get(match[3].lower()) or (int(match[3]) if match[3].isdigit() else 0)
        if day := _calendar_day(int(match[1]), month, int(match[4])):
            yield Dating("url", match.group(), day)
            return


def in_dateline(text: str) -> Iterator[Dating]:
    """The full date that a line of the text's head is made of, or that stands before a dash at its start."""
    position = 0
    met = 0
    while met < _HEAD_LINES and position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        line = text[position : min(end, position + 2 * _HEAD_LINE_LENGTH)]
        met += bool(line.strip())
        if found := _dateline(line):
            yield found
            return
        position = end + 1


def _dateline(line: str) -> Dating | None:
    head = line[:_HEAD_LINE_LENGTH]
    if not _YEAR.search(head):
        return None
    for timex in find_timexes(head, None):
        if not _is_day(timex) or not timex.first:
            continue
        stands_alone = 2 * len(timex.text) >= len(line.strip())
        is_told = len(line.strip()) <= _HEAD_LINE_LENGTH and _SAYS_PUBLISHED.search(head[: timex.start])
        opens = timex.start <= _PLACE_LENGTH and re.match(r"\s*(?:\([^()]{2,40}\)\s*)?[—–-]+\s", line[timex.end :])
        if (stands_alone or is_told or opens) and (day := _sensible(timex.first)):
            return Dating("dateline", timex.text, day)
    return None


def in_text(text: str, sections: Sequence[Section]) -> Iterator[Dating]:
    """The day that the article's own words put it on: its latest full date, moved on by its weekdays.

    A weekday told of as past is the last such day before the publication. So one that falls within two days
    behind the latest full date ("... on November 23, 2022" and "was shared on Thursday") says that the article was
    published on it, or later. Dates and weekdays of what is ahead do not count, nor do those of other articles'
    teasers. Where the text speaks of a later year than its full dates', those are history and say nothing.
    """
    own = [section for section in sections if section.kind not in FOREIGN_SECTIONS]
    latest: tuple[date, str] | None = None
    weekdays: set[int] = set()
    last_year = 0
    for section in own:
        for start, end in _lines(text, section):
            line = text[start:end]
            weekdays.update(_past_weekdays(line))
            years = _past_years(line)
            if years:
                last_year = max(last_year, *years)
                latest = max(filter(None, (latest, *_full_dates(line))), default=None)
    if latest is None or latest[0].year < last_year:
        return
    day, words = latest
    later = [day + timedelta(days=ahead) for ahead in range(1, _DAYS_ON + 1)]
    fitting = [other for other in later if other.weekday() in weekdays]
    yield Dating("text", words, fitting[-1] if fitting else day)


def _lines(text: str, section: Section) -> Iterator[tuple[int, int]]:
    start = section.start
    while start < section.end:
        end = text.find("\n", start, section.end)
        end = section.end if end < 0 else end
        yield start, end
        start = end + 1


def _full_dates(line: str) -> Iterator[tuple[date, str]]:
    for timex in find_timexes(line, None):
        if not _is_day(timex) or _AHEAD.search(_clause_before(line, timex.start)):
            continue
        if timex.first and _sensible(timex.first):
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


def decide(statements: Iterable[Dating]) -> Published | None:
    """Weigh what was said: first ``option``, then ``record``, ``json-ld``, ``meta``, ``url``, ``dateline``, ``text``.

    An instant in UTC is read on the outlet's own calendar where another statement tells it: an hour with a zone, or
    a day in the address or the dateline that the same instant falls on somewhere on Earth. Statements that name
    another day are kept.
    """
    ranked = sorted(statements, key=lambda statement: _ORDER.index(statement.source))
    if not ranked:
        return None
    first = ranked[0]
    day = first.day if first.source == "option" else _local_day(first, ranked[1:])
    others = tuple(statement for statement in ranked[1:] if statement.day != day)
    return Published(day, first.raw, first.source, first.source in _INFERRED, others)


def _local_day(first: Dating, others: Sequence[Dating]) -> date:
    instant = _utc_instant(first.raw)
    if instant is None:
        return first.day
    for other in others:
        zone = _zone(other.raw)
        if zone:
            return instant.astimezone(zone).date()
        possible = (instant - timedelta(hours=12)).date(), (instant + timedelta(hours=14)).date()
        if other.source in {"url", "dateline"} and other.day in possible:
            return other.day
    return first.day


def _utc_instant(raw: str) -> datetime | None:
    match = _ISO_INSTANT.match(raw)
    if match is None or match[1].replace(":", "") not in {"Z", "+0000", "-0000"}:
        return None
    try:
        return datetime.fromisoformat(f"{raw[:10]}T{raw[11:16]}+00:00")
    except ValueError:
        return None


def _zone(raw: str) -> timezone | None:
    """The zone that an instant's words give, ``None`` for UTC and for none."""
    match = _ISO_INSTANT.match(raw)
    if match is None or match[1] == "Z":
        return None
    sign = -1 if match[1][0] == "-" else 1
    offset = sign * timedelta(hours=int(match[1][1:3]), minutes=int(match[1][-2:]))
    return timezone(offset) if offset and abs(offset) < timedelta(hours=24) else None
