"""Lengths of time and how often something happens: "five years", "the past three months", "every day"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.grammar.timex.grammar import Phrase, Rule, rule
from factcheck.grammar.timex.model import REFUSED, Reading
from factcheck.grammar.timex.rules.common import QUANTITY, UNKNOWN, count, one

_SCALED = {"CE": (100, "Y"), "DE": (10, "Y"), "2W": (2, "W"), "ML": (1000, "Y")}
"""Units that are counted in another: two decades are P20Y, one is P1DE."""


def period(number: int | str, unit: str) -> str:
    """The TIMEX3 duration of so many units; ``X`` is an unknown number."""
    if unit == "CE" and number == UNKNOWN:
        return "PXC"
    if unit in ("DE", "CE") and number in (1, UNKNOWN):
        return f"P{number}{unit}"
    if unit in _SCALED:
        factor, unit = _SCALED[unit]
        number = number * factor if isinstance(number, int) else number
    if unit.startswith("T"):
        return f"PT{number}{unit[1:]}"
    return "P2D" if unit == "WE" else f"P{number}{unit}"


def _unit(phrase: Phrase) -> str:
    return phrase.text("UNIT") or phrase.text("UNITS")


_AGE_AFTER = re.compile(r"[ -]olds?\b", re.IGNORECASE)


_OF_AFTER = re.compile(r"[ ](?:of|to|past|mile|inch|pound|point|percent)\b|-(?:final|back|mile|inch|point|pounder)")


def _counted(phrase: Phrase) -> Sequence[Reading]:
    """ "five years", "a few weeks", "the last 24 hours", "about two and a half years", "10-day"."""
    if _AGE_AFTER.match(phrase.at.text, phrase.end) and _unit(phrase) in ("Y", "M", "W", "D"):
        return (REFUSED,)
    if phrase.text("UNIT") == "Q" and _OF_AFTER.match(phrase.at.text, phrase.end):
        return (REFUSED,)
    number = count(phrase)
    if number is None:
        return ()
    if phrase.has("HALF") and isinstance(number, int):
        return one("DURATION", period(f"{number}.5", _unit(phrase)), relative=False)
    return one(
        "DURATION", period(number, _unit(phrase)), phrase.text("ABOUT") or phrase.text("OVER") or None, relative=False
    )


def _a_unit(phrase: Phrase) -> Sequence[Reading]:
    """ "a year": a length, or how often where a count leads ("twice a day")."""
    if _PER_LEADS.search(phrase.at.text, max(0, phrase.start - 40), phrase.start):
        return one("SET", period(1, _unit(phrase)), relative=False)
    return _counted(phrase)


_PER_LEADS = re.compile(
    r"(?:\b(?:once|twice|times)|[$£€]\d[\d.,]*(?:[ ](?:million|billion|thousand))?|\b(?:million|billion|thousand)"
    r"|\b\d[\d.,]*(?:[ ][a-z]+)?|\bhours|\bdays|\bpercent|%|\bcents|\bdollars|\bbarrels)[ ]$"
)


def _half_unit(phrase: Phrase) -> Sequence[Reading]:
    """ "half an hour", "half-century", "a half year"."""
    halves = {"TH": "PT30M", "Y": "P6M", "DE": "P5Y", "CE": "P50Y", "D": "PT12H", "TM": "PT30S"}
    return one("DURATION", halves.get(_unit(phrase)), relative=False)


def _quarter_century(phrase: Phrase) -> Sequence[Reading]:
    return one("DURATION", "P25Y" if phrase.text("UNIT") == "Q" and phrase.surface().endswith("century") else None)


def _uncounted(phrase: Phrase) -> Sequence[Reading]:
    """ "years", "recent months", "the coming weeks", "those days"."""
    unit = phrase.text("UNITS")
    if unit == "TS" or (len(phrase.tokens) == 1 and (unit == "Q" or _titled(phrase))):
        return ()
    return one("DURATION", period(UNKNOWN, unit), relative=False)


def _titled(phrase: Phrase) -> bool:
    """Whether a lone word has the capital of a name: "Minutes" within a sentence."""
    text, start = phrase.at.text, phrase.start
    return text[start].isupper() and text[max(0, start - 1) : start] == " " and text[start - 2] not in ".!?\"”'’:"


def _long(phrase: Phrase) -> Sequence[Reading]:
    """ "day-long", "weeks-long"."""
    return one("DURATION", period(1 if phrase.has("UNIT") else UNKNOWN, _unit(phrase)), relative=False)


def _ordinal_span(phrase: Phrase) -> Sequence[Reading]:
    """ "the first nine months", "the first two years"."""
    return _counted(phrase.part(phrase.index("ORDINAL") + 1, len(phrase.tokens)))


def _ordinal_units(phrase: Phrase) -> Sequence[Reading]:
    return one("DURATION", period(UNKNOWN, phrase.text("UNITS")), relative=False)


def _every(phrase: Phrase) -> Sequence[Reading]:
    """ "every day", "each of the past three years", "every two weeks"."""
    if phrase.has("OF"):
        return _counted(phrase.part(phrase.index("OF") + 1, len(phrase.tokens)))
    number = count(phrase)
    return one("SET", period(number or 1, _unit(phrase)), relative=False)


def _every_named(phrase: Phrase) -> Sequence[Reading]:
    """ "every Friday", "each July", "Sundays", "every summer"."""
    if phrase.has("MONTH"):
        return one("SET", f"XXXX-{phrase.number('MONTH'):02d}", relative=False)
    if phrase.has("SEASON"):
        return one("SET", f"XXXX-{phrase.text('SEASON').rstrip('*')}", relative=False)
    weekday = phrase.number("WEEKDAYS") if phrase.has("WEEKDAYS") else phrase.number("WEEKDAY")
    if weekday is not None:
        return one("SET", f"XXXX-WXX-{weekday + 1}", relative=False)
    return one("SET", f"XXXX-XX-XXT{phrase.text('PART')}" if phrase.has("PART") else None, relative=False)


def _often(phrase: Phrase) -> Sequence[Reading]:
    return one("SET", phrase.text("OFTEN"), relative=False)


_LEAD = "(THE? (LAST|PAST|NEXT|FOLLOWING|THAT)|THE|THIS (PAST|LAST|NEXT)|THAT)"
_FILLER = "(MORE|SAME|RECENT|PAST)"

DURATION_RULES: tuple[Rule, ...] = (
    rule("ABOUT? A MORE? UNIT", _a_unit),
    rule(f"(ABOUT|OVER)? {QUANTITY} {_FILLER}? UNITS", _counted),
    rule(f"ABOUT? {_LEAD}? ABOUT? {QUANTITY} {_FILLER}? UNITS", _counted),
    rule(f"ABOUT? {_LEAD}? {QUANTITY} OR A HALF UNITS", _counted),
    rule(f"(ABOUT|OVER)? (THE|A)? {QUANTITY} DASH? UNIT (DASH PERIOD)?", _counted),
    rule("ABOUT? (A|THE)? HALF (DASH|A)? UNIT", _half_unit),
    rule("A? UNIT DASH UNIT", _quarter_century),
    rule(f"{_LEAD}? (RECENT|MORE|FEW)* UNITS (OR UNITS)?", _uncounted),
    rule("THE? (UNIT|UNITS) DASH? LONG", _long),
    rule(f"THE? ORDINAL {QUANTITY} UNITS", _ordinal_span),
    rule("THE ORDINAL UNITS", _ordinal_units),
    rule("EVERY (OF THE? (LAST|PAST|NEXT)?)? (DAY|NUMBER|FEW|ORDINAL|MORE)? (UNIT|UNITS)", _every),
    rule("EVERY (WEEKDAY|MONTH|SEASON|PART)", _every_named),
    rule("WEEKDAYS", _every_named),
    rule("OFTEN", _often),
)
