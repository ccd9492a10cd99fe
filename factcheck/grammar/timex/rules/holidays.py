"""Holidays: "Christmas Eve", "last Ramadan", "Easter weekend", "the first day of Passover"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from factcheck.grammar.text import word_set
from factcheck.grammar.timex import calendar
from factcheck.grammar.timex.grammar import Phrase, Rule, rule
from factcheck.grammar.timex.holidays import FROM_SUNSET, HOLIDAYS, NATIONAL_DAYS, Holiday
from factcheck.grammar.timex.model import REFUSED, Reading
from factcheck.grammar.timex.reckoning import Stretch
from factcheck.grammar.timex.rules.common import (
    NEXT_YEAR_BEHIND,
    TAIL_YEAR,
    TOLD_YEAR,
    nearest,
    one,
    shift_of,
    stated_year,
    told_year,
)

_YEARS = f"({TAIL_YEAR}|{TOLD_YEAR})?"


def _holiday(phrase: Phrase) -> Sequence[Reading]:
    named = _named(phrase)
    if named is None:
        return ()
    stretch = _meant(phrase, named)
    relative = stated_year(phrase) is None
    if stretch is None:
        return _without_days(phrase, named)
    first, last = stretch
    margin = timedelta(days=named.doubt)
    is_rough = named.doubt > 0 or named.is_season
    value = _month_of(stretch) if named.is_season else first.isoformat()
    return (
        Reading(
            "DATE",
            value,
            "APPROX" if is_rough else None,
            relative,
            extent=(first - margin, last + margin) if is_rough or first < last else None,
        ),
    )


def _each_year(phrase: Phrase) -> Sequence[Reading]:
    """Read "every Christmas": a set, of the day that it has in any year or of years."""
    named = _named(phrase)
    return one("SET", _any_year(named) or "P1Y", relative=False) if named else ()


def _day_of_holiday(phrase: Phrase) -> Sequence[Reading]:
    """Read "the end of Ramadan", "the first day of Passover", "the last night of Hanukkah"."""
    named = _named(phrase)
    stretch = _meant(phrase, named) if named else None
    part = phrase.part(0, phrase.index("OF"))
    day = _counted(part, stretch) if stretch else None
    if named is None or day is None:
        return ()
    is_night = part.has("PART")
    if is_night and phrase.text("HOLIDAY") in FROM_SUNSET:
        day -= timedelta(days=1)
    margin = timedelta(days=named.doubt)
    return (
        Reading(
            "TIME" if is_night else "DATE",
            f"{day}T{part.text('PART')}" if is_night else day.isoformat(),
            "APPROX" if named.doubt else None,
            stated_year(phrase) is None,
            extent=(day - margin, day + margin) if named.doubt else None,
        ),
    )


def _counted(part: Phrase, stretch: Stretch) -> date | None:
    """The day of a stretch that "the second day", "the last night", "the beginning" is of."""
    first, last = stretch
    if part.has("ORDINAL"):
        behind = timedelta(days=(part.number("ORDINAL") or 1) - 1)
        within = behind <= min(max(last - first, _FEAST), date.max - first)
        return first + behind if part.text("UNIT") in ("D", "") and within else None
    if first == last or part.text("UNIT") not in ("D", ""):
        return None
    return {"START": first, "END": last, "-1": last}.get(part.text("LAST") or part.text("EDGE"))


_FEAST = timedelta(days=4)
"""How far behind its first day a holiday of one day is still spoken of: "the third day of Eid"."""


def _weekend(phrase: Phrase) -> Sequence[Reading]:
    """Read "Easter weekend", "Thanksgiving week": the weekend before a Monday, else that of the holiday's week."""
    named = _named(phrase.part(0, len(phrase.tokens)))
    stretch = _meant(phrase, named) if named else None
    unit = phrase.text("UNIT")
    if stretch is None or unit not in ("W", "WE"):
        return ()
    before = unit == "WE" and stretch[0].weekday() < 2
    return one("DATE", calendar.shifted_value(stretch[0], unit, -before), relative=stated_year(phrase) is None)


_in_year = lru_cache(maxsize=4096)(Holiday.in_year)


