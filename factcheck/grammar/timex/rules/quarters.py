"""Quarters, halves and fiscal years: "the third quarter", "Q3 2022", "the first half of 1998", "fiscal 1989"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from factcheck.grammar.timex.calendar import quarter_of, shift_months, shifted_value
from factcheck.grammar.timex.grammar import Phrase, Rule, rule
from factcheck.grammar.timex.kinds import LETTERS
from factcheck.grammar.timex.model import Reading
from factcheck.grammar.timex.rules.common import one, shift_of, stated_year, year_of_month

_UNIT = LETTERS["UNIT"]


_OF_OTHER = re.compile(r"[ ]of[ ](?:the|an?|his|her|its|their)[ ](?!(?:\w+[ ])?(?:year|fiscal|financial)\b)")
"""What makes a quarter one of a match, a season or a century."""


def _quarter(phrase: Phrase) -> Sequence[Reading]:
    """Read "the third quarter of 1998", "Q3 2022", "this year's third quarter", "third-quarter"."""
    units = [token.value for token in phrase.tokens if token.kind == _UNIT]
    number = phrase.number("QUARTERCODE") or phrase.number("ORDINAL") or 0
    if (not phrase.has("QUARTERCODE") and "Q" not in units) or not 1 <= number <= 4:
        return ()
    year = stated_year(phrase)
    if year is not None:
        return one("DATE", f"{year:04d}-Q{number}", relative=False)
    if _OF_OTHER.match(phrase.at.text, phrase.end):
        return ()
    base = phrase.at.base
    if base is None:
        return one("DATE", f"XXXX-Q{number}", relative=False)
    shift = shift_of(phrase, "THIS", "LAST", "NEXT", "PAST")
    if shift is not None and len(units) > 1:
        return one("DATE", f"{base.year + shift:04d}-Q{number}")
    before = phrase.has("EARLIER") or phrase.has("AGO")
    value = f"{_year_of_quarter(phrase, base, number) - before:04d}-Q{number}"
    return (Reading("DATE", value, relative=True, aside=before),)


def _year_of_quarter(phrase: Phrase, base: date, number: int) -> int:
    """The year of a quarter without one: the base's, or the one before for a quarter that it has not reached."""
    if phrase.at.narrative or number <= quarter_of(base):
        return base.year
    return base.year if phrase.at.direction(phrase.start, phrase.end) > 0 else base.year - 1


def _quarter_ending(phrase: Phrase) -> Sequence[Reading]:
    """Read "the September quarter": the one that ends with the month."""
    month = phrase.number("MONTH") or 0
    if phrase.text("UNIT") != "Q" or month % 3:
        return ()
    year = stated_year(phrase) or year_of_month(phrase, month)
    return one(
        "DATE", f"{year:04d}-Q{month // 3}" if year else f"XXXX-Q{month // 3}", relative=not phrase.has("YEAR")
    )


def _period_of_year(phrase: Phrase) -> Sequence[Reading]:
    """Read "the 1988 quarter", "the 1988 period": the quarter that the text speaks of, in that year."""
    quarter = phrase.at.quarter(phrase.start)
    if phrase.has("UNIT") and phrase.text("UNIT") != "Q":
        return ()
    year = f"{stated_year(phrase):04d}"
    return (Reading("DATE", year + quarter[4:] if quarter else year, relative=quarter is not None, aside=True),)


def _half(phrase: Phrase) -> Sequence[Reading]:
    """Read "the first half", "the second half of 1998", "the last half of the year"."""
    number = 2 if phrase.has("LAST") or phrase.has("LATTER") else phrase.number("ORDINAL")
    if number not in (1, 2) or (phrase.has("UNIT") and phrase.text("UNIT") != "Y"):
        return ()
    if phrase.has("DECADE"):
        return one("DATE", phrase.text("DECADE"), "START" if number == 1 else "END", relative=False)
    stated = stated_year(phrase)
    if stated is not None:
        return one("DATE", f"{stated:04d}-H{number}", relative=False)
    base = phrase.at.base
    if base is None or not phrase.has("UNIT"):
        return ()
    shift = next((token.value for token in phrase.tokens[2:] if token.kind in _LAST_NEXT), 0)
    return one("DATE", f"{base.year + int(shift or 0):04d}-H{number}")


_LAST_NEXT = frozenset([LETTERS["LAST"], LETTERS["NEXT"]])


def _half_code(phrase: Phrase) -> Sequence[Reading]:
    """Read "H1 2022", "2H 2021", "2022-H1"."""
    year = stated_year(phrase)
    return one("DATE", f"{year:04d}-H{phrase.number('HALFCODE')}" if year is not None else None, relative=False)


def _fiscal_year(phrase: Phrase) -> Sequence[Reading]:
    stated = stated_year(phrase)
    if stated is not None:
        return one("DATE", f"{stated:04d}", relative=False)
    base = phrase.at.base
    if base is None or phrase.text("UNIT") not in ("Y", "Q"):
        return ()
    shift = -1 if phrase.has("PAST") else shift_of(phrase, "LAST", "NEXT") or 0
    return one("DATE", shifted_value(base, phrase.text("UNIT"), shift))


def _year_end(phrase: Phrase) -> Sequence[Reading]:
    """Read "year-end": the last day of the year, or of the one before where early in a year the words look back."""
    year = stated_year(phrase)
    base = phrase.at.base
    if phrase.text("UNIT") != "Y" or phrase.text("EDGE") != "END":
        return ()
    if year is None and base is not None:
        back = phrase.at.direction(phrase.start, phrase.end) < 0
        year = shift_months(base, -6).year if back and base.year > 1 else base.year
    return one("DATE", f"{year:04d}-12-31" if year is not None else None, relative=not phrase.has("YEAR"))


QUARTER_RULES: tuple[Rule, ...] = (
    rule(
        "THE? (FISCAL|SAME)? (YEAR POSSESSIVE?|(THIS|LAST|NEXT) FISCAL? UNIT POSSESSIVE|SAME)? FISCAL? ORDINAL"
        " FISCAL? DASH? UNIT ((OF|COMMA)? FISCAL? (UNIT)? YEAR|OF (THIS|LAST|NEXT) FISCAL? UNIT)?",
        _quarter,
    ),
    rule("THE? UNIT DASH? (EARLIER|AGO) FISCAL? ORDINAL DASH? UNIT", _quarter),
    rule("QUARTERCODE (OF? FISCAL? YEAR|SHORTYEAR)?", _quarter),
    rule("YEAR DASH? QUARTERCODE", _quarter),
    rule("HALFCODE (OF? FISCAL? YEAR|SHORTYEAR)", _half_code),
    rule("YEAR DASH? HALFCODE", _half_code),
    rule("THE? MONTH YEAR? UNIT", _quarter_ending),
    rule("THE SAME? YEAR (UNIT|PERIOD)", _period_of_year),
    rule(
        "THE? (ORDINAL|LAST|LATTER) DASH? HALF"
        " (OF FISCAL? (YEAR|THE? DECADE|(THE|THIS|LAST|NEXT|THAT) FISCAL? UNIT))?",
        _half,
    ),
    rule("THE? FISCAL UNIT? (YEAR|SHORTYEAR)", _fiscal_year),
    rule("(THE|THIS|LAST|NEXT) (PAST|LAST|NEXT|REF)? FISCAL UNIT", _fiscal_year),
    rule("ABOUT? THE? UNIT (DASH|POSSESSIVE)? EDGE YEAR?", _year_end),
)
