"""Stretches told from another: "last month", "two years ago", "that week", "the following year", "the quarter"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from factcheck.grammar.timex.calendar import extent, shifted_value
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


def _shifted(base: date | None, unit: str, count_of_units: int) -> Sequence[Reading]:
    if base is None:
        return one("DATE", UNRESOLVED.get(unit), relative=False)
    return one("DATE", shifted_value(base, unit, count_of_units), anchor=base)


def _unit_shift(phrase: Phrase) -> Sequence[Reading]:
    """Read "this year", "last week", "the next month", "this past decade", "the current quarter"."""
    unit = phrase.text("UNIT")
    if unit not in UNRESOLVED:
        return ()
    shift = sum(phrase.number(kind) or 0 for kind in ("THIS", "LAST", "PAST", "NEXT") if phrase.has(kind))
    base = phrase.at.reference(unit) if phrase.at.narrative else phrase.at.base
    if phrase.has("PAST") and "latest" in phrase.surface():
        shift = 0 if unit in ("W", "D") else -1
    return _shifted(base, unit, max(-1, min(1, shift)))


def _past_unit(phrase: Phrase) -> Sequence[Reading]:
    """Read "the past year", a stretch that ends here, so a duration; "the previous year" is the one before."""
    unit = phrase.text("UNIT")
    surface = phrase.surface()
    if "previous" in surface or "preceding" in surface:
        return [found._replace(aside=True) for found in _shifted(phrase.at.reference(unit), unit, -1)]
    if "latest" in surface or "prior" in surface:
        return _unit_shift(phrase)
    return one("DURATION", f"P1{unit}" if unit in UNRESOLVED else None, relative=False)


def _following_unit(phrase: Phrase) -> Sequence[Reading]:
    """Read "the following year", "the next day": from the last date mentioned."""
    unit = phrase.text("UNIT")
    return _shifted(phrase.at.reference(unit), unit, 1)


def _unit_beside(phrase: Phrase) -> Sequence[Reading]:
    """Read "the day before", "the year after", at the end of their phrase; "the year earlier"."""
    unit = phrase.text("UNIT")
    shift = phrase.number("BEFORE") or phrase.number("EARLIER") or phrase.number("LATER") or 0
    if phrase.has("BEFORE") and not _ENDS.match(phrase.at.text, phrase.end):
        return ()
    return _shifted(phrase.at.reference(unit), unit, shift)


_ENDS = re.compile(r"\s*(?:[.,;:)!?\"”]|$)")


def _that_unit(phrase: Phrase) -> Sequence[Reading]:
    """Read "that year", "the same day"."""
    unit = phrase.text("UNIT")
    quarter = phrase.at.quarter(phrase.start) if unit == "Q" else None
    return one("DATE", quarter) if quarter else _shifted(phrase.at.reference(unit), unit, 0)


def _the_unit(phrase: Phrase) -> Sequence[Reading]:
    """Read "the quarter", "the year", "the week": the one that the text speaks of."""
    unit = phrase.text("UNIT")
    base = phrase.at.reference(unit) if phrase.at.narrative else phrase.at.base
    if unit == "Q":
        return one("DATE", _spoken_quarter(phrase))
    if unit == "Y" and _OF_SOMETHING.match(phrase.at.text, phrase.end):
        return ()
    if unit == "Y" and _ENDED_AFTER.match(phrase.at.text, phrase.end):
        return one("DURATION", "P1Y", relative=False)
    if unit not in ("Y", "W", "WE") or base is None:
        return ()
    if unit == "Y" or (unit == "WE" and phrase.at.narrative):
        return _shifted(base, unit, 0)
    return _shifted(base, unit, _weeks_to_the_week(phrase, base, unit))


def _weeks_to_the_week(phrase: Phrase, base: date, unit: str) -> int:
    """Read "The week" of a text written before Friday is the last one, and so is "the weekend" before Sunday."""
    if phrase.at.looks_ahead(phrase.start, phrase.end):
        return 0
    return 0 if base.weekday() > (3 if unit == "W" else 5) else -1


_OF_SOMETHING = re.compile(r"[ ]of[ ][a-z]")
"""What makes "the year" one of its own kind: "the year of the pig"."""

_ENDED_AFTER = re.compile(r"[ ](?:that )?end(?:ed|ing|s)\b")


def _spoken_quarter(phrase: Phrase) -> str | None:
    quarter = phrase.at.quarter(phrase.start)
    if quarter:
        return quarter
    base = phrase.at.base
    return shifted_value(base, "Q", -1) if base else UNRESOLVED["Q"]


def _latest_period(phrase: Phrase) -> Sequence[Reading]:
    """Read "the latest period" of a results story: its quarter."""
    return one("DATE", _spoken_quarter(phrase)) if "latest" in phrase.surface() else ()


def _ago(phrase: Phrase) -> Sequence[Reading]:
    """Read "two years ago", "a week earlier", "three days later"."""
    unit = phrase.text("UNIT") or phrase.text("UNITS")
    number = count(phrase)
    back = phrase.has("AGO") or phrase.has("EARLIER")
    if number == UNKNOWN or number is None:
        return one("DATE", "PAST_REF" if back else "FUTURE_REF", relative=False)
    told = phrase.at.narrative or not phrase.has("AGO")
    base = phrase.at.reference(unit) if told else phrase.at.base
    if number == 1 and unit == "Y" and back and not phrase.at.narrative:
        return _year_ago(phrase)
    if not isinstance(number, int) or base is None or unit not in _STEPS:
        return ()
    if unit.startswith("T"):
        return one("TIME", base.isoformat())
    about = phrase.has("SO") or phrase.has("ABOUT")
    step, factor = _STEPS["days" if unit == "W" and number < ROUGH_WEEKS and not about else unit]
    value = shifted_value(base, step, (-number if back else number) * factor)
    mod = "APPROX" if phrase.has("SO") or phrase.text("ABOUT") == "APPROX" else None
    return (Reading("DATE", value, mod, relative=True, aside=back and step == "Y", anchor=base),) if value else ()


ROUGH_WEEKS = 4
"""From so many weeks on, "six weeks ago" names a week; "two weeks ago" names the day."""

_STEPS = {
    "D": ("D", 1),
    "W": ("W", 1),
    "days": ("D", 7),
    "2W": ("D", 14),
    "M": ("M", 1),
    "Q": ("Q", 1),
    "Y": ("Y", 1),
    "DE": ("Y", 10),
    "CE": ("Y", 100),
    "TH": ("D", 0),
    "TM": ("D", 0),
    "TS": ("D", 0),
}
"""How a unit is stepped by: "a decade ago" is the year ten years back; weeks by their days where they are exact."""


def _year_ago(phrase: Phrase) -> Sequence[Reading]:
    """Read "a year earlier" of a results story is the same quarter a year before; else the year."""
    quarter = phrase.at.quarter(phrase.start)
    if quarter:
        value, told = f"{int(quarter[:4]) - 1:04d}{quarter[4:]}", extent(quarter)
        return (Reading("DATE", value, relative=True, aside=True, anchor=told[0] if told else None),)
    return _shifted(phrase.at.base, "Y", -1)


DEICTIC_RULES: tuple[Rule, ...] = (
    rule("(THIS|THIS? LAST|THIS? NEXT) UNIT", _unit_shift),
    rule("THE NEXT UNIT", _following_unit),
    rule("THE? (LAST|NEXT) UNIT", _unit_shift),
    rule("THE? REF UNIT", _unit_shift),
    rule("(THE|THIS)? PAST UNIT", _past_unit),
    rule("THE? FOLLOWING UNIT", _following_unit),
    rule("THE UNIT (BEFORE|EARLIER|LATER)", _unit_beside),
    rule("(THAT|THAT? THE? SAME) UNIT", _that_unit),
    rule("THE MORE? UNIT", _the_unit),
    rule("THE PAST PERIOD", _latest_period),
    rule(f"(ABOUT|OVER)? {QUANTITY} MORE? (UNIT|UNITS) (OR SO)? (AGO|EARLIER|LATER)", _ago),
    rule("(FEW|UNITS) UNITS? (AGO|EARLIER|LATER)", _ago),
    rule("THE? SAME? UNIT DASH? (AGO|EARLIER) (PERIOD|UNIT)?", _year_ago),
)
