"""Every quantity of a text: numerals met by one scan, joined into ranges, then read with their hedges."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.grammar.quantity import hedges
from factcheck.grammar.quantity.exclusions import counts_nothing
from factcheck.grammar.quantity.fractions import alone_at, read_on
from factcheck.grammar.quantity.model import Numeral, Quantity
from factcheck.grammar.quantity.numerals import GLYPHS, SCALES, TENS, UNITS, digits_at, phrase_at, words_at
from factcheck.grammar.text import word_set
from factcheck.grammar.triggers import Triggers
from factcheck.model import Comparator

_PHRASES = word_set(
    """
    tens dozens scores hundreds thousands millions billions trillions several multiple numerous many
    both none nobody half quarter
    """
)
_SIZES = ("small", "large", "growing", "great", "considerable", "significant")
_OPENERS = (
    *SCALES, *(f"{size} {scale}" for size in ("full", "further", "good") for scale in SCALES), "half", "quarter",
    "couple", "few", "handful", "small handful", "pair", "number", *(f"{size} number" for size in _SIZES),
    "good many", "great many", "third of", "quarter of", "fifth of", "tenth of",
)  # fmt: skip
"""Phrases that "a" opens. None with "an" is sought: its letters end too many words before such a noun ("than")."""

_TRIGGERS = Triggers(
    dict.fromkeys("0123456789", "digit")
    | dict.fromkeys((*UNITS, *TENS), "word")
    | dict.fromkeys(
        (*GLYPHS, *_PHRASES, *(f"a {word}" for word in _OPENERS), "three quarters", "no one", "no-one"), "phrase"
    )
)

_CURRENCY = "$£€¥₹"
_LINK = re.compile(
    r"(?P<dash>[-–—])|[^\S\n](?P<word>to|or|and)[^\S\n](?:(?:nearly|about|around|almost|maybe|perhaps|even)[^\S\n])?"
)
_BETWEEN = re.compile(r"\b(?:(?:anywhere|somewhere)[^\S\n])?between[^\S\n]$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom[^\S\n]$", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:ris\w+|rose|toll|increas\w+|gr[eo]w\w*|jump\w*|climb\w*|fell|fall\w*|drop\w*|declin\w+|up|down|went|goes|gone|"
    r"going|cut|rais\w+|reduc\w+|soar\w*|surg\w+|doubl\w+|expand\w*|lower\w*|slash\w*|revis\w+|swell\w*|chang\w+|"
    r"mov\w+)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_UNIT = re.compile(r"(?:%|[^\S\n](?:per[^\S\n]?cent|people|years|days))", re.IGNORECASE)
_MINUS = re.compile(r"\b(?:minus|negative)[^\S\n]$", re.IGNORECASE)
_GROUPS = re.compile(r"\d+(?:,\d+)*")
_LONGEST_GAP = 24
_LEAD = 90
"""Code points between two numbers of a range, and before it, that are read."""

_MOST_APART = 10.0
"""How many times the first the second of "n or m" may be; beyond it they are two numbers."""


def find_quantities(text: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Find the quantities of ``text[start:end]`` in text order, with offsets into ``text``.

    Dates, years, times, ages, ordinals, scores and numbered things are none, as far as their neighbours tell.
    """
    end = len(text) if end is None else end
    numerals = list(_numerals(text, start, end))
    found: list[Quantity] = []
    index, floor = 0, start
    while index < len(numerals):
        quantity, used = _quantity(text, numerals, index, floor, end)
        if quantity is not None:
            found.append(quantity)
            floor = quantity.end
        index += used
    return found


def _numerals(text: str, start: int, end: int) -> Iterator[Numeral]:
    """Yield everything written like a number, in text order."""
    reached = start
    for position, _, tag in _TRIGGERS.find(text, start, end):
        if position < reached:
            continue
        numeral = _numeral_at(text, position, end, tag)
        if numeral is None:
            reached = max(reached, _past_number(text, position, end))
            continue
        yield numeral
        reached = numeral.end


def _numeral_at(text: str, position: int, end: int, tag: str) -> Numeral | None:
    if tag == "digit":
        numeral = digits_at(text, position, end)
    elif tag == "word":
        numeral = phrase_at(text, position, end) or words_at(text, position, end)
    else:
        numeral = phrase_at(text, position, end) or alone_at(text, position, end)
    return read_on(text, numeral, end) if numeral and not numeral.vague else numeral


def _past_number(text: str, position: int, end: int) -> int:
    """Where digits that are no number end, with the groups that go on with them."""
    match = _GROUPS.match(text, position, end)
    return match.end() if match else position


