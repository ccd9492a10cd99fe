"""The calendar words of other languages than English: dateparser's, sifted into those that are surely calendar words.

Its lists have abbreviations that are everyday words too ("die", "so", "we", "mar", "set"), which is why its search
takes those for dates. What is kept of weekdays is their full names, of months the full names, and the shortened ones
for dates that have a day and a year beside them.
"""

from __future__ import annotations

import importlib
import re
from calendar import day_name, month_name
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from os.path import commonprefix
from typing import Any

from factcheck.errors import UsageError

_MONTHS = tuple(name.lower() for name in month_name if name)
_WEEKDAYS = tuple(name.lower() for name in day_name)
_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_YEAR_WORDS = {
    "hy": ["թվական", "թվականի", "թվականին"],
    "uk": ["році"],
    "pl": ["roku"],
    "cs": ["roce"],
    "bg": ["година"],
    "sr": ["godine", "године"],
    "hr": ["godine"],
    "lt": ["metais", "metų"],
    "es": ["año"],
    "pt": ["ano"],
}
"""Forms of "year" as dates have them, where dateparser's list has only others."""

_LINKS = frozenset(["de", "del", "di", "da", "den", "af", "av"])
_LINKS_OF = {"pt": ["de"], "es": ["de", "del"], "ca": ["de", "d'"], "gl": ["de"]}
"""What stands between the day, the month and the year."""

_NUMBER = r"(\d++[.,]?\d*+)"
"""How dateparser writes the number in its patterns."""

_FULL = 4
"""Letters of the shortest weekday that is taken for a word of its own."""

_SHORT = 3
"""Letters of the shortest unit and of the shortest month; a year's may have two, as "an" has."""

_STEM = 4
"""Letters that the forms of a month must share for another ending to be taken for one of its cases."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a language, all in lower case.

    ``months`` and ``weekdays`` map a full name to its number, from 1 and from 0; ``short_months`` the shortened ones;
    ``stems`` what the cases of a month begin with. ``units`` map to ``D``, ``W``, ``M``, ``Y``; ``shifts`` phrases
    such as "last week" to a unit and a count; ``numbers`` patterns of number words to what they count; ``ago`` and
    ``ahead`` are the words before and behind of "three days ago"; ``last`` and ``next`` what those words begin with.
    ``links`` may stand within a date ("23 de mayo"), and ``order`` is that of digits alone: ``DMY``.
    """

    months: Mapping[str, int]
    short_months: Mapping[str, int]
    stems: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, str]
    year_words: tuple[str, ...]
    shifts: Mapping[str, tuple[str, int]]
    numbers: Mapping[str, int]
    ago: tuple[tuple[str, str], ...]
    ahead: tuple[tuple[str, str], ...]
    last: tuple[str, ...]
    next: tuple[str, ...]
    links: tuple[str, ...]
    order: str


@lru_cache(maxsize=8)
def vocabulary(language: str) -> Vocabulary:
    """The words of a language by its ISO 639-1 code; raises UsageError where dateparser knows none."""
    info = _info(language)
    names = {month: _forms(info, month) for month in _MONTHS}
    short = {month: {form for form in forms if _is_shortened(form, forms)} for month, forms in names.items()}
    units = {form: unit for name, unit in _UNITS.items() for form in _forms(info, name) if len(form) >= _SHORT}
    units |= {form: "Y" for form in _forms(info, "year") if len(form) == _SHORT - 1}
    return Vocabulary(
        months=_numbered((names[month] - short[month] for month in _MONTHS), 1),
        short_months=_numbered(({one for one in short[month] if len(one) >= _SHORT} for month in _MONTHS), 1),
        stems={
            stem: number for number, month in enumerate(_MONTHS, 1) if (stem := _stem(names[month] - short[month]))
        },
        weekdays=_weekdays(info, units),
        units=units,
        year_words=tuple({form for form, unit in units.items() if unit == "Y"} | {*_YEAR_WORDS.get(language, ())}),
        shifts=dict(_shifts(info)),
        numbers=dict(_number_words(info)) | _counting(language),
        ago=tuple(_frames(info, "\\1 {} ago")),
        ahead=tuple(_frames(info, "in \\1 {}")),
        last=_stems_of(info, "1 {} ago", _LAST.get(language, ())),
        next=_stems_of(info, "in 1 {}", _NEXT.get(language, ())),
        links=tuple(
            {*info.get("pertain", ()), *_LINKS.intersection(info.get("skip", ())), *_LINKS_OF.get(language, ())}
        ),
        order=str(info.get("date_order", "DMY")),
    )


def _info(language: str) -> dict[str, Any]:
    from dateparser.data.languages_info import language_order  # noqa: PLC0415 - costs 0.1 s, and only this needs it

    if language not in language_order:
        known = ", ".join(sorted(one for one in language_order if len(one) == 2))
        raise UsageError(f"no dates are known in the language {language!r}; there are {known}")
    info: dict[str, Any] = importlib.import_module(f"dateparser.data.date_translation_data.{language}").info
    return info


def _forms(info: Mapping[str, Any], name: str) -> set[str]:
    return {str(form).lower().strip(".") for form in info.get(name, ())}


def _is_shortened(form: str, forms: Iterable[str]) -> bool:
    """Whether a longer form shows that this one leaves letters out: "jan" beside "januar", not "mai" alone."""
    return len(form) < max(map(len, forms)) - 1 and (
        len(form) <= _FULL or any(o != form and o.startswith(form) for o in forms)
    )


def _stem(forms: set[str]) -> str:
    stem = commonprefix(sorted(forms)) if len(forms) > 1 else ""  # noqa: RUF071 - stems share characters
    return stem if len(stem) >= _STEM else ""


