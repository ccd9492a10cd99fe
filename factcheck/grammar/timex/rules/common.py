"""What the families of rules share: how a reading is made, how number words add up, how a bare month finds its year."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.grammar.timex.grammar import Phrase
from factcheck.grammar.timex.lexicon import LETTERS, NUMBER_SCALES
from factcheck.grammar.timex.model import Reading, TimexType

UNKNOWN = "X"
"""The count of "a few", "several", "weeks"."""

QUANTITY = "(A (FEW OF?|NUMBER)|FEW OF? THE?|(DAY|NUMBER|YEAR) (DASH? NUMBER)*|A)"
"""Words that count units: "a", "a few", "a couple of", "twenty-five", "2000", "a hundred"."""

_FLEXIBLE = frozenset(["DAY", "NUMBER", "YEAR"])
_NUMERALS = frozenset(LETTERS[name] for name in _FLEXIBLE)
HALF_YEAR = timedelta(days=183)


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
    candidates = [
        found for year in (base.year - 1, base.year, base.year + 1) if (found := safe_date(year, month, day or 15))
    ]
    if not candidates:
        return None
    middle = base if day else base.replace(day=15)
    if not phrase.at.narrative:
        side = phrase.at.direction(phrase.start, phrase.end)
        if side < 0:
            earlier = [found for found in candidates if found <= middle + timedelta(days=3)]
            candidates = earlier[-1:] or candidates
        elif side > 0:
            later = [found for found in candidates if found >= middle - timedelta(days=3)]
            candidates = later[:1] or candidates
    return min(candidates, key=lambda found: abs(found - middle)).year
