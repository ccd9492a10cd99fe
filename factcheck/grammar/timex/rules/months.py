"""Months: "November 2022", "September", "last March", "June of that year"; and when "May" or "March" is none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.grammar.timex.grammar import Phrase, Rule, rule
from factcheck.grammar.timex.kinds import LETTERS
from factcheck.grammar.timex.model import Reading
from factcheck.grammar.timex.rules.common import (
    TOLD_YEAR,
    deictic_year,
    is_one_word,
    one,
    shift_of,
    stated_year,
    told_year,
    year_of_month,
)


def _month(phrase: Phrase) -> Sequence[Reading]:
    month = phrase.number("MONTH") or 0
    stated = stated_year(phrase)
    if stated is not None:
        return one("DATE", f"{stated:04d}-{month:02d}", relative=False)
    if len(phrase.tokens) == 1 and not _stands_alone(phrase):
        return ()
    if phrase.has("UNIT"):
        year = told_year(phrase)
        return one("DATE", f"{year:04d}-{month:02d}" if year else None)
    base = phrase.at.base
    if base is None:
        return one("DATE", f"XXXX-{month:02d}", relative=False)
    shift = shift_of(phrase, "LAST", "PAST", "NEXT", "THIS")
    year = year_of_month(phrase, month) if shift is None else deictic_year(base, month, shift)
    return one("DATE", f"{year:04d}-{month:02d}")


def _dashed_month(phrase: Phrase) -> Sequence[Reading]:
    """Read "Apr-1900"."""
    return _month(phrase) if is_one_word(phrase) else ()


def _month_range(phrase: Phrase) -> Sequence[Reading]:
    """Read "June-July 2021", "November to March 2021": a first month later in the year is of the year before."""
    first, last = (token for token in phrase.tokens if token.kind == LETTERS["MONTH"])
    year = stated_year(phrase) or 0
    if not isinstance(first.value, int) or not isinstance(last.value, int):
        return ()
    place = phrase.tokens.index(last)
    return (
        Reading("DATE", f"{year - (first.value > last.value):04d}-{first.value:02d}", tokens=(0, 1)),
        Reading("DATE", f"{year:04d}-{last.value:02d}", tokens=(place, len(phrase.tokens))),
    )


_LEADS = re.compile(
    r"\b(?:in|since|until|till|by|from|to|of|for|through|during|before|after|between|and|or|late|early|mid|last|next|this"
    r"|every|each|around|about|on|at|as|one|a|the|that|with|than)[ ,]+$|['’]s[ ]+$|\bmid-$",
    re.IGNORECASE,
)
_SURE_LEADS = re.compile(r"\b(?:in|since|until|by|last|next|late|early|mid)[ -]$", re.IGNORECASE)
_SHORT = frozenset(["jan", "mar", "apr", "jun", "jul", "sep", "dec"])
"""Abbreviations that are also names or other words."""

_VERBS = frozenset(["may", "march"])
_NAMES = frozenset(["april", "june", "august"])
_SURNAME_AFTER = re.compile(r"[ ]+[A-Z][a-z]+")
_THE_MARCH = re.compile(r"\b(?:the|a|their|his|its|long|this)[ ]$", re.IGNORECASE)
_MARCH_ON = re.compile(r"[ ]*(?:[^\w\s]|(?:to|on|of|against|from|towards?|through|for|into|in)\b)")


def _stands_alone(phrase: Phrase) -> bool:
    """Whether a lone "May", "March" or "April" is the month and not a verb, an event or a name."""
    surface = phrase.surface()
    text, start = phrase.at.text, phrase.start
    lead = max(0, start - 12)
    if surface in _SHORT:
        return bool(_SURE_LEADS.search(text, lead, start))
    if surface == "march" and _THE_MARCH.search(text, lead, start) and _MARCH_ON.match(text, phrase.end):
        return False
    if surface in _NAMES and _SURNAME_AFTER.match(text, phrase.end):
        return bool(_SURE_LEADS.search(text, lead, start))
    if surface not in _VERBS | _NAMES or _LEADS.search(text, lead, start):
        return True
    return surface in _NAMES and not text[max(0, start - 2) : start].strip().isalpha()


MONTH_RULES: tuple[Rule, ...] = (
    rule("(THIS? (LAST|PAST|NEXT)|THIS)? MONTH (COMMA? OF? YEAR|COMMA? SHORTYEAR)?", _month),
    rule(f"MONTH {TOLD_YEAR}", _month),
    rule("MONTH DASH YEAR", _dashed_month),
    rule("MONTH (DASH|OR) MONTH (COMMA? OF? YEAR|COMMA? SHORTYEAR)", _month_range),
)
