"""Days that name themselves: "Nov. 23, 2022", "23 November", "9-11 November", "11/23/2022", "Christmas Eve"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from factcheck.grammar.timex.absolute import foreign_date
from factcheck.grammar.timex.calendar import day_of, week_value
from factcheck.grammar.timex.grammar import Phrase, Rule, rule
from factcheck.grammar.timex.holidays import HOLIDAYS, holiday_in
from factcheck.grammar.timex.kinds import LETTERS
from factcheck.grammar.timex.model import REFUSED, Reading
from factcheck.grammar.timex.rules.common import (
    TAIL_YEAR,
    TOLD_YEAR,
    deictic_year,
    full_year,
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


def _week_of(phrase: Phrase) -> Sequence[Reading]:
    """Read "the week of March 6"."""
    if phrase.text("UNIT") != "W":
        return ()
    found = _day_of_month(phrase.part(phrase.index("UNIT") + 1, len(phrase.tokens)))
    day = day_of(found[0].value)
    return one("DATE", week_value(day), relative=found[0].relative) if day else ()


_NUMERIC_DATE = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(T.*)?|(\d{1,2})([./-])(\d{1,2})[./-](\d{2,4})")


def _numeric(phrase: Phrase) -> Sequence[Reading]:
    """Read "2022-11-23", "11/23/2022", "23.11.2022": with slashes the month leads unless it cannot."""
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


_ISLAND = re.compile(r"[ ][A-Z]")
"""A capital behind a holiday that makes it a name: "Easter Island", "Christmas Charity"."""


def _holiday(phrase: Phrase) -> Sequence[Reading]:
    if _ISLAND.match(phrase.at.text, phrase.end):
        return ()
    holiday = HOLIDAYS[phrase.text("HOLIDAY")]
    stated = stated_year(phrase)
    base = phrase.at.base
    if stated is not None and 1 <= stated <= 9999:
        return one("DATE", holiday_in(stated, holiday).isoformat(), relative=False)
    if base is None:
        return ()
    nearby = holiday_in(base.year, holiday)
    shift = shift_of(phrase, "LAST", "NEXT", "THIS")
    if shift is None:
        year = year_of_month(phrase, nearby.month, min(nearby.day, 28))
    else:
        year = deictic_year(base, nearby.month, shift)
    return one("DATE", holiday_in(min(max(year or base.year, 1), 9999), holiday).isoformat())


DAY_RULES: tuple[Rule, ...] = (
    rule(f"{_LEAD_WEEKDAY}?({_MONTH_DAY}|{_DAY_MONTH})({TAIL_YEAR}|{TOLD_YEAR})?", _day_of_month),
    rule(f"(THIS? NEXT|LAST|THIS) {_MONTH_DAY}", _day_of_month),
    rule(f"{_LEAD_WEEKDAY}?MONTH (DAY|ORDINAL) (DASH|OR|COMMA) (DAY|ORDINAL) ({TAIL_YEAR}|{TOLD_YEAR})?", _day_range),
    rule(f"THE? (DAY|ORDINAL) (DASH|OR|COMMA) THE? (DAY|ORDINAL) MONTH ({TAIL_YEAR}|{TOLD_YEAR})?", _day_range),
    rule(f"THE UNIT OF ({_MONTH_DAY}|{_DAY_MONTH}) {TAIL_YEAR}?", _week_of),
    rule("NUMERIC", _numeric),
    rule("FOREIGN", _foreign),
    rule("(LAST|NEXT|THIS)? HOLIDAY (COMMA? YEAR)?", _holiday),
)
