"""Calendar arithmetic over TIMEX3 values: the days a value covers, its granularity, steps by unit."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from factcheck.grammar.timex.model import Granularity

Extent = tuple[date, date]

SEASON_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""Meteorological seasons of the northern half, three months each; a winter is the year's in which it begins."""

_VALUE = re.compile(
    r"""(?P<year>\d{4})
    (?: -(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>[A-Z]{2}|\d\d(?::\d\d)*))?)?
      | -W(?P<week>\d{1,2})(?:-(?P<weekday>WE|\d))?
      | -Q(?P<quarter>[1-4])
      | -H(?P<half>[12])
      | -(?P<season>SP|SU|FA|WI)
    )?
    | (?P<decade>\d{3})
    | (?P<century>\d{2})
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=4096)
def extent(value: str) -> Extent | None:
    """The first and last day that a TIMEX3 value covers; ``None`` where it names no stretch of the calendar."""
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    try:
        return _extent_of(match)
    except (ValueError, OverflowError):  # 2023-02-30, year 0000, week 54, the winter of 9999
        return None


def _extent_of(match: re.Match[str]) -> Extent:
    first = match["decade"] or match["century"] or match["year"]
    missing = 4 - len(first)
    year = int(first + "0" * missing)
    if match["week"]:
        return _week_extent(year, int(match["week"]), match["weekday"])
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return day, day
    for group, length, first_month in _PARTS_OF_YEAR:
        if match[group]:
            return months_extent(year, first_month(match[group]), length)
    return date(year, 1, 1), date(int(first + "9" * missing), 12, 31)


_PARTS_OF_YEAR: tuple[tuple[str, int, Callable[[str], int]], ...] = (
    ("month", 1, int),
    ("quarter", 3, lambda quarter: int(quarter) * 3 - 2),
    ("half", 6, lambda half: int(half) * 6 - 5),
    ("season", 3, SEASON_FIRST_MONTH.__getitem__),
)
"""The group of a value that names some months of a year, their number, and the first of them."""


def months_extent(year: int, month: int, count: int) -> Extent:
    """The days of ``count`` months from the given one."""
    first = date(year, month, 1)
    last = shift_months(first, count - 1)
    return first, last.replace(day=monthrange(last.year, last.month)[1])


def _week_extent(year: int, week: int, weekday: str | None) -> Extent:
    monday = date.fromisocalendar(year, week, 1)
    if weekday == "WE":
        return monday + timedelta(days=5), monday + timedelta(days=6)
    if weekday:
        day = date.fromisocalendar(year, week, int(weekday))
        return day, day
    return monday, monday + timedelta(days=6)


_BEFORE_CHRIST = re.compile(r"BC(\d{4})(.*)")
BEFORE_CHRIST = 9000
"""Python's calendar begins with the year 1: to count on from a year before it, 9000 less its number stands for it."""


def counted_value(value: str) -> str:
    """The value with a year before Christ as the one that stands for it: "BC0490-09" is "8510-09"."""
    match = _BEFORE_CHRIST.fullmatch(value)
    return f"{BEFORE_CHRIST - int(match[1]):04d}{match[2]}" if match and int(match[1]) < BEFORE_CHRIST else value


def value_before_christ(value: str) -> str:
    """``counted_value()`` undone, for a year, a decade or a century."""
    match = re.match(r"\d+", value)
    missing = 4 - len(match[0]) if match else 0
    if match is None or missing > 2:
        return value
    middle = int(match[0].ljust(4, "5")) if missing else int(match[0])
    year = f"{BEFORE_CHRIST - middle:04d}"
    return f"BC{year[: 4 - missing]}{value[match.end() :]}" if 0 < middle < BEFORE_CHRIST else value


@lru_cache(maxsize=4096)
def granularity(value: str) -> Granularity | None:
    """How exactly the value names its days; ``None`` for centuries, half years and what is no date."""
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    if match["time"]:
        return "part_of_day" if match["time"].isalpha() else "minute"
    for group, name in _GRANULARITIES:
        if match[group]:
            return name
    return None if match["century"] or match["half"] else "year"


_GRANULARITIES: tuple[tuple[str, Granularity], ...] = (
    ("decade", "decade"),
    ("day", "day"),
    ("month", "month"),
    ("quarter", "quarter"),
    ("season", "season"),
    ("week", "week"),
)


def day_of(value: str) -> date | None:
    """The day that a value names, ``None`` where it covers more than one or none."""
    covered = extent(value)
    return covered[0] if covered and granularity(value) in ("day", "part_of_day", "minute") else None


_UNPLACED_DAY = re.compile(r"XXXX-(?:WXX-\d|\d\d-\d\d|XX-XX)")


def is_one_day(value: str) -> bool:
    """Whether the value is of a single day without its time, be the day known or not."""
    return granularity(value) == "day" or _UNPLACED_DAY.fullmatch(value) is not None


def shift_months(day: date, count: int) -> date:
    """The same day of the month ``count`` months on, or that month's last.

    Raises ValueError beyond the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def week_value(day: date) -> str:
    """The ISO week of a day, as the corrected TimeBank writes it: no zero before a single digit."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week}"


def quarter_of(day: date) -> int:
    """The calendar quarter of a day, 1 to 4."""
    return (day.month + 2) // 3


def shifted_value(day: date, unit: str, count: int) -> str | None:
    """The TIMEX3 value of the unit that lies ``count`` units from the one that holds ``day``.

    ``unit`` is ``D``, ``W``, ``WE``, ``M``, ``Q``, ``Y``, ``DE`` or ``CE``. ``None`` beyond the years 1 to 9999.
    """
    try:
        return _SHIFTED[unit](day, count) if unit in _SHIFTED else None
    except (ValueError, OverflowError):
        return None


def _shifted_quarter(day: date, count: int) -> str:
    shifted = shift_months(day.replace(day=1), 3 * count)
    return f"{shifted.year:04d}-Q{quarter_of(shifted)}"


def _shifted_year(day: date, count: int) -> str:
    return f"{date(day.year + count, 1, 1).year:04d}"


_SHIFTED: dict[str, Callable[[date, int], str]] = {
    "D": lambda day, count: (day + timedelta(days=count)).isoformat(),
    "W": lambda day, count: week_value(day + timedelta(weeks=count)),
    "WE": lambda day, count: week_value(day + timedelta(weeks=count)) + "-WE",
    "M": lambda day, count: shift_months(day.replace(day=1), count).isoformat()[:7],
    "Q": _shifted_quarter,
    "Y": _shifted_year,
    "DE": lambda day, count: _shifted_year(day, 10 * count)[:3],
    "CE": lambda day, count: _shifted_year(day, 100 * count)[:2],
}