def _quantity(text: str, numerals: list[Numeral], index: int, floor: int, end: int) -> tuple[Quantity | None, int]:
    """Read the numeral at the index, alone or as the first of a range, and say how many numerals that used."""
    first = numerals[index]
    if index + 1 < len(numerals) and not first.vague:
        second = numerals[index + 1]
        link = _link(text, first, second, floor)
        if link == "joined":
            return _range(text, first, second, floor, end), 2
        if link == "score":
            return None, 2
    if counts_nothing(text, first, end):
        return None, 1
    begin, comparator = hedges.before(text, _currency(text, first.start), floor)
    if begin == _currency(text, first.start):
        begin = first.start
    stop, suffix = hedges.behind(text, first.end, end)
    if first.vague:
        comparator = ">="
    elif suffix != "=" and comparator in ("=", "~"):
        comparator = suffix
    low, high = _bounds(_signed(text, first), comparator)
    return Quantity(begin, stop, low, high, comparator), 1


def _bounds(value: float, comparator: Comparator) -> tuple[float | None, float | None]:
    low = None if comparator in ("<", "<=") else value
    high = None if comparator in (">", ">=") else value
    return low, high


def _signed(text: str, numeral: Numeral) -> float:
    """The value, negative behind "minus" or a minus sign that no word before it explains."""
    if _MINUS.search(text[max(0, numeral.start - 9) : numeral.start]):
        return -numeral.value
    sign = text[max(0, numeral.start - 2) : numeral.start]
    negative = numeral.digits and sign[-1:] in ("-", "−") and bool(sign) and not sign[:-1].strip()
    return -numeral.value if negative else numeral.value


def _currency(text: str, start: int) -> int:
    return start - 1 if start and text[start - 1] in _CURRENCY else start


def _link(text: str, first: Numeral, second: Numeral, floor: int) -> str:
    """How two neighbouring numerals stand: ``joined`` into a range, a ``score``, or ``apart``."""
    gap = text[first.end : second.start]
    if len(gap) > _LONGEST_GAP or "\n" in gap:
        return "apart"
    gap = gap.rstrip(_CURRENCY)
    match = _LINK.fullmatch(gap) or _LINK.fullmatch(_UNIT.sub("", gap, count=1))
    if match is None:
        return "apart"
    if match["dash"]:
        return _dashed(text, first, second)
    return "joined" if _is_range(text, first, second, floor, match["word"]) else "apart"


def _is_range(text: str, first: Numeral, second: Numeral, floor: int, word: str) -> bool:
    """Whether "n to m", "n or m" or "n and m" says two bounds of one number."""
    low, high = _shared(first, second)
    if low >= high or counts_nothing(text, second, len(text), joined=True):
        return False
    lead = text[max(floor, first.start - _LEAD) : first.start]
    if word == "and":
        return _BETWEEN.search(lead) is not None
    if word == "to" and _FROM.search(lead):
        return _CHANGED.search(lead) is None
    return word != "or" or high <= low * _MOST_APART


def _dashed(text: str, first: Numeral, second: Numeral) -> str:
    low, high = _shared(first, second)
    if not (first.digits and second.digits):
        return "joined" if low < high and second.scale >= first.scale and not first.digits else "apart"
    before, after = text[first.start - 1 : first.start], text[second.end : second.end + 1]
    if before in ("-", "–", "/") or (before and before.isalnum()) or after in ("-", "–", "/", ":"):
        return "score"
    if _is_year(text, first) and (_is_year(text, second) or second.value < 100):
        return "score"
    if counts_nothing(text, first, first.end) or (after.isalpha() and second.scale == 1.0):
        return "score"
    return "joined" if low < high else "score"


def _is_year(text: str, numeral: Numeral) -> bool:
    return (
        numeral.digits
        and 1000 <= numeral.value < 2100
        and numeral.end - numeral.start == 4
        and text[numeral.start : numeral.end].isdigit()
    )


def _shared(first: Numeral, second: Numeral) -> tuple[float, float]:
    """Both values, the second's scale lent to the first: "four to five thousand", "$10 to $15 billion"."""
    lent = first.scale == 1.0 and second.scale > 1.0 and first.value < second.value / second.scale
    return first.value * (second.scale if lent else 1.0), second.value


def _range(text: str, first: Numeral, second: Numeral, floor: int, end: int) -> Quantity | None:
    if counts_nothing(text, first, first.end) or counts_nothing(text, second, end, joined=True):
        return None
    low, high = _shared(first, second)
    between = _BETWEEN.search(text, max(floor, first.start - _LEAD), first.start)
    begin = between.start() if between else hedges.before(text, _currency(text, first.start), floor)[0]
    if begin == _currency(text, first.start):
        begin = first.start
    return Quantity(begin, second.end, low, high, "range")
