"""When an article was published: what was said of it, by whom, and which statement decides."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from factcheck.ingest.clock import calendar_day, day_of, days_on_earth, is_local, is_universal, moment_of
from factcheck.ingest.own_words import OwnWords, day_among
from factcheck.model import Dating, Published

_RANKS = {"option": 0, "record": 1, "meta": 2, "json-ld": 2, "byline": 3, "dateline": 4, "url": 5, "text": 6}
"""Whose word goes first; a page's head says first what it is surest of."""

_INFERRED = frozenset({"dateline", "text"})
_URL_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([/_-]?)(\d\d|[a-z]{3}|\d(?=[/_-]))\2(\d\d?)(?!\d)"
    r"|(?<=/)(?P<y>\d\d)/(?P<m>[01]\d)/(?P<d>[0-3]\d)(?=/)",
    re.IGNORECASE,
)
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}

_ONE_DAY = timedelta(days=1)
_FAR = timedelta(days=180)
"""Statements further apart than this put a day and a month into different years, which a weekday tells apart."""


def dating(source: str, raw: str | None) -> Iterator[Dating]:
    """The statement that ``raw`` makes; nothing where it names no day."""
    if raw and (day := day_of(raw)):
        yield Dating(source, raw, day)


def in_url(url: str | None) -> Iterator[Dating]:
    """The day that an address is filed under: ``/2022/11/24/``, ``/2022/nov/24/``, ``-2022-11-24``, ``20221124``."""
    for match in _URL_DAY.finditer(url or ""):
        if match["y"]:
            day = calendar_day(2000 + int(match["y"]), int(match["m"]), int(match["d"]))
        else:
            month = _MONTHS.get(match[3].lower()) or (int(match[3]) if match[3].isdigit() else 0)
            day = calendar_day(int(match[1]), month, int(match[4]))
        if day:
            yield Dating("url", match.group(), day)
            return


def is_open(statements: Sequence[Dating]) -> bool:
    """Whether the article's own words could decide anything: statements disagree, or an hour is told in UTC."""
    if any(said.source == "option" for said in statements):
        return False
    hours = (moment_of(said.raw) for said in statements)
    return len({said.day for said in statements}) > 1 or any(hour and is_universal(hour) for hour in hours)


def decide(
    statements: Iterable[Dating],
    words: OwnWords | None = None,
    clocks: Iterable[str] = (),
    today: date | None = None,
) -> Published | None:
    """Weigh what was said, in this order: option, record, meta and JSON-LD, byline, dateline, address, text.

    The day is that of the outlet's own calendar. So an instant in UTC gives way to the same instant on another
    clock, to the day that the page shows its readers, or is moved into the zone that ``clocks`` tell: other hours of
    the page, such as those of its updates. A day in the dateline or the address that the instant falls on somewhere
    on Earth goes before its day in UTC. Where no clock has told the day and statements are a day apart, ``words``,
    the article's own, decide by their weekdays; where they are years apart, by weekdays with a date. A day that lies
    ahead of ``today`` goes last. Statements that name another day are kept.
    """
    ahead = (today or datetime.now(UTC).date()) + _ONE_DAY
    ranked = sorted(statements, key=lambda said: (said.day > ahead and said.source != "option", _RANKS[said.source]))
    if not ranked:
        return None
    chosen = ranked[0]
    if chosen.source != "option":
        first = _fullest(chosen, ranked)
        chosen, is_sure = _on_the_wall(first, [said for said in ranked if said is not first], clocks)
        if words:
            chosen = _borne_out(chosen, ranked, words, is_sure=is_sure)
    others = tuple(dict.fromkeys(said for said in ranked if said.day != chosen.day))
    inferred = all(said.source in _INFERRED for said in ranked)
    return Published(chosen.day, chosen.raw, chosen.source, inferred, others)


def moment_published(published: Published) -> datetime | None:
    """The moment of publication with the zone that was said; ``None`` where only a day, or no zone, was told.

    Where the day is that of a statement without a zone, the moment is another's that falls on it somewhere on Earth.
    """
    for raw in (published.raw, *(said.raw for said in published.others)):
        told = moment_of(raw)
        if told and told.tzinfo and published.day in days_on_earth(told.astimezone(UTC)):
            return told
    return None


