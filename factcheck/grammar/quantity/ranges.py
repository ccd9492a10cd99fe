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
    r"(?P<dash>[-–—~]{1,2}|[^\S\n]?(?:<=?|≤)[^\S\n]?[a-z][^\S\n]?(?:<=?|≤)[^\S\n]?)|(?P<wide>[^\S\n][-–—~]{1,2}[^\S\n])"
    r"|(?:-?[^\S\n](?P<word>to|or|and|through|thru|(?:up[^\S\n]to|till|until)(?P<from>))[^\S\n](?:(?:nearly|about|around|almost|maybe|perhaps|even)[^\S\n])?|-(?P<tied>to|or)-)"
    r"(?P<sign>[-−]|(?:minus|negative)[^\S\n])?"
)
_JOINING = re.compile(r"[-–—~<≤]|[^\S\n](?:to|or|and|through|thru|till|until)[^\S\n]")
_CURRENCY = "$£€¥₹"
_BETWEEN = re.compile(
    r"\b(?:(?:anywhere|somewhere)[^\S\n])?between[^\S\n](?:[$£€¥₹−-]|minus[^\S\n]|negative[^\S\n])?\Z", re.IGNORECASE
)
_FROM = re.compile(r"\bfrom[^\S\n](?:[$£€¥₹−-]|minus[^\S\n]|negative[^\S\n])?\Z", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:ris\w+|rose|toll|increas\w+|gr[eo]w\w*|jump\w*|climb\w*|fell|fall\w*|drop\w*|declin\w+|up|down|went|goes|gone|"
    r"going|cut|rais\w+|reduc\w+|soar\w*|surg\w+|doubl\w+|expand\w*|lower\w*|slash\w*|revis\w+|swell\w*|chang\w+|"
    r"mov\w+)\b[^.;]{0,60}\Z",
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
    if match["from"] is not None and _FROM.search(text[max(floor, first.start - _LEAD) : first.start]) is None:
        return "apart"
    if word == "to" and third is not None and second.digits and text[second.end : third.start] in ("-", "–"):
        return "lending" if lent(text, first, third) != 1.0 else "apart"
    if _is_range(text, first, second, floor, word):
        return "joined"
    return "lending" if word == "to" and lent(text, first, second) != 1.0 else "apart"


def shared(text: str, first: Numeral, second: Numeral) -> tuple[float, float]:
    """Both values, the second's scale lent to the first: "four to five thousand", "$10 to $15 billion"."""
    return signed(text, first) * lent(text, first, second), signed(text, second)


def lent(text: str, first: Numeral, second: Numeral) -> float:
    """The scale that the first number of two takes from the second; 1 where it takes none.

    "20 to 30,000" counts thousands as well, where the two are as near as that makes them.
    """
    if first.scale != 1.0:
        return 1.0
    if second.scale > 1.0:
        return second.scale if first.value < second.value / second.scale else 1.0
    if not (first.digits and text.endswith(",000", 0, second.end) and second.value < 1e6):
        return 1.0
    return 1e3 if first.value < second.value / 1e3 <= first.value * _NEAR else 1.0


_NEAR = 5.0
_MINUS = re.compile(r"\b(?:minus|negative)[^\S\n]\Z", re.IGNORECASE)
_BEFORE_A_MINUS = frozenset({"", "<", ">", "=", "(", "$"})


def signed(text: str, numeral: Numeral) -> float:
    """The value, negative behind "minus" or a minus sign that no word before it explains."""
    return -numeral.value if minus_at(text, numeral) is not None else numeral.value


def minus_at(text: str, numeral: Numeral) -> int | None:
    """Where the minus of the number stands, if it has one."""
    word = _MINUS.search(text[max(0, numeral.start - 9) : numeral.start])
    if word is not None:
        return numeral.start - len(word.group())
    sign = text[max(0, numeral.start - 2) : numeral.start]
    negative = numeral.digits and sign[-1:] in ("-", "−") and bool(sign) and sign[:-1].strip() in _BEFORE_A_MINUS
    return numeral.start - 1 if negative else None


def between_at(text: str, start: int, floor: int) -> int | None:
    """Where "between" begins before a range that starts there, if it does."""
    match = _BETWEEN.search(text, max(floor, start - _LEAD), start)
    return match.start() if match else None


def bounded(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """The one range that two bounds joined by "and" or "but" say: "more than 10 and less than 40"."""
    if first.kind != second.kind or second.start - first.end > _LONGEST_GAP:
        return None
    between = first.end
    if first.unit is not None:
        unit = unit_after(text, first.end, second.start, Numeral(first.start, first.end, 0.0))
        between = unit.edge if unit else first.end
    if _AND.fullmatch(_OLD.sub("", text[between : second.start], count=1)) is None:
        return None
    low = first.low if first.high is None else second.low if second.high is None else None
    high = first.high if first.low is None else second.high if second.low is None else None
    if low is None or high is None or low >= high or "\n" in text[first.end : second.start]:
        return None
    return Quantity(first.start, second.end, low, high, "range", second.kind, second.unit or first.unit)


_AND = re.compile(r"[^\S\n]|(?:[^\S\n]?,)?[^\S\n](?:(?:and|but)[^\S\n])?")
_OLD = re.compile(r"^[^\S\n](?:of[^\S\n]age|old)\b")


def _linked(text: str, first: Numeral, second: Numeral) -> re.Match[str] | None:
    gap = text[first.end : second.start]
    if len(gap) > _LONGEST_GAP or "\n" in gap:
        return None
    match = _LINK.fullmatch(gap.rstrip(_CURRENCY))
    if match is not None or not gap.strip("-–—~ "):
        return match
    if _JOINING.search(gap) is None:
        return None
    unit = unit_after(text, first.end, second.start, first)
    if unit is not None:
        match = _LINK.fullmatch(text[unit.edge : second.start].rstrip(_CURRENCY))
        other = unit_after(text, second.end, len(text), second) if match else None
        return match if other is not None and other.name == unit.name else None
    return _LINK.fullmatch(_PEOPLE.sub("", gap, count=1))


_PEOPLE = re.compile(r"[^\S\n]people", re.IGNORECASE)


def _is_range(text: str, first: Numeral, second: Numeral, floor: int, word: str) -> bool:
    """Whether "n to m", "n or m" or "n and m" says two bounds of one number."""
    low, high = shared(text, first, second)
    if low >= high or standing(text, second, len(text), joined=True) is None:
        return False
    lead = text[max(floor, first.start - _LEAD) : first.start]
    if word == "and":
        return _BETWEEN.search(lead) is not None
    if word == "to" and _FROM.search(lead):
        return _CHANGED.search(lead) is None
    return word != "or" or high <= low * _MOST_APART


def _dashed(text: str, first: Numeral, second: Numeral, *, wide: bool) -> Link:
    low, high = shared(text, first, second)
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
