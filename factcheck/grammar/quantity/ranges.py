"""Two numbers that say the bounds of one: "20 to 25", "between 5 and 7", "more than 10 and less than 40"."""

from __future__ import annotations

import re
from typing import Literal

from factcheck.grammar.quantity.exclusions import standing
from factcheck.grammar.quantity.model import Numeral, Quantity
from factcheck.grammar.quantity.units import unit_after

Link = Literal["joined", "score", "lending", "apart"]
"""How two neighbouring numerals stand: a range, a score or span of years, two numbers of which the second lends the
first its scale ("from 1.2 to 1.5 million"), or two numbers."""

_LINK = re.compile(
    r"(?P<dash>[-–—~])|(?P<wide>[^\S\n][-–~][^\S\n])"
    r"|(?:-?[^\S\n](?P<word>to|or|and)[^\S\n](?:(?:nearly|about|around|almost|maybe|perhaps|even)[^\S\n])?|-(?P<tied>to|or)-)"
)
_CURRENCY = "$£€¥₹"
_BETWEEN = re.compile(r"\b(?:(?:anywhere|somewhere)[^\S\n])?between[^\S\n][$£€¥₹]?\Z", re.IGNORECASE)
_FROM = re.compile(r"\bfrom[^\S\n][$£€¥₹]?\Z", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:ris\w+|rose|toll|increas\w+|gr[eo]w\w*|jump\w*|climb\w*|fell|fall\w*|drop\w*|declin\w+|up|down|went|goes|gone|"
    r"going|cut|rais\w+|reduc\w+|soar\w*|surg\w+|doubl\w+|expand\w*|lower\w*|slash\w*|revis\w+|swell\w*|chang\w+|"
    r"mov\w+)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_LONGEST_GAP = 28
_LEAD = 90
"""Code points between two numbers of a range, and before it, that are read."""

_MOST_APART = 10.0
"""How many times the first the second of "n or m" may be; beyond it they are two numbers."""

_TELLS_ON = re.compile(
    r"[^\S\n](?:of|were|was|are|is|others?|more|have|had|has|people[^\S\n](?:were|are|have))\b", re.IGNORECASE
)
"""What follows the second number where a spaced dash parts two clauses."""


def link(text: str, first: Numeral, second: Numeral, third: Numeral | None, floor: int) -> Link:
    """How two neighbouring numerals stand, by the words between them and before the first from ``floor`` on.

    ``third`` is the numeral behind them, which may make a range of its own with the second ("24.2 to 33-35 billion").
    """
    match = _linked(text, first, second)
    if match is None:
        return "apart"
    if match["dash"] or match["wide"]:
        return _dashed(text, first, second, wide=match["dash"] is None)
    word = (match["word"] or match["tied"]).lower()
    if word == "to" and third is not None and second.digits and text[second.end : third.start] in ("-", "–"):
        return "lending" if _lends(first, third) else "apart"
    if _is_range(text, first, second, floor, word):
        return "joined"
    return "lending" if word == "to" and _lends(first, second) else "apart"


def shared(first: Numeral, second: Numeral) -> tuple[float, float]:
    """Both values, the second's scale lent to the first: "four to five thousand", "$10 to $15 billion"."""
    return first.value * (second.scale if _lends(first, second) else 1.0), second.value


def between_at(text: str, start: int, floor: int) -> int | None:
    """Where "between" begins before a range that starts there, if it does."""
    match = _BETWEEN.search(text, max(floor, start - _LEAD), start)
    return match.start() if match else None


def bounded(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """The one range that two bounds joined by "and" or "but" say: "more than 10 and less than 40"."""
    if text[first.end : second.start].strip(", ") not in ("and", "but") or first.kind != second.kind:
        return None
    low = first.low if first.high is None else second.low if second.high is None else None
    high = first.high if first.low is None else second.high if second.low is None else None
    if low is None or high is None or low >= high or "\n" in text[first.end : second.start]:
        return None
    return Quantity(first.start, second.end, low, high, "range", second.kind, second.unit or first.unit)


def _linked(text: str, first: Numeral, second: Numeral) -> re.Match[str] | None:
    gap = text[first.end : second.start]
    if len(gap) > _LONGEST_GAP or "\n" in gap:
        return None
    match = _LINK.fullmatch(gap.rstrip(_CURRENCY))
    if match is not None or not gap.strip("-–—~ "):
        return match
    unit = unit_after(text, first.end, second.start, first)
    if unit is not None:
        other = unit_after(text, second.end, len(text), second)
        if other is not None and other.name != unit.name:
            return None
        return _LINK.fullmatch(text[unit.edge : second.start].rstrip(_CURRENCY))
    return _LINK.fullmatch(_PEOPLE.sub("", gap, count=1))


_PEOPLE = re.compile(r"[^\S\n]people", re.IGNORECASE)


def _is_range(text: str, first: Numeral, second: Numeral, floor: int, word: str) -> bool:
    """Whether "n to m", "n or m" or "n and m" says two bounds of one number."""
    low, high = shared(first, second)
    if low >= high or standing(text, second, len(text), joined=True) is None:
        return False
    lead = text[max(floor, first.start - _LEAD) : first.start]
    if word == "and":
        return _BETWEEN.search(lead) is not None
    if word == "to" and _FROM.search(lead):
        return _CHANGED.search(lead) is None
    return word != "or" or high <= low * _MOST_APART


def _dashed(text: str, first: Numeral, second: Numeral, *, wide: bool) -> Link:
    low, high = shared(first, second)
    if wide and (not (first.digits and second.digits and low < high) or _TELLS_ON.match(text, second.end)):
        return "apart"
    if not (first.digits and second.digits):
        return "joined" if low < high and second.scale >= first.scale and not first.digits else "apart"
    before, after = text[first.start - 1 : first.start], text[second.end : second.end + 1]
    if before in ("-", "–", "/") or (before and before.isalnum()) or after in ("-", "–", "/", ":"):
        return "score"
    if _is_year(text, first) and (_is_year(text, second) or second.value < 100):
        return "score"
    if standing(text, first, first.end) is None or (after.isalpha() and second.scale == 1.0):
        return "score"
    return "joined" if low < high else "score"


def _is_year(text: str, numeral: Numeral) -> bool:
    return (
        numeral.digits
        and 1000 <= numeral.value < 2100
        and numeral.end - numeral.start == 4
        and text[numeral.start : numeral.end].isdigit()
    )


def _lends(first: Numeral, second: Numeral) -> bool:
    return first.scale == 1.0 and second.scale > 1.0 and first.value < second.value / second.scale
