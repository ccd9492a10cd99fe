"""Dates that name themselves: days, months, years, decades, centuries, seasons, quarters, holidays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from factcheck.grammar.timex.absolute import foreign_date
from factcheck.grammar.timex.calendar import holiday_in, nth_weekday, quarter_of, shift_months, shifted_value
from factcheck.grammar.timex.grammar import Phrase, Rule, rule
from factcheck.grammar.timex.lexicon import HOLIDAYS
from factcheck.grammar.timex.model import Reading
from factcheck.grammar.timex.rules.common import one, safe_date, year_of_month

_MONTH_DAY = "MONTH (DAY|ORDINAL)"
_DAY_MONTH = "(THE? ORDINAL OF?|DAY) MONTH"
_TAIL_YEAR = "((COMMA|OF|COMMA? ON)? YEAR|COMMA? SHORTYEAR)"
_LEAD_WEEKDAY = "((THIS? NEXT|LAST)? WEEKDAY COMMA? THE?)"
FULL_DATE = f"{_LEAD_WEEKDAY}?({_MONTH_DAY}|{_DAY_MONTH}){_TAIL_YEAR}?"


def _year(phrase: Phrase) -> int | None:
    if phrase.has("SHORTYEAR"):
        return _full_year(phrase.number("SHORTYEAR") or 0)
    return phrase.number("YEAR")


def _full_year(two_digits: int) -> int:
    return two_digits + (1900 if two_digits >= 30 else 2000)


def _day_of_month(phrase: Phrase) -> Sequence[Reading]:
    month = phrase.number("MONTH") or 0
    day = phrase.number("ORDINAL") if phrase.has("ORDINAL") else phrase.number("DAY")
    return _month_day(phrase, month, day or 0)


def _month_day(phrase: Phrase, month: int, day: int) -> Sequence[Reading]:
    if not safe_date(2000, month, day):
        return ()
    stated = _year(phrase)
    year = stated if stated is not None else year_of_month(phrase, month, day)
    shift = (phrase.number("LAST") or 0) + (phrase.number("NEXT") or 0)
    base = phrase.at.base
    if shift and base and year and stated is None:
        year = _shifted_year_of(base, month, day, shift)
    if year is None:
        return one("DATE", f"XXXX-{month:02d}-{day:02d}", relative=False)
    return one("DATE", f"{year:04d}-{month:02d}-{day:02d}", relative=stated is None)


def _shifted_year_of(base: date, month: int, day: int, shift: int) -> int:
    candidate = safe_date(base.year, month, day)
    if candidate is None:
        return base.year
    if shift < 0:
        return base.year if candidate < base else base.year - 1
    return base.year if candidate > base else base.year + 1


def _day_range(phrase: Phrase) -> Sequence[Reading]:
    """ "Nov. 23-24", "9 to 11 November": one reading a day, the second at its bare number."""
    month = phrase.number("MONTH") or 0
    days = [(place, token) for place, token in enumerate(phrase.tokens) if token.kind in "do"]
    if len(days) != 2:
        return ()
    (first_place, first), (last_place, last) = days
    readings: list[Reading] = []
    leading = phrase.index("MONTH") < first_place
    for place, token in ((first_place, first), (last_place, last)):
        found = _month_day(phrase, month, int(token.value or 0))
        if not found:
            return ()
        if place == first_place:
            span = (0, place + 1)
        else:
            span = (place, place + 1 if leading and not _year(phrase) else len(phrase.tokens))
        readings.append(Reading("DATE", found[0].value, None, found[0].relative, span))
    return readings


def _month(phrase: Phrase) -> Sequence[Reading]:
    month = phrase.number("MONTH") or 0
    stated = _year(phrase)
    if stated is not None:
        return one("DATE", f"{stated:04d}-{month:02d}", relative=False)
    if len(phrase.tokens) == 1 and not _month_alone(phrase):
        return ()
    base = phrase.at.base
    if base is None:
        return one("DATE", f"XXXX-{month:02d}", relative=False)
    for kind in ("LAST", "PAST", "NEXT", "THIS"):
        if phrase.has(kind):
            return one("DATE", f"{_deictic_year(base, month, phrase.number(kind) or 0):04d}-{month:02d}")
    return one("DATE", f"{year_of_month(phrase, month):04d}-{month:02d}")


def _deictic_year(base: date, month: int, shift: int) -> int:
    if shift < 0:
        return base.year if month < base.month else base.year - 1
    if shift > 0:
        return base.year if month > base.month else base.year + 1
    return base.year


_MONTH_LEADS = re.compile(
    r"\b(?:in|since|until|till|by|from|to|of|for|through|during|before|after|between|and|or|late|early|mid|last|next|this"
    r"|every|each|around|about|about|on|at|as|one|a|the|that|with|than|until|’s|'s|and)[ ,]+$",
    re.IGNORECASE,
)
_SURE_MONTH_LEADS = re.compile(r"\b(?:in|since|until|by|last|next|late|early|mid)[ -]$", re.IGNORECASE)
_AMBIGUOUS_MONTHS = {"may", "march", "mar", "jan", "jun", "june", "april", "august", "sep", "dec", "apr", "jul"}
_PERSON_AFTER = re.compile(r"[ ]+[A-Z][a-z]+")


def _month_alone(phrase: Phrase) -> bool:
    """Whether a lone "May", "March", "June" or "April" is the month and not a verb or a name."""
    surface = phrase.surface()
    if surface not in _AMBIGUOUS_MONTHS:
        return True
    text = phrase.at.text
    if surface in ("jan", "mar", "apr", "jun", "jul", "sep", "dec"):
        return bool(_SURE_MONTH_LEADS.search(text, max(0, phrase.start - 12), phrase.start))
    if _MONTH_LEADS.search(text, max(0, phrase.start - 12), phrase.start):
        return True
    if surface in ("may", "march"):
        return False
    before = text[max(0, phrase.start - 2) : phrase.start]
    return not _PERSON_AFTER.match(text, phrase.end) and not before.strip().isalpha()


_NOT_A_YEAR_AFTER = re.compile(
    r"""[ -]+(?:
      people|men|women|children|troops|soldiers|police|officers|workers|employees|jobs|votes|points|seats|cases|deaths
    | dollars|cents|euros|pounds|yen|francs|marks|shares|miles|kilomet(?:er|re)s|met(?:er|re)s|feet|foot|yards|acres
    | hectares|tons|tonnes|kilos|kilograms|grams|lbs?|km|kg|cc|mm|cm|mph|ft|m\b|homes|houses|units|copies|students|pages
    | residents|families|members|passengers|prisoners|refugees|migrants|patients|patrols|calls|barrels|gallons|lit(?:er|re)s
    | percent|per|times|hours|minutes|seconds|days|weeks|months|years|degrees|rpm|hp|calories|others|or[ ]so|more
    | (?:[A-Z][a-z]+[ ]){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Drive|Court|Place|Square|Way)\b
    )\b""",
    re.VERBOSE,
)
_SURE_YEAR_LEADS = re.compile(r"\b(?:in|since|until|till|during|early|late|mid|year|fiscal)[ -]+$", re.IGNORECASE)
_QUANTITY_LEADS = re.compile(
    r"\b(?:than|about|nearly|almost|some|over|only|least|roughly|approximately)[ ]$", re.IGNORECASE
)


def _bare_year(phrase: Phrase) -> Sequence[Reading]:
    year = phrase.number("YEAR") or 0
    text, start, end = phrase.at.text, phrase.start, phrase.end
    if phrase.has("ERA"):
        return _era_year(phrase)
    sure = _SURE_YEAR_LEADS.search(text, max(0, start - 10), start)
    if not sure and (year < 1500 or year > 2100):
        return ()
    if text[start - 1 : start] in ("$", "£", "€", "¥", "#", "/", "+", "=", "&", "@", "_"):
        return ()
    if _NOT_A_YEAR_AFTER.match(text, end) or _NOT_A_YEAR_BEFORE_NAME.search(text, max(0, start - 14), start):
        return ()
    if not sure and _QUANTITY_LEADS.search(text, max(0, start - 16), start) and year % 100 == 0:
        return ()
    return one("DATE", f"{year:04d}", relative=False)


_NOT_A_YEAR_BEFORE_NAME = re.compile(
    r"(?:\b(?:no\.?|number|flight|room|resolution|route|highway|section|page|article|boeing|airbus|model|rs\.?|dlrs|channel"
    r"|bill|order|chapter|unit|US\$|C\$|windows|office)[ ])$",
    re.IGNORECASE,
)


def _era_year(phrase: Phrase) -> Sequence[Reading]:
    number = next((int(t.value or 0) for t in phrase.tokens if t.kind in "ydn" and isinstance(t.value, int)), 0)
    if not 0 < number < 10000:
        return ()
    value = f"{number:04d}"
    month = phrase.number("MONTH")
    if month:
        value += f"-{month:02d}"
    if phrase.has("SEASON"):
        value += f"-{phrase.text('SEASON')}"
    return one("DATE", f"BC{value}" if phrase.text("ERA") == "BC" else value, relative=False)


def _short_year(phrase: Phrase) -> Sequence[Reading]:
    return one("DATE", f"{_full_year(phrase.number('SHORTYEAR') or 0):04d}", relative=False)


def _the_year(phrase: Phrase) -> Sequence[Reading]:
    values = [token.value for token in phrase.tokens if isinstance(token.value, int)]
    if phrase.has("YEAR"):
        return one("DATE", f"{phrase.number('YEAR'):04d}", relative=False)
    return one("DATE", "2000", relative=False) if values == [2, 1000] else ()


def _year_span(phrase: Phrase) -> Sequence[Reading]:
    """ "1998-99": two years, each its own reading."""
    first = phrase.tokens[0].value
    last = phrase.tokens[2].value
    if not isinstance(first, int) or not isinstance(last, int) or phrase.tokens[1].end != phrase.tokens[2].start:
        return ()
    full = last if last > 99 else first // 100 * 100 + last
    if not first < full <= first + 100:
        return ()
    return (
        Reading("DATE", f"{first:04d}", tokens=(0, 1)),
        Reading("DATE", f"{full:04d}", tokens=(2, 3)),
    )


def _decade(phrase: Phrase) -> Sequence[Reading]:
    return one("DATE", phrase.text("DECADE"), relative=False)


def _century(phrase: Phrase) -> Sequence[Reading]:
    ordinals = [t.value for t in phrase.tokens if t.kind in "on" and isinstance(t.value, int)]
    number = sum(ordinals)
    if phrase.text("UNIT") != "CE" or not 0 < number <= 30:
        return ()
    value = f"{number - 1:02d}"
    return one("DATE", f"BC{value}" if phrase.text("ERA") == "BC" else value, relative=False)


def _season(phrase: Phrase) -> Sequence[Reading]:
    season = phrase.text("SEASON")
    if season.endswith("*"):
        return ()
    year = _year(phrase)
    if year is not None:
        return one("DATE", f"{year:04d}-{season}", relative=False)
    base = phrase.at.base
    if base is None:
        return one("DATE", f"XXXX-{season}", relative=False)
    if season == "FA" and phrase.shape in ("S", "tS") and _FALL_OF.match(phrase.at.text, phrase.end):
        return ()
    if len(phrase.tokens) == 1 and not _SEASON_LEADS.search(phrase.at.text, max(0, phrase.start - 10), phrase.start):
        return ()
    shift = next((phrase.number(kind) or 0 for kind in ("LAST", "PAST", "NEXT", "THIS") if phrase.has(kind)), None)
    middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}[season]
    if shift is None:
        found = base.year if phrase.at.narrative else year_of_month(phrase, middle) or base.year
    elif shift == 0 or phrase.has("PAST"):
        found = base.year if middle <= base.month + 3 or shift == 0 else base.year - 1
    else:
        found = _deictic_year(base, middle, shift)
    return one("DATE", f"{found:04d}-{season}")


_FALL_OF = re.compile(r"[ ](?:of|in|from|to|through|by|off|below|short|apart|back|behind|for|into|and|as)\b")
_SEASON_LEADS = re.compile(r"\b(?:in|by|since|until|during|early|late|mid|every|through|from)[ -]$", re.IGNORECASE)


def _holiday(phrase: Phrase) -> Sequence[Reading]:
    name = phrase.text("HOLIDAY")
    holiday = HOLIDAYS[name]
    year = _year(phrase)
    if year is None and phrase.at.base is None:
        return ()
    if year is not None:
        day = _holiday_day(name, year)
    else:
        base = phrase.at.base or date.max
        month = holiday_in(base.year, holiday).month
        found = year_of_month(phrase, month, holiday_in(base.year, holiday).day if month != 2 else 28)
        day = _holiday_day(name, found or base.year)
    return one("DATE", day.isoformat(), relative=year is None)


def _holiday_day(name: str, year: int) -> date:
    day = holiday_in(year, HOLIDAYS[name])
    return day + timedelta(days=1) if name == "election day" else day


_NUMERIC_DATE = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(T.*)?|(\d{1,2})([./-])(\d{1,2})[./-](\d{2,4})")


def _numeric(phrase: Phrase) -> Sequence[Reading]:
    """ "2022-11-23", "11/23/2022", "23.11.2022": with slashes the month leads unless it cannot."""
    match = _NUMERIC_DATE.fullmatch(phrase.text("NUMERIC"))
    if match is None:
        return ()
    if match[1]:
        day = safe_date(int(match[1]), int(match[2]), int(match[3]))
    else:
        first, second, year = int(match[5]), int(match[7]), int(match[8])
        if year < 100:
            if match[6] == ".":
                return ()
            year = _full_year(year)
        day_first = match[6] == "." or first > 12
        day = safe_date(year, second, first) if day_first else safe_date(year, first, second)
    if day is None:
        return ()
    clock = (match[4] or "")[:6]
    return one("TIME" if clock else "DATE", day.isoformat() + clock, relative=False)


def _foreign(phrase: Phrase) -> Sequence[Reading]:
    day = foreign_date(phrase.text("FOREIGN"), phrase.at.base)
    return one("DATE", day, relative=False)


def _quarter(phrase: Phrase) -> Sequence[Reading]:
    """ "the third quarter of 1998", "Q3 2022", "this year's third quarter", "third-quarter"."""
    number = phrase.number("QUARTERCODE") or phrase.number("ORDINAL") or 0
    if not phrase.has("QUARTERCODE") and phrase.text("UNIT") not in ("Q", "Y"):
        return ()
    if not 1 <= number <= 4:
        return ()
    year = _year(phrase)
    if year is not None:
        return one("DATE", f"{year:04d}-Q{number}", relative=False)
    base = phrase.at.base
    if base is None:
        return one("DATE", f"XXXX-Q{number}", relative=False)
    shift = next((phrase.number(kind) for kind in ("THIS", "LAST", "NEXT", "PAST") if phrase.has(kind)), None)
    if shift is not None and phrase.shape.count("u") > 1:
        return one("DATE", f"{base.year + shift:04d}-Q{number}")
    if "earlier" in phrase.surface() or "ago" in phrase.surface():
        return one("DATE", f"{_quarter_year(phrase, base, number) - 1:04d}-Q{number}")
    return one("DATE", f"{_quarter_year(phrase, base, number):04d}-Q{number}")


def _quarter_year(phrase: Phrase, base: date, number: int) -> int:
    side = phrase.at.direction(phrase.start, phrase.end)
    if phrase.at.narrative:
        return base.year
    return base.year if number <= quarter_of(base) or side > 0 else base.year - 1


def _half(phrase: Phrase) -> Sequence[Reading]:
    """ "the first half", "the second half of 1998", "the last half of the year"."""
    surface = phrase.surface()
    number = 2 if phrase.has("LAST") or "latter" in surface else phrase.number("ORDINAL")
    if number not in (1, 2):
        return ()
    if phrase.has("DECADE"):
        return one("DATE", phrase.text("DECADE"), "START" if number == 1 else "END", relative=False)
    year = _year(phrase)
    base = phrase.at.base
    shift = next(
        (phrase.number(kind) or 0 for kind in ("LAST", "NEXT") if phrase.has(kind) and phrase.has("UNIT")), 0
    )
    if phrase.has("UNIT") and phrase.text("UNIT") != "Y":
        return ()
    if year is None and base is not None and (phrase.has("UNIT") or phrase.has("MONTH") or phrase.has("FISCAL")):
        year = base.year + shift
    if year is None:
        return ()
    return one("DATE", f"{year:04d}-H{number}", relative=phrase.has("YEAR"))


def _fiscal_year(phrase: Phrase) -> Sequence[Reading]:
    if phrase.has("YEAR") or phrase.has("SHORTYEAR"):
        return one("DATE", f"{_year(phrase):04d}", relative=False)
    base = phrase.at.base
    if base is None:
        return ()
    shift = next((phrase.number(kind) or 0 for kind in ("LAST", "PAST", "NEXT") if phrase.has(kind)), 0)
    if phrase.has("PAST") and shift == 0:
        shift = -1
    return one("DATE", shifted_value(base, "Y", shift))


def _year_end(phrase: Phrase) -> Sequence[Reading]:
    """ "year-end": the last day of the year, of the one before where the words look back from early in a year."""
    year = _year(phrase)
    base = phrase.at.base
    if phrase.text("UNIT") != "Y" or phrase.text("EDGE") != "END" or (year is None and base is None):
        return ()
    if year is None and base is not None:
        back = phrase.at.direction(phrase.start, phrase.end) < 0
        year = shift_months(base, -6).year if back else base.year
    return one("DATE", f"{year:04d}-12-31", relative=not phrase.has("YEAR"))


_YEAR_WORD = "UNIT"

CALENDAR_RULES: tuple[Rule, ...] = (
    rule(FULL_DATE, _day_of_month),
    rule(f"(THIS? NEXT|LAST|THIS) {_MONTH_DAY}", _day_of_month),
    rule(f"{_LEAD_WEEKDAY}?MONTH (DAY|ORDINAL) (DASH|OR|COMMA) (DAY|ORDINAL) ({_TAIL_YEAR})?", _day_range),
    rule(f"(DAY|ORDINAL) (DASH|OR|COMMA) (DAY|ORDINAL) MONTH ({_TAIL_YEAR})?", _day_range),
    rule("(THIS? (LAST|PAST|NEXT)|THIS)? MONTH (COMMA? OF? YEAR|COMMA? SHORTYEAR)?", _month),
    rule("YEAR", _bare_year),
    rule("(MONTH|SEASON OF?)? (YEAR|DAY|NUMBER) ERA", _era_year),
    rule("ERA (YEAR|DAY|NUMBER)", _era_year),
    rule("SHORTYEAR", _short_year),
    rule("THE UNIT (YEAR|NUMBER NUMBER)", _the_year),
    rule("YEAR DASH (DAY|NUMBER|YEAR)", _year_span),
    rule("THE? DECADE", _decade),
    rule("THE? (NUMBER DASH?)? ORDINAL DASH? UNIT ERA?", _century),
    rule("THE? (THIS? (LAST|PAST|NEXT)|THIS)? SEASON ((OF|COMMA)? YEAR|SHORTYEAR)?", _season),
    rule("(LAST|NEXT|THIS)? HOLIDAY (COMMA? YEAR)?", _holiday),
    rule("NUMERIC", _numeric),
    rule("FOREIGN", _foreign),
    rule(
        "THE? (FISCAL|SAME)? (YEAR POSSESSIVE?|(THIS|LAST|NEXT) FISCAL? UNIT POSSESSIVE|SAME)? FISCAL? ORDINAL FISCAL? DASH? UNIT"
        " ((OF|COMMA)? FISCAL? (UNIT)? YEAR|OF (THIS|LAST|NEXT) FISCAL? UNIT)?",
        _quarter,
    ),
    rule("THE? UNIT DASH? (EARLIER|AGO) FISCAL? ORDINAL DASH? UNIT", _quarter),
    rule("QUARTERCODE (OF? FISCAL? YEAR|SHORTYEAR)?", _quarter),
    rule("YEAR QUARTERCODE", _quarter),
    rule("THE? (ORDINAL|LAST) DASH? HALF (OF FISCAL? (YEAR|THE? DECADE|(THE|THIS|LAST|NEXT) FISCAL? UNIT))?", _half),
    rule("THE? FISCAL UNIT? (YEAR|SHORTYEAR)", _fiscal_year),
    rule("(THE|THIS|LAST|NEXT) (PAST|LAST|NEXT)? FISCAL UNIT", _fiscal_year),
    rule("ABOUT? THE? UNIT DASH? EDGE (YEAR)?", _year_end),
)
__all__ = ["CALENDAR_RULES", "FULL_DATE", "nth_weekday"]
