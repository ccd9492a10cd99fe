"""What the words of a date say: which calendar day, at which moment, and by whose clock."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from factcheck.grammar.timex import Timex, find_timexes

_PLACEHOLDERS = frozenset(
    {
        *(date(1, 1, 1), date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(1904, 1, 1)),
        *(date(1969, 12, 31), date(1970, 1, 1), date(1980, 1, 1)),
    }
)
"""Days that systems write where they know none: the zeros of Unix (on both sides of Greenwich), DOS, spreadsheets."""

_FIRST_YEAR, _LAST_YEAR = 1600, 2199
_LENGTH = 64
_ISO = re.compile(r"(\d{4})-?([01]\d)-?([0-3]\d)(?!\d)")
_CLOCK = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)[T ]+(\d\d):?(\d\d)(?::?\d\d)?(?:[.,]\d+)?")
_CTIME = re.compile(r"([A-Z][a-z]{2} {1,2}\d{1,2}) (\d\d:\d\d):\d\d ([A-Z]{3,4}) (\d{4})")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
NUMERIC = re.compile(r"(?<![\d/.])(\d{1,2})([./])(\d{1,2})\2((?:19|20)?\d\d)(?![\d/.]\d|\d)")
"""A day in digits: 5/10/2018, 13.11.19."""

_CENTURY = 2000
"""Of years written with two digits: pages are younger."""

_DOTTED = re.compile(r"\b(\d{1,2})\. (?=[^\W\d_]{3,12}\.? \d{4})")

_OFFSET = re.compile(r"(?<=[\dTCMm.\s])([+-])(\d\d):?(\d\d)\b")

_NAMED_ZONES = """
    GMT+0 UTC+0 WET+0 BST+1 WEST+1 CET+1 WAT+1 CEST+2 EET+2 SAST+2 CAT+2 EEST+3 MSK+3 EAT+3 PKT+5 IST+5.5 ICT+7 WIB+7
    HKT+8 SGT+8 AWST+8 JST+9 KST+9 AEST+10 AEDT+11 NZST+12 NZDT+13 BRT-3 ART-3
    EDT-4 EST-5 CDT-5 CST-6 MDT-6 MST-7 PDT-7 PST-8 AKST-9 HST-10
"""
_ZONES = {name: float(hours) for name, hours in re.findall(r"([A-Z]+)([+-][\d.]+)", _NAMED_ZONES)}
"""Hours ahead of UTC. Letters that several zones share are read as the one that news pages mostly mean."""

_AMERICAN = {"ET": -5, "CT": -6, "MT": -7, "PT": -8}
"""American zones that say nothing of summer time: hours ahead of UTC in winter."""

_ZONE = re.compile(rf"(?<=[\d\sapmAPM.])(Z|{'|'.join({**_ZONES, **_AMERICAN})})\b")

ZONE_BEHIND = re.compile(rf"\s*(?:Z|{'|'.join({**_ZONES, **_AMERICAN})}|[+-]\d\d:?\d\d)\b")
"""A zone right behind an hour."""


def day_of(raw: str, *, day_first: bool | None = None) -> date | None:
    """The calendar day that a date's words name, as its writer's clock showed it; ``None`` for nonsense.

    Reads ISO 8601, seconds and milliseconds since 1970 (in UTC), and dates in words. ``day_first`` says how 5/10/2018
    is meant: ``True`` for 5 October, ``False`` for May 10; where it is ``None`` and both may be meant, as dates in
    English are read.
    """
    raw = raw.strip()
    if _EPOCH.fullmatch(raw):
        return sensible(datetime.fromtimestamp(int(raw[:10]), UTC).date())
    iso = _ISO.match(raw)
    if iso:
        return calendar_day(int(iso[1]), int(iso[2]), int(iso[3]))
    if numeric := NUMERIC.search(raw[:_LENGTH]):
        return _numeric_day(numeric, day_first=day_first)
    return next((sensible(timex.first) for timex in full_dates(_in_order(raw)) if timex.first), None)


def full_dates(words: str) -> list[Timex]:
    """The expressions that name a day in full, a German "25. September 2018", which is no English date, too."""
    for written in dict.fromkeys((words, _DOTTED.sub(r"\1  ", words))):
        if found := [timex for timex in find_timexes(written, None) if is_day(timex)]:
            return found
    return []


def _in_order(raw: str) -> str:
    """The words to be read, those of Unix's ``date`` ("Nov 19 21:57:01 UTC 2019") put as a reader would put them."""
    return _CTIME.sub(r"\1 \4 \2 \3", raw[:_LENGTH])


