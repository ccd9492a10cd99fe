"""A date read anew: the time expression of the span, resolved where it stands."""

from __future__ import annotations

from dataclasses import replace

from factcheck.extract.dates import events_of, value_of
from factcheck.extract.reading.model import Ground, Reading, nothing, quoted
from factcheck.extract.reading.stretches import Stretch, meets
from factcheck.grammar.text import Span
from factcheck.grammar.timex import Timex, find_timexes
from factcheck.model import ENGLISH, DateValue

_HIDDEN = "|"
"""Stands for what a cut expression has outside of the span, so that the words around keep their places."""


def read_date(stretch: Stretch, span: Span) -> Reading:
    """A date on the span: as the grammar reads it in its context, else as the words alone say."""
    touching = [one for one in stretch.timexes if meets(one, span)]
    inside = [one for one in touching if span.start <= one.start and one.end <= span.end]
    if len(inside) == len(touching) and inside:
        return _with_event(_of(inside, span), stretch, inside[0])
    found = _cut_free(stretch, span, touching) if touching else []
    return _of(found or find_timexes(stretch.context.text[span.start : span.end], stretch.context.published), span)


def _with_event(reading: Reading, stretch: Stretch, timex: Timex) -> Reading:
    """The reading with what happened then, as extraction says it."""
    context = stretch.context
    if not isinstance(reading.value, DateValue) or context.language != ENGLISH:
        return reading
    block = context.block_at(timex.start, timex.start)
    together = [one for one in stretch.timexes if block.start <= one.start < block.end]
    event = events_of(context.text, block, together).get(timex.start)
    return replace(reading, value=replace(reading.value, event=event))


def _cut_free(stretch: Stretch, span: Span, touching: list[Timex]) -> list[Timex]:
    """The expressions of the span read in their sentence without what an edge cuts off them."""
    block = stretch.context.block_at(span.start, span.end)
    start = min(block.start, touching[0].start)
    end = max(block.end, touching[-1].end)
    text = stretch.context.text
    before, behind = min(span.start, touching[0].start), max(span.end, touching[-1].end)
    hidden = "".join(
        (
            text[start:before],
            _HIDDEN * (span.start - before),
            text[span.start : span.end],
            _HIDDEN * (behind - span.end),
            text[behind:end],
        )
    )
    found = find_timexes(hidden, stretch.context.published)
    shifted = Span(span.start - start, span.end - start)
    return [one for one in found if shifted.start <= one.start and one.end <= shifted.end]


def _of(found: list[Timex], span: Span) -> Reading:
    if not found:
        return nothing("no date in these words")
    if len(found) > 1:
        return nothing(f"two dates: {quoted([one.text for one in found])}")
    (timex,) = found
    reason = why_no_date(timex)
    if reason:
        return nothing(reason)
    whole = timex.end - timex.start == span.end - span.start
    return Reading(value_of(timex), ground=Ground.SAME if whole else Ground.TOLD)


def why_no_date(timex: Timex) -> str:
    """Why a time expression is no claim of type ``date``; empty where it is one."""
    if timex.type == "DURATION":
        return f"a length of time, not a date: {quoted([timex.text])}"
    if timex.type == "SET":
        return f"a time that comes again, not a date: {quoted([timex.text])}"
    if timex.first is None:
        unplaced = timex.value.startswith("XXXX")
        return (
            f"the article has no date to count {quoted([timex.text])} from"
            if unplaced
            else f"no day of the calendar is named: {quoted([timex.text])}"
        )
    return ""
