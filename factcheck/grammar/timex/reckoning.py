"""How holidays are reckoned: the stretches of days that each covers in a year of the Gregorian calendar."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

Stretch = tuple[date, date]
"""The first and the last day, both inclusive."""

Reckoning = Callable[[int], tuple[Stretch, ...]]
"""The stretches that begin in a year: none where that is not known, two where a year of the moon fits in twice."""


def fixed(month: int, day: int, days: int = 1) -> Reckoning:
    """The same day each year, and the ``days - 1`` behind it."""
    return lambda year: _stretches([date(year, month, day)], days)


def nth(month: int, weekday: int, nth: int, offset: int = 0) -> Reckoning:
    """``offset`` days behind the nth weekday (0 is Monday) of a month; ``nth`` -1 is the last."""
    return lambda year: _stretches([nth_weekday(year, month, weekday, nth) + timedelta(days=offset)])


def easter(offset: int, days: int = 1, *, orthodox: bool = False) -> Reckoning:
    """``offset`` days behind Easter Sunday, by dateutil."""

    def in_year(year: int) -> tuple[Stretch, ...]:
        from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN  # noqa: PLC0415 - few texts name a holiday
        from dateutil.easter import easter as sunday  # noqa: PLC0415

        if orthodox and not _FIRST_GREGORIAN <= year <= _LAST_OF_EASTER:
            return ()
        day: date = sunday(year, EASTER_ORTHODOX if orthodox else EASTER_WESTERN)
        return _stretches([day + timedelta(days=offset)], days)

    return in_year


_FIRST_GREGORIAN, _LAST_OF_EASTER = 1583, 4099
"""The years for which dateutil gives Orthodox Easter in the Gregorian calendar."""


def hebrew(month: int, day: int, days: int = 1, shifts: dict[int, int] | None = None) -> Reckoning:
    """A day of the Hebrew calendar by its daylight, by pyluach; Nisan is month 1, Tishri 7.

    ``shifts`` are the days by which it moves where it would be on a weekday (0 is Monday).
    """

    def in_year(year: int) -> tuple[Stretch, ...]:
        from pyluach.dates import HebrewDate  # noqa: PLC0415 - few texts name a holiday

        try:
            found: date = HebrewDate(year + 3760 + (month >= _TISHRI), month, day).to_pydate()
        except (ValueError, OverflowError):
            return ()
        return _stretches([found + timedelta(days=(shifts or {}).get(found.weekday(), 0))], days)

    return in_year


_TISHRI = 7
"""The month in which a Hebrew year begins; the first five lie before 1 January or about it."""


def hijri(month: int, day: int, *, days: int = 1, until: int = 0) -> Reckoning:
    """A day of the Islamic calendar of Umm al-Qura, by hijridate: known from 1924 to 2077.

    ``until`` is the month before whose first day it ends, where that is not ``days`` on.
    """

    def in_year(year: int) -> tuple[Stretch, ...]:
        return tuple(stretch for stretch in _of_moon_years(year) if stretch[0].year == year)

    def _of_moon_years(year: int) -> Iterator[Stretch]:
        from hijridate import Hijri  # noqa: PLC0415 - few texts name a holiday

        about = (year - 622) * 33 // 32
        for moon_year in range(about - 1, about + 3):
            try:
                first = date(*Hijri(moon_year, month, day).to_gregorian().datetuple())
                end = Hijri(moon_year, until, 1).to_gregorian().datetuple() if until else None
            except OverflowError:
                continue
            yield first, (date(*end) if end else first + timedelta(days=days)) - timedelta(days=1)

    return in_year


def nowruz(year: int) -> tuple[Stretch, ...]:
    """The first day of the Persian year, from the 33-year cycle of its leap years: right from 1799 to 2254."""
    if not 1799 <= year <= 2254:
        return ()
    persian = year - 621
    leaps = sum(_is_persian_leap(one) for one in range(min(persian, 1400), max(persian, 1400)))
    days = 365 * (persian - 1400) + (leaps if persian > 1400 else -leaps)
    return _stretches([date(2021, 3, 21) + timedelta(days=days)])


def _is_persian_leap(year: int) -> bool:
    return (25 * year + 11) % 33 < 8


def tabled(first_year: int, month: int, day: int, later: str, days: int = 1) -> Reckoning:
    """A table's days: ``later`` has a letter a year, which tells how many days after the given one it is."""

    def in_year(year: int) -> tuple[Stretch, ...]:
        if not first_year <= year < first_year + len(later):
            return ()
        return _stretches([date(year, month, day) + timedelta(days=_LETTERS.index(later[year - first_year]))], days)

    return in_year


def shifted(reckoning: Reckoning, offset: int) -> Reckoning:
    """The single day that is ``offset`` days behind the first of another holiday."""
    return lambda year: _stretches([first + timedelta(days=offset) for first, _ in reckoning(year)])


def both(*reckonings: Reckoning) -> Reckoning:
    """The stretches of several holidays that share a name."""
    return lambda year: tuple(stretch for reckoning in reckonings for stretch in reckoning(year))


_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ"

CHINESE_NEW_YEAR = tabled(
    1901,
    1,
    21,
    "DsiAoexmbujCqfyocvlEshApdxmcujBqfyodvkDsgzpexmbuiBqgyndwkCshzpexmatjBqgzncvkCrhApexmEtiBqgzocukDrhApdwlbtiCrfyn"
    "cukDshApewlbuiBqfxncvkDshzodwlbujBqfymcvlDshzodwmatiBpfyncvkDrgzpdwmbtiBqfyndujCrgzpewla",
)
"""1901 to 2099, as China's almanacs have it; Vietnam and Korea are a day off in a few years."""

DIWALI = tabled(2001, 10, 17, "CsiApexlatjBrgzncvkCshAodwmatjCqfyn")
HOLI = tabled(2001, 3, 1, "jCrgzodvkathAqfxmbujCrhyndvkatiApex")
"""2001 to 2035, as India's calendars of holidays have them; other countries are a day off in some years."""


def _stretches(firsts: list[date], days: int = 1) -> tuple[Stretch, ...]:
    return tuple((first, first + timedelta(days=days - 1)) for first in firsts)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth weekday (0 is Monday) of a month; ``nth`` -1 is the last."""
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
