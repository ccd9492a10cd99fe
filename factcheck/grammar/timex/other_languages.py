"""Time expressions in other languages than English: whole dates, months, weekdays, "yesterday", "three days ago".

The words are dateparser's. Its search is not used: it joins neighbouring dates, takes "die", "so" and "12.5" for
dates, and its time grows with the square of a sentence. Here a pattern of each kind finds the spans, exactly and in
time linear in the text, and the arithmetic is that of the English grammar.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from factcheck.grammar.text import Span
from factcheck.grammar.timex.calendar import extent, granularity, shifted_value
from factcheck.grammar.timex.find import Mode, find_timexes
from factcheck.grammar.timex.model import Timex
from factcheck.grammar.timex.ranges import joined
from factcheck.grammar.timex.vocabulary import Vocabulary, is_unspaced, vocabulary
from factcheck.model import ENGLISH

FIRST_YEAR, LAST_YEAR = 1000, 2199
"""Years that a date of news may be of."""

_MOST = 400
"""The most units that "N days ago" counts; more is a length, a price or a slip."""


class _Value(NamedTuple):
    """A TIMEX3 value and whether the publication date decided it."""

    value: str | None
    relative: bool = False


_Build = Callable[["re.Match[str]", "Vocabulary", "date | None"], _Value]


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns of a language, each with what makes a value of a match."""

    words: Vocabulary
    kinds: tuple[tuple[re.Pattern[str], _Build], ...]
    has_capitals: bool


def timexes_of(text: str, published: date | None, *, language: str = ENGLISH, mode: Mode = "news") -> list[Timex]:
    """The time expressions of a text in its language (ISO 639-1), by the grammar that reads it.

    ``mode`` is for English. Raises UsageError for a language that is not known.
    """
    if language == ENGLISH:
        return find_timexes(text, published, mode=mode)
    return find_timexes_in(text, language, published)


def find_timexes_in(text: str, language: str, published: date | None) -> list[Timex]:
    """The dates of a text in a language (ISO 639-1) in text order, none overlapping, each resolved.

    Without a publication date those alone that need none. Raises UsageError for a language that is not known.
    """
    patterns = _patterns(language)
    found: list[Timex] = []
    done = 0
    for span, resolved in sorted(_matches(text, patterns, published), key=lambda one: (one[0].start, -one[0].end)):
        if span.start < done or (resolved.value is None and resolved.relative):
            continue
        done = span.end  # of no day of the calendar too: "31. Februar 2021" is not the month alone either
        timex = _timex(text, span, resolved, published)
        if timex:
            found.append(timex)
    return joined(text, found)


def _timex(text: str, span: Span, resolved: _Value, published: date | None) -> Timex | None:
    """The expression, ``None`` where it is of no day of the calendar or of no year that news tells of."""
    value = resolved.value or ""
    days = extent(value)
    if days is None or not FIRST_YEAR <= days[0].year <= LAST_YEAR:
        return None
    anchor = published.isoformat() if resolved.relative and published else None
    return Timex(*span, text[span.start : span.end], "DATE", value, None, *days, granularity(value), anchor)


def _matches(text: str, patterns: _Patterns, published: date | None) -> Iterator[tuple[Span, _Value]]:
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    for pattern, build in patterns.kinds:
        for match in pattern.finditer(lowered):
            span = Span(*match.span("it"))
            named = match.start("name") if "name" in pattern.groupindex else -1
            if patterns.has_capitals and named >= 0 and not text[named].isupper():
                continue
            if "word" in pattern.groupindex and _is_morning(text, span.start):
                continue
            yield span, build(match, patterns.words, published)


_MORNING = re.compile(
    r"\b(?:la|esta|una|cada|am|den|der|de|heute|gestern|jeden|diesen|guten|goede|elke|vanochtend)[ ]$", re.I
)


def _is_morning(text: str, start: int) -> bool:
    """Whether "mañana" or "Morgen" is the morning: behind an article, or with a capital within a sentence."""
    if not text.startswith(("mañana", "morgen", "Morgen"), start):
        return False
    before = text[max(0, start - _LEAD) : start]
    return _MORNING.search(before) is not None or (text[start] == "M" and before[-2:-1].isalnum())


_LEAD = 16


