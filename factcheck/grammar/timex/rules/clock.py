"""Times of day, alone or with their day: "5:30 p.m. on Tuesday", "Friday night", "this morning", "noon"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from factcheck.grammar.timex.calendar import day_of, is_one_day, shifted_value
from factcheck.grammar.timex.grammar import Phrase, Rule, rule, shape_pattern
from factcheck.grammar.timex.model import Reading
from factcheck.grammar.timex.rules.common import one, shift_of
from factcheck.grammar.timex.rules.whole_dates import DATES

_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?[ ]?(?:([ap])|o)?", re.IGNORECASE)
_LINK = re.compile(shape_pattern("(ZONE|COMMA|ON|OF)*"))
_HEAD = re.compile(
    shape_pattern("ABOUT? THE? PHASE? DASH? (CLOCK|NOON|PART UNITS?|UNITS) (ZONE|(ON|COMMA)? THE PART)?")
)
_SUFFIX = re.compile(shape_pattern("(COMMA? (ON THE?)? PHASE? (CLOCK|NOON|PART) ZONE?)"))


def _time_of_day(phrase: Phrase) -> str | None:
    """``T17:30``, ``TMO``: what the phrase's clock, noon or part of day says."""
    if phrase.has("CLOCK"):
        return _clock(phrase)
    if phrase.has("NOON"):
        return phrase.text("NOON")
    return f"T{phrase.text('PART')}" if phrase.has("PART") else None


def _clock(phrase: Phrase) -> str | None:
    match = _CLOCK.match(phrase.text("CLOCK"))
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if match[3]:
        hour = hour % 12 + (12 if match[3].lower() == "p" else 0)
    elif phrase.text("PART") in ("AF", "EV", "NI") and hour < 12:
        hour += 12
    if hour > 24 or minute > 59:
        return None
    return f"T{hour:02d}:{minute:02d}"


def _mod(phrase: Phrase) -> str | None:
    return phrase.text("PHASE") or phrase.text("ABOUT") or None


def _time_then_day(phrase: Phrase) -> Sequence[Reading]:
    """Read "9 a.m. EST Tuesday", "the morning of Nov. 9"."""
    head = _HEAD.match(phrase.shape)
    if head is None:
        return ()
    place = _after_link(phrase, head.end())
    if place >= len(phrase.tokens):
        return ()
    matched, readings = DATES.read_at(phrase, place)
    if len(readings) != 1 or not is_one_day(readings[0].value):
        return ()
    told = phrase.part(0, head.end())
    time = _early_hours(told) if told.has("UNITS") and not told.has("PART") else _time_of_day(told)
    if time is None:
        return ()
    span = (0, place + len(matched.tokens))
    return (readings[0]._replace(type="TIME", value=readings[0].value + time, mod=_mod(told), tokens=span),)


def _early_hours(phrase: Phrase) -> str | None:
    """Read "the early hours of Thursday": its morning; late hours are its night."""
    if phrase.text("UNITS") != "TH" or not phrase.has("PHASE"):
        return None
    return "TMO" if phrase.text("PHASE") == "START" else "TNI"


def _after_link(phrase: Phrase, place: int) -> int:
    link = _LINK.match(phrase.shape, place)
    return link.end() if link else place


def _day_then_time(phrase: Phrase) -> Sequence[Reading]:
    """Read "Friday night", "Nov. 9 at 5 p.m.", "yesterday, early morning"."""
    matched, readings = DATES.read_at(phrase, 0)
    if len(readings) != 1 or not is_one_day(readings[0].value):
        return ()
    suffix = _SUFFIX.match(phrase.shape, len(matched.tokens))
    if suffix is None:
        return ()
    tail = phrase.part(len(matched.tokens), suffix.end())
    time = _time_of_day(tail)
    if time is None:
        return ()
    span = (0, suffix.end())
    return (readings[0]._replace(type="TIME", value=readings[0].value + time, mod=_mod(tail), tokens=span),)


def _phase_of_day(phrase: Phrase) -> Sequence[Reading]:
    """Read "early Friday morning", "late on Tuesday night"."""
    head = _PHASE_HEAD.match(phrase.shape)
    if head is None:
        return ()
    rest = phrase.part(head.end(), len(phrase.tokens))
    mod = _phase_mod(phrase)
    return [
        found._replace(mod=mod, tokens=(0, head.end() + found.tokens[1]))
        for found in _day_then_time(rest)
        if found.tokens
    ]


def _phase_mod(phrase: Phrase) -> str | None:
    if phrase.has("PHASE"):
        return phrase.text("PHASE")
    return "START" if phrase.has("EARLIER") else "END"


