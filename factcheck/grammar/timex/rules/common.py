"""What the families of rules share: how a reading is made, how number words add up, how a bare month finds its year."""

from __future__ import annotations

from datetime import date

from factcheck.grammar.timex.grammar import Phrase
from factcheck.grammar.timex.lexicon import LETTERS, NUMBER_SCALES
from factcheck.grammar.timex.model import Reading, TimexType

UNKNOWN = "X"
"""The count of "a few", "several", "weeks"."""

QUANTITY = "(A (FEW OF?|NUMBER)|FEW OF? THE?|(DAY|NUMBER|YEAR) (DASH? NUMBER)*|A)"
"""Words that count units: "a", "a few", "a couple of", "twenty-five", "2000", "a hundred"."""

_FLEXIBLE = frozenset(["DAY", "NUMBER", "YEAR"])
_NUMERALS = frozenset(LETTERS[name] for name in _FLEXIBLE)


def one(kind: TimexType, value: str | None, mod: str | None = None, *, relative: bool = True) -> tuple[Reading, ...]:
    """A single reading of all the tokens; none where there is no value."""
    return (Reading(kind, value, mod, relative),) if value else ()


def count(phrase: Phrase) -> int | str | None:
    """The number that the phrase's number words make: an integer, ``X`` for an unknown few, a decimal as written."""
    if phrase.has("FEW"):
        return 2 if "couple" in phrase.surface() else UNKNOWN
    total, current, seen = 0, 0, False
    for token in phrase.tokens:
        if token.kind not in _NUMERALS:
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


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or ``None`` where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def year_of_month(phrase: Phrase, month: int, day: int | None = None) -> int | None:
    """The year that a month or a day of a month without one belongs to: the nearest, unless the tense says otherwise."""
    base = phrase.at.base
    if base is None:
        return None
    if phrase.at.narrative:
        return _narrative_year(base, month)
    middle = base if day else base.replace(day=15)
    years = range(max(1, base.year - REACH_IN_YEARS), min(9999, base.year + REACH_IN_YEARS) + 1)
    candidates = [found for year in years if (found := safe_date(year, month, day or 15))]
    weight = _AHEAD_WEIGHT[phrase.at.direction(phrase.start, phrase.end)]
    distances = {found.year: abs((found - middle).days) * (weight if found > middle else 1) for found in candidates}
    return min(distances, key=distances.__getitem__, default=None)


REACH_IN_YEARS = 4
"""A day without a year is looked for this far off, so that 29 February finds its leap year."""

_AHEAD_WEIGHT = {1: 0.25, 0: 2.0, -1: 4.0}
"""How much farther a day ahead is held to be, by the tense about it. News names a year that is not the nearest,
so the tense must beat the distance: weights from 3 to 6 do alike on TimeBank and AQUAINT, 1 and 100 do worse."""


NEXT_YEAR_BEHIND = 7
"""Months that a month lies behind the last one named for a story to have passed into another year meanwhile.
On half of WikiWars, 7 is best of 4 to 12; a story seldom goes back over a new year without naming it."""


def _narrative_year(mentioned: date, month: int) -> int:
    """The year of a bare month in a text that moves on: that of the last date named, or the year after."""
    return mentioned.year + (mentioned.month - month > NEXT_YEAR_BEHIND)
