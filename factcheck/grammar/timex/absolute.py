"""Absolute dates in other languages than English, as names, captions and quotations hold them: read by dateparser.

English dates are read by the rules, which say more of them than dateparser can: precision, ranges, what is vague. In
other languages dateparser knows the month names of them all. It gets nothing but strings in which a day or a month
and a year have been found, in the one or two languages that have the month's name, so that it has nothing to guess.
"""

from __future__ import annotations

import re
from functools import lru_cache

LONGEST = 64
"""Code points of a string that dateparser is given at most: its time grows faster than the string."""

_MONTHS_BY_LANGUAGE = {
    "cs": "ledna února března dubna května června července srpna října listopadu prosince",
    "da": "januar februar marts maj juni juli oktober december",
    "de": "januar februar märz mai juni juli oktober dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta"
    " marraskuuta joulukuuta",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "id": "januari februari maret mei juni juli agustus oktober desember",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart mei juni juli augustus oktober",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "ro": "ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "sv": "januari februari mars maj juni juli augusti oktober",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}
_ENGLISH = frozenset(["april", "august", "september", "november", "december"])


def _languages_by_month() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for language, months in _MONTHS_BY_LANGUAGE.items():
        for month in months.split():
            if month not in _ENGLISH:
                found[month] = (*found.get(month, ()), language)
    return found


FOREIGN_MONTHS = _languages_by_month()
"""The languages that have each month's name, in lower case, with the month in the case that dates put it in."""

_DAY_BEFORE = re.compile(r"(?<![\d.,/-])(?:[1-9]|[12]\d|3[01])(?:\.|er|º)?[ ](?:de[ ])?$")
_YEAR_AFTER = re.compile(r"[ ](?:de[ ]|del[ ])?(?:1[5-9]|20)\d\d(?![\d,.]\d|\w)")
_DAY_REACH = 8


def foreign_span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the date about a foreign month's name; ``None`` where no year follows it.

    Without a day the name must be as its language writes it, for "Mars 2020" is a rover.
    """
    year = _YEAR_AFTER.match(text, end)
    if year is None:
        return None
    lead = max(0, start - _DAY_REACH)
    day = _DAY_BEFORE.search(text[lead:start])
    if day is not None:
        return lead + day.start(), year.end()
    languages = FOREIGN_MONTHS[text[start:end].lower()]
    return (start, year.end()) if text[start].isupper() == (languages[0] in _CAPITAL_MONTHS) else None


_CAPITAL_MONTHS = frozenset(["de", "id", "tr"])


def foreign_date(words: str) -> str | None:
    """The TIMEX3 value of a date that names its month in another language; ``None`` where the calendar has none."""
    if len(words) > LONGEST:
        return None
    month = next((word for word in words.lower().split() if word in FOREIGN_MONTHS), None)
    return _parsed(words, FOREIGN_MONTHS[month]) if month else None


@lru_cache(maxsize=1024)
def _parsed(words: str, languages: tuple[str, ...]) -> str | None:
    from dateparser.date import DateDataParser  # noqa: PLC0415 - costs 0.1 s, and few articles need it

    settings = {
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["month", "year"],
        "PREFER_DAY_OF_MONTH": "first",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    for language in languages:
        parsed = DateDataParser(languages=[language], settings=settings).get_date_data(words.replace("º", ""))
        if parsed.date_obj is not None:
            return parsed.date_obj.date().isoformat()[: 10 if parsed.period == "day" else 7]
    return None