def _fullest(first: Dating, ranked: Sequence[Dating]) -> Dating:
    """The first statement, or that of a page's head which says more: the hour to its day, the zone to its hour."""
    hour = moment_of(first.raw)
    if (hour and hour.tzinfo) or _RANKS[first.source] != _RANKS["meta"]:
        return first
    told = [(said, moment_of(said.raw)) for said in ranked if _RANKS[said.source] == _RANKS["meta"]]
    if hour is None:
        return next((said for said, other in told if other and said.day == first.day), first)
    return next(
        (said for said, other in told if other and other.tzinfo and other.replace(tzinfo=None) == hour), first
    )


def _on_the_wall(first: Dating, others: Sequence[Dating], clocks: Iterable[str]) -> tuple[Dating, bool]:
    """The statement of the day that the outlet's own clock showed, and whether such a clock was seen."""
    hour = moment_of(first.raw)
    if hour is None or is_local(hour):
        return first, hour is not None
    shown = _same_minute(hour, others) or _shown(hour, others)
    if shown:
        return (first if shown.day == first.day else shown), True
    if not is_universal(hour):
        told = filter(None, (moment_of(said.raw) for said in others))
        return first, any(is_universal(other) and _are_zones_apart(hour, other) for other in told)
    for raw in (*(said.raw for said in others), *clocks):
        local = moment_of(raw)
        if local and is_local(local):
            return replace(first, day=hour.astimezone(local.tzinfo).date()), True
    possible = days_on_earth(hour)
    filed = next((said for said in others if said.source in {"dateline", "url"} and said.day in possible), None)
    return (filed if filed and filed.day != first.day else first), False


def _same_minute(hour: datetime, others: Iterable[Dating]) -> Dating | None:
    """The statement that tells the same minute by a clock that is not UTC's, whether it names its zone or not.

    An ``hour`` without a zone is taken for one in UTC where another clock bears that out.
    """
    for said in others:
        other = moment_of(said.raw)
        if other is None or is_universal(other):
            continue
        if other.tzinfo is None and _are_zones_apart(hour, other):
            return said
        if other.tzinfo and abs(other - hour.replace(tzinfo=UTC)) < timedelta(minutes=2):
            return said
    return None


def _are_zones_apart(hour: datetime, other: datetime) -> bool:
    """Whether what two clocks show differs as between zones: by half hours, and at most a day's turn."""
    apart = other.replace(tzinfo=None) - hour.replace(tzinfo=None)
    return bool(apart) and not apart % timedelta(minutes=30) and abs(apart) <= timedelta(hours=14)


def _shown(hour: datetime, others: Iterable[Dating]) -> Dating | None:
    """What the page shows its readers, where it is the day of an hour in UTC somewhere on Earth."""
    if not is_universal(hour):
        return None
    possible = days_on_earth(hour)
    for said in others:
        other = moment_of(said.raw)
        is_copy = other and (is_universal(other) or other.replace(tzinfo=None) == hour.replace(tzinfo=None))
        if said.source == "byline" and said.day in possible and not is_copy:
            return said
    return None


def _borne_out(chosen: Dating, ranked: Sequence[Dating], words: OwnWords, *, is_sure: bool) -> Dating:
    """The statement that the article's own words speak for, where others contradict the chosen one or UTC is all."""
    day = chosen.day
    if not is_sure:
        rivals = {said.day for said in ranked if abs(said.day - day) <= _ONE_DAY}
        day = day_among(words, day, rivals, rivals | set(_elsewhere(ranked[0])))
    if not words.fits_calendar_of(day):
        fitting = [said.day for said in ranked if abs(said.day - day) > _FAR and words.fits_calendar_of(said.day)]
        day = fitting[0] if fitting else day
    if day == chosen.day:
        return chosen
    return next((said for said in ranked if said.day == day), replace(ranked[0], day=day))


def _elsewhere(first: Dating) -> Collection[date]:
    hour = moment_of(first.raw)
    return days_on_earth(hour) if hour and is_universal(hour) else ()