@lru_cache(maxsize=8)
def _patterns(language: str) -> _Patterns:
    words = vocabulary(language)
    build: list[tuple[str, _Build]] = [
        (_IDEOGRAPHIC, _ideographic),
        (r"(?<![\w.,:/-])(?P<it>(?P<y>[12]\d{3})-(?P<m>\d\d)-(?P<d>\d\d))(?![\w-])", _numeric),
        (r"(?<![\w.,:/-])(?P<it>(?P<a>\d{1,2})([./-])(?P<b>\d{1,2})\3(?P<y>[12]\d{3}))(?![\w/-]|[.,]\d)", _numeric),
    ]
    if words.months and not any(month.endswith(("月", "월")) for month in words.months):
        build += _named_dates(words)
    if words.weekdays:
        build.append((_one_weekday(words), _weekday))
    if words.shifts:
        build += _shifted(words)
    build += _counted(words)
    if words.year_words:
        years = _any(words.year_words)
        build.append((rf"{_EDGE}(?P<it>(?:{years})[ ](?P<y>{_YEAR})|(?P<z>{_YEAR})[ ](?:{years})){_END}", _year))
    build.append((rf"(?<=\()(?P<it>(?P<y>{_YEAR}))(?=\))", _year))
    return _Patterns(words, tuple((re.compile(one), made) for one, made in build), language in _CAPITALS)


_CAPITALS = frozenset(["de", "el", "lb"])
"""Languages that write months and weekdays with a capital, which tells "Dritte" and "Mai" from other words."""

_IDEOGRAPHIC = (
    r"(?P<it>(?P<y>[12]\d{3})\s?[年년]\s?(?P<m>1[0-2]|0?[1-9])\s?[月월]"
    r"(?:\s?(?P<d>3[01]|[12]\d|0?[1-9])\s?[日號号일])?)"
)
"""A date of Chinese, Japanese or Korean: each number with its unit behind it."""

_EDGE, _END = r"(?<![\w-])", r"(?![\w-])"
_YEAR = r"(?:1\d|20|21)\d\d(?![\d]|[.,]\d)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_SUFFIX = r"(?:\.|º|°|er|re|e|ste|de|-[^\W\d]{1,3})?"
"""What makes a day of a number an ordinal."""


def _any(words: Iterable[str]) -> str:
    """The words as alternatives, the longest first."""
    return "|".join(re.escape(one) for one in sorted(words, key=lambda one: (-len(one), one)))


def _named_dates(words: Vocabulary) -> list[tuple[str, _Build]]:
    link = rf"[ \u00a0](?:(?:{_any(words.links)})[ \u00a0])?" if words.links else r"[ \u00a0]"
    full = f"(?:{_any(words.months)}" + (rf"|(?:{_any(words.stems)})\w{{0,3}})" if words.stems else ")")
    short = rf"|(?:{_any(words.short_months)})\.?" if words.short_months else ""
    year_word = rf"(?:\.?[ \u00a0](?:{_any(words.year_words)}){_END})?" if words.year_words else ""
    weekday = rf"(?:(?:{_any(words.weekdays)}),?[ ](?:\w{{1,3}}[ ])?)?" if words.weekdays else ""
    year = rf"(?:,|\.)?{link}(?P<y>{_YEAR}){year_word}"
    day = rf"(?P<d>{_DAY}){_SUFFIX}"
    return [
        (rf"(?<![\w.,:/-])(?P<it>{weekday}{day}{link}(?P<name>{full}{short})(?:{year})){_END}", _day),
        (rf"(?<![\w.,:/-])(?P<it>{weekday}{day}{link}(?P<name>{full}){_END})", _day),
        (rf"{_EDGE}(?P<it>(?P<y>{_YEAR})\.?{year_word},?[ ](?P<name>{full})[ ]{day}){_END}", _day),
        (rf"{_EDGE}(?P<it>(?P<name>{full}){year}){_END}", _month),
        (rf"(?<=[ ](?:im|in|en|em|na|do|od)[ ])(?P<it>(?P<name>{_any(words.months)})){_END}", _month),
        (rf"(?<=\b[вуw][ ])(?P<it>(?P<name>{full})){_END}", _month),
    ]


def _one_weekday(words: Vocabulary) -> str:
    name = rf"(?P<name>{_any(words.weekdays)})"
    if not (words.last or words.next):
        return rf"{_EDGE}(?P<it>{name}){_END}"
    which = rf"(?:{_any((*words.last, *words.next))})\w{{0,4}}"
    return rf"{_EDGE}(?P<it>(?:(?P<lead>{which})[ ])?{name}(?:[ ](?P<tail>{which}))?){_END}"


def _shifted(words: Vocabulary) -> list[tuple[str, _Build]]:
    unspaced = [one for one in words.shifts if is_unspaced(one)]
    spaced = [one for one in words.shifts if not is_unspaced(one)]
    patterns: list[tuple[str, _Build]] = []
    if spaced:
        patterns.append((rf"{_EDGE}(?P<it>(?P<word>{_any(spaced)})){_END}", _shift))
    if unspaced:
        patterns.append((rf"(?P<it>(?P<word>{_any(unspaced)}))", _shift))
    return patterns


