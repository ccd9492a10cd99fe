"""The later a story is published, the later the day that its words mean: none goes back as its anchor goes on.

It holds of every expression in a text that stays the same, the direction that its verbs give it included. Held
against nothing here: holidays whose table ends, years before the first and behind the last that the calendar has,
and narratives, whose anchor is what they told before.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from factcheck.grammar.timex import find_timexes
from tests.thorough import SLOW

UNITS = ("day", "week", "month", "quarter", "year", "decade")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = ("spring", "summer", "fall", "winter")
HOLIDAYS = (
    *("Christmas", "Easter", "Thanksgiving", "Halloween", "Labor Day", "New Year's Day"),
    *("Good Friday", "Ramadan", "Hanukkah"),
)
ORDINALS = ("first", "second", "third", "fourth")

PHRASES: dict[str, tuple[str, ...]] = {
    "days": (
        *("today", "yesterday", "tomorrow", "tonight", "this morning", "last night", "tomorrow night", "noon"),
        *("the day before yesterday", "the day after tomorrow", "this weekend", "last weekend", "next weekend"),
    ),
    "units": tuple(
        lead + unit
        for unit in UNITS[1:]
        for lead in ("last ", "this ", "next ", "the current ", "the previous ", "the following ", "that ")
    ),
    "ago and later": tuple(
        words.format(unit)
        for unit in UNITS
        for words in (
            "a {} ago",
            "two {}s ago",
            "six {}s ago",
            "about two {}s ago",
            "a {} earlier",
            "three {}s later",
        )
    ),
    "parts of units": (
        *("early this year", "late last month", "earlier this week", "later this month", "the end of the year"),
        *("the end of the month", "year-end", "the week", "the year", "the quarter", "this fiscal year"),
        *("the first half of the year", "the second half of last year", "the first half of next year"),
    ),
    "weekdays": tuple(
        words.format(weekday)
        for weekday in WEEKDAYS
        for words in (
            "{}",
            "last {}",
            "next {}",
            "this {}",
            "the following {}",
            "{} last week",
            "{} night",
            "early {}",
        )
    ),
    "months": tuple(
        words.format(month)
        for month in MONTHS
        for words in ("in {}", "last {}", "next {}", "this {}", "{} 12", "mid-{}", "late {}", "{} last year")
    ),
    "leap day": ("February 29", "29 February", "Feb. 29"),
    "quarters": tuple(
        words.format(ordinal)
        for ordinal in ORDINALS
        for words in ("the {} quarter", "this year's {} quarter", "last year's {} quarter")
    ),
    "seasons": tuple(f"{lead} {season}" for season in SEASONS for lead in ("last", "this", "next", "in the")),
    "holidays": tuple(
        words.format(holiday)
        for holiday in HOLIDAYS
        for words in ("{}", "last {}", "next {}", "this {}", "{} last year")
    ),
}
SENTENCES = ("They met {}.", "The play was shown {}.", "The play will open {}.")
"""Without a tense about the date, and with each of the two."""

_FROM, _TO = date(2019, 12, 1), date(2024, 4, 1)
_DAILY = tuple(_FROM + timedelta(days=count) for count in range((_TO - _FROM).days))
_EDGES = frozenset((month, day) for month in (1, 3, 4, 7, 9, 12) for day in (1, 2, 3, 15, 16, 28, 29, 30, 31))
ANCHORS = _DAILY if SLOW else tuple(day for day in _DAILY[:500] if (day.month, day.day) in _EDGES)
"""Four years with two leap days, day for day; else the edges of months, quarters and seasons in one and a half."""


@pytest.mark.parametrize("phrases", PHRASES.values(), ids=PHRASES)
def test_no_expression_goes_back_while_its_anchor_goes_on(phrases: tuple[str, ...]) -> None:
    sentences = [sentence.format(phrase) for phrase in phrases for sentence in SENTENCES]
    text = "\n".join(sentences)
    backwards = set()
    for (_, before), (published, after) in pairwise((day, _first_days(text, day)) for day in ANCHORS):
        assert len(before) == len(after) == len(sentences)
        backwards |= {
            (published, sentence)
            for sentence, earlier, later in zip(sentences, before, after, strict=True)
            if later < earlier
        }
    assert backwards == set()


def _first_days(text: str, published: date) -> list[date]:
    return [timex.first for timex in find_timexes(text, published) if timex.first]
