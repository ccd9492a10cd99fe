"""Seasons: "the summer of 1998", "last winter", "this fall"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.grammar.timex.calendar import extent
from factcheck.grammar.timex.grammar import Phrase, Rule, rule
from factcheck.grammar.timex.model import Reading
from factcheck.grammar.timex.rules.common import (
    TOLD_YEAR,
    deictic_year,
    one,
    shift_of,
    stated_year,
    told_year,
    year_of_month,
)

_MIDDLE_MONTH = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}
_FALLING = re.compile(r"[ ](?:of|in|from|to|through|by|off|below|short|apart|back|behind|for|into|and|as)\b")
_LEADS = re.compile(r"\b(?:in|by|since|until|during|early|late|mid|every|through|from)[ -]$", re.IGNORECASE)

_UNDERTAKING = re.compile(
    r"[ ](?:counter-?)?(?:offensives?|campaigns?|fighting|harvest|uprising|thaw|monsoon)\b", re.IGNORECASE
)
"""What is undertaken or comes in a season: "the spring offensive"."""


def _season(phrase: Phrase) -> Sequence[Reading]:
    season = phrase.text("SEASON")
    if season.endswith("*"):
        return ()
    stated = stated_year(phrase)
    if stated is not None:
        return one("DATE", f"{stated:04d}-{season}", relative=False)
    base = phrase.at.base
    if base is None:
        return one("DATE", f"XXXX-{season}", relative=False)
    pointed = any(phrase.has(kind) for kind in ("LAST", "NEXT", "THIS", "PAST"))
    if (not pointed or phrase.index("SEASON") == 0) and _is_other_word(phrase):
        return ()
    if phrase.has("UNIT"):
        year = told_year(phrase)
        return one("DATE", f"{year:04d}-{season}" if year else None)
    return one("DATE", f"{_season_year(phrase, season) or base.year:04d}-{season}")


def _is_other_word(phrase: Phrase) -> bool:
    """Whether "fall" is what prices do, or a lone "spring" has no preposition of time before it."""
    text = phrase.at.text
    if phrase.surface().endswith("fall") and _FALLING.match(text, phrase.end):
        return True
    if _UNDERTAKING.match(text, phrase.end):
        return False
    return phrase.index("SEASON") == 0 and not _LEADS.search(text, max(0, phrase.start - 10), phrase.start)


def _season_year(phrase: Phrase, season: str) -> int | None:
    base = phrase.at.base
    middle = _MIDDLE_MONTH[season]
    shift = shift_of(phrase, "LAST", "PAST", "NEXT", "THIS")
    if base is None or (shift is None and phrase.at.narrative):
        return base.year if base else None
    if shift is None:
        return year_of_month(phrase, middle)
    if shift == 0 or phrase.has("PAST"):
        return base.year if middle <= base.month + 3 or shift == 0 else base.year - 1
    if shift > 0:
        return deictic_year(base, middle, shift)
    covered = extent(f"{base.year:04d}-{season}")
    ended = covered is not None and covered[1] < base
    unfinished = season == "WI" and base.month <= _WINTER_ENDS
    return base.year - (not ended) - unfinished


_WINTER_ENDS = 2
"""The month to whose end "last winter" is not the winter that began in the year before."""


SEASON_RULES: tuple[Rule, ...] = (
    rule("THE? (THIS? (LAST|PAST|NEXT)|THIS)? SEASON ((OF|COMMA)? YEAR|OF? SHORTYEAR)?", _season),
    rule(f"THE? SEASON {TOLD_YEAR}", _season),
)
