"""What the families of rules share: how a reading is made, how number words add up, which year is meant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.grammar.timex.grammar import Phrase
from factcheck.grammar.timex.kinds import LETTERS
from factcheck.grammar.timex.model import Reading, TimexType
from factcheck.grammar.timex.numbers import NUMBER_SCALES

UNKNOWN = "X"
"""The count of "a few", "several", "weeks"."""

QUANTITY = "(A (FEW OF?|NUMBER)|FEW OF? THE?|(DAY|NUMBER) (DASH? NUMBER)*|YEAR|A)"
"""Words that count units: "a", "a few", "a couple of", "twenty-five", "2000", "a hundred"."""

TAIL_YEAR = "((COMMA|OF|COMMA? ON)? YEAR|COMMA? SHORTYEAR)"
"""A year behind a day or a month."""

TOLD_YEAR = "(OF? (THIS|LAST|NEXT|THAT|THAT? THE? SAME|THE (PAST|FOLLOWING)) UNIT)"
"""A year behind a day or a month that another one tells: "last year", "of that year"."""

NUMERALS = frozenset(LETTERS[name] for name in ("DAY", "NUMBER", "YEAR"))
"""The kinds of words that are whole numbers, whatever they may count."""


def one(
    kind: TimexType,
    value: str | None,
    mod: str | None = None,
    *,
    relative: bool = True,
    anchor: date | None = None,
) -> tuple[Reading, ...]:
    """A single reading of all the tokens; none where there is no value."""
    return (Reading(kind, value, mod, relative, anchor=anchor),) if value else ()


def count(phrase: Phrase) -> int | str | None:
    """The number that the phrase's number words make: an integer, ``X`` for an unknown few, a decimal as written."""
    if phrase.has("FEW"):
        return 2 if "couple" in phrase.surface() else UNKNOWN
    total, current, seen = 0, 0, False
    for token in phrase.tokens:
        if token.kind not in NUMERALS:
            continue
        if isinstance(token.value, str):
            return token.value
        value = token.value or 0
        scaled = value in NUMBER_SCALES.values() and seen
        current = (current or 1) * value if scaled else current + value
        if scaled and value >= NUMBER_SCALES["thousand"]:
            total, current = total + current, 0
        seen = True
    if seen:
        return total + current
    return 1 if phrase.has("A") else None


def shift_of(phrase: Phrase, *kinds: str) -> int | None:
    """What the first of the kinds that the phrase has says: -1 for "last", 0 for "this", 1 for "next"."""
    return next((phrase.number(kind) or 0 for kind in kinds if phrase.has(kind)), None)


def is_one_word(phrase: Phrase) -> bool:
    """Whether nothing stands between the phrase's tokens: "12-Apr-1900"."""
    return phrase.end - phrase.start == sum(token.end - token.start for token in phrase.tokens)


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or ``None`` where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_year(two_digits: int) -> int:
    """The year that two digits stand for: 30 to 99 are of the twentieth century."""
    return two_digits + (1900 if two_digits >= 30 else 2000)


def stated_year(phrase: Phrase) -> int | None:
    """The year that the phrase states in digits."""
    if phrase.has("SHORTYEAR"):
        return full_year(phrase.number("SHORTYEAR") or 0)
    return phrase.number("YEAR")


def told_year(phrase: Phrase) -> int | None:
    """The year of "last year" or "that year" behind a day or a month; ``None`` where the unit is no year."""
    if phrase.text("UNIT") != "Y":
        return None
    if phrase.has("THAT") or phrase.has("SAME") or phrase.has("FOLLOWING"):
        reference = phrase.at.reference("Y")
        return reference.year + phrase.has("FOLLOWING") if reference else None
    base = phrase.at.base
    return base.year + (shift_of(phrase, "THIS", "LAST", "PAST", "NEXT") or 0) if base else None


def deictic_year(base: date, month: int, shift: int) -> int:
    """The year of "last March" (-1), "this March" (0) or "next March" (1)."""
    if shift < 0:
        return base.year if month < base.month else base.year - 1
    if shift > 0:
        return base.year if month > base.month else base.year + 1
    return base.year


def year_of_month(phrase: Phrase, month: int, day: int | None = None) -> int | None:
    """The year of a month, or of a day of one, that states none: the nearest, unless the tense says otherwise."""
    base = phrase.at.base
    if base is None:
        return None
    if phrase.at.narrative:
        told = base.year + (base.month - month > NEXT_YEAR_BEHIND)
        if safe_date(told, month, day or 1):
            return told
    middle = base if day else base.replace(day=15)
    reach = REACH_IN_YEARS if (month, day) == (2, 29) else 1
    years = range(max(1, base.year - reach), min(9999, base.year + reach) + 1)
    candidates = [found for year in years if (found := safe_date(year, month, day or 15))]
    found = nearest(phrase, candidates, middle)
    return found.year if found else None


def nearest(phrase: Phrase, days: Sequence[date], base: date) -> date | None:
    """The day that lies nearest to ``base``, where one ahead is held to be farther unless the tense looks there."""
    weight = _AHEAD_WEIGHT[phrase.at.direction(phrase.start, phrase.end)]
    return min(days, key=lambda day: abs((day - base).days) * (weight if day > base else 1), default=None)


REACH_IN_YEARS = 4
"""Where 29 February is looked for: so far off, there is a leap year. Any other day is near the base."""

_AHEAD_WEIGHT = {1: 0.06, 0: 2.0, -1: 4.0}
"""How much farther a day ahead is held to be, by the tense about it. On TimeBank and AQUAINT no "will" stands by a
day that was; a past verb often stands by a day to come ("extended to Nov. 20"), so there the distance has a say."""

NEXT_YEAR_BEHIND = 7
"""Months that a month lies behind the last one named for a narrative to have passed into another year meanwhile.
On half of WikiWars, 7 is best of 4 to 12; a story seldom goes back over a new year without naming it."""
