"""Years, decades and centuries: "2020", "'89", "490 BC", "1998-99", "the 1990s", "the 19th century"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.grammar.timex.grammar import Phrase, Rule, rule
from factcheck.grammar.timex.kinds import LETTERS
from factcheck.grammar.timex.model import Reading
from factcheck.grammar.timex.rules.common import NUMERALS, full_year, one

FIRST_BARE_YEAR = 1500
LAST_BARE_YEAR = 2100
"""Four digits from here to there are a year unless the words about them count something."""

_COUNTED_AFTER = re.compile(
    r"""[ -]+(?:
      people|persons|men|women|children|troops|soldiers|police|officers|workers|employees|students|residents|families
    | members|passengers|prisoners|refugees|migrants|patients|civilians|victims|villagers|fighters|rebels|protesters
    | demonstrators|fans|spectators|viewers|followers|subscribers|visitors|others
    | views|likes|signatures|tickets|jobs|votes|points|seats|cases|deaths|shares|copies|pages|patrols|calls|units
    | dollars|cents|euros|pounds|yen|francs|marks|miles|kilomet(?:er|re)s|met(?:er|re)s|feet|foot|yards|acres|hectares
    | tons|tonnes|kilos|kilograms|grams|lbs?|km|kg|cc|mm|cm|mph|ft|m\b|barrels|gallons|lit(?:er|re)s|degrees|rpm|hp
    | calories|percent|per|times|hours|minutes|seconds|days|weeks|months|years|or[ ]so|more
    | homes|houses|schools|buildings|vehicles|cars|trucks|aircraft|missiles|rockets
    | (?:[A-Z][a-z]+[ ]){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Drive|Court|Place|Square|Way)\b
    )\b""",
    re.VERBOSE,
)
"""Words behind four digits that make them a count or an address."""

_NUMBERED = re.compile(
    r"(?:\b(?:no\.?|number|flight|room|resolution|route|highway|section|page|article|boeing|airbus|model|rs\.?|dlrs|channel"
    r"|bill|order|chapter|unit|US\$|C\$|windows|office)[ ])$",
    re.IGNORECASE,
)
"""Words before four digits that make them the number of a thing."""

_SURE_LEADS = re.compile(r"\b(?:in|since|until|till|during|early|late|mid|year|fiscal)[ -]+$", re.IGNORECASE)
_COUNT_LEADS = re.compile(
    r"\b(?:than|about|nearly|almost|some|over|only|least|roughly|approximately)[ ]$", re.IGNORECASE
)
_GLUED = re.compile(r"(?:[^\W\d_]|\d)(?<!\bFY)$")
"""A letter or digit to which a year is glued: "#WIN2020" names something, "FY2020" is a fiscal year."""

_GLUED_SIGNS = frozenset("$£€¥#/+=&@_")
_CENTURY_NUMBERS = frozenset(LETTERS[name] for name in ("ORDINAL", "NUMBER"))


def _bare_year(phrase: Phrase) -> Sequence[Reading]:
    year = phrase.number("YEAR") or 0
    text, start, end = phrase.at.text, phrase.start, phrase.end
    sure = _SURE_LEADS.search(text, max(0, start - 10), start)
    if not sure and not FIRST_BARE_YEAR <= year <= LAST_BARE_YEAR:
        return ()
    if start and (text[start - 1] in _GLUED_SIGNS or _GLUED.search(text, max(0, start - 3), start)):
        return ()
    if _COUNTED_AFTER.match(text, end) or _NUMBERED.search(text, max(0, start - 14), start):
        return ()
    if not sure and _COUNT_LEADS.search(text, max(0, start - 16), start) and year % 100 == 0:
        return ()
    return one("DATE", f"{year:04d}", relative=False)


def _the_year(phrase: Phrase) -> Sequence[Reading]:
    """Read "the year 1998", "the year two thousand"."""
    if phrase.text("UNIT") != "Y":
        return ()
    if phrase.has("YEAR"):
        return one("DATE", f"{phrase.number('YEAR'):04d}", relative=False)
    values = [token.value for token in phrase.tokens if isinstance(token.value, int)]
    return one("DATE", "2000", relative=False) if values == [2, 1000] else ()


def _short_year(phrase: Phrase) -> Sequence[Reading]:
    return one("DATE", f"{full_year(phrase.number('SHORTYEAR') or 0):04d}", relative=False)


def _year_span(phrase: Phrase) -> Sequence[Reading]:
    """Read "1998-99": two years, each its own reading."""
    first, last = phrase.tokens[0].value, phrase.tokens[2].value
    if not isinstance(first, int) or not isinstance(last, int) or phrase.tokens[1].end != phrase.tokens[2].start:
        return ()
    full = last if last > 99 else first // 100 * 100 + last
    if not first < full <= first + 100:
        return ()
    return (
        Reading("DATE", f"{first:04d}", tokens=(0, 1)),
        Reading("DATE", f"{full:04d}", tokens=(2, 3)),
    )


def _era_year(phrase: Phrase) -> Sequence[Reading]:
    """Read "490 BC", "AD 70", "June 479 BC", "the spring of 480 BC"."""
    numbers = [token.value for token in phrase.tokens if token.kind in NUMERALS and isinstance(token.value, int)]
    if not numbers or not 0 < numbers[0] < 10000:
        return ()
    value = f"{numbers[0]:04d}"
    if phrase.has("MONTH"):
        value += f"-{phrase.number('MONTH'):02d}"
    if phrase.has("SEASON"):
        value += f"-{phrase.text('SEASON')}"
    return one("DATE", f"BC{value}" if phrase.text("ERA") == "BC" else value, relative=False)


def _era_range(phrase: Phrase) -> Sequence[Reading]:
    """Read "499-493 BC", "from 264 to 241 BC", "AD 14-37": two years of one era."""
    leads = phrase.index("ERA") == 0
    first, _, last = phrase.tokens[leads : leads + 3]
    if not isinstance(first.value, int) or not isinstance(last.value, int):
        return ()
    is_before = phrase.text("ERA") == "BC"
    if not (0 < last.value < first.value < 10000 if is_before else 0 < first.value < last.value < 10000):
        return ()
    era = "BC" if is_before else ""
    return (
        Reading("DATE", f"{era}{first.value:04d}", tokens=(0, leads + 1)),
        Reading("DATE", f"{era}{last.value:04d}", tokens=(leads + 2, 3 + 1)),
    )


def _decade(phrase: Phrase) -> Sequence[Reading]:
    before_christ = "BC" if phrase.text("ERA") == "BC" else ""
    return one("DATE", before_christ + phrase.text("DECADE"), relative=False)


def _century(phrase: Phrase) -> Sequence[Reading]:
    number = sum(t.value for t in phrase.tokens if t.kind in _CENTURY_NUMBERS and isinstance(t.value, int))
    if phrase.text("UNIT") != "CE" or not 0 < number <= 30:
        return ()
    value = f"{number - 1:02d}"
    return one("DATE", f"BC{value}" if phrase.text("ERA") == "BC" else value, relative=False)


YEAR_RULES: tuple[Rule, ...] = (
    rule("YEAR", _bare_year),
    rule("THE UNIT (YEAR|NUMBER NUMBER)", _the_year),
    rule("SHORTYEAR", _short_year),
    rule("YEAR DASH (DAY|NUMBER|YEAR)", _year_span),
    rule("(MONTH|THE? SEASON OF?)? (YEAR|DAY|NUMBER) ERA", _era_year),
    rule("ERA (YEAR|DAY|NUMBER)", _era_year),
    rule("(YEAR|DAY|NUMBER) (DASH|OR) (YEAR|DAY|NUMBER) ERA", _era_range),
    rule("ERA (YEAR|DAY|NUMBER) (DASH|OR) (YEAR|DAY|NUMBER)", _era_range),
    rule("THE? DECADE ERA?", _decade),
    rule("THE? (NUMBER DASH?)? ORDINAL DASH? UNIT ERA?", _century),
)
