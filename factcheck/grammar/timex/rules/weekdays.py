"""Days told from another day: "Thursday", "next Monday", "Friday last week", "today", "the day before yesterday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from factcheck.grammar.timex.calendar import day_of, shifted_value
from factcheck.grammar.timex.grammar import Phrase, Rule, rule
from factcheck.grammar.timex.model import REFUSED, Reading
from factcheck.grammar.timex.rules.common import one, shift_of

_OTHER_WORDS = frozenset(["sun", "mon", "sat", "wed", "fri"])
"""Abbreviated weekdays that alone are mostly a newspaper, a name or another word."""


_TITLE = re.compile(
    r"[ ](?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|Tribune|Independent|Night (?:Live|Lights))\b"
)
"""What makes a weekday a newspaper's or a programme's: "Sunday Times"."""

_NAMED = re.compile(r"\b(?:Super|Bloody|Giving|Ruby|Cyber)[ ]$")
"""What makes a weekday the name of a day that no calendar tells: "Super Tuesday"."""

_POINTING = re.compile(
    r"(?:^|[.!?\n\"“]\s*|\b(?:on|by|until|till|from|since|for|of|before|after)[ ])$", re.IGNORECASE
)
"""What stands before a "that" which points at a day; elsewhere it joins a clause: "said that Friday's rain"."""


def _weekday(phrase: Phrase) -> Sequence[Reading]:
    weekday = phrase.number("WEEKDAY") or 0
    if _NAMED.search(phrase.at.text, max(0, phrase.start - 8), phrase.start):
        return (REFUSED,)
    if phrase.surface().rstrip(".").split()[-1] in _OTHER_WORDS or _TITLE.match(phrase.at.text, phrase.end):
        return ()
    if phrase.has("THAT") and not _POINTING.search(phrase.at.text, max(0, phrase.start - 12), phrase.start):
        start = phrase.index("WEEKDAY")
        return [day._replace(tokens=(start, start + 1)) for day in _weekday(phrase.part(start, start + 1))]
    told = phrase.has("THAT") or phrase.has("FOLLOWING") or "previous" in phrase.surface()
    base = phrase.at.reference("D") if told else phrase.at.base
    if base is None:
        return one("DATE", f"XXXX-WXX-{weekday + 1}", relative=False)
    return _day(base, _steps_to_weekday(phrase, base, weekday))


def _steps_to_weekday(phrase: Phrase, base: date, weekday: int) -> int:
    """Days from the base to the weekday that is meant: news looks back unless its words look ahead."""
    back = (base.weekday() - weekday) % 7
    ahead = (weekday - base.weekday()) % 7
    if phrase.has("NEXT") or phrase.has("FOLLOWING"):
        return ahead or 7
    if phrase.has("LAST") or phrase.has("PAST"):
        return -(back or 7)
    if phrase.at.narrative or phrase.has("THAT"):
        return ahead
    if phrase.has("THIS"):
        return -back if phrase.at.direction(phrase.start, phrase.end) < 0 else ahead
    return ahead if phrase.at.looks_ahead(phrase.start, phrase.end) else -back


def _day(base: date, steps: int) -> Sequence[Reading]:
    return one("DATE", shifted_value(base, "D", steps), anchor=base)


def _weekday_range(phrase: Phrase) -> Sequence[Reading]:
    """Read "Monday to Friday": the second is the next such day behind the first."""
    first, link, last = phrase.tokens
    words = phrase.at.text[link.start : link.end].lower()
    opening = _weekday(phrase.part(0, 1))
    if words in ("and", "or") or len(opening) != 1 or not isinstance(first.value, int):
        return ()
    day = day_of(opening[0].value)
    if day is None or not isinstance(last.value, int):
        return ()
    closing = _day(day, (last.value - first.value) % 7)
    return [opening[0]._replace(tokens=(0, 1)), *(one_day._replace(tokens=(2, 3)) for one_day in closing)]


def _weekday_of_week(phrase: Phrase) -> Sequence[Reading]:
    """Read "Monday of last week", "Friday this week"."""
    base = phrase.at.base
    if base is None or phrase.text("UNIT") != "W":
        return ()
    weeks = shift_of(phrase, "LAST", "NEXT", "PAST", "THIS") or 0
    return _day(base, (phrase.number("WEEKDAY") or 0) - base.weekday() + 7 * weeks)


def _today(phrase: Phrase) -> Sequence[Reading]:
    """Read "today" and its neighbours; a narrative's "today" is its reader's, so no day."""
    if phrase.capital_within():  # "USA Today"
        return ()
    shift, _, part = phrase.text("TODAY").partition("T")
    base = None if phrase.at.narrative else phrase.at.base
    suffix = f"T{part}" if part else ""
    if base is None:
        unknown = "PRESENT_REF" if shift == "0" and not part else f"XXXX-XX-XX{suffix}"
        return one("TIME" if part else "DATE", unknown, relative=False)
    readings = _day(base, int(shift))
    return [Reading("TIME" if part else "DATE", one_day.value + suffix, relative=True) for one_day in readings]


def _day_beside(phrase: Phrase) -> Sequence[Reading]:
    """Read "the day before yesterday", "the day after Christmas"."""
    if phrase.text("UNIT") != "D":
        return ()
    told = (
        _today(phrase)
        if phrase.has("TODAY")
        else _weekday(phrase.part(phrase.index("BEFORE") + 1, len(phrase.tokens)))
    )
    if len(told) != 1 or "X" in told[0].value or "R" in told[0].value:
        return ()
    return _day(date.fromisoformat(told[0].value[:10]), phrase.number("BEFORE") or 0)


WEEKDAY_RULES: tuple[Rule, ...] = (
    rule("THE? (THIS? (LAST|PAST|NEXT)|THIS|THAT|FOLLOWING)? WEEKDAY", _weekday),
    rule("WEEKDAY COMMA? OF? (LAST|NEXT|THIS|THE? PAST) UNIT", _weekday_of_week),
    rule("WEEKDAY (OR|DASH) WEEKDAY", _weekday_range),
    rule("TODAY", _today),
    rule("THE? UNIT BEFORE (TODAY|(LAST|NEXT)? WEEKDAY)", _day_beside),
)
