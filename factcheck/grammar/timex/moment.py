"""What a time expression is resolved against: the publication date, and the dates that the text has named so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from factcheck.grammar.timex.calendar import counted_value, extent, granularity
from factcheck.grammar.timex.direction import cue_of, direction, looks_ahead
from factcheck.grammar.timex.model import Granularity, Reading

QUARTER_REACH = 900
"""Code points for which a quarter stays the subject: "a year earlier" after it is the same quarter a year before.
Results stories name their quarter once in the first paragraphs; on half of TimeBank's, values peak at 700 to 1200."""

BRACKET_REACH = 60
"""Code points before a date in which an open bracket makes it an aside."""

SENTENCE_HEAD_REACH = 60
"""Code points before a date within which its sentence begins, where the date opens it."""

_SENTENCE_HEAD = re.compile(
    r"""(?:^|[.!?]["”’)]*\s|\n)\s*
    (?:(?:[A-Z][a-z]+,?[ ])?(?:in|by|on|from|during|since|after|before|at|around|throughout|until|early|late|mid)\b
      (?:[ -][\w’'-]+){0,4}[ -])?$""",
    re.IGNORECASE | re.VERBOSE,
)
"""A sentence as far as a date that opens it: nothing, "In", "But by the end of"."""

_DAYS, _MONTHS, _YEARS = range(3)
_EXACTNESS = {"month": _MONTHS, "quarter": _MONTHS, "season": _MONTHS, "year": _YEARS}
"""How exact a mention of a granularity is; the finer ones all name a day or a week."""

_EXACTNESS_OF_UNIT = {"D": _DAYS, "W": _DAYS, "WE": _DAYS, "M": _MONTHS, "Q": _MONTHS}


class Step(NamedTuple):
    """A step on the way to a reading: the ``rule`` that read it, or the ``cue`` of tense with its direction."""

    kind: Literal["rule", "cue"]
    words: str
    direction: int = 0


class Moment:
    """The state of resolution at a place in a text.

    ``published`` anchors news; ``narrative`` texts anchor on the last date mentioned. ``base`` is the day to
    resolve against, ``None`` where neither is known. ``steps``, where it is a list, takes down how readings come
    about.
    """

    def __init__(
        self, text: str, published: date | None, *, narrative: bool = False, steps: list[Step] | None = None
    ) -> None:
        self.text = text
        self.published = published
        self.narrative = narrative
        self.steps = steps
        self.mentioned: str | None = None
        self.before_christ = False
        self._mentions: dict[int, date] = {}
        self._quarter: tuple[str, int] | None = None

    @property
    def base(self) -> date | None:
        """The day that relative expressions count from."""
        if self.narrative:
            return self._mentions.get(_YEARS) or self.published
        return self.published

    def reference(self, unit: str) -> date | None:
        """The day that "that week" and "two days later" count from, else the base.

        It is the first day of the last date mentioned that is exact enough for the unit: a bare year does not
        say which month "that month" is.
        """
        return self._mentions.get(_EXACTNESS_OF_UNIT.get(unit, _YEARS)) or self.base

    def note(self, reading: Reading, start: int) -> None:
        """Remember a reading, so that later expressions can lean on it."""
        if reading.type not in ("DATE", "TIME"):
            return
        value = counted_value(reading.value) if self.narrative else reading.value
        covered = extent(value)
        if covered is None:
            return
        kind = granularity(value)
        if "-Q" in reading.value and not reading.aside:
            self._quarter = (reading.value, start)
        if kind == "decade" or kind is None:
            return
        if self.narrative and (reading.aside or self._in_brackets(start) or self._in_passing(reading, kind, start)):
            return
        self.mentioned = value
        self.before_christ = value != reading.value
        for exactness in range(_EXACTNESS.get(kind, _DAYS), _YEARS + 1):
            self._mentions[exactness] = covered[0]

    def taken_steps(self) -> Sequence[Step]:
        """The steps taken down since the last call; none where nobody asked for them."""
        if self.steps is None:
            return ()
        taken, self.steps[:] = tuple(self.steps), ()
        return taken

    def _in_passing(self, reading: Reading, kind: Granularity, start: int) -> bool:
        """Whether a story names a year in passing: one to come, and not at the head of a sentence.

        "A campaign planned for 1976", "papers released in 2005" do not take the story there. Years gone by do: on
        WikiWars, where they stand does not tell which.
        """
        told = self._mentions.get(_YEARS)
        if kind != "year" or reading.relative or told is None or int(counted_value(reading.value)) <= told.year:
            return False
        return _SENTENCE_HEAD.search(self.text, max(0, start - SENTENCE_HEAD_REACH), start) is None

    def _in_brackets(self, start: int) -> bool:
        """Whether the place is a parenthesis, in which a story says something aside."""
        lead = self.text[max(0, start - BRACKET_REACH) : start]
        return lead.rfind("(") > lead.rfind(")")

    def quarter(self, start: int) -> str | None:
        """The quarter that the text speaks of at ``start``."""
        if self._quarter is None or start - self._quarter[1] > QUARTER_REACH:
            return None
        return self._quarter[0]

    def direction(self, start: int, end: int) -> int:
        """-1 where the words about the span speak of the past, 1 of the future, 0 where they do not say."""
        if self.steps is not None:
            self._take_down_cue(self.steps, start, end)
        return direction(self.text, start, end)

    def looks_ahead(self, start: int, end: int) -> bool:
        """Whether the words about the span speak of the future."""
        if self.steps is not None:
            self._take_down_cue(self.steps, start, end)
        return looks_ahead(self.text, start, end)

    def _take_down_cue(self, steps: list[Step], start: int, end: int) -> None:
        found, words = cue_of(self.text, start, end)
        steps.append(Step("cue", words, found))
