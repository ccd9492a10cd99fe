"""Numbers in words: "twenty-five", "one hundred and five", "two dozen", "three lakh crore"."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from factcheck.grammar.quantity.model import Numeral
from factcheck.grammar.quantity.numerals import PARTS, SCALES, SPACE, TENS, UNITS, alternatives

_WORD = re.compile(r"[A-Za-z]+")
_JOINER = re.compile(rf"{SPACE}?-{SPACE}?|{SPACE}{{1,3}}(?:and{SPACE}{{1,3}})?", re.IGNORECASE)
_PLURAL_SCALES = {f"{word}s": word for word in SCALES} | {"doz": "dozen", "dozs": "dozen"}
"""How a scale is written behind a number that counts it: "three dozens"."""

SCALE_NAMES = {**SCALES, **{written: SCALES[word] for written, word in _PLURAL_SCALES.items()}}

_BETWEEN = re.compile(rf"\bbetween{SPACE}\Z", re.IGNORECASE)
"""Before a number, what parts "five hundred and one thousand" into two."""

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


def bare_scale_at(text: str, position: int, end: int) -> Numeral | None:
    """Read a scale that no number counts: "hundred", "thousand people"."""
    if text[max(0, position - 1) : position] == "-" or text[max(0, position - 4) : position].lower() in (
        "per ",
        "the ",
    ):
        return None
    return words_from(text, (position, position), end, "one", 1.0)


class _Sum(NamedTuple):
    """What number words said so far: whole groups in ``total``, the group that goes on in ``current``."""

    stop: int
    total: float = 0.0
    current: float = 0.0
    scale: float = 1.0
    least: float = math.inf
    """The least scale of the groups in ``total``."""

    def plus(self, value: float, stop: int) -> _Sum:
        return self._replace(stop=stop, current=self.current + value, scale=1.0)

    def times(self, scale: float, stop: int, *, again: bool) -> _Sum:
        """The sum with a scale word; ``again`` says that another scale stands right before ("lakh crore")."""
        total, current = (
            (0.0, self.total) if again and not self.current and self.total else (self.total, self.current)
        )
        current = _times(current or 1.0, scale)
        if scale < _LEAST_GROUP:
            return _Sum(stop, total, current, scale, self.least)
        return _Sum(stop, total + current, 0.0, scale, scale)

    def takes(self, scale: float) -> bool:
        """Whether the group that goes on may have the scale: "five hundred and five hundred" is two numbers."""
        return scale < self.least and not (scale == SCALES["hundred"] <= self.current)


_LEAST_GROUP = 1e3


def words_from(text: str, span: tuple[int, int], end: int, last: str = "", current: float = 0.0) -> Numeral | None:
    """Add up number words from the span's end on, after the word ``last`` and the sum ``current``."""
    start, at = span
    read, before = _Sum(start, current=current), None
    while word := _WORD.match(text, at, end):
        name = word.group().lower()
        if name not in UNITS and name not in TENS and name not in SCALE_NAMES:
            break
        between = text[read.stop : word.start()].strip().lower()
        if not _may_follow(name, last, between, read.current):
            break
        if between == "and" and last in SCALES and _opens_a_fraction(text, word.start(), end):
            break
        if name in SCALE_NAMES:
            if (
                last not in SCALES
                and before is not None
                and (not read.takes(SCALE_NAMES[name]) or _BETWEEN.search(text[max(0, start - 8) : start]))
            ):
                read = before
                break
            read = read.times(SCALE_NAMES[name], word.end(), again=last in SCALES)
        else:
            before = read if last in SCALES else before
            read = read.plus(UNITS.get(name, TENS.get(name, 0.0)), word.end())
        last = _PLURAL_SCALES.get(name, name)
        joiner = _JOINER.match(text, read.stop, end)
        if joiner is None or name in _PLURAL_SCALES:
            break
        at = joiner.end()
    return Numeral(start, read.stop, read.total + read.current, read.scale) if read.stop > start else None


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