def _meant(phrase: Phrase, named: Holiday) -> Stretch | None:
    """The days of the holiday in the year that the words about it state, tell or let guess."""
    year = told_year(phrase) if phrase.has("UNIT") and phrase.text("UNIT") == "Y" else stated_year(phrase)
    if year is not None:
        return next(iter(_in_year(named, year)), None)
    base = phrase.at.base
    if base is None or (phrase.has("UNIT") and phrase.text("UNIT") == "Y"):
        return None
    around = [one for year in (base.year - 1, base.year, base.year + 1) for one in _in_year(named, year)]
    shift = shift_of(phrase, "LAST", "NEXT", "THIS")
    if shift is not None and not phrase.has("OF"):
        return _shifted(around, base, shift)
    if phrase.at.narrative:
        told = base.year + (base.month - (around[0][0].month if around else 1) > NEXT_YEAR_BEHIND)
        around = [one for one in around if one[0].year == told] or around
    days = {min(max(base, first), last): (first, last) for first, last in around}
    day = nearest(phrase, list(days), base)
    return days[day] if day else None


def _shifted(around: Sequence[Stretch], base: date, shift: int) -> Stretch | None:
    """Read "last", "next" and "this": by months, so that late in December "last Christmas" was a year ago."""
    month = base.replace(day=1)
    if shift < 0:
        return max((one for one in around if one[0] < month), default=None)
    if shift > 0:
        end = calendar.months_extent(month.year, month.month, 1)[1]
        return min((one for one in around if one[0] > end), default=None)
    return next((one for one in around if one[0].year == base.year), None)


def _without_days(phrase: Phrase, named: Holiday) -> Sequence[Reading]:
    """What is left of a holiday whose days are not known: its year, or its day in any year, as TIMEX3 writes it."""
    year = stated_year(phrase)
    if year is not None:
        place = max(phrase.index("YEAR"), phrase.index("SHORTYEAR"))
        return (Reading("DATE", f"{year:04d}", tokens=(place, place + 1)),)
    value = None if phrase.at.base is not None or phrase.has("UNIT") else _any_year(named)
    return one("DATE", value, relative=False) or (REFUSED,)


def _any_year(named: Holiday) -> str | None:
    """TIMEX3's value of a holiday that has the same day in every year; ``None`` for one that moves."""
    days = {one[0].isoformat()[4:] for year in (2021, 2022, 2023) for one in _in_year(named, year)}
    return f"XXXX{days.pop()}" if len(days) == 1 and not named.doubt else None


def _month_of(stretch: Stretch) -> str:
    """The month that holds most of the stretch."""
    first, last = stretch
    return (first + (last - first) / 2).isoformat()[:7]


def _named(phrase: Phrase) -> Holiday | None:
    """The holiday of the phrase; ``None`` where its words are part of another name, or a country is wanting."""
    token = phrase.tokens[phrase.index("HOLIDAY")]
    text, name = phrase.at.text, str(token.value)
    lead, tail = text[max(0, token.start - _REACH) : token.start], text[token.end : token.end + _REACH]
    if _names_on(tail) or _is_other_word(name, text[token.start], lead):
        return None
    if name in NATIONAL_DAYS:
        countries = list(_countries(lead, tail))
        if countries or name not in HOLIDAYS:
            return next(
                (NATIONAL_DAYS[name][country] for country in countries if country in NATIONAL_DAYS[name]), None
            )
    elif name in _ALSO_NAMES and _named_before(lead) and not _TIME_BEHIND.match(tail):
        return None
    return HOLIDAYS[name]


_REACH = 40
"""Code points about a holiday in which another name that it is part of shows."""

_WORD_BEHIND = re.compile(r"[ ]([^\W\d_]+)|-(?!\s)")
_WORD_BEFORE = re.compile(r"(?:^|(?<=[^\w'’]))([A-Z][^\W\d_]+)(\.?)[ ]$")

_BEHIND_DAYS = word_set(
    """
    With In At As After Before On And For Amid But By From Of To The A I Is Was Will Week Weekend Morning Afternoon
    Evening Night Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    """
)
"""Words with a capital that may stand behind a holiday; any other makes one name with it: "Easter Island"."""

_MADE_OF_DAYS = word_set(
    """
    war wars offensive agreement agreements accord accords massacre uprising rising rebellion island islands islanders
    truce tree trees card cards carol carols cake cakes pudding jumper jumpers egg eggs bunny bunnies turkey turkeys
    costume costumes lights decorations present presents gift gifts stocking stockings song songs movie movies film
    films hat hats basket baskets cookies
    """
)
"""Words that make of a holiday a thing or an event of no day: "Good Friday agreement", "Christmas tree"."""

_BEFORE_DAYS = word_set(
    """
    Orthodox Coptic Greek Russian Ukrainian Serbian Ethiopian Christian Catholic Western Eastern Muslim Islamic Shiite
    Sunni Jewish Hindu Indian Chinese American On In During By For Since Until Before After This That Last Next Of At
    And Or But To From The Every Each Ahead With Over As Mark Marks Between Around Through Throughout Despite Unlike
    Like When While If Because Though Although Not No A An Our Their His Her My Your Is Was Will Celebrate Celebrates
    Observe Observes How Why What Traditional
    """
)
"""Words with a capital that may stand before the name of a holiday, at the head of a sentence or in a headline."""

