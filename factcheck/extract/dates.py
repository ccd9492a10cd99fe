"""Dates: every expression that names a calendar date, time or period, resolved against the publication date."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.context import Context, Found
from factcheck.grammar.timex import Timex
from factcheck.model import DateValue


def extract(context: Context) -> Iterator[Found]:
    """Yield the dates and times that cover days of the calendar.

    Lengths of time, sets, "now" and weekdays that nothing resolves are no claims.
    """
    for timex in context.timexes:
        if timex.type in ("DATE", "TIME") and timex.first is not None:
            yield Found(timex.start, timex.end, value_of(timex))


def value_of(timex: Timex) -> DateValue:
    """The value of a claim on a time expression."""
    return DateValue(
        timex=timex.value,
        timex_type=timex.type,
        start=timex.first,
        end=timex.last,
        granularity=timex.granularity,
        mod=timex.mod,
        anchor=timex.anchor,
    )
