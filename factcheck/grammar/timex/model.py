"""What a time expression is once found and resolved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
"""The four types of TIMEX3."""

Granularity = Literal["decade", "year", "quarter", "season", "month", "week", "day", "part_of_day", "minute"]
"""How exactly a value names its stretch of the calendar."""


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression of a text with its TIMEX3 value.

    ``start`` and ``end`` are code points of the text, end exclusive. ``value`` and ``mod`` follow the TimeML
    annotation guidelines (Saurí et al., 2006). ``first`` and ``last`` are the calendar days that the value
    covers, inclusive, ``None`` where it names none. ``anchor`` is the ISO date that a relative expression was
    resolved against, ``None`` where it needed none. ``range`` are the first and last day of the stretch of which
    the expression is an end ("from Monday to Friday").
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None = None
    first: date | None = None
    last: date | None = None
    granularity: Granularity | None = None
    anchor: str | None = None
    range: tuple[date, date] | None = None


class Reading(NamedTuple):
    """What a rule makes of the tokens that it matched.

    ``relative`` says that another date decided the value, ``anchor`` which one, where it is not the moment's base.
    ``tokens`` is the slice of the matched tokens that the
    reading covers, ``None`` for all of them. ``aside`` says that the words only compare with the value ("a year
    earlier"), so that what is told next is not of it. ``extent`` are the days covered where the value cannot say it:
    of Hanukkah, or of a day that depends on the sighting of the moon.
    """

    type: TimexType
    value: str
    mod: str | None = None
    relative: bool = False
    tokens: tuple[int, int] | None = None
    aside: bool = False
    anchor: date | None = None
    extent: tuple[date, date] | None = None


REFUSED = Reading("DATE", "")
"""What a rule answers where its tokens are surely no time expression, so that no shorter rule tries them."""
