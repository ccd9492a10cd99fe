"""How often something happens: "every day", "twice a week", "Sundays", "daily"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.grammar.timex.grammar import Phrase, Rule, rule
from factcheck.grammar.timex.model import Reading
from factcheck.grammar.timex.rules.common import count, one
from factcheck.grammar.timex.rules.durations import counted, period, unit_of

_COUNT_LEADS = re.compile(
    r"(?:\b(?:once|twice|times)|[$£€]\d[\d.,]*(?:[ ](?:million|billion|thousand))?|\b(?:million|billion|thousand)"
    r"|\b\d[\d.,]*(?:[ ][a-z]+)?|\bhours|\bdays|\bpercent|%|\bcents|\bdollars|\bbarrels)[ ]$"
)
"""Words before "a day" that make it how often, not how long."""

_LEAD_REACH = 40


def _a_unit(phrase: Phrase) -> Sequence[Reading]:
    """Read "a year": a length, or how often where a count leads ("twice a day")."""
    if _COUNT_LEADS.search(phrase.at.text, max(0, phrase.start - _LEAD_REACH), phrase.start):
        return one("SET", period(1, unit_of(phrase)), relative=False)
    return counted(phrase)


def _every(phrase: Phrase) -> Sequence[Reading]:
    """Read "every day", "per week", "each of the past three years", "every two weeks"."""
    if phrase.has("OF"):
        return counted(phrase.part(phrase.index("OF") + 1, len(phrase.tokens)))
    return one("SET", period(count(phrase) or 1, unit_of(phrase)), relative=False)


def _every_named(phrase: Phrase) -> Sequence[Reading]:
    """Read "every Friday", "each July", "Sundays", "every summer"."""
    if phrase.has("MONTH"):
        return one("SET", f"XXXX-{phrase.number('MONTH'):02d}", relative=False)
    if phrase.has("SEASON"):
        return one("SET", f"XXXX-{phrase.text('SEASON').rstrip('*')}", relative=False)
    part = f"T{phrase.text('PART')}" if phrase.has("PART") else ""
    weekday = phrase.number("WEEKDAYS") if phrase.has("WEEKDAYS") else phrase.number("WEEKDAY")
    if weekday is not None:
        return one("SET", f"XXXX-WXX-{weekday + 1}{part}", relative=False)
    return one("SET", f"XXXX-XX-XX{part}" if part else None, relative=False)


def _nights_of(phrase: Phrase) -> Sequence[Reading]:
    """Read "Tuesday nights"."""
    return _every_named(phrase) if phrase.surface().endswith("s") else ()


_NAME_AFTER = re.compile(r"[ ][A-Z]")
_TITLE_AFTER = re.compile(r"[ ](?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z]")
_NOUN_AFTER = re.compile(r"[ ](?!(?:in|on|to|and|or|by|at|from|for|since|as|with)\b)[a-z]")


def _often(phrase: Phrase) -> Sequence[Reading]:
    """Read "daily"; not the "Daily" of a newspaper, nor "the daily" before its name."""
    if phrase.at.text[phrase.start].isupper() and _NAME_AFTER.match(phrase.at.text, phrase.end):
        return ()
    if _TITLE_AFTER.match(phrase.at.text, phrase.end):  # "the party daily Aurora"
        return ()
    if phrase.surface() == "quarterly" and _NOUN_AFTER.match(phrase.at.text, phrase.end):  # a kind of dividend
        return ()
    return one("SET", phrase.text("OFTEN"), relative=False)


SET_RULES: tuple[Rule, ...] = (
    rule("ABOUT? A MORE? UNIT", _a_unit),
    rule("EVERY (OF THE? (LAST|PAST|NEXT)?)? (DAY|NUMBER|FEW|ORDINAL|MORE)? (UNIT|UNITS)", _every),
    rule("EVERY (WEEKDAY|MONTH|SEASON) PART?", _every_named),
    rule("EVERY PART", _every_named),
    rule("WEEKDAY PART", _nights_of),
    rule("WEEKDAYS", _every_named),
    rule("OFTEN", _often),
)