def _spoken_day(phrase: Phrase) -> date | None:
    """The day that a lone time belongs to: the last one mentioned in a narrative, else the base."""
    mentioned = day_of(phrase.at.mentioned) if phrase.at.mentioned else None
    return mentioned or phrase.at.base


def _lone_clock(phrase: Phrase) -> Sequence[Reading]:
    time = _time_of_day(phrase)
    if phrase.has("NOON") and phrase.capital_within():  # "High Noon"
        return ()
    if time is None or (
        _bare_digits(phrase) and not _TIME_LEADS.search(phrase.at.text, max(0, phrase.start - 10), phrase.start)
    ):
        return ()
    day = _spoken_day(phrase)
    return one("TIME", (day.isoformat() if day else "XXXX-XX-XX") + time, _mod(phrase), anchor=day)


_TIME_LEADS = re.compile(
    r"\b(?:at|by|from|until|till|to|before|after|around|about|between|since|and)[ ]$", re.IGNORECASE
)
"""What tells "at 9:30" from the score, the verse and the race time that are written alike."""


def _bare_digits(phrase: Phrase) -> bool:
    """Whether nothing but a colon says that the digits are a time: no "a.m.", no zone, no part of day."""
    return len(phrase.tokens) == 1 and phrase.text("CLOCK").replace(":", "").isdigit()


def _spoken_hour(phrase: Phrase) -> Sequence[Reading]:
    """Read "four in the morning", "5 in the evening"."""
    hour = phrase.number("DAY") or phrase.number("NUMBER") or 0
    if not 1 <= hour <= 12 or " in the " not in phrase.surface():
        return ()
    late = phrase.text("PART") in ("AF", "EV")
    day = _spoken_day(phrase)
    clock = f"T{hour % 12 + 12 * late:02d}:00"
    return one("TIME", (day.isoformat() if day else "XXXX-XX-XX") + clock, _mod(phrase), anchor=day)


def _before_last(phrase: Phrase) -> Sequence[Reading]:
    """Read "the night before last"."""
    return _part_of(phrase, phrase.at.base, -2) if phrase.surface().endswith("before last") else ()


def _this_part(phrase: Phrase) -> Sequence[Reading]:
    """Read "this morning", "last night", "that afternoon", "tomorrow night"."""
    told = phrase.has("THAT") or phrase.has("SAME") or (phrase.has("THE") and not phrase.has("LAST"))
    shift = shift_of(phrase, "LAST", "NEXT", "FOLLOWING") or 0
    return _part_of(phrase, phrase.at.reference("D") if told else phrase.at.base, shift)


def _the_part(phrase: Phrase) -> Sequence[Reading]:
    return _part_of(phrase, _spoken_day(phrase), 0)


def _part_of(phrase: Phrase, day: date | None, shift: int) -> Sequence[Reading]:
    value = shifted_value(day, "D", shift) if day else "XXXX-XX-XX"
    return one("TIME", value and f"{value}T{phrase.text('PART')}", _mod(phrase), anchor=day)


def _at_night(phrase: Phrase) -> Sequence[Reading]:
    """Read "at night": any night, so none of the calendar's."""
    if phrase.surface() != "at night":
        return ()
    return (Reading("TIME", "XXXX-XX-XXTNI", tokens=(1, 2)),)


def _overnight(phrase: Phrase) -> Sequence[Reading]:
    return _the_part(phrase) if phrase.surface() == "overnight" else ()


_PHASE_HEAD = re.compile(shape_pattern("(PHASE|EARLIER|LATER) ON?"))
_DAYISH = "(WEEKDAY|MONTH|TODAY|DAY|NUMERIC|THIS|LAST|NEXT|THE|HOLIDAY|ORDINAL|THAT|FOLLOWING)"

CLOCK_RULES: tuple[Rule, ...] = (
    rule("ABOUT? THE? PHASE? DASH? (CLOCK|NOON|PART) .+", _time_then_day),
    rule("THE? PHASE UNITS OF .+", _time_then_day),
    rule("ABOUT? (DAY|NUMBER) ON THE PART", _spoken_hour),
    rule("THE PART BEFORE LAST", _before_last),
    rule(f"{_DAYISH} .*(CLOCK|NOON|PART) ZONE?", _day_then_time),
    rule(f"(PHASE|EARLIER|LATER) ON? {_DAYISH} .+", _phase_of_day),
    rule("ABOUT? (CLOCK|NOON) ZONE? (ON THE PART)?", _lone_clock),
    rule("PHASE? DASH? (THIS|LAST|NEXT|THAT THE? SAME?|THE SAME|THE FOLLOWING|THE NEXT) PHASE? PART", _this_part),
    rule("(THE PHASE?|PHASE) DASH? PART UNITS?", _the_part),
    rule("ON PART", _at_night),
    rule("PART", _overnight),
)
