"""Dates told from another day: weekdays, "today", "last month", "two years ago", "that week", "the quarter"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from factcheck.grammar.timex.calendar import extent, granularity, shifted_value, week_value
from factcheck.grammar.timex.grammar import Phrase, Rule, rule
from factcheck.grammar.timex.model import Reading
from factcheck.grammar.timex.rules.common import QUANTITY, UNKNOWN, count, one

UNRESOLVED = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
}
"""Values of units whose anchor nobody knows."""


def _weekday(phrase: Phrase) -> Sequence[Reading]:
    weekday = phrase.number("WEEKDAY") or 0
    if len(phrase.tokens) == 1 and phrase.surface().rstrip(".") in ("sun", "mon", "sat", "wed", "fri"):
        return ()
    told = phrase.has("THAT") or phrase.has("FOLLOWING") or "previous" in phrase.surface()
    base = phrase.at.reference if told else phrase.at.base
    if base is None:
        return one("DATE", f"XXXX-WXX-{weekday + 1}", relative=False)
    return one("DATE", _weekday_near(phrase, base, weekday).isoformat())


def _weekday_near(phrase: Phrase, base: date, weekday: int) -> date:
    back = timedelta(days=(base.weekday() - weekday) % 7)
    ahead = timedelta(days=(weekday - base.weekday()) % 7)
    week = timedelta(days=7)
    if phrase.has("NEXT") or phrase.has("FOLLOWING"):
        return base + (ahead or week)
    if phrase.has("LAST") or phrase.has("PAST"):
        return base - (back or week)
    if phrase.at.narrative:
        return base + ahead
    if phrase.at.direction(phrase.start, phrase.end) > 0:
        return base + ahead
    return base - back


def _weekday_of_week(phrase: Phrase) -> Sequence[Reading]:
    """ "Monday of last week", "Friday this week"."""
    base = phrase.at.base
    if base is None or phrase.text("UNIT") != "W":
        return ()
    shift = next((phrase.number(kind) or 0 for kind in ("LAST", "NEXT", "PAST", "THIS") if phrase.has(kind)), 0)
    monday = base - timedelta(days=base.weekday()) + timedelta(weeks=shift)
    return one("DATE", (monday + timedelta(days=phrase.number("WEEKDAY") or 0)).isoformat())


def _today(phrase: Phrase) -> Sequence[Reading]:
    shift, _, part = phrase.text("TODAY").partition("T")
    base = phrase.at.published if not phrase.at.narrative else None
    base = base or (None if phrase.at.narrative else phrase.at.base)
    suffix = f"T{part}" if part else ""
    if base is None:
        return one("DATE", "PRESENT_REF" if shift == "0" and not part else f"XXXX-XX-XX{suffix}", relative=False)
    day = base + timedelta(days=int(shift))
    return one("TIME" if part else "DATE", day.isoformat() + suffix)


def _unit_shift(phrase: Phrase) -> Sequence[Reading]:
    """ "this year", "last week", "the next month", "this past decade"."""
    unit = phrase.text("UNIT")
    if unit not in UNRESOLVED:
        return ()
    shift = sum(phrase.number(kind) or 0 for kind in ("THIS", "LAST", "PAST", "NEXT") if phrase.has(kind))
    base = phrase.at.reference if phrase.at.narrative else phrase.at.base
    if base is None:
        return one("DATE", UNRESOLVED[unit], relative=False)
    if phrase.has("PAST") and "latest" in phrase.surface():
        shift = 0 if unit in ("W", "D") else -1
    return one("DATE", shifted_value(base, unit, max(-1, min(1, shift))))


def _past_unit(phrase: Phrase) -> Sequence[Reading]:
    """ "the past year", "the past week": a stretch that ends here, so a duration; longer stretches too."""
    unit = phrase.text("UNIT")
    surface = phrase.surface()
    if "previous" in surface or "preceding" in surface:
        base = phrase.at.reference
        return one("DATE", shifted_value(base, unit, -1) if base else UNRESOLVED.get(unit))
    if "latest" in surface or "prior" in surface:
        return _unit_shift(phrase)
    return one("DURATION", f"P1{unit}" if unit in UNRESOLVED else None, relative=False)


def _following_unit(phrase: Phrase) -> Sequence[Reading]:
    """ "the following year", "the next day": from the last date mentioned."""
    unit = phrase.text("UNIT")
    base = phrase.at.reference
    if base is None or unit not in UNRESOLVED:
        return one("DATE", UNRESOLVED.get(unit), relative=False)
    return one("DATE", shifted_value(base, unit, 1))


def _day_before(phrase: Phrase) -> Sequence[Reading]:
    """ "the day before", "the year after", at the end of their phrase."""
    unit = phrase.text("UNIT")
    base = phrase.at.reference
    shift = phrase.number("BEFORE") or phrase.number("EARLIER") or phrase.number("LATER") or 0
    if unit not in UNRESOLVED or (phrase.has("BEFORE") and not _ENDS.match(phrase.at.text, phrase.end)):
        return ()
    return one("DATE", shifted_value(base, unit, shift) if base else UNRESOLVED[unit])


_ENDS = re.compile(r"\s*(?:[.,;:)!?\"”]|$)")


def _that_unit(phrase: Phrase) -> Sequence[Reading]:
    """ "that year", "the same day"."""
    unit = phrase.text("UNIT")
    base = phrase.at.reference
    if unit not in UNRESOLVED:
        return ()
    if unit == "Q":
        quarter = phrase.at.quarter(phrase.start)
        if quarter:
            return one("DATE", quarter)
    return one("DATE", shifted_value(base, unit, 0) if base else UNRESOLVED[unit])


def _the_unit(phrase: Phrase) -> Sequence[Reading]:
    """ "the quarter", "the year", "the week": the one that the text speaks of."""
    unit = phrase.text("UNIT")
    base = phrase.at.reference if phrase.at.narrative else phrase.at.base
    if unit == "Q":
        return one("DATE", _spoken_quarter(phrase))
    if unit == "Y" and _ENDED_AFTER.match(phrase.at.text, phrase.end):
        return one("DURATION", "P1Y", relative=False)
    if unit not in ("Y", "W", "WE") or base is None:
        return ()
    if unit == "W" or (unit == "WE" and not phrase.at.narrative):
        ahead = phrase.at.direction(phrase.start, phrase.end) > 0
        shift = 0 if ahead or base.weekday() > 3 else -1
        if unit == "WE" and not ahead:
            shift = 0 if base.weekday() == 6 else -1
        return one("DATE", shifted_value(base, unit, shift))
    return one("DATE", shifted_value(base, unit, 0))


_ENDED_AFTER = re.compile(r"[ ](?:that )?end(?:ed|ing|s)\b")


def _spoken_quarter(phrase: Phrase) -> str | None:
    quarter = phrase.at.quarter(phrase.start)
    if quarter:
        return quarter
    base = phrase.at.base
    return shifted_value(base, "Q", -1) if base else UNRESOLVED["Q"]


def _ago(phrase: Phrase) -> Sequence[Reading]:
    """ "two years ago", "a week earlier", "three days later"."""
    unit = phrase.text("UNIT") or phrase.text("UNITS")
    number = count(phrase)
    back = phrase.has("AGO") or phrase.has("EARLIER")
    if number == UNKNOWN or (phrase.index("FEW") >= 0 and "couple" not in phrase.surface()):
        return one("DATE", "PAST_REF" if back else "FUTURE_REF", relative=False)
    ago = phrase.has("AGO")
    base = phrase.at.base if ago and not phrase.at.narrative else phrase.at.reference
    if number == 1 and unit == "Y" and back and not phrase.at.narrative:
        return _year_ago(phrase)
    if not isinstance(number, int) or base is None or unit not in UNRESOLVED:
        return _hours_ago(phrase, unit)
    mod = "APPROX" if phrase.has("SO") or phrase.has("ABOUT") else None
    return one("DATE", _stepped(phrase, base, unit, -number if back else number), mod)


def _hours_ago(phrase: Phrase, unit: str) -> Sequence[Reading]:
    if unit in ("TH", "TM", "TS"):
        base = phrase.at.base
        return one("TIME", base.isoformat() if base else None)
    return ()


def _stepped(phrase: Phrase, base: date, unit: str, number: int) -> str | None:
    """The value of a step, as exact as its unit; weeks step by days where the text knows the day."""
    if unit == "W" and not phrase.has("SO"):
        return shifted_value(base, "D", 7 * number)
    return shifted_value(base, unit, number)


def _year_ago(phrase: Phrase) -> Sequence[Reading]:
    """ "a year earlier" of a results story is the same quarter a year before; else the year."""
    quarter = phrase.at.quarter(phrase.start)
    if quarter:
        return one("DATE", f"{int(quarter[:4]) - 1:04d}{quarter[4:]}")
    base = phrase.at.base
    return one("DATE", shifted_value(base, "Y", -1) if base else "XXXX")


def _year_earlier_period(phrase: Phrase) -> Sequence[Reading]:
    """ "the year-earlier quarter", "the year-ago period"."""
    return _year_ago(phrase)


def _next_few(phrase: Phrase) -> Sequence[Reading]:
    base = phrase.at.base
    if phrase.text("UNIT") != "WE" or base is None:
        return ()
    return one("DATE", week_value(base) + "-WE")


def _year_end_of_mention(phrase: Phrase) -> Sequence[Reading]:
    return ()


def day_of(value: str) -> date | None:
    """The day that a value names, ``None`` where it covers more than one."""
    covered = extent(value)
    return covered[0] if covered and granularity(value) in ("day", "part_of_day", "minute") else None


DEICTIC_RULES: tuple[Rule, ...] = (
    rule("THE? (THIS? (LAST|PAST|NEXT)|THIS|THAT|FOLLOWING)? WEEKDAY", _weekday),
    rule("WEEKDAY COMMA? OF? (LAST|NEXT|THIS|THE? PAST) UNIT", _weekday_of_week),
    rule("TODAY", _today),
    rule("(THIS|THIS? LAST|THIS? NEXT) UNIT", _unit_shift),
    rule("THE? (LAST|NEXT) UNIT", _unit_shift),
    rule("THE REF UNIT", _unit_shift),
    rule("(THE|THIS)? PAST UNIT", _past_unit),
    rule("THE (FOLLOWING|NEXT) UNIT", _following_unit),
    rule("FOLLOWING UNIT", _following_unit),
    rule("THE UNIT (BEFORE|EARLIER|LATER)", _day_before),
    rule("(THAT|THAT? THE? SAME) UNIT", _that_unit),
    rule("THE UNIT", _the_unit),
    rule(f"ABOUT? {QUANTITY} MORE? (UNIT|UNITS) (OR SO)? (AGO|EARLIER|LATER)", _ago),
    rule("(FEW|UNITS) UNITS? (AGO|EARLIER|LATER)", _ago),
    rule("THE? SAME? UNIT DASH? (AGO|EARLIER) (PERIOD|UNIT)?", _year_earlier_period),
)
