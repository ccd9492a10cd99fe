"""Values of a search line as people write them: numbers, days, choices; each to one form, or to ``None``."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from difflib import get_close_matches

_NUMBER = re.compile(r"(?P<digits>\d[\d,]*(?:\.\d+)?|\.\d+)\s*(?P<unit>[a-z]*)", re.IGNORECASE)
_UNITS = {
    "": 1,
    "k": 1_000,
    "thousand": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "million": 1_000_000,
    "b": 1_000_000_000,
    "bn": 1_000_000_000,
    "billion": 1_000_000_000,
    "hundred": 100,
}
_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")
_AGO = re.compile(r"(?P<count>\d{1,4})(?P<unit>[dw])")
_MAX_CHARACTERS = 40
"""No number and no day is longer; it bounds the work on a pasted text."""


def number(text: str) -> str | None:
    """A number in plain digits: "1.2m" is 1200000; words for small numbers are read as well."""
    text = text.strip()
    found = _NUMBER.fullmatch(text) if len(text) <= _MAX_CHARACTERS else None
    if found:
        unit = _UNITS.get(found["unit"].lower())
        return None if unit is None else digits(float(found["digits"].replace(",", "")) * unit)
    return _number_in_words(text) if len(text) <= _MAX_CHARACTERS else None


def _number_in_words(text: str) -> str | None:
    from factcheck.grammar.quantity import find_quantities  # noqa: PLC0415 - most numbers are digits

    found = find_quantities(text)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(text)) or found[0].comparator != "=":
        return None
    low = found[0].low
    return None if low is None else digits(low)


def digits(value: float) -> str:
    """A number as its shortest digits."""
    value = round(value, 6)
    return str(int(value)) if value == int(value) else repr(value)


def day(text: str, today: date) -> str | None:
    """A day, month or year as its ISO beginning: "2026-11"; "today", "yesterday", "7d" and "2w" count back."""
    text = text.strip().lower()
    if text in ("today", "yesterday"):
        return str(today - timedelta(days=text == "yesterday"))
    if ago := _AGO.fullmatch(text):
        try:
            return str(today - timedelta(days=int(ago["count"]) * (7 if ago["unit"] == "w" else 1)))
        except OverflowError:
            return None
    found = _DAY.fullmatch(text)
    if not found:
        return None
    written = "-".join(part.zfill(2) for part in found.groups() if part)
    try:
        days(written)
    except ValueError:
        return None
    return written


def days(written: str) -> tuple[date, date]:
    """The first and the last day of what ``day`` gives."""
    year, month, one = (int(part) for part in (written + "-0-0").split("-")[:3])
    if one:
        return date(year, month, one), date(year, month, one)
    first, last = (month, month) if month else (1, 12)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def choice(text: str, choices: Iterable[str]) -> str | None:
    """The choice that is meant, whatever its case, with spaces or hyphens for underscores."""
    plain = text.strip().lower()
    return next((one for one in choices if one in (plain, plain.replace(" ", "_").replace("-", "_"))), None)


def near(text: str, words: Iterable[str]) -> tuple[str, ...]:
    """Up to three words that may have been meant: those that begin so, else those spelt alike."""
    plain = text.strip().lower()[:_MAX_CHARACTERS]
    known = list(words)
    begins = [word for word in known if plain and word.startswith(plain)]
    return tuple(begins[:3] or get_close_matches(plain, known, n=3, cutoff=0.6))
