"""A date moved by the step that is most often wrong of it: the week of a weekday, the year of a day without one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Literal

from factcheck.grammar.timex.calendar import extent, granularity, shifted_value
from factcheck.model import DateValue

_NEAR = 16
"""Days from its anchor within which a day is taken for a weekday, whose week may be wrong."""

_PARTS = re.compile(
    r"""(?P<year>\d{4})(?:
        -(?P<month>\d\d)(?:-(?P<day>\d\d)(?P<time>T.+)?)?
      | -W(?P<week>\d{1,2})(?P<weekend>-WE)?
      | (?P<quarter>-Q\d)
      | -H(?P<half>\d)
      | -(?P<season>SP|SU|FA|WI)
    )?""",
    re.VERBOSE,
)
_SEASONS = ("SP", "SU", "FA", "WI")
_MOST_YEARS = 8
"""Years looked through for one that has a 29 February."""


def stepped(value: DateValue, count: int, published: date | None, words: str = "") -> DateValue | None:
    """The date ``count`` steps on; ``None`` where it covers no days, or would leave the years 1 to 9999.

    ``words`` are the claim's. The step is a week of a weekday, and a year of what has a day, month, quarter or season
    and no year of its own; any other date moves by its own unit. Without words, a day that was counted from one near
    it is held to be a weekday, and one counted from farther off to lack its year.
    """
    timex = next(filter(None, _candidates(value, count, published, words)), None)
    covered = extent(timex) if timex else None
    if timex is None or covered is None:
        return None
    return replace(value, timex=timex, start=covered[0], end=covered[1], granularity=granularity(timex))


def _candidates(value: DateValue, count: int, published: date | None, words: str) -> Iterator[str | None]:
    covered = extent(value.timex)
    parts = _PARTS.fullmatch(value.timex)
    if covered is None:
        return
    if parts is None:
        yield shifted_value(covered[0], {2: "CE", 3: "DE"}.get(len(value.timex), ""), count)
        return
    step = _step(value, parts, covered[0], published, words) if value.anchor else "own"
    if step == "year":
        yield from _in_other_years(value.timex, parts, count)
    elif step == "week":
        yield _with_time(shifted_value(covered[0], "D", 7 * count), parts)
    else:
        yield _by_own_unit(covered[0], parts, count)


def _step(
    value: DateValue, parts: re.Match[str], first: date, published: date | None, words: str
) -> Literal["week", "year", "own"]:
    """By which step a date that was counted from another is moved."""
    if not parts["day"]:
        return "year" if parts["month"] or parts["quarter"] or parts["half"] or parts["season"] else "own"
    if _MONTH.search(words):
        return "year"
    if words:
        return "week" if _WEEKDAY.search(words) else "own"
    return "week" if _is_near(first, value.anchor or "", published) else "year"


_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|june?\b|july?\b|aug|sept?|oct|nov|dec)|\d[./-]\d", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\b", re.IGNORECASE)


def _is_near(day: date, anchor: str, published: date | None) -> bool:
    try:
        counted_from = date.fromisoformat(anchor[:10])
    except ValueError:
        counted_from = published or day
    return abs((day - counted_from).days) <= _NEAR


def _in_other_years(timex: str, parts: re.Match[str], count: int) -> Iterator[str | None]:
    """The same stretch of the next year that has it: 29 February is in few."""
    for years in range(1, _MOST_YEARS + 1):
        year = int(parts["year"]) + years * count
        moved = f"{year:04d}{timex[4:]}"
        yield moved if 1 <= year <= 9999 and extent(moved) else None


def _by_own_unit(first: date, parts: re.Match[str], count: int) -> str | None:
    if parts["day"]:
        return _with_time(shifted_value(first, "D", count), parts)
    if parts["half"] or parts["season"]:
        return _part_of_year(parts, count)
    unit = "M" if parts["month"] else "Q" if parts["quarter"] else "Y"
    unit = ("WE" if parts["weekend"] else "W") if parts["week"] else unit
    return shifted_value(first, unit, count)


def _with_time(day: str | None, parts: re.Match[str]) -> str | None:
    return day + (parts["time"] or "") if day else None


def _part_of_year(parts: re.Match[str], count: int) -> str:
    """The next half year or season; a winter is the year's in which it begins."""
    if parts["half"]:
        years, half = divmod(int(parts["half"]) - 1 + count, 2)
        return f"{int(parts['year']) + years:04d}-H{half + 1}"
    years, season = divmod(_SEASONS.index(parts["season"]) + count, 4)
    return f"{int(parts['year']) + years:04d}-{_SEASONS[season]}"
