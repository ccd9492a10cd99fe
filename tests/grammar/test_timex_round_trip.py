"""A date printed in any usual form is read back as itself: every day, month, quarter and decade of two centuries."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import accumulate

import pytest

from factcheck.grammar.timex import Timex, find_timexes
from tests.thorough import SLOW

PUBLISHED = date(2022, 11, 24)
FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
PRESS_MONTHS = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
THREE_LETTERS = [month[:3] for month in MONTHS]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
SHORT_WEEKDAYS = ["Mon.", "Tues.", "Wed.", "Thurs.", "Fri.", "Sat.", "Sun."]
FRENCH = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
SPANISH = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]
SEASONS = {"winter": "WI", "spring": "SP", "summer": "SU", "autumn": "FA"}
STEP = 1 if SLOW else 61
"""Days from one to the next that is printed; a step of 61 meets every day of a month and every month."""


def _ordinal(number: int) -> str:
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if 11 <= number <= 13 else ends.get(number % 10, 'th')}"


def _in_reach_of_two_digits(year: int) -> bool:
    return 1930 <= year < 2030


Form = Callable[[date], str]

DAY_FORMS: dict[str, Form] = {
    "ISO 8601": date.isoformat,
    "ISO order, slashes": lambda day: f"{day:%Y/%m/%d}",
    "US": lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    "US without comma": lambda day: f"{MONTHS[day.month - 1]} {day.day} {day.year}",
    "US, day with a zero": lambda day: f"{MONTHS[day.month - 1]} {day:%d}, {day.year}",
    "US capitals": lambda day: f"{MONTHS[day.month - 1].upper()} {day.day}, {day.year}",
    "US press": lambda day: f"{PRESS_MONTHS[day.month - 1]} {day.day}, {day.year}",
    "US three letters": lambda day: f"{THREE_LETTERS[day.month - 1]} {day.day}, {day.year}",
    "US ordinal": lambda day: f"{MONTHS[day.month - 1]} {_ordinal(day.day)}, {day.year}",
    "US spoken": lambda day: f"{MONTHS[day.month - 1]} the {_ordinal(day.day)}, {day.year}",
    "US with weekday": lambda day: f"{WEEKDAYS[day.weekday()]}, {MONTHS[day.month - 1]} {day.day}, {day.year}",
    "US short with weekday": lambda day: (
        f"{SHORT_WEEKDAYS[day.weekday()]}, {PRESS_MONTHS[day.month - 1]} {day.day}, {day.year}"
    ),
    "British": lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    "British with comma": lambda day: f"{day.day} {MONTHS[day.month - 1]}, {day.year}",
    "British three letters": lambda day: f"{day.day} {THREE_LETTERS[day.month - 1]} {day.year}",
    "British capitals": lambda day: f"{day:%d} {THREE_LETTERS[day.month - 1].upper()} {day.year}",
    "British ordinal": lambda day: f"{_ordinal(day.day)} {MONTHS[day.month - 1]} {day.year}",
    "British formal": lambda day: f"the {_ordinal(day.day)} of {MONTHS[day.month - 1]} {day.year}",
    "British with weekday": lambda day: f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}",
    "British ordinal with weekday": lambda day: (
        f"{WEEKDAYS[day.weekday()]}, {_ordinal(day.day)} {MONTHS[day.month - 1]} {day.year}"
    ),
    "one word": lambda day: f"{day.day}-{THREE_LETTERS[day.month - 1]}-{day.year}",
    "year first": lambda day: f"{day.year} {MONTHS[day.month - 1]} {day.day}",
    "US numeric": lambda day: f"{day.month}/{day.day}/{day.year}",
    "US numeric with zeros": lambda day: f"{day:%m/%d/%Y}",
    "US numeric, dashes": lambda day: f"{day:%m-%d-%Y}",
    "British numeric, behind the 12th": lambda day: f"{day.day}/{day.month}/{day.year}" if day.day > 12 else "",
    "continental": lambda day: f"{day.day}.{day.month}.{day.year}",
    "continental with zeros": lambda day: f"{day:%d.%m.%Y}",
    "US numeric, short year": lambda day: (
        f"{day.month}/{day.day}/{day:%y}" if _in_reach_of_two_digits(day.year) else ""
    ),
    "US, short year": lambda day: (
        f"{MONTHS[day.month - 1]} {day.day}, '{day:%y}" if _in_reach_of_two_digits(day.year) else ""
    ),
    "French": lambda day: f"{day.day} {FRENCH[day.month - 1]} {day.year}" if day.year < 2100 else "",
    "Spanish": lambda day: f"{day.day} de {SPANISH[day.month - 1]} de {day.year}" if day.year < 2100 else "",
}
"""Every form of a whole day; an empty string where the form does not say which day it is."""


@pytest.mark.parametrize("form", DAY_FORMS.values(), ids=DAY_FORMS)
def test_a_day_is_read_back_from_every_form_of_it(form: Form) -> None:
    spread = [FIRST + timedelta(days=count) for count in range(0, (LAST - FIRST).days + 1, STEP)]
    printed = {form(day): day for day in [*spread, FIRST, LAST, date(2000, 2, 29)]}
    printed.pop("", None)
    assert [
        (words, found)
        for words, found in _read_back(list(printed))
        if [(one.text, one.first, one.last, one.granularity) for one in found]
        != [(words, printed[words], printed[words], "day")]
    ] == []


PERIOD_FORMS: dict[str, tuple[str, str]] = {
    "month": ("{month} {year}", "{year}-{number:02d}"),
    "month, comma": ("{month}, {year}", "{year}-{number:02d}"),
    "month of a year": ("{month} of {year}", "{year}-{number:02d}"),
    "month of the press": ("{press} {year}", "{year}-{number:02d}"),
    "month in three letters": ("{short} {year}", "{year}-{number:02d}"),
    "month in capitals": ("{capitals} {year}", "{year}-{number:02d}"),
    "month in one word": ("{short}-{year}", "{year}-{number:02d}"),
    "middle of a month": ("mid-{month} {year}", "{year}-{number:02d}"),
    "beginning of a month": ("early {month} {year}", "{year}-{number:02d}"),
    "end of a month": ("the end of {month} {year}", "{year}-{number:02d}"),
    "year": ("{year}", "{year}"),
    "year, said so": ("the year {year}", "{year}"),
    "fiscal year": ("fiscal {year}", "{year}"),
    "quarter code": ("Q{quarter} {year}", "{year}-Q{quarter}"),
    "quarter code, number first": ("{quarter}Q {year}", "{year}-Q{quarter}"),
    "quarter code, year first": ("{year} Q{quarter}", "{year}-Q{quarter}"),
    "quarter as TIMEX3 has it": ("{year}-Q{quarter}", "{year}-Q{quarter}"),
    "quarter": ("the {nth_quarter} quarter of {year}", "{year}-Q{quarter}"),
    "quarter, year first": ("the {year} {nth_quarter} quarter", "{year}-Q{quarter}"),
    "half": ("the {nth_half} half of {year}", "{year}-H{half}"),
    "season": ("{season} {year}", "{year}-{season_code}"),
    "season of a year": ("the {season} of {year}", "{year}-{season_code}"),
    "decade": ("the {decade}0s", "{decade}"),
    "decade with apostrophe": ("the {decade}0's", "{decade}"),
    "middle of a decade": ("the mid-{decade}0s", "{decade}"),
}
"""Every form of a longer stretch, with its TIMEX3 value."""


def _periods(words: str, value: str) -> Iterator[tuple[str, str]]:
    ordinals = ["first", "second", "third", "fourth"]
    for year in range(FIRST.year, LAST.year + 1):
        for number, month in enumerate(MONTHS, 1):
            season = list(SEASONS)[number % 12 // 3]
            parts = {
                "year": year,
                "number": number,
                "month": month,
                "press": PRESS_MONTHS[number - 1],
                "short": month[:3],
                "capitals": month.upper(),
                "quarter": (number + 2) // 3,
                "nth_quarter": ordinals[(number - 1) // 3],
                "half": (number + 5) // 6,
                "nth_half": ordinals[(number - 1) // 6],
                "season": season,
                "season_code": SEASONS[season],
                "decade": year // 10,
            }
            yield words.format(**parts), value.format(**parts)


@pytest.mark.parametrize(("words", "value"), PERIOD_FORMS.values(), ids=PERIOD_FORMS)
def test_a_period_is_read_back_from_every_form_of_it(words: str, value: str) -> None:
    printed = dict(list(_periods(words, value))[:: 1 if SLOW else 7])
    assert [
        (text, found)
        for text, found in _read_back(list(printed))
        if [(one.text, one.value) for one in found] != [(text, printed[text])]
    ] == []


def _read_back(printed: list[str]) -> Iterator[tuple[str, list[Timex]]]:
    """Each form with what is found in its line of one text: one text of many lines is read much sooner."""
    lines = [f"It was signed on {words} in the hall." for words in printed]
    starts = list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))
    found: list[list[Timex]] = [[] for _ in lines]
    for timex in find_timexes("\n".join(lines), PUBLISHED):
        found[bisect_right(starts, timex.start) - 1].append(timex)
    yield from zip(printed, found, strict=True)