def _numbered(groups: Iterable[set[str]], first: int) -> dict[str, int]:
    """The forms with the number of their group; those of two groups have none."""
    found: dict[str, int] = {}
    twice: set[str] = set()
    for number, forms in enumerate(groups, first):
        twice |= forms & found.keys()
        found |= dict.fromkeys(forms, number)
    return {form: number for form, number in found.items() if form not in twice}


def _weekdays(info: Mapping[str, Any], units: Mapping[str, str]) -> dict[str, int]:
    found: list[set[str]] = []
    for weekday in _WEEKDAYS:
        forms = _forms(info, weekday)
        found.append(
            {
                one
                for one in forms
                if len(one) >= _FULL and not _is_shortened(one, forms) and one not in _OTHER_WORDS.union(units)
            }
        )
    return _numbered(found, 0)


_SHIFT = re.compile(r"(?:in )?(\d) (day|week|month|year)( ago)?")


def _shifts(info: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str, int]]]:
    for name, phrases in info.get("relative-type", {}).items():
        match = _SHIFT.fullmatch(name)
        if match and (match[3] or name.startswith("in ")):
            count = -int(match[1]) if match[3] else int(match[1])
            lowered = [str(phrase).lower() for phrase in phrases]
            for phrase in lowered:
                if is_unspaced(phrase) or (len(phrase) > 2 and not _abbreviates(phrase, lowered)):
                    yield phrase, (_UNITS[match[2]], count)


def _abbreviates(phrase: str, phrases: Iterable[str]) -> bool:
    """Whether a phrase leaves letters out: "в эт нед" beside "в этой неделе", or any that ends in "sem"."""
    words = phrase.split()
    if phrase in _OTHER_WORDS or not _SHORT_UNITS.isdisjoint(words):
        return True
    fuller = (other.split() for other in phrases if len(other) > len(phrase) + 1)
    return any(len(o) == len(words) and all(map(str.startswith, o, words)) for o in fuller)


_SHORT_UNITS = frozenset(["sem", "нед", "мес", "г", "hf", "kk", "vk", "εβδ", "sett", "measc"])
_OTHER_WORDS = frozenset(
    [
        "geçen gün",
        "önümüzdeki gün",
        "pazar",
        "ראשון",
        "שלישי",
        "רביעי",
        "חמישי",
        "שני",
        "שישי",
        "субот",
        "серед",
        "неділ",
    ]
)
"""What is a calendar word in dateparser's lists and as often another one: "market", "first", "the other day"."""


def is_unspaced(phrase: str) -> bool:
    """Whether the phrase is of a script that writes no spaces between words."""
    return phrase[:1] >= "\u2e80"


def _stems_of(info: Mapping[str, Any], name: str, others: Iterable[str]) -> tuple[str, ...]:
    """What "last" or "next" begins with: the words that are beside a unit in phrases, less their endings of case."""
    units = {form[:_STEM] for unit in _UNITS for form in _forms(info, unit)}
    phrases = (str(one) for unit in _LONGER for one in info.get("relative-type", {}).get(name.format(unit), ()))
    beside = {word for phrase in phrases if " " in phrase for word in phrase.lower().split()}
    modifiers = {word for word in beside if len(word) > _STEM and word.isalpha() and word[:_STEM] not in units}
    return tuple(sorted({word[: max(_STEM, len(word) - _ENDING)] for word in modifiers}.union(others)))


_LONGER = ("week", "month", "year")
_ENDING = 3
"""Letters of the longest ending that an adjective of the languages of news changes: "минулого", "минулу"."""

_LAST = {"de": ["vergangen", "vorig"]}
_NEXT = {"de": ["kommend"], "ru": ["будущ"]}
"""Other words for "last" and "next" than dateparser's."""


def _number_words(info: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """The words for small numbers; some of dateparser's are patterns of their cases: "дв(а|е|ух)"."""
    for entry in info.get("simplifications", ()):
        for pattern, number in entry.items():
            if str(number).isdigit() and pattern.translate(_GROUPING).replace("'", "").isalpha():
                yield pattern.lower().replace("(", "(?:"), int(number)


def _counting(language: str) -> dict[str, int]:
    return {word: number for number, word in enumerate(_TWO_TO_TEN.get(language, "").split(), 2)}


_TWO_TO_TEN = {
    "es": "dos tres cuatro cinco seis siete ocho nueve diez",
    "it": "due tre quattro cinque sei sette otto nove dieci",
    "nl": "twee drie vier vijf zes zeven acht negen tien",
    "pl": "dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć",
    "pt": "dois três quatro cinco seis sete oito nove dez",
    "sv": "två tre fyra fem sex sju åtta nio tio",
    "tr": "iki üç dört beş altı yedi sekiz dokuz on",
}
"""Number words of languages of which dateparser knows "one" at most."""

_GROUPING = {ord(mark): None for mark in "(|)"}


_WITHIN = frozenset([("за", ""), ("em", ""), ("خلال", ""), ("", "päästä"), ("om", "")])
"""Words that dateparser reads as "in" and that say "within" as often."""


def _frames(info: Mapping[str, Any], name: str) -> Iterator[tuple[str, str]]:
    """The words before and behind a number with its unit: ("vor", ""), ("", "назад")."""
    seen: set[tuple[str, str]] = set()
    for unit in _UNITS:
        for pattern in info.get("relative-type-regex", {}).get(name.format(unit), ()):
            before, number, behind = str(pattern).partition(_NUMBER)
            words = behind.split()
            frame = before.strip().lower(), " ".join(words[1:]).lower()
            plain = "\\" not in pattern.replace(_NUMBER, "") and "".join(frame).replace(" ", "").isalpha()
            if number and words and plain and frame not in seen and frame not in _WITHIN:
                seen.add(frame)
                yield frame
