"""Days that name themselves: "Nov. 23, 2022", "23 November", "9-11 November", "11/23/2022"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from factcheck.grammar.timex.absolute import foreign_date
from factcheck.grammar.timex.calendar import day_of, week_value
from factcheck.grammar.timex.grammar import Phrase, Rule, rule
from factcheck.grammar.timex.kinds import LETTERS
from factcheck.grammar.timex.model import REFUSED, Reading
from factcheck.grammar.timex.reckoning import nth_weekday
from factcheck.grammar.timex.rules.common import (
    TAIL_YEAR,
    TOLD_YEAR,
    full_year,
    is_one_word,
    one,
    safe_date,
    shift_of,
    stated_year,
    told_year,
    year_of_month,
)

_MONTH_DAY = "MONTH (DAY|THE? ORDINAL)"
_DAY_MONTH = "(THE? ORDINAL OF?|THE? DAY) MONTH"
_LEAD_WEEKDAY = "((THIS? NEXT|LAST)? WEEKDAY COMMA? THE?)"
_DAYS = frozenset([LETTERS["DAY"], LETTERS["ORDINAL"]])


def _day_of_month(phrase: Phrase) -> Sequence[Reading]:
    day = phrase.number("ORDINAL") if phrase.has("ORDINAL") else phrase.number("DAY")
    return _month_day(phrase, phrase.number("MONTH") or 0, day or 0)


def _dashed_day(phrase: Phrase) -> Sequence[Reading]:
    """Read "12-Apr-1900"."""
    return _day_of_month(phrase) if is_one_word(phrase) else ()


def _month_day(phrase: Phrase, month: int, day: int) -> Sequence[Reading]:
    if not safe_date(2000, month, day):  # "Feb. 30": no day, and not the month alone either
        return (REFUSED,)
    stated = stated_year(phrase)
    year = stated if stated is not None else _year_of_day(phrase, month, day)
    if year is None:
        return one("DATE", f"XXXX-{month:02d}-{day:02d}", relative=False)
    if not safe_date(year, month, day):
        return (REFUSED,)
    return one("DATE", f"{year:04d}-{month:02d}-{day:02d}", relative=stated is None)


def _year_of_day(phrase: Phrase, month: int, day: int) -> int | None:
    if phrase.has("UNIT"):
        return told_year(phrase)
    base = phrase.at.base
    shift = shift_of(phrase, "LAST", "NEXT")
    candidate = safe_date(base.year, month, day) if base else None
    if shift and base and candidate:
        return base.year + shift * (candidate >= base if shift < 0 else candidate <= base)
    return year_of_month(phrase, month, day)


def _day_range(phrase: Phrase) -> Sequence[Reading]:
    """Read "Nov. 23-24", "9 to 11 November": one reading a day, the second at its bare number."""
    month = phrase.number("MONTH") or 0
    places = [place for place, token in enumerate(phrase.tokens) if token.kind in _DAYS]
    if len(places) != 2:
        return ()
    trailing = phrase.index("MONTH") > places[0] or stated_year(phrase) is not None or phrase.has("UNIT")
    readings: list[Reading] = []
    for place in places:
        found = _month_day(phrase, month, int(phrase.tokens[place].value or 0))
        if found[0] is REFUSED:
            return found
        last = place + 1 if place == places[0] or not trailing else len(phrase.tokens)
        readings.append(
            Reading("DATE", found[0].value, relative=found[0].relative, tokens=(0 if not readings else place, last))
        )
    return readings


def _nth_weekday(phrase: Phrase) -> Sequence[Reading]:
    """Read "the first Monday in November", "the last Friday of May 2019"."""
    month, weekday = phrase.number("MONTH") or 0, phrase.number("WEEKDAY") or 0
    nth = -1 if phrase.has("LAST") else phrase.number("ORDINAL") or 0
    year = stated_year(phrase)
    if year is None:
        year = told_year(phrase) if phrase.has("UNIT") else year_of_month(phrase, month)
    if year is None or not -1 <= nth <= _MOST_WEEKDAYS:
        return ()
    try:
        day = nth_weekday(year, month, weekday, nth)
    except ValueError:
        return (REFUSED,)
    return one("DATE", day.isoformat(), relative=stated_year(phrase) is None) if day.month == month else (REFUSED,)


_MOST_WEEKDAYS = 5
"""Mondays of the longest month that begins with one."""


def _part_of_month(phrase: Phrase) -> Sequence[Reading]:
    """Read "the first week of March", "the last weekend of July": the month, begun or ended."""
    if phrase.text("UNIT") not in ("W", "WE", "D"):
        return ()
    month = phrase.number("MONTH") or 0
    year = stated_year(phrase)
    found = year if year is not None else year_of_month(phrase, month)
    if found is None:
        return ()
    ordinal = phrase.number("ORDINAL")
    mod = "END" if ordinal is None else "START" if ordinal == 1 else None
    if phrase.text("UNIT") == "D":
        day = safe_date(found, month, ordinal or monthrange(found, month)[1])
        return one("DATE", day.isoformat(), relative=year is None) if day else (REFUSED,)
    return one("DATE", f"{found:04d}-{month:02d}", mod, relative=year is None)


def _week_of(phrase: Phrase) -> Sequence[Reading]:
    """Read "the week of March 6"."""
    if phrase.text("UNIT") != "W":
        return ()
    found = _day_of_month(phrase.part(phrase.index("UNIT") + 1, len(phrase.tokens)))
    day = day_of(found[0].value)
    return one("DATE", week_value(day), relative=found[0].relative) if day else ()


_NUMERIC_DATE = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(T.*)?|(\d{1,2})([./-])(\d{1,2})[./-](\d{2,4})")


def _iso_week(words: str) -> Sequence[Reading]:
    """Read "2022-W47" and a day of it, "2022-W47-3"."""
    try:
        day = date.fromisocalendar(int(words[:4]), int(words[6:8]), int(words[9:] or 1))
    except ValueError:
        return (REFUSED,)
    return one("DATE", day.isoformat() if words[9:] else week_value(day), relative=False)


def _numeric(phrase: Phrase) -> Sequence[Reading]:
    """Read "2022-11-23", "11/23/2022", "23.11.2022": with slashes the month leads unless it cannot."""
    if "W" in phrase.text("NUMERIC"):
        return _iso_week(phrase.text("NUMERIC"))
    match = _NUMERIC_DATE.fullmatch(phrase.text("NUMERIC"))
    if match is None:
        return ()
    day = safe_date(int(match[1]), int(match[2]), int(match[3])) if match[1] else _written_day(match)
    if day is None:
        return ()
    clock = (match[4] or "")[:6]
    return one("TIME" if clock else "DATE", day.isoformat() + clock, relative=False)


def _written_day(match: re.Match[str]) -> date | None:
    first, second, year = int(match[5]), int(match[7]), int(match[8])
    dotted = match[6] == "."
    if year < 100:
        if dotted:  # as likely a version or a section
            return None
        year = full_year(year)
    return safe_date(year, second, first) if dotted or first > 12 else safe_date(year, first, second)


def _foreign(phrase: Phrase) -> Sequence[Reading]:
    return one("DATE", foreign_date(phrase.text("FOREIGN")), relative=False) or (REFUSED,)


DAY_RULES: tuple[Rule, ...] = (
    rule(f"{_LEAD_WEEKDAY}?({_MONTH_DAY}|{_DAY_MONTH})({TAIL_YEAR}|{TOLD_YEAR})?", _day_of_month),
    rule(f"(THIS? NEXT|LAST|THIS) {_MONTH_DAY}", _day_of_month),
    rule("DAY DASH MONTH DASH YEAR", _dashed_day),
    rule("YEAR MONTH DAY", _day_of_month),
    rule(f"{_LEAD_WEEKDAY}?MONTH (DAY|ORDINAL) (DASH|OR|COMMA) (DAY|ORDINAL) ({TAIL_YEAR}|{TOLD_YEAR})?", _day_range),
    rule(f"THE? (DAY|ORDINAL) (DASH|OR|COMMA) THE? (DAY|ORDINAL) MONTH ({TAIL_YEAR}|{TOLD_YEAR})?", _day_range),
    rule(f"THE? (ORDINAL|LAST) WEEKDAY (OF|ON) MONTH ({TAIL_YEAR}|{TOLD_YEAR})?", _nth_weekday),
    rule(f"THE? (ORDINAL|LAST) UNIT (OF|ON) MONTH {TAIL_YEAR}?", _part_of_month),
    rule(f"THE UNIT OF ({_MONTH_DAY}|{_DAY_MONTH}) {TAIL_YEAR}?", _week_of),
    rule("NUMERIC", _numeric),
    rule("FOREIGN", _foreign),
)
