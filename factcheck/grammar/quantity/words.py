"""Numbers in words: "twenty-five", "one hundred and five", "two dozen", "three lakh crore"."""

from __future__ import annotations

import re

from factcheck.grammar.quantity.model import Numeral
from factcheck.grammar.quantity.numerals import PARTS, SCALES, SPACE, TENS, UNITS, alternatives

_WORD = re.compile(r"[A-Za-z]+")
_JOINER = re.compile(rf"{SPACE}?-{SPACE}?|{SPACE}{{1,3}}(?:and{SPACE}{{1,3}})?", re.IGNORECASE)
_PLURAL_SCALES = {f"{word}s": word for word in SCALES} | {"doz": "dozen", "dozs": "dozen"}
"""How a scale is written behind a number that counts it: "three dozens"."""

SCALE_NAMES = {**SCALES, **{written: SCALES[word] for written, word in _PLURAL_SCALES.items()}}

_CENTURIES = range(11, 21)
"""Hundreds that are a century: "the eighteen hundreds"."""

_SMALL = alternatives({**UNITS, **TENS})
_PROPER = re.compile(
    rf"(?P<top>(?:{alternatives(TENS)})(?:(?:-|{SPACE})(?:{alternatives(UNITS)}))?|{_SMALL})(?:-|{SPACE})(?P<bottom>{alternatives(PARTS)})(?P<plural>s?)\b",
    re.IGNORECASE,
)
"""A fraction behind "and"."""


def words_at(text: str, position: int, end: int) -> Numeral | None:
    """Read number words that begin at the position."""
    numeral = words_from(text, (position, position), end)
    return None if numeral is None or text[position : numeral.end].lower() in SCALES else numeral


def words_from(text: str, span: tuple[int, int], end: int, last: str = "", current: float = 0.0) -> Numeral | None:
    """Add up number words from the span's end on, after the word ``last`` and the sum ``current``."""
    start, at = span
    total, scale, stop = 0.0, 1.0, start
    used: list[float] = []
    ended: Numeral | None = None
    while word := _WORD.match(text, at, end):
        folded = word.group().lower()
        if folded not in UNITS and folded not in TENS and folded not in SCALE_NAMES:
            break
        between = text[stop : word.start()].strip().lower()
        if not _may_follow(folded, last, between, current):
            break
        if between == "and" and last in SCALES and _opens_a_fraction(text, word.start(), end):
            break
        if folded in SCALE_NAMES:
            scale = SCALE_NAMES[folded]
            if ended is not None and last not in SCALES and (scale in used or _between(text, start)):
                return ended
            used = [*(one for one in used if one > scale), scale]
            if last in SCALES and current == 0.0 and total:
                total, current = 0.0, total
            current = _times(current or 1.0, scale)
            if scale >= 1e3:
                total, current = total + current, 0.0
        else:
            if last in SCALES:
                ended = Numeral(start, stop, total + current, scale)
            current += UNITS.get(folded, TENS.get(folded, 0.0))
            scale = 1.0
        last, stop = _PLURAL_SCALES.get(folded, folded), word.end()
        joiner = _JOINER.match(text, stop, end)
        if joiner is None or folded in _PLURAL_SCALES:
            break
        at = joiner.end()
    return Numeral(start, stop, total + current, scale) if stop > start else None


def _between(text: str, start: int) -> bool:
    """Whether "between" opens a range there, whose second number a scale behind "and" is."""
    return text[max(0, start - 8) : start].lower() == "between "


def _times(current: float, scale: float) -> float:
    """The sum with its scale; of "three hundred and two dozen" only the two are dozens."""
    counted = current % 1e2 if scale < 1e2 and current > 1e2 else current
    return current - counted + counted * scale


def _may_follow(word: str, last: str, between: str, current: float) -> bool:
    """Whether a number goes on with the word: "twenty-five" does, "five twenty" and "two and three" do not."""
    if not last:
        return word not in SCALE_NAMES
    if between == "and" and last not in SCALES:
        return False
    if word in SCALE_NAMES:
        if word in _PLURAL_SCALES and (last in SCALES or (word == "hundreds" and current in _CENTURIES)):
            return False
        return between != "and" and (last not in SCALES or SCALE_NAMES[word] > SCALES[last])
    if last in SCALES:
        return last != "dozen" and (between != "" or current < 1e3) and between != "-"
    return last in TENS and 0 < UNITS.get(word, 0.0) < 10


def _opens_a_fraction(text: str, at: int, end: int) -> bool:
    """Whether the word behind "and" is a fraction's: "one hundred and three quarters"."""
    match = _PROPER.match(text, at, end)
    if match is None:
        return False
    top = sum(UNITS.get(part, TENS.get(part, 0.0)) for part in re.split(r"[-\s]", match["top"].lower()))
    return (match["plural"] != "" or top == 1) and top < PARTS[match["bottom"].lower()]