def _counted(words: Vocabulary) -> Iterator[tuple[str, _Build]]:
    if not words.units:
        return
    numbers = "".join(f"|{pattern}" for pattern in words.numbers)
    counted = rf"(?P<n>\d{{1,3}}{numbers})[ \u00a0](?P<u>{_any(words.units)})"
    for frames, build in ((words.ago, _ago), (words.ahead, _ahead)):
        for before, behind in frames:
            lead = re.escape(before) + "[ ]" if before else ""
            tail = "[ ]" + re.escape(behind) if behind else ""
            yield rf"{_EDGE}(?P<it>{lead}{counted}{tail}){_END}", build


def _ideographic(match: re.Match[str], _: Vocabulary, __: date | None) -> _Value:
    return _Value(_written(int(match["y"]), int(match["m"]), int(match["d"]) if match["d"] else None))


def _numeric(match: re.Match[str], words: Vocabulary, _: date | None) -> _Value:
    """Read digits alone by the language's order; a month that cannot be one is the day."""
    if "a" not in match.re.groupindex:
        return _Value(_written(int(match["y"]), int(match["m"]), int(match["d"])))
    first, second = int(match["a"]), int(match["b"])
    month_first = words.order.replace("Y", "") == "MD" and "." not in match["it"]
    month, day = (first, second) if (month_first and first <= 12) or second > 12 else (second, first)
    return _Value(_written(int(match["y"]), month, day))


def _day(match: re.Match[str], words: Vocabulary, published: date | None) -> _Value:
    month, day = _month_number(match["name"], words), int(match["d"])
    if "y" in match.re.groupindex:
        return _Value(_written(int(match["y"]), month, day))
    year = _nearest_year(month, day, published)
    return _Value(_written(year, month, day) if year else None, relative=True)


def _month(match: re.Match[str], words: Vocabulary, published: date | None) -> _Value:
    month = _month_number(match["name"], words)
    if "y" in match.re.groupindex:
        return _Value(_written(int(match["y"]), month, None))
    year = _nearest_year(month, _MIDDLE, published)
    return _Value(_written(year, month, None) if year else None, relative=True)


_MIDDLE = 15


def _month_number(name: str, words: Vocabulary) -> int:
    plain = name.rstrip(".")
    known = words.months.get(plain) or words.short_months.get(plain)
    return known or next(
        words.stems[stem] for stem in sorted(words.stems, key=len, reverse=True) if plain.startswith(stem)
    )


def _nearest_year(month: int, day: int, published: date | None) -> int | None:
    """The year in which the day lies nearest, one ahead counted as farther, as English news with a past tense."""
    if published is None:
        return None
    days = [found for year in (-1, 0, 1) if (found := _safe(published.year + year, month, day))]
    distances = {found.year: (found - published).days for found in days}
    return min(
        distances,
        key=lambda year: _AHEAD * distances[year] if distances[year] > 0 else -distances[year],
        default=None,
    )


_AHEAD = 4
"""How much farther a day ahead is held to be: with it, one of the next ten weeks is still of this year."""


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _written(year: int, month: int, day: int | None) -> str | None:
    found = _safe(year, month, day or 1)
    return found.isoformat()[: 10 if day else 7] if found else None


def _weekday(match: re.Match[str], words: Vocabulary, published: date | None) -> _Value:
    """Read a weekday as that of the week of publication, "last" and "next" as the nearest before and behind it."""
    if published is None:
        return _Value(None, relative=True)
    shift = words.weekdays[match["name"]] - published.weekday()
    which = (match["lead"] or match["tail"] or "") if "lead" in match.re.groupindex else ""
    if which.startswith(words.last) and shift >= 0:
        shift -= 7
    elif which.startswith(words.next) and shift <= 0:
        shift += 7
    try:
        return _Value((published + timedelta(days=shift)).isoformat(), relative=True)
    except OverflowError:
        return _Value(None, relative=True)


def _shift(match: re.Match[str], words: Vocabulary, published: date | None) -> _Value:
    unit, count = words.shifts[match["word"]]
    return _Value(shifted_value(published, unit, count) if published else None, relative=True)


def _ago(match: re.Match[str], words: Vocabulary, published: date | None) -> _Value:
    return _steps(match, words, published, -1)


def _ahead(match: re.Match[str], words: Vocabulary, published: date | None) -> _Value:
    return _steps(match, words, published, 1)


def _steps(match: re.Match[str], words: Vocabulary, published: date | None, sign: int) -> _Value:
    number = match["n"]
    count = (
        int(number) if number.isdigit() else next(n for one, n in words.numbers.items() if re.fullmatch(one, number))
    )
    if published is None or not 0 < count <= _MOST:
        return _Value(None, relative=True)
    return _Value(shifted_value(published, words.units[match["u"]], sign * count), relative=True)


def _year(match: re.Match[str], _: Vocabulary, __: date | None) -> _Value:
    return _Value(match["y"] or match["z"] if "z" in match.re.groupindex else match["y"])
