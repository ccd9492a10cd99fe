"""Finding and resolving the time expressions of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from factcheck.grammar.timex.calendar import extent, granularity
from factcheck.grammar.timex.grammar import Grammar, Phrase
from factcheck.grammar.timex.model import Reading, Timex
from factcheck.grammar.timex.moment import Moment, Step
from factcheck.grammar.timex.ranges import joined
from factcheck.grammar.timex.rules.clock import CLOCK_RULES
from factcheck.grammar.timex.rules.durations import DURATION_RULES
from factcheck.grammar.timex.rules.modified import MODIFIED_RULES
from factcheck.grammar.timex.rules.references import REFERENCE_RULES
from factcheck.grammar.timex.rules.sets import SET_RULES
from factcheck.grammar.timex.rules.whole_dates import DATE_RULES
from factcheck.grammar.timex.tokens import runs

Mode = Literal["news", "narrative"]
"""``news`` resolves against the publication date, ``narrative`` against the last date mentioned."""

GRAMMAR = Grammar((*CLOCK_RULES, *MODIFIED_RULES, *DATE_RULES, *SET_RULES, *DURATION_RULES, *REFERENCE_RULES))


def find_timexes(text: str, published: date | None, *, mode: Mode = "news") -> list[Timex]:
    """The time expressions of a text in text order, none overlapping, each resolved.

    Without a publication date absolute dates still resolve, and so does what counts from a date told before ("two
    days later"); weekdays and the like keep TIMEX3's unknowns (``XXXX-WXX-4``, ``XXXX-09``). Time is linear in the
    length of the text.
    """
    return joined(text, [timex for timex, _ in read(text, Moment(text, published, narrative=mode == "narrative"))])


def read(text: str, moment: Moment) -> Iterator[tuple[Timex, Sequence[Step]]]:
    """Yield each expression with the steps that led to it, where the moment takes them down."""
    for tokens in runs(text):
        for phrase, reading, steps in GRAMMAR.read(Phrase(tokens, moment)):
            yield _timex(phrase, reading, moment), steps


def _timex(phrase: Phrase, reading: Reading, moment: Moment) -> Timex:
    first, last = reading.extent or extent(reading.value) or (None, None)
    return Timex(
        start=phrase.start,
        end=phrase.end,
        text=moment.text[phrase.start : phrase.end],
        type=reading.type,
        value=reading.value,
        mod=reading.mod,
        first=first,
        last=last,
        granularity=granularity(reading.value),
        anchor=reading.anchor.isoformat() if reading.anchor and first else None,
    )