def is_day(timex: Timex) -> bool:
    """Whether the expression names one day in full, by itself."""
    return timex.granularity in {"day", "minute", "part_of_day"} and timex.first is not None and not timex.anchor


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The day, where the calendar has it and it is no content system's placeholder."""
    try:
        return sensible(date(year, month, day))
    except ValueError:
        return None


def _numeric_day(match: re.Match[str], *, day_first: bool | None) -> date | None:
    """5/10/2018 and 13.11.2019: a part above 12 is the day; else points mean day first, and slashes as told."""
    first, second = int(match[1]), int(match[3])
    year = int(match[4]) if len(match[4]) == 4 else _CENTURY + int(match[4])
    if day_first is None:
        day_first = match[2] == "."
    if first > 12 or (day_first and second <= 12):
        return calendar_day(year, second, first)
    return calendar_day(year, first, second)


def is_ambiguous(raw: str) -> bool:
    """Whether only a page's own custom tells the day of a date in digits from its month."""
    match = NUMERIC.search(raw)
    return match is not None and match[2] == "/" and match[1] != match[3] and max(int(match[1]), int(match[3])) <= 12


def sensible(day: date) -> date | None:
    """The day, where it is no content system's placeholder."""
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR and day not in _PLACEHOLDERS else None


@lru_cache(maxsize=1024)
def moment_of(raw: str) -> datetime | None:
    """The moment that words with a clock's hour name, with its zone where they say one; seconds are left out.

    ``None`` for a bare day and for nonsense. The zone is said by an offset (``-05:00``), ``Z`` or letters (``EST``).
    """
    raw = raw.strip()
    if _EPOCH.fullmatch(raw):
        return datetime.fromtimestamp(int(raw[:10]), UTC)
    iso = _CLOCK.match(raw)
    if iso:
        return _at(f"{iso[1]}-{iso[2]}-{iso[3]}T{iso[4]}:{iso[5]}", raw[iso.end() : iso.end() + 8])
    words = _in_order(raw)
    for timex in find_timexes(words, None):
        if timex.granularity == "minute" and timex.first and not timex.anchor:
            return _at(timex.value, words[timex.start :])
    return None


def _at(value: str, behind: str) -> datetime | None:
    try:
        clock = datetime.fromisoformat(value[:16])
    except ValueError:
        return None
    return clock.replace(tzinfo=_zone_in(f"0{behind}", clock)) if sensible(clock.date()) else None


def _zone_in(words: str, clock: datetime) -> tzinfo | None:
    """The zone that words with a date, or behind one, name."""
    offset = _OFFSET.search(words)
    if offset:
        ahead = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
        return _fixed(-ahead if offset[1] == "-" else ahead)
    named = _ZONE.search(words)
    if named is None:
        return None
    if named[1] in _AMERICAN:
        return _fixed(timedelta(hours=_AMERICAN[named[1]] + _american_summer(clock.date())))
    return _fixed(timedelta(hours=_ZONES.get(named[1], 0)))


def _fixed(ahead: timedelta) -> timezone | None:
    return timezone(ahead) if abs(ahead) <= timedelta(hours=14) else None


def _american_summer(day: date) -> int:
    """1 from the second Sunday of March to the first of November, else 0: the law since 2007."""
    return int(_sunday(day.year, 3, 2) <= day < _sunday(day.year, 11, 1))


def _sunday(year: int, month: int, which: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=6 - first.weekday() + 7 * (which - 1))


def is_local(moment: datetime) -> bool:
    """Whether the moment has a zone that is not UTC: then its hour and day are those of somebody's own clock."""
    return bool(moment.utcoffset())


def is_universal(moment: datetime) -> bool:
    """Whether the moment is told in UTC, as systems keep it, whatever clock hangs on the outlet's wall."""
    return moment.tzinfo is not None and not moment.utcoffset()


def days_on_earth(moment: datetime) -> frozenset[date]:
    """The calendar days that it is anywhere at a moment of UTC, from Samoa to New Zealand in its summer."""
    return frozenset((moment + timedelta(hours=ahead)).date() for ahead in (-11, 0, 13))
