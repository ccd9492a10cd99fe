"""Lengths of time: "five years", "two and a half hours", "the past three months", "10-day", "weeks-long"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.grammar.timex.grammar import Phrase, Rule, rule
from factcheck.grammar.timex.kinds import LETTERS
from factcheck.grammar.timex.model import REFUSED, Reading
from factcheck.grammar.timex.numbers import NUMBER_SCALES
from factcheck.grammar.timex.rules.common import NUMERALS, QUANTITY, UNKNOWN, count, one

_SCALED = {"CE": (100, "Y"), "DE": (10, "Y"), "2W": (2, "W"), "ML": (1000, "Y")}
"""Units that are counted in another: two decades are P20Y, one is P1DE."""

_HALVES = {"TH": "30M", "Y": "6M", "TM": "30S"}
"""What half of a unit is behind whole ones: "2 1/2 years" is P2Y6M."""

_HALF_ALONE = {"TH": "PT30M", "Y": "P6M", "DE": "P5Y", "CE": "P50Y", "D": "PT12H", "TM": "PT30S"}


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


def unit_of(phrase: Phrase) -> str:
    """The unit that the phrase counts, singular or plural."""
    return phrase.text("UNIT") or phrase.text("UNITS")


_AGE_AFTER = re.compile(r"[ -]olds?\b", re.IGNORECASE)
_FRACTION_AFTER = re.compile(
    r"[ ](?:of(?![ ]\d{4})|to|past|mile|inch|pound|point|percent|cup|ounce|spoon|teaspoon|acre|million|billion)\b"
    r"|-(?:final|back|mile|inch|point|pounder|finalist)"
)
"""What makes "a quarter" or "three quarters" a share, a match or a player."""

_SHARES = frozenset([1, 3])

_ROUND_THE_CLOCK = re.compile(r"[ ]a day\b")


def counted(phrase: Phrase) -> Sequence[Reading]:
    """Read "five years", "a few weeks", "the last 24 hours", "10-day"; an age is none."""
    unit = unit_of(phrase)
    text, end = phrase.at.text, phrase.end
    if _AGE_AFTER.match(text, end) and unit in ("Y", "M", "W", "D"):
        return (REFUSED,)
    if _titled(phrase, phrase.tokens[-1].start) or (unit == "TH" and _ROUND_THE_CLOCK.match(text, end)):
        return (REFUSED,)
    number = count(phrase)
    if number is None:
        return ()
    if unit == "Q" and number in _SHARES and (_FRACTION_AFTER.match(text, end) or phrase.has("ABOUT")):
        return (REFUSED,)
    lead = _lead(phrase)
    comparator = phrase.text("ABOUT") or (phrase.text("OVER") if phrase.index("OVER") >= lead else "")
    tokens = (lead, len(phrase.tokens)) if lead else None
    return (Reading("DURATION", period(number, unit), comparator or None, tokens=tokens),)


def _lead(phrase: Phrase) -> int:
    """How many words at the front are not the duration's: "over several years", "a ten-day trip"."""
    prepositions = int(phrase.index("OVER") == 0 and _is_preposition(phrase))
    return prepositions + _has_nouns_article(phrase.part(prepositions, len(phrase.tokens)))


_COMPARES = re.compile(
    r"\b(?:for|just|well|little|slightly|after|of|within|than|last(?:s|ed|ing)?|took|takes?|spent|waited|served)[ ]$",
    re.IGNORECASE,
)
"""What makes "over three years" a comparison; else the years are those over which something went on."""


def _is_preposition(phrase: Phrase) -> bool:
    """Whether "over" leads up to a stretch of time; "over an hour" compares, and "under" always does."""
    over, first, second = phrase.tokens[:3]
    if (first.kind == LETTERS["A"] and second.kind == LETTERS["UNIT"]) or over.value != "MORE_THAN":
        return False
    return _COMPARES.search(phrase.at.text, max(0, over.start - 10), over.start) is None


def _has_nouns_article(phrase: Phrase) -> bool:
    """Whether an article stands before a count whose unit is singular: it is the noun's ("the two day rally")."""
    if phrase.has("PERIOD") or not phrase.has("UNIT"):  # "a three-year period" is one thing
        return False
    kinds = phrase.shape
    return len(kinds) > 2 and kinds[0] in _ARTICLES and kinds[1] in _COUNTS and not _scales(phrase)


_ARTICLES = frozenset([LETTERS["A"], LETTERS["THE"]])
_COUNTS = NUMERALS | {LETTERS["FEW"]}


