"""Amounts told in two units: "3 dollars 50 cents", "5 feet 2 inches", "$15 and 50"."""

from __future__ import annotations

import re

from factcheck.grammar.quantity.model import Numeral, Unit
from factcheck.grammar.quantity.unit_names import MINORS, PARTS_OF
from factcheck.grammar.quantity.units import unit_after, unit_before

_JOINED = re.compile(r"[^\S\n]?(?:,[^\S\n])?(?:and[^\S\n])?\$?[^\S\n]?")
_WHOLE = re.compile(
    r"dollar|buck|euro|pound|rand|rupee|rouble|ruble|franc|yuan|kuai|rmb|(?-i:[A-Z]{3})|[$£€'’]|f[oe]{2}t|ft|yard|yd|stone|"
    r"met|m\b",
    re.IGNORECASE,
)
"""A unit that has parts, in the words between two numbers."""

_SIGNS = frozenset("$£€")
_ENDS = re.compile(r"[^\S\n]*(?:$|[.,;!?)](?:[^\S\n]|$)|[^\S\n]more\b)|[^\S\n](?:tall|high|long|wide)\b")
_INCHES = re.compile(r"[^\S\n]?(?:in\b|[\"”]|''|’’)")
_LONGEST_GAP = 24
_OF_A_HUNDRED = 100.0


def with_small_coin(text: str, first: Numeral, second: Numeral, end: int) -> Numeral | None:
    """Read two numerals as one amount where the second is of a part of the first's unit; ``None`` where not so."""
    if second.start - first.end > _LONGEST_GAP or second.vague or first.vague or first.value != int(first.value):
        return None
    sign = text[max(0, first.start - 2) : first.start].strip()[-1:]
    if sign not in _SIGNS and not _WHOLE.search(text, first.end, second.start):
        return None
    unit = unit_after(text, first.end, end, first)
    before = None if unit else unit_before(text, first.start)
    whole = unit or before
    gap = text[whole.edge if unit else first.end : second.start] if whole else ""
    if whole is None or not _JOINED.fullmatch(gap) or (not gap and text[second.start - 1] not in "'’"):
        return None
    parts = _parts(text, whole, second, end, named=unit is not None)
    if parts is None or not 0 < second.value < parts or first.scale > 1e3:
        return None
    return Numeral(
        first.start, second.end, first.value + second.value / parts, digits=first.digits, said=whole.kind, unit=whole
    )


def _parts(text: str, whole: Unit, second: Numeral, end: int, *, named: bool) -> float | None:
    """How many of the second number's unit make one of the first's."""
    unit = unit_after(text, second.end, end, second)
    if unit is None and whole.name == "foot" and _INCHES.match(text, second.end, end):
        return PARTS_OF[whole.name, "inch"]
    last = whole.name.rpartition(" ")[2]
    if unit is not None:
        if whole.kind == "money" and unit.name in (MINORS.get(last), last in MINORS and "cent"):
            return PARTS_OF.get((last, unit.name), _OF_A_HUNDRED)
        return PARTS_OF.get((last, unit.name))
    if not _ENDS.match(text, second.end, end):
        return None
    if whole.kind == "money":
        return _OF_A_HUNDRED if second.value >= 10 and (named or " and " in text[whole.edge : second.start]) else None
    return 12.0 if whole.name == "foot" else None
