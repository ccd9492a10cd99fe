"""What rounding leaves open: "1.2 million" is anything from 1.15 to 1.25 million."""

from __future__ import annotations

import re

from factcheck.grammar.quantity.digits import plain
from factcheck.grammar.quantity.model import Quantity
from factcheck.grammar.quantity.numerals import SCALES

_DIGITS = re.compile(r"\d(?:[\d.,\u00a0\u2009\u202f]|(?:[^\S\n]?,?[^\S\n]|['’])(?=\d{3}))*")
_FROM_BELOW = re.compile(r"\b(?:nearly|almost|approaching|nearing|close to|just under)\b", re.IGNORECASE)
_EXACT = re.compile(r"\b(?:exactly|precisely)[^\S\n][$£€¥₹]?\Z", re.IGNORECASE)
_LONGEST_LEAD = 12
_LEAST_SCALE = 1e3
_KINDS = frozenset({"count", "percent", "fraction", "multiple", "money", "measure", "temperature", "duration"})


def rounded(text: str, quantity: Quantity) -> tuple[float, float] | None:
    """The interval that the rounding of a number leaves, both ends included; ``None`` where it is exact.

    A number is rounded where words say so ("about 40") or where it ends in a scale word or letter from thousand on
    ("1.2 million", "40k"). Half a unit of its last written digit is open on either side: with a scale every digit
    written before it counts, without one closing zeros do not; so "about 300" is from 250 to 350. Words that say
    that the number was not reached ("nearly") close the upper side. Bounds and ranges say their interval themselves,
    and what words call so is exact ("exactly 2 million").
    """
    if quantity.comparator not in ("=", "~") or not quantity.low or quantity.kind not in _KINDS:
        return None
    if _EXACT.search(text, max(0, quantity.start - _LONGEST_LEAD), quantity.start):
        return None
    quote = text[quantity.start : quantity.end]
    value = abs(quantity.low)
    written = _DIGITS.search(quote)
    step = _scaled_step(written.group(), value) if written else _place(value) if value >= _LEAST_SCALE else None
    if step is None and quantity.comparator == "~":
        step = _place(value)
    if step is None:
        return None
    low, high = round(quantity.low - step / 2, 6), round(quantity.low + step / 2, 6)
    return (low, quantity.low) if _FROM_BELOW.match(quote) else (low, high)


def _scaled_step(digits: str, value: float) -> float | None:
    """The worth of the last written digit where a scale stands behind it; ``None`` where none does."""
    said = plain(digits.rstrip(".,"))
    scale = round(value / said, 6) if said else 1.0
    if scale < _LEAST_SCALE:
        return None
    part = digits.partition(".")[2]
    known = scale in SCALES.values() and (part.isdigit() or not part)
    return scale / 10 ** len(part) if known else _place(value)


def _place(value: float) -> float:
    """The worth of a number's last figure that is no zero."""
    digits = f"{value:.6f}".rstrip("0")
    whole, _, part = digits.partition(".")
    return 10.0 ** (-len(part) if part else len(whole) - len(whole.rstrip("0")))
