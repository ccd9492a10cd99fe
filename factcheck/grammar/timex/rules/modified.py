"""Parts of a date and rough dates: "early next year", "the end of 1990", "mid-November", "around 1950"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.grammar.timex.grammar import Grammar, Phrase, Rule, rule, shape_pattern
from factcheck.grammar.timex.model import Reading
from factcheck.grammar.timex.rules.calendar_dates import CALENDAR_RULES
from factcheck.grammar.timex.rules.deictic import DEICTIC_RULES

_DATES = Grammar((*CALENDAR_RULES, *DEICTIC_RULES))
_EDGE = re.compile(shape_pattern("THE? (EDGE|PHASE (PERIOD|AGO)?) OF"))
_PHASE = re.compile(shape_pattern("THE? PHASE DASH? (ON|OF)?"))
_EARLIER = re.compile(shape_pattern("(EARLIER|LATER) ON?"))
_ABOUT = re.compile(shape_pattern("ABOUT"))


def _modified(phrase: Phrase) -> Sequence[Reading]:
    for head, mod in ((_EDGE, None), (_PHASE, None), (_EARLIER, ""), (_ABOUT, None)):
        match = head.match(phrase.shape)
        if match and match.end() < len(phrase.tokens):
            found = _with_mod(phrase, match.end(), mod)
            if found:
                return found
    return ()


def _with_mod(phrase: Phrase, place: int, mod: str | None) -> Sequence[Reading]:
    matched, readings = _DATES.read_at(phrase, place)
    if len(readings) != 1 or readings[0].tokens or readings[0].type != "DATE":
        return ()
    head = phrase.part(0, place)
    if mod is None:
        mod = head.text("EDGE") or head.text("PHASE") or head.text("ABOUT")
    elif head.has("EARLIER"):
        mod = "START"
    else:
        mod = "END"
    reading = readings[0]
    return (Reading("DATE", reading.value, mod or None, reading.relative, (0, place + len(matched.tokens))),)


MODIFIED_RULES: tuple[Rule, ...] = (
    rule("THE? (EDGE|PHASE) .+", _modified),
    rule("(EARLIER|LATER) .+", _modified),
    rule("ABOUT .+", _modified),
)