def _scales(phrase: Phrase) -> bool:
    """Whether the article counts: "a hundred"."""
    return phrase.tokens[1].value in NUMBER_SCALES.values()


def _counted_period(phrase: Phrase) -> Sequence[Reading]:
    """Read "a three-year period"."""
    return counted(phrase) if phrase.surface().endswith("period") else ()


def _titled(phrase: Phrase, start: int) -> bool:
    """Whether a word has the capital of a name: "Minutes" within a sentence."""
    text = phrase.at.text
    return text[start].isupper() and text[max(0, start - 1) : start] == " " and text[start - 2] not in ".!?\"”'’:"


def _and_a_half(phrase: Phrase) -> Sequence[Reading]:
    """Read "two and a half years", "2 1/2 hours", "a minute and a half"."""
    number, unit = count(phrase.part(0, _half_place(phrase))), unit_of(phrase)
    if not isinstance(number, int) or unit in _SCALED or phrase.text("FRACTION") not in ("", "1/2", "½"):
        return ()
    whole = period(number, unit)
    half = _HALVES.get(unit)
    return one("DURATION", whole + half if half else whole.replace(str(number), f"{number}.5"), relative=False)


def _half_place(phrase: Phrase) -> int:
    return phrase.index("FRACTION") if phrase.has("FRACTION") else phrase.index("OR")


def _half_unit(phrase: Phrase) -> Sequence[Reading]:
    """Read "half an hour", "half-century", "a half year"."""
    return one("DURATION", _HALF_ALONE.get(unit_of(phrase)), relative=False)


def _quarter_century(phrase: Phrase) -> Sequence[Reading]:
    return one("DURATION", "P25Y" if phrase.text("UNIT") == "Q" and phrase.surface().endswith("century") else None)


def _uncounted(phrase: Phrase) -> Sequence[Reading]:
    """Read "years", "recent months", "the coming weeks", "those days"."""
    unit = phrase.text("UNITS")
    if _AGE_AFTER.match(phrase.at.text, phrase.end):  # "eighteen-years-old"
        return (REFUSED,)
    if unit == "TS" or (len(phrase.tokens) == 1 and (unit == "Q" or _titled(phrase, phrase.start))):
        return ()
    return one("DURATION", period(UNKNOWN, unit), relative=False)


def _long(phrase: Phrase) -> Sequence[Reading]:
    """Read "day-long", "weeks-long"."""
    return one("DURATION", period(1 if phrase.has("UNIT") else UNKNOWN, unit_of(phrase)), relative=False)


def _ordinal_span(phrase: Phrase) -> Sequence[Reading]:
    """Read "the first nine months", "the first two years"."""
    return counted(phrase.part(phrase.index("ORDINAL") + 1, len(phrase.tokens)))


def _ordinal_units(phrase: Phrase) -> Sequence[Reading]:
    return one("DURATION", period(UNKNOWN, phrase.text("UNITS")), relative=False)


_LEAD = "(THE? (LAST|PAST|NEXT|FOLLOWING|THAT)|THE|THIS (PAST|LAST|NEXT)|THAT)"
_FILLER = "(MORE|SAME|RECENT|PAST)"

DURATION_RULES: tuple[Rule, ...] = (
    rule(f"(ABOUT|OVER)? {QUANTITY} {_FILLER}? UNITS", counted),
    rule(f"ABOUT? {_LEAD}? ABOUT? {QUANTITY} {_FILLER}? UNITS", counted),
    rule(f"ABOUT? {_LEAD}? {QUANTITY} (OR A HALF|FRACTION) (UNIT|UNITS)", _and_a_half),
    rule("ABOUT? (A|NUMBER) MORE? (UNIT|UNITS) OR A HALF", _and_a_half),
    rule(f"(ABOUT|OVER)? (THE|A)? {QUANTITY} DASH? UNIT", counted),
    rule(f"(ABOUT|OVER)? (THE|A)? {QUANTITY} DASH? UNIT DASH? PERIOD", _counted_period),
    rule("ABOUT? (A|THE)? HALF (DASH|A)? UNIT", _half_unit),
    rule("A? UNIT DASH UNIT", _quarter_century),
    rule(f"{_LEAD}? (RECENT|MORE|FEW)* UNITS (OR UNITS)?", _uncounted),
    rule("THE? (UNIT|UNITS) DASH? LONG", _long),
    rule(f"THE? ORDINAL {QUANTITY} UNITS", _ordinal_span),
    rule("THE ORDINAL UNITS", _ordinal_units),
)