_TITLES = word_set("Mr Mrs Ms Dr Prof Rev Sen Gen St")


def _names_on(tail: str) -> bool:
    """Whether what is behind a holiday makes another name of it."""
    word = _WORD_BEHIND.match(tail)
    if word is None:
        return False
    return not word[1] or (word[1] not in _BEHIND_DAYS if word[1][0].isupper() else word[1] in _MADE_OF_DAYS)


def _named_before(lead: str) -> bool:
    """Whether a capital before a holiday makes it part of a name: "Tariq Ramadan", "Dr. Easter"."""
    word = _WORD_BEFORE.search(lead)
    if word is None or (word[2] and word[1] not in _TITLES):
        return False
    return word[1] not in _BEFORE_DAYS and not (word[1].endswith("ing") and len(word[1]) > len("Boxing"))


_TIME_BEHIND = re.compile(r"[ ](?:morning|afternoon|evening|night|weekend|week)\b")
"""What says that a holiday is one for all that: "at Harbour Park Thanksgiving afternoon"."""

_ALSO_NAMES = word_set(
    "ramadan christmas easter lent eid ashura purim holi tet epiphany passover hanukkah nowruz thanksgiving"
).union(["remembrance day", "memorial day", "freedom day", "unity day"])
"""Holidays that are also first names, family names and parts of the names of others."""

_CAPITALISED = frozenset(
    [
        "lent",
        "eid",
        "epiphany",
        "tet",
        "holi",
        "may day",
        "spring festival",
        "victory day",
        "unity day",
        "national day",
        "election day",
    ]
)
"""Holidays whose words without a capital are others: an election day is any, and a may day no holiday."""

_INTRODUCED = frozenset(["lent", "epiphany", "tet"])
"""Holidays that stand behind a preposition or a word of keeping, or else are other words: "Lent by", "Tet said"."""
_INTRODUCES = re.compile(
    r"\b(?:[Dd]uring|[Oo]f|[Ii]n|[Ff]or|[Tt]his|[Ll]ast|[Nn]ext|[Bb]efore|[Aa]fter|[Ss]ince|[Uu]ntil|[Tt]hroughout|[Oo]n"
    r"|observ(?:e|es|ed|ing)|mark(?:s|ed|ing)?|celebrat(?:e|es|ed|ing)|[Aa]head of|[Bb]y|[Oo]ver)[ ](?:the[ ])?$"
)


def _is_other_word(name: str, initial: str, lead: str) -> bool:
    """Whether the word is as likely another one: "lent", "an epiphany", "Lent by the museum"."""
    if name in _CAPITALISED and not initial.isupper():
        return True
    return name in _INTRODUCED and not _INTRODUCES.search(lead)


_POSSESSOR = re.compile(
    r"((?:[A-Z][\w.]+[ ])?[A-Z][\w.]+?)(?:['’]s?)?[ ](?:annual[ ]|National[ ]|\d+(?:st|nd|rd|th)[ ])?$"
)
_PLACE = re.compile(r"[ ](?:celebrations?[ ]|parade[ ])?(?:in|of)[ ](?:the[ ])?([A-Z][\w.]+(?:[ ][A-Z][\w.]+)?)")
_NO_COUNTRY = word_set(
    "on in during by for since until before after this last next of at and to from the every ahead"
)


def _countries(lead: str, tail: str) -> Iterator[str]:
    """What beside a national day may be its country, in lower case, of each place two words and then one."""
    before, behind = _POSSESSOR.search(lead), _PLACE.match(tail)
    if before:
        words = before[1].lower().rstrip(".")
        yield from (one for one in (words, words.split()[-1]) if one not in _NO_COUNTRY)
    if behind:
        words = behind[1].lower().rstrip(".")
        yield from (words, words.split()[0])


HOLIDAY_RULES: tuple[Rule, ...] = (
    rule(f"(LAST|NEXT|THIS)? HOLIDAY {_YEARS}", _holiday),
    rule("THE? YEAR HOLIDAY", _holiday),
    rule("EVERY HOLIDAY", _each_year),
    rule(f"(LAST|NEXT|THIS)? HOLIDAY UNIT {TAIL_YEAR}?", _weekend),
    rule("THE? YEAR HOLIDAY UNIT", _weekend),
    rule(f"THE? ((ORDINAL|LAST) (UNIT|PART)|EDGE) OF THE? HOLIDAY {_YEARS}", _day_of_holiday),
)
