"""Holidays by name, and the day that each falls on in a year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple


class Holiday(NamedTuple):
    """How a holiday is reckoned.

    ``fixed``: ``first`` is the month, ``second`` the day. ``nth``: the ``third``-th (-1: last) weekday ``second``
    (0 is Monday) of month ``first``. ``easter``: ``first`` days after Easter Sunday. ``offset`` days are added.
    """

    kind: Literal["fixed", "nth", "easter"]
    first: int
    second: int = 0
    third: int = 0
    offset: int = 0


_BY_NAME: dict[str, Holiday] = {
    "christmas|christmas day": Holiday("fixed", 12, 25),
    "christmas eve": Holiday("fixed", 12, 24),
    "boxing day": Holiday("fixed", 12, 26),
    "new year's day|new year’s day": Holiday("fixed", 1, 1),
    "new year's eve|new year’s eve": Holiday("fixed", 12, 31),
    "halloween": Holiday("fixed", 10, 31),
    "valentine's day|valentine’s day": Holiday("fixed", 2, 14),
    "st. patrick's day|st patrick's day|st. patrick’s day|st patrick’s day": Holiday("fixed", 3, 17),
    "april fools' day|april fools’ day": Holiday("fixed", 4, 1),
    "may day": Holiday("fixed", 5, 1),
    "ve day": Holiday("fixed", 5, 8),
    "juneteenth": Holiday("fixed", 6, 19),
    "independence day|fourth of july": Holiday("fixed", 7, 4),
    "bastille day": Holiday("fixed", 7, 14),
    "veterans day|armistice day|remembrance day": Holiday("fixed", 11, 11),
    "all saints' day|all saints’ day": Holiday("fixed", 11, 1),
    "martin luther king day": Holiday("nth", 1, 0, 3),
    "presidents day|presidents' day|presidents’ day": Holiday("nth", 2, 0, 3),
    "mother's day|mother’s day": Holiday("nth", 5, 6, 2),
    "memorial day": Holiday("nth", 5, 0, -1),
    "father's day|father’s day": Holiday("nth", 6, 6, 3),
    "labor day": Holiday("nth", 9, 0, 1),
    "columbus day": Holiday("nth", 10, 0, 2),
    "election day": Holiday("nth", 11, 0, 1, offset=1),
    "thanksgiving|thanksgiving day": Holiday("nth", 11, 3, 4),
    "black friday": Holiday("nth", 11, 3, 4, offset=1),
    "cyber monday": Holiday("nth", 11, 3, 4, offset=4),
    "ash wednesday": Holiday("easter", -46),
    "palm sunday": Holiday("easter", -7),
    "good friday": Holiday("easter", -2),
    "easter|easter sunday": Holiday("easter", 0),
    "easter monday": Holiday("easter", 1),
    "pentecost": Holiday("easter", 49),
}
HOLIDAYS: dict[str, Holiday] = {name: day for names, day in _BY_NAME.items() for name in names.split("|")}
"""Holidays by lower-case name, those of the United States where countries differ."""


def holiday_in(year: int, holiday: Holiday) -> date:
    """The day of a holiday in a year; raises ValueError outside the years 1 to 9999."""
    if holiday.kind == "fixed":
        day = date(year, holiday.first, holiday.second)
    elif holiday.kind == "nth":
        day = nth_weekday(year, holiday.first, holiday.second, holiday.third)
    else:
        day = easter(year) + timedelta(days=holiday.first)
    return day + timedelta(days=holiday.offset)


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    quarter, leap = divmod(century, 4)
    epact = (19 * golden + century - quarter - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    to_sunday = (32 + 2 * leap + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth weekday (0 is Monday) of a month; ``nth`` -1 is the last."""
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
