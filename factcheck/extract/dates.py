"""Dates: every expression that names a calendar date, time or period, resolved against the publication date."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.context import Context, Found
from factcheck.grammar.clauses import event_at, read
from factcheck.grammar.text import Span
from factcheck.grammar.timex import Timex
from factcheck.model import ENGLISH, DateValue, Event


def extract(context: Context) -> Iterator[Found]:
    """Yield the dates and times that cover days of the calendar, with what happened then where the sentence says it.

    Lengths of time, sets, "now" and weekdays that nothing resolves are no claims.
    """
    block, together = Span(0, 0), list[Timex]()
    for timex in context.timexes:
        if timex.start >= block.end:
            yield from _of_sentence(context, block, together)
            block, together = context.block_at(timex.start, timex.start), []
        together.append(timex)
    yield from _of_sentence(context, block, together)


def _of_sentence(context: Context, block: Span, times: list[Timex]) -> Iterator[Found]:
    """The claims among a sentence's time expressions."""
    dates = [timex for timex in times if is_claim(timex)]
    events = events_of(context.text, block, times) if dates and context.language == ENGLISH else {}
    for timex in dates:
        yield Found(timex.start, timex.end, value_of(timex, events.get(timex.start)))


def is_claim(timex: Timex) -> bool:
    """Whether a time expression is a claim of type ``date``."""
    return timex.type in ("DATE", "TIME") and timex.first is not None


def events_of(text: str, block: Span, times: list[Timex]) -> dict[int, Event]:
    """What happened at the time expressions of a sentence, by their starts, where it is sure."""
    start, end = max(block.start, times[0].start - _REACH), min(block.end, times[-1].end + _REACH)
    if start > block.start:
        start = text.find(" ", start, times[0].start) + 1 or times[0].start
    if len(times) == 1 and end - start < times[0].end - times[0].start + _LEAST_WORDS:
        return {}
    sentence = read(text, start, max(end, times[-1].end), times)
    found = {one.start: event_at(sentence, sentence.times[one.start]) for one in times if is_claim(one)}
    return {start: event for start, event in found.items() if event is not None}


_REACH = 240
"""Code points of a sentence read before its first date and behind its last: few clauses of news are longer."""

_LEAST_WORDS = 6
"""Code points beside a date that could say what happened; a line that is a date alone has none."""


def value_of(timex: Timex, event: Event | None = None) -> DateValue:
    """The value of a claim on a time expression."""
    return DateValue(
        timex=timex.value,
        timex_type=timex.type,
        start=timex.first,
        end=timex.last,
        granularity=timex.granularity,
        mod=timex.mod,
        anchor=timex.anchor,
        range=timex.range,
        event=event,
    )
