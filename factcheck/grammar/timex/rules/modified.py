"""Parts of a date and rough dates: "early next year", "the end of 1990", "mid-November", "around 1950"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.grammar.timex.calendar import shifted_value
from factcheck.grammar.timex.grammar import Phrase, Rule, rule, shape_pattern
from factcheck.grammar.timex.model import REFUSED, Reading
from factcheck.grammar.timex.rules.common import one
from factcheck.grammar.timex.rules.whole_dates import DATES

_HEAD = re.compile(
    shape_pattern("(THE? (EDGE|(PHASE|LATTER) PERIOD?) OF|THE? PHASE DASH? (ON|OF)?|(EARLIER|LATER) ON?|ABOUT)")
)


def _modified(phrase: Phrase) -> Sequence[Reading]:
    match = _HEAD.match(phrase.shape)
    if match is None or match.end() >= len(phrase.tokens):
        return ()
    head = phrase.part(0, match.end())
    if head.has("ABOUT") and head.text("ABOUT") != "APPROX":  # "up to today"
        return ()
    if head.has("ABOUT") and phrase.has("AGO"):  # "nearly two weeks ago": those rules read it whole
        return ()
    matched, readings = DATES.read_at(phrase, match.end())
    if len(readings) != 1 or readings[0].tokens or readings[0].type != "DATE" or readings[0] is REFUSED:
        return ()
    if head.has("EDGE") and readings[0].extent:  # "the end of Ramadan" is a day, which another rule tells
        return ()
    return (readings[0]._replace(mod=_modifier(head), tokens=(0, match.end() + len(matched.tokens))),)


def _modifier(head: Phrase) -> str | None:
    if head.has("EARLIER"):
        return "START"
    if head.has("LATER"):
        return "END"
    return next((head.text(kind) for kind in ("EDGE", "PHASE", "LATTER", "ABOUT") if head.has(kind)), None)


def _part_of_unit(phrase: Phrase) -> Sequence[Reading]:
    """Read "the end of the month", "earlier in the week": those that the text speaks of."""
    unit = phrase.text("UNIT")
    base = phrase.at.reference(unit)
    if base is None or unit not in ("M", "Y", "W", "DE", "CE"):
        return ()
    return one("DATE", shifted_value(base, unit, 0), _modifier(phrase), anchor=base)


MODIFIED_RULES: tuple[Rule, ...] = (
    rule("THE? EDGE OF THE UNIT|(EARLIER|LATER) ON THE UNIT", _part_of_unit),
    rule("THE? (EDGE|PHASE|LATTER) .+", _modified),
    rule("(EARLIER|LATER) .+", _modified),
    rule("ABOUT .+", _modified),
)
